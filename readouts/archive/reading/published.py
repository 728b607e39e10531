"""The archive record that publications in fixture rows tell: every version there was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import msgspec

from readouts.archive.reading.rows import Row
from readouts.archive.records import Moment
from readouts.archive.versions import record_of
from readouts.archive.wording import Words, explained, shown
from readouts.editorial import provenance
from readouts.editorial.shape import Shape
from readouts.models.publication import Grade
from readouts.models.readout import Readout
from readouts.models.source import SourceRecord

if TYPE_CHECKING:
    from readouts.models.publication import Publication


_PROTECTED = SourceRecord.Outcome.PROTECTED


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
        # What a load brought and people kept out of the text is no source of it.
        self.sources = [row for row in sources if row.fields.get("outcome") != _PROTECTED]
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
        if self.sources and not whole[-1].text_removed:
            self._add_source(told)
        return told

    def _add_source(self, told: dict[str, Any]) -> None:
        """The bytes of the source, which no publication tells; and of an archive record whose
        publication tells no source, the source that was kept for it."""
        kept = self.sources[-1].fields
        source = told.get("source", {})
        if not source and told.get("origin") != Readout.Origin.OFFICE:
            source = {name: kept[name] for name in provenance.TOLD if kept.get(name)}
            if source.get("file") == kept.get("load_file"):
                # It names the file of an earlier load, for want of a source.
                source.pop("file", None)
        if kept.get("raw"):
            source = source | {"raw": kept["raw"]}
        if source:
            told["source"] = source

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
