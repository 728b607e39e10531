"""From paths to records: archive files of every kind, one record after the other.

Memory stays flat however large a file is: what must be put together from many places is staged on
disk. Nothing that stands in a file raises; it becomes a line with problems, each with its cure.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readouts.archive import lines
from readouts.archive.reading import formats, rows
from readouts.archive.reading.assembling import assembled
from readouts.archive.reading.files import File, files_of
from readouts.archive.reading.items import Item
from readouts.archive.reading.line import Line, shown_reference
from readouts.archive.reading.staging import Staging
from readouts.archive.wording import shown

__all__ = ["Line", "Reading", "RegisterObject"]

# A file is known by its first object; so many that cannot be read may stand before it.
_BROKEN_AT_FIRST = 20
_ROW_AMONG_RECORDS = (
    "This is a row of a fixture among records. Put the rows into a file of their own."
)


@dataclass(frozen=True, slots=True)
class RegisterObject:
    """A row of the register or a tag, as a fixture has it: "model", "pk" and "fields"."""

    file: str
    line: int
    object: dict[str, Any]


class Reading:
    """Archive files as they are read: once, `register_objects` before `lines`.

    None among the paths is standard input. Raises OSError, naming the file, for what cannot be
    opened or read.
    """

    def __init__(self, paths: Iterable[Path | None]) -> None:
        self._files, self.skipped = files_of(paths)
        self.names = [file.name for file in self._files]
        sizes = [file.size for file in self._files if file.size is not None]
        # Bytes on disk; None where nobody can know.
        self.total = sum(sizes) if len(sizes) == len(self._files) else None
        self._staging = Staging()
        self._is_staged = False
        # Streams cannot be opened twice: what was begun stays open.
        self._begun: dict[int, Iterator[Item]] = {}
        self._fixtures: set[int] = set()

    @property
    def position(self) -> int:
        """Bytes read so far, as they are on disk; at the end as many as `total`."""
        return sum(file.read for file in self._files)

    def register_objects(self) -> Iterator[RegisterObject]:
        """The rows of the register among the fixtures, in the order they stand; a row may name
        one that comes after it."""
        self._is_staged = True
        for place, file in enumerate(self._files):
            objects = formats.items(file)
            first = list(_first(objects))
            objects = itertools.chain(first, objects)
            if first and _is_row(first[-1]):
                self._fixtures.add(place)
                yield from self._stage(file, objects)
            elif file.is_stream:
                self._begun[place] = objects
            else:
                file.read = 0

    def _stage(self, file: File, objects: Iterable[Item]) -> Iterator[RegisterObject]:
        self._staging.begin(file.name)
        for item in objects:
            if row := self._staging.add(item):
                yield RegisterObject(file.name, item.number, row)

    def lines(self) -> Iterator[Line]:
        """Every record of the record files in the order they stand, then those of the fixtures."""
        if not self._is_staged:
            for _ in self.register_objects():
                pass
        for place, file in enumerate(self._files):
            if place not in self._fixtures:
                for item in self._begun.get(place) or formats.items(file):
                    yield _line(file, item)
        yield from assembled(self._staging)


def _first(objects: Iterator[Item]) -> Iterator[Item]:
    """The first objects, up to one that can be read."""
    for item in itertools.islice(objects, _BROKEN_AT_FIRST):
        yield item
        if item.told is not None:
            break


def _is_row(item: Item) -> bool:
    return item.told is not None and rows.is_row(item.told)


def _line(file: File, item: Item) -> Line:
    if item.told is None:
        return Line(file.name, item.number, None, [item.problem] if item.problem else [], item.raw)
    if rows.is_row(item.told):
        words = ("model", shown(item.told["model"]), _ROW_AMONG_RECORDS)
        return Line(file.name, item.number, None, [words], item.raw)
    record, problems, versions = lines.checked(item.told)
    named = shown_reference(item.told)
    return Line(file.name, item.number, record, problems, item.raw, versions, named)
