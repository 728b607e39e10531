"""The United Nations pages of 2007 to 2016 (U1): "Secretary-General Name", title, "Place, D Month
YYYY", body, and the same date again in a footer link."""

from __future__ import annotations

import re

from readouts.archive.scrapes.dates import date_line, dates_in
from readouts.archive.scrapes.heads import Head
from readouts.archive.scrapes.page import Page, Recognition
from readouts.archive.scrapes.parts import Parts
from readouts.archive.scrapes.principals import principal_in_title

NAME = "un-classic"
_FOOTER = re.compile(r"readouts on (?P<date>.+)", re.I)


def recognise(page: Page, head: Head) -> Recognition:
    """Look for "Place, D Month YYYY" as the first line below the title."""
    if _dateline(head) is None:
        return Recognition(0.0, "The line below the title is not a place with a date.")
    score = 0.7 + 0.15 * bool(head.heading) + 0.1 * any(map(_FOOTER.match, page.lines))
    return Recognition(score, "Place and date stand in one line below the title.")


def extract(page: Page, head: Head) -> Parts:
    """Return the parts of a page that `recognise` knows."""
    place, printed = _dateline(head) or ("", "")
    heading = head.heading
    return Parts(
        title=head.title,
        principal=heading or principal_in_title(head.title.principal),
        principal_origin="label" if heading else "title",
        after_head=head.below[1:],
        place=(place,) if place else (),
        date=date_line(printed),
    )


def _dateline(head: Head) -> tuple[str, str] | None:
    """Part "Place, D Month YYYY" into place and date."""
    line = head.below[0] if head.below else ""
    dates = dates_in(line)
    if len(dates) != 1 or dates[0].end != len(line.rstrip(" .")) or not dates[0].on():
        return None
    place = line[: dates[0].start].strip(" ,-–—")
    return (place, line[dates[0].start : dates[0].end]) if place.count(" ") < 8 else None  # noqa: PLR2004
