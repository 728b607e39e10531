"""The working copy: what the database refuses, and how references run on."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from readouts.models.readout import EDITABLE, Encounter, Participation, Readout, State
from tests import make

pytestmark = pytest.mark.django_db


def refused(write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def test_references_run_on_within_the_year():
    year = timezone.localdate().year
    first, second = Readout.objects.create(), Readout.objects.create()
    assert (first.reference, second.reference) == (f"R-{year}-0001", f"R-{year}-0002")
    Readout.objects.create(reference=f"R-{year}-9999")
    assert Readout.objects.create().reference == f"R-{year}-10000"
    assert Readout.objects.create().reference == f"R-{year}-10001"
    Readout.objects.create(reference=f"R-{year}-other")
    assert Readout.objects.create().reference == f"R-{year}-10002"


def test_a_reference_is_given_once():
    readout = make.draft()
    refused(lambda: Readout.objects.create(reference=readout.reference))
    assert Readout.objects.get_by_natural_key(readout.reference) == readout


@pytest.mark.parametrize(
    "columns",
    [
        {"state": "lost"},
        {"state": "scheduled"},
        {"due_at": timezone.now()},
        {"state": "approved"},
        {"state": "held"},
    ],
)
def test_a_state_that_cannot_be_is_refused(columns):
    readout = make.draft()
    refused(lambda: Readout.objects.filter(pk=readout.pk).update(**columns))


def test_one_version_a_language():
    original = make.draft()
    make.draft(language="fr", translation_of=original)
    refused(lambda: Readout.objects.create(language="fr", translation_of=original))


def test_nothing_is_its_own_translation():
    readout = make.draft()
    refused(lambda: Readout.objects.filter(pk=readout.pk).update(translation_of=readout))


@pytest.mark.parametrize(
    "columns",
    [
        {"date": datetime.date(2021, 5, 2), "precision": "month"},
        {"date": datetime.date(2021, 2, 1), "precision": "year"},
        {"time": datetime.time(9), "zone": ""},
        {"time": datetime.time(9), "zone": "Europe/Malta", "date": None},
        {
            "time": datetime.time(9),
            "zone": "Europe/Malta",
            "date": datetime.date(2021, 5, 1),
            "precision": "month",
        },
    ],
)
def test_an_encounter_at_a_moment_that_cannot_be_is_refused(columns):
    encounter = make.draft().encounters.get()
    refused(lambda: Encounter.objects.filter(pk=encounter.pk).update(**columns))


@pytest.mark.parametrize(
    "columns",
    [
        {"date": datetime.date(2021, 5, 1), "precision": "month"},
        {"date": datetime.date(2021, 1, 1), "precision": "year"},
        {"date": None},
        {"time": datetime.time(9), "zone": "Europe/Malta"},
    ],
)
def test_partial_dates_are_kept(columns):
    encounter = make.draft().encounters.get()
    assert Encounter.objects.filter(pk=encounter.pk).update(**columns) == 1


def test_encounters_have_places_of_their_own():
    readout = make.draft()
    refused(lambda: Encounter.objects.create(readout=readout, position=1))


def test_a_participation_says_who():
    person = make.draft().encounters.get().participations.get()
    rows = Participation.objects.filter(pk=person.pk)
    refused(lambda: rows.update(name="", title="", organization_name=""))
    assert rows.update(name="", title="Minister", organization_name="") == 1


def test_the_text_may_be_edited_before_it_is_settled():
    assert set(State) - EDITABLE == {
        State.SCHEDULED,
        State.PUBLISHED,
        State.WITHDRAWN,
        State.HELD,
    }
    assert make.draft().is_editable
    assert not make.published().is_editable
