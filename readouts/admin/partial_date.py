"""A form field for dates known to the day, the month or only the year, and one for time zones."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError

from readouts.models.partial_dates import Precision, printed

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_IN_WORDS = (
    re.compile(r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]+) (?P<year>\d{4})"),
    re.compile(r"(?P<month>[a-z]+) (?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<year>\d{4})"),
)
_IN_FIGURES = re.compile(r"\d{1,4}\s*[/.]\s*\d{1,2}(\s*[/.]\s*\d{1,4})?")
_HOW = "Write the day as 2010-11-30 or 30 November 2010, a month as 2010-11, a year as 2010."


@dataclass(frozen=True)
class PartialDate:
    """The first day of a period, and how much of the date is known."""

    date: datetime.date
    precision: str

    def __str__(self) -> str:
        return printed(self.date, self.precision)


def partial_date(text: str) -> PartialDate:
    """The date that `text` says: "2010", "2010-11", "2010-11-30", "30 November 2010".

    Raises ValidationError, with the cure, for anything else and for dates in bare figures such as
    3/4/2010, which two readers read as two days.
    """
    words = " ".join(text.lower().replace(",", " ").split())
    if _IN_FIGURES.fullmatch(words):
        raise ValidationError(
            "“%(text)s” can be read as two different days. " + _HOW, params={"text": text.strip()}
        )
    for form in (_ISO, *_IN_WORDS):
        if found := form.fullmatch(words):
            return _from_parts(text, **found.groupdict())
    raise ValidationError("“%(text)s” is not a date. " + _HOW, params={"text": text.strip()})


def _from_parts(text: str, year: str, month: str | None, day: str | None) -> PartialDate:
    number = int(month) if month and month.isdigit() else _MONTHS.get(month or "", 0)
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    try:
        date = datetime.date(int(year), number if month else 1, int(day or 1))
    except ValueError:
        raise ValidationError(
            "There is no such day as “%(text)s”. " + _HOW, params={"text": text.strip()}
        ) from None
    return PartialDate(date, precision)


class PartialDateField(forms.CharField):
    """A date typed as far as it is known; gives a PartialDate, or None where nothing is typed."""

    default_error_messages = {"required": "Give the day, or the month or year that is known."}

    def to_python(self, value: Any) -> Any:
        if value is None or isinstance(value, PartialDate):
            return value
        text = super().to_python(value)
        return partial_date(text) if text else None

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, PartialDate) else value

    def run_validators(self, value: Any) -> None:
        """Whatever could be read as a date is one."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class ZoneField(forms.CharField):
    """A time zone by its IANA name, in whatever case and with spaces for underscores."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        wanted = text.replace(" ", "_").casefold()
        if not wanted:
            return ""
        for zone in available_timezones():
            if zone.casefold() == wanted:
                return zone
        raise ValidationError(
            "“%(zone)s” is not a time zone. Choose one from the list, such as Europe/Zurich or "
            "Asia/Almaty.",
            params={"zone": text},
        )


def zones() -> list[str]:
    """The time zones offered: places, without the aliases kept for old machines."""
    old = ("Etc/", "posix", "right", "SystemV", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/")
    named = (zone for zone in available_timezones() if "/" in zone and not zone.startswith(old))
    return ["UTC", *sorted(named)]
