"""What the database keeps itself, on either engine."""

import datetime

import pytest
from django.db import DatabaseError, connection, transaction

from readouts.models import enforcement
from readouts.models.register import Appointment
from tests import make

pytestmark = pytest.mark.django_db


def date(text):
    return datetime.date.fromisoformat(text) if text else None


def appoint(start, end, **words):
    return Appointment.objects.create(
        **{
            "official": make.official(),
            "organization": make.organization(),
            "title": "President",
            "start": date(start),
            "end": date(end),
            **words,
        }
    )


OVERLAPPING = [
    (("2010-01-01", "2012-01-01"), ("2011-01-01", "2013-01-01")),
    (("2010-01-01", None), ("2011-01-01", "2013-01-01")),
    ((None, "2012-01-01"), ("2011-01-01", None)),
    ((None, None), ("2011-01-01", "2013-01-01")),
    (("2010-01-01", "2012-01-01"), ("2010-01-01", "2012-01-01")),
    (("2010-01-01", "2010-01-01"), ("2010-01-01", "2010-01-01")),
    (("2010-01-01", "2012-01-01"), ("2011-01-01", "2011-01-01")),
]
APART = [
    (("2010-01-01", "2012-01-01"), ("2012-01-01", "2014-01-01")),
    (("2010-01-01", "2012-01-01"), ("2012-01-02", None)),
    ((None, "2012-01-01"), ("2012-01-01", None)),
    (("2010-01-01", "2010-01-01"), ("2010-01-02", "2010-01-05")),
]


@pytest.mark.parametrize(("first", "second"), OVERLAPPING)
def test_overlapping_equal_appointments_are_refused(first, second):
    for one, other in ((first, second), (second, first)):
        with transaction.atomic():
            kept = appoint(*one)
            with pytest.raises(DatabaseError, match="appointment_no_overlap"), transaction.atomic():
                appoint(*other)
            kept.delete()


@pytest.mark.parametrize(("first", "second"), APART)
def test_terms_that_follow_each_other_stand(first, second):
    appoint(*first)
    appoint(*second)
    assert Appointment.objects.count() == 2


def test_an_edit_cannot_make_them_overlap():
    appoint("2010-01-01", "2012-01-01")
    later = appoint("2012-01-01", None)
    with pytest.raises(DatabaseError, match="appointment_no_overlap"), transaction.atomic():
        Appointment.objects.filter(pk=later.pk).update(start=date("2011-01-01"))
    later.end = date("2015-01-01")
    later.save()


@pytest.mark.parametrize(
    "words", [{"title": "Chair"}, {"kind": "acting"}, {"organization": None}, {"official": None}]
)
def test_other_appointments_may_overlap(words):
    others = {
        "organization": lambda: make.organization("Ordeval"),
        "official": lambda: make.official("Ana Reth"),
    }
    words = {name: value or others[name]() for name, value in words.items()}
    appoint("2010-01-01", None)
    appoint("2010-01-01", None, **words)


@pytest.mark.django_db(transaction=True)
def test_installing_again_and_again_changes_nothing():
    enforcement.install(connection)
    enforcement.install(connection)
    appoint("2010-01-01", None)
    with pytest.raises(DatabaseError), transaction.atomic():
        appoint("2010-01-01", None)


def test_other_engines_are_left_alone():
    assert enforcement.statements("oracle") == []
