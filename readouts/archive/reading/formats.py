"""The objects of a file, whichever way it parts them."""

from __future__ import annotations

import itertools
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator

from readouts.archive.reading import json_documents, json_lines, yaml_documents
from readouts.archive.reading.files import File, Format, Unreadable
from readouts.archive.reading.items import Item

# By so many bytes the format of a stream is known, or nothing but space stands in them.
_ENOUGH = 1 << 16
# How files begin that are named like ours and are something else.
_SOMETHING_ELSE = {
    b"%PDF": "It is a PDF, not text. Save its text in records first.",
    b"PK\x03\x04": "It is a ZIP file, or one of Word or Excel. Unpack it, or save it as text.",
    b"\xd0\xcf\x11\xe0": "It is a file of Word or Excel. Save it as text.",
    b"\x89PNG": "It is a picture. Choose another file.",
    b"\xff\xd8\xff": "It is a picture. Choose another file.",
    b"SQLite format": "It is a database. Export its records first.",
    b"<": "It is a page of HTML or XML. Read it with import_scrape first.",
}
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
    begun = b""
    for piece in pieces:
        begun += piece
        if len(begun) > _ENOUGH or begun.removeprefix(BOM_UTF8).strip():
            break
    told = file.format or _told_by(begun)
    # YAML says itself how it is encoded.
    if told is not Format.YAML and begun.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise Unreadable("It is UTF-16, not UTF-8. Save the file as UTF-8.", line=1)
    for sign, cure in _SOMETHING_ELSE.items():
        if begun.removeprefix(BOM_UTF8).lstrip().startswith(sign):
            raise Unreadable(cure, line=1)
    return _READERS[told](itertools.chain([begun], pieces))


def _told_by(beginning: bytes) -> Format:
    """The format of a stream, by how it begins."""
    line = beginning.removeprefix(BOM_UTF8).lstrip().partition(b"\n")[0].rstrip()
    if line.startswith(b"[") or line == b"{":
        return Format.JSON
    if line.startswith((b"-", b"%YAML")):
        return Format.YAML
    return Format.LINES
