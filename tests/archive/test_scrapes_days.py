"""Dates as printed, the day of issue and the day of the encounter; nothing is ever guessed."""

import datetime as dt

import pytest

from readouts.archive.scrapes.dates import date_in_address, date_line, dates_in
from readouts.archive.scrapes.days import Days, read_days
from readouts.archive.scrapes.provenance import Provenance

MAY_20, MAY_21 = dt.date(2012, 5, 20), dt.date(2012, 5, 21)


@pytest.mark.parametrize(
    "line",
    [
        "21 May 2012",
        "Monday, 21 May 2012",
        "May 21, 2012",
        "21st May, 2012",
        "21 Mayo 2012",
        "21 de mayo de 2012",
        "(21 May 2012)",
    ],
)
def test_a_date_line_is_read(line):
    assert date_line(line) == MAY_21


@pytest.mark.parametrize(
    "line",
    ["21/05/2012", "4-9-2008", "2012", "May 2012", "31 June 2012", "21 May", "On 21 May 2012 in X"],
)
def test_other_lines_are_no_date_lines(line):
    assert date_line(line) is None


def test_figures_alone_are_no_date():
    assert dates_in("They met on 04/05/2013 and on 2013-05-04.") == []


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/readouts/2012-05-21/slug", MAY_21),
        ("https://x.example/readouts/2012/05/21/slug", MAY_21),
        ("https://x.example/readouts/2012-05-21", MAY_21),
        ("https://x.example/readouts/2012-13-21/slug", None),
        ("https://x.example/index.asp?nid=2341", None),
        ("", None),
    ],
)
def test_the_date_in_an_address(url, day):
    assert date_in_address(url) == day


def days(opening, printed=None, url=""):
    found = Provenance()
    return read_days(opening, printed=printed, url=url, found=found), found


@pytest.mark.parametrize(
    ("opening", "printed", "issued", "encounter", "origin"),
    [
        ("The SG met today, 21 May 2012, with X.", None, MAY_21, MAY_21, "body"),
        ("The SG met yesterday, 20 May 2012, with X.", None, MAY_21, MAY_20, "body"),
        ("The SG met with X on 20 May 2012.", None, None, MAY_20, None),
        ("The SG met with the King of X on the evening of 20 May 2012.", None, None, MAY_20, None),
        ("The SG met with X today.", MAY_21, MAY_21, MAY_21, "printed"),
        ("The SG met with X yesterday.", MAY_21, MAY_21, MAY_20, "printed"),
        ("Last night, the SG spoke with X.", MAY_21, MAY_21, MAY_20, "printed"),
        ("On Sunday, the SG met with X.", MAY_21, MAY_21, MAY_20, "printed"),
        ("On 20 May, the SG met with X.", MAY_21, MAY_21, MAY_20, "printed"),
        ("The SG met with X.", MAY_21, MAY_21, MAY_21, "printed"),
        ("The SG met with X today.", None, None, None, None),
        ("The SG met with X on 04/05/2013.", None, None, None, None),
        ("The SG met X and hailed the treaty signed on 3 May 2001.", None, None, None, None),
        ("The SG met X ahead of the elections on 3 June 2012.", MAY_21, MAY_21, MAY_21, "printed"),
    ],
)
def test_both_days_are_read_or_left_unknown(opening, printed, issued, encounter, origin):
    read, found = days(opening, printed)
    assert read == Days(issued, encounter)
    assert found.fields.get("issued") == origin


def test_the_address_dates_a_page_that_prints_no_day():
    read, found = days("The SG met with X today.", url="https://x.example/readouts/2012-05-21/s")
    assert read == Days(MAY_21, MAY_21)
    assert found.fields["issued"] == "address"


def test_the_body_wins_over_the_address_and_the_difference_is_told():
    read, found = days(
        "The SG met today, 20 May 2012, with X.", url="https://x.example/2012-05-21/"
    )
    assert read == Days(MAY_20, MAY_20)
    assert any("2012-05-21" in warning for warning in found.warnings)


def test_a_weekday_that_does_not_fit_is_told():
    _, found = days("The SG met on Friday, 20 May 2012, with X.")
    assert any("weekday" in warning for warning in found.warnings)


@pytest.mark.parametrize(("number", "day"), [(0, MAY_21), (1, MAY_20)])
def test_no_clock_is_asked(number, day, monkeypatch):
    class NoClock(dt.date):
        @classmethod
        def today(cls):
            raise AssertionError("A date was taken from the clock.")

    monkeypatch.setattr(dt, "date", NoClock)
    words = ("today", "yesterday")[number]
    assert days(f"The SG met with X {words}.", printed=MAY_21)[0].encounter == day
