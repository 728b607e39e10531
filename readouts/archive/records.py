"""The archive record, the exchange form of one readout: its shape in plain words, plus its
earlier versions and its source. `archive.versions` goes between a record and its versions.

What an export adds, and a loader may leave out: where the text began (`origin`), its permanent
address, and the register rows by key, so that what is loaded again is the same to the byte.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType, field

from readouts.models.partial_dates import Precision
from readouts.models.publication import Grade
from readouts.models.readout import Readout
from readouts.models.words import EncounterKind, Side

# As long as the columns that keep them (a test compares).
Reference = Annotated[str, Meta(min_length=1, max_length=120)]
Title = Annotated[str, Meta(max_length=400)]
Name = Annotated[str, Meta(max_length=200)]
Words = Annotated[str, Meta(max_length=300)]
City = Annotated[str, Meta(max_length=120)]
Country = Annotated[str, Meta(pattern="^([A-Z]{2})?$")]
Language = Annotated[str, Meta(max_length=12)]
Original = Annotated[str, Meta(max_length=120)]
PlaceName = Annotated[str, Meta(max_length=200)]
Mention = Annotated[str, Meta(min_length=1, max_length=300)]
Subject = Annotated[str, Meta(min_length=1, max_length=120)]
Tag = Annotated[str, Meta(min_length=1, max_length=100)]
TimeOfDay = Annotated[str, Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Key = Annotated[str, Meta(pattern="^[-a-zA-Z0-9_]+$", max_length=120)]
Address = Annotated[str, Meta(pattern=r"^([0-9]{4}/[0-9]{2}/[0-9]{2}/[^/\s?#]+)?$", max_length=200)]
Moment = Annotated[datetime.datetime, Meta(tz=True)]
Number = Annotated[int, Meta(ge=1)]


class Fields(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What every part of a record shares: no key but those named, and no key that says nothing."""


class RegisterKeys(Fields):
    """Register rows by natural key, as far as they are known. An appointment is named by official,
    organization, title, kind and first day (null where unknown)."""

    official: Key | UnsetType = UNSET
    organization: Key | UnsetType = UNSET
    appointment: Annotated[list[str | None], Meta(min_length=5, max_length=5)] | UnsetType = UNSET


class Person(Fields):
    """The principal, as printed. Where `register` is left out the register is searched for the
    name; where it is given, empty too, it is the whole answer."""

    name: Name = ""
    title: Words = ""
    organization: Words = ""
    register: RegisterKeys | None = None


class Named(Fields):
    """An organization or topic by key, with its name as printed."""

    key: Key
    name: Mention


class Participant(Fields):
    """One who took part, as printed; known by office alone where the name is empty. `register` as
    for the principal."""

    name: Name = ""
    honorific: Annotated[str, Meta(max_length=80)] = ""
    title: Words = ""
    organization: Words = ""
    side: Side = Side.COUNTERPART
    register: RegisterKeys | None = None


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


class Withdrawn(Fields):
    """When and why a version was withdrawn, and whether its text was removed from its page."""

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


class Earlier(Fields):
    """An earlier version: when it was issued, whether it was withdrawn before the next one came,
    and only those of the other keys that read differently then."""

    number: Number
    published_at: Moment | None = None
    published_on: datetime.date | None = None
    withdrawn: Withdrawn | None = None
    language: Language | UnsetType = UNSET
    translation_of: Original | UnsetType = UNSET
    title: Title | UnsetType = UNSET
    principal: Person | UnsetType = UNSET
    issued: datetime.date | UnsetType | None = UNSET
    dateline: Place | UnsetType = UNSET
    place: PlaceName | UnsetType = UNSET
    encounters: list[EncounterPart] | UnsetType = UNSET
    organizations: list[Mention | Named] | UnsetType = UNSET
    topics: list[Subject | Named] | UnsetType = UNSET
    tags: list[Tag] | UnsetType = UNSET
    body: list[str | Markup] | UnsetType = UNSET
    source: Source | UnsetType = UNSET


class Record(Fields):
    """One readout of an archive.

    `published_on` is the day of first issue, where nobody knows the hour (`published_at`).
    `place` is the place as printed where the register has another name for the state today. A
    record whose text was removed may leave out everything its notice does not print: it keeps
    title, first day, moments and reason.
    """

    reference: Reference
    origin: Readout.Origin = Readout.Origin.ARCHIVE
    address: Address = ""
    language: Language = "en"
    translation_of: Original = ""
    title: Title = ""
    principal: Person = field(default_factory=Person)
    issued: datetime.date | None = None
    dateline: Place = field(default_factory=Place)
    place: PlaceName = ""
    published_at: Moment | None = None
    published_on: datetime.date | None = None
    encounters: list[EncounterPart] = []
    organizations: list[Mention | Named] = []
    topics: list[Subject | Named] = []
    tags: list[Tag] = []
    body: list[str | Markup] = []
    corrections: list[Correction] = []
    earlier: list[Earlier] = []
    withdrawn: Withdrawn | None = None
    source: Source | None = None


# What an earlier version may have read differently.
TOLD_APART = Earlier.__struct_fields__[4:]
