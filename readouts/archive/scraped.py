"""Pages as they were found become archive records, one page after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from readouts.archive.pages import Found, Unreadable
from readouts.archive.scrapes import NotAReadout, read_pages

# How much of a reference is kept before the mark that tells it apart, and how long that is.
_REFERENCE, _MARK = 110, 8


@dataclass(frozen=True)
class Read:
    """A page and the records of the readouts in it."""

    found: Found
    records: list[dict[str, Any]]


def read_each(pages: Iterable[Found | Unreadable]) -> Iterator[Read | Unreadable]:
    """Read one page at a time; one that is no readout, or breaks the reader, stops no other.

    Of two pages with the same title and day, the second gets a reference of its own.
    """
    taken: dict[str, str] = {}
    for page in pages:
        if isinstance(page, Unreadable):
            yield page
            continue
        try:
            records = read_pages(
                page.raw,
                name=page.name,
                url=page.url,
                retrieved=page.retrieved,
                charset=page.charset,
            )
        except NotAReadout as refused:
            yield Unreadable(page.name, str(refused))
        except Exception as fault:  # told with its name: one page must not stop ten thousand
            failed = f"the reader failed on it ({type(fault).__name__}: {fault}); report it."
            yield Unreadable(page.name, failed)
        else:
            yield Read(page, _told_apart(records, taken))


def _told_apart(records: list[dict[str, Any]], taken: dict[str, str]) -> list[dict[str, Any]]:
    """Add the beginning of its checksum to a reference that a page with other bytes has `taken`:
    the same office may call the same guest ten times, under one title. A page that is there twice
    keeps its reference, so that the second is found to be a double."""
    renamed: dict[str, str] = {}
    for record in records:
        reference, sha256 = record["reference"], record["source"]["sha256"]
        if taken.setdefault(reference, sha256) != sha256:
            renamed[reference] = f"{reference[:_REFERENCE]}-{sha256[:_MARK]}"
            record["reference"] = renamed[reference]
            record["source"].setdefault("warnings", []).append(
                f"Another page with this title and day has the reference {reference}."
            )
        if record.get("translation_of") in renamed:
            record["translation_of"] = renamed[record["translation_of"]]
    return records
