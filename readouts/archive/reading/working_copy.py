"""The archive record that the working copy in fixture rows tells: a readout, its encounters, their
participations, tags, sources and events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from readouts.archive.reading import register_keys, rows
from readouts.archive.reading.register_keys import RegisterKeys, UnknownRow
from readouts.archive.reading.rows import Row
from readouts.archive.reading.staging import Staging
from readouts.archive.records import Participant, Record
from readouts.archive.wording import Words, shown
from readouts.editorial import body, provenance
from readouts.models.readout import Readout, State

# A field of a record, and where a row keeps it when it has another name there.
_READOUT = {
    "principal.name": "principal_name",
    "principal.title": "principal_title",
    "principal.organization": "principal_organization",
    "dateline.city": "dateline_city",
    "dateline.country": "dateline_country",
}
_ENCOUNTER = ("kind", "date", "precision", "time", "zone", "city", "country", "occasion")
_PARTICIPANT = {
    "side": "side",
    "honorific": "honorific",
    "name": "name",
    "title": "title",
    "organization": "organization_name",
}
_SOURCE = (*provenance.TOLD, "raw")
_WITHOUT_SECONDS = re.compile(r"([0-9]{2}:[0-9]{2}):00(\.0+)?")
_INSIDE = re.compile(r"encounters\[(\d+)\](?:\.participants\[(\d+)\])?\.?(.*)", re.DOTALL)
_NOT_PUBLIC = (
    "Loading makes public, and this text was not. Publish it first, or, if it is an archive record "
    "that was public elsewhere, say so with “origin”: “archive”."
)


class WorkingCopy:
    """The rows of one readout, gathered; they are in use from then on."""

    def __init__(self, staging: Staging, keys: RegisterKeys, row: Row) -> None:
        self.row = row
        self.problems: list[tuple[Row, Words]] = []
        self._keys = keys
        reference = row.fields.get("reference")
        own = _names(row, [reference])
        self.encounters = [
            (encounter, self._participations(staging, reference, encounter))
            for encounter in _in_order(staging.owned(rows.ENCOUNTER, own))
        ]
        self.tags = staging.owned(rows.TAGGED, own)
        self.sources = staging.owned(rows.SOURCE, own)
        self.events = sorted(staging.owned(rows.EVENT, own), key=_event_number)

    def _participations(self, staging: Staging, reference: Any, encounter: Row) -> list[Row]:
        key = [reference, encounter.fields.get("position", 1)]
        return _in_order(staging.owned(rows.PARTICIPATION, _names(encounter, key)))

    def all_rows(self) -> Iterator[Row]:
        yield self.row
        for encounter, people in self.encounters:
            yield encounter
            yield from people

    def told(self) -> dict[str, Any]:
        """The record as plain data; what is wrong with the rows stands in `problems` then."""
        self._check_state()
        fields = self.row.fields
        told = {
            "reference": fields.get("reference"),
            "language": fields.get("language", "en"),
            "translation_of": self._original(),
            "title": fields.get("title"),
            "principal": self._principal(),
            "issued": fields.get("issued"),
            "dateline": {
                "city": fields.get("dateline_city"),
                "country": fields.get("dateline_country"),
            },
            "encounters": [self._encounter(*told) for told in self.encounters],
            "organizations": self._mentions("organizations", register_keys.ORGANIZATION),
            "topics": self._mentions("topics", register_keys.TOPIC),
            "tags": [name for tag in self.tags if (name := self._tag(tag))],
            "body": _blocks(fields.get("body")),
            **self._history(),
        }
        if fields.get("origin") != Readout.Origin.ARCHIVE and "origin" in Record.__struct_fields__:
            told["origin"] = fields.get("origin") or Readout.Origin.OFFICE
        if self.sources:
            source = self.sources[-1].fields
            told["source"] = {name: source[name] for name in _SOURCE if source.get(name)}
        return told

    def place_of(self, path: str) -> tuple[Row, str]:
        """The row and the field that say what stands at a place of the record."""
        inside = _INSIDE.fullmatch(path)
        if not inside:
            return self.row, _field(_READOUT.get(path, path))
        encounter, people = self.encounters[int(inside[1])]
        if inside[2] is None:
            return encounter, _field(inside[3])
        return people[int(inside[2])], _field(_PARTICIPANT.get(inside[3], inside[3]))

    # --- may it be public -----------------------------------------------------------------------

    def _check_state(self) -> None:
        state = self.row.fields.get("state", State.DRAFT)
        is_archive = self.row.fields.get("origin") == Readout.Origin.ARCHIVE
        # With events the draft is a correction in hand; without, a record nobody worked on.
        is_fresh = is_archive and state == State.DRAFT and not self.events
        if state not in (State.PUBLISHED, State.WITHDRAWN) and not is_fresh:
            self._found(self.row, "state", state, _NOT_PUBLIC)
        if state == State.WITHDRAWN and not self._event(State.WITHDRAWN):
            cure = "Nothing says when and why it was withdrawn. Add its publications or its events."
            self._found(self.row, "state", state, cure)

    def _event(self, state: str) -> dict[str, Any] | None:
        """The last event that brought the readout into a state."""
        found = [event.fields for event in self.events if event.fields.get("to_state") == state]
        return found[-1] if found else None

    def _history(self) -> dict[str, Any]:
        told: dict[str, Any] = {}
        if issue := self._event(State.PUBLISHED):
            told["published_at"] = issue.get("at")
        withdrawal = self._event(State.WITHDRAWN)
        if withdrawal and self.row.fields.get("state") == State.WITHDRAWN:
            details = withdrawal.get("details")
            is_removed = isinstance(details, dict) and details.get("text_removed") is True
            told["withdrawn"] = {"at": withdrawal.get("at"), "reason": withdrawal.get("note")}
            told["withdrawn"]["text_removed"] = is_removed
        return told

    # --- parts ----------------------------------------------------------------------------------

    def _original(self) -> Any:
        key = self._asked(self.row, "translation_of", rows.READOUT)
        return key[0] if key else ""

    def _principal(self) -> dict[str, Any]:
        fields = self.row.fields
        told = {name: fields.get(f"principal_{name}") for name in ("name", "title", "organization")}
        return told | _register(appointment=self._asked(self.row, "mandate", rows.APPOINTMENT))

    def _encounter(self, row: Row, people: list[Row]) -> dict[str, Any]:
        told = {name: row.fields[name] for name in _ENCOUNTER if name in row.fields}
        if isinstance(told.get("time"), str):
            told["time"] = _WITHOUT_SECONDS.sub(r"\1", told["time"])
        return told | {"participants": [self._participant(person) for person in people]}

    def _participant(self, row: Row) -> dict[str, Any]:
        told = {
            name: row.fields[column]
            for name, column in _PARTICIPANT.items()
            if column in row.fields
        }
        return told | _register(
            official=self._asked(row, "official", register_keys.OFFICIAL),
            organization=self._asked(row, "organization", register_keys.ORGANIZATION),
            appointment=self._asked(row, "appointment", rows.APPOINTMENT),
        )

    def _mentions(self, field: str, model: str) -> list[Any]:
        values = self.row.fields.get(field) or []
        if not isinstance(values, list):
            self._found(self.row, field, values, "This is a list of keys. Write it as one.")
            return []
        named = [self._mention(f"{field}[{n}]", model, value) for n, value in enumerate(values)]
        return [told for told in named if told]

    def _mention(self, field: str, model: str, value: Any) -> Any:
        try:
            told = self._keys.name(model, value)
            return told if "origin" in Record.__struct_fields__ else told["name"]
        except UnknownRow as unknown:
            self._found(self.row, field, unknown.value, unknown.cure)
            return None

    def _tag(self, row: Row) -> Any:
        key = self._asked(row, "tag", rows.TAG)
        return key[0] if key else None

    def _asked(self, row: Row, field: str, model: str) -> list[Any] | None:
        try:
            return self._keys.key(model, row.fields.get(field))
        except UnknownRow as unknown:
            self._found(row, field, unknown.value, unknown.cure)
            return None

    def _found(self, row: Row, field: str, value: Any, cure: str) -> None:
        self.problems.append((row, (_field(field), shown(value), cure)))


def _field(name: str) -> str:
    return f"fields.{name}" if name else ""


def _names(row: Row, key: list[Any]) -> list[str]:
    """Under which names other rows may know a row."""
    names = [rows.name_of(key)]
    if row.pk is not None:
        names.append(rows.reference_to(row.pk) or "")
    return names


def _in_order(found: list[Row]) -> list[Row]:
    def position(row: Row) -> int:
        told = row.fields.get("position", 1)
        return told if isinstance(told, int) else 1

    return sorted(found, key=position)


def _event_number(row: Row) -> int:
    told = row.fields.get("number")
    return told if isinstance(told, int) else 0


def _blocks(markup: Any) -> Any:
    return body.blocks(markup) if isinstance(markup, str) else markup


def _register(
    *,
    official: list[Any] | None = None,
    organization: list[Any] | None = None,
    appointment: list[Any] | None = None,
) -> dict[str, Any]:
    """The register rows of a person, as a record tells them."""
    if appointment:
        official = official or appointment[:1]
        organization = organization or appointment[1:2]
    told = {
        "official": official[0] if official else None,
        "organization": organization[0] if organization else None,
        "appointment": appointment,
    }
    known = {name: value for name, value in told.items() if value}
    return {"register": known} if known and "register" in Participant.__struct_fields__ else {}
