"""From the head of a page to the parts of its readout: where title, place, date, principal and
body stand. The layout says what to expect; what each line prints is read by `head_lines`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.archive.scrapes.addresses import state_of_address
from readouts.archive.scrapes.datelines import state_of_agency
from readouts.archive.scrapes.doubts import corrections_told, shares_a_name
from readouts.archive.scrapes.head_lines import DATED, Kind
from readouts.archive.scrapes.heads import Head
from readouts.archive.scrapes.issued import Issued, issued
from readouts.archive.scrapes.layout import Layout
from readouts.archive.scrapes.next_texts import begins_another
from readouts.archive.scrapes.page import NotAReadout, Page
from readouts.archive.scrapes.page_principal import page_principal
from readouts.archive.scrapes.paragraphs import (
    Body,
    body_of,
    is_prose,
    without_address_at_end,
    without_attribution,
    without_captions,
)
from readouts.archive.scrapes.places import read_place
from readouts.archive.scrapes.principals import Principal
from readouts.archive.scrapes.provenance import Provenance
from readouts.archive.scrapes.signatures import state_that_signs
from readouts.archive.scrapes.titles import Title

# So many lines above a title and behind the end of a text may say that it was corrected.
_NEAR = 12
_EMBARGO = re.compile(
    r"\W*(?:strictly )?(?:embargo(?:ed)?|not for (?:release|publication))\b", re.I
)
# So soon behind such a line a text goes on, if it does.
_SOON = 4
# Lines that mostly end a text, and at times stand within one.
_WITHIN = re.compile(r"(?:share|read (?:more|also)|see also|subscribe|sign up)\b", re.I)


@dataclass(frozen=True)
class Parts:
    """What stands where on one page; what it means is read by `parts.record_of`."""

    title: Title
    principal: Principal
    principal_origin: dict[str, str]
    body: list[str]
    issued: Issued
    # Sentences that sum the text up before it begins; they may name whom the text does not.
    summary: tuple[str, ...] = ()


def parts_of(page: Page, head: Head, layout: Layout, found: Provenance) -> Parts:
    """Return the parts of a readout. Raises NotAReadout when no paragraph follows the head."""
    body = _body(head, layout)
    if not body.paragraphs:
        raise NotAReadout("The title of a readout is there, but no paragraph follows it.")
    _tell_what_was_left_out(body, found)
    when = issued(page, head, body, found, trusts_places=layout.trusts_places)
    without_attribution(body.paragraphs)
    without_address_at_end(body.paragraphs)
    if captions := without_captions(body.paragraphs):
        found.warn(f"The words of a photo were left out of the text: “{'; '.join(captions)[:160]}”")
    _tell_of_numbers(head, found)
    _tell_of_an_embargo(head, found)
    _tell_of_corrections(head, body, found)
    told = [line for line in body.before if line.endswith(".")]  # not its headlines
    principal, origins = page_principal(
        head,
        layout,
        [*told, *body.paragraphs],
        home=_home(page, when, [*head.above, *body.after, *body.beyond, body.ended_by]),
        url=page.url,
    )
    above = [line.text for line in head.under if line.kind is Kind.OTHER]
    summary = tuple(line for line in (*above, *body.before) if is_prose(line))
    return Parts(head.title, principal, origins, body.paragraphs, when, summary)


def _home(page: Page, when: Issued, around: list[str]) -> str:
    """Return the state whose government has the address, whose ministry heads or signs the text, or
    whose own news agency does; "" where none is known."""
    state = state_of_address(page.url) or state_that_signs(around)
    return state or state_of_agency(when.agency, read_place(*when.place).country)


def _tell_of_numbers(head: Head, found: Provenance) -> None:
    """Tell of a number that files the same text in another series: "SG/SM/19512"."""
    for line in (*head.over, *head.under):
        if line.kind is Kind.NUMBER and any(sign.isalpha() for sign in line.text):
            found.warn(f"The page also carries the number {line.text}, of a series of its own.")


def _tell_of_an_embargo(head: Head, found: Provenance) -> None:
    """Tell of a line that held the text back until an hour; it is neither its day nor its place."""
    for line in (*head.above[-_NEAR:], *(line.text for line in head.under)):
        if _EMBARGO.match(line):
            found.warn(f"The page carries an embargo; it was kept out of the text: “{line}”")


def _body(head: Head, layout: Layout) -> Body:
    """Return the body: what follows the head lines below the title, but for what the layout
    leaves out. Head lines that no kind is known of stay, to be told of or kept as text."""
    dated = any(line.kind in DATED and line.date for line in head.under)
    last = max((n for n, line in enumerate(head.under) if line.kind in DATED), default=-1)
    lines = [
        line.text
        for number, line in enumerate(head.under)
        if line.kind is Kind.ATTRIBUTION
        or (line.kind is Kind.OTHER and number > last)
        or (line.kind is Kind.PLACE and not dated)
    ]
    lines += _up_to_the_next_head(head)
    left_out = [re.compile(form, re.I) for form in layout.left_out]
    kept = [
        text
        for text in lines
        if text != head.title.printed and not any(form.match(text) for form in left_out)
    ]
    return body_of(kept, closers=[re.compile(form, re.I) for form in layout.closers])


def _up_to_the_next_head(head: Head) -> list[str]:
    """Return the lines below the head as far as the next text, which has the same office above."""
    offices = {line.text for line in head.over if line.kind is Kind.OFFICE}
    lines = list(head.below[len(head.under) :])
    told = next((n for n, line in enumerate(lines) if is_prose(line)), len(lines))
    end = next(
        (n for n in range(told + 1, len(lines)) if lines[n] in offices or begins_another(lines, n)),
        len(lines),
    )
    return lines[:end]


def _tell_of_corrections(head: Head, body: Body, found: Provenance) -> None:
    """Tell of a correction that stands around the text: above the title, or below the text."""
    above = [*head.above[-_NEAR:], *(line.text for line in head.under)]
    below = [*body.before, *body.after, *body.beyond[:_NEAR]]
    for told in corrections_told([*above, *below]):
        found.warn(told)


def _tell_what_was_left_out(body: Body, found: Provenance) -> None:
    if body.attribution:
        found.warn(
            f"The line that says who gave the text out is no part of it: “{body.attribution}”"
        )
    if _WITHIN.match(body.ended_by):
        later = next((line for line in body.beyond[:_SOON] if is_prose(line)), "")
        if later and shares_a_name(later, body.paragraphs):
            found.warn(f"The text may go on behind “{body.ended_by}”: “{later[:80]}”.")
    left_out = body.before + body.after
    if left_out:
        one = len(left_out) == 1
        found.warn(
            f"{len(left_out)} short {'line' if one else 'lines'} around the body "
            f"{'was' if one else 'were'} left out: {'; '.join(left_out)[:160]}."
        )
