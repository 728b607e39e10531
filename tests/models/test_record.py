"""What is kept for good: revisions, events and publications refuse to be changed, everywhere."""

import pytest
from django.db import DatabaseError, connection, transaction

from readouts.models.natural import AppendOnlyError
from readouts.models.publication import Publication
from readouts.models.record import Clearance, Event, Revision
from tests import make

pytestmark = pytest.mark.django_db
KEPT = [Revision, Event, Publication]


@pytest.fixture
def row(request):
    make.published()
    return request.param.objects.order_by("pk").first()


every_kind = pytest.mark.parametrize("row", KEPT, indirect=True)


@every_kind
@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.save(),
        lambda row: row.save(update_fields=["number"]),
        lambda row: row.delete(),
        lambda row: type(row).objects.filter(pk=row.pk).update(number=9),
        lambda row: type(row).objects.filter(pk=row.pk).delete(),
        lambda row: type(row).objects.bulk_update([row], ["number"]),
        lambda row: type(row).objects.bulk_create(
            [row], update_conflicts=True, unique_fields=["id"], update_fields=["number"]
        ),
        lambda row: row.readout.revisions.update(number=9),
        lambda row: row.readout.events.all().delete(),
    ],
)
def test_python_refuses_to_change_or_delete(row, change):
    before = type(row).objects.filter(pk=row.pk).values().get()
    row.number = 9
    with pytest.raises(AppendOnlyError, match="written once and kept"):
        change(row)
    assert type(row).objects.filter(pk=row.pk).values().get() == before


@every_kind
def test_a_new_row_does_not_overwrite_an_old_one(row):
    before = type(row).objects.filter(pk=row.pk).values().get()
    impostor = type(row)(**{**before, "number": 9})
    with pytest.raises(DatabaseError), transaction.atomic():
        impostor.save()
    assert type(row).objects.filter(pk=row.pk).values().get() == before


@pytest.mark.postgresql
@every_kind
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET number = 9 WHERE id = {}", "DELETE FROM {} WHERE id = {}"]
)
def test_postgresql_refuses_what_goes_past_python(row, statement):
    with (
        pytest.raises(DatabaseError, match="written once and kept"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(row._meta.db_table, row.pk))


def test_what_is_recorded_keeps_its_readout_and_its_author(writer):
    readout = make.draft(writer)
    for row in (readout, writer):
        with pytest.raises(DatabaseError), transaction.atomic():
            row.delete()


def test_numbers_are_given_once(writer):
    readout = make.draft(writer)
    revision = readout.revisions.get()
    with pytest.raises(DatabaseError), transaction.atomic():
        Revision.objects.create(
            readout=readout, number=1, shape={}, digest="", author_name="x", at=revision.at
        )


@pytest.mark.parametrize(
    "words",
    [
        {"person": None},
        {"answer": "cleared"},
        {"answered_at": "2021-05-14T00:00:00Z"},
    ],
)
def test_a_clearance_asks_somebody_and_an_answer_has_an_author(writer, reviewer, words):
    readout = make.draft(writer)
    defaults = {
        "readout": readout,
        "digest": "",
        "person": reviewer,
        "requested_by": reviewer,
        "requested_at": readout.created_at,
    }
    with pytest.raises(DatabaseError), transaction.atomic():
        Clearance.objects.create(**{**defaults, **words})
