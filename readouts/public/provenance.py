"""Where an archive record came from, as its page tells it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from readouts.models.partial_dates import Precision, printed

_STEP = re.compile(r"([^.\[\]]+)(?:\[(\d{1,6})\])?")
_ORIGINS = {
    "printed": "As printed",
    "title": "Read in the title",
    "body": "Read in the body",
    "address": "Read in the address",
    "label": "Read in a label",
    "neighbour": "Taken from beside it",
    "register": "Taken from the register",
}


@dataclass(frozen=True)
class Provenance:
    """The source of an archive record: `url` is "" unless it may be followed from a page."""

    address: str
    url: str
    captured: str
    warnings: list[str]
    # What only those ask for who check: name and value.
    details: list[tuple[str, str]]


def provenance(source: dict[str, Any]) -> Provenance | None:
    """What a publication's source says; None where nothing is known of it."""
    if not source:
        return None
    address = str(source.get("url", ""))
    details = [
        ("File", source.get("file", "")),
        ("Page layout", source.get("layout", "")),
        ("SHA-256 of the file", source.get("sha256", "")),
        *_origins(source.get("fields", {})),
    ]
    return Provenance(
        address=address,
        url=address if _may_be_followed(address) else "",
        captured=_day(str(source.get("retrieved", ""))),
        warnings=[str(warning) for warning in source.get("warnings", [])],
        details=[(name, value) for name, value in details if value],
    )


def _origins(fields: dict[str, Any]) -> list[tuple[str, str]]:
    """Where fields were read, by origin: ("Read in the body", "issued, date of encounter 1")."""
    found: dict[str, list[str]] = {}
    # PostgreSQL keeps no order of keys.
    for path, origin in sorted(fields.items()):
        found.setdefault(str(origin), []).append(_in_words(path))
    return [(_ORIGINS.get(origin, origin), ", ".join(names)) for origin, names in found.items()]


def _in_words(path: str) -> str:
    """A field as a reader names it: "encounters[0].date" is "date of encounter 1"."""
    steps = _STEP.findall(path)
    return " of ".join(
        f"{name.removesuffix('s')} {int(place) + 1}" if place else name.replace("_", " ")
        for name, place in reversed(steps)
    )


def _may_be_followed(address: str) -> bool:
    """Whether an address that a file told leads to a page, and runs nothing here."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _day(moment: str) -> str:
    """The day of a moment of capture, on the clock it was told in; where it is none, as told."""
    try:
        return printed(datetime.datetime.fromisoformat(moment).date(), Precision.DAY)
    except ValueError:
        return moment
