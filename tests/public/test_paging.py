"""Paging by key: nothing is lost or shown twice, whichever way one walks."""

import datetime

import pytest

from readouts.models.publication import Publication, PublicationOfficial
from readouts.public import paging
from tests import make
from tests.public import archive

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    """Eleven readouts, several on one day."""
    days = ["2021-05-14"] * 5 + ["2021-05-15", "2020-01-01"] * 3
    archive.load(*(archive.shape(archive.encounter(day)) for day in days))
    return list(Publication.objects.published().newest_first())


def walk(queryset, way: str, data, **options):
    """All rows by following one of the links."""
    rows = []
    while data is not None:
        page = paging.by_key(queryset, data, size=3, **options)
        rows += page.rows if way == "older" else reversed(page.rows)
        data = getattr(page, way)
    return rows


def test_walking_down_and_up_meets_every_row_once(shelf):
    rows = Publication.objects.published()
    assert walk(rows, "older", {}) == shelf
    last = shelf[-1]
    upwards = walk(rows, "newer", {"after": f"{last.date}.{last.reference}"})
    assert upwards == list(reversed(shelf[:-1]))


def test_links_of_a_register_page_walk_by_publication(shelf):
    links = PublicationOfficial.objects.filter(official=make.official())
    walked = walk(links, "older", {}, key="publication_id")
    assert [link.publication_id for link in walked] == [row.pk for row in shelf]


def test_an_address_names_no_row_by_its_number(shelf):
    """Numbers of rows are others once an archive was exported and loaded again."""
    links = PublicationOfficial.objects.filter(official=make.official())
    for rows, options in (
        (Publication.objects.published(), {}),
        (links, {"key": "publication_id"}),
    ):
        page = paging.by_key(rows, {}, size=3, **options)
        assert page.older == {"before": f"{shelf[2].date}.{shelf[2].reference}"}


def test_a_place_holds_when_its_readout_is_withdrawn(shelf):
    first = paging.by_key(Publication.objects.published(), {}, size=3)
    rest = Publication.objects.published().exclude(pk=shelf[2].pk)
    assert paging.by_key(rest, first.older, size=3).rows == shelf[3:6]


def test_the_first_page_leads_only_on_and_the_last_only_back(shelf):
    rows = Publication.objects.published()
    first = paging.by_key(rows, {}, size=3)
    assert first.newer is None
    assert first.older is not None
    last = paging.by_key(rows, {"before": f"{shelf[-3].date}.{shelf[-3].reference}"}, size=3)
    assert last.older is None
    assert last.newer is not None
    assert paging.by_key(rows, {}, size=50) == paging.Page(shelf)


def test_a_readout_published_meanwhile_shifts_nothing(shelf):
    rows = Publication.objects.published()
    first = paging.by_key(rows, {}, size=3)
    archive.published(archive.encounter(f"{datetime.date(2030, 1, 1)}"))
    assert paging.by_key(rows, first.older, size=3).rows == shelf[3:6]


@pytest.mark.parametrize(
    "place",
    ["x", "2021-05-14", "2021-05-14.x", "2021-99-14.1", ".", "2021-05-14.\0", "2021-05-14.1"],
)
def test_a_damaged_place_is_said_to_be_so(place):
    with pytest.raises(paging.UnknownPlaceError, match="Begin with the first page"):
        paging.by_key(Publication.objects.published(), {"before": place})


def test_pages_by_number(shelf):
    rows = Publication.objects.published().newest_first()
    first = paging.by_number(rows, {}, size=5)
    assert (list(first.rows), first.newer, first.older) == (shelf[:5], None, {"page": "2"})
    second = paging.by_number(rows, {"page": "2"}, size=5)
    assert (list(second.rows), second.newer, second.older) == (shelf[5:10], {}, {"page": "3"})
    third = paging.by_number(rows, {"page": "3"}, size=5)
    assert (list(third.rows), third.newer, third.older) == (shelf[10:], {"page": "2"}, None)


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "9" * 30, "٣"])
def test_what_is_no_number_of_a_page_is_said_to_be_so(number):
    with pytest.raises(paging.UnknownPlaceError):
        paging.by_number(Publication.objects.published(), {"page": number})
