"""A record goes to the public and comes back the same; the format is as long as the columns."""

import msgspec
import pytest

from readouts.archive import lines, records, versions
from readouts.archive.load import load
from readouts.models.publication import Publication, PublicationTag
from readouts.models.readout import Encounter, Participation, Readout
from readouts.models.register import Topic
from readouts.models.source import SourceRecord
from tests import make
from tests.archive.samples import corrected, encounter, file, record, withdrawn

SOURCE = {"file": "page.html", "layout": "classic", "fields": {"title": "printed"}}


def parsed(told):
    found, problems = lines.parse(told)
    assert problems == []
    return found


def exported(reference):
    rows = list(Publication.objects.filter(reference=reference).order_by("number"))
    return versions.record_of(rows, SourceRecord.objects.get(readout=rows[0].readout_id))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "told",
    [
        record(source=SOURCE),
        record(body=["One.", {"html": "<blockquote><p>Two.</p></blockquote>"}], source=SOURCE),
        record(encounters=[encounter(time="15:30", zone="Europe/Zurich")], source=SOURCE),
        record(encounters=[encounter(date="2015-01-01", precision="year")], source=SOURCE),
        corrected(source=SOURCE),
        withdrawn(source=SOURCE),
    ],
)
def test_what_was_loaded_is_exported_as_it_came(tmp_path, told):
    make.mandate()
    make.topic()
    load([file(tmp_path, told)])
    assert exported(told["reference"]) == parsed(told)


@pytest.mark.django_db
def test_what_was_exported_loads_as_unchanged(tmp_path):
    make.mandate()
    load([file(tmp_path, record(), corrected(), withdrawn())])
    told = [versions.line_of(exported(reference)).decode() for reference in
             ("A-2015-0001", "A-2015-0002", "A-2015-0003")]  # fmt: skip
    report = load([file(tmp_path, *told)])
    assert (report.new, report.unchanged) == (0, 3)


def test_a_line_keeps_every_letter():
    told = parsed(record(title="Compte rendu : Élise et les siens", body=["«…» ‎مرحبا"]))
    assert msgspec.json.decode(versions.line_of(told), type=records.Record) == told


@pytest.mark.parametrize(
    ("part", "model", "renamed"),
    [
        (records.Record, Readout, {}),
        (records.EncounterPart, Encounter, {}),
        (records.Participant, Participation, {"organization": "organization_name"}),
        (records.Source, SourceRecord, {}),
    ],
)
def test_texts_are_as_long_as_the_columns_that_keep_them(part, model, renamed):
    fields = {field.name: field.type for field in msgspec.structs.fields(part)}
    compared = 0
    for name, kind in fields.items():
        longest = msgspec.inspect.type_info(kind)
        column = getattr(model, renamed.get(name, name), None)
        column = column and model._meta.get_field(renamed.get(name, name))
        if getattr(column, "max_length", None) and getattr(longest, "max_length", None):
            assert longest.max_length == column.max_length, name
            compared += 1
    assert compared


def test_topics_and_tags_are_as_long_as_their_columns():
    told = {field.name: field.type for field in msgspec.structs.fields(records.Record)}
    assert msgspec.inspect.type_info(told["topics"]).item_type.max_length == (
        Topic._meta.get_field("name").max_length
    )
    assert msgspec.inspect.type_info(told["tags"]).item_type.max_length == (
        PublicationTag._meta.get_field("name").max_length
    )


# --- what is wrong with a line ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "field", "cure"),
    [
        (record(reference=""), "reference", "too short"),
        (record(published_at="2015-03-05"), "published_at", "2010-11-30T18:00:00Z"),
        (record(published_at="2015-03-05T10:00:00"), "published_at", "with its zone"),
        (record(titel="x"), "titel", "Did you mean “title”?"),
        (record(title="x" * 401), "title", "longer than 400"),
        (record(dateline={"city": "Astana", "country": "kz"}), "dateline.country", "such as KZ"),
        (record(encounters=[encounter(kind="chat")]), "encounters[0].kind", "courtesy_call"),
        (
            record(encounters=[encounter({"name": "A", "side": "theirs"})]),
            "encounters[0].participants[0].side",
            "counterpart",
        ),
        (record(encounters=[encounter(precision="month")]), "encounters[0].date", "first day"),
        (record(encounters=[encounter(time="10:00")]), "encounters[0].time", "time zone"),
        (record(encounters=[encounter(zone="Mars/Base")]), "encounters[0].zone", "IANA"),
        (record(encounters=["a meeting"]), "encounters[0]", "object"),
        (record(corrections=[["x"]]), "corrections[0]", "object"),
        (record(body=[{"htm": "x"}]), "body[0].htm", "Did you mean “html”?"),
        (record(withdrawn={"at": "2015-04-01T09:00:00Z"}), "withdrawn.reason", "missing"),
        (record(source={"sha256": "abc"}), "source.sha256", ""),
    ],
)
def test_a_field_that_cannot_be_read_is_named_with_its_cure(told, field, cure):
    found = lines.parse(told)[1]
    assert [name for name, _, _ in found][:1] == [field]
    assert cure in found[0][2]


def test_a_missing_reference_is_said():
    told = record()
    del told["reference"]
    assert [name for name, _, _ in lines.parse(told)[1]] == ["reference"]


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b"[]", "A record is a JSON object"),
        (b'{"reference": "A", "title": "a\\u0000b"}', "control"),
        (b'{"reference": "A", "title": "a\\u000cb"}', "control"),
        (b'{"reference": "A", "title": "\\ud800"}', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"reference": "A", "body": NaN}', "not JSON"),
    ],
)
def test_a_line_that_is_no_record_is_refused(tmp_path, line, cure):
    path = tmp_path / "archive.jsonl"
    path.write_bytes(line + b"\n")
    (problem,) = lines.read([path]).problems
    assert (problem.file, problem.line) == ("archive.jsonl", 1)
    assert cure in problem.cure


def test_empty_lines_and_a_byte_order_mark_are_skipped(tmp_path):
    path = tmp_path / "archive.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b'{"reference": "A"}\n\n  \n' + b'{"reference": "B"}')
    assert [line.number for line in lines.read([path]).lines] == [1, 4]


def test_a_line_break_inside_a_text_ends_no_line(tmp_path):
    told = record(body=["One\u2028two\u0085three"])
    path = file(tmp_path, versions.line_of(parsed(told)).decode())
    assert len(lines.read([path]).lines) == 1
