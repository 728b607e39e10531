"""The United Nations pages since 2016 (U2): place, date, title, "Name, Secretary-General", body.
The label is missing from some copies."""

from __future__ import annotations

from readouts.archive.scrapes.dates import date_line
from readouts.archive.scrapes.heads import Head
from readouts.archive.scrapes.page import Page, Recognition
from readouts.archive.scrapes.parts import Parts
from readouts.archive.scrapes.places import place_above
from readouts.archive.scrapes.principals import principal_in_title

NAME = "un-new-skin"


def recognise(page: Page, head: Head) -> Recognition:
    """Look for a date line just above the title, and for the label below it."""
    if not head.above or not date_line(head.above[-1]):
        return Recognition(0.0, "No date line stands above the title.")
    if head.label:
        return Recognition(0.95, "A date line stands above the title and the label below it.")
    if "/content/sg/readout/" in page.url or "Secretary-General" in head.title.principal:
        return Recognition(0.7, "A date line stands above the title; the label is missing.")
    return Recognition(0.1, "The title is not that of a Secretary-General.")


def extract(page: Page, head: Head) -> Parts:
    """Return the parts of a page that `recognise` knows."""
    number, principal = head.label or (-1, principal_in_title(head.title.principal))
    return Parts(
        title=head.title,
        principal=principal,
        principal_origin="label" if head.label else "title",
        after_head=head.below[number + 1 :],
        place=tuple(place_above(head.above[:-1])),
        date=date_line(head.above[-1]),
    )
