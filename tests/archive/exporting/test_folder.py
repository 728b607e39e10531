"""What an export holds, and what it never holds."""

import csv
import gzip
import hashlib
import json
import os
import re

import msgspec
import pytest
import zstandard
from django.core.management import CommandError, call_command
from django.utils import timezone

from readouts.archive.exporting import selection, tables
from readouts.archive.exporting.folder import TargetExists, export
from readouts.archive.records import Record
from readouts.archive.versions import is_notice, versions_of
from readouts.editorial import shape
from readouts.models.publication import Publication
from readouts.models.readout import Readout
from readouts.models.register import Official
from readouts.models.source import ImportBatch, SourceRecord
from tests import make
from tests.archive.exporting import office
from tests.public.test_surfaces import STATES

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled(tmp_path):
    office.fill(tmp_path)
    return tmp_path


def everything(place):
    return {str(path.relative_to(place)): path.read_bytes()
            for path in place.rglob("*") if path.is_file()}  # fmt: skip


def rows(place, name):
    with (place / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# --- what is in it ------------------------------------------------------------------------------


def test_every_record_is_whole(filled):
    export(filled / "out")
    lines = (filled / "out/records.jsonl").read_bytes().splitlines()
    records = [msgspec.json.decode(line, type=Record) for line in lines]
    assert [record.reference for record in records] == list(
        Publication.objects.current().order_by("pk").values_list("reference", flat=True)
    )
    for record in records:
        for version in versions_of(record):
            assert shape.problems(version.shape, text_removed=is_notice(record)) == []


def test_the_manifest_tells_size_and_checksum_of_every_file(filled):
    done = export(filled / "out")
    files = everything(filled / "out")
    manifest = json.loads(files.pop("manifest.json"))
    told = {file["path"]: file for file in manifest["files"]}
    assert told.keys() == files.keys()
    for path, content in files.items():
        assert told[path]["size"] == len(content)
        assert told[path]["sha256"] == hashlib.sha256(content).hexdigest()
    assert manifest["counts"] == done.counts
    assert told["records.jsonl"]["count"] == done.counts["readouts"] == 14
    assert done.counts["versions"] == Publication.objects.count()


@pytest.mark.parametrize(
    ("packing", "opened"),
    [
        ("gz", gzip.decompress),
        ("zst", lambda b: zstandard.ZstdDecompressor().stream_reader(b).read()),
    ],
)
def test_records_may_be_packed(filled, packing, opened):
    export(filled / "plain")
    export(filled / "packed", packing=packing)
    packed = (filled / f"packed/records.jsonl.{packing}").read_bytes()
    assert opened(packed) == (filled / "plain/records.jsonl").read_bytes()
    assert (
        gzip.decompress((filled / "packed/archive.json.gz").read_bytes())
        == (filled / "plain/archive.json").read_bytes()
    )


def test_the_tables_join(filled):
    export(filled / "out")
    versions = {(row["reference"], row["version"]) for row in rows(filled / "out", "versions")}
    assert len(versions) == Publication.objects.count()
    for name in ("encounters", "participants", "mentions"):
        assert {
            (row["reference"], row["version"]) for row in rows(filled / "out", name)
        } <= versions
    encounters = {(row["reference"], row["version"], row["encounter"])
                  for row in rows(filled / "out", "encounters")}  # fmt: skip
    for row in rows(filled / "out", "participants"):
        assert (row["reference"], row["version"], row["encounter"]) in encounters


def test_every_value_of_a_table_is_of_its_kind(filled):
    export(filled / "out")
    moment = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"
    kinds = {
        "integer": r"\d+", "boolean": "true|false", tables.DATE: r"\d{4}-\d\d-\d\d",
        tables.MOMENT: moment, tables.MOMENT_OR_DAY: rf"\d{{4}}-\d\d-\d\d|{moment}",
        tables.COUNTRY: "[A-Z]{2}",
    }  # fmt: skip
    compared = 0
    for table in tables.TABLES:
        found = rows(filled / "out", table.name)
        assert list(found[0]) == [column.name for column in table.columns]
        for column in table.columns:
            values = {row[column.name] for row in found} - {""}
            if column.allowed:
                assert values <= {str(value) for value in column.allowed}, column.name
                compared += 1
            if pattern := kinds.get(column.type):
                assert all(re.fullmatch(pattern, value) for value in values), column.name
                compared += 1
    assert compared > 20


def test_the_codebook_tells_of_every_column(filled):
    export(filled / "out")
    with (filled / "out/codebook.csv").open(encoding="utf-8", newline="") as file:
        told = [(row["table"], row["column"]) for row in csv.DictReader(file)]
    assert told == [
        (table.name, column.name) for table in tables.TABLES for column in table.columns
    ]
    text = (filled / "out/codebook.md").read_text(encoding="utf-8")
    for table, column in told:
        assert f"## {table}.csv" in text
        assert f"| `{column}` |" in text


def test_no_cell_is_a_formula(filled):
    export(filled / "out")
    (row,) = [row for row in rows(filled / "out", "versions") if row["reference"] == "A-8"]
    assert row["text"].startswith("'=1+1")
    assert tables.written("'quoted") == "''quoted"
    assert [tables.written(text)[0] for text in ("+1", "-1", "@x", "\tx")] == ["'"] * 4


# --- what is not in it --------------------------------------------------------------------------

MARKS = ("Quandrix", "Xanthory", "Brontide", "murklins", "zyxomma", "Wolverhythe", "Old Principal",
         "1987-03", "MARKER", "REMOVED words")  # fmt: skip


def hide():
    """A word in every place that is not public."""
    for state in STATES:
        STATES[state]()
    writer = make.user("wren", "Writers")
    readout = make.step(make.published(reference="H-1"), "start_correction", writer)
    make.edit(
        readout, writer, title="MARKER title", title_reason="MARKER reason",
        body="<p>MARKER words</p>", correction_note="MARKER note",
    )  # fmt: skip
    make.step(make.in_review(reference="H-3"), "request_changes", make.user("ada", "Approvers"),
              note="MARKER internal")  # fmt: skip
    batch = ImportBatch.objects.create(
        at=timezone.now(), by_name="MARKER", files=["MARKER"], report={"x": "MARKER"}
    )
    public = Readout.objects.get(reference="A-1")
    SourceRecord.objects.create(
        readout=public, batch=batch, file="MARKER", url="MARKER", warnings=["MARKER"],
        fields={"MARKER": "MARKER"}, raw=b"MARKER", record={"x": "MARKER"}, findings=["MARKER"],
        outcome="protected",
    )  # fmt: skip
    SourceRecord.objects.filter(readout=public).update(raw=b"MARKER raw")
    make.official("MARKER person")
    make.topic("MARKER topic")
    make.appointment(make.official(), make.organization(), title="MARKER office",
                     kind="designate")  # fmt: skip
    make.organization("MARKER body", parent=make.organization())


def test_nothing_that_is_not_public_is_in_an_export(filled):
    export(filled / "before")
    hide()
    public = Publication.objects.filter(reference="H-1")
    assert public.exists()
    export(filled / "after")
    for name, content in everything(filled / "after").items():
        for mark in MARKS:
            assert mark.encode() not in content, (name, mark)
    # And what was public before is told in the same words.
    before = (filled / "before/records.jsonl").read_bytes().splitlines()
    after = (filled / "after/records.jsonl").read_bytes().splitlines()
    assert set(before) <= set(after)
    assert len(after) == len(before) + 1


def test_kin_that_no_text_names_are_not_told(filled):
    hidden = make.organization("MARKER parent")
    row = make.organization("Valmora")
    row.parent = hidden
    row.save()
    export(filled / "out")
    text = (filled / "out/register.json").read_text(encoding="utf-8")
    assert "valmora" in text
    assert "marker" not in text.casefold()


def test_a_double_comes_with_the_one_it_was_merged_into(filled):
    export(filled / "out")
    told = json.loads((filled / "out/register.json").read_text(encoding="utf-8"))
    slugs = {row["fields"].get("slug"): row["fields"] for row in told}
    assert slugs["solano-i"]["merged_into"] == ["iria-solano"]
    assert Official.objects.get(slug="iria-solano").aliases == slugs["iria-solano"]["aliases"]


# --- how it is written --------------------------------------------------------------------------


def test_nothing_is_written_over(filled):
    (filled / "out").mkdir()
    with pytest.raises(TargetExists, match="exists already"):
        export(filled / "out")
    with pytest.raises(CommandError, match="exists already"):
        call_command("export_archive", str(filled / "out"))
    assert os.listdir(filled / "out") == []


def test_what_goes_wrong_leaves_nothing(filled, monkeypatch):
    before = set(os.listdir(filled))

    def broken(*args):
        raise OSError(28, "No space left on device", "records.jsonl")

    monkeypatch.setattr(selection, "_public", broken)
    with pytest.raises(CommandError, match="No space left"):
        call_command("export_archive", str(filled / "out"))
    assert set(os.listdir(filled)) == before


def test_the_command_says_what_it_wrote(filled, capsys):
    call_command("export_archive", str(filled / "out"))
    said = capsys.readouterr().out
    assert "14 readouts in" in said
    assert "register rows written to" in said
