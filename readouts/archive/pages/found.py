"""A page as it was found: its bytes, its name, and the address and day if they are known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# A page larger than this is none: it is a recording, a database or an accident.
LARGEST = 20 * 2**20


@dataclass(frozen=True)
class Found:
    """The bytes of one page; `retrieved` is a day or moment in ISO form, `charset` the character
    set that its server declared, each "" where unknown."""

    name: str
    raw: bytes
    url: str = ""
    retrieved: str = ""
    charset: str = ""


@dataclass(frozen=True)
class Unreadable:
    """A page, or a line that names one, that could not be read; `reason` is for a person."""

    name: str
    reason: str


def read_file(path: Path, name: str, *, url: str = "", retrieved: str = "") -> Found | Unreadable:
    """Read one file, no larger than LARGEST bytes."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        return Unreadable(str(path), f"cannot be read: {error.strerror}.")
    if len(raw) > LARGEST:
        return Unreadable(str(path), f"is larger than {LARGEST // 2**20} MB and is no page.")
    return Found(name, raw, url=url, retrieved=retrieved)
