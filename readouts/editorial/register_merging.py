"""Merging doubles of the register, and undoing it.

The double stays, because public texts and revisions name its key for good; it points to the row it
was merged into. Its names become aliases there, its appointments and parts move there, and links,
search and public pages follow. No printed word and no digest changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils import timezone

from readouts.editorial.links import relink
from readouts.editorial.log import Robot, name_of, user_of
from readouts.editorial.register_printed import kind_of, named_by, printed_forms, working_copies
from readouts.models.publication import Publication
from readouts.models.register import Appointment, Official, Organization, Topic
from readouts.models.register_decision import RegisterDecision
from readouts.models.register_row import RegisterRow

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# What may point to a double and moves with a merge, as (model, column), by the kind of the double.
_MOVING: dict[type[RegisterRow], list[tuple[type[models.Model], str]]] = {
    Official: [(Appointment, "official")],
    Organization: [
        (Appointment, "organization"),
        (Organization, "parent"),
        (Organization, "successor"),
    ],
    Topic: [(Topic, "parent")],
}


class NotDecided(ValueError):  # noqa: N818 - it says what happened to the rows
    """Nothing was done to the register; `str()` says why and what to do."""


@dataclass(frozen=True)
class Merge:
    """What merging one row into another would do; shown before it is done."""

    double: Any
    into: Any
    refusals: list[str]
    aliases: list[str] = field(default_factory=list)
    moving: list[models.Model] = field(default_factory=list)
    # Appointments that the other row holds already in that time; they stay with the double.
    staying: list[Appointment] = field(default_factory=list)
    publications: int = 0
    working_copies: int = 0


# --- merging ------------------------------------------------------------------------------------


def planned_merge(double: Any, into: Any) -> Merge:
    """What would happen; with any refusal nothing would."""
    if refusals := list(_refusals(double, into)):
        return Merge(double, into, refusals)
    moving, staying = _moving(double, into)
    names = dict.fromkeys([*double.all_names(), *printed_forms(double)])
    return Merge(
        double,
        into,
        [],
        aliases=[name for name in names if name and name not in into.all_names()],
        moving=[row for row, _ in moving],
        staying=staying,
        publications=len(named_by(double)),
        working_copies=working_copies(double),
    )


def merge(double: Any, into: Any, by: User | Robot, *, reason: str = "") -> RegisterDecision:
    """Merge `double` into `into`, in one transaction. Raises NotDecided with every reason."""
    with transaction.atomic():
        double, into = _locked(double, into)
        plan = planned_merge(double, into)
        if plan.refusals:
            raise NotDecided(" ".join(plan.refusals))
        affected = named_by(double) | named_by(into)
        moved = _move(double, into)
        into.aliases = [*into.aliases, *plan.aliases]
        into.save()
        double.merged_into = into
        double.save()
        decision = RegisterDecision.objects.create(
            verb=RegisterDecision.Verb.MERGE,
            kind=kind_of(double),
            key=double.slug,
            into=into.slug,
            moved={"aliases": plan.aliases, "rows": moved},
            reason=reason,
            at=timezone.now(),
            by=user_of(by),
            by_name=name_of(by),
        )
        relink(affected)
    return decision


def undo_merge(double: Any, by: User | Robot) -> RegisterDecision:
    """Part a double from the row it was merged into, and give back what moved. Raises NotDecided
    when it is merged into none."""
    if double.merged_into_id is None:
        raise NotDecided(f"“{double}” is not merged into another entry.")
    with transaction.atomic():
        double, into = _locked(double, double.merged_into)
        decision = (
            RegisterDecision.objects.standing()
            .select_for_update(of=("self",))
            .filter(verb="merge", kind=kind_of(double), key=double.slug, into=into.slug)
            .first()
        )
        if double.merged_into_id is None or decision is None:
            raise NotDecided(
                f"How “{double}” was merged is not recorded, so it cannot be undone here."
            )
        affected = named_by(into)
        double.merged_into = None
        double.save()
        added = set(decision.moved["aliases"])
        into.aliases = [name for name in into.aliases if name not in added]
        into.save()
        _move_back(decision, double, into)
        decision.undone_at = timezone.now()
        decision.undone_by, decision.undone_by_name = user_of(by), name_of(by)
        decision.save()
        relink(affected)
    return decision


def _locked(*rows: Any) -> list[Any]:
    """The rows as they stand, locked in the order of their numbers so that nobody waits in turn."""
    model = type(rows[0])
    locked = model.objects.select_for_update(of=("self",)).order_by("pk")
    found = {row.pk: row for row in locked.filter(pk__in=[row.pk for row in rows])}
    return [found[row.pk] for row in rows]


# --- refusals -----------------------------------------------------------------------------------


def _refusals(double: Any, into: Any) -> Iterator[str]:
    if double.pk == into.pk:
        yield "An entry cannot be merged into itself. Choose the other one."
        return
    if double.merged_into_id:
        yield f"“{double}” is merged into “{double.merged_into}” already. Undo that first."
    if into.merged_into_id:
        yield (
            f"“{into}” is merged into another entry itself. "
            f"Merge into “{into.merged_into}” instead."
        )
    if isinstance(double, Official):
        yield from _principal_refusals(double)
    if isinstance(double, Organization):
        yield from _state_refusals(double, into)
    if getattr(into, "parent_id", None) == double.pk:
        yield f"“{into}” is a part of “{double}”. Merge “{double}” into none of its parts."
    if isinstance(double, Topic) and into.parent_id and double.parts.exists():
        yield f"“{double}” has sub-topics, and “{into}” is one itself. Move the sub-topics first."


def _principal_refusals(double: Official) -> Iterator[str]:
    """The column by which publications are found for their principal is never rewritten."""
    if Publication.objects.filter(principal=double).exists():
        yield (
            f"“{double}” is the principal of publications, which name that entry for good. "
            "Merge the other entry into this one instead."
        )


def _state_refusals(double: Organization, into: Organization) -> Iterator[str]:
    codes = {str(double.country_code), str(into.country_code)} - {""}
    if len(codes) > 1:
        yield (
            f"“{double}” and “{into}” have different country codes ({', '.join(sorted(codes))}): "
            "they are two states. For a state that followed another, set “successor”."
        )


# --- what moves ---------------------------------------------------------------------------------


def _moving(double: Any, into: Any) -> tuple[list[tuple[Any, str]], list[Appointment]]:
    """What points to the double and can point to the other; and the appointments that cannot,
    because the other has the same office at the same time."""
    moving: list[tuple[Any, str]] = []
    staying: list[Appointment] = []
    for model, column in _MOVING[type(double)]:
        for row in model._default_manager.filter(**{column: double}):
            setattr(row, column, into)
            if isinstance(row, Appointment) and any(
                row.overlaps(other) for other in row.equal_appointments()
            ):
                setattr(row, column, double)
                staying.append(row)
            else:
                moving.append((row, column))
    return moving, staying


def _move(double: Any, into: Any) -> list[list[Any]]:
    """Let what can move point to the other row; returns it by model, column and natural key."""
    moving, _ = _moving(double, into)
    for row, _column in moving:
        row.save()
    return [[row._meta.model_name, column, list(row.natural_key())] for row, column in moving]


def _move_back(decision: RegisterDecision, double: Any, into: Any) -> None:
    """Give back what moved and is still where it was moved to."""
    by_name: dict[str, Any] = {str(m._meta.model_name): m for m, _ in _MOVING[type(double)]}
    for name, column, key in decision.moved["rows"]:
        model = by_name[name]
        named = dict(zip(model.natural_fields, key, strict=True))
        for row in model.objects.filter(**named, **{column: into}):
            setattr(row, column, double)
            row.save()
