"""Between an archive record and the versions it tells of, both ways."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from django.utils import timezone
from msgspec import UNSET

from readouts.archive.records import (
    TOLD_APART,
    Correction,
    Earlier,
    EncounterPart,
    Record,
    Source,
    Withdrawn,
)
from readouts.archive.shapes import shape_of
from readouts.editorial.series import Version, Withdrawal
from readouts.models.publication import Grade, Publication
from readouts.models.readout import Readout
from readouts.models.words import EncounterKind

# The note of a correction whose text was removed; a correction has one, and it may quote the text.
_REMOVED = "The text was removed."

# --- from a record to shapes --------------------------------------------------------------------


def versions_of(record: Record) -> list[Version]:
    """All versions in order, with the moment each was issued, its source, and the withdrawal of
    each but the last (`withdrawal_of`). Only the register rows that the record names by key are
    named; see `shape_of`."""
    corrections = {correction.number: correction for correction in record.corrections}
    then = {earlier.number: earlier for earlier in record.earlier}
    versions = []
    for number in range(1, len(then) + 2):
        correction = corrections.get(number)
        at, hour_known = (correction.at, True) if correction else _first_issued(record, then.get(1))
        told = _as_told(record, then[number]) if number in then else record
        shape = shape_of(told, note=correction.note if correction else "")
        grade = correction.grade if correction and correction.grade else ""
        versions.append(
            Version(
                shape,
                at,
                str(grade),
                hour_known=hour_known,
                place=told.place,
                source=public_source(told.source),
                withdrawal=_withdrawal(then[number].withdrawn) if number in then else None,
            )
        )
    return versions


def _as_told(record: Record, earlier: Earlier) -> Record:
    """The record as an earlier version read."""
    told = {name: getattr(earlier, name) for name in TOLD_APART}
    return msgspec.structs.replace(
        record, **{name: value for name, value in told.items() if value is not UNSET}
    )


def _first_issued(record: Record, first: Earlier | None) -> tuple[datetime.datetime, bool]:
    """The moment of first issue, and whether its hour is known; where it is not, the beginning, on
    the office's clock, of the day of issue, or failing that of the first dated encounter."""
    if moment := record.published_at or (first and first.published_at):
        return moment.astimezone(datetime.UTC), True
    day = record.published_on or (first.published_on if first else None) or record.issued
    return beginning_of(day, *(encounter.date for encounter in record.encounters)), False


def beginning_of(*days: datetime.date | None) -> datetime.datetime:
    """The beginning, on the office's clock, of the first of these days that is known."""
    day = next(filter(None, days), datetime.date(1, 1, 2))
    midnight = datetime.datetime.combine(day, datetime.time())
    return timezone.make_aware(midnight, timezone.get_default_timezone()).astimezone(datetime.UTC)


def withdrawal_of(record: Record) -> Withdrawal | None:
    """The withdrawal under which the last version stands, if it was withdrawn."""
    return _withdrawal(record.withdrawn)


def is_notice(record: Record) -> bool:
    """Whether the text was removed, so that the record need not be a whole readout."""
    return record.withdrawn is not None and record.withdrawn.text_removed


def public_source(source: Source | None) -> dict[str, Any]:
    """What the public is told of a source: everything but its bytes; {} where nothing is known."""
    told = msgspec.structs.asdict(source) if source else {}
    return {name: value for name, value in told.items() if value and name != "raw"}


def _withdrawal(told: Withdrawn | None) -> Withdrawal | None:
    return Withdrawal(told.at, told.reason, told.text_removed) if told else None


# --- from publications to a record --------------------------------------------------------------


def record_of(
    versions: Sequence[Publication], place_now: Callable[[str, str], str] | None = None
) -> Record:
    """The record of one readout from all its publications in order; the inverse of loading.

    Loading the record makes the same publications again. Sources are told without their bytes,
    and of a text that was removed the record tells what its notice does. `place_now` gives the
    place as it would be printed today from city and country; places that were printed otherwise
    are told as well.
    """
    last = versions[-1]
    record = _record(last, place_now)
    first = (last.first_published_at, last.first_published_hour_known)
    record.published_at, record.published_on = _moment_or_day(*first)
    record.corrections = [
        Correction(row.number, row.published_at, row.note, Grade(row.grade) if row.grade else None)
        for row in versions[1:]
    ]
    record.earlier = [_earlier(row, record, place_now) for row in versions[:-1]]
    record.withdrawn = _withdrawn(last)
    return notice_of(record) if is_notice(record) else record


def _moment_or_day(
    at: datetime.datetime, hour_known: bool
) -> tuple[datetime.datetime | None, datetime.date | None]:
    """A moment of issue, or where its hour is not known the day of it, the inverse of
    `beginning_of`."""
    return (at, None) if hour_known else (None, timezone.localtime(at).date())


def notice_of(record: Record) -> Record:
    """What the public is still told of a readout whose text was removed."""
    first = next(encounter for encounter in record.encounters if encounter.date)
    return Record(
        record.reference,
        record.origin,
        record.address,
        record.language,
        record.translation_of,
        record.title,
        published_at=record.published_at,
        published_on=record.published_on,
        encounters=[EncounterPart(EncounterKind.OTHER, date=first.date, precision=first.precision)],
        corrections=[Correction(told.number, told.at, _REMOVED) for told in record.corrections],
        earlier=[
            Earlier(told.number, told.published_at, told.published_on) for told in record.earlier
        ],
        withdrawn=record.withdrawn,
    )


def _record(row: Publication, place_now: Callable[[str, str], str] | None) -> Record:
    """One version alone."""
    shape = row.shape
    told = {name: shape[name] for name in Record.__struct_fields__ if name in shape}
    for name in ("organizations", "topics"):
        told[name] = [named if named["key"] else named["name"] for named in shape[name]]
    record = msgspec.convert(told, Record)
    record.origin = Readout.Origin.ARCHIVE if row.is_archive else Readout.Origin.OFFICE
    record.address = row.address
    if place_now and row.place != place_now(row.city, row.country):
        record.place = row.place
    record.source = _source(row.source)
    return record


def _source(told: dict[str, Any]) -> Source | None:
    """A source as it was told; what was read where in one order, for every database and every
    fixture keeps it in another."""
    if not told:
        return None
    return Source(**told | {"fields": dict(sorted(told.get("fields", {}).items()))})


def _earlier(
    row: Publication, record: Record, place_now: Callable[[str, str], str] | None
) -> Earlier:
    """What read differently in an earlier version."""
    told = _record(row, place_now)
    then = {
        name: getattr(told, name)
        for name in TOLD_APART
        if getattr(told, name) != getattr(record, name)
    }
    if "source" in then:
        then["source"] = then["source"] or Source()
    issued = _moment_or_day(row.published_at, row.published_hour_known)
    return Earlier(row.number, *issued, _withdrawn(row), **then)


def _withdrawn(row: Publication) -> Withdrawn | None:
    if row.withdrawn_at is None:
        return None
    return Withdrawn(row.withdrawn_at, row.withdrawal_reason, row.text_removed)


def line_of(record: Record) -> bytes:
    """A record as one line of a JSON Lines file, without the line break."""
    return msgspec.json.encode(record)
