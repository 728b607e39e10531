"""The same readouts as flat tables, one definition of each column: the CSV files and the codebook
are both written from it, so that they cannot drift apart.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from readouts.archive.exporting.selection import Exported
from readouts.editorial import body
from readouts.models.partial_dates import Precision
from readouts.models.publication import Grade, Publication
from readouts.models.readout import Readout
from readouts.models.words import EncounterKind, Side

# A cell that a spreadsheet might take for a formula begins with one of these; the apostrophe is
# among them so that taking one off always gives the text back.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True)
class Column:
    """One column: what it means, of what type it is, which values it may have."""

    name: str
    type: str
    meaning: str
    of: Callable[[Any], Any]
    allowed: Iterable[str] = ()


@dataclass(frozen=True)
class Table:
    """One table: what a row is, and the rows of one readout."""

    name: str
    row: str
    columns: tuple[Column, ...]
    rows: Callable[[Exported], Iterable[Any]]

    def cells(self, one: Exported) -> Iterator[list[str]]:
        for row in self.rows(one):
            yield [written(column.of(row)) for column in self.columns]


def written(value: Any) -> str:
    """A value as it stands in a cell; nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, int | datetime.date):
        return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


@dataclass(frozen=True)
class _Part:
    """A part of a version: its number from 1, and that of the encounter it belongs to, if any."""

    version: Publication
    told: Any
    number: int
    encounter: int = 0


def _issued(at: datetime.datetime, hour_known: bool) -> datetime.date:
    """A moment of issue, or the day of it."""
    return at if hour_known else timezone.localtime(at).date()


def _versions(one: Exported) -> Iterable[Publication]:
    return one.publications


def _encounters(one: Exported) -> Iterator[_Part]:
    for row in one.publications:
        for number, told in enumerate(row.shape["encounters"], start=1):
            yield _Part(row, told, number)


def _participants(one: Exported) -> Iterator[_Part]:
    for part in _encounters(one):
        for number, told in enumerate(part.told["participants"], start=1):
            yield _Part(part.version, told, number, part.number)


def _mentions(one: Exported) -> Iterator[_Part]:
    for row in one.publications:
        told = [
            *({"kind": "organization", **named} for named in row.shape["organizations"]),
            *({"kind": "topic", **named} for named in row.shape["topics"]),
            *({"kind": "tag", "key": "", "name": name} for name in row.shape["tags"]),
        ]
        for number, mention in enumerate(told, start=1):
            yield _Part(row, mention, number)


def _key(part: _Part, name: str) -> str:
    return str(part.told["register"].get(name, ""))


def _appointment(part: _Part) -> str:
    return " | ".join(step or "" for step in part.told["register"].get("appointment", []))


def _shape(*steps: str) -> Callable[[Publication], Any]:
    def value(row: Publication) -> Any:
        told: Any = row.shape
        for step in steps:
            told = told[step]
        return told

    return value


def _told(name: str) -> Callable[[_Part], Any]:
    return lambda part: part.told[name]


_REFERENCE = "The readout’s own reference; the same in every table, here and in the JSON Lines."
_VERSION = "Number of the version, from 1."
DATE = "ISO 8601 date"
_ISO = "ISO 8601 date; of a month or year the first day"
MOMENT = "ISO 8601 moment, UTC"
MOMENT_OR_DAY = "ISO 8601 moment, UTC; a date, on the office’s clock, where the hour is not known"
COUNTRY = "ISO 3166-1 alpha-2 code"
_OF_PART = (
    Column("reference", "text", _REFERENCE, lambda part: part.version.reference),
    Column("version", "integer", _VERSION, lambda part: part.version.number),
)

VERSIONS = Table(
    "versions",
    "One version of a readout; the current one has no “superseded_at”.",
    (
        Column("reference", "text", _REFERENCE, lambda row: row.reference),
        Column("version", "integer", _VERSION, lambda row: row.number),
        Column(
            "origin", "text", "Written by this office, or taken over from an archive.",
            lambda row: Readout.Origin.ARCHIVE if row.is_archive else Readout.Origin.OFFICE,
            Readout.Origin.values,
        ),
        Column("address", "text", "Permanent address below /readouts/.", lambda row: row.address),
        Column("language", "BCP 47 language tag", "Language of the text.", lambda r: r.language),
        Column(
            "translation_of", "text", "Reference of the original, where this is a translation.",
            lambda row: row.translation_of,
        ),
        Column("title", "text", "Title as printed.", lambda row: row.title),
        Column("principal_name", "text", "The office’s principal, as printed.",
               lambda row: row.principal_name),
        Column("principal_title", "text", "Title of the principal, as printed.",
               lambda row: row.principal_title),
        Column("principal_organization", "text", "Organization of the principal, as printed.",
               lambda row: row.principal_organization),
        Column("principal_key", "text", "Key of the principal in the register.",
               lambda row: row.principal.slug if row.principal else ""),
        Column("date", _ISO, "First day of the first dated encounter.", lambda row: row.date),
        Column("precision", "text", "How much of “date” is known.", lambda row: row.precision,
               Precision.values),
        Column("kind", "text", "Kind of the first encounter.", lambda row: row.kind,
               EncounterKind.values),
        Column("place", "text", "Place of the first encounter, as printed.", lambda r: r.place),
        Column("issued", DATE, "Date printed on the text, where it has one of its own.",
               _shape("issued")),
        Column("dateline_city", "text", "City printed on the text.", _shape("dateline", "city")),
        Column("dateline_country", COUNTRY, "Country of that city.",
               _shape("dateline", "country")),
        Column("published_at", MOMENT_OR_DAY, "When this version was issued.",
               lambda row: _issued(row.published_at, row.published_hour_known)),
        Column("first_published_at", MOMENT_OR_DAY, "When the first version was issued.",
               lambda row: _issued(row.first_published_at, row.first_published_hour_known)),
        Column("superseded_at", MOMENT, "When the next version replaced it.",
               lambda row: row.superseded_at),
        Column("grade", "text", "What a correction changed; empty for a first version.",
               lambda row: row.grade, Grade.values),
        Column("note", "text", "What this version corrects, for the public.", lambda r: r.note),
        Column("withdrawn_at", MOMENT, "When it was withdrawn.", lambda row: row.withdrawn_at),
        Column("withdrawal_reason", "text", "Why it was withdrawn.",
               lambda row: row.withdrawal_reason),
        Column("text_removed", "boolean", "Whether the text was removed with the withdrawal.",
               lambda row: row.text_removed, ("true", "false")),
        Column("text", "text", "Plain text; paragraphs are parted by an empty line.",
               lambda row: "\n\n".join(body.plain(row.shape["body"]))),
        Column("source_url", "text", "Address an archive record was captured from.",
               lambda row: row.source.get("url", "")),
        Column("source_retrieved", "text", "Moment of capture, as far as it is known, as told.",
               lambda row: row.source.get("retrieved", "")),
        Column("source_file", "text", "File the record was read from.",
               lambda row: row.source.get("file", "")),
        Column("source_sha256", "64 hexadecimal digits", "SHA-256 of the source’s bytes.",
               lambda row: row.source.get("sha256", "")),
        Column("source_layout", "text", "Page layout by which the source was read.",
               lambda row: row.source.get("layout", "")),
        Column("source_warnings", "text", "What is doubtful, one sentence a line.",
               lambda row: "\n".join(row.source.get("warnings", []))),
    ),
    _versions,
)  # fmt: skip

ENCOUNTERS = Table(
    "encounters",
    "One meeting, call or meal told of in a version.",
    (
        *_OF_PART,
        Column("encounter", "integer", "Number of the encounter in the text, from 1.",
               lambda part: part.number),
        Column("kind", "text", "Kind of encounter.", _told("kind"), EncounterKind.values),
        Column("date", _ISO, "Day of the encounter at its place.", _told("date")),
        Column("precision", "text", "How much of “date” is known.", _told("precision"),
               Precision.values),
        Column("time", "HH:MM", "On the clock of “zone”.", _told("time")),
        Column("zone", "IANA time zone", "Time zone of the place.", _told("zone")),
        Column("city", "text", "City, in English.", _told("city")),
        Column("country", COUNTRY, "Country of the city.", _told("country")),
        Column("occasion", "text", "Occasion, as printed.", _told("occasion")),
    ),
    _encounters,
)  # fmt: skip

PARTICIPANTS = Table(
    "participants",
    "One participation in an encounter of a version, in order of precedence.",
    (
        *_OF_PART,
        Column("encounter", "integer", "Number of the encounter, as in “encounters”.",
               lambda part: part.encounter),
        Column("order", "integer", "Place in the order of precedence, from 1.",
               lambda part: part.number),
        Column("side", "text", "On which side.", _told("side"), Side.values),
        Column("honorific", "text", "As printed.", _told("honorific")),
        Column("name", "text", "As printed; empty for an office without a name.", _told("name")),
        Column("title", "text", "Title as printed.", _told("title")),
        Column("organization", "text", "Organization as printed.", _told("organization")),
        Column("official_key", "text", "Key of the official in the register.",
               lambda part: _key(part, "official")),
        Column("organization_key", "text", "Key of the organization in the register.",
               lambda part: _key(part, "organization")),
        Column("appointment_key", "text",
               "Official, organization, title, kind and first day of the appointment, parted by |.",
               _appointment),
    ),
    _participants,
)  # fmt: skip

MENTIONS = Table(
    "mentions",
    "An organization mentioned, a topic or a tag of a version.",
    (
        *_OF_PART,
        Column("kind", "text", "What is named.", _told("kind"), ("organization", "topic", "tag")),
        Column("key", "text", "Its key in the register; tags have none.", _told("key")),
        Column("name", "text", "As printed.", _told("name")),
    ),
    _mentions,
)  # fmt: skip

TABLES = (VERSIONS, ENCOUNTERS, PARTICIPANTS, MENTIONS)


def codebook() -> list[list[str]]:
    """Every column of every table as a table of its own, its heading first."""
    head = ["table", "column", "type", "meaning", "allowed"]
    return [
        head,
        *(
            [table.name, column.name, column.type, column.meaning, " ".join(column.allowed)]
            for table in TABLES
            for column in table.columns
        ),
    ]
