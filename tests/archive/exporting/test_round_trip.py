"""Export, wipe, load: every public page is byte for byte the same, whichever way back is taken."""

import gzip

import pytest
from django.core.cache import cache
from django.core.management import call_command

from readouts.archive.exporting.folder import export
from readouts.archive.load import load
from readouts.editorial import content, history, workflow
from readouts.models.publication import Publication
from readouts.models.readout import Readout
from tests import make
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
    load([filled / "out"])
    assert differing(before, office.pages()) == set()
    assert columns() == rows
    export(filled / "again")
    for name in ("records.jsonl", "archive.json", "register.json", "tables/versions.csv"):
        assert (filled / "out" / name).read_bytes() == (filled / "again" / name).read_bytes(), name


def test_a_fixture_comes_back_as_it_was(filled, capsys):
    before, rows = office.pages(), columns()
    export(filled / "out", packing="gz")
    wipe()
    call_command(
        "loaddata",
        *(str(filled / "out" / name) for name in ("register.json", "archive.json.gz")),
        verbosity=0,
    )
    call_command("rebuild_publications")
    said = capsys.readouterr().out
    assert "0 archive readouts had no publication" in said
    assert "14 readouts came with publications and without a history" in said
    assert differing(before, office.pages()) == set()
    assert columns() == rows
    assert list(history.damage()) == []
    export(filled / "again", packing="gz")
    out, again = (
        gzip.decompress((filled / name / "records.jsonl.gz").read_bytes())
        for name in ("out", "again")
    )
    assert out == again


def test_what_came_back_can_be_worked_on(filled, capsys):
    export(filled / "out")
    wipe()
    load([filled / "out" / "register.json", filled / "out" / "records.jsonl"])
    assert list(history.damage()) == []
    for publication in Publication.objects.published():
        readout = Readout.objects.get(pk=publication.readout_id)
        assert content.digest(content.snapshot(readout)) == publication.digest, readout.reference
    readout = Readout.objects.get(reference="O-1")
    writer, approver = make.user("wren", "Writers"), make.user("ada", "Approvers")
    make.step(readout, "start_correction", writer)
    make.edit(readout, writer, body="<p>Mended.</p>", correction_note="The text was mended.")
    for step, actor in (("submit", writer), ("approve", approver), ("publish", approver)):
        make.step(readout, step, actor)
    assert not make.live(readout).is_archive
    assert make.live(readout).number == 2


def test_a_removed_text_does_not_come_back_as_an_empty_page(filled):
    export(filled / "out")
    wipe()
    load([filled / "out" / "register.json", filled / "out" / "records.jsonl"])
    for reference in ("A-5", "O-4"):
        readout = Readout.objects.get(reference=reference)
        with pytest.raises(workflow.Refused, match="Only the notice of this text came back"):
            make.step(readout, "reinstate", make.user("ada", "Approvers"), note="Asked for.")


def test_loading_an_export_where_it_came_from_changes_nothing(filled):
    export(filled / "out")
    before = columns()
    report = load([filled / "out" / "register.json", filled / "out" / "records.jsonl"])
    assert report.counts["new"] == 0
    assert columns() == before
    told = dict(report.counts)
    assert told["unchanged"] == told["read"], told
