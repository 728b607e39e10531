"""Translations that stand before their original: kept on disk until every original has come."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import Any, Self

import msgspec

from readouts.archive import lines
from readouts.archive.outcomes import Planned
from readouts.archive.reading import Line


class _Kept(msgspec.Struct):
    file: str
    number: int
    raw: bytes
    # The primary keys of its publications, so that it keeps its place among those of its day.
    keys: list[int]


class Later:
    """The records of one load that were put off."""

    def __enter__(self) -> Self:
        self._file = tempfile.TemporaryFile()
        self._keys: dict[tuple[str, int], list[int]] = {}
        return self

    def __exit__(self, *raised: Any) -> None:
        self._file.close()

    def put_off(self, one: Planned, keys: list[int]) -> None:
        line = one.line
        kept = _Kept(line.file, line.number, msgspec.json.encode(line.told), keys)
        self._file.write(msgspec.json.encode(kept) + b"\n")

    def lines(self) -> Iterator[Line]:
        """The records, as they were read, in their order."""
        self._file.seek(0)
        for raw in self._file:
            kept = msgspec.json.decode(raw, type=_Kept)
            record, problems = lines.parse(msgspec.json.decode(kept.raw))
            self._keys[kept.file, kept.number] = kept.keys
            yield Line(kept.file, kept.number, record, problems, kept.raw)

    def keys(self, one: Planned) -> list[int]:
        """The primary keys that were taken for a record when it was put off, if it was."""
        return self._keys.pop((one.line.file, one.line.number), [])
