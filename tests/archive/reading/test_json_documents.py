"""JSON documents: the same objects wherever the pieces part, and what is wrong between them."""

import json
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from readouts.archive.reading import Reading, json_documents
from readouts.archive.reading.files import Unreadable
from tests.archive.samples import record

PLAIN = some.recursive(
    some.none() | some.booleans() | some.integers(-(2**63), 2**63 - 1) | some.text(max_size=8),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=12,
)
OBJECTS = some.lists(some.dictionaries(some.text(max_size=5), PLAIN, max_size=4), max_size=4)


def read(raw, size=1 << 16):
    pieces = [raw[place : place + size] for place in range(0, len(raw), size)]
    return list(json_documents.items(pieces))


@given(
    told=OBJECTS,
    indent=some.sampled_from([None, 1]),
    size=some.integers(1, 9),
    is_ascii=some.booleans(),
)
@settings(max_examples=300)
def test_a_list_is_taken_apart_wherever_the_pieces_part(told, indent, size, is_ascii):
    raw = json.dumps(told, indent=indent, ensure_ascii=is_ascii).encode("utf-8", "surrogatepass")
    assert [item.told for item in read(raw, size)] == told


def test_the_line_is_the_one_an_object_begins_on():
    raw = b'\xef\xbb\xbf[\n  {"a": 1},\n\n  {\n    "b": "{",\n    "c": [2]\n  }, {"d": 3}\n]\n'
    assert [(item.number, item.raw) for item in read(raw)] == [
        (2, b'{"a": 1}'),
        (4, b'{"b":"{","c":[2]}'),
        (7, b'{"d": 3}'),
    ]


@pytest.mark.parametrize("raw", [b"", b"\n", b"[]", b" [\n] "])
def test_there_may_be_nothing(raw):
    assert read(raw) == []


@pytest.mark.parametrize("raw", [b'{"a": 1}', b'{"a": 1}\n{"b": 2}\n'])
def test_objects_may_stand_without_a_list(raw):
    assert len(read(raw)) == raw.count(b"{")


@pytest.mark.parametrize(
    ("raw", "line", "cure"),
    [
        (b'[{"a": 1}\n{"a": 2}]', 1, "The comma between two objects is missing"),
        (b'[{"a": 1},\n,{"a": 2}]', 1, "“,,”"),
        (b'[{"a": 1},\n', 2, "“]” is missing"),
        (b'[{"a": 1}\n', 2, "“]” is missing"),
        (b"[", 1, "“]” is missing"),
        (b'[{"a": 1}]\n]', 2, "“]]” where"),
        (b'[1, {"a": 1}]', 1, "“[1,”"),
        (b"reference,title\nA,B\n", 1, "“reference,titleA,B”"),
        (b'\n[{"a": 1}, "x"]', 2, '“,"x"]”'),
    ],
)
def test_what_is_wrong_between_objects_is_told_with_its_line(raw, line, cure):
    for size in (1, 5, 1000):
        with pytest.raises(Unreadable) as raised:
            read(raw, size)
        if size == 1000:
            assert cure in raised.value.cure
            assert raised.value.line == line


def test_a_broken_object_names_the_line_of_the_damage():
    broken, whole = read(b'[\n{\n"a": 1\n"b": 2}, {"c": 3}]')
    assert whole.told == {"c": 3}
    assert "not JSON at byte 1 of line 4" in broken.problem[2]
    assert broken.number == 2


def test_a_file_that_ends_within_an_object_is_refused():
    whole, cut = read(b'[{"a": 1}, {"b": "')
    assert (whole.told, cut.told) == ({"a": 1}, None)
    assert "truncated" in cut.problem[2]


def test_an_object_that_is_too_large_is_refused_and_not_held(monkeypatch):
    monkeypatch.setattr(json_documents, "LARGEST", 100_000)
    pieces = [b'[{"a": 1},\n{"b": "', *[b'x\\"' * 1365] * 10_000, b'"},\n{"c": 3}]']
    tracemalloc.start()
    told = list(json_documents.items(iter(pieces)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(item.number, item.told) for item in told] == [(1, {"a": 1}), (2, None), (3, {"c": 3})]
    assert peak < 1_000_000


def test_a_list_of_records_is_read(tmp_path):
    path = tmp_path / "archive.json"
    path.write_text(json.dumps([record("A"), record("B")], indent=2))
    assert [line.record.reference for line in Reading([path]).lines()] == ["A", "B"]
