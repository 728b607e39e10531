"""Rows by the thousand: the same as Django writes, in the caller's transaction, errors told."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from readouts.models.bulk import Keys, Rows, write
from readouts.models.readout import Tag
from readouts.models.source import ImportBatch

pytestmark = pytest.mark.django_db

AT = datetime.datetime(2011, 3, 4, 9, 30, 0, 250, datetime.timezone(datetime.timedelta(hours=5)))


def tags(*names):
    rows = Rows(Tag)
    for name in names:
        rows.add(name=name, slug=f"slug-{name}")
    return rows.taken()


def test_values_come_back_as_django_would_write_them():
    said = {"files": ["a.jsonl"], "counts": {"new": 1}, "by_name": "“Ünlü”\t\\N\n", "at": AT}
    rows = Rows(ImportBatch)
    rows.add(**said)
    write([rows.taken()])
    bulk = ImportBatch.objects.get()
    plain = ImportBatch.objects.get(pk=ImportBatch.objects.create(**said).pk)
    for field in ImportBatch._meta.concrete_fields:
        if not field.primary_key:
            assert getattr(bulk, field.attname) == getattr(plain, field.attname), field.name


def test_more_rows_than_one_statement_takes():
    names = [f"tag {number}" for number in range(1001)]
    write([tags(*names[:300]), tags(*names[300:])])
    write([])
    assert list(Tag.objects.order_by("pk").values_list("name", flat=True)) == names


def test_what_is_taken_is_not_kept():
    rows = Rows(Tag)
    rows.add(name="harvest", slug="harvest")
    assert len(rows.taken()[2]) == 1
    assert rows.taken()[2] == []


def test_what_the_database_refuses_is_raised_as_django_would():
    with pytest.raises(IntegrityError), transaction.atomic():
        write([tags("harvest"), tags("harvest")])
    assert not Tag.objects.exists()


def test_rows_are_written_in_the_transaction_of_the_caller():
    with transaction.atomic():
        write([tags("harvest")])
        transaction.set_rollback(True)
    assert not Tag.objects.exists()


def test_keys_taken_in_advance_are_nobody_elses():
    keys = Keys(ImportBatch).take(3)
    rows = Rows(ImportBatch, with_keys=True)
    rows.add(id=keys[1], at=timezone.now(), by_name="somebody", files=[])
    write([rows.taken()])
    later = ImportBatch.objects.create(at=timezone.now(), by_name="somebody else", files=[])
    assert later.pk > max(keys)
    assert ImportBatch.objects.filter(pk=keys[1]).exists()
