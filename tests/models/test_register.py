"""The register: names found however they are typed, offices held from day to day."""

import datetime
from datetime import date

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readouts.models.partial_dates import Precision, last_day
from readouts.models.register import Appointment, Official, Organization, Topic
from tests import make

pytestmark = pytest.mark.django_db
in_database = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def ivory_coast(db):
    return Organization.objects.create(
        slug="cote-divoire",
        kind="state",
        name="Côte d’Ivoire",
        official_name="Republic of Côte d’Ivoire",
        aliases=["Ivory Coast"],
    )


@pytest.mark.parametrize(
    "words", ["cote d'ivoire", "Côte d’Ivoire", "IVORY", "coast ivory", "republic ivoire"]
)
def test_a_row_is_found_by_any_of_its_names(ivory_coast, words):
    assert list(Organization.objects.named_like(words)) == [ivory_coast]


@pytest.mark.parametrize(
    ("name", "found"),
    [("Cote d'Ivoire", True), ("ivory coast", True), ("Ivory", False), ("", False), ("…", False)],
)
def test_named_means_the_whole_of_a_name(ivory_coast, name, found):
    assert Organization.objects.named(name).exists() is found


def test_saving_folds_the_names_anew(ivory_coast):
    ivory_coast.aliases = ["Elfenbeinküste"]
    ivory_coast.save()
    assert Organization.objects.named("Elfenbeinkuste").exists()
    assert not Organization.objects.named("Ivory Coast").exists()


def test_refold_mends_rows_that_were_saved_raw(ivory_coast):
    Organization.objects.update(folded="")
    assert Organization.objects.refold() == 1
    assert Organization.objects.refold() == 0
    assert Organization.objects.named("Ivory Coast").get() == ivory_coast


def test_a_row_in_use_cannot_be_deleted():
    appointment = make.appointment()
    with pytest.raises(ProtectedError):
        appointment.official.delete()
    with pytest.raises(ProtectedError):
        appointment.organization.delete()


def test_a_topic_has_two_levels_and_no_more():
    top = make.topic("Peace")
    part = make.topic("Mediation", parent=top)
    with pytest.raises(ValidationError, match="is a sub-topic"):
        Topic(slug="track-two", name="Track two", parent=part).full_clean()
    top.parent = make.topic("World")
    with pytest.raises(ValidationError, match="has sub-topics"):
        top.full_clean()


@pytest.mark.parametrize("model", [Organization, Topic])
def test_no_row_is_its_own_parent(model):
    row = make.organization() if model is Organization else make.topic()
    row.parent = row
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_natural_keys_carry_an_appointment_there_and_back():
    appointment = make.appointment(end=date(2015, 3, 1), end_precision="month")
    open_ended = make.appointment(title="Envoy", start=None)
    written = serializers.serialize(
        "json",
        [appointment.official, appointment.organization, appointment, open_ended],
        use_natural_foreign_keys=True,
        use_natural_primary_keys=True,
    )
    for row in serializers.deserialize("json", written):
        row.save()
    assert Appointment.objects.count() == 2
    Appointment.objects.all().delete()
    Official.objects.all().delete()
    for row in serializers.deserialize("json", written):
        row.save()
    assert Appointment.objects.get(title="President").term() == "1 January 2010 to March 2015"


def test_several_offices_at_once_are_normal():
    minister = make.official("Kir Venn")
    make.appointment(minister, title="Foreign Minister", start=date(2009, 9, 1))
    make.appointment(
        minister,
        make.organization("Harbour League", kind="igo"),
        title="Chairperson",
        start=date(2010, 1, 1),
        start_precision="year",
        end=date(2010, 1, 1),
        end_precision="year",
    )
    assert minister.titles_on(date(2010, 11, 30)) == [
        "Chairperson, Harbour League",
        "Foreign Minister, Valmora",
    ]
    assert minister.titles_on(date(2011, 1, 1)) == ["Foreign Minister, Valmora"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": date(2010, 11, 30), "end": date(2012, 1, 1)}, "30 November 2010 to 2012"),
        ({"start": date(2014, 3, 1), "start_precision": "month"}, "since March 2014"),
        ({"end": date(2012, 1, 1)}, "until 2012"),
        ({}, "dates unknown"),
    ],
)
def test_a_term_is_printed_as_far_as_it_is_known(fields, words):
    assert Appointment(end_precision="year", **fields).term() == words


# --- held on -------------------------------------------------------------------------------------

DATES = st.dates(date(2008, 1, 1), date(2012, 12, 31))
PRECISIONS = st.sampled_from(Precision.values)


def _first_day(day, precision):
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[precision]


@st.composite
def terms(draw):
    """Start, end and their precisions, such as the database would accept."""
    start = draw(st.none() | DATES)
    end = draw(st.none() | DATES)
    start_precision, end_precision = draw(PRECISIONS), draw(PRECISIONS)
    start = start and _first_day(start, start_precision)
    end = end and _first_day(end, end_precision)
    if start and end and last_day(end, end_precision) < start:
        start = None
    return {
        "start": start,
        "start_precision": start_precision,
        "end": end,
        "end_precision": end_precision,
    }


@in_database
@given(terms(), DATES, PRECISIONS)
def test_an_office_is_held_on_every_day_of_its_widened_term(term, day, precision):
    """Held, said the plain way: some day of the period asked lies in the term, ends included."""
    with transaction.atomic():
        appointment = _appointment(**term)
        appointment.save()
        day = _first_day(day, precision)
        begins = term["start"] or date.min
        ends = last_day(term["end"], term["end_precision"]) if term["end"] else date.max
        held = begins <= last_day(day, precision) and day <= ends
        assert Appointment.objects.held_on(day, precision).exists() is held
        transaction.set_rollback(True)


# --- overlap -------------------------------------------------------------------------------------


def _appointment(**fields):
    return Appointment(
        official=make.official(), organization=make.organization(), **{"title": "Envoy", **fields}
    )


@in_database
@given(terms(), terms())
def test_form_and_database_agree_on_overlap(one, other):
    with transaction.atomic():
        _appointment(**one).save()
        second = _appointment(**other)
        refused_by_form = _refused(second.clean, ValidationError)
        assert refused_by_form is _refused(second.save, IntegrityError)
        transaction.set_rollback(True)


def _refused(attempt, error):
    try:
        with transaction.atomic():
            attempt()
    except error:
        return True
    return False


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Special Envoy"},
        {"kind": "acting"},
        {"start": date(2013, 1, 1)},
        {"end": date(2010, 1, 1), "start": date(2009, 1, 1)},
    ],
)
def test_other_offices_capacities_and_times_do_not_overlap(change):
    term = {"start": date(2010, 1, 1), "end": date(2013, 1, 1)}
    _appointment(**term).save()
    other = _appointment(**{**term, **change})
    other.full_clean()
    other.save()


def test_the_refusal_names_the_term_in_the_way():
    _appointment(start=date(2010, 1, 1), end=date(2013, 1, 1)).save()
    with pytest.raises(ValidationError, match="1 January 2010 to 1 January 2013"):
        _appointment(start=date(2012, 1, 1)).full_clean()


def test_the_database_refuses_overlap_by_update_too():
    _appointment(start=date(2010, 1, 1), end=date(2013, 1, 1)).save()
    later = _appointment(start=date(2013, 1, 1))
    later.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.filter(pk=later.pk).update(start=datetime.date(2012, 12, 31))
