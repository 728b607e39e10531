"""Facets: values that return something, counted under all other filters, and never stale."""

import pytest
from django.http import QueryDict

from readouts.models.publication import Publication
from readouts.public.facets import FEW, Facets
from readouts.public.filters import ReadoutFilter
from tests import make
from tests.public import archive

pytestmark = pytest.mark.django_db


def facets(query: str = "") -> Facets:
    return Facets(ReadoutFilter(QueryDict(query), Publication.objects.published()))


def counted(name: str, query: str = "") -> dict[str, int]:
    return {label: count for _, label, count in facets(query).rows(name)}


@pytest.fixture
def shelf():
    archive.published(topics=["Disarmament", "Trade"], tags=["ports"])
    archive.published(
        archive.encounter("2020-02-02", archive.person("Ada Kim", of="Qazaria"), kind="call"),
        archive.encounter("2021-02-02", kind="call", country="KE"),
        topics=["Trade"],
        tags=["Ports"],
        language="fr",
    )


def test_each_value_is_counted_once_a_readout(shelf):
    assert counted("topic") == {"Trade": 2, "Disarmament": 1}
    assert counted("organization") == {"Valmora": 2, "Qazaria": 1}
    assert counted("official") == {"Iria Solano": 2, "Ada Kim": 1}
    assert counted("principal") == {"Tomas Arrel": 2}
    assert counted("kind") == {"Meeting": 1, "Call": 1}
    assert counted("country") == {"Switzerland": 2, "Kenya": 1}
    assert counted("year") == {"2021": 2, "2020": 1}
    assert counted("language") == {"English": 1, "French": 1}


def test_two_spellings_of_a_tag_are_one(shelf):
    assert list(counted("tag").values()) == [2]


def test_counts_hold_under_all_other_filters_and_not_their_own(shelf):
    assert counted("topic", "topic=disarmament") == {"Trade": 2, "Disarmament": 1}
    assert counted("topic", "language=fr") == {"Trade": 1}
    assert counted("kind", "kind=call&country=KE") == {"Call": 1}
    assert counted("country", "from=2020&to=2020") == {"Switzerland": 1}
    assert counted("year", "from=2020&to=2020") == {"2021": 2, "2020": 1}
    assert counted("language", "q=orchard&topic=disarmament") == {"English": 1}


@pytest.mark.parametrize("query", ["", "topic=trade", "language=fr", "language=fr&topic=trade"])
def test_what_a_value_promises_is_what_its_list_holds(shelf, query):
    for facet in facets(query).shown():
        for option in facet.options:
            found = ReadoutFilter(QueryDict(option.query), Publication.objects.published())
            if not option.is_chosen:
                assert found.qs.count() == option.count, (facet.name, option)
            assert facets(option.query).total() == found.qs.count()


def test_a_chosen_value_leads_back(shelf):
    (chosen,) = [
        option
        for facet in facets("topic=trade&from=2021&to=2021").shown()
        for option in facet.options
        if option.is_chosen and facet.name == "year"
    ]
    assert chosen.label == "2021"
    assert chosen.query == "topic=trade"


def test_a_long_facet_shows_a_few_and_the_rest_on_request(shelf):
    archive.published(topics=[f"Topic {n}" for n in range(FEW)])
    (short,) = [facet for facet in facets().shown() if facet.name == "topic"]
    assert len(short.options) == FEW
    assert short.more == "more=topic"
    (long,) = [facet for facet in facets().shown(widened="topic") if facet.name == "topic"]
    assert len(long.options) == FEW + 2
    assert long.more == ""


def test_the_chosen_value_is_in_sight_however_rare(shelf):
    for _ in range(2):
        archive.published(topics=[f"Topic {n}" for n in range(FEW)])
    (topics,) = [facet for facet in facets("topic=disarmament").shown() if facet.name == "topic"]
    assert topics.options[0].label == "Disarmament"
    assert topics.options[0].is_chosen


def test_a_facet_without_a_choice_is_left_out(shelf):
    assert "principal" not in [facet.name for facet in facets().shown()]
    assert "principal" in [facet.name for facet in facets("principal=tomas-arrel").shown()]


def test_publishing_and_withdrawing_are_counted_at_once():
    readout = make.published(tags=["harbours"])
    assert counted("tag") == {"harbours": 1}
    make.published(tags=["harbours"])
    assert counted("tag") == {"harbours": 2}
    make.step(readout, "withdraw", make.user("ada"), note="Issued in error.")
    assert counted("tag") == {"harbours": 1}
    make.step(readout, "reinstate", make.user("ada"), note="Right after all.")
    assert counted("tag") == {"harbours": 2}


def test_counting_twice_asks_the_database_once(shelf, django_assert_num_queries):
    facets().shown()
    with django_assert_num_queries(1):
        facets().shown()
