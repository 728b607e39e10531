"""Titles from the encounters, and the words of an address."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.editorial import titles

SHAPE = {
    "language": "en",
    "title": "",
    "principal": {"name": "Tomas Arrel", "title": "Secretary-General"},
    "encounters": [
        {
            "kind": "meeting",
            "occasion": "",
            "participants": [
                {
                    "side": "counterpart",
                    "honorific": "H.E. Ms.",
                    "name": "Iria Solano",
                    "title": "President",
                    "organization": "Republic of Valmora",
                }
            ],
        }
    ],
}


def title(**changes):
    """The title of a shape: `kind` and `occasion` of its encounter, `people` in place of one."""
    shape = copy.deepcopy(SHAPE)
    encounter = shape["encounters"][0]
    first = encounter["participants"][0]
    if "people" in changes:
        encounter["participants"] = [{**first, **person} for person in changes.pop("people")]
    for key in ("kind", "occasion"):
        encounter[key] = changes.pop(key, encounter[key])
    return titles.canonical_title({**shape, **changes})


WITH_IRIA = "with H.E. Ms. Iria Solano, President of the Republic of Valmora"
NAMELESS = {"honorific": "", "name": ""}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, f"Readout of the Secretary-General’s meeting {WITH_IRIA}"),
        (
            {"kind": "working_lunch", "occasion": "ahead of the OSCE Summit"},
            f"Readout of the Secretary-General’s working lunch {WITH_IRIA}, "
            "ahead of the OSCE Summit",
        ),
        ({"kind": "video_call"}, f"Readout of the Secretary-General’s video call {WITH_IRIA}"),
        (
            {"people": [{**NAMELESS, "title": "Minister", "organization": "Ordeval"}]},
            "Readout of the Secretary-General’s meeting with Minister of Ordeval",
        ),
        (
            {"people": [{}, {"name": "Ana Reth", "title": "", "organization": "African Union"}]},
            f"Readout of the Secretary-General’s meeting {WITH_IRIA}, "
            "and H.E. Ms. Ana Reth, African Union",
        ),
        ({"people": [{"side": "accompanying"}]}, ""),
        ({"people": [{"side": "ours"}]}, ""),
        ({"language": "fr"}, ""),
        ({"encounters": []}, ""),
        ({"principal": {"name": "", "title": ""}}, ""),
        (
            {"principal": {"name": "Tomas Arrel", "title": ""}},
            f"Readout of Tomas Arrel’s meeting {WITH_IRIA}",
        ),
    ],
)
def test_the_encounters_give_the_title(changes, expected):
    assert title(**changes) == expected


@pytest.mark.parametrize(
    ("office", "organization", "expected"),
    [
        ("President", "Republic of Valmora", "President of the Republic of Valmora"),
        ("President", "Valmora", "President of Valmora"),
        ("President of Valmora", "Valmora", "President of Valmora"),
        ("Chair", "The Gambia", "Chair of The Gambia"),
        ("President", "South Sudan", "President of South Sudan"),
        ("Chairperson", "African Union", "Chairperson of the African Union"),
        ("", "African Union", "African Union"),
        ("President", "", "President"),
    ],
)
def test_a_title_is_joined_to_its_organization(office, organization, expected):
    assert titles.office(office, organization) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Readout of the Secretary-General’s meeting with H.E. Mr. Nursultan Nazarbayev",
            "secretary-generals-meeting-with-nursultan-nazarbayev",
        ),
        ("Read-out on the call", "call"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("لقاء الأمين العام", "لقاء-الامين-العام"),
        ("!!!", "readout"),
        ("", "readout"),
    ],
)
def test_the_words_of_an_address(words, expected):
    assert titles.slug(words) == expected


def test_a_long_address_is_cut_between_words():
    slug = titles.slug("harvest " * 30)
    assert slug == "-".join(["harvest"] * 10)
    assert len(titles.slug("x" * 200)) == titles.LONGEST_SLUG


@given(st.text(max_size=200))
def test_a_slug_has_no_character_that_an_address_would_refuse(words):
    slug = titles.slug(words)
    assert slug
    assert len(slug) <= titles.LONGEST_SLUG
    assert all(char.isalnum() or char in "-_" for char in slug)
