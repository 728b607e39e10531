"""The archive record that publications in fixture rows tell: every version there was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import msgspec

from readouts.archive.reading.rows import Row
from readouts.archive.records import Moment
from readouts.archive.versions import record_of
from readouts.archive.wording import Words, explained, shown
from readouts.editorial.shape import Shape
from readouts.models.publication import Grade

if TYPE_CHECKING:
    from readouts.models.publication import Publication


class _Columns(msgspec.Struct, kw_only=True):
    """What a record is made from; a publication as far as `record_of` looks at one."""

    reference: str
    number: int
    shape: Shape
    published_at: Moment
    published_hour_known: bool = True
    first_published_at: Moment
    first_published_hour_known: bool = True
    is_archive: bool = False
    address: str = ""
    source: dict[str, Any] = {}
    city: str = ""
    country: str = ""
    place: str = ""
    grade: Grade | None = None
    note: str = ""
    withdrawn_at: Moment | None = None
    withdrawal_reason: str = ""
    text_removed: bool = False


class Published:
    """The publications of one readout."""

    def __init__(self, versions: list[Row], sources: list[Row]) -> None:
        self.versions = sorted(versions, key=_number)
        self.row = self.versions[-1]
        self.sources = sources
        self.problems: list[tuple[Row, Words]] = []

    def told(self) -> dict[str, Any] | None:
        """The record as plain data, or None; what is wrong stands in `problems` then."""
        publications = [self._publication(row) for row in self.versions]
        numbers = [row.fields.get("number") for row in self.versions]
        if numbers != list(range(1, len(numbers) + 1)):
            cure = "The versions of a readout are numbered from 1, each once. Add what is missing."
            self.problems.append((self.row, ("fields.number", shown(numbers), cure)))
        whole = [row for row in publications if row]
        if self.problems or len(whole) < len(publications):
            return None
        try:
            told: dict[str, Any] = msgspec.to_builtins(record_of(cast("list[Publication]", whole)))
        except msgspec.ValidationError as error:
            (name, value, cure), _ = explained({}, str(error))
            self.problems.append((self.row, (f"fields.shape.{name}", value, cure)))
            return None
        if self.sources and not whole[-1].text_removed and self.sources[-1].fields.get("raw"):
            raw = self.sources[-1].fields["raw"]
            told["source"] = told.get("source", {}) | {"raw": raw}
        return told

    def place_of(self, path: str) -> tuple[Row, str]:
        """The row and the field that say what stands at a place of the record."""
        return self.row, f"fields.shape.{path}" if path else ""

    def _publication(self, row: Row) -> _Columns | None:
        given = {name: value for name, value in row.fields.items() if value not in (None, "")}
        try:
            return msgspec.convert(given, _Columns)
        except msgspec.ValidationError as error:
            (name, value, cure), _ = explained(given, str(error))
            self.problems.append((row, (f"fields.{name}", value, cure)))
            return None


def _number(row: Row) -> int:
    told = row.fields.get("number")
    return told if isinstance(told, int) else 0
