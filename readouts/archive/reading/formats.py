"""The objects of a file, whichever way it parts them."""

from __future__ import annotations

import itertools
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator

from readouts.archive.reading import json_documents, json_lines, yaml_documents
from readouts.archive.reading.files import File, Format, Unreadable
from readouts.archive.reading.items import Item

_READERS: dict[Format, Callable[[Iterable[bytes]], Iterator[Item]]] = {
    Format.LINES: json_lines.items,
    Format.JSON: json_documents.items,
    Format.YAML: yaml_documents.items,
}


def items(file: File) -> Iterator[Item]:
    """The objects of one file, in order; where nothing more can be read, one more says why.

    Raises OSError for a file that cannot be opened or read.
    """
    try:
        yield from _read(file)
    except Unreadable as found:
        yield Item(found.line, b"", None, ("", "", found.cure))


def _read(file: File) -> Iterator[Item]:
    pieces = file.pieces()
    if file.format:
        return _READERS[file.format](pieces)
    begun: list[bytes] = []
    for piece in pieces:
        begun.append(piece)
        if b"".join(begun).removeprefix(BOM_UTF8).strip():
            break
    told = _READERS[_told_by(b"".join(begun))]
    return told(itertools.chain(begun, pieces))


def _told_by(beginning: bytes) -> Format:
    """The format of a stream, by how it begins."""
    line = beginning.removeprefix(BOM_UTF8).lstrip().partition(b"\n")[0].rstrip()
    if line.startswith(b"[") or line == b"{":
        return Format.JSON
    if line.startswith((b"-", b"%YAML")):
        return Format.YAML
    return Format.LINES
