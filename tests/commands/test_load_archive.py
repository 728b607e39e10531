"""`load_archive`: what it prints and writes, and how it ends."""

import datetime
import gzip
import io
import json
import os
import re
import threading
import time
from contextlib import redirect_stderr
from types import SimpleNamespace

import pytest
import zstandard
from django.core.management import call_command
from django.core.management.base import CommandError, OutputWrapper

from readouts.management import progress
from readouts.models.publication import Publication
from readouts.models.readout import Readout
from readouts.models.source import ImportBatch
from tests.archive.counting import everything
from tests.archive.samples import encounter, file, record

pytestmark = pytest.mark.django_db

MISREAD = "Le prÃ©sident a Ã©tÃ© reÃ§u Ã\xa0 GenÃ¨ve."


def loaded(*arguments):
    call_command("load_archive", *map(str, arguments))


def code(*arguments):
    """How the command ends: 0 where it returns, 1 as manage.py ends a CommandError."""
    try:
        loaded(*arguments)
    except CommandError as error:
        return error.returncode
    except SystemExit as ended:
        return ended.code
    return 0


def test_load_archive_says_what_it_did(tmp_path, archivist, capsys):
    call_command("load_archive", str(file(tmp_path, record())), "--by", archivist.username)
    printed = capsys.readouterr().out
    assert "1 record read: 1 new, 0 unchanged, 0 changed, 0 protected, 0 refused." in printed
    assert ImportBatch.objects.get().by == archivist


def test_files_without_a_record_are_told_of(tmp_path, capsys):
    assert code(file(tmp_path, "")) == 0
    assert "The files hold no records." in capsys.readouterr().out


def test_load_archive_prints_every_problem_and_loads_nothing(tmp_path, capsys):
    path = file(tmp_path, record(), record("A-2", title=3), "{", name="broken.jsonl")
    with pytest.raises(CommandError, match="Nothing was loaded: 2 refused"):
        call_command("load_archive", str(path))
    told = capsys.readouterr().err
    assert "broken.jsonl, line 2, title:" in told
    assert "broken.jsonl, line 3:" in told
    assert not Publication.objects.exists()


def test_load_archive_names_the_file_it_cannot_read(tmp_path):
    with pytest.raises(CommandError, match=r"missing\.jsonl cannot be read: No such file"):
        call_command("load_archive", str(tmp_path / "missing.jsonl"))


def test_load_archive_refuses_who_may_not(tmp_path, writer):
    path = str(file(tmp_path, record()))
    with pytest.raises(CommandError, match="is for Archivists"):
        call_command("load_archive", path, "--by", writer.username)
    with pytest.raises(CommandError, match="no active user “nobody”"):
        call_command("load_archive", path, "--by", "nobody")
    assert not Readout.objects.exists()


# --- files of every kind ------------------------------------------------------------------------


def jsonl(*told):
    return "".join(json.dumps(one) + "\n" for one in told).encode()


PACKINGS = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.compress}


@pytest.mark.parametrize("suffix", PACKINGS)
@pytest.mark.parametrize("way", ["file", "folder", "standard input"])
def test_load_archive_takes_files_folders_and_standard_input(
    tmp_path, monkeypatch, capsys, suffix, way
):
    raw = PACKINGS[suffix](jsonl(record(), record("A-2", body=["Something else was said."])))
    path = tmp_path / f"archive.jsonl{suffix}"
    path.write_bytes(raw)
    (tmp_path / "notes.txt").write_text("Not for loading.")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    loaded({"file": path, "folder": tmp_path, "standard input": "-"}[way])
    printed = capsys.readouterr().out
    assert "2 records read: 2 new" in printed
    assert ("Passed over, as nothing to load: notes.txt." in printed) == (way == "folder")
    assert Publication.objects.count() == 2
    name = "standard input" if way == "standard input" else path.name
    assert ImportBatch.objects.get().files == [name]


def test_load_archive_takes_several_files(tmp_path, capsys):
    paths = [file(tmp_path, record(f"A-{n}", body=[f"Number {n}."]), name=f"{n}.jsonl")
             for n in range(3)]  # fmt: skip
    loaded(*paths)
    assert "3 records read: 3 new" in capsys.readouterr().out


# --- how it ends --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "ended", "made"),
    [
        ([], 1, 0),
        (["--by-record"], 3, 1),
        (["--dry-run"], 1, 0),
        (["--dry-run", "--by-record"], 3, 0),
    ],
)
def test_the_exit_code_tells_all_none_or_some(tmp_path, options, ended, made):
    good = file(tmp_path, record(), name="good.jsonl")
    bad = file(tmp_path, "{", name="bad.jsonl")
    assert code(good, bad, *options) == ended
    assert Publication.objects.count() == made
    assert code(good) == 0


def test_a_dry_run_tells_what_a_load_does_and_writes_nothing(tmp_path, capsys):
    file(tmp_path, record(), name="first.jsonl")
    loaded(tmp_path / "first.jsonl")
    told = [
        record(body=["Changed since."]),
        record("A-2", body=["Il a Ã©tÃ© reÃ§u Ã\xa0 GenÃ¨ve."]),
        record("A-3", body=["New."], withdrawn={"at": "2016-01-01T00:00:00Z", "reason": "Wrong."}),
    ]
    path = file(tmp_path, *told)
    before = everything()
    capsys.readouterr()
    loaded(path, "--dry-run", "--report", tmp_path / "dry.json")
    dry = capsys.readouterr()
    assert everything() == before
    loaded(path, "--report", tmp_path / "load.json")
    done = capsys.readouterr()
    *same, number = done.out.splitlines()
    assert dry.out.splitlines() == [*same, "This was a dry run: nothing was written."]
    assert number.startswith(f"This is load {ImportBatch.objects.latest('pk').pk}:")
    assert dry.err == done.err
    first, second = (
        json.loads((tmp_path / f"{name}.json").read_bytes()) for name in ("dry", "load")
    )
    assert (first.pop("dry_run"), second.pop("dry_run")) == (True, False)
    assert (first.pop("loaded"), second.pop("loaded")) == (False, True)
    first.pop("batch"), second.pop("batch")
    assert first == second


# --- the report for machines --------------------------------------------------------------------

COUNTS = {"read", "new", "unchanged", "changed", "protected", "reinstated", "refused", "versions",
          "withdrawn", "doubts", "register_rows"}  # fmt: skip


def test_the_report_is_json_with_every_remark(tmp_path):
    path = file(tmp_path, record(), record("A-2", title=3, body=["Else."]), "{",
                record("A-3", body=[MISREAD]))  # fmt: skip
    report = tmp_path / "report.json"
    assert code(path, "--by-record", "--report", report) == 3
    told = json.loads(report.read_bytes())
    assert told.keys() == {"remarks", "loaded", "files", "passed_over", "dry_run", "batch",
                           "counts", "register_rows"}  # fmt: skip
    assert [(one["what"], one["line"], one["field"]) for one in told["remarks"]] == [
        ("refused", 2, "title"), ("refused", 3, ""), ("doubt", 4, "body[0]"),
    ]  # fmt: skip
    for one in told["remarks"]:
        assert one.keys() == {
            "what", "file", "line", "field", "value", "cure", "reference", "sentence",
        }  # fmt: skip
        assert one["file"] == "archive.jsonl"
        assert one["sentence"].startswith(f"archive.jsonl, line {one['line']}")
        assert one["sentence"].endswith(one["cure"])
    assert told["counts"].keys() == COUNTS
    assert {name: told["counts"][name] for name in ("read", "new", "refused", "doubts")} == {
        "read": 4, "new": 2, "refused": 2, "doubts": 1,
    }  # fmt: skip
    assert (told["loaded"], told["dry_run"], told["files"]) == (True, False, ["archive.jsonl"])
    assert told["batch"] == ImportBatch.objects.get().pk
    assert "official Iria Solano" in told["register_rows"]


def test_the_report_of_what_was_not_loaded_says_so(tmp_path):
    report = tmp_path / "report.json"
    assert code(file(tmp_path, "{"), "--report", report) == 1
    told = json.loads(report.read_bytes())
    assert (told["loaded"], told["counts"]["refused"]) == (False, 1)
    assert code(tmp_path / "missing.jsonl", "--report", report) == 1
    told = json.loads(report.read_bytes())
    assert told["remarks"] == []
    assert "missing.jsonl cannot be read" in told["error"]


def test_nothing_that_is_to_be_read_is_written_over(tmp_path):
    path = file(tmp_path, record())
    before = path.read_bytes()
    for options in (
        ["--report", path],
        ["--by-record", "--refused", path],
        ["--by-record", "--refused", tmp_path / "mend.txt"],
        ["--by-record", "--refused", tmp_path / "a.jsonl", "--report", tmp_path / "a.jsonl"],
        ["--refused", tmp_path / "a.jsonl"],
        ["--report", tmp_path / "no" / "such" / "folder.json"],
    ):
        assert code(path, *options) == 1
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
    assert not Readout.objects.exists()


# --- what is refused is mended and loaded again -------------------------------------------------


def test_what_was_refused_is_mended_and_loaded_again(tmp_path, capsys):
    told = [
        record(),
        record("A-2", title=3, body=["The second."]),
        record("A-3", encounters=[encounter(date="2015-31-03")], body=["The third."]),
        record("A-4", language="fr", translation_of="A-2", body=["Le deuxième."]),
    ]
    path, refused = tmp_path / "archive.json", tmp_path / "refused.jsonl"
    path.write_text(json.dumps(told, indent=2))
    assert code(path, "--by-record", "--refused", refused) == 3
    printed = capsys.readouterr().out
    assert "4 records read: 1 new, 0 unchanged, 0 changed, 0 protected, 3 refused." in printed
    assert f"What was refused stands in {refused}" in printed
    kept = refused.read_text().splitlines()
    assert [line.startswith("# archive.json, line ") for line in kept] == [True, False] * 3
    assert code(refused) == 1
    mended = refused.read_text().replace('"title":3', '"title":"Readout of a meeting"')
    refused.write_text(mended.replace("2015-31-03", "2015-03-03"))
    capsys.readouterr()
    loaded(refused)
    assert "3 records read: 3 new" in capsys.readouterr().out
    assert Publication.objects.published().count() == 4
    assert Readout.objects.get(reference="A-4").translation_of.reference == "A-2"


def test_refused_rows_of_a_fixture_are_mended_as_a_record(tmp_path):
    rows = [
        {"model": "readouts.readout", "pk": 7, "fields": {
            "reference": "R-1", "origin": "archive", "state": "published", "title": "Readout",
            "principal_name": "Tomas Arrel", "body": "<p>They met.</p>", "issued": "2015-03-05"}},
        {"model": "readouts.encounter", "pk": 1, "fields": {"readout": 7, "date": "2015-31-03"}},
        {"model": "readouts.participation", "pk": 1,
         "fields": {"encounter": 1, "name": "Iria Solano"}},
    ]  # fmt: skip
    path, refused = tmp_path / "fixture.json", tmp_path / "refused.jsonl"
    path.write_text(json.dumps(rows))
    assert code(path, "--by-record", "--refused", refused) == 3
    refused.write_text(refused.read_text().replace("2015-31-03", "2015-03-03"))
    assert code(refused) == 0
    assert Publication.objects.get().date == datetime.date(2015, 3, 3)


# --- how far it is ------------------------------------------------------------------------------


def test_elsewhere_than_on_a_terminal_there_are_plain_lines(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(progress, "_SECONDS_BETWEEN_LINES", -1.0)
    loaded(file(tmp_path, record()))
    line = capsys.readouterr().out.splitlines()[0]
    assert re.fullmatch(r"1 records, 100% done, \d+ a second\.", line)


class Terminal:
    """A terminal to write to, and everything that was written to it."""

    def __init__(self):
        self._ours, theirs = os.openpty()
        self.file = os.fdopen(theirs, "w")
        self._seen = b""
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self):
        try:
            while piece := os.read(self._ours, 4096):
                self._seen += piece
        except OSError:
            pass  # The other end was closed.

    def seen(self):
        if not self.file.closed:
            self.file.close()
            self._reader.join()
            os.close(self._ours)
        return self._seen.decode()


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    made = Terminal()
    yield made
    made.seen()


def test_on_a_terminal_there_is_a_bar_with_rate_and_time_left(terminal, capsys):
    with (
        redirect_stderr(terminal.file),
        progress.bar(OutputWrapper(io.StringIO()), OutputWrapper(terminal.file)) as shown,
    ):
        for done in (10, 20, 30):
            shown.progress(done, 100, 1000 * done)
            time.sleep(0.15)
        shown.say("archive.jsonl, line 7: [bold]Mend[/bold] it.")
        time.sleep(0.15)
    seen = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal.seen())
    assert re.search(
        r"Loading .+ +30% 30,000 records, [\d,]+ a second 0:00:00 left: 0:00:0[1-9]", seen
    )
    # What is said stands on a line of its own, letter by letter.
    assert "archive.jsonl, line 7: [bold]Mend[/bold] it." in [
        line.strip() for line in re.split("[\r\n]+", seen)
    ]


def test_the_command_shows_its_remarks_above_the_bar(tmp_path, terminal, capsys):
    with redirect_stderr(terminal.file):
        loaded(file(tmp_path, record(body=[MISREAD])))
    seen = terminal.seen()
    assert "Doubtful: archive.jsonl, line 1, body[0]" in seen
    assert "Loading" in seen
    assert "1 record read: 1 new" in capsys.readouterr().out


def test_an_interrupted_load_says_that_nothing_was_loaded(tmp_path, monkeypatch):
    def interrupted(*_args, **_ways):
        raise KeyboardInterrupt

    monkeypatch.setattr("readouts.management.commands.load_archive.load", interrupted)
    report = tmp_path / "load.json"
    with pytest.raises(CommandError, match="Interrupted: nothing was loaded") as told:
        loaded(file(tmp_path, record()), "--report", report)
    assert told.value.returncode == 130
    assert json.loads(report.read_text())["error"] == "Interrupted: nothing was loaded."


def test_a_fault_of_the_machine_is_told_without_a_file(tmp_path, monkeypatch):
    def full(*_args, **_ways):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("readouts.management.commands.load_archive.load", full)
    with pytest.raises(CommandError, match=r"^Nothing was loaded: No space left on device\.$"):
        loaded(file(tmp_path, record()))
