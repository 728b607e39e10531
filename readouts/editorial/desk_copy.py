"""From the shape to the desk: the working copy as columns, and written."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction

from readouts.editorial import body
from readouts.editorial.shape import (
    EncounterShape,
    ParticipantShape,
    RegisterKeys,
    RegisterName,
    Shape,
)
from readouts.models.readout import Encounter, Participation, Readout
from readouts.models.register import Appointment, Official, Organization, Topic


def readout_columns(shape: Shape) -> dict[str, Any]:
    """The columns of a readout that a shape tells; its register rows and original aside."""
    return {
        "reference": shape["reference"],
        "language": shape["language"],
        "title": shape["title"],
        "principal_name": shape["principal"]["name"],
        "principal_title": shape["principal"]["title"],
        "principal_organization": shape["principal"]["organization"],
        "issued": _date(shape["issued"]),
        "dateline_city": shape["dateline"]["city"],
        "dateline_country": shape["dateline"]["country"],
        "body": body.markup_of(shape["body"]),
        "correction_note": shape["note"],
    }


def encounter_columns(shape: EncounterShape) -> dict[str, Any]:
    return {
        "kind": shape["kind"],
        "date": _date(shape["date"]),
        "precision": shape["precision"],
        "time": datetime.time.fromisoformat(shape["time"]) if shape["time"] else None,
        "zone": shape["zone"],
        "city": shape["city"],
        "country": shape["country"],
        "occasion": shape["occasion"],
    }


def participation_columns(person: ParticipantShape) -> dict[str, Any]:
    """The printed words of one participation; its register rows aside."""
    return {
        "side": person["side"],
        "honorific": person["honorific"],
        "name": person["name"],
        "title": person["title"],
        "organization_name": person["organization"],
    }


def write(readout: Readout, shape: Shape) -> None:
    """Write `shape` into the working copy, register rows found by their keys. No revision is
    recorded here, and the state is not touched.

    Raises Official.DoesNotExist, Organization.DoesNotExist or Topic.DoesNotExist when the
    register has no such key. An appointment that was mended in the register since is left out:
    it only checks the printed title, which stays.
    """
    with transaction.atomic():
        for name, value in readout_columns(shape).items():
            setattr(readout, name, value)
        original = shape["translation_of"]
        readout.translation_of = Readout.objects.get(reference=original) if original else None
        readout.mandate = _appointment(shape["principal"]["register"])
        readout.save()
        readout.organizations.set(_rows(Organization, shape["organizations"]))
        readout.topics.set(_rows(Topic, shape["topics"]))
        readout.tags.set(shape["tags"])
        readout.encounters.all().delete()
        for position, encounter in enumerate(shape["encounters"], start=1):
            _write_encounter(readout, position, encounter)


def _write_encounter(readout: Readout, position: int, shape: EncounterShape) -> None:
    encounter = Encounter.objects.create(
        readout=readout, position=position, **encounter_columns(shape)
    )
    Participation.objects.bulk_create(
        Participation(
            encounter=encounter,
            position=order,
            official=_row(Official, person["register"].get("official")),
            organization=_row(Organization, person["register"].get("organization")),
            appointment=_appointment(person["register"]),
            **participation_columns(person),
        )
        for order, person in enumerate(shape["participants"], start=1)
    )


def _date(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


def _row(model: Any, key: str | None) -> Any:
    return model.objects.get(slug=key) if key else None


def _rows(model: Any, named: list[RegisterName]) -> list[Any]:
    return [model.objects.get(slug=row["key"]) for row in named]


def _appointment(keys: RegisterKeys) -> Appointment | None:
    key = keys.get("appointment")
    found = dict(zip(Appointment.natural_fields, key, strict=True)) if key else {}
    return Appointment.objects.filter(**found).first() if found else None
