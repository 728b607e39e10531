"""From the head of a page to the parts of its readout: where title, place, date, principal and
body stand. The layout says what to expect; what each line prints is read by `head_lines`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from readouts.archive.scrapes.countries import country_code
from readouts.archive.scrapes.datelines import dateline_in
from readouts.archive.scrapes.dates import ambiguous_dates_in, dates_in
from readouts.archive.scrapes.head_lines import HeadLine, Kind, read_line
from readouts.archive.scrapes.heads import Head
from readouts.archive.scrapes.honorifics import after_honorific
from readouts.archive.scrapes.layout import Layout
from readouts.archive.scrapes.page import NotAReadout, Page
from readouts.archive.scrapes.paragraphs import Body, body_of, is_prose, without_attribution
from readouts.archive.scrapes.places import place_above, read_place
from readouts.archive.scrapes.principals import Principal, completed, principal_in_title
from readouts.archive.scrapes.provenance import Provenance
from readouts.archive.scrapes.titles import Title
from readouts.archive.scrapes.tongues.codes import issuing_state
from readouts.archive.scrapes.tongues.sentences import principals_abroad

_DATED = (Kind.DATE, Kind.DATELINE, Kind.RELEASE)
_NO_PLACE = (Kind.NUMBER, Kind.OFFICE, Kind.SECTION, Kind.LABEL, Kind.FURNITURE)
# So many lines below the title may still name the principal.
_NEAR = 8
# So many lines after the end of a text may still print its place and date.
_TRAILING = 3
_MOST_PLACES = 3
_SHORT = 60
_BY_PUBLISHER = re.compile(r"\b(?:issued|released|published) by\b", re.I)
_BY_COPYIST = re.compile(
    r"\d:\d\d|\b(?:admin|posted by|updated|sent this|by (?!PIB)[A-Z]\w+ [A-Z]\w+)\b", re.I
)
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
    # Sentences that sum the text up before it begins; they may name whom the text does not.
    summary: tuple[str, ...] = ()
    # The news agency that signs the place.
    agency: str = ""


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
    agency = next((line.agency for line in (*head.over, *head.under) if line.agency), "")
    if opening := dateline_in(body.paragraphs[0]):
        body.paragraphs[0] = opening.text
        date, place, agency = date or opening.date, (opening.place,), opening.agency
    without_attribution(body.paragraphs)
    if not (date and place):
        below, where = _dated_below(trailing)
        date, place = date or below or _footer(page), place or where
    if not date:
        date = _settled_figures(head, body, found)
    if not date and page.stated.date:
        date, origin = page.stated.date, "neighbour"
        found.warn("No date is printed; the day of issue was taken from the markup of the page.")
    _check_footer(page, date, found)
    _tell_of_numbers(head, found)
    principal, origins = _principal(head, layout, [*body.before, *body.paragraphs])
    above = [line.text for line in head.under if line.kind is Kind.OTHER]
    summary = tuple(line for line in (*above, *body.before) if is_prose(line))
    return Parts(
        head.title, principal, origins, body.paragraphs, place, date, origin, summary, agency
    )


def _tell_of_numbers(head: Head, found: Provenance) -> None:
    """Tell of a number that files the same text in another series: "SG/SM/19512"."""
    for line in (*head.over, *head.under):
        if line.kind is Kind.NUMBER and any(sign.isalpha() for sign in line.text):
            found.warn(f"The page also carries the number {line.text}, of a series of its own.")


def _settled_figures(head: Head, body: Body, found: Provenance) -> dt.date | None:
    """Return the date of a head line in figures, if the text names one of its two readings in
    words; without that the figures stay unread."""
    lines = (*head.above[-_NEAR:], *head.below[:_NEAR])
    for both in (
        both for line in lines if len(line) <= _SHORT for both in ambiguous_dates_in(line)
    ):
        told = [date for text in body.paragraphs for date in dates_in(text)]
        named = {day for day in both if any(date.on(day.year) == day for date in told)}
        if len(named) == 1:
            found.warn("The date in figures was settled by the same date in the text.")
            return named.pop()
        found.warn("A date in figures was not read, because day and month can't be told apart.")
    return None


def _body(head: Head, layout: Layout) -> Body:
    """Return the body: what follows the head lines below the title, but for what the layout
    leaves out. Head lines that no kind is known of stay, to be told of or kept as text."""
    dated = any(line.kind in _DATED and line.date for line in head.under)
    last = max((n for n, line in enumerate(head.under) if line.kind in _DATED), default=-1)
    lines = [
        line.text
        for number, line in enumerate(head.under)
        if line.kind is Kind.ATTRIBUTION
        or (line.kind is Kind.OTHER and number > last)
        or (line.kind is Kind.PLACE and not dated)
    ]
    lines += head.below[len(head.under) :]
    left_out = [re.compile(form, re.I) for form in layout.left_out]
    kept = [text for text in lines if not any(form.match(text) for form in left_out)]
    return body_of(kept, closers=[re.compile(form, re.I) for form in layout.closers])


def _date_line(head: Head) -> _Dated | None:
    """Return the dated line nearest to the title, above it first; but those that say when the text
    was issued before others, and the clock of whoever copied it last."""
    dated = [
        _Dated(lines[number], lines[:number], lines[number + 1 :])
        for lines, order in ((head.over, -1), (head.under, 1))
        for number in range(len(lines))[::order]
        if lines[number].kind in _DATED and lines[number].date
    ]
    return min(dated, key=_remoteness, default=None)


def _remoteness(dated: _Dated) -> int:
    """Tell how far the words around a date are from those of the publisher."""
    if _BY_PUBLISHER.search(dated.line.text):
        return 0
    return 2 if _BY_COPYIST.search(dated.line.text) else 1


def _place(head: Head, dated: _Dated | None, *, trusted: bool) -> tuple[str, ...]:
    """Return the lines that print the place: with the date, beside it, or above the title."""
    if dated and dated.line.place:
        return (dated.line.place,)
    near = [line for line in dated.after if line.kind is not Kind.FURNITURE] if dated else []
    beside = [dated.before, tuple(near[:1])] if dated else []
    for lines in (*beside, head.over):
        printed = tuple(place_above(_places_last(lines)))
        if printed and (trusted or _names_a_country(printed)):
            return printed
    return ()


def _dated_below(lines: list[HeadLine]) -> tuple[dt.date | None, tuple[str, ...]]:
    """Return the date and place that stand at the end of the text."""
    for number, line in reversed(list(enumerate(lines))):
        if line.kind in _DATED and line.date:
            above = lines[number - 1] if number else None
            place = line.place or (above.text if above and above.kind is Kind.PLACE else "")
            return line.date, (place,) if place else ()
    return None, ()


def _places_last(lines: Sequence[HeadLine]) -> list[str]:
    """Return the place lines at the end of `lines`; a long row of them is navigation."""
    rest = [line for line in lines if line.text not in ("UN", "United Nations")]
    while rest and rest[-1].kind in (*_DATED, *_NO_PLACE):
        rest.pop()
    places: list[str] = []
    while rest and rest[-1].kind is Kind.PLACE:
        places.insert(0, rest.pop().text)
    return places if len(places) <= _MOST_PLACES else []


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
    if head.title.tongue:
        named, fuller = principals_abroad(head.title, paragraphs)
        state = _issuing_state(head) if not fuller.organization else ""
        of_office = replace(fuller, organization=state or fuller.organization)
        principal, origins = _with_origins(named, of_office, head, layout)
        return principal, origins | ({"organization": "neighbour"} if state else {})
    named = principal_in_title(head.title.principal, layout.offices)
    if country_code(named.name):  # "Japan-Norway Summit Telephone Talk" names no person
        named = Principal()
    return _with_origins(named, completed(named, paragraphs, layout.offices), head, layout)


def _issuing_state(head: Head) -> str:
    """Return the state whose office issues a page abroad, "" where its head tells none: "Ministerio
    de Relaciones Exteriores de Chile"."""
    offices = [line.text for line in head.over if line.kind is Kind.OFFICE]
    return issuing_state(offices, head.title.tongue)


def _with_origins(
    named: Principal, fuller: Principal, head: Head, layout: Layout
) -> tuple[Principal, dict[str, str]]:
    """Return the principal with what the layout knows, and where each part came from: `named` is
    what the title says, `fuller` what the body makes of it."""
    of_the_body = fuller.organization
    if not fuller.name and layout.named_in and (name := _named_near(head, layout.named_in)):
        fuller = replace(fuller, name=after_honorific(name)[1])
    if fuller.name and not fuller.title:
        fuller = replace(fuller, title=layout.offices.get(fuller.name, ""))
    usual = layout.organizations.get(fuller.title, layout.organization)
    if (fuller.title or fuller.name) and (
        not fuller.organization or _is_part_of(fuller.organization, usual)
    ):
        fuller = replace(fuller, organization=usual)
    before, after = named.as_record(), fuller.as_record()
    return fuller, {
        key: "title"
        if before.get(key) == value
        else "neighbour"
        if key == "organization" and not of_the_body
        else "body"
        for key, value in after.items()
    }


def _is_part_of(printed: str, usual: str) -> bool:
    """Tell whether a name is another of the usual one's: "Republic of Malta" of Malta, "UN" of the
    United Nations; or that of a body of the usual state."""
    if code := country_code(usual):
        return country_code(printed) in (code, "")
    return printed == "".join(word[0] for word in usual.split() if word[0].isupper())


def _named_near(head: Head, form: str) -> str:
    """Return the name that the layout expects on a line of its own near the title."""
    near = (*head.above, *head.below[:_NEAR])
    return next((found["name"] for text in near if (found := re.match(form, text, re.I))), "")


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
