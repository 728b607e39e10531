"""Publications: the one gate of the public side, and what the database promises of versions."""

import datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from readouts.models.publication import Publication
from tests import make

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def copy_of(publication, **words):
    values = Publication.objects.filter(pk=publication.pk).values().get()
    return Publication(**{**values, "id": None, **words})


def test_the_gate_lets_through_what_stands():
    standing, corrected, withdrawn = make.published(), make.corrected(), make.withdrawn()
    make.draft()
    make.scheduled()
    make.held()
    assert set(Publication.objects.published()) == {make.live(standing), make.live(corrected)}
    assert set(Publication.objects.withdrawn()) == {make.live(withdrawn)}
    assert set(Publication.objects.current()) == {
        make.live(readout) for readout in (standing, corrected, withdrawn)
    }


def test_the_gate_knows_what_was_public_then():
    readout = make.corrected()
    first, second = readout.publications.order_by("number")
    before, between, after = (
        first.published_at - DAY,
        first.published_at,
        timezone.now(),
    )
    assert set(Publication.objects.published(at=before)) == set()
    assert set(Publication.objects.published(at=between)) == {first}
    assert set(Publication.objects.published(at=after)) == {second}


@pytest.mark.parametrize("number", [1, 3, 7, 0])
def test_numbers_run_without_gaps_or_repetition(number):
    live = make.live(make.published())
    gap = copy_of(live, number=number, superseded_at=timezone.now(), note="x")
    with pytest.raises(DatabaseError), transaction.atomic():
        gap.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Publication.objects.bulk_create([gap])


def test_the_first_version_is_number_one():
    live = make.live(make.published())
    with pytest.raises(DatabaseError), transaction.atomic():
        copy_of(live, number=2, reference="T-other", address="2021/05/14/other", note="x").save()


def test_several_versions_may_be_written_at_once():
    readout = make.draft()
    live = make.live(make.published())
    other = {"reference": readout.reference, "readout_id": readout.pk, "address": "2021/05/14/o"}
    Publication.objects.bulk_create(
        [
            copy_of(live, number=number, note="x", superseded_at=timezone.now(), **other)
            for number in (1, 2, 3)
        ]
    )
    assert readout.publications.count() == 3


@pytest.mark.parametrize(
    "words",
    [
        {"number": 2, "note": "x"},  # two current versions
        {"number": 2, "note": "", "superseded_at": timezone.now()},  # unexplained correction
        {"number": 2, "note": "x", "superseded_at": timezone.now() - DAY},  # ends before it begins
        {"number": 2, "note": "x", "superseded_at": timezone.now(), "withdrawal_reason": "x"},
        {"number": 2, "note": "x", "superseded_at": timezone.now(), "withdrawn_at": timezone.now()},
        {"number": 2, "note": "x", "superseded_at": timezone.now(), "text_removed": True},
        {"number": 2, "note": "x", "superseded_at": timezone.now(), "precision": "month"},
    ],
)
def test_the_database_refuses_what_cannot_be(words):
    live = make.live(make.published())
    with pytest.raises(DatabaseError), transaction.atomic():
        copy_of(live, **words).save()


def test_the_four_free_columns_may_change():
    live = make.live(make.published())
    Publication.objects.filter(pk=live.pk).update(
        withdrawn_at=timezone.now(), withdrawal_reason="Wrong.", text_removed=True
    )
    live.refresh_from_db()
    live.superseded_at = timezone.now()
    live.save(update_fields=["superseded_at"])
    live.refresh_from_db()
    assert live.text_removed
    assert live.superseded_at


@pytest.mark.postgresql
def test_postgresql_guards_every_other_column():
    live = make.live(make.published())
    free = {"superseded_at", "withdrawn_at", "withdrawal_reason", "text_removed"}
    texts = [
        field.column
        for field in Publication._meta.concrete_fields
        if field.get_internal_type() in ("CharField", "TextField") and field.column not in free
    ]
    for column in texts:
        with (
            pytest.raises(DatabaseError, match="written once"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(
                f"UPDATE readouts_publication SET {column} = 'x' WHERE id = %s", [live.pk]
            )


def test_addresses_name_the_readout_and_its_version():
    live = make.live(make.published())
    year, month, day, slug = live.address.split("/")
    assert (year, month, day) == ("2021", "05", "14")
    assert live.slug == slug
    assert live.get_absolute_url().endswith(f"/2021/05/14/{slug}/")
    assert live.get_version_url().startswith(live.get_absolute_url())


def test_the_newest_comes_first():
    old = make.published(encounter={"date": datetime.date(2019, 5, 14)})
    new = make.published()
    newest = make.published()
    assert list(Publication.objects.newest_first()) == [
        make.live(readout) for readout in (newest, new, old)
    ]
