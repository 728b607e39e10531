"""YAML: plain data as JSON would have it, safely, one object after the other."""

import tracemalloc

import pytest
import yaml

from readouts.archive.reading import Reading, yaml_documents
from readouts.archive.reading.files import Unreadable
from tests.archive.samples import corrected, record, withdrawn


def read(text):
    return list(yaml_documents.items([text.encode()]))


def value(text):
    (item,) = read(f"- a: {text}")
    return item.told["a"] if item.told else item.problem


def test_records_are_the_same_as_in_json(tmp_path):
    told = [record(), corrected(), withdrawn()]
    path = tmp_path / "archive.yaml"
    path.write_text(yaml.safe_dump(told, allow_unicode=True))
    assert [item.told for item in read(path.read_text())] == told
    assert [line.problems for line in Reading([path]).lines()] == [[], [], []]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2015-03-05", "2015-03-05"),
        ("2015-03-05T17:42:00Z", "2015-03-05T17:42:00Z"),
        ("2015-03-05 17:42:00+00:00", "2015-03-05T17:42:00+00:00"),
        ("2015-03-05 17:42:00.5 +2", "2015-03-05 17:42:00.5 +2"),
        ("2015-03-05 17:42:00 -0330", "2015-03-05T17:42:00-03:30"),
        ("2015-99-99", "2015-99-99"),
        ("15:30", "15:30"),
        ("NO", "NO"),
        ("no", "no"),
        ("true", True),
        ("null", None),
        ("~", None),
        ("'1'", "1"),
        ("!!str 1", "1"),
        ("7", 7),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("1.5", 1.5),
        ("1e999", "1e999"),
        (".inf", ".inf"),
        ("1" * 30, "1" * 30),
        ("!!binary |\n    aGVs\n    bG8=", "aGVsbG8="),
    ],
)
def test_a_value_is_what_it_says(text, said):
    assert value(text) == said


def test_the_line_is_the_one_an_object_begins_on():
    text = "# archive\n- a: 1\n\n- b:\n    - 2\n-\n  c: 3\n---\nd: 4\n---\n"
    assert [(item.number, item.told) for item in read(text)] == [
        (2, {"a": 1}),
        (4, {"b": [2]}),
        (7, {"c": 3}),
        (9, {"d": 4}),
    ]


def test_what_is_named_may_be_repeated_and_merged():
    text = "- &base {a: 1, b: 2}\n- {<<: *base, b: 3}\n- {c: *base}\n- {<<: [*base, {d: 4}]}"
    assert [item.told for item in read(text)][1:] == [
        {"a": 1, "b": 3},
        {"c": {"a": 1, "b": 2}},
        {"a": 1, "b": 2, "d": 4},
    ]


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("!!python/object/apply:os.system ['true']", "no plain data"),
        ("!!python/name:os.system ''", "no plain data"),
        ("!!set {x, y}", "no plain data"),
        ("*nowhere", "Nothing before it has this name"),
        ("&x [*x]", "Nothing before it has this name"),
        ("{? [1, 2] : 3}", "A key is a word"),
        ("{x: 1, x: 2}", "twice"),
        ("{<<: 7}", "Only a mapping"),
        ("[" * 60 + "]" * 60, "levels deep"),
    ],
)
def test_what_is_no_plain_data_is_refused_and_the_next_object_read(text, cure):
    refused, whole = read(f"- a: {text}\n- b: 1")
    assert refused.told is None
    assert cure in refused.problem[2]
    assert whole.told == {"b": 1}


def test_a_bomb_of_aliases_is_refused_without_going_off():
    lines = ["- a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    tracemalloc.start()
    (item,) = read("\n".join(lines))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "more than 200,000 values" in item.problem[2]
    assert peak < 5_000_000


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"- a: 1\n- b: [\n", 3),
        (b"- a: 1\n\t- b: 2\n", 2),
        (b"- a: \xff\n", 0),
        (b"- a: \x01\n", 0),
    ],
)
def test_a_file_that_is_no_yaml_says_where(raw, line):
    with pytest.raises(Unreadable, match="not YAML") as raised:
        list(yaml_documents.items([raw]))
    assert raised.value.line == line


def test_an_object_that_is_too_large_is_not_held(monkeypatch):
    monkeypatch.setattr(yaml_documents, "LARGEST", 1_000_000)
    pieces = [b"- a: 1\n- b: ", *[b"x" * 4096] * 10_000]
    with pytest.raises(Unreadable, match="larger than"):
        list(yaml_documents.items(pieces))
