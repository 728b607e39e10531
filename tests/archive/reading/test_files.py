"""Files, folders, streams and compression."""

import gzip
import io
import os

import pytest
import zstandard

from readouts.archive.reading import Reading
from readouts.archive.reading.files import File, Unreadable, files_of


def bytes_of(path):
    (file,), _ = files_of([path])
    return b"".join(file.pieces())


@pytest.mark.parametrize(
    ("suffix", "packed"),
    [
        ("", bytes),
        (".gz", gzip.compress),
        (".zst", zstandard.ZstdCompressor(write_checksum=True).compress),
    ],
)
def test_what_was_packed_is_read(tmp_path, suffix, packed):
    path = tmp_path / f"archive.jsonl{suffix}"
    text = b"one\ntwo\n" * 5000
    path.write_bytes(packed(text))
    assert bytes_of(path) == text


@pytest.mark.parametrize(
    ("suffix", "packed"),
    [(".gz", gzip.compress), (".zst", zstandard.ZstdCompressor(write_checksum=True).compress)],
)
def test_files_packed_one_after_the_other_are_one(tmp_path, suffix, packed):
    path = tmp_path / f"archive.jsonl{suffix}"
    path.write_bytes(packed(b"one\n") + packed(b"two\n"))
    assert bytes_of(path) == b"one\ntwo\n"


def test_the_zeros_at_the_end_of_a_tape_are_no_damage(tmp_path):
    path = tmp_path / "archive.jsonl.gz"
    path.write_bytes(gzip.compress(b"one\n") + bytes(10_000))
    assert bytes_of(path) == b"one\n"


@pytest.mark.parametrize(
    ("suffix", "packed"),
    [(".gz", gzip.compress), (".zst", zstandard.ZstdCompressor(write_checksum=True).compress)],
)
@pytest.mark.parametrize("damage", ["cut", "changed", "none"])
def test_a_damaged_file_is_told_with_what_to_do(tmp_path, suffix, packed, damage):
    path = tmp_path / f"archive.jsonl{suffix}"
    whole = packed(os.urandom(20_000))
    path.write_bytes(
        {
            "cut": whole[:-9],
            "changed": whole[:5000] + bytes(10) + whole[5010:],
            "none": b'{"reference": "A"}',
        }[damage]
    )
    with pytest.raises(Unreadable, match="Fetch it anew"):
        bytes_of(path)


@pytest.mark.parametrize(
    ("suffix", "packed"), [(".gz", gzip.compress), (".zst", zstandard.ZstdCompressor(19).compress)]
)
def test_a_bomb_goes_off_in_small_pieces(tmp_path, suffix, packed):
    path = tmp_path / f"archive.jsonl{suffix}"
    path.write_bytes(packed(bytes(1 << 26)))
    assert path.stat().st_size < 1 << 17
    (file,), _ = files_of([path])
    sizes = [len(piece) for piece in file.pieces()]
    assert sum(sizes) == 1 << 26
    assert max(sizes) <= 1 << 23


def test_a_folder_is_read_by_name_and_the_rest_is_said_to_be_passed_over(tmp_path):
    for name in ["b.jsonl", "a.json.gz", "c/d.yaml", "notes.txt", ".hidden.jsonl"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"{}")
    reading = Reading([tmp_path])
    assert reading.names == ["a.json.gz", "b.jsonl", "c/d.yaml"]
    assert reading.skipped == ["notes.txt"]


@pytest.mark.parametrize(
    "manifest", [b'{"format": "another"}', b"[1]", b"{", b"[" * 9000, b" " * (1 << 20) + b"{}"]
)
def test_a_manifest_of_another_kind_is_read_like_any_file(tmp_path, manifest):
    for name in ("archive.json", "manifest.json"):
        (tmp_path / name).write_bytes(manifest)
    assert Reading([tmp_path]).names == ["archive.json", "manifest.json"]


def test_files_of_one_name_are_told_apart(tmp_path):
    paths = [tmp_path / "a" / "x.jsonl", tmp_path / "b" / "x.jsonl"]
    for path in paths:
        path.parent.mkdir()
        path.write_bytes(b"")
    assert Reading(paths).names == [str(path) for path in paths]


def test_an_empty_folder_is_told(tmp_path):
    (line,) = Reading([tmp_path]).lines()
    assert "Nothing in this folder can be read. Give .jsonl" in line.problems[0][2]
    assert str(line.problem(*line.problems[0])).startswith(f"{tmp_path.name}: Nothing")


def test_a_file_of_another_kind_is_told(tmp_path):
    path = tmp_path / "archive.docx"
    path.write_bytes(b"PK")
    (line,) = Reading([path]).lines()
    assert "Nobody here reads such a file. Give .jsonl" in line.problems[0][2]


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileNotFoundError) as raised:
        Reading([tmp_path / "none.jsonl"])
    assert raised.value.filename == str(tmp_path / "none.jsonl")


def test_standard_input_is_read_packed_too(monkeypatch):
    class Standard:
        buffer = io.BytesIO(gzip.compress(b"one\n"))

    monkeypatch.setattr("sys.stdin", Standard)
    assert b"".join(File("standard input", None).pieces()) == b"one\n"
