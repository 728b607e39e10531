"""The preservation package: a valid bag with everything, the internal apart from the public."""

import hashlib
import json
from base64 import b64encode

import bagit
import pytest
from django.core.management import CommandError, call_command

from readouts.archive.load import load
from readouts.archive.reading import Reading
from readouts.editorial.log import hash_of
from readouts.models.record import Event, Revision
from readouts.models.source import SourceRecord
from tests import make
from tests.archive import samples
from tests.archive.exporting import office

pytestmark = pytest.mark.django_db
RAW = b"\x00\xff<html>caf\xe9</html>"


@pytest.fixture
def bag(tmp_path):
    office.fill(tmp_path)
    source = {
        "file": "a.html",
        "sha256": hashlib.sha256(RAW).hexdigest(),
        "raw": b64encode(RAW).decode(),
    }
    told = samples.record("A-9", source=source)
    load([samples.file(tmp_path, told, samples.record("A-10", source=source | {"file": "b.html"}))])
    make.step(make.in_review(reference="D-1"), "request_changes", make.user("ada", "Approvers"),
              note="Internal words.")  # fmt: skip
    call_command("export_archive", str(tmp_path / "bag"), bagit=True)
    return tmp_path / "bag"


def lines(bag, name):
    path = bag / "data" / "internal" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_the_bag_is_valid_until_something_changes(bag):
    found = bagit.Bag(str(bag))
    assert found.validate()
    assert set(found.algorithms) == {"sha256", "sha512"}
    assert found.info["Source-Organization"]
    path = bag / "data" / "public" / "records.jsonl"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(bag)).validate()


def test_originals_are_kept_byte_for_byte_once_each(bag):
    folder = bag / "data" / "originals"
    assert [path.read_bytes() for path in folder.iterdir()] == [RAW]
    assert [path.name for path in folder.iterdir()] == [hashlib.sha256(RAW).hexdigest()]
    told = [row for row in lines(bag, "sources") if row["original"]]
    assert [(row["readout"], row["file"]) for row in told] == [
        ("A-9", "a.html"),
        ("A-10", "b.html"),
    ]
    assert len(lines(bag, "sources")) == SourceRecord.objects.count()


def test_the_log_is_whole_and_its_chain_can_be_followed(bag):
    events = lines(bag, "events")
    assert len(events) == Event.objects.count()
    assert len(lines(bag, "revisions")) == Revision.objects.count()
    last = {}
    for row in (event["fields"] for event in events):
        (reference,) = row["readout"]
        assert row["previous_hash"] == last.get(reference, "")
        told = row | {"at": Event.objects.get(hash=row["hash"]).at}
        assert hash_of(reference, told) == row["hash"]
        last[reference] = row["hash"]


def test_what_is_internal_lies_apart_from_what_is_public(bag):
    within = [
        path.relative_to(bag / "data").parts[0]
        for path in (bag / "data").rglob("*")
        if path.is_file() and b"Internal words." in path.read_bytes()
    ]
    assert within
    assert set(within) == {"internal"}
    assert "Not for publication" in (bag / "data" / "README.md").read_text(encoding="utf-8")


def test_the_public_part_is_the_public_export(bag, tmp_path):
    call_command("export_archive", str(tmp_path / "out"))
    for name in ("records.jsonl", "archive.json", "register.json", "codebook.csv"):
        assert (bag / "data/public" / name).read_bytes() == (tmp_path / "out" / name).read_bytes()


def test_the_folder_of_a_bag_loads_as_its_public_export(bag):
    reading = Reading([bag])
    assert reading.names == ["data/public/records.jsonl", "data/public/register.json"]
    assert {"data/public/archive.json", "data/internal/events.jsonl"} <= set(reading.skipped)
    counts = load([bag]).counts
    assert counts["unchanged"] == counts["read"] > 0


def test_nothing_is_written_over(bag):
    with pytest.raises(CommandError, match="exists already"):
        call_command("export_archive", str(bag), bagit=True)
