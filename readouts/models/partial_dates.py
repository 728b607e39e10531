"""Partial dates: a date (the first day of its period) with the precision that is known of it."""

from __future__ import annotations

import calendar
import datetime

from django.db import models
from django.db.models import F, Q


class Precision(models.TextChoices):
    DAY = "day", "day"
    MONTH = "month", "month"
    YEAR = "year", "year"


def last_day(date: datetime.date, precision: str) -> datetime.date:
    """The last day of the period that begins on `date`.

    >>> last_day(datetime.date(2012, 2, 1), "month")
    datetime.date(2012, 2, 29)
    """
    if precision == Precision.YEAR:
        return datetime.date(date.year, 12, 31)
    if precision == Precision.MONTH:
        return date.replace(day=calendar.monthrange(date.year, date.month)[1])
    return date


def printed(date: datetime.date | None, precision: str) -> str:
    """The date as a reader sees it: "30 November 2010", "November 2010" or "2010".

    House style S10: no leading zero, no ordinal; English, as all furniture of the desk.
    """
    if date is None:
        return ""
    month = calendar.month_name[date.month]
    if precision == Precision.YEAR:
        return str(date.year)
    if precision == Precision.MONTH:
        return f"{month} {date.year}"
    return f"{date.day} {month} {date.year}"


def consistent(date: str, precision: str, *, name: str) -> models.CheckConstraint:
    """The constraint that a month begins on its first day and a year on 1 January."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{date}__isnull": True})
        | Q(**{precision: Precision.DAY})
        | Q(**{precision: Precision.MONTH, f"{date}__day": 1})
        | Q(**{precision: Precision.YEAR, f"{date}__day": 1, f"{date}__month": 1}),
        violation_error_message=(
            "A date known to the month is written as its first day, "
            "one known to the year as 1 January."
        ),
    )


def in_order(start: str, end: str, end_precision: str, *, name: str) -> models.CheckConstraint:
    """The constraint that a term does not end before it begins, whatever the precisions."""
    same_year = Q(**{f"{end}__year": F(f"{start}__year")})
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{start}__isnull": True})
        | Q(**{f"{end}__isnull": True})
        | Q(**{f"{end}__gte": F(start)})
        | (Q(**{end_precision: Precision.YEAR}) & same_year)
        | (
            Q(**{end_precision: Precision.MONTH, f"{end}__month": F(f"{start}__month")}) & same_year
        ),
        violation_error_message="The end lies before the beginning.",
    )
