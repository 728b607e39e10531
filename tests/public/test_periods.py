"""Periods: every form that can be read one way only is read, every other is refused with a cure."""

import datetime

import pytest

from readouts.public import periods

READ = {
    "2010": ("2010-01-01", "2010-12-31", "2010"),
    "2010-11": ("2010-11-01", "2010-11-30", "November 2010"),
    "2012-2": ("2012-02-01", "2012-02-29", "February 2012"),
    "2010-11-30": ("2010-11-30", "2010-11-30", "30 November 2010"),
    " 2010-11-30 ": ("2010-11-30", "2010-11-30", "30 November 2010"),
    "30 November 2010": ("2010-11-30", "2010-11-30", "30 November 2010"),
    "1st Nov. 2010": ("2010-11-01", "2010-11-01", "1 November 2010"),
    "november 2010": ("2010-11-01", "2010-11-30", "November 2010"),
}
REFUSED = {
    "3/4/2010": "Write 2010-04-03 for 3 April 2010 or 2010-03-04 for 4 March 2010.",
    "03.04.2010": "Write 2010-04-03 for 3 April 2010 or 2010-03-04 for 4 March 2010.",
    "3/3/2010": "Write 2010-03-03 for 3 March 2010.",
    "13/4/2010": "Write 2010-04-13 for 13 April 2010.",
    "31/31/2010": "is not in the calendar",
    "2010-13": "is not in the calendar",
    "2011-02-29": "is not in the calendar",
    "0000": "is not in the calendar",
    "soon": "is no date we can read",
    "Brumaire 2010": "is no date we can read",
    "20100": "is no date we can read",
    "2010-": "is no date we can read",
    "٢٠١٠-٣٤": "is not in the calendar",
}


@pytest.mark.parametrize("text", READ)
def test_a_period_has_its_first_and_last_day_and_its_name(text):
    first, last, name = READ[text]
    period = periods.read(text)
    assert period.first == datetime.date.fromisoformat(first)
    assert period.last == datetime.date.fromisoformat(last)
    assert str(period) == name


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_read_one_way_only_is_refused_with_the_cure(text):
    with pytest.raises(ValueError, match="Write") as refused:
        periods.read(text)
    assert REFUSED[text] in str(refused.value)


@pytest.mark.parametrize("text", ["2010", "2010-11", "2010-11-30"])
def test_the_form_in_an_address_is_read_back(text):
    assert periods.read(text).iso == text
