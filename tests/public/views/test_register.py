"""Pages of the register: only what a standing publication names, with the words of the day."""

import pytest

from tests import make
from tests.public import archive

pytestmark = pytest.mark.django_db


def text(client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


@pytest.fixture
def shelf():
    make.official("Émile Ázaz", sort_name="Ázaz, Émile")
    archive.published(
        archive.encounter(
            "2015-01-01", archive.person("Émile Ázaz", title="Minister of Ports", of="Tessaly")
        ),
        title="Then",
        topics=["Trade"],
        tags=["five rivers"],
    )
    archive.published(
        archive.encounter(
            "2020-01-01", archive.person("Émile Ázaz", title="President", of="Tessaly")
        ),
        title="Later",
        organizations=["Open Shores Network"],
        tags=["Five Rivers"],
    )


def test_officials_stand_under_the_plain_letter_of_their_sort_name(client, shelf):
    page = text(client, "/officials/")
    assert page.index("<h2>A</h2>") < page.index("Ázaz, Émile") < page.index("<h2>T</h2>")


def test_namesakes_stand_in_the_order_of_their_addresses_whoever_came_first(client):
    for slug in ("li-wei-2", "li-wei"):
        make.official("Li Wei", slug=slug)
        keys = {"register": {"official": slug}}
        archive.published(archive.encounter("2015-01-01", archive.person("Li Wei") | keys))
    page = text(client, "/officials/")
    assert page.index("/officials/li-wei/") < page.index("/officials/li-wei-2/")
    page = text(client, "/readouts/")
    assert page.index('?official=li-wei"') < page.index('?official=li-wei-2"')


def test_an_officials_readouts_show_the_title_printed_each_time(client, shelf):
    page = text(client, "/officials/emile-azaz/")
    assert page.index("Later") < page.index("As printed: President")
    assert page.index("Then") < page.index("As printed: Minister of Ports")
    assert 'href="/readouts/?official=emile-azaz"' in page


def test_organizations_stand_by_kind_with_those_mentioned(client, shelf):
    page = text(client, "/organizations/")
    assert "<h2>States</h2>" in page
    assert "Tessaly" in page
    assert "Open Shores Network" in page
    mentioned = text(client, "/organizations/open-shores-network/")
    assert "Later" in mentioned
    assert "<span>Mentioned</span>" in mentioned
    assert "<span>Mentioned</span>" not in text(client, "/organizations/tessaly/")


def test_an_organization_shows_acronym_and_only_public_relations(client, shelf):
    parent = make.organization("Hidden Parent")
    row = make.organization("Open Shores Network")
    row.acronym, row.parent = "OSN", parent
    row.save()
    page = text(client, "/organizations/open-shores-network/")
    assert "(OSN)" in page
    assert "Hidden Parent" not in page


def test_topics_stand_in_their_tree_as_far_as_they_are_public(client, shelf):
    hidden = make.topic("Hidden Subject")
    part = make.topic("Trade in Fish", parent=make.topic("Trade"))
    archive.published(topics=["Trade in Fish"])
    lone = make.topic("Lone Part", parent=hidden)
    archive.published(topics=["Lone Part"])
    page = text(client, "/topics/")
    assert page.index("Trade</a>") < page.index("Trade in Fish")
    assert "Hidden Subject" not in page
    assert "Hidden Subject" not in text(client, f"/topics/{lone.slug}/")
    assert "Trade in Fish" in text(client, "/topics/trade/")
    assert '<a href="/topics/trade/">Trade</a>' in text(client, f"/topics/{part.slug}/")


def test_two_spellings_of_a_tag_are_one(client, shelf):
    page = text(client, "/tags/")
    assert page.casefold().count("five rivers") == 1
    assert '<span class="count">2</span>' in page
    both = text(client, "/tags/five-rivers/")
    assert "Then" in both
    assert "Later" in both


@pytest.mark.parametrize("page", ["officials", "organizations", "topics", "tags"])
def test_what_nothing_public_names_is_not_here(client, shelf, page):
    make.official("Nobody Known", slug="unknown")
    make.organization("Nothing Known", slug="unknown")
    make.topic("Unknown")
    assert "Known" not in text(client, f"/{page}/")
    text(client, f"/{page}/unknown/", status=404)


@pytest.mark.parametrize("page", ["officials", "organizations", "topics", "tags"])
def test_an_empty_archive_has_empty_indexes(client, page):
    assert "No readout has been published yet." in text(client, f"/{page}/")


def test_a_damaged_place_in_a_list_is_not_here(client, shelf):
    text(client, "/topics/trade/?before=nonsense", status=404)


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/officials/", 1),
        ("/officials/emile-azaz/", 2),
        ("/organizations/", 1),
        ("/organizations/tessaly/", 3),
        ("/topics/", 1),
        ("/topics/trade/", 3),
        ("/tags/", 1),
        ("/tags/five-rivers/", 1),
    ],
)
def test_the_number_of_queries(client, shelf, django_assert_num_queries, path, number):
    with django_assert_num_queries(number):
        text(client, path)
