"""Where a sentence says that an encounter took place."""

import pytest

from readouts.archive.scrapes.datelines import agency_in, dateline_in, is_at_home
from readouts.archive.scrapes.told_places import place_told, without_rooms


@pytest.mark.parametrize(
    ("sentence", "city", "country"),
    [
        ("Prime Minister Roe met in Vienna yesterday with Ana Doe.", "Vienna", "AT"),
        ("Ana Doe met today with Jo Roe in Uzhhorod, Ukraine.", "Uzhhorod", "UA"),
        ("Jo Roe, who is visiting Hanoi, Viet Nam, held talks with Ana Doe.", "Hanoi", "VN"),
        ("They met in Harstad today with Prime Minister Doe.", "Harstad", ""),
        ("Jo Roe met Ana Doe at the margins of the Summit in Saint Lucia.", "", "LC"),
        ("Jo Roe met with Ana Doe in Singapore.", "Singapore", "SG"),
        ("Jo Roe met with Ana Doe, Special Representative in Iraq.", "", ""),
        ("Jo Roe met with Ana Doe to discuss the talks in Geneva.", "", ""),
        ("Jo Roe met in March with Ana Doe.", "", ""),
    ],
)
def test_a_place_is_taken_from_where_people_met_and_not_from_their_topics(sentence, city, country):
    place = place_told(sentence)
    assert (place.city, place.country) == (city, country)


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("King Olav of Norland in the Round Office", "King Olav of Norland"),
        ("Jo Roe at the Department of State", "Jo Roe"),
        ("Jo Roe of Malta at the White House and Ana Doe", "Jo Roe of Malta and Ana Doe"),
        ("the Head of the UN Mission in Kosovo", "the Head of the UN Mission in Kosovo"),
    ],
)
def test_rooms_and_places_are_no_part_of_who_was_met(words, people):
    assert without_rooms(words) == people


def test_an_agency_signs_its_place():
    dateline = dateline_in("CAIRO (XNA) -- The President met today in Luxor.")
    assert dateline
    assert (dateline.place, dateline.agency) == ("CAIRO", "XNA")
    assert dateline.text == "The President met today in Luxor."
    assert agency_in("Doha, March 3, 2021 (QNA)") == "QNA"
    assert is_at_home("QNA", "QA")
    assert not is_at_home("XNA", "EG")
    assert not is_at_home("", "")
