"""Paging by key: a page begins below or above one readout, so that deep pages cost no more than
the first and nothing shifts while readouts are published.

An address names that readout by its date and reference, and no row by its number: pages of an
archive that was exported and loaded again are the same to the byte.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from readouts.models.publication import Publication

PAGE_SIZE = 25


@dataclass(frozen=True)
class Page:
    """Some rows of a list; `newer` and `older` are the parameters that lead on, or None."""

    rows: Sequence[Any] = ()
    newer: dict[str, str] | None = None
    older: dict[str, str] | None = None


class UnknownPlaceError(ValueError):
    """The address names no place in a list."""

    def __init__(self) -> None:
        super().__init__(
            "The end of this address, which says where in the list to begin, is damaged. "
            "Begin with the first page."
        )


def by_key(
    queryset: QuerySet[Any], data: Mapping[str, str], *, key: str = "pk", size: int = PAGE_SIZE
) -> Page:
    """The page that `before` or `after` in the address asks for, newest first.

    `queryset` has a column `date`; `key` names the column that orders rows of one day.
    Raises UnknownPlaceError for a place that cannot be read.
    """
    upwards = bool(data.get("after")) and not data.get("before")
    place = _place(data.get("after" if upwards else "before", ""))
    if place:
        date, number = place
        side, beyond = ("gte", "lte") if upwards else ("lte", "gte")
        queryset = queryset.filter(**{f"date__{side}": date})
        queryset = queryset.exclude(**{"date": date, f"{key}__{beyond}": number})
    order = ("date", key) if upwards else ("-date", f"-{key}")
    rows = list(queryset.order_by(*order)[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if upwards:
        rows.reverse()
    return _page(rows, key, newer=more if upwards else bool(place), older=upwards or more)


def by_number(rows: Sequence[Any], data: Mapping[str, str], *, size: int = PAGE_SIZE) -> Page:
    """The page of that number, for lists in order of fit; those are bounded.

    Raises UnknownPlaceError for what is no number of a page.
    """
    text = data.get("page") or "1"
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:6]) < 1000):  # noqa: PLR2004
        raise UnknownPlaceError
    number = int(text)
    found = list(rows[(number - 1) * size : number * size + 1])
    newer: dict[str, str] | None = {"page": str(number - 1)}
    if number <= 2:  # noqa: PLR2004 - the first page is the one without a number
        newer = {} if number > 1 else None
    return Page(found[:size], newer, {"page": str(number + 1)} if len(found) > size else None)


def _page(rows: list[Any], key: str, *, newer: bool, older: bool) -> Page:
    if not rows:
        return Page(rows)
    return Page(
        rows,
        {"after": _key(rows[0], key)} if newer else None,
        {"before": _key(rows[-1], key)} if older else None,
    )


def _key(row: Any, key: str) -> str:
    publication = row if key == "pk" else row.publication
    return f"{row.date:%Y-%m-%d}.{publication.reference}"


def _place(text: str) -> tuple[datetime.date, int] | None:
    """The date and the number of the row that an address names; the last version of a readout,
    whether it stands or was withdrawn since, says where its row is or was."""
    if not text:
        return None
    day, _, reference = text.partition(".")
    named = Publication.objects.filter(reference=reference.replace("\0", ""))
    number = named.order_by("-number").values_list("pk", flat=True).first()
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        raise UnknownPlaceError from None
    if number is None:
        raise UnknownPlaceError
    return date, number
