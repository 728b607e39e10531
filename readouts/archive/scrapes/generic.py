"""The fallback where no layout knows the page: a title, what stands close to it, and the
paragraphs after it. It says that it is a fallback."""

from __future__ import annotations

from readouts.archive.scrapes.dates import date_line
from readouts.archive.scrapes.heads import Head
from readouts.archive.scrapes.page import Page, Recognition
from readouts.archive.scrapes.parts import Parts
from readouts.archive.scrapes.places import place_above, read_place
from readouts.archive.scrapes.principals import principal_in_title

NAME = "generic"
_NEAR = 4


def recognise(page: Page, head: Head) -> Recognition:
    """Any page with the title of a readout will do, but every layout that knows it goes first."""
    return Recognition(0.4, "The page has the title of a readout, in no layout that is known.")


def extract(page: Page, head: Head) -> Parts:
    """Return the parts that stand close to the title."""
    label, near = head.label, (*head.above[-_NEAR:], *head.below[:_NEAR])
    dated = next((line for line in near if date_line(line)), "")
    above = tuple(line for line in head.above if line != dated)
    principal = label[1] if label else head.heading or principal_in_title(head.title.principal)
    place = tuple(place_above(above))
    after = head.below[label[0] + 1 :] if label else head.below
    return Parts(
        title=head.title,
        principal=principal,
        principal_origin="label" if label or head.heading else "title",
        after_head=tuple(line for line in after if line != dated),
        place=place if read_place(*place).country else (),
        date=date_line(dated) if dated else None,
    )
