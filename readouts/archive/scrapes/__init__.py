"""Readouts from scraped pages: bytes in, one archive record out.

Each layout is a file with a recogniser and an extractor, listed in LAYOUTS; dates, places, titles
and parties are read by parts that all layouts share. Nothing here knows a model or a database.
"""

from __future__ import annotations

import hashlib
from typing import Any, Protocol

from readouts.archive.scrapes import generic, un_classic, un_former_sg, un_new_skin
from readouts.archive.scrapes.heads import Head, find_head
from readouts.archive.scrapes.page import NotAReadout, Page, Recognition, open_page
from readouts.archive.scrapes.parts import Parts, record_of
from readouts.archive.scrapes.provenance import Provenance

__all__ = ["LAYOUTS", "Layout", "NotAReadout", "read_page"]


class Layout(Protocol):
    """What the file of a layout holds."""

    NAME: str

    def recognise(self, page: Page, head: Head) -> Recognition:
        """Say how sure this layout is that the page is one of its own."""

    def extract(self, page: Page, head: Head) -> Parts:
        """Return the parts of a page that this layout has recognised."""


# The surest layout wins; of equals the one that stands first.
LAYOUTS: tuple[Layout, ...] = (un_former_sg, un_new_skin, un_classic, generic)


def read_page(raw: bytes, *, name: str, url: str = "", retrieved: str = "") -> dict[str, Any]:
    """Return the archive record of the one readout in a text or HTML page.

    What the page does not say is left out, and `source` tells where each field came from and what
    a person should check. Raises NotAReadout, with the reason, for anything else.
    """
    page = open_page(raw, name=name, url=url)
    head = find_head(page)
    layout = max(LAYOUTS, key=lambda layout: layout.recognise(page, head).score)
    found = Provenance(warnings=list(page.warnings))
    if layout is generic:
        found.warn(generic.recognise(page, head).reason + " Check every field.")
    sha256 = hashlib.sha256(raw).hexdigest()
    record = record_of(layout.extract(page, head), page, sha256=sha256, found=found)
    source = {
        "file": name,
        "url": url,
        "retrieved": retrieved,
        "sha256": sha256,
        "layout": layout.NAME,
        "fields": found.fields,
        "warnings": found.warnings,
    }
    return record | {"source": {key: value for key, value in source.items() if value}}
