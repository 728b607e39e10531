"""Dates as printed: on a line of their own, in the opening sentence, in the address.

A date is read or left unknown, never guessed: a date in figures whose day and month could change
places stays unread until something else on the page settles it, and no clock is asked.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from urllib.parse import unquote

from readouts.archive.scrapes.calendars import months, months_said, weekdays


def _any_of(names: dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_MONTH = rf"(?P<month>{_any_of(months())})(?![^\W\d_])\.?(?:/(?:{_any_of(months())}))?"
# "February 2/2021" as well
_BEFORE_YEAR = r"(?:(?:,?\s+|,)(?:de[l]?\s+|of\s+|من\s+)?(?:عام\s+)?|\s?/\s?(?=(?:19|20)\d\d))"
_YEAR = rf"(?:{_BEFORE_YEAR}(?P<year>\d{{4}})(?!\d))"
_SUFFIX = r"(?:st|nd|rd|th|er|º|ª|\.)?"
_DAY_FIRST = rf"(?P<day>\d{{1,2}}){_SUFFIX}\s+(?:de\s+|of\s+|من\s+)?{_MONTH}{_YEAR}?"
_MONTH_FIRST = rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_YEAR}?"
_YEAR_FIRST = r"(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)"
# Without noughts only where day and month can't change places: the signs of an Arabic line may be
# set from the right.
_YEAR_FIRST_BARE = (
    r"(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>1[3-9]|2\d|3[01])"
)
_EAST_ASIAN = (
    r"(?:(?P<year>\d{4})\s*[年년]\s*)?(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日号號일]"
)
_DATES = (
    *(re.compile(rf"(?<![\w/.-]){form}(?![\w/])", re.I) for form in (_DAY_FIRST, _MONTH_FIRST)),
    *(re.compile(rf"(?<![\w/.-]){form}(?![\d/-])") for form in (_YEAR_FIRST, _YEAR_FIRST_BARE)),
    re.compile(rf"(?<!\d){_EAST_ASIAN}"),
)
_IN_MONTH = re.compile(
    r"(?<!\w)(?:in|im|en|em|no|in de|au|en el|в|во|في)\s+"
    r"(?:(?:the )?(?:month of|mois de|mes de|maand|"
    rf"mês de|monat|شهر)\s+)?(?P<month>{_any_of(months_said())}){_YEAR}",
    re.I,
)
_IN_EAST_ASIAN_MONTH = re.compile(r"(?<!\d)(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月(?!\s*\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")
# "From 17 to 21 June", "May 4-5, 2012": the days of a journey or a conference, not one day.
_TO = r"\s*(?:to|and|au|et|al|y|bis|[-–—])\s*"
_RANGES = (
    re.compile(rf"(?<![\w/.-])(?P<from>\d{{1,2}})(?:st|nd|rd|th)?{_TO}{_DAY_FIRST}", re.I),
    re.compile(rf"{_MONTH}\s+(?P<from>\d{{1,2}}){_TO}(?P<day>\d{{1,2}})(?![\d:]){_YEAR}?", re.I),
)
_AMERICAN = re.compile(
    r"(?<![\d/])(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d),?\s+"
    r"\d{1,2}:\d\d\s*[AP]M\s+[ECMP][SD]?T\b"
)
_RANGE_BEFORE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s*(?:to|and|au|et|al|y|bis|[-–—])\s*$", re.I)
_RANGE_AFTER = re.compile(r"\s*[-–—]\s*\d{1,2}\b(?!:)|\s+(?:and|to)\s+\d{1,2},\s+(?:19|20)\d\d")
_WEEKDAY = re.compile(rf"(?<!\w)(?:{_any_of(weekdays())})(?!\w)\.?[,،]?\s*", re.I)
_AROUND = re.compile(
    r"^(?:published|posted|issued|released|date)(?:\s+on)?\s*:?\s+|"
    r"\s*[-–]?\s*\|?\s*last updated.*$|\s+(?:года|г\.?)$|"
    r"^\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]\.?M\.?)?,?\s+(?=\w)|"
    r",?\s+[@\[(]?\s?\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]\.?M\.?)?(?:\s+[A-Z]{2,4})?[\])]?$",
    re.I,
)
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?=[/?#]|-[^\W\d]|-1\.\d{5}|$)|"
    r"[/t](?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=[-_./?#]|$)|"
    # day first, with the clock behind: "pm+call+with+a+10082022091500"
    r"[+/_-](?P<dd>[0-3]\d)(?P<mm>[01]\d)(?P<yyyy>20\d\d)(?:[0-2]\d[0-5]\d[0-5]\d)(?=[?#/]|$)"
)
# Digits of Arabic, Persian and full width, each of one sign, so that places stay where they are.
_DIGITS = {first + n: str(n) for first in (0x0660, 0x06F0, 0xFF10) for n in range(10)}


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
    """Return the dates of `text` that can be read in one way only, in order of their place."""
    text = text.translate(_DIGITS)
    found = [_printed(match) for form in _DATES for match in form.finditer(text)]
    found += [
        PrintedDate(days[0].month, days[0].day, days[0].year, start, end)
        for start, end, days in _numeric(text)
        if len(days) == 1
    ]
    found = [date for date in found if not _is_range(date, text)]
    found.sort(key=lambda date: (date.start, -date.end))
    # "2 May 3" reads two ways; whatever begins inside a date already read is left out.
    return [
        date for n, date in enumerate(found) if all(date.start >= other.end for other in found[:n])
    ]


def date_line(line: str) -> dt.date | None:
    """Return the date of a line that prints a date and nothing else, but perhaps a weekday, the
    time of day or "Published"."""
    bare = _AROUND.sub("", _WEEKDAY.sub("", line).strip(" ()،")).strip(" ()")
    found = dates_in(bare)
    whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(bare)
    return found[0].on() if whole else None


def wrong_weekday(text: str) -> bool:
    """Tell whether a weekday printed beside a full date is not the weekday of that date."""
    for date in dates_in(text):
        day = date.on()
        before = re.search(rf"(?<!\w)({_any_of(weekdays())})[\s,،(]*$", text[: date.start], re.I)
        after = re.match(r"\s*\((\w+day)\)", text[date.end :])
        printed = (before or after or [""])[1 if before or after else 0].lower()
        if day and printed in weekdays() and weekdays()[printed] != day.weekday():
            return True
    return False


def ambiguous_dates_in(text: str) -> list[list[dt.date]]:
    """Return both readings of each date in figures whose day and month could change places, that
    with the day first before the other."""
    return [days for _, _, days in _numeric(text.translate(_DIGITS)) if len(days) > 1]


def american_stamp(line: str) -> dt.date | None:
    """Return the date of "12/11/2021 08:57 AM EST": who prints such a clock prints the month
    first."""
    stamp = _AMERICAN.search(line)
    return (
        calendar_date(*(int(stamp[part]) for part in ("year", "month", "day"))) if stamp else None
    )


def range_in(text: str, year: int | None) -> tuple[int, dt.date, dt.date] | None:
    """Return the only range of days in `text`, "from 17 to 21 June": where it stands, its first day
    and its last, in the printed year or else in `year`."""
    found = [match for form in _RANGES for match in form.finditer(text.translate(_DIGITS))]
    if len(found) != 1:
        return None
    last = _printed(found[0])
    first_day, last_day = replace(last, day=int(found[0]["from"])).on(year), last.on(year)
    if not first_day or not last_day or first_day >= last_day:
        return None
    return last.start, first_day, last_day


def month_in(text: str) -> PrintedDate | None:
    """Return the only month of `text` that is told without its day, as "in May 2019"; its day is
    the first."""
    text = text.translate(_DIGITS)
    found = [*_IN_MONTH.finditer(text), *_IN_EAST_ASIAN_MONTH.finditer(text)]
    if len(found) != 1:
        return None
    name = found[0]["month"].lower()
    month = int(name) if name.isdecimal() else months_said()[name]
    return PrintedDate(month, 1, int(found[0]["year"]), found[0].start(), found[0].end())


def date_in_address(url: str) -> dt.date | None:
    """Return the date in the path of an address such as `/readouts/2012-05-21/…`, or at either end
    of its last part, "…-21-may-2012" and "apr-13-2023-…"."""
    if found := _IN_ADDRESS.search(url):
        parts = (
            found["year"] or found["y"] or found["yyyy"],
            found["month"] or found["m"] or found["mm"],
            found["day"] or found["d"] or found["dd"],
        )
        return calendar_date(*map(int, parts))
    slug = unquote(url).partition("?")[0].rstrip("/").rpartition("/")[2].replace("-", " ")
    dates = dates_in(slug)
    at_the_ends = [date for date in dates if date.end == len(slug) or date.start == 0]
    return at_the_ends[-1].on() if at_the_ends else None


def _printed(match: re.Match[str]) -> PrintedDate:
    month = match["month"]
    return PrintedDate(
        month=int(month) if month.isdecimal() else months()[month.lower()],
        day=int(match["day"]),
        year=int(match["year"]) if match["year"] else None,
        start=match.start(),
        end=match.end(),
    )


def _numeric(text: str) -> list[tuple[int, int, list[dt.date]]]:
    """Return place and possible readings of each date in figures: one, if only one exists."""
    return [
        (match.start(), match.end(), days)
        for match in _NUMERIC.finditer(text)
        if (days := _readings(int(match[1]), int(match[2]), int(match[3])))
    ]


def _readings(first: int, second: int, year: int) -> list[dt.date]:
    both = (calendar_date(year, second, first), calendar_date(year, first, second))
    return list(dict.fromkeys(day for day in both if day))


def _is_range(date: PrintedDate, text: str) -> bool:
    return bool(_RANGE_BEFORE.search(text[: date.start]) or _RANGE_AFTER.match(text, date.end))
