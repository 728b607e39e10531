"""Partial dates: a first day and how much of it is known."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from readouts.models.partial_dates import Precision, last_day, printed
from readouts.models.register import Appointment
from tests import make

DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("date", "precision", "words"),
    [
        (datetime.date(2010, 11, 30), "day", "30 November 2010"),
        (datetime.date(2010, 11, 3), "day", "3 November 2010"),
        (datetime.date(2010, 11, 1), "month", "November 2010"),
        (datetime.date(2010, 1, 1), "year", "2010"),
        (None, "day", ""),
    ],
)
def test_a_date_is_printed_as_far_as_it_is_known(date, precision, words):
    assert printed(date, precision) == words


@pytest.mark.parametrize(
    ("date", "precision", "last"),
    [
        (datetime.date(2012, 2, 1), "month", datetime.date(2012, 2, 29)),
        (datetime.date(2013, 2, 1), "month", datetime.date(2013, 2, 28)),
        (datetime.date(2012, 1, 1), "year", datetime.date(2012, 12, 31)),
        (datetime.date(2012, 2, 29), "day", datetime.date(2012, 2, 29)),
    ],
)
def test_a_period_ends_on_its_last_day(date, precision, last):
    assert last_day(date, precision) == last


@given(DATES, st.sampled_from(Precision.values))
def test_the_day_after_a_period_belongs_to_the_next(date, precision):
    first = {
        "day": date,
        "month": date.replace(day=1),
        "year": date.replace(month=1, day=1),
    }[precision]
    after = last_day(first, precision) + datetime.timedelta(days=1)
    assert printed(after, precision) != printed(date, precision)
    assert printed(last_day(first, precision), precision) == printed(date, precision)


def _appointment(**fields):
    return Appointment(
        official=make.official(), organization=make.organization(), title="Envoy", **fields
    )


INCONSISTENT = [
    {"start": datetime.date(2010, 5, 2), "start_precision": "month"},
    {"start": datetime.date(2010, 5, 1), "start_precision": "year"},
    {"end": datetime.date(2010, 1, 2), "end_precision": "year"},
    {"start": datetime.date(2010, 5, 2), "end": datetime.date(2010, 5, 1)},
    {
        "start": datetime.date(2010, 5, 2),
        "end": datetime.date(2010, 4, 1),
        "end_precision": "month",
    },
]


@pytest.mark.django_db
@pytest.mark.parametrize("fields", INCONSISTENT)
def test_form_and_database_refuse_inconsistent_dates(fields):
    appointment = _appointment(**fields)
    with pytest.raises(ValidationError):
        appointment.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        appointment.save()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"start": datetime.date(2010, 5, 2)},
        {"end": datetime.date(2010, 5, 2)},
        # Begun on 2 May, ended some time in May or in 2010: the stored first day lies before.
        {"start": datetime.date(2010, 5, 2), "end": datetime.date(2010, 5, 1)}
        | {"end_precision": "month"},
        {"start": datetime.date(2010, 5, 2), "end": datetime.date(2010, 1, 1)}
        | {"end_precision": "year"},
        {"start": datetime.date(2010, 5, 2), "end": datetime.date(2010, 5, 2)},
    ],
)
def test_form_and_database_accept_what_may_be_true(fields):
    appointment = _appointment(**fields)
    appointment.full_clean()
    appointment.save()
