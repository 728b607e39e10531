"""Which rows of the register are shown to a registrar as the same, and with which words."""

import pytest

from readouts.archive.doubles import likely_doubles
from readouts.archive.load import load
from readouts.models.register import Official
from tests.archive.samples import encounter, file, record

pytestmark = pytest.mark.django_db


def doubles(folder, *people):
    """What is said of the last of some people who came with an archive: name and reason."""
    told = [
        record(f"A-{n}", encounters=[encounter({"name": name, "organization": of})], body=[f"{n}."])
        for n, (name, of) in enumerate(people)
    ]
    load([file(folder, *told)])
    last = Official.objects.get(name=people[-1][0], participations__organization_name=people[-1][1])
    return [(double.row.name, double.why) for double in likely_doubles([last])[last.pk]]


def test_two_of_one_name_in_two_places_are_told_apart_by_the_place(tmp_path):
    found = doubles(tmp_path, ("King Abdullah", "Jordan"), ("King Abdullah", "Saudi Arabia"))
    assert found == [("King Abdullah", "the same name, of Jordan")]


def test_another_spelling_is_said_to_be_one(tmp_path):
    found = doubles(tmp_path, ("King Abdullah II", "Jordan"), ("Abdullah II", "Jordan"))
    assert found == [("King Abdullah II", "the same name in another spelling")]


def test_a_name_written_without_vowels_is_found_where_the_place_is_the_same(tmp_path):
    found = doubles(tmp_path, ("Mahmoud Abbas", "Palestine"), ("محمود عباس", "Palestine"))
    assert found == [("Mahmoud Abbas", "the same name but for its vowels, of Palestine too")]


def test_a_name_written_without_vowels_says_nothing_of_somebody_elsewhere(tmp_path):
    assert doubles(tmp_path, ("Mahmoud Abbas", "Valmora"), ("محمود عباس", "Palestine")) == []
