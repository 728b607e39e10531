"""The register rows that fixture rows name: by natural key or number, from the same files or,
where they are not among them, from the database."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

from readouts.archive.reading import rows
from readouts.archive.reading.rows import Row
from readouts.archive.reading.staging import Staging

OFFICIAL = "readouts.official"
ORGANIZATION = "readouts.organization"
TOPIC = "readouts.topic"
# So many are remembered; the register of an office is rarely larger.
_REMEMBERED = 20_000


class UnknownRow(ValueError):  # noqa: N818 - it says what the row is
    """No such register row; `value` is what named it, `cure` what to do."""

    def __init__(self, value: Any, cure: str) -> None:
        self.value = value
        self.cure = cure
        super().__init__(cure)


class RegisterKeys:
    """Natural keys and names of register rows."""

    def __init__(self, staging: Staging) -> None:
        self._staging = staging
        self._key = lru_cache(_REMEMBERED)(self._find_key)
        self._name = lru_cache(_REMEMBERED)(self._find_name)

    def key(self, model: str, value: Any) -> list[Any] | None:
        """The natural key of the row that a field names; None for an empty field.

        Raises UnknownRow where a number leads nowhere, or the value can name no row.
        """
        if value is None:
            return None
        if isinstance(value, list) and rows.reference_to(value):
            return value
        reference = rows.reference_to(value)
        if reference is None:
            raise UnknownRow(value, "A row is named by its natural key or its number. Mend it.")
        return self._key(model, reference)

    def name(self, model: str, value: Any) -> dict[str, Any]:
        """The key and the name of an organization or topic. Raises UnknownRow as `key`."""
        key = self.key(model, value)
        if key is None:
            raise UnknownRow(value, "Nothing is named here. Take it out.")
        return {"key": key[0], "name": self._name(model, rows.name_of(key))}

    def _find_key(self, model: str, reference: str) -> list[Any]:
        for row in self._staging.named(model, reference):
            return self._natural_key(row)
        try:
            found = rows.model_class(model)._default_manager.filter(pk=reference[1:]).first()
        except (ValueError, OverflowError):
            found = None
        if found is None:
            raise UnknownRow(reference[1:], _unknown(model, "number"))
        return list(found.natural_key())  # type: ignore[attr-defined]

    def _natural_key(self, row: Row) -> list[Any]:
        if row.model != rows.APPOINTMENT:
            return [row.fields.get(name) for name in rows.REGISTER[row.model]]
        fields = row.fields
        official = self.key(OFFICIAL, fields.get("official")) or [None]
        organization = self.key(ORGANIZATION, fields.get("organization")) or [None]
        kind = fields.get("kind") or "substantive"
        return [official[0], organization[0], fields.get("title"), kind, fields.get("start")]

    def _find_name(self, model: str, name: str) -> str:
        for row in self._staging.named(model, name):
            return str(row.fields.get("name") or "")
        key = msgspec.json.decode(name)
        found = rows.model_class(model)._default_manager.filter(slug=str(key[0])).first()
        if found is None:
            raise UnknownRow(key[0], _unknown(model, "key"))
        return str(found.name)  # type: ignore[attr-defined]


def _unknown(model: str, how: str) -> str:
    noun = model.partition(".")[2]
    return (
        f"No {noun} of these files, and none here, has this {how}. Add its row to the files, or "
        "load the register first."
    )
