"""Which day the text was issued and which day the encounter took place; they often differ.

Order of trust: a printed date line, then an absolute date in the opening sentence, then the
address. What stays unknown is left unknown.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from readouts.archive.scrapes.dates import (
    ambiguous_dates_in,
    date_in_address,
    month_in,
    range_in,
    wrong_weekday,
)
from readouts.archive.scrapes.provenance import Provenance
from readouts.archive.scrapes.told_days import (
    PARTY_BEFORE,
    ToldDay,
    is_of_another_event,
    last_weekday,
    told_day,
    told_day_near,
)

_DAY = dt.timedelta(days=1)
_WEEK = _DAY * 7


@dataclass(frozen=True)
class Days:
    """The day of issue and that of the first encounter, each None when unknown."""

    issued: dt.date | None = None
    encounter: dt.date | None = None
    precision: str = "day"  # of the encounter; a month is written as its first day


def read_days(
    opening: str, *, printed: dt.date | None, url: str, found: Provenance, before: str = "",
    titled: dt.date | None = None, stored: dt.date | None = None,
) -> Days:  # fmt: skip
    """Read both days and record in `found` where each came from. `titled` is the date in the title,
    `before` what the paragraph says ahead of the sentence that reports the encounter, `stored` the
    day of whoever stored the page, which only tells the year of a date without one."""
    address = date_in_address(url)
    near = printed or titled or address or stored
    body = told_day_near(opening, before, near=near)
    if titled and not printed and body.offset and not body.date:
        return _day_after(titled, found)
    if titled and printed and titled < printed:
        return _put_up_later(titled, printed, found)
    printed = printed or titled
    _note_oddities(opening, printed or address, found)
    issued = printed or address
    if printed:
        found.note("issued", "printed")
        if address and address != printed:
            found.warn(f"The address says {address}, the page prints {printed}.")
    elif body.date and body.offset is not None:
        issued = body.date + _DAY * body.offset
        found.note("issued", "body")
        found.warn(
            "The page prints no date line; the day of issue was read from the body"
            + (", one day after the day it calls yesterday." if body.offset else ".")
        )
        if address and address != issued:
            found.warn(f"The address says {address}, the body gives {issued} as the day of issue.")
    elif address:
        found.note("issued", "address")
        found.warn("The page prints no date line; the day of issue was taken from the address.")
    else:
        found.warn("No day of issue was found on the page or in its address; it stays unknown.")
    if not body.tells_a_day and (month := _month(opening, issued)):
        found.note("encounters[0].date", "body")
        found.warn("The text tells the month of the encounter, and no day.")
        return Days(issued, month, "month")
    if not body.tells_a_day and (several := _of_several_days(opening, issued, found)):
        return several
    return Days(issued, _encounter_day(body, issued, found))


def _day_after(titled: dt.date, found: Provenance) -> Days:
    """Return the days of a text that is dated by its title only, and calls that day yesterday."""
    for path in ("issued", "encounters[0].date"):
        found.note(path, "title")
    found.warn(
        "The title dates the encounter and the text calls that day yesterday; the day after was "
        "taken for that of issue."
    )
    return Days(titled + _DAY, titled)


def _put_up_later(titled: dt.date, printed: dt.date, found: Provenance) -> Days:
    """Return the days of a text whose title dates the encounter before the day the page prints;
    that is the day of issue, unless it is the clock of a site that copied the text long after."""
    copied = printed > titled + _WEEK
    found.note("issued", "title" if copied else "printed")
    found.note("encounters[0].date", "title")
    if copied:
        found.warn(f"The page prints {printed}, long after the date in its title; that was taken.")
    return Days(titled if copied else printed, titled)


def day_of_later(sentence: str, *, days: Days, first: dt.date | None) -> tuple[dt.date | None, str]:
    """Return the day of a further encounter, and where it came from.

    Without a word on the day, "later" and "also" mean the day of the first encounter.
    """
    if re.search(r"\b(?:the )?(?:following|next) day\b", sentence, re.I):
        return (first + _DAY if first else None), "body"
    body = told_day(sentence, near=days.issued or first)
    if body.date:
        return body.date, "body"
    if body.offset is not None and days.issued:
        return days.issued - _DAY * body.offset, "body"
    if body.weekday and days.issued:
        return last_weekday(body.weekday, days.issued), "body"
    if body.weekday:
        return None, ""
    return first, "neighbour"


def _encounter_day(body: ToldDay, issued: dt.date | None, found: Provenance) -> dt.date | None:
    path = "encounters[0].date"
    if body.date:
        found.note(path, "body")
        if issued and (
            body.date > issued
            or (body.offset is not None and body.date + _DAY * body.offset != issued)
        ):
            found.warn(
                f"The body dates the encounter {body.date}, which does not fit the day of issue "
                f"{issued}; check both."
            )
        return body.date
    if issued is None:
        found.warn("No day of the encounter was found; it stays unknown.")
        return None
    if body.offset is not None:
        found.note(path, "body")
        return issued - _DAY * body.offset
    if body.weekday:
        found.note(path, "body")
        found.warn(
            f"The body says only {body.weekday.capitalize()}; the last one before the day of "
            "issue was taken."
        )
        return last_weekday(body.weekday, issued)
    found.note(path, "neighbour")
    found.warn("The text does not say the day of the encounter; the day of issue was taken.")
    return issued


def _of_several_days(sentence: str, issued: dt.date | None, found: Provenance) -> Days | None:
    """Return the first of two days, on which a night or meeting began; of more days, the month."""
    told = range_in(sentence, issued.year if issued else None)
    if not told or (issued and told[1] > issued):
        return None
    start, first, last = told
    if is_of_another_event(sentence[:start]) or PARTY_BEFORE.search(sentence[:start]):
        return None
    found.note("encounters[0].date", "body")
    if last - first == _DAY:
        found.warn(f"The text tells two days, {first} and {last}; the first was taken.")
        return Days(issued, first)
    found.warn(f"The text tells the days from {first} to {last}; the month was taken.")
    return Days(issued, first.replace(day=1), "month")


def _month(sentence: str, issued: dt.date | None) -> dt.date | None:
    """Return the first day of the month in which a sentence sets the encounter: the month stands
    before the words for the other party, and is no month to come."""
    found = month_in(sentence)
    if not found or is_of_another_event(sentence[: found.start]):
        return None
    if PARTY_BEFORE.search(sentence[: found.start]):
        return None
    month = found.on()
    return month if month and not (issued and month > issued) else None


def _note_oddities(opening: str, near: dt.date | None, found: Provenance) -> None:
    if wrong_weekday(opening):
        found.warn("The weekday in the opening sentence does not fit the date beside it.")
    if any(near not in both for both in ambiguous_dates_in(opening)):
        found.warn("A date in figures was not read, because day and month can't be told apart.")
