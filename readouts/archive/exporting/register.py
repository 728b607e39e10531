"""The register rows that exported texts name, as a Django fixture with natural keys.

An official, an organization or an appointment that only a draft names is no part of it; what a
row says of a parent or a successor is told where that one is named as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core import serializers
from django.db.models import Model

from readouts.archive.exporting.selection import Named
from readouts.models.register import Appointment, Official, Organization, Topic

Row = dict[str, Any]
_AT_ONCE = 500
_KIN = ("parent", "successor", "merged_into")


def rows(named: Named) -> Iterator[Row]:
    """Organizations, officials, topics and appointments, each kind in the order of keys."""
    for model, slugs in (
        (Organization, named.organizations),
        (Official, named.officials),
        (Topic, named.topics),
    ):
        yield from _rows(model, _with_those_merged_into(model, slugs))
    for some in _batched(named.officials):
        held = Appointment.objects.filter(official__slug__in=some)
        terms = held.select_related("official", "organization").order_by("official__slug", "pk")
        yield from map(as_row, (term for term in terms if term.natural_key() in named.appointments))


def _with_those_merged_into(model: Any, slugs: set[str]) -> set[str]:
    """The rows and those they were merged into, which their pages show."""
    found, new = set(slugs), set(slugs)
    while new:
        others: set[str] = set()
        for some in _batched(new):
            merged = model.objects.filter(slug__in=some, merged_into__isnull=False)
            others |= set(merged.values_list("merged_into__slug", flat=True))
        new = others - found
        found |= new
    return found


def _rows(model: Any, slugs: set[str]) -> Iterator[Row]:
    kin = [name for name in _KIN if name in {field.name for field in model._meta.fields}]
    for some in _batched(slugs):
        for row in model.objects.filter(slug__in=some).select_related(*kin).order_by("slug"):
            told = as_row(row)
            del told["fields"]["folded"]
            for name in kin:
                other = told["fields"][name]
                if other and other[0] not in slugs:
                    told["fields"][name] = None
            yield told


def as_row(row: Model) -> Row:
    """A row of the database as one of a fixture, without its number."""
    (told,) = serializers.serialize(
        "python", [row], use_natural_foreign_keys=True, use_natural_primary_keys=True
    )
    return dict(told)


def _batched(slugs: set[str]) -> Iterator[list[str]]:
    ordered = sorted(slugs)
    return (ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE))
