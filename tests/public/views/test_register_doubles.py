"""Where doubles of the register went: their old addresses lead on, and nothing counts twice."""

import pytest

from readouts.editorial.register_merging import merge, undo_merge
from readouts.models.register import Official, Organization, Topic
from tests import make
from tests.editorial.test_register_merging import met

pytestmark = pytest.mark.django_db


@pytest.fixture
def registrar():
    return make.user("regina", "Registrars")


@pytest.fixture
def merged(registrar):
    """A double met once, merged into the president, who was met twice."""
    president, double = make.official(), make.official("Irja Solanova")
    met(president)
    met(president)
    met(double)
    merge(double, president, registrar)
    return president, double


def test_the_old_address_moved_for_good(client, merged):
    response = client.get("/officials/irja-solanova/?before=2030")
    assert response.status_code == 301
    assert response["Location"] == "/officials/iria-solano/?before=2030"
    page = client.get("/officials/iria-solano/").content.decode()
    assert page.count('href="/readouts/2021/05/14/') == 3


@pytest.mark.parametrize("model", [Organization, Topic])
def test_organizations_and_topics_move_too(client, registrar, model):
    made = make.organization if model is Organization else make.topic
    row, double = made("Valmora"), made("Valmorra")
    kind = "organizations" if model is Organization else "topics"
    make.published(**{kind: [row, double]})
    merge(double, row, registrar)
    response = client.get(f"/{kind}/valmorra/")
    assert (response.status_code, response["Location"]) == (301, f"/{kind}/valmora/")


def test_a_double_of_nobody_public_is_not_there(client, registrar):
    merge(make.official("Nobody"), make.official("Somebody"), registrar)
    assert client.get("/officials/nobody/").status_code == 404
    assert client.get("/officials/never/").status_code == 404


def test_a_double_is_in_no_list(client, merged):
    page = client.get("/officials/").content.decode()
    assert "/officials/iria-solano/" in page
    assert "irja-solanova" not in page
    assert list(Official.objects.public().values_list("slug", flat=True)) == [
        "iria-solano",
        "tomas-arrel",
    ]


def test_a_filter_by_the_old_key_means_the_row(client, merged):
    page = client.get("/readouts/?official=irja-solanova").content.decode()
    assert "3 readouts" in page
    assert "official=iria-solano" in page


def test_counts_are_right_at_once_and_after_parting(client, merged, registrar):
    def counted():
        return client.get("/readouts/?country=CH").content.decode().count("official=irja-solanova")

    assert counted() == 0
    undo_merge(Official.objects.get(slug="irja-solanova"), registrar)
    assert counted() > 0
    assert client.get("/officials/irja-solanova/").status_code == 200
