"""What reading gives: a record and where it stood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from readouts.archive.lines import Problem
from readouts.archive.records import Record
from readouts.archive.wording import Words, shown
from readouts.editorial.series import Version


@dataclass(frozen=True, slots=True)
class Line:
    """One record and where it stood; `record` is None where it cannot be read."""

    file: str
    # The line it begins on; 0 where a problem is of the file as a whole.
    number: int
    record: Record | None
    # Field, value and cure of everything wrong with it.
    problems: list[Words]
    # The record as one line of JSON, for a file of refused records.
    raw: bytes
    # The versions a good record tells of, where they are made already.
    versions: list[Version] = field(default_factory=list)
    # What a record that cannot be read gives as its reference.
    named: str = ""

    @property
    def told(self) -> Record:
        """The record of a line without problems. Raises LookupError where there is none."""
        if self.record is None:
            raise LookupError(f"{self.file}, line {self.number} holds no record.")
        return self.record

    @property
    def reference(self) -> str:
        """The reference of the record; "" where it cannot be read."""
        return self.record.reference if self.record else self.named

    def problem(self, name: str, value: Any, cure: str) -> Problem:
        return Problem(self.file, self.number, name, shown(value), cure, self.reference)


def shown_reference(told: dict[str, Any]) -> str:
    """What plain data gives as its reference, whatever is wrong with the rest; "" for none."""
    reference = told.get("reference")
    return shown(reference) if isinstance(reference, str) else ""
