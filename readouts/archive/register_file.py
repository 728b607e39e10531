"""Register rows of a fixture: what is new is taken, what stands here is left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.core import serializers
from django.core.exceptions import ObjectDoesNotExist, ValidationError
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
    early: list[RegisterObject] = []
    for told in objects:
        try:
            _take(told, report, waiting)
        except ObjectDoesNotExist:
            # Its own key names a row that comes after it, as that of an appointment may.
            early.append(told)
        except _WRONG as error:
            yield _problem(told, error)
    for told in early:
        try:
            _take(told, report, waiting)
        except (*_WRONG, ObjectDoesNotExist) as error:
            yield _problem(told, error)
    for told, row in waiting:
        try:
            row.save_deferred_fields()
        except _WRONG as error:
            yield _problem(told, error)


def _take(
    told: RegisterObject,
    report: Report,
    waiting: list[tuple[RegisterObject, DeserializedObject]],
) -> None:
    """Save one row if it is new; what it leaves open joins those waiting."""
    row = _new(told)
    if row is None:
        return
    if row.deferred_fields:
        waiting.append((told, row))
    _save(row)
    report.register_rows([row.object])


_WRONG = (DeserializationError, ValidationError, DatabaseError, LookupError, TypeError, ValueError)


def _new(told: RegisterObject) -> DeserializedObject | None:
    """The row of a fixture, if the register does not have it yet."""
    fields = {name: value for name, value in told.object["fields"].items() if name != "folded"}
    # Without its number: numbers of another database name other rows here.
    plain = {"model": told.object["model"], "fields": fields}
    (row,) = serializers.deserialize("python", [plain], handle_forward_references=True)
    # Django looks it up by natural key, and gives it the number it has here.
    return None if row.object.pk else row


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
