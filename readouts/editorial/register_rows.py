"""The primary keys of the register rows that shapes name, each kind fetched once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from readouts.editorial.shape import RegisterKeys, Shape
from readouts.models.register import Appointment, Official, Organization, Topic


class RegisterRows:
    """Primary keys by natural key, of the very row named, one merged into another included.

    Raises KeyError for a key that the register does not have. An appointment that was mended in
    the register since is None: it only checks the printed title.
    """

    def __init__(self, shapes: Iterable[Shape]) -> None:
        people: list[RegisterKeys] = []
        mentioned: set[str] = set()
        topics: set[str] = set()
        for shape in shapes:
            people.append(shape["principal"]["register"])
            people += [
                person["register"]
                for encounter in shape["encounters"]
                for person in encounter["participants"]
            ]
            mentioned.update(row["key"] for row in shape["organizations"])
            topics.update(row["key"] for row in shape["topics"])
        officials = {keys["official"] for keys in people if "official" in keys}
        mentioned.update(keys["organization"] for keys in people if "organization" in keys)
        self.officials = _keys(Official, officials)
        self.organizations = _keys(Organization, mentioned)
        self.topics = _keys(Topic, topics)
        self._appointments = _appointments(
            {keys["official"] for keys in people if keys.get("appointment")}
        )

    def official(self, keys: RegisterKeys) -> int | None:
        return self.officials[keys["official"]] if "official" in keys else None

    def organization(self, keys: RegisterKeys) -> int | None:
        return self.organizations[keys["organization"]] if "organization" in keys else None

    def appointment(self, keys: RegisterKeys) -> int | None:
        key = keys.get("appointment")
        return self._appointments.get(tuple(key)) if key else None


def _keys(model: Any, slugs: set[str]) -> dict[str, int]:
    return dict(model.objects.filter(slug__in=slugs).values_list("slug", "pk"))


def _appointments(officials: set[str]) -> dict[tuple[Any, ...], int]:
    if not officials:
        return {}
    rows = Appointment.objects.filter(official__slug__in=officials)
    return {row.natural_key(): row.pk for row in rows.select_related("official", "organization")}
