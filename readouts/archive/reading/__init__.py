"""From paths to records: archive files of every kind, one record after the other.

Memory stays flat however large a file is: what must be put together from many places is staged on
disk. Nothing that stands in a file raises; it becomes a line with problems, each with its cure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readouts.archive import lines
from readouts.archive.lines import Problem
from readouts.archive.reading import formats
from readouts.archive.reading.files import File, Unreadable, files_of
from readouts.archive.reading.items import TOO_DEEP, Item
from readouts.archive.records import Record
from readouts.archive.wording import Words, shown

__all__ = ["Line", "Reading", "RegisterObject"]


@dataclass(frozen=True, slots=True)
class Line:
    """One record and where it stood; `record` is None where it cannot be read."""

    file: str
    # The line it begins on; 0 where a problem is of the file as a whole.
    number: int
    record: Record | None
    # Field, value and cure of everything wrong with it.
    problems: list[Words]
    # The record's own bytes as one line, for a file of refused records.
    raw: bytes

    def problem(self, name: str, value: Any, cure: str) -> Problem:
        return Problem(self.file, self.number, name, shown(value), cure)


@dataclass(frozen=True, slots=True)
class RegisterObject:
    """A row of the register or a tag, as a fixture has it: "model", "pk" and "fields"."""

    file: str
    line: int
    object: dict[str, Any]


class Reading:
    """Archive files as they are read. Ask for `register_objects` first, then for `lines`.

    None among the paths is standard input. Raises OSError, naming the file, for what cannot be
    opened or read.
    """

    def __init__(self, paths: Iterable[Path | None]) -> None:
        self._files, self.skipped = files_of(paths)
        self.names = [file.name for file in self._files]
        sizes = [file.size for file in self._files if file.size is not None]
        # Bytes on disk; None where nobody can know.
        self.total = sum(sizes) if len(sizes) == len(self._files) else None

    @property
    def position(self) -> int:
        """Bytes read so far, as they are on disk; at the end as many as `total`."""
        return sum(file.read for file in self._files)

    def register_objects(self) -> Iterator[RegisterObject]:
        """The rows of the register among the fixtures, in any order."""
        return iter(())

    def lines(self) -> Iterator[Line]:
        """Every record, in the order in which they stand."""
        for file in self._files:
            try:
                for item in formats.items(file):
                    yield _line(file, item)
            except Unreadable as found:
                yield Line(file.name, found.line, None, [("", "", found.cure)], b"")


def _line(file: File, item: Item) -> Line:
    if item.told is None:
        return Line(file.name, item.number, None, [item.problem or TOO_DEEP], item.raw)
    record, problems = lines.checked(item.told)
    return Line(file.name, item.number, record, problems, item.raw)
