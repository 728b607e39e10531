"""One encounter on the way to its record, and where each of its fields came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from readouts.archive.scrapes.offices import begins_office
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.places import NOWHERE, Place
from readouts.archive.scrapes.provenance import Provenance


@dataclass
class Encounter:
    """One encounter on the way to its record."""

    kind: str
    parties: list[Party]
    occasion: str = ""
    place: Place = NOWHERE
    date: dt.date | None = None
    precision: str = "day"

    def as_record(self) -> dict[str, Any]:
        fields: dict[str, Any] = {"kind": self.kind}
        if self.date:
            fields |= {"date": self.date.isoformat(), "precision": self.precision}
        fields |= self.place.as_fields()
        if self.occasion:
            fields["occasion"] = self.occasion
        return fields | {"participants": [party.as_record() for party in self.parties]}


def note_origins(
    number: int, encounter: Encounter, origins: dict[str, str], found: Provenance
) -> None:
    """Record the origin of each field that the encounter has."""
    path = f"encounters[{number}]"
    held = {
        "kind": encounter.kind,
        "date": encounter.date,
        "occasion": encounter.occasion,
        "participants": encounter.parties,
    }
    for key, value in held.items():
        if value and origins.get(key):
            found.note(f"{path}.{key}", origins[key])
    for number_of_party, party in enumerate(encounter.parties):
        if party.is_by_adjective:
            found.note(f"{path}.participants[{number_of_party}].organization", "register")
    for key in encounter.place.as_fields():
        inferred = key == "country" and encounter.place.known_seat
        found.note(f"{path}.{key}", "register" if inferred else origins["place"])


def warn_of_gaps(parties: list[Party], found: Provenance) -> None:
    """Tell of offices, organizations and counterparts that the page leaves open."""
    for party in parties:
        who = party.name or party.title
        if party.is_counterpart:
            found.warn(
                f"The page calls {party.name or 'the other side'} only a counterpart; the office "
                "is that of the principal."
            )
        if not party.organization and (party.name or begins_office(party.title)) and party.title:
            found.warn(f"The organization of {who} could not be told from “{party.title}”.")
        elif not party.title and party.name:
            found.warn(f"No office is printed for {who}.")
