"""Between an archive record and the versions it tells of, both ways."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import msgspec
from django.utils import timezone
from msgspec import UNSET

from readouts.archive.records import (
    TOLD_APART,
    Correction,
    Earlier,
    EncounterPart,
    Fields,
    Markup,
    Record,
    Source,
    Withdrawn,
)
from readouts.editorial import body
from readouts.editorial.publishing import Version, Withdrawal
from readouts.editorial.shape import Shape
from readouts.models.publication import Grade, Publication
from readouts.models.source import SourceRecord

# --- from a record to shapes --------------------------------------------------------------------


def versions_of(record: Record) -> list[Version]:
    """All versions in order, with the moment each was issued; register rows are still unnamed."""
    corrections = {correction.number: correction for correction in record.corrections}
    then = {earlier.number: earlier for earlier in record.earlier}
    versions = []
    for number in range(1, len(then) + 2):
        correction = corrections.get(number)
        at = correction.at if correction else _first_issued(record, then.get(1))
        told = _as_told(record, then[number]) if number in then else record
        shape = shape_of(told, note=correction.note if correction else "")
        grade = correction.grade if correction and correction.grade else ""
        versions.append(Version(shape, at, str(grade)))
    return versions


def _as_told(record: Record, earlier: Earlier) -> Record:
    """The record as an earlier version read."""
    told = {name: getattr(earlier, name) for name in TOLD_APART}
    return msgspec.structs.replace(
        record, **{name: value for name, value in told.items() if value is not UNSET}
    )


def _first_issued(record: Record, first: Earlier | None) -> datetime.datetime:
    """The moment of first issue; where only a day is known, the beginning of it on the office's
    clock: the day of issue, or failing that the day of the first dated encounter."""
    if moment := record.published_at or (first and first.published_at):
        return moment.astimezone(datetime.UTC)
    days = [record.issued, *(encounter.date for encounter in record.encounters)]
    day = next(filter(None, days), datetime.date(1, 1, 2))
    midnight = datetime.datetime.combine(day, datetime.time())
    return timezone.make_aware(midnight, timezone.get_default_timezone()).astimezone(datetime.UTC)


def withdrawal_of(record: Record) -> Withdrawal | None:
    told = record.withdrawn
    return Withdrawal(told.at, told.reason, told.text_removed) if told else None


def shape_of(record: Record, note: str = "") -> Shape:
    """The shape a record tells of; organizations and topics are named and have no keys yet."""
    return {
        "reference": record.reference,
        "language": record.language,
        "translation_of": record.translation_of,
        "title": " ".join(record.title.split()),
        "principal": _plain(record.principal) | {"register": {}},
        "issued": record.issued.isoformat() if record.issued else None,
        "dateline": _plain(record.dateline),
        "encounters": [_encounter_shape(encounter) for encounter in record.encounters],
        "organizations": [{"key": "", "name": name} for name in record.organizations],
        "topics": [{"key": "", "name": name} for name in record.topics],
        "tags": sorted({tag.casefold(): tag for tag in reversed(record.tags)}.values()),
        "body": _canonical(record.body),
        "note": note,
    }


def _encounter_shape(encounter: EncounterPart) -> Any:
    participants = [_plain(person) | {"register": {}} for person in encounter.participants]
    return _plain(encounter) | {"participants": participants}


def _canonical(blocks: list[str | Markup]) -> list[body.Block]:
    told: list[body.Block] = [
        block if isinstance(block, str) else {"html": block.html} for block in blocks
    ]
    return body.blocks(body.markup_of(told))


def _plain(part: Fields) -> Any:
    """Every field of a part as plain data, those that say nothing included."""
    return {name: msgspec.to_builtins(getattr(part, name)) for name in part.__struct_fields__}


# --- from publications to a record --------------------------------------------------------------


def record_of(versions: Sequence[Publication], source: SourceRecord | None = None) -> Record:
    """The record of one readout from all its publications in order; the inverse of loading.

    Loading the record makes the same publications again. `source` is told without its raw bytes.
    """
    last = versions[-1]
    record = _record(last.shape)
    record.published_at = last.first_published_at
    record.corrections = [
        Correction(row.number, row.published_at, row.note, Grade(row.grade) if row.grade else None)
        for row in versions[1:]
    ]
    record.earlier = [_earlier(row, record) for row in versions[:-1]]
    if last.withdrawn_at:
        record.withdrawn = Withdrawn(last.withdrawn_at, last.withdrawal_reason, last.text_removed)
    if source:
        told = {name: getattr(source, name) for name in Source.__struct_fields__ if name != "raw"}
        record.source = Source(**told)
    return record


def _record(shape: Any) -> Record:
    told = {name: shape[name] for name in Record.__struct_fields__ if name in shape}
    told["principal"] = _without_keys(shape["principal"])
    told["encounters"] = [
        {**encounter, "participants": [_without_keys(p) for p in encounter["participants"]]}
        for encounter in shape["encounters"]
    ]
    for name in ("organizations", "topics"):
        told[name] = [row["name"] for row in shape[name]]
    return msgspec.convert(told, Record)


def _without_keys(person: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in person.items() if name != "register"}


def _earlier(row: Publication, record: Record) -> Earlier:
    """What read differently in an earlier version."""
    told = _record(row.shape)
    then = {
        name: getattr(told, name)
        for name in TOLD_APART
        if getattr(told, name) != getattr(record, name)
    }
    return Earlier(row.number, row.published_at, **then)


def line_of(record: Record) -> bytes:
    """A record as one line of a JSON Lines file, without the line break."""
    return msgspec.json.encode(record)
