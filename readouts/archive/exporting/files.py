"""Files of an export: written once, from beginning to end, with their size and checksum."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

import zstandard

# How the records may be packed, and what the ending of such a file is.
PACKINGS = ("gz", "zst")


@dataclass
class Written:
    """A file as the manifest tells of it: `count` is of what it holds (records, rows)."""

    path: str
    count: int = 0
    size: int = 0
    sha256: str = ""

    def told(self) -> dict[str, Any]:
        return {"path": self.path, "count": self.count, "size": self.size, "sha256": self.sha256}


@dataclass
class Files:
    """The files of one folder; each is finished when this is left."""

    folder: Path
    written: list[Written] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._open = ExitStack()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._open.__exit__(kind, error, at)
        if error is None:
            for file in self.written:
                file.size, file.sha256 = checked(self.folder / file.path)

    def begin(self, path: str, packing: str = "") -> tuple[IO[bytes], Written]:
        """A new file to be written from its beginning, packed if wanted."""
        path = f"{path}.{packing}" if packing else path
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        file = Written(path)
        self.written.append(file)
        return self._open.enter_context(_opened(place, packing)), file


@contextmanager
def _opened(path: Path, packing: str) -> Iterator[IO[bytes]]:
    with path.open("xb") as plain:
        if packing == "gz":
            # Neither name nor time inside: the same records give the same bytes.
            with gzip.GzipFile("", "wb", fileobj=plain, mtime=0) as packed:
                yield cast("IO[bytes]", packed)
        elif packing == "zst":
            with zstandard.ZstdCompressor(level=9).stream_writer(plain, closefd=False) as packer:
                yield cast("IO[bytes]", packer)
        else:
            yield plain


def checked(path: Path) -> tuple[int, str]:
    """Size in bytes and SHA-256 of a file."""
    with path.open("rb") as file:
        return path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest()
