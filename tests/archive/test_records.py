"""A record goes to the public and comes back the same; the format is as long as the columns."""

import base64
import hashlib

import msgspec
import pytest

from readouts.archive import lines, records, versions
from readouts.archive.load import load
from readouts.archive.reading import Reading
from readouts.models.publication import Publication, PublicationTag
from readouts.models.readout import Encounter, Participation, Readout
from readouts.models.register import Official, Organization, Topic
from readouts.models.source import SourceRecord
from tests import make
from tests.archive.samples import PRESIDENT, corrected, encounter, file, record, withdrawn

KEPT = {"at": "2015-04-01T09:00:00Z", "reason": "Issued in error."}
SOURCE = {"file": "page.html", "layout": "classic", "fields": {"title": "printed"}}


def parsed(told):
    found, problems = lines.parse(told)
    assert problems == []
    return found


def exported(reference, place_now=None):
    rows = list(Publication.objects.filter(reference=reference).order_by("number"))
    return versions.record_of(rows, place_now)


def without_keys(part):
    """A part of a record as somebody writes it who does not know the register."""
    if isinstance(part, records.Named):
        return part.name
    if isinstance(part, list):
        return [without_keys(item) for item in part]
    if not isinstance(part, records.Fields):
        return part
    changes = {name: without_keys(getattr(part, name)) for name in part.__struct_fields__}
    changes |= {name: None for name in ("register",) if name in changes}
    changes |= {name: "" for name in ("address",) if name in changes}
    return msgspec.structs.replace(part, **changes)


def rows(reference):
    """All columns of the publications of a readout but their numbers and that of the readout."""
    found = Publication.objects.filter(reference=reference).order_by("number").values()
    return [{k: v for k, v in row.items() if k not in ("id", "readout_id")} for row in found]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "told",
    [
        record(source=SOURCE),
        record(body=["One.", {"html": "<blockquote><p>Two.</p></blockquote>"}], source=SOURCE),
        record(encounters=[encounter(time="15:30", zone="Europe/Zurich")], source=SOURCE),
        record(encounters=[encounter(date="2015-01-01", precision="year")], source=SOURCE),
        corrected(source=SOURCE),
        record(withdrawn=KEPT, source=SOURCE),
        record(),
        record(tags=["Ports", "ponts d’été"]),
    ],
)
def test_what_was_loaded_is_exported_as_it_came(tmp_path, told):
    make.mandate()
    make.topic()
    load([file(tmp_path, told)])
    assert without_keys(exported(told["reference"])) == parsed(told)


@pytest.mark.django_db
def test_what_was_exported_loads_as_unchanged(tmp_path):
    make.mandate()
    load([file(tmp_path, record(), corrected(), withdrawn())])
    told = [versions.line_of(exported(reference)).decode() for reference in
             ("A-2015-0001", "A-2015-0002", "A-2015-0003")]  # fmt: skip
    report = load([file(tmp_path, *told)])
    assert (report.counts["new"], report.counts["unchanged"]) == (0, 3)


@pytest.mark.django_db
def test_an_exported_record_is_as_long_as_the_readout_is_public(tmp_path):
    """A text that was removed is in no export: the record says what the notice says."""
    make.mandate()
    told = corrected("A-2015-0003") | {"withdrawn": withdrawn()["withdrawn"], "source": SOURCE}
    load([file(tmp_path, told)])
    line = msgspec.json.decode(versions.line_of(exported("A-2015-0003")))
    assert set(line) == {
        "reference", "address", "language", "title", "principal", "dateline", "published_at",
        "encounters", "corrections", "earlier", "withdrawn",
    }  # fmt: skip
    assert line["principal"] == line["dateline"] == {}
    assert line["encounters"] == [{"kind": "other", "date": "2015-03-05"}]
    assert line["earlier"] == [
        {"number": 1, "published_at": "2015-03-05T17:42:00Z"},
        {"number": 2, "published_at": "2015-03-06T08:00:00Z"},
    ]
    assert {correction["note"] for correction in line["corrections"]} == {"The text was removed."}


# --- what an export adds ------------------------------------------------------------------------


@pytest.fixture
def loaded_anew(tmp_path):
    """A function that publishes a record in another database, as it were: under a reference of
    its own, so that nothing here answers for it."""

    def anew(told, reference="Z-1"):
        again = msgspec.structs.replace(told, reference=reference, address="")
        load([file(tmp_path, versions.line_of(again).decode())])
        return exported(reference), rows(reference)

    return anew


@pytest.mark.django_db
def test_versions_before_the_last_keep_what_they_alone_had(loaded_anew, tmp_path):
    """Language, original, place, source, grade and withdrawal of each version."""
    load([file(tmp_path, record("A-1"))])
    told = corrected(
        "A-2",
        place="Genève, Confédération",
        source={"url": "https://example.org/new"},
        topics=[{"key": "disarmament", "name": "Arms"}],
    )
    told["earlier"][0] |= {
        "language": "fr", "translation_of": "A-1", "place": "Geneva, Helvetia", "tags": ["Ports"],
        "source": {"url": "https://example.org/old", "warnings": ["Cut short."]},
        "withdrawn": {"at": "2015-03-05T20:00:00Z", "reason": "Sent too early."},
        "topics": ["Disarmament"], "issued": None,
    }  # fmt: skip
    load([file(tmp_path, told)])
    first, second, third = rows("A-2")
    assert (first["language"], first["translation_of"]) == ("fr", "A-1")
    assert (first["place"], third["place"]) == ("Geneva, Helvetia", "Genève, Confédération")
    assert first["source"]["warnings"] == ["Cut short."]
    assert second["source"] == third["source"] == {"url": "https://example.org/new"}
    assert first["withdrawal_reason"] == "Sent too early."
    assert second["withdrawn_at"] is None
    assert first["superseded_at"] == second["published_at"]
    assert third["shape"]["topics"] == [{"key": "disarmament", "name": "Arms"}]
    record_, again = loaded_anew(exported("A-2", lambda *_: ""))
    varying = ("reference", "address", "digest", "shape")
    for was, now in zip(rows("A-2"), again, strict=True):
        assert {k: v for k, v in was.items() if k not in varying} == {
            k: v for k, v in now.items() if k not in varying
        }
    assert record_.earlier == exported("A-2").earlier


@pytest.mark.django_db
def test_a_place_is_told_where_it_would_be_printed_otherwise_today(tmp_path):
    load([file(tmp_path, record(place="Geneva, Helvetia"))])
    (row,) = Publication.objects.all()
    assert versions.record_of([row], lambda *_: "Geneva, Switzerland").place == "Geneva, Helvetia"
    assert versions.record_of([row], lambda *_: "Geneva, Helvetia").place == ""


@pytest.mark.django_db
def test_the_address_of_a_record_is_kept(tmp_path):
    load([file(tmp_path, corrected(address="2015/03/05/kept"))])
    assert {row["address"] for row in rows("A-2015-0002")} == {"2015/03/05/kept"}
    assert exported("A-2015-0002").address == "2015/03/05/kept"


@pytest.mark.django_db
def test_keys_go_before_printed_names(tmp_path):
    make.mandate()
    namesake = make.official("Another Name", slug="iria-solano-2")
    guest = PRESIDENT | {"register": {"official": namesake.slug}}
    load([file(tmp_path, record(encounters=[encounter(guest)]))])
    (row,) = rows("A-2015-0001")
    (person,) = row["shape"]["encounters"][0]["participants"]
    assert person["register"] == {"official": "iria-solano-2"}
    assert not Official.objects.filter(name="Iria Solano").exists()


@pytest.mark.django_db
def test_keys_given_as_none_are_the_whole_answer(tmp_path):
    make.mandate()
    guest = PRESIDENT | {"register": {}}
    load([file(tmp_path, record(encounters=[encounter(guest)], principal={"title": "SG",
          "register": {}}))])  # fmt: skip
    assert not Official.objects.exclude(name="Tomas Arrel").exists()
    assert exported("A-2015-0001").principal.register == records.RegisterKeys()


@pytest.mark.django_db
def test_a_key_the_register_does_not_have_leaves_the_printed_name(tmp_path):
    term = make.appointment()
    key = [*term.natural_key()[:2], "Minister", "substantive", None]
    known = PRESIDENT | {"register": {"official": term.official.slug, "appointment": key}}
    unknown = PRESIDENT | {"name": "Bastien Oréval", "register": {"official": "nobody"}}
    topics = [{"key": "nothing", "name": "Disarmament"}]
    load([file(tmp_path, record(encounters=[encounter(known, unknown)], topics=topics))])
    people = rows("A-2015-0001")[0]["shape"]["encounters"][0]["participants"]
    assert people[0]["register"] == {"official": "iria-solano"}
    assert people[1]["register"]["official"] == "bastien-oreval"
    assert Topic.objects.get().name == "Disarmament"


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
        (records.Record, Publication, {}),
        (records.Earlier, Publication, {}),
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


def test_what_is_named_is_as_long_as_its_columns():
    told = {field.name: field.type for field in msgspec.structs.fields(records.Record)}
    longest = {
        name: {
            getattr(item, "max_length", None)
            for item in getattr(kind.item_type, "types", [kind.item_type])
        }
        for name in ("organizations", "topics", "tags")
        for kind in [msgspec.inspect.type_info(told[name])]
    }
    assert longest["organizations"] == {
        Organization._meta.get_field("official_name").max_length,
        None,
    }
    assert longest["topics"] == {Topic._meta.get_field("name").max_length, None}
    assert longest["tags"] == {PublicationTag._meta.get_field("name").max_length}
    key = msgspec.inspect.type_info(records.Key)
    assert key.max_length == Official._meta.get_field("slug").max_length


# --- what is wrong with a line ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "field", "cure"),
    [
        (record(reference=""), "reference", "too short"),
        (record(published_at="2015-03-32"), "published_at", "2010-11-30T18:00:00Z"),
        (record(published_at="0001-01-01"), "published_on", "no such year"),
        (record(published_at="2015-03-05T10:00:00"), "published_at", "with its zone"),
        (record(titel="x"), "titel", "Did you mean “title”?"),
        (record(title="x" * 401), "title", "longer than 400"),
        (record(dateline={"city": "Astana", "country": "kz"}), "dateline.country", "country, KZ."),
        (record(dateline={"country": "Kazakhstan"}), "dateline.country", "country, KZ."),
        (record(dateline={"country": "Utopia"}), "dateline.country", "such as KZ"),
        (record(headline="x"), "headline", "Did you mean “title”?"),
        (record(content="x"), "content", "Did you mean “body”?"),
        (record(date="2015-03-05"), "date", "Did you mean “issued”?"),
        (record(url="x"), "url", "It belongs into “source”."),
        (record(participants=[]), "participants", "It belongs into “encounters”."),
        (record(zzz="x"), "zzz", "or use one of reference, origin, address,"),
        (
            record(encounters=[encounter({"name": "A", "role": "x"})]),
            "encounters[0].participants[0].role",
            "Did you mean “title”?",
        ),
        (record(encounters=[encounter(kind="chat")]), "encounters[0].kind", "courtesy_call"),
        (
            record(encounters=[encounter({"name": "A", "side": "theirs"})]),
            "encounters[0].participants[0].side",
            "counterpart",
        ),
        (record(encounters=[encounter(precision="month")]), "encounters[0].date", "first day"),
        (record(encounters=[encounter(time="10:00")]), "encounters[0].time", "time zone"),
        (record(encounters=[encounter(zone="Mars/Base")]), "encounters[0].zone", "IANA"),
        (record(encounters=["a meeting"]), "encounters[0]", "own: kind, date, precision,"),
        (record(principal="Tomas Arrel"), "principal", "in braces, with fields of its own: name,"),
        (record(tags="ports"), "tags", "in square brackets"),
        (record(issued=20150305), "issued", "in quotation marks as YYYY-MM-DD"),
        (record(place=7), "place", "in quotation marks."),
        (record(origin="web"), "origin", "Use one of office, archive."),
        (record(address="readouts/1"), "address", "such as 2010/11/30/"),
        (record(source={"raw": "!"}), "source.raw", "base64"),
        (
            record(corrections=[{"number": 0, "at": "2015-04-01T09:00:00Z", "note": "–"}]),
            "corrections[0].number",
            "whole number from 1",
        ),
        (record(corrections=[["x"]]), "corrections[0]", "object"),
        (record(body=[{"htm": "x"}]), "body[0].htm", "Did you mean “html”?"),
        (record(withdrawn={"at": "2015-04-01T09:00:00Z"}), "withdrawn.reason", "missing"),
        (record(source={"sha256": "abc"}), "source.sha256", "64 digits"),
    ],
)
def test_a_field_that_cannot_be_read_is_named_with_its_cure(told, field, cure):
    found = lines.parse(told)[1]
    assert [name for name, _, _ in found][:1] == [field]
    assert cure in found[0][2]


@pytest.mark.parametrize(
    "told",
    [
        record(encounters=[encounter(time="10:00")]),
        record(encounters=[encounter(zone="Mars/Base")]),
        record(encounters=[encounter(precision="year")]),
        record(published_at="0001-01-01"),
        record(language="English"),
    ],
)
def test_what_stands_in_a_field_is_told_once_and_quoted_once(told):
    ((name, value, cure),) = lines.checked(told)[1]
    sentence = str(lines.Problem("a.jsonl", 1, name, value, cure))
    assert value
    assert sentence.count(f"“{value}”") == 1
    assert "““" not in sentence


def test_a_checksum_that_is_not_that_of_the_bytes_is_refused():
    raw = base64.b64encode(b"<p>They met.</p>").decode()
    right = hashlib.sha256(b"<p>They met.</p>").hexdigest()
    for told in ({"raw": raw}, {"sha256": "0" * 64}, {"raw": raw, "sha256": right}):
        assert lines.parse(record(source=told))[1] == []
    ((name, value, cure),) = lines.parse(record(source={"raw": raw, "sha256": "0" * 64}))[1]
    assert (name, value) == ("source.sha256", "0" * 64)
    assert right in cure


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
        (b"[" * 100_000, "levels deep"),
        (b'{"reference": "A", "body": NaN}', "not JSON"),
    ],
)
def test_a_line_that_is_no_record_is_refused(tmp_path, line, cure):
    path = tmp_path / "archive.jsonl"
    path.write_bytes(line + b"\n")
    (line,) = Reading([path]).lines()
    (words,) = line.problems
    problem = line.problem(*words)
    assert (problem.file, problem.line) == ("archive.jsonl", 1)
    assert cure in problem.cure


def test_empty_lines_and_a_byte_order_mark_are_skipped(tmp_path):
    path = tmp_path / "archive.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + b'{"reference": "A"}\n\n  \n' + b'{"reference": "B"}')
    assert [line.number for line in Reading([path]).lines()] == [1, 4]


def test_a_line_break_inside_a_text_ends_no_line(tmp_path):
    told = record(body=["One\u2028two\u0085three"])
    path = file(tmp_path, versions.line_of(parsed(told)).decode())
    assert len(list(Reading([path]).lines())) == 1
