"""Reading archive files: every line a record, and everything wrong with any of them in sentences
that name file, line, field and cure."""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any
from zoneinfo import available_timezones

import msgspec
from msgspec import UNSET

from readouts.archive import records
from readouts.archive.records import Record
from readouts.archive.versions import is_notice, versions_of
from readouts.archive.wording import Words, explained, shown, steps_to, unprintable, value_at
from readouts.editorial import shape
from readouts.editorial.series import Version
from readouts.models.partial_dates import Precision

_ZONES = available_timezones()
# In JSON as it is written anew: every control character but line breaks and tabs.
_NEEDS_A_LOOK = re.compile(rb"\\(?:u00|b|f)")
_DECODER = msgspec.json.Decoder(Record)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What stands in for a missing value while the rest is looked at.
_HARMLESS: dict[str, Any] = {
    "reference": "–",
    "number": 1,
    "at": "2000-01-01T00:00:00Z",
    "note": "–",
    "reason": "–",
    "html": "",
}


@dataclass(frozen=True)
class Problem:
    """What is wrong at one place of one file, and what to do about it."""

    file: str
    line: int
    field: str
    value: str
    cure: str
    # The reference of the record, where it can be read.
    reference: str = ""

    def plain(self) -> dict[str, Any]:
        """The problem as plain data, for a machine."""
        return {**asdict(self), "sentence": str(self)}

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        where += f", {self.field}" if self.field else ""
        told = f"“{self.value}”"
        return f"{where}: {f'{told} – ' if self.value and told not in self.cure else ''}{self.cure}"


def checked(told: dict[str, Any]) -> tuple[Record | None, list[Words], list[Version]]:
    """As `parse`, and what keeps the record from being a whole readout is found too; with the
    versions a good record tells of."""
    record, found = parse(told)
    if found or record is None:
        return record, found, []
    if found := list(_number_problems(record)):
        return record, found, []
    versions = versions_of(record)
    return record, _contradictions(record, versions), versions


def parse(told: dict[str, Any]) -> tuple[Record | None, list[Words]]:
    """The record of plain data, or None where a field cannot be read; and what is wrong with its
    fields, as field, value and cure. Whether it is a whole readout is not asked here.

    What is wrong is taken out and the rest looked at again, so that nothing hides behind it.
    """
    told = _days_apart(told)
    whole = _at_once(told)
    if whole is not None:
        return whole, list(_problems_of(whole))
    rest = _without_unknown(told)
    told = copy.deepcopy(rest)
    found: dict[str, Words] = {words[0]: words for words in unprintable(told)}
    while True:
        try:
            record = msgspec.convert(rest, Record)
        except msgspec.ValidationError as error:
            words, steps = explained(told, str(error))
            if not _hidden(words[0], found):
                found[words[0]] = words
            try:
                _mend(rest, steps, str(error))
            except (LookupError, TypeError):
                # The name of a field may read like a place; what hides behind it stays unseen.
                break
        else:
            break
    if found:
        return None, sorted(found.values())
    return record, list(_problems_of(record))


def _days_apart(told: dict[str, Any]) -> dict[str, Any]:
    """A bare day where a moment of issue is asked for says that nobody knows the hour."""
    if isinstance(earlier := told.get("earlier"), list):
        told = {**told, "earlier": [_day_apart(part) for part in earlier]}
    return _day_apart(told)


def _day_apart(part: Any) -> Any:
    moment = part.get("published_at") if isinstance(part, dict) else None
    if isinstance(moment, str) and _is_day(moment) and not part.get("published_on"):
        part = {**part, "published_on": moment}
        del part["published_at"]
    return part


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False  # the moment is refused then, with its cure
    return True


def _at_once(told: dict[str, Any]) -> Record | None:
    """The record of data in which nothing is unprintable or wrong, as in most lines; None for a
    closer look."""
    try:
        written = msgspec.json.encode(told)
        if (b"\\" in written and _NEEDS_A_LOOK.search(written)) or b"\x7f" in written:
            return None
        if b"null" in written:
            return msgspec.convert(_without_unknown(told), Record)
        return _DECODER.decode(written)  # in half the time that plain data takes
    except (ValueError, TypeError, RecursionError):
        return None


def _hidden(name: str, found: Iterable[str]) -> bool:
    """Whether something was found about this place already, or about what it is a part of."""
    return any(name == other or name.startswith((f"{other}.", f"{other}[")) for other in found)


def _mend(told: Any, steps: list[str | int], message: str) -> None:
    """Put something harmless where a message points, or take away what stands there."""
    holder = value_at(told, steps[:-1])
    if "missing required" in message:
        holder[steps[-1]] = _HARMLESS[str(steps[-1])]
    elif isinstance(steps[-1], int):
        # A list keeps its length, so that what follows keeps its place.
        holder[steps[-1]] = "–" if "str" in message.partition(", got")[0] else {}
    else:
        del holder[steps[-1]]


def _contradictions(record: Record, versions: list[Version]) -> list[Words]:
    """What keeps a record whose every field is well written from being made public."""
    found: list[Words] = []
    moments = [version.at for version in versions]
    if record.withdrawn:
        moments.append(record.withdrawn.at)
    if moments != sorted(moments):
        cure = "A later version is dated before an earlier one. Mend the moments."
        found.append(("corrections", "", cure))
    for number, version in enumerate(versions, start=1):
        for place, sentence in shape.faults(version.shape, text_removed=is_notice(record)):
            found.append((_told_at(record, number, place), _value_of(version, place), sentence))
    return list(dict.fromkeys(found))


def _value_of(version: Version, place: str) -> str:
    """What a version tells at a place, if that is a word or a day."""
    value = value_at(version.shape, steps_to(place))
    return shown(value) if isinstance(value, str) else ""


def _told_at(record: Record, number: int, place: str) -> str:
    """Where a record tells what stands at a place of one of its versions: an earlier one tells
    only what read differently then."""
    for order, earlier in enumerate(record.earlier):
        name = re.split(r"[.\[]", place, maxsplit=1)[0]
        if earlier.number == number and getattr(earlier, name, UNSET) is not UNSET:
            return f"earlier[{order}].{place}"
    return place


def _number_problems(record: Record) -> Iterator[Words]:
    count = len(record.earlier) + 1
    if sorted(earlier.number for earlier in record.earlier) != list(range(1, count)):
        cure = f"Earlier versions are numbered 1 to {count - 1}, each once."
        yield "earlier", shown([earlier.number for earlier in record.earlier]), cure
    numbers = sorted(correction.number for correction in record.corrections)
    if numbers != list(range(2, count + 1)):
        cure = (
            "Each version after the first has one correction, and the text of each version before "
            "the last stands in “earlier”. Add what is missing, or leave the correction out."
        )
        yield "corrections", shown(numbers), cure


def _problems_of(record: Record) -> Iterator[Words]:
    """What is wrong in fields that can be read each by itself."""
    yield from _moment_problems(record)
    yield from _encounter_problems(record)
    source = record.source
    if source and source.raw and source.sha256 not in ("", own := sha256(source.raw).hexdigest()):
        cure = f"The bytes in “raw” have another, {own}. Mend it, or leave it out."
        yield "source.sha256", source.sha256, cure


def _moment_problems(record: Record) -> Iterator[Words]:
    """Days and moments so near the ends of the calendar that another zone has none for them."""
    told: dict[str, datetime.date | None] = {
        "issued": record.issued,
        "published_at": record.published_at,
        "published_on": record.published_on,
        "withdrawn.at": record.withdrawn.at if record.withdrawn else None,
    }
    told |= {f"encounters[{n}].date": part.date for n, part in enumerate(record.encounters)}
    told |= {f"corrections[{n}].at": part.at for n, part in enumerate(record.corrections)}
    for place, part in enumerate(record.earlier):
        told[f"earlier[{place}].published_at"] = part.published_at
        told[f"earlier[{place}].published_on"] = part.published_on
        told[f"earlier[{place}].issued"] = part.issued or None
        for number, encounter in enumerate(part.encounters or ()):
            told[f"earlier[{place}].encounters[{number}].date"] = encounter.date
    for name, day in told.items():
        if day and not datetime.MINYEAR < day.year < datetime.MAXYEAR:
            yield name, day.isoformat(), "There was no such year. Mend the date."


def _encounter_problems(record: Record) -> Iterator[Words]:
    for number, encounter in enumerate(record.encounters):
        where = f"encounters[{number}]"
        if encounter.date and not _is_first_day(encounter):
            cure = "A month is written as its first day, a year as 1 January."
            yield f"{where}.date", str(encounter.date), cure
        if encounter.zone and encounter.zone not in _ZONES:
            cure = "There is no such time zone. Use an IANA name such as Asia/Almaty."
            yield f"{where}.zone", encounter.zone, cure
        if encounter.time and not (
            encounter.date and encounter.precision == Precision.DAY and encounter.zone
        ):
            cure = "A time needs an exact day and a time zone. Add them, or leave the time out."
            yield f"{where}.time", encounter.time, cure


def _is_first_day(encounter: records.EncounterPart) -> bool:
    day, precision = encounter.date, encounter.precision
    if day is None or precision == Precision.DAY:
        return True
    return day.day == 1 and (precision == Precision.MONTH or day.month == 1)


def _without_unknown(value: Any) -> Any:
    """Null says the same as a field left out; but an earlier version may say that it had no date
    of issue where the last one has."""
    if isinstance(value, dict):
        return {
            key: item if isinstance(item, str) else _without_unknown(item)
            for key, item in value.items()
            if item is not None or key == "issued"
        }
    return [_without_unknown(item) for item in value] if isinstance(value, list) else value
