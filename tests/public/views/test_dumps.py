"""Dumps are offered where the office wants it, and never with a text that was removed since."""

import datetime
import hashlib
import json
import zipfile

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from readouts import dumps
from readouts.archive.exporting import nightly
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path):
    settings.DUMPS_DIR = tmp_path / "dumps"
    return settings.DUMPS_DIR


def get(path):
    response = Client().get(path)
    return response.status_code, b"".join(response) if response.streaming else response.content


def test_what_the_night_wrote_is_offered_with_moment_size_and_checksum(folder, capsys):
    make.published()
    call_command("export_archive", nightly=True)
    (dump,) = dumps.written(folder)
    assert f"1 readouts written to {dump.path}" in capsys.readouterr().out
    status, page = get("/dumps/")
    assert status == 200
    for words in (dump.name, dump.sha256, "1 readout<", "KB"):
        assert words.encode() in page
    status, content = get(f"/dumps/{dump.name}")
    assert (status, hashlib.sha256(content).hexdigest()) == (200, dump.sha256)
    with zipfile.ZipFile(dump.path) as packed:
        names = packed.namelist()
        assert packed.testzip() is None
        records = packed.read(f"{dump.path.stem}/records.jsonl")
    assert f"{dump.path.stem}/codebook.md" in names
    assert json.loads(records)["title"] == make.live(make.Readout.objects.get()).title
    assert b"/dumps/" in get("/about/")[1]


def test_without_a_folder_or_a_dump_there_is_no_such_page(settings, tmp_path):
    make.published()
    for place in (None, tmp_path / "nowhere", tmp_path):
        settings.DUMPS_DIR = place
        assert get("/dumps/")[0] == 404
        assert b"/dumps/" not in get("/about/")[1]


def test_a_dump_with_a_text_that_was_removed_since_is_offered_no_more(folder):
    readout = make.published(body="<p>Secret words.</p>")
    dump = nightly.dump(folder)
    make.withdrawn()
    assert get(f"/dumps/{dump.name}")[0] == 200
    make.step(readout, "withdraw", make.user("ada"), note="Issued in error.", text_removed=True)
    assert get("/dumps/")[0] == 404
    assert get(f"/dumps/{dump.name}")[0] == 404
    again = nightly.dump(folder)
    status, content = get(f"/dumps/{again.name}")
    assert status == 200
    (folder / "fetched.zip").write_bytes(content)
    with zipfile.ZipFile(folder / "fetched.zip") as packed:
        assert not [name for name in packed.namelist() if b"Secret words" in packed.read(name)]


@pytest.mark.parametrize(
    "name", ["passwords.txt", "readouts-2026-01-01.zip.json", "..%2Fsecret.zip", "%2e%2e/x.zip"]
)
def test_no_other_file_can_be_had(folder, name):
    nightly.dump(folder)
    (folder / "passwords.txt").write_text("secret")
    (folder.parent / "secret.zip").write_text("secret")
    assert get(f"/dumps/{name}")[0] == 404


def test_a_dump_that_is_not_whole_is_not_offered(folder):
    nightly.dump(folder)
    (folder / "readouts-2020-01-01.zip").write_bytes(b"half")
    assert len(dumps.written(folder)) == 1
    assert get("/dumps/readouts-2020-01-01.zip")[0] == 404


def test_the_last_seven_are_kept(folder, monkeypatch):
    for day in range(1, 11):
        moment = datetime.datetime(2026, 1, day, 2, tzinfo=datetime.UTC)
        monkeypatch.setattr(nightly.timezone, "now", lambda moment=moment: moment)
        nightly.dump(folder)
    monkeypatch.undo()
    kept = dumps.written(folder)
    assert [dump.name for dump in kept] == [
        f"readouts-2026-01-{day:02}.zip" for day in range(10, 3, -1)
    ]
    assert len(list(folder.iterdir())) == 2 * nightly.KEPT
    assert timezone.now() > kept[0].at


def test_the_night_is_told_when_it_has_no_place_to_write(settings):
    settings.DUMPS_DIR = None
    with pytest.raises(CommandError, match="READOUTS_DUMPS"):
        call_command("export_archive", nightly=True)
    with pytest.raises(CommandError, match="Name a new folder"):
        call_command("export_archive")
    with pytest.raises(CommandError, match="Name a new folder"):
        call_command("export_archive", "somewhere", nightly=True)
