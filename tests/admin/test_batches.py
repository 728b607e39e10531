"""The loads at the desk: a file is tried, then loaded; its page tells what it did and undoes it."""

import datetime
import gzip
import json
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from readouts.admin import batches, loading, uploads
from readouts.archive.alone import Busy
from readouts.archive.load import load
from readouts.editorial import workflow
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State
from readouts.models.source import ArchiveUpload, ImportBatch
from tests import make
from tests.admin.desk_hand import told
from tests.archive.samples import file, record

pytestmark = pytest.mark.django_db

LOAD = "admin:readouts_importbatch_load"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Where uploads stand while they are read."""
    monkeypatch.setattr(uploads.tempfile, "tempdir", str(tmp_path))
    make.mandate()
    make.appointment()
    return tmp_path


@pytest.fixture
def desk(client, archivist):
    client.force_login(archivist)
    return client


def address(step, *args):
    return reverse(f"admin:readouts_importbatch_{step}", args=args)


def attached(*records, name="archive.jsonl"):
    lines = [told if isinstance(told, str) else json.dumps(told) for told in records]
    return SimpleUploadedFile(name, "\n".join(lines).encode())


def tried(desk, *records, name="archive.jsonl", **ways):
    return desk.post(reverse(LOAD), {"file": attached(*records, name=name), **ways})


def offered(page):
    """The address at which a page offers the refused records."""
    return re.search(r'href="([^"]+/refused/)"', words(page))[1]


def words(response):
    return unescape(response.content.decode())


def load_now(desk, response):
    return desk.post(address("tried", response.context["upload"].token))


def kept_files(folder):
    """Uploads in the database, and whatever stands on this server's disk."""
    return [*ArchiveUpload.objects.all(), *folder.rglob("*")]


# --- the door -----------------------------------------------------------------------------------


def test_the_door_is_for_those_who_may_load(client, desk, writer):
    assert "Load a file" in words(desk.get(address("changelist")))
    client.force_login(writer)
    assert client.get(reverse(LOAD)).status_code == 403
    assert tried(client, record()).status_code == 403
    assert client.post(address("tried", "x")).status_code == 403


def test_a_file_is_tried_and_nothing_is_written(desk):
    page = tried(desk, record(), record("A-2", topics=["Ports"]))
    assert "2</dd>" in " ".join(words(page).split()).replace(" </dd>", "</dd>")
    assert "topic Ports" in words(page)
    assert "Load now" in words(page)
    assert not ImportBatch.objects.exists()
    assert not Readout.objects.exists()


def test_what_was_tried_is_loaded_in_the_name_of_the_person(desk, archivist, folder):
    response = load_now(desk, tried(desk, record()))
    batch = ImportBatch.objects.get()
    assert response.url == address("change", batch.pk)
    assert (batch.by, batch.files) == (archivist, ["archive.jsonl"])
    assert Publication.objects.published().count() == 1
    assert "1 record read: 1 new" in told(response)[0]
    assert kept_files(folder) == []


def test_refusals_are_shown_with_line_field_value_and_cure(desk):
    page = words(tried(desk, record(), record("A-2", issued="2015-31-03")))
    for part in ("archive.jsonl, line 2", "<code>issued</code>", "2015-31-03", "YYYY-MM-DD"):
        assert part in page
    assert "““" not in page
    assert "cannot be loaded as it is" in page
    assert "Load now" not in page


def test_a_refused_file_is_not_loaded_by_asking_for_it(desk):
    load_now(desk, tried(desk, record(), record("A-2", issued="2015-31-03")))
    assert not ImportBatch.objects.exists()


def test_the_good_records_alone_are_loaded_where_that_is_chosen(desk):
    page = tried(desk, record(), "{nothing", by_record="1")
    assert "Load now" in words(page)
    load_now(desk, page)
    assert ImportBatch.objects.get().counts["refused"] == 1
    assert Readout.objects.count() == 1


def test_the_good_records_of_a_refused_file_are_tried_again_without_choosing_it_again(desk):
    refused = tried(desk, record(), "{nothing")
    again = desk.post(address("tried", refused.context["upload"].token), {"by_record": "1"})
    assert "if the good records are loaded and the others refused" in words(again)
    assert not ImportBatch.objects.exists()
    load_now(desk, again)
    assert ImportBatch.objects.get().counts["refused"] == 1
    assert Readout.objects.count() == 1


def test_the_refused_records_are_downloaded_mended_and_loaded(desk):
    wrong = record("A-2", issued="2019-02-30")
    page = desk.get(offered(tried(desk, record(), wrong)))
    assert page["Content-Disposition"] == 'attachment; filename="refused-archive.jsonl"'
    reason, kept = page.content.decode().splitlines()
    assert reason.startswith("# ")
    assert "There is no such day." in reason
    assert json.loads(kept) == wrong
    assert not Readout.objects.exists()
    mended = page.content.decode().replace("2019-02-30", "2019-02-28")
    load_now(desk, tried(desk, mended, name="refused-archive.jsonl"))
    assert Readout.objects.get().reference == "A-2"


def test_the_refused_records_are_for_whoever_tried_the_file(desk, client, admin_user):
    link = offered(tried(desk, record(issued="soon")))
    client.force_login(admin_user)
    assert client.get(link).url == reverse(LOAD)


def test_a_remark_leads_to_the_readout_of_its_record(desk):
    load_now(desk, tried(desk, record()))
    load_now(desk, tried(desk, record(body=["The source mended its text."])))
    page = words(desk.get(address("change", ImportBatch.objects.latest("pk").pk)))
    readout = Readout.objects.get()
    link = reverse("admin:readouts_readout_change", args=[readout.pk])
    assert f'<a href="{link}">{readout.reference}</a>' in page


def test_doubtful_records_are_refused_where_that_is_chosen(desk):
    page = words(tried(desk, record(), record("A-2")))
    assert "is nearly that of" in page
    assert "Load now" in page
    strict = words(tried(desk, record(), record("A-2"), strict="on"))
    assert "cannot be loaded as it is" in strict


def test_nobody_loads_a_text_as_the_offices_own(desk):
    assert "office’s own text" in words(tried(desk, record(origin="office")))


def test_a_file_loaded_twice_has_nothing_to_load(desk):
    load_now(desk, tried(desk, record()))
    page = words(tried(desk, record()))
    assert "There is nothing to load" in page
    assert "Load now" not in page


@pytest.mark.parametrize("name", ["archive.pdf", "archive", "archive.gz"])
def test_a_file_nobody_reads_is_refused_by_its_name(desk, name, folder):
    assert "Nobody here reads such a file" in words(tried(desk, record(), name=name))
    assert kept_files(folder) == []


def test_the_name_of_a_file_is_but_a_name(desk, folder):
    page = tried(desk, "{", name="../../<b>x.jsonl")
    assert "<b>x" not in page.content.decode()
    (upload,) = kept_files(folder)
    assert "/" not in upload.name


def test_a_database_that_another_load_holds_is_said_at_the_door(desk, monkeypatch):
    def held(*args, **words):
        raise Busy

    page = tried(desk, record())
    monkeypatch.setattr(loading, "load", held)
    assert "holds the database" in told(load_now(desk, page))[0]
    assert "holds the database" in words(tried(desk, record()))


def test_what_is_too_much_for_the_door_is_sent_to_the_command(desk, monkeypatch, folder):
    monkeypatch.setattr(loading, "_MOST", 1)
    assert "more than 1 records" in words(tried(desk, record(), record("A-2")))
    monkeypatch.setattr(loading, "_LARGEST_UNPACKED", 1000)
    packed = SimpleUploadedFile("a.jsonl.gz", gzip.compress(b" " * 2000))
    assert "Unpacked it is larger" in words(desk.post(reverse(LOAD), {"file": packed}))
    monkeypatch.setattr(loading, "_LARGEST", 10)
    assert "larger than 0 MB" in words(tried(desk, record()))
    assert kept_files(folder) == []
    assert not ImportBatch.objects.exists()


def test_a_damaged_packed_file_is_refused_with_the_cure(desk):
    broken = SimpleUploadedFile("a.jsonl.gz", gzip.compress(b"{}" * 500)[:-9])
    assert "ends too early" in words(desk.post(reverse(LOAD), {"file": broken}))


# --- between the two steps ----------------------------------------------------------------------


def test_any_server_of_the_office_loads_what_another_tried(desk, folder):
    """Nothing of an upload stays on a server's disk or in its memory."""
    page = tried(desk, record())
    assert list(folder.rglob("*")) == []
    assert bytes(ArchiveUpload.objects.get().data) == attached(record()).read()
    load_now(desk, page)
    assert Readout.objects.get().reference == "A-2015-0001"


def test_a_file_that_nobody_came_back_for_is_removed(desk, folder):
    page = tried(desk, record())
    long_ago = timezone.now() - datetime.timedelta(hours=13)
    ArchiveUpload.objects.update(at=long_ago)
    desk.get(reverse(LOAD))
    assert kept_files(folder) == []
    assert "no longer kept" in told(load_now(desk, page))[0]
    assert not ImportBatch.objects.exists()


def test_a_file_is_loaded_by_whoever_tried_it(desk, client, folder):
    token = tried(desk, record()).context["upload"].token
    client.force_login(make.user("otto", "Archivists"))
    client.post(address("tried", token))
    assert not ImportBatch.objects.exists()


def test_a_file_is_loaded_once_and_an_older_page_loads_nothing(desk):
    first, second = tried(desk, record()), tried(desk, record("A-2"))
    load_now(desk, first)
    assert not ImportBatch.objects.exists()
    load_now(desk, second)
    load_now(desk, second)
    assert Readout.objects.get().reference == "A-2"


# --- the page of a load, and undoing ------------------------------------------------------------


@pytest.fixture
def batch(tmp_path, archivist):
    report = load([file(tmp_path, record(topics=["Ports"]), "{x")], archivist, by_record=True)
    return ImportBatch.objects.get(pk=report.batch)


def test_the_page_of_a_load_tells_what_it_did(desk, batch):
    page = words(desk.get(address("change", batch.pk)))
    for part in ("archive.jsonl, line 2", "topic Ports", "Loaded by Arlo", "Its records (1)"):
        assert part in page
    assert address("undo", batch.pk) in page
    listed = desk.get(
        reverse("admin:readouts_sourcerecord_changelist") + f"?batch__id__exact={batch.pk}"
    )
    assert len(listed.context["cl"].result_list) == 1


def test_what_undoing_would_do_is_said_by_what_the_load_did(desk, batch):
    assert "Every record that it made public would become a notice." in words(
        desk.get(address("change", batch.pk))
    )
    load_now(desk, tried(desk, record(topics=["Ports"], body=["The source mended its text."])))
    later = ImportBatch.objects.latest("pk")
    page = words(desk.get(address("change", later.pk)))
    assert "Its changes that wait for review would be discarded." in page
    assert "become a notice" not in page
    said = told(desk.post(address("undo", later.pk), {"reason": "Loaded in error."}))[0]
    assert "changes discarded: 1." in said
    assert "public again" not in said


def test_a_record_refused_for_several_reasons_is_counted_once(desk):
    page = words(tried(desk, record("A-2", issued="2015-31-03", tags="ports")))
    assert "Refused (1)" in page
    assert page.count("archive.jsonl, line 1") == 2


def test_undoing_asks_for_a_public_reason_and_says_what_was_done(desk, batch, archivist):
    refused = desk.post(address("undo", batch.pk), {"reason": " "})
    assert "Say why the load is undone" in words(refused)
    done = desk.post(address("undo", batch.pk), {"reason": "Loaded in error."})
    assert "Records withdrawn: 1" in told(done)[0]
    assert Publication.objects.get().withdrawal_reason == "Loaded in error."
    page = words(desk.get(address("change", batch.pk)))
    assert "Undone by Arlo" in page
    assert address("undo", batch.pk) not in page


def test_a_large_load_is_undone_by_the_command(desk, batch, archivist, monkeypatch):
    monkeypatch.setattr(batches, "_MOST", 0)
    page = words(desk.post(address("undo", batch.pk), {"reason": "Loaded in error."}))
    assert f"undo_load {batch.pk} --by {archivist.username} --reason" in page
    assert "of more than 0 records" in page
    assert "Public reason" not in page
    assert Publication.objects.published().count() == 1


def test_a_load_that_was_built_on_shows_why_and_no_button(desk, batch, writer):
    workflow.perform(Readout.objects.get(), "start_correction", writer)
    page = words(desk.get(address("change", batch.pk)))
    assert "worked on A-2015-0001" in page
    assert address("undo", batch.pk) not in page
    confirm = desk.post(address("undo", batch.pk), {"reason": "Loaded in error."})
    assert "Nothing was done" in words(confirm)
    assert Readout.objects.get().state == State.DRAFT


def test_undoing_is_for_those_with_the_permission(client, batch, approver):
    client.force_login(approver)
    assert client.get(address("undo", batch.pk)).status_code == 403
    assert client.post(address("undo", batch.pk), {"reason": "x"}).status_code == 403
    assert Publication.objects.published().count() == 1
