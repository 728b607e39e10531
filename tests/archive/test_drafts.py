"""A scraped page becomes a draft that keeps its source, and goes the way of any other text."""

import hashlib
from pathlib import Path

import pytest
from django.core.management import call_command

from readouts.archive.drafts import IMPORTER, NotDrafted, draft
from readouts.archive.load import NotLoaded, load
from readouts.archive.scrapes import read_page
from readouts.editorial import history, workflow
from readouts.models.publication import Publication, PublicationOfficial
from readouts.models.readout import Readout, State
from readouts.models.register import Official, Organization
from readouts.models.source import SourceRecord
from tests.archive.samples import file, record

pytestmark = pytest.mark.django_db
PAGE = Path(__file__).parent / "data" / "000_591cf0109e884bf5.txt"


@pytest.fixture
def register():
    call_command("loaddata", "fixtures/register.json", verbosity=0)


@pytest.fixture
def drafted(register, archivist):
    raw = PAGE.read_bytes()
    return draft(read_page(raw, name=PAGE.name), raw, archivist)


def test_the_real_page_becomes_a_draft(drafted):
    assert drafted.state == State.DRAFT
    assert (drafted.principal_name, drafted.principal_title) == ("Ban Ki-moon", "Secretary-General")
    assert drafted.mandate.official.slug == "ban-ki-moon"
    assert str(drafted.issued) == "2010-11-30"
    assert (drafted.dateline_city, str(drafted.dateline_country)) == ("Astana", "KZ")
    assert "printed" in drafted.title_reason
    meeting, lunch = drafted.encounters.all()
    assert (meeting.kind, lunch.kind) == ("meeting", "working_lunch")
    assert {meeting.occasion, lunch.occasion} == {"ahead of OSCE Summit in Astana"}
    president, minister = meeting.participations.get(), lunch.participations.get()
    assert president.official.name == "Nursultan Nazarbayev"
    assert president.organization.slug == minister.organization.slug == "kazakhstan"
    assert (minister.name, minister.honorific) == ("Kanat Saudabayev", "H.E. Mr.")
    mentioned = " ".join(drafted.organizations.values_list("name", flat=True))
    for name in ("Security and Co", "Preventive Diplomacy", "Islamic"):
        assert name in mentioned
    assert drafted.body.count("<p>") == 4


def test_its_source_is_kept_byte_for_byte(drafted):
    source = SourceRecord.objects.get(readout=drafted)
    assert bytes(source.raw) == PAGE.read_bytes()
    assert source.sha256 == hashlib.sha256(PAGE.read_bytes()).hexdigest()
    assert source.file == PAGE.name
    assert source.layout == "un-former-sg"
    assert source.fields["issued"] == "body"
    assert source.warnings


def test_whom_the_register_knows_is_found(drafted):
    assert not Official.objects.filter(checked=False).exists()
    assert not Organization.objects.filter(checked=False, name__contains="Security").exists()


def test_strangers_wait_for_a_registrar(register):
    readout = draft(record(organizations=[], topics=[]), b"page")
    assert not Official.objects.get(name="Iria Solano").checked
    assert readout.mandate is None
    assert readout.principal_name == "Tomas Arrel"


def test_the_draft_goes_through_review_to_the_public(drafted, archivist, approver):
    workflow.perform(drafted, "submit", archivist)
    with pytest.raises(workflow.Refused):
        workflow.perform(drafted, "publish", approver)
    workflow.perform(drafted, "approve", approver)
    workflow.perform(drafted, "publish", approver)
    publication = Publication.objects.published().get()
    assert publication.get_absolute_url().startswith("/readouts/2010/11/30/")
    assert publication.place == "Astana, Kazakhstan"
    assert len(publication.plain_text.split("\n\n")) == 4
    assert PublicationOfficial.objects.filter(official__slug="ban-ki-moon").exists()
    assert list(history.damage()) == []


def test_who_imported_it_cannot_approve_it(drafted, archivist, approver):
    approver.groups.add(*archivist.groups.all())
    archivist.groups.add(*approver.groups.all())
    workflow.perform(drafted, "submit", archivist)
    with pytest.raises(workflow.Refused, match="You changed this text"):
        workflow.perform(drafted, "approve", type(archivist).objects.get(pk=archivist.pk))


def test_without_a_person_the_importer_is_its_author(register):
    raw = PAGE.read_bytes()
    readout = draft(read_page(raw, name=PAGE.name), raw)
    assert readout.revisions.get().author_name == IMPORTER.name


def test_a_page_is_drafted_once(drafted):
    raw = PAGE.read_bytes()
    with pytest.raises(NotDrafted, match="The desk already has"):
        draft(read_page(raw, name=PAGE.name), raw)
    assert Readout.objects.count() == SourceRecord.objects.count() == 1


def test_bytes_that_are_not_those_of_the_record_are_refused(register):
    told = read_page(PAGE.read_bytes(), name=PAGE.name)
    with pytest.raises(NotDrafted, match="checksum"):
        draft(told, b"something else")
    assert not Readout.objects.exists()


def test_a_draft_may_be_begun_before_it_is_whole(register, archivist):
    readout = draft({"reference": "A-1", "title": "Readout"}, b"Readout", archivist)
    assert readout.state == State.DRAFT
    with pytest.raises(workflow.Refused, match="No encounter"):
        workflow.perform(readout, "submit", archivist)


def test_a_record_of_a_text_in_hand_is_refused(drafted, tmp_path):
    with pytest.raises(NotLoaded, match="The desk works on"):
        load([file(tmp_path, record(drafted.reference))])
    assert Readout.objects.get().state == State.DRAFT


@pytest.mark.parametrize(
    "path", sorted((PAGE.parent / "pages").glob("*.txt")), ids=lambda path: path.stem
)
def test_every_sample_page_can_be_drafted(register, path):
    raw = path.read_bytes()
    readout = draft(read_page(raw, name=path.name), raw)
    assert bytes(readout.sources.get().raw) == raw
