"""The sentence over a list: what is shown, as people say it."""

import pytest

from readouts.public import periods, statement

SAID = [
    ({}, 0, "No readouts"),
    ({}, 1, "1 readout"),
    ({}, 12345, "12,345 readouts, newest first"),
    (
        {"organization": "Kazakhstan", "topic": "Trade", "from": "2010", "to": "2011-11"},
        42,
        "42 readouts with Kazakhstan about Trade between 2010 and November 2011, newest first",
    ),
    (
        {"official": "Ban Ki-moon", "organization": "OSCE", "kind": "Meeting"},
        1,
        "1 readout of a meeting with Ban Ki-moon and OSCE",
    ),
    ({"kind": "Other encounter"}, 1, "1 readout of another encounter"),
    ({"kind": "Other encounter"}, 2, "2 readouts of other encounters, newest first"),
    ({"kind": "Call", "language": "French"}, 2, "2 readouts in French of calls, newest first"),
    ({"principal": "Tomas Arrel"}, 2, "2 readouts by Tomas Arrel, newest first"),
    ({"tag": "ports", "country": "Kenya"}, 2, "2 readouts tagged “ports” in Kenya, newest first"),
    ({"from": "2010", "to": "2010"}, 0, "No readouts in 2010"),
    ({"from": "2010-11-30", "to": "2010-11-30"}, 0, "No readouts on 30 November 2010"),
    ({"from": "2010"}, 0, "No readouts since 2010"),
    ({"to": "2010-11"}, 0, "No readouts until November 2010"),
    ({"q": "orchard"}, 3, "3 readouts containing “orchard”, newest first"),
]


@pytest.mark.parametrize(("active", "count", "said"), SAID)
def test_the_sentence(active, count, said):
    active = {
        name: periods.read(value) if name in ("from", "to") else value
        for name, value in active.items()
    }
    assert statement.sentence(active, count) == said


def test_the_best_matches_first_is_said():
    said = statement.sentence({"q": "orchard"}, 3, by_relevance=True)
    assert said == "3 readouts containing “orchard”, best matches first"


def test_every_filter_has_a_label():
    from readouts.public.filters import ReadoutFilter

    assert set(ReadoutFilter.base_filters) - {"order"} == set(statement.LABELS)
