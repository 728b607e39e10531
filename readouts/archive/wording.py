"""What is wrong with a record, in the words of the desk: where it stands, what stands there, and
what would mend it."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from django_countries import countries

from readouts.archive.record_fields import fields_at, no_such_field
from readouts.models.partial_dates import Precision
from readouts.models.publication import Grade
from readouts.models.readout import Readout
from readouts.models.words import EncounterKind, Side

# Field, value and cure.
Words = tuple[str, str, str]
_LISTS = {
    "kind": EncounterKind,
    "side": Side,
    "precision": Precision,
    "grade": Grade,
    "origin": Readout.Origin,
}
_OF_THE_REGISTER = (
    "Write a key of the register, such as ana-example, or leave it out: the register is searched "
    "for the name then."
)
_EXAMPLES = {
    "time": "Write the time as HH:MM on the clock of the place, such as 09:30.",
    "country": "Write the ISO 3166 code of two capitals, such as KZ.",
    "sha256": "Write the SHA-256 as 64 digits and small letters a to f, or leave it out.",
    "address": "Write it as year/month/day/words, such as 2010/11/30/call-with-ana-example, or "
    "leave it out: the title makes one.",
    "official": _OF_THE_REGISTER,
    "organization": _OF_THE_REGISTER,
    "key": "Write a key of the register, such as trade.",
}
_DAY_OF_ENCOUNTER = (
    "Write the date as YYYY-MM-DD, such as 2010-11-30; a month as its first day, with “precision” "
    "“month”, a year as 1 January, with “year”."
)
_CURES = {
    "encoded datetime": "Write the moment with its zone, such as 2010-11-30T18:00:00Z.",
    "timezone": "Write the moment with its zone, such as 2010-11-30T18:00:00Z.",
    "encoded date": "Write the date as YYYY-MM-DD, such as 2010-11-30.",
    "base64": "Write the bytes in base64, or leave them out.",
    "` >= 1": "Write a whole number from 1.",
    "length >=": "It is too short. Fill it in, or leave it out.",
}
# Kinds of values as msgspec names them, and as people do.
_KINDS = {
    "str": "a text",
    "array": "a list",
    "object": "an object",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
    "date": "a date",
    "datetime": "a moment",
    "bytes": "bytes in base64",
}
_ANOTHER_KIND = re.compile(r"Expected `([^`]+)`, got `([^`]+)`")
_MESSAGE = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=$|[T ])", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LONGEST_VALUE = 60
# So many files or references are named in a sentence.
NAMED = 5


def explained(told: Any, message: str) -> tuple[Words, list[str | int]]:
    """What msgspec found, in the words of the desk; and the steps to where it found it."""
    match = _MESSAGE.fullmatch(message)
    what, path = (match["what"], match["path"] or "") if match else (message, "")
    steps = steps_to(path)
    if unknown := re.search(r"unknown field `(.*)`", what, re.DOTALL):
        steps.append(unknown[1])
        cure = no_such_field(steps)
    elif missing := re.search(r"missing required field `(.*)`", what):
        steps.append(missing[1])
        cure = f"It is missing. Add “{missing[1]}”."
    else:
        cure = _cure(steps, what)
        if _is_no_day(value_at(told, steps), what):
            cure = f"There is no such day. {cure}"
        elif steps[-1:] == ["country"] and (code := _code_of(value_at(told, steps))):
            cure = f"Write the ISO 3166 code of that country, {code}."
    return (_named(steps), shown(value_at(told, steps)), cure), steps


def unprintable(value: Any, *steps: str | int) -> Iterator[Words]:
    """Every text that holds a control character other than a line break or a tab: no database,
    feed or page can be trusted with one."""
    if isinstance(value, str) and _CONTROL.search(value):
        text = _CONTROL.sub("�", value)
        yield _named(list(steps)), shown(text), "It holds a control character. Remove it."
    elif isinstance(value, dict):
        for key, item in value.items():
            if _CONTROL.search(key):
                cure = "Its name holds a control character. Remove it."
                yield _named([*steps, _CONTROL.sub("�", key)]), "", cure
            yield from unprintable(item, *steps, key)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from unprintable(item, *steps, place)


def steps_to(place: str) -> list[str | int]:
    """The steps to a place as `_named` names it."""
    return [int(index) if index else key for index, key in _STEP.findall(place)]


def _named(steps: list[str | int]) -> str:
    """Steps as people read them: "encounters[0].date"."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return "".join(parts).removeprefix(".")


def _cure(steps: list[str | int], what: str) -> str:
    name = next((step for step in reversed(steps) if isinstance(step, str)), "")
    if "enum value" in what and name in _LISTS:
        return f"It is none of those known. Use one of {', '.join(_LISTS[name].values)}."
    if "matching regex" in what and name in _EXAMPLES:
        return _EXAMPLES[name]
    if name == "date" and "encoded date" in what:
        return _DAY_OF_ENCOUNTER
    if longest := re.search(r"length <= (\d+)", what):
        return f"It is longer than {longest[1]} characters. Shorten it."
    if other := _ANOTHER_KIND.match(what):
        wanted, told = _kind(other[1]), _KINDS.get(other[2], other[2])
        cure = _written_as(wanted, told, fields_at(steps))
        return f"{wanted.capitalize()} belongs here, and this is {told}. {cure}"
    cures = (cure for sign, cure in _CURES.items() if sign in what)
    return next(cures, f"{what.replace('`', '')}. Write what the format asks for.")


def _written_as(wanted: str, told: str, fields: list[str]) -> str:
    """How another kind of value is written, for who has not met JSON before."""
    if wanted == "a list":
        return "Write it in square brackets, with commas between several."
    if wanted == "an object" and fields:
        return f"Write it in braces, with fields of its own: {', '.join(fields)}."
    if wanted == "a text" and told in ("a whole number", "a number", "true or false"):
        return "Write it in quotation marks."
    if wanted == "a date":
        return "Write it in quotation marks as YYYY-MM-DD, such as 2010-11-30."
    return "Write it so."


def _code_of(value: Any) -> str:
    """The code of a country that is written as its name, or in small letters."""
    name = value.strip() if isinstance(value, str) else ""
    return str(countries.by_name(name) or countries.alpha2(name.upper()))


def _is_no_day(value: Any, what: str) -> bool:
    """Whether a date is written as it should be and names no day: 30 February."""
    if "encoded date" not in what or not isinstance(value, str) or not _DAY.match(value):
        return False
    try:
        datetime.date.fromisoformat(value[:10])
    except ValueError:
        return True
    return False


def _kind(named: str) -> str:
    """Kinds of values, such as "str | null", in words."""
    return " or ".join(_KINDS.get(name, name) for name in named.split(" | ") if name != "null")


def value_at(value: Any, steps: list[str | int]) -> Any:
    """What stands at the end of `steps`; None where they lead nowhere."""
    for step in steps:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return None
    return value


def listed(names: Sequence[str], count: int) -> str:
    """The first names of `count`, and how many there are besides."""
    rest = count - NAMED
    return ", ".join(names[:NAMED]) + (f" and {rest} more" if rest > 0 else "")


def shown(value: Any) -> str:
    """A value as people read it, cut where it is long; "" for nothing."""
    if value in (None, "", [], {}):
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text[:_LONGEST_VALUE] + ("…" if len(text) > _LONGEST_VALUE else "")
