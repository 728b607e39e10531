"""Fixture rows: which there are, what each is to an archive, and how each names another."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
from django.apps import apps
from django.db import models

from readouts.archive.wording import Words, shown

READOUT = "readouts.readout"
ENCOUNTER = "readouts.encounter"
PARTICIPATION = "readouts.participation"
TAGGED = "readouts.taggedreadout"
PUBLICATION = "readouts.publication"
SOURCE = "readouts.sourcerecord"
EVENT = "readouts.event"
TAG = "readouts.tag"
APPOINTMENT = "readouts.appointment"

REGISTER = {
    "readouts.organization": ("slug",),
    "readouts.official": ("slug",),
    "readouts.topic": ("slug",),
    TAG: ("name",),
    APPOINTMENT: (),
}
# The field by which a row belongs to another.
OWNER = {
    ENCOUNTER: "readout",
    PARTICIPATION: "encounter",
    TAGGED: "content_object",
    PUBLICATION: "reference",
    SOURCE: "readout",
    EVENT: "readout",
}
# What publishing or loading writes anew, and what the desk keeps to itself.
PASSED_OVER = {
    "publicationofficial",
    "publicationorganization",
    "publicationtopic",
    "publicationtag",
    "publicationencounter",
    "searchentry",
    "revision",
    "clearance",
    "importbatch",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One object of a fixture."""

    number: int
    file: str
    line: int
    model: str
    pk: Any
    fields: dict[str, Any]

    def raw(self) -> bytes:
        """The row as one line of JSON."""
        return msgspec.json.encode({"model": self.model, "pk": self.pk, "fields": self.fields})


def is_row(told: dict[str, Any]) -> bool:
    """Whether an object is a row of a fixture; a record has no such key."""
    return "model" in told


def is_passed_over(told: dict[str, Any]) -> bool:
    """Whether a row says nothing that an archive keeps."""
    label, _, name = str(told["model"]).lower().partition(".")
    return label == "readouts" and name in PASSED_OVER


def problem_of(told: dict[str, Any]) -> Words | None:
    """Why an object cannot be a row of an archive; None for one that can."""
    model = str(told["model"]).lower()
    if model not in REGISTER and model not in OWNER and model != READOUT:
        return "model", shown(told["model"]), _no_such_model(model)
    if unknown := told.keys() - {"model", "pk", "fields"}:
        cure = (
            "A fixture row has “model”, “pk” and “fields”. Move it into “fields”, or leave it out."
        )
        return min(unknown), "", cure
    fields = told.get("fields")
    if not isinstance(fields, dict):
        return "fields", shown(fields), "The fields of the row are an object. Add them."
    if not isinstance(told.get("pk"), int | str | None):
        return "pk", shown(told["pk"]), "The key of a row is a number or a word. Mend it."
    known = _fields(model)
    for name in fields:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            others = ", ".join(sorted(known - {"id"}))
            meant = (
                f"Did you mean “{near[0]}”?" if near else f"Leave it out, or use one of {others}."
            )
            return f"fields.{name}", "", f"There is no such field here. {meant}"
    if (owner := OWNER.get(model)) and reference_to(fields.get(owner)) is None:
        cure = "It says to what the row belongs, by natural key or number. Fill it in."
        return f"fields.{owner}", shown(fields.get(owner)), cure
    return None


def _fields(model: str) -> set[str]:
    options = apps.get_model(model)._meta
    return {field.name for field in (*options.fields, *options.many_to_many)}


def _no_such_model(model: str) -> str:
    known = [*REGISTER, *OWNER, READOUT]
    near = difflib.get_close_matches(model, known, n=1, cutoff=0.8)
    if near:
        return f"There is no such model. Did you mean “{near[0]}”?"
    return (
        "An archive has no such rows. Take them out; “manage.py dumpdata readouts” writes none of "
        "them."
    )


# --- naming -------------------------------------------------------------------------------------


def reference_to(value: Any) -> str | None:
    """How a row is looked for: its natural key as JSON, or its number after a "#"; None for what
    can be neither."""
    if isinstance(value, list):
        is_key = value and all(isinstance(part, str | int | None) for part in value)
        return name_of(value) if is_key else None
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return f"#{value}"


def name_of(key: Iterable[Any]) -> str:
    """A natural key as it is kept for looking up."""
    return msgspec.json.encode(list(key)).decode()


def natural_name(model: str, fields: dict[str, Any]) -> str | None:
    """The natural key of a row, as far as its own fields tell it."""
    if model == READOUT:
        return name_of([fields.get("reference")])
    if names := REGISTER.get(model):
        return name_of([fields.get(name) for name in names])
    if model == ENCOUNTER and isinstance(fields.get("readout"), list):
        return name_of([*fields["readout"], fields.get("position", 1)])
    return None


def owner_of(model: str, fields: dict[str, Any]) -> str | None:
    """To which row a row belongs."""
    owner = fields.get(OWNER.get(model, ""))
    if model == PUBLICATION:
        return name_of([owner])
    return reference_to(owner)


def model_class(model: str) -> type[models.Model]:
    return apps.get_model(model)
