"""Whole series taken in at once: they stand as if each had been written and published singly."""

import datetime

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from readouts.editorial import content, desk_copy, history, publishing, workflow
from readouts.editorial.accession import Accession, Intake
from readouts.editorial.log import Robot
from readouts.editorial.series import Version, Withdrawal
from readouts.models.bulk import Rows
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State, Tag
from readouts.models.record import Event, Revision
from readouts.models.search import SearchEntry
from readouts.models.source import ImportBatch
from tests import make

pytestmark = pytest.mark.django_db

LOADER = Robot("archive loader", frozenset({"load_archive"}))
MOMENTS = [datetime.datetime(2010, 12, day, tzinfo=datetime.UTC) for day in (1, 2, 3)]
# What another run gives other values, or what only bulk writing knows.
APART = {
    "id", "at", "created_at", "changed_at", "hash", "details", "readout_id", "encounter_id",
    "publication_id", "reference", "address", "digest", "shape", "previous_hash",
}  # fmt: skip


@pytest.fixture
def intake(db):
    batch = ImportBatch.objects.create(at=timezone.now(), by_name=LOADER.name)
    return Intake(batch, LOADER)


def shape(reference="A-1"):
    """A shape with everything a desk can say, its register rows standing."""
    readout = make.draft()
    readout.tags.set(["harvest", "vineyard"])
    told = content.snapshot(readout)
    readout.tags.clear()
    return {**told, "reference": reference}


def series(reference="A-1", grade="typographical", **more):
    first = shape(reference)
    later = {**first, "body": ["Mended."], "note": "A word was mended."}
    versions = [Version(first, MOMENTS[0]), Version(later, MOMENTS[1], grade)]
    return Accession(versions=versions, **more)


def everything(readout):
    """All that was written of a readout, as plain rows."""
    found = {}
    for model in (Readout, Revision, Event, Publication):
        key = "pk" if model is Readout else "readout_id"
        found[model.__name__] = rows(model.objects.filter(**{key: readout.pk}))
    for encounter in readout.encounters.all():
        found[f"encounter {encounter.position}"] = rows(encounter.participations.all())
    found["encounters"] = rows(readout.encounters.all())
    found["words"] = [
        sorted(readout.organizations.values_list("slug")),
        sorted(readout.topics.values_list("slug")),
        sorted(readout.tags.names()),
    ]
    for publication in readout.publications.order_by("number"):
        for link in publishing.LINKS:
            linked = link._default_manager.filter(publication=publication)
            found[f"{link.__name__} {publication.number}"] = rows(linked)
        entry = SearchEntry.objects.filter(publication=publication)
        found[f"search {publication.number}"] = rows(entry)
    return found


def rows(queryset):
    told = [
        {name: value for name, value in row.items() if name not in APART}
        for row in queryset.values()
    ]
    return sorted(told, key=repr)


def singly(told):
    """The same series by way of the desk, one step after the other."""
    last = told.versions[-1].shape
    readout = Readout(reference="B-1", origin="archive")
    desk_copy.write(readout, {**last, "reference": "B-1"})
    workflow.record(readout, LOADER)
    for version in told.versions:
        publishing.publish(readout, {**version.shape, "reference": "B-1"}, at=version.at)
    workflow.perform(readout, "load_archive", LOADER, batch=1)
    if away := told.withdrawal:
        withdrawer = Robot("archive loader", frozenset({"withdraw"}))
        workflow.perform(
            readout,
            "withdraw",
            withdrawer,
            note=away.reason,
            now=away.at,
            text_removed=away.text_removed,
        )
    return readout


@pytest.mark.parametrize(
    "withdrawal", [None, Withdrawal(MOMENTS[2], "Issued in error.", text_removed=True)]
)
def test_a_series_stands_as_if_it_had_been_written_and_published_singly(intake, withdrawal):
    told = series(grade="", withdrawal=withdrawal)
    intake.take([told])
    at_once = Readout.objects.get(reference="A-1")
    assert everything(at_once) == everything(singly(told))
    assert list(history.damage()) == []


def test_the_desk_says_what_is_public(intake):
    intake.take([series()])
    readout = Readout.objects.get(reference="A-1")
    assert content.digest(content.snapshot(readout)) == make.live(readout).digest
    assert readout.state == State.PUBLISHED


def test_a_series_becomes_public_with_its_own_dates(intake):
    intake.take([series("A-1"), series("A-2")])
    first, second = Publication.objects.filter(reference="A-2").order_by("number")
    assert (first.published_at, first.superseded_at) == (MOMENTS[0], MOMENTS[1])
    assert (second.published_at, second.first_published_at) == (MOMENTS[1], MOMENTS[0])
    assert (second.grade, second.note) == ("typographical", "A word was mended.")
    assert second.is_archive
    current = Publication.objects.published()
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == {row.pk for row in current}


def test_two_readouts_with_the_same_words_have_two_addresses(intake):
    intake.take([series("A-1"), series("A-2")])
    addresses = Publication.objects.order_by("pk").values_list("address", flat=True)
    one, _, other, _ = addresses
    assert other == f"{one}-2"


def test_a_translation_may_stand_before_its_original(intake):
    french = shape("A-2") | {"language": "fr", "translation_of": "A-1"}
    first = series("A-1")
    translation = Accession(versions=[Version(french, MOMENTS[0])])
    intake.take([translation, first])
    assert Readout.objects.get(reference="A-2").translation_of.reference == "A-1"
    # Among those of one day they stay in the order of the file.
    by_place = Publication.objects.order_by("pk").values_list("reference", flat=True)
    assert list(by_place) == ["A-2", "A-1", "A-1"]


def test_a_permanent_address_is_kept(intake):
    intake.take([series(address="2010/11/30/as-it-was")])
    assert set(Publication.objects.values_list("address", flat=True)) == {"2010/11/30/as-it-was"}


def test_a_tag_is_spelled_as_the_desk_spells_it(intake):
    Tag.objects.create(name="HARVEST")
    intake.take([series()])
    readout = Readout.objects.get(reference="A-1")
    assert set(readout.tags.names()) == {"HARVEST", "vineyard"}
    assert content.digest(content.snapshot(readout)) == make.live(readout).digest


def test_who_may_not_load_begins_nothing(writer):
    batch = ImportBatch.objects.create(at=timezone.now(), by_name="wren")
    with pytest.raises(workflow.Refused, match="is for Archivists"):
        Intake(batch, writer)


def test_a_broken_series_leaves_nothing(intake):
    told = series()
    unexplained = [told.versions[0], Version({**told.shape, "note": ""}, MOMENTS[0])]
    noted = {**told.versions[0].shape, "note": "A note that a first version cannot have."}
    unexplained[0] = Version(noted, MOMENTS[1])
    with pytest.raises(IntegrityError), transaction.atomic():
        intake.take([Accession(versions=unexplained)])
    assert not Publication.objects.exists()


def test_every_column_has_a_value_or_a_default():
    """A field added later without a default fails here, not in the middle of a load."""
    for model in (Readout, Revision, Event, Publication, SearchEntry):
        columns = Rows(model, with_keys=True).columns
        assert columns == [
            field.column for field in model._meta.get_fields()
            if isinstance(field, models.Field) and field.concrete and not field.many_to_many
        ]  # fmt: skip
