"""What plain `loaddata` brings becomes public by `rebuild_publications`, and it says how."""

import json

import pytest
from django.core.management import call_command
from django.test import Client

from readouts import search
from readouts.archive.rebuilding import rebuild
from readouts.editorial import content, history
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State
from readouts.models.record import Event
from readouts.models.register import Official
from tests import make

pytestmark = pytest.mark.django_db


def rows(**fields):
    """A plain fixture as an archivist writes it: a person, a body, one archive readout."""
    told = {"reference": "F-1", "origin": "archive", "state": "published", "language": "en",
            "title": "Readout of the meeting with Iria Solano", "body": "<p>On orchards.</p>",
            "principal_name": "Tomas Arrel", "principal_title": "Secretary-General",
            "created_at": "2020-01-01T00:00:00Z", "changed_at": "2020-01-01T00:00:00Z"}  # fmt: skip
    person = {"encounter": ["F-1", 1], "name": "Iria Solano", "title": "President",
              "official": ["iria"], "organization": ["valmora"],
              "organization_name": "Valmora"}  # fmt: skip
    return [
        {"model": "readouts.official",
         "fields": {"slug": "iria", "name": "Íria Solano", "sort_name": "Solano"}},
        {"model": "readouts.organization",
         "fields": {"slug": "valmora", "name": "Valmora", "kind": "state"}},
        {"model": "readouts.readout", "fields": told | fields},
        {"model": "readouts.encounter",
         "fields": {"readout": ["F-1"], "position": 1, "date": "2012-05-06"}},
        {"model": "readouts.participation", "fields": person},
    ]  # fmt: skip


@pytest.fixture
def loaddata(tmp_path):
    def loaded(told):
        path = tmp_path / "plain.json"
        path.write_text(json.dumps(told), encoding="utf-8")
        call_command("loaddata", str(path), verbosity=0)

    return loaded


def test_an_archive_readout_without_publication_becomes_public(loaddata, capsys):
    loaddata(rows())
    assert not Publication.objects.exists()
    call_command("rebuild_publications")
    said = capsys.readouterr().out
    assert "2 register rows got their folded names." in said
    assert "1 archive readouts had no publication and are public now." in said
    publication = Publication.objects.published().get()
    assert publication.is_archive
    assert f"{publication.published_at:%Y-%m-%d}" == "2012-05-06"
    assert not publication.published_hour_known
    assert Client().get(publication.get_absolute_url()).status_code == 200
    assert Client().get("/officials/iria/").status_code == 200
    assert search.match(Publication.objects.published(), "iria orchards").count() == 1
    assert Official.objects.named_like("iria").exists()
    readout = Readout.objects.get()
    assert readout.state == State.PUBLISHED
    assert content.digest(content.snapshot(readout)) == publication.digest
    assert Event.objects.get().verb == "load_archive"
    assert list(history.damage()) == []


def test_a_page_says_where_a_record_came_from(loaddata):
    source = {"readout": ["F-1"], "url": "https://office.example/1", "layout": "classic",
              "warnings": ["No place."]}  # fmt: skip
    loaddata([*rows(), {"model": "readouts.sourcerecord", "fields": source}])
    call_command("rebuild_publications")
    publication = Publication.objects.get()
    assert publication.source == {name: source[name] for name in ("url", "layout", "warnings")}
    page = Client().get(publication.get_absolute_url())
    assert "https://office.example/1" in page.content.decode()


def test_it_may_run_again(loaddata):
    loaddata(rows())
    rebuild()
    again = rebuild()
    assert (again.names, again.published, again.histories, again.standing) == (0, 0, 0, 1)


@pytest.mark.parametrize(
    ("fields", "cure"),
    [
        ({"body": ""}, "The body is empty"),
        ({"state": "withdrawn"}, "Load it with load_archive"),
        ({"state": "in_review"}, "Load it with load_archive"),
    ],
)
def test_what_cannot_be_public_is_left_alone_and_said(loaddata, fields, cure):
    loaddata(rows(**fields))
    done = rebuild()
    assert done.published == 0
    (sentence,) = done.left
    assert "F-1 was left alone" in sentence
    assert cure in sentence
    assert not Publication.objects.exists()
    assert Readout.objects.get().state == fields.get("state", "published")


def test_a_text_of_the_office_is_never_published_by_it(loaddata):
    loaddata(rows(origin="office"))
    draft = make.draft()
    assert rebuild().published == 0
    assert not Publication.objects.exists()
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_links_and_search_of_what_does_not_stand_are_taken_away(loaddata):
    standing, gone = make.live(make.published()), make.live(make.withdrawn())
    make.topic("Other").save()
    assert rebuild().standing == 1
    assert list(search.match(Publication.objects.published(), "orchard")) == [standing]
    assert not gone.publicationtopic_links.exists()
    assert standing.publicationtopic_links.exists()
