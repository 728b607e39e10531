"""Archive files: which there are, and the bytes of each a piece at a time, decompressed."""

from __future__ import annotations

import enum
import os
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import zstandard

from readouts.archive.exported import told_elsewhere

_PIECE = 1 << 16


class Format(enum.StrEnum):
    """How a file parts its objects."""

    LINES = "JSON Lines"
    JSON = "JSON"
    YAML = "YAML"


FORMATS = {
    ".jsonl": Format.LINES,
    ".ndjson": Format.LINES,
    ".json": Format.JSON,
    ".yaml": Format.YAML,
    ".yml": Format.YAML,
}
# How each begins, how it is opened, and how much of it is opened at once: a byte of gzip can say
# 1 KiB, four bytes of Zstandard 128 KiB, and no piece is to hold more than 8 MiB.
_COMPRESSIONS: dict[str, tuple[bytes, Callable[[], Any], int]] = {
    ".gz": (b"\x1f\x8b", lambda: zlib.decompressobj(wbits=31), 1 << 12),
    ".zst": (b"\x28\xb5\x2f\xfd", lambda: zstandard.ZstdDecompressor().decompressobj(), 1 << 8),
}
_SHORTEST = min(size for _, _, size in _COMPRESSIONS.values())
READABLE = f"{', '.join(FORMATS)}, each also as {' or '.join(_COMPRESSIONS)}"


class Unreadable(ValueError):  # noqa: N818 - it says what the file is
    """Nothing more can be read of a file: from which line on (0: nobody knows), and the cure."""

    def __init__(self, cure: str, line: int = 0) -> None:
        self.cure = cure
        self.line = line
        super().__init__(cure)


@dataclass
class File:
    """One file, or a stream that can be read once; `read` counts the bytes read so far."""

    name: str
    path: Path | None
    # Bytes on disk; None for a stream.
    size: int | None = None
    read: int = field(default=0, init=False)

    @property
    def is_stream(self) -> bool:
        return self.size is None

    @property
    def format(self) -> Format | None:
        """By its name; None where only its first byte tells."""
        return None if self.is_stream else format_of(self.name)

    def pieces(self) -> Iterator[bytes]:
        """The bytes of the file, decompressed; never many at once.

        Raises Unreadable where a compressed file is damaged or cut off, OSError where the file
        cannot be opened or read.
        """
        if self.format is None and not self.is_stream:
            what = "Nobody here reads such a file"
            if self.path and self.path.is_dir():
                what = "Nothing in this folder can be read"
            raise Unreadable(f"{what}. Give {READABLE}, or a folder of such files.")
        self.read = 0
        with self._opened() as stream:
            first = stream.read(_SHORTEST)
            told = os.path.splitext(self.name)[1].lower()
            for suffix, (magic, opened, size) in _COMPRESSIONS.items():
                if first.startswith(magic):
                    packed = self._counted(first, stream, size)
                    yield from _decompressed(packed, opened)
                    return
                if suffix == told:
                    raise Unreadable(f"It is no {suffix} file inside. Fetch it anew, or rename it.")
            yield from self._counted(first, stream, _PIECE)

    def _opened(self) -> Any:
        return nullcontext(sys.stdin.buffer) if self.path is None else self.path.open("rb")

    def _counted(self, piece: bytes, stream: BinaryIO, size: int) -> Iterator[bytes]:
        while piece:
            self.read += len(piece)
            yield piece
            piece = stream.read(size)


def _decompressed(pieces: Iterator[bytes], opened: Callable[[], Any]) -> Iterator[bytes]:
    """What one or several compressed streams, one after the other, hold."""
    stream = opened()
    for piece in pieces:
        rest = piece
        while rest:
            if stream.eof:
                # Some archivers fill up the last block of a medium with zeros.
                rest = rest.lstrip(b"\0")
                if not rest:
                    break
                stream = opened()
            try:
                yield stream.decompress(rest)
            except (zlib.error, zstandard.ZstdError) as error:
                cure = f"The compressed file is damaged ({error}). Fetch it anew."
                raise Unreadable(cure) from error
            rest = stream.unused_data if stream.eof else b""
    if not stream.eof:
        raise Unreadable("The compressed file ends too early. Fetch it anew.")


# --- which files there are ----------------------------------------------------------------------


def format_of(name: str) -> Format | None:
    """The format a file name tells, compressed or not."""
    stem, suffix = os.path.splitext(name.lower())
    if suffix in _COMPRESSIONS:
        suffix = os.path.splitext(stem)[1]
    return FORMATS.get(suffix)


def files_of(paths: Iterable[Path | None]) -> tuple[list[File], list[str]]:
    """The files to read, in order, and the names of those in folders that are passed over.

    None is standard input. A folder is read with the folders in it, by name; what begins with a
    dot is none of ours, and of an export its register and its records are read. Raises OSError for
    what is not there.
    """
    files: list[File] = []
    skipped: list[str] = []
    for path in paths:
        if path is None:
            files.append(File("standard input", None))
        elif path.is_dir():
            _look_into(path, files, skipped)
        else:
            status = path.stat()
            is_pipe = not path.is_file()
            files.append(File(path.name, path, None if is_pipe else status.st_size))
    common = {name for name, count in Counter(file.name for file in files).items() if count > 1}
    for file in files:
        if file.name in common and file.path:
            file.name = str(file.path)
    return files, skipped


def _look_into(folder: Path, files: list[File], skipped: list[str]) -> None:
    inside = sorted(path for path in folder.rglob("*") if path.is_file())
    elsewhere = told_elsewhere(inside)
    for path in inside:
        name = path.relative_to(folder)
        if any(part.startswith(".") for part in name.parts):
            continue
        if format_of(path.name) and path not in elsewhere:
            files.append(File(name.as_posix(), path, path.stat().st_size))
        else:
            skipped.append(name.as_posix())
    if not any(format_of(path.name) for path in inside):
        # A folder with nothing to read is a mistake of whoever named it, told when it is read.
        files.append(File(folder.name, folder, 0))
