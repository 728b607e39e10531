"""From the head of a page to the parts of its readout: where title, place, date, principal and
body stand. The layout says what to expect; what each line prints is read by `head_lines`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from readouts.archive.scrapes.head_lines import HeadLine, Kind, dateline_in, read_line
from readouts.archive.scrapes.heads import Head
from readouts.archive.scrapes.layout import Layout
from readouts.archive.scrapes.page import NotAReadout, Page
from readouts.archive.scrapes.paragraphs import Body, body_of
from readouts.archive.scrapes.places import place_above, read_place
from readouts.archive.scrapes.principals import Principal, completed, principal_in_title
from readouts.archive.scrapes.provenance import Provenance
from readouts.archive.scrapes.titles import Title

_DATED = (Kind.DATE, Kind.DATELINE, Kind.RELEASE)
# So many lines after the end of a text may still print its place and date.
_TRAILING = 3
_FOOTER = re.compile(r"readouts on (?P<date>.+)", re.I)


@dataclass(frozen=True)
class Parts:
    """What stands where on one page; what it means is read by `parts.record_of`."""

    title: Title
    principal: Principal
    principal_origin: dict[str, str]
    body: list[str]
    place: tuple[str, ...] = ()
    date: dt.date | None = None
    date_origin: str = "printed"


@dataclass(frozen=True)
class _Dated:
    """The line that prints the date, and those above and below it."""

    line: HeadLine
    before: tuple[HeadLine, ...]
    after: tuple[HeadLine, ...]


def parts_of(page: Page, head: Head, layout: Layout, found: Provenance) -> Parts:
    """Return the parts of a readout. Raises NotAReadout when no paragraph follows the head."""
    body = _body(head, layout)
    if not body.paragraphs:
        raise NotAReadout("The title of a readout is there, but no paragraph follows it.")
    _tell_what_was_left_out(body, found)
    dated = _date_line(head)
    trailing = [read_line(text) for text in (*body.after, *body.beyond[:_TRAILING])]
    date = dated.line.date if dated else None
    place = _place(head, dated, trusted=layout.trusts_places)
    origin = "printed"
    opening = dateline_in(body.paragraphs[0])
    if opening:
        body.paragraphs[0] = opening[2]
        date, place = date or opening[1], place or (opening[0],)
    if not (date and place):
        last = next((line for line in reversed(trailing) if line.kind in _DATED), None)
        date = date or (last.date if last else None) or _footer(page)
        place = place or ((last.place,) if last and last.place else ())
    if not date and page.stated.date:
        date, origin = page.stated.date, "neighbour"
        found.warn("No date is printed; the day of issue was taken from the markup of the page.")
    _check_footer(page, date, found)
    principal, origins = _principal(head, layout, body.paragraphs)
    return Parts(head.title, principal, origins, body.paragraphs, place, date, origin)


def _body(head: Head, layout: Layout) -> Body:
    under = [line for line in head.under if line.kind not in (Kind.OTHER, Kind.PLACE)]
    known = {line.text for line in under if line.kind is not Kind.ATTRIBUTION}
    near = len(head.under)
    place = {line.text for line in head.under if line.kind is Kind.PLACE} if _has_date(head) else ()
    lines = [
        text
        for number, text in enumerate(head.below)
        if not (number < near and (text in known or text in place))
        and not any(re.match(form, text, re.I) for form in layout.left_out)
    ]
    closers = [re.compile(form, re.I) for form in layout.closers]
    return body_of(lines, closers=closers)


def _has_date(head: Head) -> bool:
    return any(line.kind in _DATED and line.date for line in head.under)


def _date_line(head: Head) -> _Dated | None:
    """Return the dated line nearest to the title, above it first."""
    for lines, nearest_last in ((head.over, True), (head.under, False)):
        numbers = range(len(lines))
        for number in reversed(numbers) if nearest_last else numbers:
            if lines[number].kind in _DATED and lines[number].date:
                return _Dated(lines[number], lines[:number], lines[number + 1 :])
    return None


def _place(head: Head, dated: _Dated | None, *, trusted: bool) -> tuple[str, ...]:
    """Return the lines that print the place: with the date, beside it, or above the title."""
    if dated and dated.line.place:
        return (dated.line.place,)
    beside: list[list[HeadLine]] = []
    if dated:
        beside = [list(dated.before), list(dated.after[:1])]
    beside.append(list(head.over))
    for lines in beside:
        printed = tuple(place_above([line.text for line in lines]))
        if printed and (trusted or _names_a_country(printed)):
            return printed
    return ()


def _names_a_country(printed: Sequence[str]) -> bool:
    place = read_place(*printed)
    return bool(place.country) or "," in printed[-1]


def _footer(page: Page) -> dt.date | None:
    """Return the date of the footer link "Readouts on D Month YYYY"."""
    dates = {
        date
        for line in page.lines
        if (found := _FOOTER.match(line)) and (date := read_line(found["date"]).date)
    }
    return dates.pop() if len(dates) == 1 else None


def _check_footer(page: Page, date: dt.date | None, found: Provenance) -> None:
    footer = _footer(page)
    if footer and date and footer != date:
        found.warn(f"The page is dated {date}, but its footer says {footer}; check both.")


def _principal(
    head: Head, layout: Layout, paragraphs: list[str]
) -> tuple[Principal, dict[str, str]]:
    """Return the principal, and where its name, title and organization came from."""
    if printed := head.label or head.heading:
        return printed, dict.fromkeys(printed.as_record(), "label")
    named = principal_in_title(head.title.principal, layout.offices)
    fuller = completed(named, paragraphs, layout.offices)
    if not fuller.organization and layout.organization and fuller.title:
        fuller = Principal(fuller.name, fuller.title, layout.organization)
    before, after = named.as_record(), fuller.as_record()
    return fuller, {
        key: "title"
        if before.get(key) == value
        else "neighbour"
        if key == "organization"
        else "body"
        for key, value in after.items()
    }


def _tell_what_was_left_out(body: Body, found: Provenance) -> None:
    if body.attribution:
        found.warn(
            f"The line that says who gave the text out is no part of it: “{body.attribution}”"
        )
    left_out = body.before + body.after
    if left_out:
        one = len(left_out) == 1
        found.warn(
            f"{len(left_out)} short {'line' if one else 'lines'} around the body "
            f"{'was' if one else 'were'} left out: {'; '.join(left_out)[:160]}."
        )
