"""When and where the text of a page was issued: on a head line, before the first sentence, at the
end of the text, in the footer, or in the markup of the page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from readouts.archive.scrapes.datelines import dateline_in
from readouts.archive.scrapes.dates import ambiguous_dates_in, american_stamp, dates_in
from readouts.archive.scrapes.head_lines import DATED, HeadLine, Kind, read_line
from readouts.archive.scrapes.heads import Head
from readouts.archive.scrapes.languages import language_of
from readouts.archive.scrapes.page import Page
from readouts.archive.scrapes.paragraphs import Body
from readouts.archive.scrapes.places import place_above, read_place
from readouts.archive.scrapes.provenance import Provenance

_NO_PLACE = (Kind.NUMBER, Kind.OFFICE, Kind.SECTION, Kind.LABEL, Kind.FURNITURE)
# A date in figures may stand so many lines from the title.
_NEAR = 8
# So many lines after the end of a text may still print its place and date.
_TRAILING = 3
_MOST_PLACES = 3
# A line before a dateline is no paragraph of its own up to this length.
_SUMMARY = 160
_SHORT = 60
_BY_PUBLISHER = re.compile(r"\b(?:issued|released|published) by\b|发布(?:时间|日期)", re.I)
_BY_COPYIST = re.compile(
    r"\d:\d\d|\b(?:admin|posted by|updated|sent this|by (?!PIB)[A-Z]\w+ [A-Z]\w+)\b", re.I
)
# Where figures with full stops between them are day, month and year, and never otherwise.
_DAY_FIRST = frozenset(["de", "ru", "fr", "es", "pt", "nl"])
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_LONG_BEFORE = dt.timedelta(days=60)
_FOOTER = re.compile(r"readouts on (?P<date>.+)", re.I)


@dataclass(frozen=True)
class Issued:
    """The lines that print the place, the day, where the day stood, and the news agency that signs
    the place."""

    place: tuple[str, ...] = ()
    date: dt.date | None = None
    date_origin: str = "printed"
    agency: str = ""

    def completed(self, other: Issued) -> Issued:
        """Return the same with the place and the day of another where they are not known."""
        return replace(self, place=self.place or other.place, date=self.date or other.date)


@dataclass(frozen=True)
class _Dated:
    """The line that prints the date, and those above and below it."""

    line: HeadLine
    before: tuple[HeadLine, ...]
    after: tuple[HeadLine, ...]


def issued(page: Page, head: Head, body: Body, found: Provenance, *, trusts_places: bool) -> Issued:
    """Return when and where a text was issued. A dateline before its first sentence is taken out of
    the body; `trusts_places` says that a line where places stand prints one, known or not."""
    dated = _date_line(head, page)
    date = dated.line.date if dated else None
    place = _place(head, dated, trusted=trusts_places)
    origin = "printed"
    agency = next((line.agency for line in (*head.over, *head.under) if line.agency), "")
    _drop_caption(body)
    if opening := dateline_in(body.paragraphs[0]):
        body.paragraphs[0] = opening.text
        date, agency = date or opening.date, opening.agency
        place = (opening.place,) if opening.place else place
    if not place and (given_out := dateline_in(body.attribution)):
        date, place = date or given_out.date, (given_out.place,)
    if not (date and place):
        below, where = _dated_below(body)
        date, place = date or below or _footer(page), place or where
    if not date:
        date = _settled_figures(head, body, found)
    if not date and page.stated.date:
        date, origin = page.stated.date, "neighbour"
        found.warn("No date is printed; the day of issue was taken from the markup of the page.")
    _check_footer(page, date, found)
    return Issued(place, date, origin, agency)


def _drop_caption(body: Body) -> None:
    """Take out the line before the paragraph that opens with a dateline: the caption of a photo,
    or a summary."""
    first, *rest = body.paragraphs
    if rest and len(first) <= _SUMMARY and not dateline_in(first) and dateline_in(rest[0]):
        body.before.append(body.paragraphs.pop(0))


def _settled_figures(head: Head, body: Body, found: Provenance) -> dt.date | None:
    """Return the date of a head line in figures, if the text names one of its two readings in
    words; without that the figures stay unread."""
    lines = (*head.above[-_NEAR:], *head.below[:_NEAR])
    for line, both in (
        (text, both) for text in lines if len(text) <= _SHORT for both in ambiguous_dates_in(text)
    ):
        told = [date for text in (*body.before, *body.paragraphs) for date in dates_in(text)]
        named = {day for day in both if any(date.on(day.year) == day for date in told)}
        if len(named) == 1:
            found.warn("The date in figures was settled by the same date in the text.")
            return named.pop()
        if "." in line and language_of(" ".join(body.paragraphs)) in _DAY_FIRST:
            found.warn("The date in figures was read day first, as its language writes it.")
            return both[0]
        if month_first := american_stamp(line):
            found.warn(
                "The clock beside the date in figures is American: its month was read first."
            )
            return month_first
        found.warn("A date in figures was not read, because day and month can't be told apart.")
    return None


def _date_line(head: Head, page: Page) -> _Dated | None:
    """Return the dated line nearest to the title, above it first; but those that say when the text
    was issued before others, and the clock of whoever copied it last. Of two that differ, the day
    that whoever stored the page gave it tells which is of the text."""
    dated = [
        _Dated(lines[number], lines[:number], lines[number + 1 :])
        for lines, order in ((head.over, -1), (head.under, 1))
        for number in range(len(lines))[::order]
        if lines[number].kind in DATED and not _is_a_masthead(lines[number], page)
    ]
    stored = page.stored_on
    return min(dated, key=lambda one: (_remoteness(one), one.line.date != stored), default=None)


def _is_a_masthead(line: HeadLine, page: Page) -> bool:
    """Tell whether a line prints no date, or is the clock that heads every page of a site: the
    first line of all, of a day long before the one that the page was stored with."""
    if not (line.date and page.stored_on):
        return not line.date
    late = page.stored_on - line.date > _LONG_BEFORE
    return late and line.text == page.lines[0] and bool(_CLOCK.search(line.text))


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


def _dated_below(body: Body) -> tuple[dt.date | None, tuple[str, ...]]:
    """Return the date and place that stand at the end of the text."""
    lines = [read_line(text) for text in (*body.after, *body.beyond[:_TRAILING])]
    for number, line in reversed(list(enumerate(lines))):
        if line.kind in DATED and line.date:
            above = lines[number - 1] if number else None
            place = line.place or (above.text if above and above.kind is Kind.PLACE else "")
            return line.date, (place,) if place else ()
    return None, ()


def _places_last(lines: Sequence[HeadLine]) -> list[str]:
    """Return the place lines at the end of `lines`; a long row of them is navigation."""
    rest = [line for line in lines if line.text not in ("UN", "United Nations")]
    while rest and rest[-1].kind in (*DATED, *_NO_PLACE):
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
