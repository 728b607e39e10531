"""The shape an archive record tells of: what the desk, the digest and the public go by."""

from __future__ import annotations

from typing import Any

import msgspec

from readouts.archive.records import (
    EncounterPart,
    Markup,
    Named,
    Participant,
    Person,
    Record,
    RegisterKeys,
)
from readouts.editorial import body
from readouts.editorial.shape import EncounterShape, RegisterName, Shape


def shape_of(record: Record, note: str = "") -> Shape:
    """The shape a record tells of. Where it leaves the register to be searched, a person has no
    "register" yet, and an organization or topic the key "": `Register.resolve` fills them in."""
    return {
        "reference": record.reference,
        "language": record.language,
        "translation_of": record.translation_of,
        "title": " ".join(record.title.split()),
        "principal": _principal_shape(record.principal),
        "issued": record.issued.isoformat() if record.issued else None,
        "dateline": {"city": record.dateline.city, "country": record.dateline.country},
        "encounters": [_encounter_shape(encounter) for encounter in record.encounters],
        "organizations": [_mention_shape(told) for told in record.organizations],
        "topics": [_mention_shape(told) for told in record.topics],
        "tags": sorted({tag.casefold(): tag for tag in reversed(record.tags)}.values()),
        "body": _canonical(record.body),
        "note": note,
    }


def _encounter_shape(encounter: EncounterPart) -> EncounterShape:
    return {
        "kind": str(encounter.kind),
        "date": encounter.date.isoformat() if encounter.date else None,
        "precision": str(encounter.precision),
        "time": encounter.time,
        "zone": encounter.zone,
        "city": encounter.city,
        "country": encounter.country,
        "occasion": encounter.occasion,
        "participants": [_participant_shape(person) for person in encounter.participants],
    }


def _principal_shape(person: Person) -> Any:
    told = {"name": person.name, "title": person.title, "organization": person.organization}
    return _with_register(told, person.register)


def _participant_shape(person: Participant) -> Any:
    told = {
        "side": str(person.side),
        "honorific": person.honorific,
        "name": person.name,
        "title": person.title,
        "organization": person.organization,
    }
    return _with_register(told, person.register)


def _with_register(told: dict[str, Any], keys: RegisterKeys | None) -> dict[str, Any]:
    if keys is not None:
        told["register"] = msgspec.to_builtins(keys)
    return told


def _mention_shape(told: str | Named) -> RegisterName:
    if isinstance(told, str):
        return {"key": "", "name": told}
    return {"key": told.key, "name": told.name}


def _canonical(blocks: list[str | Markup]) -> list[body.Block]:
    told: list[body.Block] = [
        block if isinstance(block, str) else {"html": block.html} for block in blocks
    ]
    return body.canonical_blocks(told)
