"""The primary keys of the register rows that shapes name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from readouts.editorial.register_lookup import RegisterLookup
from readouts.editorial.shape import RegisterKeys, Shape
from readouts.models.register import Appointment


class RegisterRows:
    """Primary keys by natural key, of the very row named, one merged into another included; the
    rows are those that `lookup` fetched for the same shapes.

    Raises KeyError for a key that the register does not have. An appointment that was mended in
    the register since is None: it only checks the printed title.
    """

    def __init__(self, shapes: Iterable[Shape], lookup: RegisterLookup) -> None:
        self.officials = lookup.official_keys
        self.organizations = lookup.organization_keys
        self.topics = lookup.topic_keys
        self._appointments = _appointments(
            {keys["official"] for keys in _of_people(shapes) if keys.get("appointment")}
        )

    def official(self, keys: RegisterKeys) -> int | None:
        return self.officials[keys["official"]] if "official" in keys else None

    def organization(self, keys: RegisterKeys) -> int | None:
        return self.organizations[keys["organization"]] if "organization" in keys else None

    def appointment(self, keys: RegisterKeys) -> int | None:
        key = keys.get("appointment")
        return self._appointments.get(tuple(key)) if key else None


def _of_people(shapes: Iterable[Shape]) -> Iterable[RegisterKeys]:
    for shape in shapes:
        yield shape["principal"]["register"]
        for encounter in shape["encounters"]:
            for person in encounter["participants"]:
                yield person["register"]


def _appointments(officials: set[str]) -> dict[tuple[Any, ...], int]:
    if not officials:
        return {}
    rows = Appointment.objects.filter(official__slug__in=officials)
    return {row.natural_key(): row.pk for row in rows.select_related("official", "organization")}
