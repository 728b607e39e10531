"""Periods as readers type them: a year, month or day, in forms that can be read one way only."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from readouts.models.partial_dates import Precision, last_day, printed

EXAMPLES = "2010, 2010-11, 2010-11-30 or 30 November 2010"

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([^\W\d]+)\.?,?\s+(\d{4})")
_FIGURES = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}


@dataclass(frozen=True)
class Period:
    """A day, month or year: its first day, and the precision with which it was given."""

    first: datetime.date
    precision: str

    def __str__(self) -> str:
        return printed(self.first, self.precision)

    @property
    def last(self) -> datetime.date:
        return last_day(self.first, self.precision)

    @property
    def iso(self) -> str:
        """The form it has in an address: "2010", "2010-11" or "2010-11-30"."""
        length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(Precision(self.precision), 10)
        return self.first.isoformat()[:length]


def read(text: str) -> Period:
    """The period that `text` names.

    Raises ValueError with a sentence for the reader where it names none, or could name two.

    >>> str(read("2010-11"))
    'November 2010'
    """
    text = " ".join(text.split())
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
        return _period(text, int(year), month, day)
    if (found := _WORDS.fullmatch(text)) and (named := _MONTHS.get(found[2].casefold())):
        return _period(text, int(found[3]), named, found[1])
    if found := _FIGURES.fullmatch(text):
        raise ValueError(_ambiguous(text, *map(int, found.groups())))
    raise ValueError(f"“{text}” is no date we can read. Write it like {EXAMPLES}.")


def _period(text: str, year: int, month: str | int | None, day: str | None) -> Period:
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    try:
        return Period(datetime.date(year, int(month or 1), int(day or 1)), precision)
    except ValueError:
        raise ValueError(
            f"“{text}” is not in the calendar. Write a date like {EXAMPLES}."
        ) from None


def _ambiguous(text: str, one: int, other: int, year: int) -> str:
    """What to write instead: both readings where there are two, the only one where there is one."""
    readings = []
    for month, day in dict.fromkeys([(other, one), (one, other)]):
        try:
            meant = datetime.date(year, month, day)
        except ValueError:
            continue
        readings.append(f"{meant.isoformat()} for {printed(meant, Precision.DAY)}")
    if not readings:
        return f"“{text}” is not in the calendar. Write a date like {EXAMPLES}."
    why = "can be read in two ways" if len(readings) > 1 else "is in a form that can mislead"
    return f"“{text}” {why}. Write {' or '.join(readings)}."
