"""The filters: none, one, several, nonsense; and what is said of them."""

import pytest
from django.http import QueryDict

from readouts.models.publication import Publication
from readouts.public.filters import ReadoutFilter
from tests.public import archive

pytestmark = pytest.mark.django_db


def under(query: str) -> ReadoutFilter:
    return ReadoutFilter(QueryDict(query), Publication.objects.published())


def found(query: str) -> set[str]:
    return set(under(query).qs.values_list("title", flat=True))


@pytest.fixture
def shelf():
    """Four readouts that differ in everything that can be filtered by."""
    archive.published(
        archive.encounter("2010-11-30", archive.person("Nursultan Äbdir", of="Qazaria")),
        title="summit",
        topics=["Disarmament"],
        tags=["steppe"],
    )
    archive.published(
        archive.encounter("2011-03-05", kind="call", city="", country=""),
        title="call",
        topics=["Disarmament", "Trade"],
        language="fr",
    )
    archive.published(
        archive.encounter("2012-01-01", precision="year", country="KE", city="Nairobi"),
        title="some time in 2012",
        organizations=["Qazaria"],
    )
    archive.published(
        archive.encounter("2013-06-01", precision="month", kind="meeting", country="KE"),
        archive.encounter("2014-02-02", kind="working_lunch", country="AT", city="Vienna"),
        title="meeting and lunch",
        tags=["steppe", "Ports"],
        body=["They spoke of the café in Ürümqi and of a secret orchard."],
    )


ALL = {"summit", "call", "some time in 2012", "meeting and lunch"}


def test_no_filter_leaves_everything(shelf):
    assert found("") == ALL
    assert under("").sentence(4) == "4 readouts, newest first"
    assert under("").chips() == []


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("official=nursultan-abdir", {"summit"}),
        ("organization=qazaria", {"summit", "some time in 2012"}),
        ("topic=disarmament", {"summit", "call"}),
        ("tag=steppe", {"summit", "meeting and lunch"}),
        ("tag=ports", {"meeting and lunch"}),
        ("kind=call", {"call"}),
        ("kind=CALL", {"call"}),
        ("country=KE", {"some time in 2012", "meeting and lunch"}),
        ("country=ke", {"some time in 2012", "meeting and lunch"}),
        ("language=fr", {"call"}),
        ("principal=tomas-arrel", ALL),
        ("q=urumqi cafe", {"meeting and lunch"}),
        ('q="secret orchard"', {"meeting and lunch"}),
        ("q=qazar", {"summit", "some time in 2012"}),
        ("country=TG", set()),
    ],
)
def test_one_filter(shelf, query, titles):
    filters = under(query)
    assert found(query) == titles, filters.problems()
    assert filters.problems() == []
    assert len(filters.chips()) == 1
    assert filters.chips()[0].query == ""


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("from=2010&to=2010", {"summit"}),
        ("from=2010-12", {"call", "some time in 2012", "meeting and lunch"}),
        ("to=2010-11-29", set()),
        ("to=2010-11-30", {"summit"}),
        ("from=2012-06&to=2012-06", {"some time in 2012"}),
        ("from=2013-06-15&to=2013-06-15", {"meeting and lunch"}),
        ("from=2013-07&to=2014-01", set()),
        ("from=2014", {"meeting and lunch"}),
        ("from=2011&to=2010", {"summit", "call"}),
        ("from=30 November 2010&to=2010-11", {"summit"}),
    ],
)
def test_dates_are_those_of_encounters_and_may_be_partial(shelf, query, titles):
    assert found(query) == titles, under(query).problems()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("topic=disarmament&language=fr", {"call"}),
        ("tag=steppe&country=AT", {"meeting and lunch"}),
        ("official=iria-solano&topic=trade&kind=call&from=2011&to=2011", {"call"}),
        ("kind=meeting&country=AT", set()),
        ("kind=working_lunch&country=AT&from=2014", {"meeting and lunch"}),
        ("kind=working_lunch&to=2013", set()),
    ],
)
def test_several_filters_hold_at_once_and_of_the_same_encounter(shelf, query, titles):
    assert found(query) == titles


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("official=nobody", "No readout here names the official “nobody”."),
        ("organization=zz", "No readout here names the organization “zz”."),
        ("topic=%00", "Null characters are not allowed."),
        ("tag=x", "No readout here names the tag “x”."),
        ("principal=iria", "No readout here names the principal “iria”."),
        ("kind=chat", "“chat” is no kind of encounter we know. The kinds are meeting,"),
        ("country=Kazakhstan", "Countries are written with their two letters, such as KZ"),
        ("language=klingon", "Languages are written like en, fr or ar."),
        ("from=3/4/2010", "“3/4/2010” can be read in two ways."),
        ("to=yesterday", "“yesterday” is no date we can read."),
        ("q=!!!", "“!!!” holds no word to look for."),
        ("order=sideways", "sideways is not one of the available choices."),
        ("offical=x", "“offical” is no filter of this list. Did you mean “official”?"),
        ("person=x", "“person” is no filter of this list. Filters are: q, official,"),
        ("topic=trade&topic=disarmament", "“topic” is given more than once."),
    ],
)
def test_nonsense_lists_nothing_and_says_how_to_mend_it(shelf, query, sentence):
    filters = under(query)
    assert sentence in " ".join(filters.problems())
    assert list(filters.qs) == []
    assert filters.parameters() == {}


@pytest.mark.parametrize("query", ["utm_source=x", "fbclid=1", "before=2010-01-01.5", "more=tag"])
def test_what_is_no_filter_and_harmless_is_let_be(shelf, query):
    assert found(query) == ALL


def test_the_state_of_a_list_has_one_address(shelf):
    filters = under("to=2010&from=March 2011&country=ch&q=orchard&order=date&utm_source=x")
    assert filters.query() == "q=orchard&country=CH&from=2010&to=2011-03&order=date"
    assert filters.query("q") == "country=CH&from=2010&to=2011-03"
    assert filters.query("from", "to", country="KE") == "q=orchard&country=KE&order=date"


def test_best_matches_come_first_where_words_are_looked_for():
    assert under("q=orchard").by_relevance
    assert not under("q=orchard&order=date").by_relevance
    assert not under("order=relevance").by_relevance


def test_the_gates_query_set_decides_what_there_is(shelf):
    nothing = ReadoutFilter(QueryDict("topic=disarmament"), Publication.objects.none())
    assert list(nothing.qs) == []


def test_names_are_looked_up_in_one_query(shelf, django_assert_num_queries):
    filters = under("official=iria-solano&organization=qazaria&topic=trade&tag=steppe")
    with django_assert_num_queries(1):
        assert filters.is_valid()
