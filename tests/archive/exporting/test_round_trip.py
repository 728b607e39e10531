"""Export, wipe, load: every public page is byte for byte the same, whichever way back is taken."""

import pytest
from django.core.cache import cache
from django.core.management import call_command

from readouts.archive.exporting.folder import export
from readouts.archive.load import load
from readouts.models.publication import Publication
from tests.archive.exporting import office


@pytest.fixture
def filled(transactional_db, tmp_path):
    office.fill(tmp_path)
    return tmp_path


def wipe():
    """A fresh database, as after `migrate`."""
    call_command("flush", interactive=False, verbosity=0)
    cache.clear()


def columns():
    """All versions but those whose text was removed; their numbers and keys aside."""
    removed = Publication.objects.filter(text_removed=True).values("reference")
    rows = Publication.objects.exclude(reference__in=removed).order_by("reference", "number")
    return [{k: v for k, v in row.items() if not k.endswith("id")} for row in rows.values()]


def differing(before, after):
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_records_come_back_as_they_were(filled):
    before, rows = office.pages(), columns()
    assert len(before) > 80
    assert {status for status, _ in before.values()} >= {200, 404, 410}
    export(filled / "out")
    wipe()
    load([filled / "out" / "register.json", filled / "out" / "records.jsonl"])
    assert differing(before, office.pages()) == set()
    assert columns() == rows
    export(filled / "again")
    for name in ("records.jsonl", "archive.json", "register.json", "tables/versions.csv"):
        assert (filled / "out" / name).read_bytes() == (filled / "again" / name).read_bytes(), name
