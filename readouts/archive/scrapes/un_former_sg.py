"""Former Secretaries-General (U3): city, country, title, "Readouts | Name, Former
Secretary-General", body. No date line: the date stands in the body or the address."""

from __future__ import annotations

from readouts.archive.scrapes.dates import date_line
from readouts.archive.scrapes.heads import Head
from readouts.archive.scrapes.page import Page, Recognition
from readouts.archive.scrapes.parts import Parts
from readouts.archive.scrapes.places import place_above

NAME = "un-former-sg"


def recognise(page: Page, head: Head) -> Recognition:
    """Look for the label with its bar or "Former", and for the missing date line."""
    if not head.label:
        return Recognition(0.0, "No line below the title names the Secretary-General.")
    if any(date_line(line) for line in head.above[-4:]):
        return Recognition(0.2, "A date line stands above the title.")
    principal = head.label[1]
    if not (principal.has_section or principal.is_relabelled):
        return Recognition(0.3, "The label has neither the section nor “Former”.")
    score = 0.8 + 0.1 * bool(place_above(head.above))
    score += 0.1 * ("/former-secretary-general/" in page.url)
    return Recognition(score, "The label follows the title, and no date line is printed.")


def extract(page: Page, head: Head) -> Parts:
    """Return the parts of a page that `recognise` knows."""
    assert head.label  # noqa: S101 - what recognise has found
    number, principal = head.label
    return Parts(
        title=head.title,
        principal=principal,
        principal_origin="label",
        after_head=head.below[number + 1 :],
        place=tuple(place_above(head.above)),
    )
