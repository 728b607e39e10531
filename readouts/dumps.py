"""Dumps for the public: archives of everything public, written at night, and what is told of them.

A dump `readouts-2026-11-24.zip` has beside it `readouts-2026-11-24.zip.json`, which says of what
moment it is, its size and its checksum; without that it is not whole, and not offered.
"""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass
from pathlib import Path

NAME = re.compile(r"readouts-\d{4}-\d{2}-\d{2}\.zip")


@dataclass(frozen=True)
class Dump:
    """One dump: `at` is the moment whose public pages it holds, `size` is in bytes."""

    path: Path
    at: datetime.datetime
    size: int
    sha256: str
    readouts: int

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def told(self) -> Path:
        """The file that tells of it."""
        return told_of(self.path)

    def write(self) -> None:
        """Write down what is told of the dump, which is whole then."""
        words = {
            "at": self.at.isoformat(),
            "size": self.size,
            "sha256": self.sha256,
            "readouts": self.readouts,
        }
        waiting = self.told.with_suffix(".partial")
        waiting.write_text(json.dumps(words) + "\n", encoding="utf-8")
        waiting.replace(self.told)


def told_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def written(folder: Path | None) -> list[Dump]:
    """The whole dumps of a folder, the latest first; none where there is no folder."""
    if folder is None or not folder.is_dir():
        return []
    paths = (path for path in folder.iterdir() if NAME.fullmatch(path.name))
    whole = (path for path in paths if path.is_file() and told_of(path).is_file())
    return sorted(map(_read, whole), key=lambda dump: dump.at, reverse=True)


def _read(path: Path) -> Dump:
    told = json.loads(told_of(path).read_text(encoding="utf-8"))
    at = datetime.datetime.fromisoformat(told["at"])
    return Dump(path, at, told["size"], told["sha256"], told["readouts"])
