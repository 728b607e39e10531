"""What every format gives: one object after the other, each with the line it begins on."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import msgspec

from readouts.archive.wording import Words, shown

# An object beyond this is refused, and never held whole.
LARGEST = 64 * 1024 * 1024
TOO_LARGE: Words = (
    "",
    "",
    f"It is larger than {LARGEST // 1024 // 1024} MiB. Is a quotation mark, bracket or line break "
    "missing?",
)
DEEPEST = 40
TOO_DEEP: Words = ("", "", f"It is nested more than {DEEPEST} levels deep. Write it plainly.")

# A string of JSON, and the colon by which it is a key.
_STRINGS = re.compile(rb'"(?:[^"\\]++|\\.)*+"(\s*+:)?+', re.DOTALL)
# Where no colon stands away from its key, and no quotation mark is written as a number, keys can be
# counted without reading string by string.
_AWAY = re.compile(rb'"\s+:')
_MARK_AS_NUMBER = rb"\u0022"
_ALIKE = bytes.maketrans(b"123456789\t\n\r", b"000000000   ")  # digits, and spaces
_TOO_LONG_A_NUMBER = b"0" * 19


@dataclass(frozen=True, slots=True)
class Item:
    """One object as plain data; where it cannot be read, `problem` says why."""

    number: int
    # Its own bytes as one line of JSON, as far as it can be written so.
    raw: bytes
    told: dict[str, Any] | None
    problem: Words | None = None


def item_of(raw: bytes, number: int) -> Item:
    """The object that some bytes of JSON hold; `number` is the line they begin on."""
    line = raw.replace(b"\r", b" ").replace(b"\n", b" ").strip()
    try:
        raw.decode("utf-8")
        told = msgspec.json.decode(raw)
        is_sound = _is_surely_sound(raw, told)
        keys = 0 if is_sound else keys_in(told)
    except UnicodeDecodeError as error:
        cure = f"It is not UTF-8{_line_of(raw, number, error.start)}. Save the file as UTF-8."
        return Item(number, line, None, ("", "", cure))
    except RecursionError:
        return Item(number, line, None, TOO_DEEP)
    except ValueError as error:
        return Item(number, line, None, ("", "", _not_json(raw, number, str(error))))
    if not isinstance(told, dict):
        cure = "A record is a JSON object. Write one object a line."
        return Item(number, line, None, ("", shown(told), cure))
    if b"\n" in raw:
        line = msgspec.json.format(raw, indent=-1)
    if not is_sound and keys != sum(map(bool, _STRINGS.findall(raw))):
        return Item(number, line, None, _twice(raw))
    return Item(number, line, told)


def _is_surely_sound(raw: bytes, told: Any) -> bool:
    """Whether data is surely not too deep, holds no number too large and lost no key that was
    there twice; most lines are, at a fraction of the cost of looking at every value."""
    alike = raw.translate(_ALIKE)
    is_odd = (
        raw.count(b"[") + raw.count(b"{") > DEEPEST
        or _TOO_LONG_A_NUMBER in alike
        or _MARK_AS_NUMBER in raw
        or (b'" ' in alike and _AWAY.search(raw))
    )
    return not is_odd and raw.count(b'":') == msgspec.json.encode(told).count(b'":')


def keys_in(value: Any, depth: int = 0) -> int:
    """How many keys plain data has. Raises RecursionError below DEEPEST levels, ValueError for a
    number no database takes."""
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise ValueError("a number is too large")
    if isinstance(value, dict):
        return len(value) + sum(keys_in(item, depth + 1) for item in value.values())
    if isinstance(value, list):
        return sum(keys_in(item, depth + 1) for item in value)
    return 0


def _not_json(raw: bytes, number: int, message: str) -> str:
    place = re.search(r" ?\(byte (\d+)\)", message)
    where = _line_of(raw, number, int(place[1])) if place else ""
    what = message.replace(place[0], "") if place else message.partition(" - at ")[0]
    return f"It is not JSON{where} ({what}). Mend it."


def _line_of(raw: bytes, number: int, byte: int) -> str:
    """Where in a file a byte of an object stands, for a person to find it."""
    before = raw[:byte]
    column = byte - (before.rfind(b"\n") + 1) + 1
    lines = before.count(b"\n")
    return f" at byte {column} of line {number + lines}" if lines else f" at byte {column}"


def _twice(raw: bytes) -> Words:
    """Which key an object has twice; of such a pair most readers keep the last in silence."""
    twice: list[str] = []

    def look(pairs: list[tuple[str, Any]]) -> None:
        names = [name for name, _ in pairs]
        twice.extend(name for name in names if names.count(name) > 1)

    json.loads(raw, object_pairs_hook=look)
    return twice[0], "", "This key is there twice in one object. Keep one of the two."
