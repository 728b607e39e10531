"""The record at the desk: read by those who may, written by nobody, found without extra queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from readouts.models.publication import Publication
from readouts.models.record import Event, Revision
from readouts.models.source import ImportBatch, SourceRecord
from tests import make

pytestmark = pytest.mark.django_db
RECORDS = [Revision, Event, Publication, SourceRecord, ImportBatch]


@pytest.fixture
def desk(client):
    client.force_login(make.user("adele", is_superuser=True))
    return client


def _address(model, page="changelist", *args):
    return reverse(f"admin:readouts_{model._meta.model_name}_{page}", args=args)


def _recorded():
    """A published readout with everything the record can hold."""
    readout = make.published()
    batch = ImportBatch.objects.create(at=timezone.now(), by_name="arlo", counts={"new": 1})
    SourceRecord.objects.create(
        readout=readout,
        batch=batch,
        file="page.txt",
        fields={"date": "body"},
        warnings=["The first line is damaged."],
        raw="Astana, <b>30 ноября</b>".encode() + b"\xff",
    )
    return readout


@pytest.mark.parametrize("model", RECORDS)
def test_nothing_is_added_changed_or_deleted(desk, model):
    _recorded()
    row = model.objects.first()
    page = _address(model, "change", row.pk)
    assert desk.get(page).status_code == 200
    assert desk.post(page, {"title": "Another"}).status_code == 403
    assert desk.get(_address(model, "add")).status_code == 403
    assert desk.post(_address(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert "delete_selected" not in desk.get(_address(model)).content.decode()


@pytest.mark.parametrize("model", RECORDS)
def test_a_longer_list_needs_no_more_queries(desk, model):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(_address(model)).status_code == 200
        return len(captured)

    _recorded()
    needed = queries()
    for _ in range(3):
        _recorded()
    assert queries() == needed


@pytest.mark.parametrize(
    ("model", "heavy"),
    [(Revision, "shape"), (Publication, "plain_text"), (SourceRecord, "raw"), (Event, "details")],
)
def test_a_list_leaves_heavy_texts_in_the_database(desk, model, heavy):
    _recorded()
    listed = desk.get(_address(model)).context["cl"].result_list
    assert all(heavy in row.get_deferred_fields() for row in listed)


def test_a_source_is_shown_as_text_whatever_its_bytes(desk):
    _recorded()
    source = SourceRecord.objects.get()
    page = desk.get(_address(SourceRecord, "change", source.pk)).content.decode()
    assert r"Astana, &lt;b&gt;30 ноября&lt;/b&gt;\xff" in page
    assert "The first line is damaged." in page


def test_a_shape_is_shown_so_that_it_can_be_read(desk):
    _recorded()
    page = desk.get(_address(Revision, "change", Revision.objects.first().pk)).content.decode()
    assert "&quot;language&quot;: &quot;en&quot;" in page


def test_publications_are_filtered_by_standing(desk):
    make.corrected()
    make.withdrawn()
    for standing, number in (("public", 1), ("withdrawn", 1), ("superseded", 1), ("", 3)):
        listed = desk.get(_address(Publication), {"standing": standing} if standing else {})
        assert len(listed.context["cl"].result_list) == number


def test_records_are_found_by_the_reference_of_their_readout(desk):
    readout = _recorded()
    make.published()
    for model in (Revision, Event, Publication, SourceRecord):
        found = desk.get(_address(model), {"q": readout.reference}).context["cl"].result_list
        assert found
        assert all(row.readout_id == readout.pk for row in found)


def test_the_record_shows_itself_to_the_roles_of_the_desk(client, writer):
    _recorded()
    client.force_login(writer)
    assert client.get(_address(Event)).status_code == 200
    assert client.get(_address(ImportBatch)).status_code == 403
