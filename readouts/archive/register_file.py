"""Register rows of a fixture: what is new is taken, what stands here is left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.db import DatabaseError, transaction

from readouts.archive.lines import Problem
from readouts.archive.reading import RegisterObject
from readouts.archive.report import Report
from readouts.archive.wording import shown


def take_register(objects: Iterable[RegisterObject], report: Report) -> Iterator[Problem]:
    """Save the rows that the register does not have yet; yields what is wrong with a row.

    Rows may name others that come after them, as Django's fixtures may.
    """
    waiting: list[tuple[RegisterObject, DeserializedObject]] = []
    for told in objects:
        try:
            row = _new(told)
            if row is None:
                continue
            if row.deferred_fields:
                waiting.append((told, row))
            _save(row)
            report.register_rows([row.object])
        except _WRONG as error:
            yield _problem(told, error)
    for told, row in waiting:
        try:
            row.save_deferred_fields()
        except _WRONG as error:
            yield _problem(told, error)


_WRONG = (DeserializationError, ValidationError, DatabaseError, LookupError, TypeError, ValueError)


def _new(told: RegisterObject) -> DeserializedObject | None:
    """The row of a fixture, if the register does not have it yet."""
    model: Any = apps.get_model(told.object["model"])
    fields = {name: value for name, value in told.object["fields"].items() if name != "folded"}
    # Without its number: numbers of another database name other rows here.
    plain = {"model": told.object["model"], "fields": fields}
    (row,) = serializers.deserialize("python", [plain], handle_forward_references=True)
    key = getattr(row.object, "natural_key", None)
    if key and model._default_manager.filter(**_natural(model, row.object)).exists():
        return None
    return row


def _natural(model: Any, row: Any) -> dict[str, Any]:
    return dict(zip(model.natural_fields, row.natural_key(), strict=True))


def _save(row: DeserializedObject) -> None:
    """Save a row as the desk would, validated and with its names folded."""
    with transaction.atomic():
        skipped = [field.name for field in row.deferred_fields or {}]
        row.object.full_clean(exclude=skipped)
        row.object.save()


def _problem(told: RegisterObject, error: Exception) -> Problem:
    if isinstance(error, ValidationError):
        words = "; ".join(f"{name}: {' '.join(said)}" for name, said in error.message_dict.items())
    else:
        words = str(error)
    cure = f"The register row cannot be taken ({words}). Mend it, or take it out."
    return Problem(told.file, told.line, "", shown(told.object.get("fields")), cure)
