"""A list as a page shows it: order, passages, days, and the way on."""

import pytest
from django.http import QueryDict

from readouts.public.listing import by_month, listing
from tests.public import archive

pytestmark = pytest.mark.django_db


def asked(query: str = ""):
    return listing(QueryDict(query))


def titles(query: str = "") -> list[str]:
    return [line.publication.title for line in asked(query).lines]


@pytest.fixture
def shelf():
    archive.published(
        archive.encounter("2021-05-14"), title="A word in the text", body=["Of a zephyr."]
    )
    archive.published(archive.encounter("2021-05-14"), title="Another", topics=["Trade"])
    archive.published(archive.encounter("2020-01-02"), title="Zephyr in the title")
    archive.published(archive.encounter("2019-01-01", precision="year"), title="Some time")


def test_the_newest_come_first_grouped_by_day(shelf):
    assert [(day.name, len(day.lines)) for day in asked().days] == [
        ("14 May 2021", 2),
        ("2 January 2020", 1),
        ("2019", 1),
    ]
    assert asked().count == 4
    assert asked().sentence == "4 readouts, newest first"


def test_words_bring_the_best_match_first_and_mark_it(shelf):
    assert titles("q=zephyr") == ["Zephyr in the title", "A word in the text"]
    assert titles("q=zephyr&order=date") == ["A word in the text", "Zephyr in the title"]
    in_title, in_text = asked("q=zephyr").lines
    assert in_title.passages == []
    assert ("zephyr", True) in in_text.passages
    assert asked("q=zephyr").days == []


def test_a_link_filter_lists_in_the_same_order_as_all_filters(shelf):
    assert titles("official=iria-solano") == titles()
    assert titles("official=iria-solano&topic=trade") == ["Another"]
    assert titles("topic=trade&from=2020&q=orchard&order=date") == ["Another"]


@pytest.mark.parametrize(
    "query", ["", "official=iria-solano", "q=orchard&order=date", "kind=meeting"]
)
def test_pages_keep_the_filters_and_meet_every_readout_once(query):
    archive.load(*(archive.shape() for _ in range(60)))
    met: list[int] = []
    page = asked(query)
    met += [line.publication.pk for line in page.lines]
    while page.older is not None:
        assert set(QueryDict(query)) <= set(QueryDict(page.older))
        page = asked(page.older)
        met += [line.publication.pk for line in page.lines]
    assert len(met) == len(set(met)) == 60


def test_pages_in_order_of_fit_are_numbered():
    archive.load(*(archive.shape() for _ in range(30)))
    first = asked("q=orchard")
    assert first.newer is None
    assert first.older == "q=orchard&page=2"
    second = asked(first.older)
    assert len(second.lines) == 5
    assert second.newer == "q=orchard"


@pytest.mark.parametrize("query", ["before=nonsense", "q=orchard&page=zero", "topic=nonsense"])
def test_nonsense_lists_nothing(shelf, query):
    found = asked(query)
    assert len(found.problems) == 1
    assert (found.lines, found.facets, found.sentence) == ([], [], "")


def test_the_form_keeps_what_it_has_no_field_for_and_what_holds(shelf):
    kept = asked("topic=trade&country=CH&official=nobody&from=2010&q=x").kept()
    assert kept == [("topic", "trade"), ("country", "CH")]


def test_months_set_apart_what_is_known_to_the_year(shelf):
    assert [day.name for day in by_month(asked().lines)] == [
        "May 2021",
        "January 2020",
        "2019, month not known",
    ]
