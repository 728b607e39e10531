"""Each kind of damage by name: refused with file, line, field and cure, and nothing is written."""

import gzip
import json
import tracemalloc

import pytest
import zstandard

from readouts.archive.load import NotLoaded, load
from tests.archive.counting import everything
from tests.archive.samples import corrected, encounter, file, record

pytestmark = pytest.mark.django_db

GOOD = json.dumps(record("A-1")).encode()
LINES = GOOD + b"\n" + json.dumps(record("A-2", body=["Something else."])).encode() + b"\n"
BIG = b'{"reference": "' + b"x" * (65 << 20) + b'"}'
BOMB = b"- a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + b"".join(
    f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n".encode() for n in range(1, 9)
)


def saying(**fields):
    """A good line, and one whose fields are changed as JSON has them."""
    told = json.dumps(record("A-2", body=["Something else."]))
    for name, raw in fields.items():
        told = told[:-1] + f', "{name}": {raw}}}'
    return GOOD + b"\n" + told.encode(errors="surrogatepass") + b"\n"


def without(name, **fields):
    told = record("A-2", body=["Something else."]) | fields
    del told[name]
    return GOOD + b"\n" + json.dumps(told).encode() + b"\n"


DAMAGE = {
    "cut off": ("a.jsonl", LINES[:-40], 2, "", "It is not JSON"),
    "cut off in a list": ("a.json", b"[" + GOOD + b",", 1, "", "The list is cut off"),
    "cut off within an object": ("a.json", b"[\n" + GOOD[:-9], 2, "", "It is not JSON"),
    "cut off, packed": ("a.jsonl.gz", gzip.compress(LINES)[:-9], 0, "", "ends too early"),
    "cut off, packed by zstd": ("a.jsonl.zst", zstandard.compress(LINES)[:-9], 0, "", "too early"),
    "cut off within YAML": ("a.yaml", b"- reference: [A\n", 2, "", "It is not YAML"),
    "packed and damaged": (
        "a.jsonl.gz", gzip.compress(LINES)[:60] + b"\0\0\0" + gzip.compress(LINES)[63:], 0, "",
        "is damaged",
    ),
    "not packed": ("a.jsonl.gz", LINES, 0, "", "It is no .gz file inside"),
    "a wrong type": (
        "a.jsonl", without("title", tags="ports"), 2, "tags",
        "A list belongs here, and this is a text.",
    ),
    "a wrong type inside": (
        "a.jsonl", without("title", encounters=[encounter({"name": 7})]), 2,
        "encounters[0].participants[0].name", "A text belongs here, and this is a whole number.",
    ),
    "a field too long": ("a.jsonl", without("tags", title="x" * 401), 2, "title", "400"),
    "a record too large": ("a.jsonl", GOOD + b"\n" + BIG, 2, "", "larger than 64 MiB"),
    "a record too large, packed": (
        "a.jsonl.gz", gzip.compress(GOOD + b"\n" + BIG, 1), 2, "", "larger than 64 MiB",
    ),
    "nested deep": (
        "a.jsonl", without("title", source={"fields": {"x": json.loads("[" * 50 + "]" * 50)}}), 2,
        "", "levels deep",
    ),
    "nested endlessly": ("a.jsonl", GOOD + b"\n" + b"[" * 100_000, 2, "", "levels deep"),
    "a control character": (
        "a.jsonl", without("title", place="Gen\x07va"), 2, "place", "control character",
    ),
    "a bare control character": (
        "a.jsonl", LINES.replace(b"Something", b"Some\x07thing"), 2, "", "It is not JSON",
    ),
    "NUL": ("a.jsonl", without("title", place="Gen\0va"), 2, "place", "control character"),
    "bare NULs": ("a.jsonl", GOOD + b"\n" + bytes(4096), 2, "", "It is not JSON"),
    "half a character": ("a.jsonl", without("title", place="\ud800"), 2, "", "It is not JSON"),
    "a key twice": ("a.jsonl", LINES[:-2] + b', "title": "Another"}', 2, "title", "there twice"),
    "a key twice in YAML": ("a.yaml", b"- title: a\n  title: b\n", 1, "title", "there twice"),
    "UTF-16": ("a.jsonl", LINES.decode().encode("utf-16"), 1, "", "Save the file as UTF-8"),
    "UTF-16 without a mark": (
        "a.jsonl", LINES.decode().encode("utf-16-le"), 1, "", "It is not JSON",
    ),
    "Latin-1": (
        "a.jsonl", LINES.replace(b"Something", "Gen\xe8ve".encode("latin-1")), 2, "",
        "It is not UTF-8",
    ),
    "a PDF": ("a.jsonl", b"%PDF-1.7\n%\xe2\xe3", 1, "", "It is a PDF, not text."),
    "a Word file": ("a.json", b"PK\x03\x04\x14", 1, "", "one of Word or Excel"),
    "a page": ("a.jsonl", b"<!doctype html>\n<html>", 1, "", "import_scrape"),
    "not a number": ("a.jsonl", saying(source='{"fields": {"x": NaN}}'), 2, "", "It is not JSON"),
    "infinity": ("a.jsonl", saying(source='{"fields": {"x": -Infinity}}'), 2, "", "It is not JSON"),
    "beyond all numbers": (
        "a.jsonl", saying(source='{"fields": {"x": 1e999}}'), 2, "", "It is not JSON",
    ),
    "an enormous number": (
        "a.jsonl", saying(source='{"fields": {"x": ' + "9" * 5000 + "}}"), 2, "", "out of range).",
    ),
    "a bomb of aliases": ("a.yaml", BOMB, 1, "", "more than 200,000 values"),
    "code in YAML": (
        "a.yaml", b"- title: !!python/object/apply:os.getcwd []\n", 1, "", "no plain data",
    ),
    "an issue before the encounter": (
        "a.jsonl", without("published_at", issued="2015-03-01"), 2, "issued", "Mend whichever",
    ),
    "an earlier version without words": (
        "a.jsonl",
        GOOD + b"\n" + json.dumps(corrected() | {
            "earlier": [corrected()["earlier"][0] | {"body": []}, corrected()["earlier"][1]]
        }).encode(),
        2, "earlier[0].body", "The body is empty",
    ),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_refused_with_its_place_and_cure(tmp_path, damage):
    name, raw, line, field, cure = DAMAGE[damage]
    (tmp_path / name).write_bytes(raw)
    before = everything()
    with pytest.raises(NotLoaded) as told:
        load([tmp_path / name])
    assert everything() == before
    found = {(problem.file, problem.line, problem.field) for problem in told.value.problems}
    assert (name, line, field) in found
    here = [problem for problem in told.value.problems if problem.field == field]
    assert any(cure in problem.cure for problem in here), told.value.problems
    assert all(problem.cure.endswith((".", "?")) for problem in told.value.problems)


def test_what_cannot_be_read_is_told_with_its_reference(tmp_path):
    with pytest.raises(NotLoaded) as told:
        load([file(tmp_path, record("A-7", tags="ports"), record("A-8", encounters=[]))])
    assert [problem.reference for problem in told.value.problems] == ["A-7", "A-8"]


def test_a_byte_order_mark_is_no_damage(tmp_path):
    for number, name in enumerate(["a.jsonl", "a.json", "a.yaml"]):
        raw = json.dumps(record(f"A-{number}", body=[f"Number {number}."])).encode()
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + raw)
    assert load([tmp_path]).counts["new"] == 3


def test_a_bomb_needs_no_more_memory_than_one_record(tmp_path):
    path = tmp_path / "a.jsonl.zst"
    with zstandard.open(path, "wb") as packed:
        for _ in range(30):
            packed.write(b"x" * (10 << 20))
    assert path.stat().st_size < 1 << 17
    tracemalloc.start()
    with pytest.raises(NotLoaded, match="larger than 64 MiB"):
        load([path])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 160 << 20


def test_a_thousand_problems_are_kept_and_all_are_counted(tmp_path):
    with pytest.raises(NotLoaded) as told:
        load([file(tmp_path, *["{"] * 3000)])
    assert told.value.report.counts["refused"] == 3000
    assert len(told.value.problems) == 1000
