"""Fixtures as `dumpdata` writes them give the records that an export would."""

import pytest

from readouts.archive import lines, versions
from readouts.archive.keeping import keep_source
from readouts.archive.load import load
from readouts.archive.reading import Reading
from readouts.archive.records import Source
from readouts.editorial import content
from readouts.models.publication import Publication
from readouts.models.readout import Readout
from tests import make
from tests.archive import samples
from tests.archive.reading.fixtures import dumped, fixture, read

pytestmark = pytest.mark.django_db

ALL_WORKING = [
    *("organization", "official", "appointment", "topic", "tag", "taggedreadout"),
    *("readout", "encounter", "participation", "event"),
]


@pytest.fixture
def archive(tmp_path):
    """Three archive records here, one of three versions, one withdrawn."""
    make.mandate()
    make.topic()
    load([samples.file(tmp_path, samples.record(tags=["ports", "wells"]), samples.corrected(),
                       samples.withdrawn())])  # fmt: skip


def exported():
    found = []
    for readout in Readout.objects.order_by("pk"):
        rows = list(Publication.objects.filter(readout=readout).order_by("number"))
        found.append(versions.record_of(rows))
    return found


@pytest.mark.parametrize("natural", [True, False])
@pytest.mark.parametrize("shuffle", [0, 1, 2])
def test_publications_give_what_an_export_gives(archive, tmp_path, natural, shuffle):
    found = read(tmp_path, dumped(natural=natural, shuffle=shuffle))
    assert [line.problems for line in found] == [[], [], []]
    told = {line.record.reference: line.record for line in found}
    assert told == {record.reference: record for record in exported()}


@pytest.mark.parametrize("natural", [True, False])
def test_the_source_that_was_kept_stands_in_where_a_publication_tells_none(tmp_path, natural):
    told = {"url": "https://office.example/1", "layout": "classic", "raw": "aGVsbG8="}
    others = samples.record("A-2", body=["No source."]), samples.withdrawn("A-3")
    load([samples.file(tmp_path, samples.record("A-1", source=told), *others)])
    rows = dumped(natural=natural)
    for row in rows:
        if row["model"] == "readouts.publication":
            row["fields"]["source"] = {}
        if row["model"] == "readouts.sourcerecord" and row["fields"]["load_line"] == 3:
            row["fields"]["url"] = "https://office.example/removed"
    first, second, removed = (line.record.source for line in read(tmp_path, rows))
    assert (first.url, first.layout, first.raw, first.file) == (
        "https://office.example/1", "classic", b"hello", "",
    )  # fmt: skip
    # The file of an earlier load is no source, and a text that was removed tells of none.
    assert (second, removed) == (None, None)


def test_the_source_of_a_draft_the_office_made_stays_at_the_desk(tmp_path):
    readout = make.published()
    keep_source(readout, Source(url="https://office.example/internal"))
    (line,) = read(tmp_path, dumped())
    assert (line.problems, line.record.source) == ([], None)


def test_what_was_protected_is_no_source(tmp_path):
    told = samples.record(source={"raw": "aGVsbG8="})
    load([samples.file(tmp_path, told)])
    readout, writer = Readout.objects.get(), make.user("wren", "Writers")
    make.edit(make.step(readout, "start_correction", writer), writer, body="<p>Mended.</p>")
    other = told | {"body": ["Else."], "source": {"raw": "b3RoZXI="}}
    assert load([samples.file(tmp_path, other)]).counts["protected"] == 1
    (line,) = read(tmp_path, dumped())
    assert line.record.source.raw == b"hello"


@pytest.mark.parametrize("natural", [True, False])
@pytest.mark.parametrize("shuffle", [0, 1, 2])
def test_working_copies_give_the_same_text(archive, tmp_path, natural, shuffle):
    found = read(tmp_path, dumped(*ALL_WORKING, natural=natural, shuffle=shuffle))
    assert [line.problems for line in found] == [[], [], []]
    for line in found:
        readout = Readout.objects.get(reference=line.record.reference)
        shape = versions.shape_of(line.record)
        printed = content.snapshot(readout)
        for name in ("title", "body", "issued", "dateline", "tags", "language"):
            assert shape[name] == printed[name], name
        assert _printed(shape) == _printed(printed)
        first = Publication.objects.filter(reference=readout.reference).order_by("number").first()
        assert (line.record.withdrawn is None) == (first.withdrawn_at is None)


def _printed(shape):
    people = [
        (encounter["date"], encounter["kind"], person["name"], person["organization"])
        for encounter in shape["encounters"]
        for person in encounter["participants"]
    ]
    mentioned = {row["name"] for row in (*shape["organizations"], *shape["topics"])}
    return people, mentioned, shape["principal"]["name"]


def test_the_order_is_that_of_the_readouts(archive, tmp_path):
    rows = dumped(*ALL_WORKING)
    rows.sort(key=lambda row: row["fields"].get("reference", ""), reverse=True)
    found = read(tmp_path, rows)
    assert [line.record.reference for line in found] == [
        "A-2015-0003",
        "A-2015-0002",
        "A-2015-0001",
    ]


def test_register_rows_come_first_and_by_themselves(archive, tmp_path):
    reading = Reading([fixture(tmp_path, dumped())])
    objects = list(reading.register_objects())
    assert {row.object["model"] for row in objects} == {
        "readouts.organization",
        "readouts.official",
        "readouts.appointment",
        "readouts.topic",
        "readouts.tag",
    }
    assert (objects[0].file, objects[0].line) == ("fixture.json", 2)
    assert len(list(reading.lines())) == 3
    assert reading.position == reading.total


def test_numbers_of_register_rows_are_looked_up_here_when_the_files_lack_them(archive, tmp_path):
    rows = dumped("readout", "encounter", "participation", "taggedreadout", "tag", natural=False)
    found = [line for line in read(tmp_path, rows) if line.record]
    assert found[0].record.organizations
    assert found[0].record.topics


def test_a_draft_never_becomes_public(tmp_path):
    make.draft()
    (line,) = read(tmp_path, dumped())
    assert "this text was not" in line.problems[0][2]
    assert line.problems[0][:2] == ("fields.state", "draft")


def test_what_is_in_hand_is_not_read_where_a_version_is_public(tmp_path):
    readout = make.published()
    Readout.objects.filter(pk=readout.pk).update(state="draft", title="In hand")
    (line,) = read(tmp_path, dumped())
    assert line.problems == []
    assert line.record.title == readout.title


def test_a_draft_of_an_archive_record_is_one_unless_it_is_a_correction_in_hand(archive, tmp_path):
    rows = [row for row in dumped(*ALL_WORKING) if "A-2015-0001" in str(row["fields"]) or
            row["model"].split(".")[1] in ("organization", "official", "topic", "tag")]  # fmt: skip
    for row in rows:
        row["fields"].pop("state", None)
    *_, line = read(tmp_path, rows)
    assert line.problems[0][0] == "fields.state"
    bare = [row for row in rows if row["model"] != "readouts.event"]
    assert [line.problems for line in read(tmp_path, bare)] == [[]]


def test_a_withdrawal_that_nothing_tells_of_is_refused(archive, tmp_path):
    rows = [row for row in dumped(*ALL_WORKING) if row["model"] != "readouts.event"]
    found = [line for line in read(tmp_path, rows) if line.problems]
    assert ["Nothing says when and why" in line.problems[0][2] for line in found] == [True]


# --- what is wrong --------------------------------------------------------------------------------


def changed(rows, model, **fields):
    """The rows, the last of one model changed; and the line of that one."""
    places = [place for place, row in enumerate(rows) if row["model"] == f"readouts.{model}"]
    rows[places[-1]]["fields"] |= fields
    return rows, places[-1] + 2


@pytest.mark.parametrize(
    ("model", "fields", "said"),
    [
        ("encounter", {"date": "2015-99-99"}, ("fields.date", "YYYY-MM-DD")),
        ("encounter", {"kind": "chat"}, ("fields.kind", "courtesy_call")),
        ("participation", {"side": "theirs"}, ("fields.side", "counterpart")),
        ("participation", {"organization_name": "x" * 301}, ("fields.organization_name", "longer")),
        ("participation", {"official": 987654}, ("fields.official", "No official of these files")),
        ("participation", {"titel": "x"}, ("fields.titel", "Did you mean “title”?")),
        ("encounter", {"number": 1}, ("fields.number", "occasion, position, precision,")),
        (
            "participation",
            {"encounter": ["none", 1]},
            ("fields.encounter", "in none of these files"),
        ),
        ("encounter", {"readout": None}, ("fields.readout", "to what the row belongs")),
        ("readout", {"principal_name": 7}, ("fields.principal_name", "A text belongs here")),
        ("readout", {"dateline_country": "kz"}, ("fields.dateline_country", "country, KZ.")),
        ("readout", {"topics": [["none"]]}, ("fields.topics[0]", "No topic of these files")),
        ("readout", {"topics": "none"}, ("fields.topics", "list of keys")),
        ("readout", {"translation_of": 987654}, ("fields.translation_of", "No readout")),
        ("readout", {"state": "approved"}, ("fields.state", "this text was not")),
        ("readout", {"reference": ""}, ("fields.reference", "too short")),
    ],
)
def test_a_problem_names_the_row_and_its_field(archive, tmp_path, model, fields, said):
    where, cure = said
    rows, number = changed(dumped(*ALL_WORKING), model, **fields)
    found = [line for line in read(tmp_path, rows) if line.problems]
    places = [(line.number, name) for line in found for name, _, _ in line.problems]
    assert (number, where) in places
    assert any(cure in words[2] for line in found for words in line.problems)
    assert all(line.raw for line in found)


@pytest.mark.parametrize(
    ("fields", "where", "cure"),
    [
        ({"shape": {}}, "fields.shape.reference", "missing"),
        ({"published_at": "yesterday"}, "fields.published_at", "with its zone"),
        ({"number": 7}, "fields.number", "numbered from 1"),
        ({"reference": None}, "fields.reference", "to what the row belongs"),
    ],
)
def test_a_problem_of_a_publication_names_its_row(archive, tmp_path, fields, where, cure):
    rows, number = changed(dumped(), "publication", **fields)
    found = [line for line in read(tmp_path, rows) if line.problems]
    assert (found[0].number, found[0].problems[0][0]) == (number, where)
    assert cure in found[0].problems[0][2]


def test_problems_in_several_rows_say_where_each_is(archive, tmp_path):
    rows, first = changed(dumped(*ALL_WORKING), "encounter", kind="chat")
    rows, second = changed(rows, "participation", side="theirs")
    (line,) = [line for line in read(tmp_path, rows) if line.problems]
    assert line.number == first
    assert [words[0] for words in line.problems] == ["fields.kind", f"fields.side on line {second}"]


def test_two_rows_of_one_number_are_refused(archive, tmp_path):
    rows = dumped(*ALL_WORKING, natural=False)
    encounters = [row for row in rows if row["model"] == "readouts.encounter"]
    encounters[1]["pk"] = encounters[0]["pk"]
    found = [line for line in read(tmp_path, rows) if line.problems]
    assert any("has it too" in words[2] for line in found for words in line.problems)


def test_a_readout_that_is_there_twice_is_refused(archive, tmp_path):
    rows = dumped(*ALL_WORKING)
    rows += [row for row in rows if row["model"] == "readouts.readout"][:1]
    (line,) = [line for line in read(tmp_path, rows) if line.problems]
    assert (line.number, line.problems[0][0]) == (len(rows) + 1, "fields.reference")


@pytest.mark.parametrize(
    ("row", "where", "cure"),
    [
        ({"model": "auth.user", "pk": 1, "fields": {}}, "model", "An archive has no such rows"),
        ({"model": "readouts.readuot", "fields": {}}, "model", "Did you mean “readouts.readout”?"),
        ({"model": "readouts.readout"}, "fields", "Add them"),
        ({"model": "readouts.readout", "fields": {}, "title": "x"}, "title", "Move it into"),
        ({"model": "readouts.topic", "pk": [1], "fields": {}}, "pk", "number or a word"),
        (samples.record(), "", "among the rows of a fixture"),
        ('{"model" "x"}', "", "not JSON"),
    ],
)
def test_an_object_that_is_no_row_of_an_archive_is_refused(archive, tmp_path, row, where, cure):
    rows = [*dumped(), row]
    *good, line = read(tmp_path, rows)
    assert [line.problems for line in good] == [[], [], []]
    assert (line.number, line.problems[0][0]) == (len(rows) + 1, where)
    assert cure in line.problems[0][2]


def test_a_row_among_records_is_refused(tmp_path):
    row = '{"model": "readouts.topic", "fields": {"slug": "x", "name": "X"}}'
    good, line = Reading([samples.file(tmp_path, samples.record(), row)]).lines()
    assert good.problems == []
    assert "a row of a fixture among records" in line.problems[0][2]


def test_what_was_put_together_can_be_mended_as_a_record(archive, tmp_path):
    rows, _ = changed(dumped(*ALL_WORKING), "encounter", kind="chat")
    (line,) = [line for line in read(tmp_path, rows) if line.problems]
    mended = samples.file(tmp_path, line.raw.decode().replace('"chat"', '"meeting"'))
    (again,) = Reading([mended]).lines()
    assert again.problems == []


def test_records_and_fixtures_may_lie_in_one_folder(archive, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    fixture(folder, dumped(*ALL_WORKING))
    samples.file(folder, samples.record("B-1"))
    found = [line.record.reference for line in Reading([folder]).lines()]
    assert found == ["B-1", "A-2015-0001", "A-2015-0002", "A-2015-0003"]


def test_the_checks_of_a_record_are_those_of_a_fixture(archive, tmp_path):
    rows = dumped(*ALL_WORKING)
    next(row for row in rows if row["model"] == "readouts.readout")["fields"]["body"] = ""
    (line,) = [line for line in read(tmp_path, rows) if line.problems]
    record, problems, _ = lines.checked(samples.record(body=[]))
    assert line.problems[0][2] == problems[0][2]
    assert record is not None
