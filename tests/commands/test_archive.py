"""The archive's commands: what they print, and how they end."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from readouts.editorial import workflow
from readouts.models.publication import Publication
from readouts.models.readout import Readout
from readouts.models.source import ImportBatch
from tests import make
from tests.archive.samples import file, record

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parent.parent / "archive" / "data"
PAGE = str(DATA / "000_591cf0109e884bf5.txt")
REFUSED = str(DATA / "refused" / "listing.txt")


def code(*arguments):
    with pytest.raises(SystemExit) as ended:
        call_command(*arguments)
    return ended.value.code


# --- import_scrape ------------------------------------------------------------------------------


def test_import_scrape_prints_a_record_a_line(capsys):
    call_command("import_scrape", PAGE)
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert told["source"]["file"] == Path(PAGE).name
    assert told["principal"]["name"] == "Ban Ki-moon"
    assert not Readout.objects.exists()


def test_import_scrape_makes_a_draft_and_says_where_it_is(writer, capsys):
    call_command("loaddata", "fixtures/register.json", verbosity=0)
    call_command("import_scrape", PAGE, "--draft", "--by", writer.username)
    readout = Readout.objects.get()
    printed = capsys.readouterr().out
    assert readout.reference in printed
    assert f"/readouts/readout/{readout.pk}/change/" in printed
    assert readout.revisions.get().author == writer


def test_import_scrape_says_why_a_page_is_no_readout(capsys):
    assert code("import_scrape", REFUSED) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("listing.txt: ")


def test_import_scrape_reads_the_others(capsys):
    assert code("import_scrape", REFUSED, PAGE) == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert len(told.err.splitlines()) == 1


def test_import_scrape_takes_an_address_for_one_page():
    with pytest.raises(CommandError, match="One address belongs to one page"):
        call_command("import_scrape", PAGE, PAGE, "--url", "https://office.example/1")


# --- the commands of upkeep ---------------------------------------------------------------------


def test_rebuild_search_finds_everything_again(capsys):
    from readouts import search
    from readouts.models.register import Official
    from readouts.models.search import SearchEntry

    make.published()
    make.withdrawn()
    Official.objects.update(aliases=["Yria Zolano"])
    SearchEntry.objects.all().delete()
    assert not search.match(Publication.objects.published(), "orchard").exists()
    call_command("rebuild_search")
    assert "1 publications indexed" in capsys.readouterr().out
    assert search.match(Publication.objects.published(), "orchard").count() == 1
    assert search.match(Publication.objects.published(), "zolano").count() == 1
    assert Official.objects.filter(folded__contains="zolano").exists()


def test_verify_history_passes_what_stands(capsys):
    make.corrected()
    call_command("verify_history")
    assert "stands as it was written" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("readouts_event", "note = 'something else'"),
        ("readouts_revision", "digest = 'x'"),
        ("readouts_publication", "digest = 'x'"),
    ],
)
def test_verify_history_names_what_was_altered(table, change, capsys):
    from django.db import connection

    readout = make.published()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # What waits for the end of the transaction would hold the table.
            connection.check_constraints()
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(f"UPDATE {table} SET {change}")
    assert code("verify_history") == 1
    told = capsys.readouterr()
    assert readout.reference in told.err
    assert told.out == ""


# --- undo_load ----------------------------------------------------------------------------------


@pytest.fixture
def batch(tmp_path):
    call_command("load_archive", str(file(tmp_path, record(), record("A-2"))))
    return ImportBatch.objects.get().pk


def test_undo_load_says_what_it_did(batch, archivist, capsys):
    call_command("undo_load", batch, "--reason", "Loaded in error.", "--by", archivist.username)
    assert "Records withdrawn: 2; changes discarded: 0.\n" in capsys.readouterr().out
    assert set(Publication.objects.values_list("withdrawal_reason", flat=True)) == {
        "Loaded in error."
    }
    assert ImportBatch.objects.get().undone_by == archivist


def test_undo_load_tries_and_writes_nothing(batch, capsys):
    call_command("undo_load", batch, "--dry-run")
    assert "Records withdrawn: 2; changes discarded: 0. Nothing" in capsys.readouterr().out
    assert Publication.objects.published().count() == 2
    assert ImportBatch.objects.get().undone_at is None


def test_undo_load_keeps_the_rules_of_the_desk(batch, writer):
    with pytest.raises(CommandError, match="Say why the load is undone"):
        call_command("undo_load", batch)
    with pytest.raises(CommandError, match="the permission to undo loads"):
        call_command("undo_load", batch, "--reason", "x", "--by", writer.username)
    with pytest.raises(CommandError, match="There is no load 0"):
        call_command("undo_load", 0, "--reason", "x")
    workflow.perform(Readout.objects.get(reference="A-2"), "start_correction", writer)
    with pytest.raises(CommandError, match="People have worked on A-2 since"):
        call_command("undo_load", batch, "--dry-run")
    assert Publication.objects.published().count() == 2
