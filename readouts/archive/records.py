"""The archive record, the exchange form of one readout: its shape in plain words, plus its
earlier versions and its source. Here a record becomes shapes, and shapes a record.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from django.utils import timezone
from msgspec import UNSET, Meta, Struct, UnsetType, field

from readouts.editorial import body
from readouts.editorial.content import EncounterShape, Shape
from readouts.editorial.publishing import Version, Withdrawal
from readouts.models.partial_dates import Precision
from readouts.models.publication import Grade, Publication
from readouts.models.source import SourceRecord
from readouts.models.words import EncounterKind, Side

# As long as the columns that keep them (a test compares).
Reference = Annotated[str, Meta(min_length=1, max_length=120)]
Title = Annotated[str, Meta(max_length=400)]
Name = Annotated[str, Meta(max_length=200)]
Words = Annotated[str, Meta(max_length=300)]
City = Annotated[str, Meta(max_length=120)]
Country = Annotated[str, Meta(pattern="^([A-Z]{2})?$")]
Mention = Annotated[str, Meta(min_length=1, max_length=300)]
Subject = Annotated[str, Meta(min_length=1, max_length=120)]
Tag = Annotated[str, Meta(min_length=1, max_length=100)]
TimeOfDay = Annotated[str, Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Moment = Annotated[datetime.datetime, Meta(tz=True)]
Number = Annotated[int, Meta(ge=1)]


class Fields(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What every part of a record shares: no key but those named, and no key that says nothing."""


class Person(Fields):
    """The principal, as printed."""

    name: Name = ""
    title: Words = ""
    organization: Words = ""


class Participant(Fields):
    """One who took part, as printed; known by office alone where the name is empty."""

    name: Name = ""
    honorific: Annotated[str, Meta(max_length=80)] = ""
    title: Words = ""
    organization: Words = ""
    side: Side = Side.COUNTERPART


class Place(Fields):
    city: City = ""
    country: Country = ""


class EncounterPart(Fields):
    """One encounter; a date known to the month or year is the first day of it."""

    kind: EncounterKind = EncounterKind.MEETING
    date: datetime.date | None = None
    precision: Precision = Precision.DAY
    time: TimeOfDay | None = None
    zone: Annotated[str, Meta(max_length=60)] = ""
    city: City = ""
    country: Country = ""
    occasion: Words = ""
    participants: list[Participant] = []


class Markup(Fields):
    """A block of the body that needs markup."""

    html: str


class Correction(Fields):
    """What version `number` corrects, and when it was issued."""

    number: Number
    at: Moment
    note: Annotated[str, Meta(min_length=1)]
    grade: Grade | None = None


class Earlier(Fields):
    """An earlier version: only the keys that read differently then."""

    number: Number
    published_at: Moment | None = None
    title: Title | UnsetType = UNSET
    principal: Person | UnsetType = UNSET
    issued: datetime.date | None | UnsetType = UNSET
    dateline: Place | UnsetType = UNSET
    encounters: list[EncounterPart] | UnsetType = UNSET
    organizations: list[Mention] | UnsetType = UNSET
    topics: list[Subject] | UnsetType = UNSET
    tags: list[Tag] | UnsetType = UNSET
    body: list[str | Markup] | UnsetType = UNSET


class Withdrawn(Fields):
    """When and why the text was withdrawn, and whether it was removed from its page."""

    at: Moment
    reason: Annotated[str, Meta(min_length=1)]
    text_removed: bool = False


class Source(Fields):
    """Where the record came from; `raw` is the source byte for byte, as base64."""

    file: Annotated[str, Meta(max_length=500)] = ""
    url: Annotated[str, Meta(max_length=1000)] = ""
    retrieved: Annotated[str, Meta(max_length=40)] = ""
    sha256: Annotated[str, Meta(pattern="^([0-9a-f]{64})?$")] = ""
    layout: Annotated[str, Meta(max_length=60)] = ""
    fields: dict[str, Any] = {}
    warnings: list[str] = []
    raw: bytes | None = None


class Record(Fields):
    """One readout of an archive."""

    reference: Reference
    language: Annotated[str, Meta(max_length=12)] = "en"
    translation_of: Annotated[str, Meta(max_length=120)] = ""
    title: Title = ""
    principal: Person = field(default_factory=Person)
    issued: datetime.date | None = None
    dateline: Place = field(default_factory=Place)
    published_at: Moment | None = None
    encounters: list[EncounterPart] = []
    organizations: list[Mention] = []
    topics: list[Subject] = []
    tags: list[Tag] = []
    body: list[str | Markup] = []
    corrections: list[Correction] = []
    earlier: list[Earlier] = []
    withdrawn: Withdrawn | None = None
    source: Source | None = None


# --- from a record to shapes --------------------------------------------------------------------

_TOLD_APART = Earlier.__struct_fields__[2:]


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
    told = {name: getattr(earlier, name) for name in _TOLD_APART}
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
        "principal": {**_plain(record.principal), "register": {}},
        "issued": record.issued.isoformat() if record.issued else None,
        "dateline": _plain(record.dateline),
        "encounters": [_encounter_shape(encounter) for encounter in record.encounters],
        "organizations": [{"key": "", "name": name} for name in record.organizations],
        "topics": [{"key": "", "name": name} for name in record.topics],
        "tags": sorted({tag.casefold(): tag for tag in reversed(record.tags)}.values()),
        "body": _canonical(record.body),
        "note": note,
    }


def _encounter_shape(encounter: EncounterPart) -> EncounterShape:
    return {
        **_plain(encounter),
        "participants": [{**_plain(person), "register": {}} for person in encounter.participants],
    }


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
        for name in _TOLD_APART
        if getattr(told, name) != getattr(record, name)
    }
    return Earlier(row.number, row.published_at, **then)


def line_of(record: Record) -> bytes:
    """A record as one line of a JSON Lines file, without the line break."""
    return msgspec.json.encode(record)
