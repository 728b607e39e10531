"""JSON Lines: what is passed over, what is refused, and how much is held."""

import json
import tracemalloc

import pytest

from readouts.archive.reading import Reading, items, json_lines
from tests.archive.samples import file, record


def read(raw):
    return list(json_lines.items([raw]))


def test_empty_lines_remarks_and_a_byte_order_mark_are_passed_over():
    raw = b'\xef\xbb\xbf{"reference": "A"}\r\n\n# mend this:\n  \n{"reference": "B"}'
    assert [(item.number, item.told) for item in read(raw)] == [
        (1, {"reference": "A"}),
        (5, {"reference": "B"}),
    ]


def test_pieces_may_part_anywhere():
    raw = b'{"a": "1"}\n\n{"b": "2"}\n{"c": "\xc3\xa9"}'
    whole = read(raw)
    for place in range(len(raw)):
        assert list(json_lines.items([raw[:place], raw[place:]])) == whole


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        (b"{", "not JSON"),
        (b'{"a": "\xff"}', "not UTF-8 at byte 8"),
        (b"[]", "A record is a JSON object"),
        (b'{"a": 1e999}', "not JSON"),
        (b'{"a": NaN}', "not JSON"),
        (b'{"a": "\\ud800"}', "not JSON"),
        (b'{"a": "b\tc"}', "not JSON at byte 9"),
        (b'{"a": ' + b"[" * 100_000, "levels deep"),
        (b'{"a": ' + b"[" * 50 + b"]" * 50 + b"}", "levels deep"),
        (b'{"a": 1, "b": {"c": ":", "\\u0063": 2}}', "twice"),
    ],
)
def test_a_line_that_is_no_object_is_refused(line, cure):
    (item,) = read(line)
    assert item.told is None
    assert cure in item.problem[2]
    assert item.raw == line


def test_the_key_that_is_there_twice_is_named():
    (item,) = read(b'{"a": {"title": "x", "title": "y"}}')
    assert item.problem[0] == "title"


def test_a_line_that_is_too_large_is_refused_and_not_held(monkeypatch):
    monkeypatch.setattr(json_lines, "LARGEST", 100_000)
    pieces = [b'{"a": 1}\n{"b": "', *[b"x" * 4096] * 10_000, b'"}\n{"c": 3}']
    tracemalloc.start()
    told = list(json_lines.items(iter(pieces)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [item.told for item in told] == [{"a": 1}, None, {"c": 3}]
    assert told[1].problem == items.TOO_LARGE
    assert peak < 1_000_000


def test_a_record_comes_with_its_problems_and_its_own_bytes(tmp_path):
    path = file(tmp_path, record(), "{", record(titel="x"), record(body=[]))
    good, broken, unknown, partly = Reading([path]).lines()
    assert good.record.reference == "A-2015-0001"
    assert (good.problems, good.number, json.loads(good.raw)) == ([], 1, record())
    assert (broken.record, broken.raw, broken.number) == (None, b"{", 2)
    assert (unknown.record, unknown.problems[0][0]) == (None, "titel")
    assert "The body is empty" in partly.problems[0][2]
    assert str(unknown.problem(*unknown.problems[0])).startswith("archive.jsonl, line 3, titel: ")


def test_position_ends_at_the_total(tmp_path):
    reading = Reading([file(tmp_path, record(), record("B"))])
    assert reading.position == 0
    assert len(list(reading.lines())) == 2
    assert reading.position == reading.total == (tmp_path / "archive.jsonl").stat().st_size
