"""Readouts from scraped pages: bytes in, archive records out.

Each layout is a short description in `layouts`, tried by score; dates, places, titles and parties
are read by parts that all layouts share. Nothing here knows a model or a database.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from readouts.archive.scrapes.documents import Document, documents_in
from readouts.archive.scrapes.doubts import names_apart
from readouts.archive.scrapes.layout import SURE, Layout
from readouts.archive.scrapes.layouts import GENERIC, LAYOUTS
from readouts.archive.scrapes.page import NotAReadout, Page, open_page
from readouts.archive.scrapes.parts import record_of
from readouts.archive.scrapes.provenance import Provenance
from readouts.archive.scrapes.reading import Parts, parts_of

__all__ = ["GENERIC", "LAYOUTS", "Layout", "NotAReadout", "read_page", "read_pages"]


def read_page(raw: bytes, *, name: str, url: str = "", retrieved: str = "") -> dict[str, Any]:
    """Return the archive record of the first readout in a text or HTML page.

    What the page does not say is left out, and `source` tells where each field came from and what
    a person should check. Raises NotAReadout, with the reason, when the page holds none.
    """
    return read_pages(raw, name=name, url=url, retrieved=retrieved)[0]


def read_pages(
    raw: bytes, *, name: str, url: str = "", retrieved: str = "", charset: str = ""
) -> list[dict[str, Any]]:
    """Return the archive records of a page: one, or one for each readout that stands in it.

    A text in two languages gives two records, the second a translation of the first. `charset` is
    the character set that the server declared, where it is known. Raises
    NotAReadout, with the reason, when the page holds no readout.
    """
    page = open_page(raw, name=name, url=url, charset=charset)
    documents = documents_in(page)
    sha256 = hashlib.sha256(raw).hexdigest()
    several = sum(not document.language for document in documents) > 1
    records: list[dict[str, Any]] = []
    parts: Parts | None = None
    for number, document in enumerate(documents, start=1):
        found = Provenance(warnings=list(page.warnings))
        if several:
            found.warn(f"The file holds {len(documents)} readouts; this is number {number}.")
        layout = _layout(page, document, found)
        own = parts_of(page, document.head, layout, found)
        if document.language and parts:
            own = _as_translation(own, parts, found)
        record = record_of(own, page, sha256=sha256, found=found, has_own_address=not several)
        if document.language and records:
            record["reference"] = f"{records[-1]['reference'][:110]}-{document.language}"
            record["translation_of"] = records[-1]["reference"]
            for doubt in names_apart(records[-1], record):
                found.warn(doubt)
        else:
            parts = own
        record["reference"] = _unused(record["reference"], records)
        told = {"file": name, "url": page.url, "retrieved": retrieved, "sha256": sha256}
        records.append(record | {"source": _source(told, layout, found)})
    return records


def _layout(page: Page, document: Document, found: Provenance) -> Layout:
    """Return the layout that knows the page best, the generic one when none is sure."""
    layout = max(LAYOUTS, key=lambda layout: layout.recognise(page, document.head).score)
    known = layout.recognise(page, document.head)
    if layout is GENERIC or known.score < SURE:
        found.warn(
            "The page has the title of a readout, in no layout that is known. Check every field."
        )
        return GENERIC
    return layout


def _as_translation(parts: Parts, of: Parts, found: Provenance) -> Parts:
    """Give a text in a second language the date, place and principal of the first."""
    found.warn("The page holds the text in two languages; date, place and principal are shared.")
    return replace(
        parts,
        principal=of.principal,
        principal_origin=of.principal_origin,
        issued=parts.issued.completed(of.issued),
    )


def _unused(reference: str, records: list[dict[str, Any]]) -> str:
    """Number a reference that another readout of the same file already has."""
    taken = {record["reference"] for record in records}
    numbered, number = reference, 2
    while numbered in taken:
        numbered, number = f"{reference[:110]}-{number}", number + 1
    return numbered


def _source(told: dict[str, str], layout: Layout, found: Provenance) -> dict[str, Any]:
    source = told | {"layout": layout.name, "fields": found.fields, "warnings": found.warnings}
    return {key: value for key, value in source.items() if value}
