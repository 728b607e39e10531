"""Pages as they were found become archive records, one page after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from readouts.archive.pages import Found, Unreadable
from readouts.archive.scrapes import NotAReadout, read_pages


@dataclass(frozen=True)
class Read:
    """A page and the records of the readouts in it."""

    found: Found
    records: list[dict[str, Any]]


def read_each(pages: Iterable[Found | Unreadable]) -> Iterator[Read | Unreadable]:
    """Read one page at a time; one that is no readout, or breaks the reader, stops no other."""
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
            yield Read(page, records)
