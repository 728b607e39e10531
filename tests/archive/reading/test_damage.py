"""Damaged files: a problem each time, never an exception; and memory stays flat."""

import json
import random
import tracemalloc

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from readouts.archive import lines
from readouts.archive.reading import Reading
from readouts.archive.records import Record
from tests import make
from tests.archive import samples
from tests.archive.mutations import GOOD, damaged
from tests.archive.reading.fixtures import dumped

FILES = {
    "archive.jsonl": "\n".join(json.dumps(told, ensure_ascii=False) for told in GOOD).encode(),
    "archive.json": json.dumps(GOOD, indent=1, ensure_ascii=False).encode(),
    "archive.yaml": yaml.safe_dump(GOOD, allow_unicode=True).encode(),
}


def whole_or_told(path):
    """Read a file; every line is a record without problems or has problems with cures."""
    reading = Reading([path])
    for row in reading.register_objects():
        assert isinstance(row.object["fields"], dict)
    for line in reading.lines():
        assert line.problems or isinstance(line.record, Record)
        for words in line.problems:
            assert str(line.problem(*words))
            assert words[2]
        assert b"\n" not in line.raw


@pytest.mark.parametrize("name", FILES)
@given(seed=some.integers(0, 2**32))
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_told_of(tmp_path, name, seed):
    path = tmp_path / name
    path.write_bytes(damaged(FILES[name], random.Random(seed)))
    whole_or_told(path)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_cut_off_is_never_whole_without_a_word(tmp_path, name):
    path = tmp_path / name
    raw = FILES[name]
    for end in range(1, len(raw), 37):
        path.write_bytes(raw[:end])
        whole_or_told(path)


@pytest.mark.django_db
@pytest.mark.parametrize("natural", [True, False])
@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_a_damaged_fixture_is_told_of(tmp_path, natural, suffix):
    for _ in range(2):
        make.published(topics=[make.topic()], tags=["ports"])
    rows = dumped(natural=natural)
    raw = (json.dumps(rows) if suffix == "json" else yaml.safe_dump(rows)).encode()
    chance = random.Random(7)
    path = tmp_path / f"fixture.{suffix}"
    for _ in range(60):
        path.write_bytes(damaged(raw, chance))
        whole_or_told(path)


VALUES = some.recursive(
    some.none() | some.booleans() | some.integers(-(2**70), 2**70) | some.floats() | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.django_db
@given(data=some.data())
@settings(max_examples=300)
def test_any_value_in_any_field_of_a_row_is_told_of(tmp_path_factory, data):
    row = data.draw(some.sampled_from(ROWS))
    field = data.draw(some.sampled_from(sorted(row["fields"])))
    told = [dict(other) for other in ROWS]
    told[ROWS.index(row)] = row | {"fields": row["fields"] | {field: data.draw(VALUES)}}
    path = tmp_path_factory.mktemp("rows") / "rows.json"
    path.write_text(json.dumps(told))
    whole_or_told(path)


ROWS = [
    {"model": "readouts.topic", "pk": 1, "fields": {"slug": "ports", "name": "Ports"}},
    {"model": "readouts.tag", "pk": 1, "fields": {"name": "wells", "slug": "wells"}},
    {
        "model": "readouts.readout",
        "pk": 1,
        "fields": {
            "reference": "R-1",
            "origin": "archive",
            "state": "published",
            "language": "en",
            "title": "Readout of a meeting",
            "body": "<p>They met.</p>",
            "principal_name": "Tomas Arrel",
            "issued": "2015-03-05",
            "topics": [1],
            "organizations": [],
            "mandate": None,
            "translation_of": None,
        },
    },
    {
        "model": "readouts.encounter",
        "pk": 1,
        "fields": {"readout": 1, "position": 1, "kind": "meeting", "date": "2015-03-05",
                   "time": "15:30:00", "zone": "Europe/Zurich", "precision": "day"},
    },
    {
        "model": "readouts.participation",
        "pk": 1,
        "fields": {"encounter": 1, "position": 1, "name": "Iria Solano", "official": None},
    },
    {"model": "readouts.taggedreadout", "pk": 1, "fields": {"tag": 1, "content_object": 1}},
    {
        "model": "readouts.event",
        "pk": 1,
        "fields": {"readout": 1, "number": 1, "to_state": "published",
                   "at": "2015-03-05T17:00:00Z"},
    },
    {
        "model": "readouts.sourcerecord",
        "pk": 1,
        "fields": {"readout": 1, "file": "a.html", "fields": {}, "warnings": [], "raw": None},
    },
]  # fmt: skip


@given(told=some.dictionaries(some.sampled_from(Record.__struct_fields__) | some.text(), VALUES))
@settings(max_examples=300)
def test_any_value_in_any_field_of_a_record_is_told_of(told):
    record, problems, _ = lines.checked({"reference": "A"} | told)
    assert record is not None or problems


@pytest.mark.parametrize(
    "name", ["\n", "`", "a`b", "x - at `$.y`", "x - at `$[0]`", "", "a.b", "[0]"]
)
def test_a_field_of_any_name_is_told_of(name):
    for told in ({name: 1}, {"dateline": {name: 1}}, {"encounters": [{name: []}]}):
        assert lines.checked({"reference": "A"} | told)[1]


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00Z"]
)
def test_a_moment_at_the_end_of_time_is_told_of(moment):
    for told in (samples.record(published_at=moment), samples.corrected()):
        if "corrections" in told:
            told["corrections"] = [{**said, "at": moment} for said in told["corrections"]]
        assert "There was no such year" in lines.checked(told)[1][0][2]


# --- memory -------------------------------------------------------------------------------------


def peak_of(path):
    reading = Reading([path])
    tracemalloc.start()
    count = sum(1 for _ in reading.register_objects()) + sum(1 for _ in reading.lines())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return count, peak


def of_many(folder, name, count):
    path = folder / name
    told = [{"reference": f"A-{number}", "body": ["They met. " * 20]} for number in range(count)]
    if name == "fixture.json":
        row = {"model": "readouts.readout", "pk": 1, "fields": {}}
        told = [{**row, "pk": n, "fields": {"reference": f"A-{n}"}} for n in range(count)]
    if name.endswith("l") and not name.endswith("yaml"):
        path.write_text("\n".join(map(json.dumps, told)))
    elif name.endswith("json"):
        path.write_text(json.dumps(told))
    else:
        path.write_text("".join(f"- {json.dumps(one)}\n" for one in told))
    return path


@pytest.mark.parametrize("name", ["archive.jsonl", "archive.json", "archive.yaml", "fixture.json"])
def test_memory_stays_flat(tmp_path, name):
    peak_of(of_many(tmp_path, name, 100))
    few, small = peak_of(of_many(tmp_path, name, 300))
    many, large = peak_of(of_many(tmp_path, name, 3000))
    assert many == 10 * few
    assert large < small * 1.3 + 200_000
