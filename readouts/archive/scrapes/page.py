"""A page as a layout sees it: its lines in order, its name and its address; and the refusal of a
file that holds no readout."""

from __future__ import annotations

from dataclasses import dataclass, field

from readouts.archive.scrapes.blocks import lines_of
from readouts.archive.scrapes.damage import load_text, without_damaged_site_name


class NotAReadout(ValueError):  # noqa: N818 - it says what the file is, not that reading failed
    """The file holds no readout, or not exactly one; the message is a whole sentence saying why."""


@dataclass(frozen=True)
class Page:
    """The cleaned lines of one file, with what is known about the file itself."""

    lines: tuple[str, ...]
    name: str = ""
    url: str = ""
    warnings: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Recognition:
    """How sure a layout is that a page is one of its own: a score from 0 to 1, and the reason."""

    score: float
    reason: str


def open_page(raw: bytes, *, name: str, url: str = "") -> Page:
    """Return the lines of a text or HTML file; raise NotAReadout when nothing is printed in it."""
    if not raw.strip():
        raise NotAReadout("The file is empty.")
    text, warnings = load_text(raw)
    lines, damage = without_damaged_site_name(lines_of(text))
    if not lines:
        raise NotAReadout("The file holds no text, only markup or blank lines.")
    return Page(lines=tuple(lines), name=name, url=url, warnings=(*warnings, *damage))
