"""Web archives: the pages of a WARC file, with the address and moment that each record states."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from readouts.archive.pages.found import LARGEST, Found, Unreadable
from readouts.archive.scrapes.charsets import charset_in_header

_PAGES = ("text/html", "text/plain", "application/xhtml+xml")
_OK = "200"


def is_warc(path: Path) -> bool:
    """Tell whether a file is a web archive, by its name."""
    return path.name.lower().endswith((".warc", ".warc.gz"))


def pages_of_warc(path: Path, name: str = "") -> Iterator[Found | Unreadable]:
    """Yield the pages of a web archive, named "file#number" by the number of their record.

    Only answers and resources that hold text count; images, redirects, errors and records of the
    crawl itself are passed over. A damaged archive gives what stands before the damage.
    """
    name = name or path.name
    number = 0
    try:
        with path.open("rb") as file:
            for number, record in enumerate(ArchiveIterator(file), start=1):
                if _is_page(record):
                    yield _page(record, f"{name}#{number}")
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        yield Unreadable(
            str(path), f"cannot be read after record {number}: {error or 'it ends too soon'}."
        )


def _is_page(record: Any) -> bool:
    if record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type") or ""
    elif record.rec_type == "response" and record.http_headers:
        if record.http_headers.get_statuscode() != _OK:
            return False
        kind = record.http_headers.get_header("Content-Type") or ""
    else:
        return False
    return kind.partition(";")[0].strip().lower() in _PAGES


def _page(record: Any, name: str) -> Found | Unreadable:
    raw = record.content_stream().read(LARGEST + 1)
    if len(raw) > LARGEST:
        return Unreadable(name, f"is larger than {LARGEST // 2**20} MB and is no page.")
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    moment = record.rec_headers.get_header("WARC-Date") or ""
    headers = record.http_headers or record.rec_headers
    charset = charset_in_header(headers.get_header("Content-Type") or "")
    return Found(name, raw, url=url.strip("<>"), retrieved=moment, charset=charset)
