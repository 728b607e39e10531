"""Dates as printed, the day of issue and the day of the encounter; nothing is ever guessed."""

import datetime as dt

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from readouts.archive.scrapes.dates import (
    ambiguous_dates_in,
    american_stamp,
    date_in_address,
    date_line,
    dates_in,
)
from readouts.archive.scrapes.days import Days, read_days
from readouts.archive.scrapes.head_lines import printed_date
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
    [
        "05/06/2012",
        "4-9-2008",
        "1433/06/29",
        "25-29 May 2012",
        "2012",
        "May 2012",
        "31 June 2012",
        "21 May",
        "On 21 May 2012 in X",
    ],
)
def test_other_lines_are_no_date_lines(line):
    assert date_line(line) is None


def test_figures_alone_are_no_date_while_day_and_month_may_change_places():
    assert dates_in("They met on 04/05/2013 and on 4-5-2013.") == []
    assert [date.on() for date in dates_in("They met on 21/05/2012, on 05/21/2012.")] == [
        MAY_21
    ] * 2
    assert [date.on() for date in dates_in("They met on 2012-05-21.")] == [MAY_21]


@pytest.mark.parametrize(
    "line", ["13 Sep. 2018 -", "13 Sep. 2018 - | Last updated: 14 Sep. 2018 15:40"]
)
def test_the_day_before_a_bar_is_that_of_the_issue(line):
    assert printed_date(line) == dt.date(2018, 9, 13)


def test_an_american_clock_says_that_the_month_stands_first():
    assert american_stamp("12/11/2021 08:57 AM EST") == dt.date(2021, 12, 11)
    assert american_stamp("12/11/2021 08:57") is american_stamp("12/11/2021 08:57 AM CET") is None


DAYS = st.dates(dt.date(1945, 1, 1), dt.date(2045, 12, 31))
LANGUAGES = ["en", "fr", "es", "pt", "de", "nl", "it", "ru", "ar", "ar_SY"]
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@given(DAYS, st.sampled_from(LANGUAGES), st.sampled_from(["long", "full"]))
def test_a_day_as_babel_writes_it_reads_back_as_that_day(day, language, length):
    assert date_line(format_date(day, length, language)) == day


@given(DAYS)
def test_a_day_in_any_other_printed_form_reads_back_as_that_day(day):
    month = format_date(day, "MMMM", "en")
    forms = [
        f"{day.day} {month} {day.year}",
        f"{day.day:02} {month.upper()} {day.year}",
        f"{month} {day.day:02}, {day.year}",
        f"{day.day} {month[:3]}. {day.year}",
        f"{day:%A}, {day.day} {month} {day.year}",
        f"{day.isoformat()} 11:14",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.day} {format_date(day, 'MMMM', 'ar_SY')} {day.year}".translate(ARABIC_DIGITS),
        f"Published {day.day} {month} {day.year}",
    ]
    for form in forms:
        assert date_line(form) == day, form


@given(DAYS, st.sampled_from("/.-"), st.booleans())
def test_figures_are_read_only_when_one_reading_exists(day, mark, month_first):
    figures = (day.month, day.day) if month_first else (day.day, day.month)
    line = mark.join(map(str, (*figures, day.year)))
    certain = day.day > 12 or day.day == day.month
    assert date_line(line) == (day if certain else None)
    assert bool(ambiguous_dates_in(line)) is not certain


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/readouts/2012-05-21/slug", MAY_21),
        ("https://x.example/readouts/2012/05/21/slug", MAY_21),
        ("https://x.example/readouts/2012-05-21", MAY_21),
        ("https://x.example/readouts/2012-13-21/slug", None),
        ("https://x.example/releases/2012/05/20120521-3.html", MAY_21),
        ("https://x.example/news/pm-call-with-the-president-21-may-2012", MAY_21),
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
        ("The SG met with X on 5/20/2012.", None, None, MAY_20, None),
        ("The SG held a meeting with X on 20 May 2012.", None, None, MAY_20, None),
        ("The SG spoke by telephone on 20 May 2012 with X.", None, None, MAY_20, None),
        ("The SG spoke Sunday with X.", MAY_21, MAY_21, MAY_20, "printed"),
        ("On Sunday (20 May 2012), the SG met X.", MAY_21, MAY_21, MAY_20, "printed"),
        ("Last night (Sunday), the SG spoke to X.", MAY_21, MAY_21, MAY_20, "printed"),
        ("Hier, le SG s'est entretenu avec X.", MAY_21, MAY_21, MAY_20, "printed"),
        ("昨天，王先生同X通电话。", MAY_21, MAY_21, MAY_20, "printed"),
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


def test_figures_are_settled_by_another_date_of_the_page():
    march = dt.date(2012, 3, 4)
    assert days("The SG met with X on 03/04/2012.", march)[0] == Days(march, march)
    read, found = days("The SG met with X on 03/04/2012.", MAY_21)
    assert read.encounter == MAY_21
    assert any("day and month" in warning for warning in found.warnings)


def test_a_day_near_the_turn_of_the_year_takes_the_year_before():
    assert days("On 31 December, the SG met X.", dt.date(2013, 1, 1))[0].encounter == dt.date(
        2012, 12, 31
    )


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


@pytest.mark.parametrize(
    ("opening", "month"),
    [
        ("In May 2012, the Secretary-General met with X.", dt.date(2012, 5, 1)),
        ("The Secretary-General met in April 2012 with X.", dt.date(2012, 4, 1)),
        ("En mai 2012, le Secrétaire général a rencontré X.", dt.date(2012, 5, 1)),
        ("En abril de 2012, el Secretario General se reunió con X.", dt.date(2012, 4, 1)),
        ("В январе 2012 года министр встретился с X.", dt.date(2012, 1, 1)),
        ("وفي أبريل 2012 التقى الوزير X.".removeprefix("و"), dt.date(2012, 4, 1)),
        ("2012年4月，部长会见了X。", dt.date(2012, 4, 1)),
    ],
)
def test_a_month_without_its_day_is_kept_as_a_month(opening, month):
    read, found = days(opening, printed=MAY_21)
    assert (read.encounter, read.precision) == (month, "month")
    assert found.fields["encounters[0].date"] == "body"
    assert any("month" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("opening", "first", "precision"),
    [
        ("From 14 to 18 May, the SG visited X.", dt.date(2012, 5, 1), "month"),
        ("The SG met on 14-18 May 2012 with X.", dt.date(2012, 5, 1), "month"),
        ("The SG met between May 14 and 18, 2012 with X.", dt.date(2012, 5, 1), "month"),
        ("The SG met on the night of 19 to 20 May 2012 with X.", dt.date(2012, 5, 19), "day"),
        ("Dans la nuit du 19 au 20 mai, le SG a rencontré X.", dt.date(2012, 5, 19), "day"),
    ],
)
def test_of_two_days_the_first_is_taken_and_of_more_the_month(opening, first, precision):
    read, found = days(opening, printed=MAY_21)
    assert (read.encounter, read.precision) == (first, precision)
    assert found.fields["encounters[0].date"] == "body"
    assert any("taken" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "opening",
    [
        "The SG met with X, who travels from 14 to 18 May.",
        "The SG met X ahead of the summit of 14 to 18 May.",
        "The SG met today with X, the host of 14 to 18 May.",
    ],
)
def test_the_days_of_something_else_are_not_those_of_the_encounter(opening):
    assert days(opening, printed=MAY_21)[0] == Days(MAY_21, MAY_21)


@pytest.mark.parametrize(
    "opening",
    [
        "The Secretary-General met today with X, who took office in April 2012.",
        "The Secretary-General met with X, who took office in April 2012.",
        "The Secretary-General met with X ahead of the elections in April 2012.",
        "The Secretary-General met X on 4 May, after the vote in April 2012.",
        "In June 2012 the Secretary-General will meet X.",
    ],
)
def test_a_month_of_something_else_is_not_that_of_the_encounter(opening):
    read, _ = days(opening, printed=MAY_21)
    assert read.precision == "day"
