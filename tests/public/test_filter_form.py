"""The form of the filters: what it forgives and what it does not."""

import pytest

from readouts.models.publication import Publication
from readouts.public.filters import ReadoutFilter

pytestmark = pytest.mark.django_db


def form(**data):
    return ReadoutFilter(data, Publication.objects.published()).form


def test_a_plain_dictionary_will_do():
    assert form(q="orchard").is_valid()


def test_blank_words_are_no_words():
    blank = form(q="   ")
    assert blank.is_valid()
    assert blank.cleaned_data["q"] == ""


def test_swapped_dates_are_put_in_order():
    swapped = form(**{"from": "2012", "to": "2010"})
    assert swapped.is_valid()
    assert str(swapped.cleaned_data["from"]) == "2010"
    assert str(swapped.cleaned_data["to"]) == "2012"


def test_a_month_within_the_year_it_ends_in_is_not_swapped():
    within = form(**{"from": "2010-11", "to": "2010"})
    assert within.is_valid()
    assert str(within.cleaned_data["from"]) == "November 2010"


def test_a_very_long_unknown_filter_is_not_said_back_at_length():
    long = form(**{"x" * 5000: "y"})
    assert not long.is_valid()
    assert len(str(long.errors)) < 500
