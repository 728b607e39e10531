"""The reference of a record: stable, readable, the same whenever the same page is read again."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import unquote, urlsplit

from django.utils.text import slugify

from readouts.archive.scrapes.dates import date_in_address

_LONGEST = 90
_NOT_A_SLUG = re.compile(
    r"(?:index\.\w+|\w+\.(?:asp|php|html?)|node|\d*|readouts?|offthecuff)", re.I
)


def reference_of(*, title: str, url: str, issued: dt.date | None, sha256: str) -> tuple[str, str]:
    """Return the reference and its origin: from the slug of the address, else from the title.

    A title without a Latin letter gives the beginning of the checksum instead.
    """
    slug, origin = _slug_of_address(url), "address"
    day = date_in_address(url) if slug else None
    if not slug:
        slug, origin = _cut(slugify(title)), "title"
    day = day or issued
    return "-".join(part for part in (str(day or ""), slug or sha256[:12]) if part), origin


def _slug_of_address(url: str) -> str:
    try:
        last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    except ValueError:  # an address with a broken host
        return ""
    return "" if _NOT_A_SLUG.fullmatch(last) else _cut(slugify(last))


def _cut(slug: str) -> str:
    """Cut at a word, so that date and slug fit a reference."""
    if len(slug) <= _LONGEST:
        return slug
    return slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
