"""Dates as printed: on a line of their own, in the opening sentence, in the address.

A date is read or left unknown, never guessed: numeric day and month stay unread, and no clock is
asked.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2,
    "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12, "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7,
    "agosto": 8, "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12, "janvier": 1,
    "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
}  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY_FIRST = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:de\s+)?{_MONTH}(?:,?\s+(?:de\s+)?(?P<year>\d{{4}}))?"
)
_MONTH_FIRST = rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?"
_DATES = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\w/])", re.I) for form in (_DAY_FIRST, _MONTH_FIRST)
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b,?\s*", re.I)
_NUMERIC = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?!\d)")
_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?=[/?#]|$)")


@dataclass(frozen=True)
class PrintedDate:
    """A date found in a text, with where it stands; `day` has the year only if one is printed."""

    month: int
    day: int
    year: int | None
    start: int
    end: int

    def on(self, year: int | None = None) -> dt.date | None:
        """Return the calendar date, in the printed year or else in `year`, if there is one."""
        chosen = self.year or year
        return calendar_date(chosen, self.month, self.day) if chosen else None


def calendar_date(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, or None when the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def dates_in(text: str) -> list[PrintedDate]:
    """Return the dates with a month by name in `text`, in order of their place."""
    found = [
        PrintedDate(
            month=_MONTHS[match["month"].lower()],
            day=int(match["day"]),
            year=int(match["year"]) if match["year"] else None,
            start=match.start(),
            end=match.end(),
        )
        for form in _DATES
        for match in form.finditer(text)
    ]
    found.sort(key=lambda date: (date.start, -date.end))
    # "2 May 3" reads two ways; whatever begins inside a date already read is left out.
    return [
        date for n, date in enumerate(found) if all(date.start >= other.end for other in found[:n])
    ]


def date_line(line: str) -> dt.date | None:
    """Return the date of a line that prints a date and nothing else, but perhaps a weekday."""
    bare = _WEEKDAY.sub("", line).strip(" ()")
    found = dates_in(bare)
    whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(bare)
    return found[0].on() if whole else None


def wrong_weekday(text: str) -> bool:
    """Tell whether a weekday printed beside a full date is not the weekday of that date."""
    for date in dates_in(text):
        before = re.search(rf"\b({'|'.join(WEEKDAYS)})\b[\s,(]*$", text[: date.start], re.I)
        day = date.on()
        if before and day and WEEKDAYS[day.weekday()] != before[1].lower():
            return True
    return False


def has_numeric_date(text: str) -> bool:
    """Tell whether the text prints a date in figures only, whose day and month can't be told."""
    return bool(_NUMERIC.search(text))


def date_in_address(url: str) -> dt.date | None:
    """Return the date in the path of an address such as `/readouts/2012-05-21/…`."""
    found = _IN_ADDRESS.search(url)
    return (
        calendar_date(*(int(found[part]) for part in ("year", "month", "day"))) if found else None
    )
