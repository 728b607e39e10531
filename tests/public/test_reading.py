"""A version as its page prints it: words as printed, and links only to what is public."""

import datetime

import pytest

from readouts.editorial.series import Withdrawal
from readouts.models.publication import Publication
from readouts.public.reading import Reading, place, reading
from tests import make
from tests.public import archive

pytestmark = pytest.mark.django_db


def test_encounters_are_printed_with_day_time_place_and_sides():
    host = archive.person("Ada Kim", title="Governor", of="Qazaria", side="host")
    publication = archive.published(
        archive.encounter(
            "2010-11-30",
            host,
            archive.person(),
            time="15:30",
            zone="Asia/Almaty",
            city="Astana",
            country="KZ",
            occasion="ahead of the Summit",
        ),
        archive.encounter("2010-12-01", precision="month", kind="working_lunch", city=""),
    )
    meeting, lunch = reading(publication).encounters()
    assert (meeting.kind, meeting.date, meeting.iso) == (
        "Meeting",
        "30 November 2010",
        "2010-11-30",
    )
    assert meeting.time == "15:30 UTC+6"
    assert (meeting.place, meeting.occasion) == ("Astana, Kazakhstan", "ahead of the Summit")
    assert [group.heading for group in meeting.groups] == ["With", "Host"]
    (governor,) = meeting.groups[1].people
    assert (governor.honorific, governor.name.text, governor.title) == (
        "H.E. Ms.",
        "Ada Kim",
        "Governor",
    )
    assert (lunch.kind, lunch.date, lunch.iso, lunch.time) == (
        "Working lunch",
        "December 2010",
        "",
        "",
    )


def test_what_a_standing_publication_names_has_links():
    publication = archive.published(topics=["Trade"], tags=["Five rivers"], organizations=["OSCE"])
    found = reading(publication)
    assert found.topics()[0].url == "/topics/trade/"
    assert found.tags()[0].url == "/tags/five-rivers/"
    assert found.organizations()[0].url == "/organizations/osce/"
    assert found.principal().name.url == "/officials/tomas-arrel/"
    (president,) = found.encounters()[0].groups[0].people
    assert president.name.url == "/officials/iria-solano/"
    assert president.organization.url == "/organizations/valmora/"


def test_earlier_and_withdrawn_versions_link_nothing():
    first = archive.shape(topics=["Trade"])
    second = {**first, "topics": [], "note": "It was not about trade."}
    withdrawal = Withdrawal(datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC), "Issued in error.")
    current = archive.versions(first, second, withdrawal=withdrawal)
    earlier = Publication.objects.get(reference=current.reference, number=1)
    for publication in (earlier, current):
        found = reading(publication)
        names = [*found.topics(), found.principal().name]
        names += [person.name for person in found.encounters()[0].groups[0].people]
        assert {name.url for name in names} == {""}


def test_a_person_who_is_not_in_the_register_is_printed_without_a_link():
    nobody = archive.person(register={})
    (person,) = (
        reading(archive.published(archive.encounter("2021-05-14", nobody)))
        .encounters()[0]
        .groups[0]
        .people
    )
    assert person.name.text == "Iria Solano"
    assert person.name.url == ""


def test_versions_and_their_corrections():
    first = archive.shape()
    second = {**first, "body": ["Two."], "note": "The second."}
    third = {**first, "body": ["Three."], "note": "The third."}
    current = archive.versions(first, second, third)
    versions = list(Publication.objects.filter(reference=current.reference).order_by("number"))
    found: list[Reading] = [reading(version) for version in versions]
    assert [one.is_latest for one in found] == [False, False, True]
    assert [[v.number for v in one.corrections] for one in found] == [[], [2], [3, 2]]
    assert all(one.latest == current for one in found)


def test_other_languages_are_those_that_stand():
    english = archive.published()
    french = archive.published(translation_of=english.reference, language="fr")
    arabic = archive.published(translation_of=english.reference, language="ar")
    assert reading(english).languages == [arabic, french]
    assert reading(french).languages == [arabic, english]
    withdrawn = make.withdrawn()
    archive.published(translation_of=withdrawn.reference, language="es")
    assert reading(arabic).languages == [english, french]


def test_a_reading_takes_two_queries(django_assert_num_queries):
    publication = archive.published(topics=["Trade"])
    with django_assert_num_queries(2):
        found = reading(publication)
        found.encounters(), found.topics(), found.tags(), found.organizations(), found.principal()


def test_issue_date_and_dateline():
    dateline = {"city": "Valletta", "country": "MT"}
    found = reading(archive.published(issued="2021-05-15", dateline=dateline))
    assert found.issued() == "15 May 2021, Valletta, Malta"
    assert reading(archive.published()).issued() == ""


@pytest.mark.parametrize(
    ("city", "country", "printed"),
    [
        ("Geneva", "CH", "Geneva, Switzerland"),
        ("Singapore", "SG", "Singapore"),
        ("", "CH", "Switzerland"),
        ("Addan", "", "Addan"),
        ("", "", ""),
    ],
)
def test_a_place_as_printed(city, country, printed):
    assert place(city, country) == printed
