"""The register's keys as they stand now: an export names no row that it cannot bring along."""

from __future__ import annotations

from typing import Any

from readouts.editorial import content
from readouts.models.publication import Publication
from readouts.models.register import Appointment, Official, Organization, Topic


class RegisterNow:
    """All keys of the register, read once."""

    def __init__(self) -> None:
        self._officials = set(Official.objects.values_list("slug", flat=True))
        self._organizations = set(Organization.objects.values_list("slug", flat=True))
        self._topics = set(Topic.objects.values_list("slug", flat=True))
        self._appointments: set[tuple[Any, ...]] = set()
        self._mandates: dict[tuple[str, str], list[Any]] = {}
        for row in Appointment.objects.select_related("official", "organization"):
            key = row.natural_key()
            self._appointments.add(key)
            if row.is_mandate:
                self._mandates.setdefault(key[:2], list(key))

    def mend(self, row: Publication) -> None:
        """Bring the keys of a version to those of today: an appointment that was mended since is
        left out, or is the mandate it became; a row that is gone is named by its words alone."""
        shape: Any = row.shape
        shape["principal"]["register"] = self._principal(shape["principal"]["register"])
        for encounter in shape["encounters"]:
            for person in encounter["participants"]:
                person["register"] = self._known(person["register"])
        for name, known in (("organizations", self._organizations), ("topics", self._topics)):
            for told in shape[name]:
                told["key"] = told["key"] if told["key"] in known else ""
        row.digest = content.digest(shape)

    def _known(self, keys: dict[str, Any]) -> dict[str, Any]:
        known = {
            "official": keys.get("official") in self._officials,
            "organization": keys.get("organization") in self._organizations,
            "appointment": tuple(keys.get("appointment", ())) in self._appointments,
        }
        return {name: key for name, key in keys.items() if known[name]}

    def _principal(self, keys: dict[str, Any]) -> dict[str, Any]:
        known = self._known(keys)
        if "appointment" not in known:
            pair = (known.get("official", ""), known.get("organization", ""))
            if mandate := self._mandates.get(pair):
                known["appointment"] = mandate
        return known
