"""Whom a sentence introduces as its subject, in full."""

import pytest

from readouts.archive.scrapes.introductions import called_on, introduced


def told(people):
    return [(p.honorific, p.name, p.title, p.organization) for p in people]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The President of Malta, Dr. Jo Roe, met this morning with Ana Doe.",
            [("Dr.", "Jo Roe", "President", "Malta")],
        ),
        (
            "On March 2, from 6 p.m., Mr. ROE Jo, Prime Minister of Japan, who is visiting Oslo, "
            "held talks with Ana Doe.",
            [("Mr.", "ROE Jo", "Prime Minister", "Japan")],
        ),
        (
            "Under Secretary of State for Political Affairs Ana Doe spoke today with Jo Roe.",
            [("", "Ana Doe", "Under Secretary of State for Political Affairs", "")],
        ),
        (
            "The President of the European Council, Jo Roe, and the President of the European "
            "Commission, Ana von der Doe, held a videoconference.",
            [
                ("", "Jo Roe", "President", "European Council"),
                ("", "Ana von der Doe", "President", "European Commission"),
            ],
        ),
        (
            "Chair of the Caribbean Community (CARICOM), the Hon. Jo Roe, Prime Minister of "
            "Belize, held talks.",
            [("the Hon.", "Jo Roe", "Chair", "Caribbean Community")],
        ),
        (
            "HH the Amir Sheikh Tariq bin Jo Al Roe received a phone call today.",
            [("HH Sheikh", "Tariq bin Jo Al Roe", "Amir", "")],
        ),
        ("The president of the ICRC, Ana Doe, met Jo Roe.", [("", "Ana Doe", "president", "ICRC")]),
        ("Both leaders met on the margins of the summit.", []),
        ("The wife of President Jo Roe met with students.", []),
    ],
)
def test_the_subject_is_read_in_full_or_not_at_all(sentence, expected):
    assert told(introduced(sentence)) == expected


def test_the_host_of_a_guest_is_read():
    sentence = "Ms. Ana Doe called on the President of India, Shri Jo Roe, today at his house."
    assert told(called_on(sentence)) == [("Shri", "Jo Roe", "President", "India")]
