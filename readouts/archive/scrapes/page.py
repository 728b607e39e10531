"""A page as a layout sees it: its lines in order, its name and its address; and the refusal of a
file that holds no readout."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from readouts.archive.scrapes.blocks import lines_of_markup, lines_of_text
from readouts.archive.scrapes.damage import (
    load_text,
    without_damaged_site_name,
    without_leftovers,
    without_stored_day,
)
from readouts.archive.scrapes.dates import date_line
from readouts.archive.scrapes.markup import NOTHING_STATED, Stated, is_markup, parse, stated_in


class NotAReadout(ValueError):  # noqa: N818 - it says what the file is, not that reading failed
    """The file holds no readout, or not exactly one; the message is a whole sentence saying why."""


@dataclass(frozen=True)
class Page:
    """The cleaned lines of one file, with what is known about the file itself."""

    lines: tuple[str, ...]
    name: str = ""
    url: str = ""
    warnings: tuple[str, ...] = field(default=())
    stated: Stated = NOTHING_STATED
    # The day that whoever stored the page gave it; it may be the day of issue or another.
    stored_on: dt.date | None = None


@dataclass(frozen=True)
class Recognition:
    """How sure a layout is that a page is one of its own: a score from 0 to 1, and the reason."""

    score: float
    reason: str


def open_page(raw: bytes, *, name: str, url: str = "", charset: str = "") -> Page:
    """Return the lines of a text or HTML file; raise NotAReadout when nothing is printed in it.

    `charset` is what the server declared, "" where that is not known.
    """
    if not raw.strip():
        raise NotAReadout("The file is empty.")
    text, warnings = load_text(raw, charset=charset)
    tree = parse(text) if is_markup(text) else None
    stated = stated_in(tree) if tree is not None else NOTHING_STATED
    read = lines_of_markup(tree) if is_markup(text) else lines_of_text(text)
    read, stored_on = without_stored_day(read)
    read, leftovers = without_leftovers(read)
    lines, damage = without_damaged_site_name(read)
    if stored_on:
        warnings.append(f"Whoever stored the page dated it {stored_on}, perhaps as it was issued.")
    if not lines:
        raise NotAReadout("The file holds no text, only markup or blank lines.")
    return Page(
        lines=tuple(lines),
        name=name,
        url=url or stated.address,
        warnings=(*warnings, *leftovers, *damage),
        stated=stated,
        stored_on=date_line(stored_on),
    )
