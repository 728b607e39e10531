"""JSON Lines: one object a line."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator

from readouts.archive.reading.items import LARGEST, TOO_LARGE, Item, item_of

# How the reasons stand in a file of refused records, above each of them.
REMARK = b"#"


def items(pieces: Iterable[bytes]) -> Iterator[Item]:
    """The objects of a file; empty lines, remarks and a byte order mark are passed over."""
    for number, line in enumerate(_lines(pieces), start=1):
        if line is None:
            yield Item(number, b"", None, TOO_LARGE)
            continue
        raw = (line.removeprefix(BOM_UTF8) if number == 1 else line).strip()
        if raw and not raw.startswith(REMARK):
            yield item_of(raw, number)


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes | None]:
    """Line by line; None for one that is too large, of which nothing is held."""
    held: bytearray | None = bytearray()
    for piece in pieces:
        for place, part in enumerate(piece.split(b"\n")):
            if place:
                yield None if held is None else bytes(held)
                held = bytearray()
            if held is not None:
                held += part
                if len(held) > LARGEST:
                    held = None
    yield None if held is None else bytes(held)
