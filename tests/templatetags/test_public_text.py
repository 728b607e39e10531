"""Dates, kinds and languages as templates print them."""

import datetime

import pytest

from readouts.templatetags import public_text


def test_days_are_printed_with_their_precision():
    assert public_text.day(datetime.date(2010, 11, 30)) == "30 November 2010"
    assert public_text.day(datetime.date(2010, 11, 1), "month") == "November 2010"


def test_moments_are_on_the_clock_of_the_office(settings):
    settings.TIME_ZONE = "Europe/Malta"
    moment = datetime.datetime(2014, 3, 5, 23, 42, tzinfo=datetime.UTC)
    assert public_text.moment(moment) == "6 March 2014, 00:42 CET"
    assert public_text.office_day(moment) == "6 March 2014"


def test_attributes_of_a_text_are_safe_and_whole():
    assert public_text.attributes("ar") == 'lang="ar" dir="rtl"'
    assert "<" not in public_text.attributes('"><b>')


@pytest.mark.parametrize(("kind", "name"), [("working_lunch", "Working lunch"), ("duel", "duel")])
def test_kinds_have_names(kind, name):
    assert public_text.kind_name(kind) == name


def test_languages_have_names():
    assert public_text.language_name("fr") == "French"
    assert public_text.language_name("tlh") == "tlh"
    assert public_text.own_name("fr") == "Français"
