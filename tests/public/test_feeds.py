"""The feed: what was published last, corrections and withdrawals too, of any list."""

import datetime

import pytest
from lxml import etree

from tests import make
from tests.public import archive

pytestmark = pytest.mark.django_db


def entries(client, query: str = "") -> list[str]:
    response = client.get(f"/readouts/feed/{query}")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = etree.fromstring(response.content)
    return [title.text for title in feed.findall("{*}entry/{*}title")]


def test_entries_come_in_the_order_of_publishing_not_of_encounters(client):
    later = archive.AT + datetime.timedelta(days=1)
    archive.published(archive.encounter("2021-01-01"), title="Of 2021")
    archive.published(archive.encounter("2010-01-01"), title="Of 2010, published later", at=later)
    assert entries(client) == ["Of 2010, published later", "Of 2021"]


def test_a_filtered_feed_has_the_filters_of_the_list(client):
    archive.published(title="About trade", topics=["Trade"])
    archive.published(title="About peace", topics=["Peace"])
    assert entries(client, "?topic=trade") == ["About trade"]
    assert b"Topic: Trade" in client.get("/readouts/feed/?topic=trade").content


def test_corrections_and_withdrawals_are_entries(client):
    corrected = make.live(make.corrected())
    withdrawn = make.live(make.withdrawn())
    found = entries(client)
    assert f"Corrected: {corrected.title}" in found
    assert f"Withdrawn: {withdrawn.title}" in found
    feed = client.get("/readouts/feed/").content.decode()
    assert f"http://testserver{corrected.get_version_url()}" in feed
    assert "Issued in error." in feed


def test_an_entry_whose_hour_is_not_known_tells_no_moment_of_publishing(client):
    archive.published(title="On a day", hour_known=False)
    archive.published(title="At a moment")
    feed = etree.fromstring(client.get("/readouts/feed/").content)
    told = {entry.find("{*}title").text: entry for entry in feed.findall("{*}entry")}
    assert told["On a day"].find("{*}published") is None
    assert told["On a day"].find("{*}updated") is not None
    assert told["At a moment"].find("{*}published") is not None


def test_every_entry_has_an_identifier_of_its_own(client):
    archive.load(*(archive.shape() for _ in range(3)))
    feed = etree.fromstring(client.get("/readouts/feed/").content)
    identifiers = [row.text for row in feed.findall("{*}entry/{*}id")]
    assert len(set(identifiers)) == 3
    assert all(identifier.startswith("http://testserver/") for identifier in identifiers)


def test_nonsense_is_no_empty_feed(client):
    assert client.get("/readouts/feed/?topic=nothing").status_code == 400


def test_the_number_of_queries(client, django_assert_num_queries):
    archive.published()
    with django_assert_num_queries(2):
        entries(client)
