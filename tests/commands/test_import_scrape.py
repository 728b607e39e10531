"""`import_scrape`: what it takes as pages, what it writes, and how it ends."""

import gzip
import io
import json
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from readouts.archive.drafts import draft
from readouts.archive.scrapes import read_pages
from readouts.models.readout import Readout

DATA = Path(__file__).parent.parent / "archive" / "data"
PAGE = (DATA / "000_591cf0109e884bf5.txt").read_bytes()
URL = "https://www.un.example/sg/en/content/former-secretary-general/readouts/2010-11-30/a-meeting"

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_bytes(PAGE)
    return tmp_path


def ended(*arguments):
    """Run the command and return the code it ends with."""
    try:
        call_command("import_scrape", *map(str, arguments))
    except SystemExit as end:
        return end.code
    return 0


def printed(capsys):
    told = capsys.readouterr()
    return [json.loads(line) for line in told.out.splitlines()], told.err


def test_a_folder_gives_its_pages_in_order_of_their_names(folder, capsys):
    (folder / "deeper").mkdir()
    (folder / "deeper" / "b.html").write_bytes(PAGE)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    (folder / ".hidden.txt").write_bytes(PAGE)
    assert ended(folder) == 0
    records, errors = printed(capsys)
    assert [record["source"]["file"] for record in records] == ["a.txt", "deeper/b.html"]
    assert errors == ""


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.txt.json", json.dumps({"url": URL, "retrieved": "2024-02-01"})),
        ("a.json", json.dumps({"source": {"url": URL, "retrieved": "2024-02-01"}})),
        ("a.txt.url", f"[InternetShortcut]\nURL={URL}\n"),
        ("a.url", URL),
    ],
)
def test_a_sidecar_tells_the_address(folder, capsys, name, told):
    (folder / name).write_text(told)
    assert ended(folder / "a.txt") == 0
    ((record,), _) = printed(capsys)
    assert record["source"]["url"] == URL
    assert record["source"].get("retrieved", "2024-02-01") == "2024-02-01"


def test_the_address_given_goes_before_the_sidecar(folder, capsys):
    (folder / "a.url").write_text("https://other.example/1")
    assert ended(folder / "a.txt", "--url", URL) == 0
    assert printed(capsys)[0][0]["source"]["url"] == URL


def test_a_broken_sidecar_is_named(folder, capsys):
    (folder / "a.txt.json").write_text("{")
    assert ended(folder) == 3
    assert "a.txt.json: is no JSON" in printed(capsys)[1]


def test_a_manifest_gives_addresses_and_days(folder, capsys):
    manifest = folder / "list.csv"
    manifest.write_text(f"File,URL,Retrieved\na.txt,{URL},2024-02-01T08:00:00Z\n")
    assert ended(manifest) == 0
    ((record,), _) = printed(capsys)
    assert record["source"]["url"] == URL
    assert record["source"]["retrieved"] == "2024-02-01T08:00:00Z"
    assert record["source"]["file"] == "a.txt"


def test_a_folder_reads_the_manifest_in_it(folder, capsys):
    (folder / "manifest.csv").write_text(f"file,url\na.txt,{URL}\n")
    (folder / "b.txt").write_bytes(PAGE)
    assert ended(folder) == 0
    records, _ = printed(capsys)
    assert [record["source"].get("url", "") for record in records] == [URL, ""]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("b.txt,,", "line 3, file: there is no file b.txt"),
        (",https://a.example/,", "line 3, file: the name of the page is missing"),
        ("a.txt,a.example,", "line 3, url: 'a.example' is no address"),
        ("a.txt,,01/02/2024", "line 3, retrieved: '01/02/2024' is no date"),
    ],
)
def test_a_wrong_line_of_a_manifest_is_told_and_stops_no_other(folder, capsys, row, told):
    manifest = folder / "list.csv"
    manifest.write_text(f"file,url,retrieved\na.txt,{URL},\n{row}\n")
    assert ended(manifest) == 1
    records, errors = printed(capsys)
    assert len(records) == 1
    assert told.replace("line 3, ", "line 3: ") in errors


def test_a_manifest_without_its_column_says_how_to_begin(folder, capsys):
    (folder / "list.csv").write_text("page;url\n")
    assert ended(folder / "list.csv") == 3
    assert "there is no column “file”" in printed(capsys)[1]


def warc(path, *records):
    """Write a web archive; every record is packed alone where the name says so."""
    with path.open("wb") as file:
        for kind, status, body in records:
            block, form = body, "text/plain"
            if kind == "response":
                form = "application/http; msgtype=response"
                block = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n".encode() + body
            head = (
                f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {URL}\r\n"
                "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
                "WARC-Date: 2024-02-01T08:00:00Z\r\n"
                f"Content-Type: {form}\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            record = head.encode() + block + b"\r\n\r\n"
            file.write(gzip.compress(record) if path.suffix == ".gz" else record)
    return path


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_a_web_archive_gives_its_pages_with_address_and_day(tmp_path, capsys, name):
    path = warc(
        tmp_path / name,
        ("response", "404 Not Found", b"<p>gone</p>"),
        ("response", "200 OK", PAGE),
        ("resource", "", PAGE),
    )
    assert ended(path) == 0
    records, errors = printed(capsys)
    assert errors == ""
    assert [record["source"]["file"] for record in records] == [
        f"{path.name}#2",
        f"{path.name}#3",
    ]
    assert {record["source"]["url"] for record in records} == {URL}
    assert {record["source"]["retrieved"] for record in records} == {"2024-02-01T08:00:00Z"}


def test_a_damaged_web_archive_gives_what_stands_before_the_damage(tmp_path, capsys):
    path = warc(tmp_path / "crawl.warc", ("response", "200 OK", PAGE), ("resource", "", PAGE))
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex(b"WARC/1.0")] + b"spoilt")
    assert ended(path) == 1
    records, errors = printed(capsys)
    assert len(records) == 1
    assert "crawl.warc: cannot be read after record 1" in errors


def test_records_are_written_into_a_file_whole(folder, capsys):
    out = folder / "out" / "records.jsonl"
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("import_scrape", str(folder), "--output", str(out))
    out.parent.mkdir()
    assert ended(folder / "a.txt", "--output", out) == 0
    assert [json.loads(line)["source"]["file"] for line in out.read_text().splitlines()] == [
        "a.txt"
    ]
    assert [path.name for path in out.parent.iterdir()] == ["records.jsonl"]
    assert capsys.readouterr().out == ""


def test_one_page_comes_on_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE)))
    assert ended("-", "--url", URL) == 0
    assert printed(capsys)[0][0]["source"]["file"] == "standard input"


def test_a_page_that_breaks_the_reader_stops_no_other(folder, monkeypatch, capsys):
    from readouts.archive import scraped

    real = scraped.read_pages

    def breaks(raw, **known):
        if known["name"] == "a.txt":
            raise RecursionError("too deep")
        return real(raw, **known)

    monkeypatch.setattr(scraped, "read_pages", breaks)
    (folder / "b.txt").write_bytes(PAGE)
    assert ended(folder) == 1
    records, errors = printed(capsys)
    assert len(records) == 1
    assert "a.txt: the reader failed on it (RecursionError: too deep)" in errors


def test_ten_pages_of_one_title_and_day_have_ten_references(tmp_path, capsys):
    title = "Readout of the Secretary-General's call with the President of Chad"
    for number in range(10):
        text = f"The Secretary-General spoke today with the President of Chad on well {number}."
        (tmp_path / f"{number}.txt").write_text(f"New York\n\n4 May 2018\n\n{title}\n\n{text}\n")
    (tmp_path / "again.txt").write_bytes((tmp_path / "0.txt").read_bytes())
    assert ended(tmp_path) == 0
    records, _ = printed(capsys)
    references = [record["reference"] for record in records]
    assert len(set(references)) == 10
    assert references[-1] == references[0]  # the same bytes are no other readout
    assert all(reference.startswith(references[0]) for reference in references)
    assert all("has the reference" in r["source"]["warnings"][-1] for r in records[1:10])


def test_every_readout_of_a_page_becomes_a_draft():
    call_command("import_scrape", str(DATA / "several-documents.txt"), "--draft")
    assert Readout.objects.count() == 2


def test_a_page_of_which_one_readout_is_refused_leaves_no_draft(capsys):
    page = DATA / "several-documents.txt"
    _, second = read_pages(page.read_bytes(), name=page.name)
    draft(second, page.read_bytes())
    assert ended(page, "--draft") == 3
    assert "The desk already has" in capsys.readouterr().err
    assert Readout.objects.count() == 1


def test_a_page_drafted_already_is_refused(folder, capsys):
    assert ended(folder / "a.txt", "--draft") == 0
    assert ended(folder / "a.txt", "--draft") == 3
    assert "The desk already has" in capsys.readouterr().err


def test_a_file_too_large_is_no_page(folder, monkeypatch, capsys):
    from readouts.archive.pages import found

    monkeypatch.setattr(found, "LARGEST", 100)
    assert ended(folder / "a.txt") == 3
    assert "is no page" in capsys.readouterr().err
