"""The one shape: a readout as plain data. It is what is hashed, compared, cleared, approved,
published, imported and exported; a new field is added here once and reaches all of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from readouts.editorial import body
from readouts.editorial.log import Robot, canonical_json, name_of, user_of
from readouts.editorial.shape import (
    EncounterShape,
    ParticipantShape,
    PrincipalShape,
    RegisterKeys,
    RegisterName,
    Shape,
    problems,
)
from readouts.models.readout import Encounter, Participation, Readout
from readouts.models.record import Revision
from readouts.models.register import Appointment, Organization, Topic

if TYPE_CHECKING:
    from django.contrib.auth.models import User


__all__ = [
    "EncounterShape",
    "ParticipantShape",
    "PrincipalShape",
    "RegisterKeys",
    "RegisterName",
    "Shape",
    "problems",
]


# --- from the desk to the shape -----------------------------------------------------------------


_PARTICIPANTS = (
    "participations__official",
    "participations__organization",
    "participations__appointment__official",
    "participations__appointment__organization",
)

# Named apart: the type checker does not know that taggit's manager can be fetched ahead.
_TAGS: Any = "tags"


def snapshot(readout: Readout) -> Shape:
    """The shape of the working copy as it stands in the database."""
    return _shape(readout, readout.encounters.prefetch_related(*_PARTICIPANTS))


def snapshots(keys: Collection[int]) -> dict[int, Shape]:
    """The shapes of several working copies by their primary keys, fetched at once."""
    rows = Readout.objects.filter(pk__in=keys).select_related(
        "translation_of", "mandate__official", "mandate__organization"
    )
    encounters = [f"encounters__{path}" for path in _PARTICIPANTS]
    rows = rows.prefetch_related(*encounters, "organizations", "topics", _TAGS)
    return {row.pk: _shape(row, row.encounters.all()) for row in rows}


def _shape(readout: Readout, encounters: Iterable[Encounter]) -> Shape:
    return {
        "reference": readout.reference,
        "language": readout.language,
        "translation_of": readout.translation_of.reference if readout.translation_of else "",
        "title": readout.title,
        "principal": {
            "name": readout.principal_name,
            "title": readout.principal_title,
            "organization": readout.principal_organization,
            "register": _mandate_keys(readout.mandate),
        },
        "issued": readout.issued.isoformat() if readout.issued else None,
        "dateline": {"city": readout.dateline_city, "country": str(readout.dateline_country)},
        "encounters": [_encounter(encounter) for encounter in encounters],
        "organizations": [
            {"key": row.slug, "name": row.name}
            for row in sorted(readout.organizations.all(), key=_slug)
        ],
        "topics": [
            {"key": row.slug, "name": row.name} for row in sorted(readout.topics.all(), key=_slug)
        ],
        "tags": sorted(tag.name for tag in readout.tags.all()),
        "body": body.blocks(readout.body),
        "note": readout.correction_note,
    }


def _slug(row: Organization | Topic) -> str:
    """Sorted here and not by the database, whose order depends on its collation."""
    return row.slug


def _encounter(encounter: Encounter) -> EncounterShape:
    return {
        "kind": encounter.kind,
        "date": encounter.date.isoformat() if encounter.date else None,
        "precision": encounter.precision,
        "time": encounter.time.strftime("%H:%M") if encounter.time else None,
        "zone": encounter.zone,
        "city": encounter.city,
        "country": str(encounter.country),
        "occasion": encounter.occasion,
        "participants": [_participant(person) for person in encounter.participations.all()],
    }


def _participant(person: Participation) -> ParticipantShape:
    keys: RegisterKeys = {}
    if person.official:
        keys["official"] = person.official.slug
    if person.organization:
        keys["organization"] = person.organization.slug
    if person.appointment:
        keys["appointment"] = list(person.appointment.natural_key())
    return {
        "side": person.side,
        "honorific": person.honorific,
        "name": person.name,
        "title": person.title,
        "organization": person.organization_name,
        "register": keys,
    }


def _mandate_keys(mandate: Appointment | None) -> RegisterKeys:
    if mandate is None:
        return {}
    return {
        "official": mandate.official.slug,
        "organization": mandate.organization.slug,
        "appointment": list(mandate.natural_key()),
    }


# --- the digest ---------------------------------------------------------------------------------


_EMPTY: tuple[Any, ...] = ("", None, [], {})
_KEY_AND_NAME = 2


def digest(shape: Shape) -> str:
    """SHA-256 of the canonical JSON of what the shape says, as 64 hexadecimal digits.

    Empty values are left out, so that a field added later changes no old digest. What the
    register may mend later is left out too: names beside their keys, and the appointments by
    which printed titles are checked, so that a repair of the register voids no approval.
    """
    return hashlib.sha256(canonical_json(_said(shape))).hexdigest()


def _said(value: Any) -> Any:
    if isinstance(value, list):
        return [item if isinstance(item, str) else _said(item) for item in value]
    if not isinstance(value, dict):
        return value
    if len(value) == _KEY_AND_NAME and "key" in value and "name" in value:
        return value["key"]
    said = {}
    for key, item in value.items():
        told = item if isinstance(item, str) else _said(item)
        if told not in _EMPTY and key != "appointment":
            said[key] = told
    return said


# --- revisions ----------------------------------------------------------------------------------


def last_revision(readout: Readout) -> Revision | None:
    return readout.revisions.order_by("-number").first()


def record_revision(readout: Readout, author: User | Robot) -> Revision | None:
    """Keep the content of a readout as a new revision, or do nothing if it says the same as the
    last. `workflow.record` calls it for every save; the readout is locked."""
    shape = snapshot(readout)
    last = last_revision(readout)
    if last and last.digest == digest(shape):
        return None
    return Revision.objects.create(
        readout=readout,
        number=last.number + 1 if last else 1,
        shape=shape,
        digest=digest(shape),
        author=user_of(author),
        author_name=name_of(author),
        at=timezone.now(),
    )


def languages() -> list[tuple[str, str]]:
    """The languages in which this office issues readouts, as (tag, name) pairs."""
    names = dict(settings.LANGUAGES) | {"zh": "Chinese"}
    return [(tag, str(names.get(tag, tag))) for tag in settings.OFFICE_LANGUAGES]
