"""docs/records.md tells of every field of a record and of no other; its example can be loaded."""

import json
import re

import pytest

from readouts.archive import lines, records
from readouts.models.publication import Grade
from readouts.models.words import EncounterKind, Side
from tests.house.reading import ROOT

PAGE = (ROOT / "docs" / "records.md").read_text()
PARTS = {
    "The record": records.Record,
    "The principal": records.Person,
    "An encounter": records.EncounterPart,
    "A participant": records.Participant,
    "A correction": records.Correction,
    "A withdrawal": records.Withdrawn,
    "The source": records.Source,
}


def section(name):
    return PAGE.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def fields(name):
    return re.findall(r"^\| `(\w+)` \|", section(name), re.MULTILINE)


@pytest.mark.parametrize(("name", "part"), PARTS.items())
def test_every_field_of_a_part_is_told(name, part):
    assert sorted(fields(name)) == sorted(part.__struct_fields__)


def test_what_only_an_earlier_version_has_is_told():
    own = set(records.Earlier.__struct_fields__) - set(records.TOLD_APART)
    assert set(fields("An earlier version")) == own


@pytest.mark.parametrize(
    ("name", "words"),
    [("An encounter", EncounterKind), ("A participant", Side), ("A correction", Grade)],
)
def test_every_word_of_a_list_is_told(name, words):
    assert [word for word in words.values if f"`{word}`" not in section(name)] == []


def test_the_example_is_a_good_record():
    example = json.loads(re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)[1])
    record, problems, _ = lines.checked(example)
    assert problems == []
    assert record.reference == "MFA-1998-0412"
