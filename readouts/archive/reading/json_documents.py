"""JSON documents: a list of objects, taken apart object by object, or objects one after the other.

The list is never held whole; only brackets and quotation marks are looked at to find where an
object ends, and the object is decoded then.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from readouts.archive.reading.files import Unreadable
from readouts.archive.reading.items import LARGEST, TOO_LARGE, Item, item_of

# Everything up to the next bracket, whole strings included; and the rest of a string.
_UP_TO_BRACKET = re.compile(rb'(?:[^"{}\[\]]++|"(?:[^"\\]++|\\.)*+")*+', re.DOTALL)
_REST_OF_STRING = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)
_QUOTE, _BACKSLASH = b'"\\'
_OPENING = b"{["

# What may stand before an object, by what stood before; and what may stand before the end.
_START, _LIST, _BARE = "start", "list", "bare"
_BEFORE = {(_START, b"["): _LIST, (_START, b""): _BARE, (_LIST, b","): _LIST, (_BARE, b""): _BARE}
_AT_THE_END = {(_START, b"[]"), (_START, b""), (_LIST, b"]"), (_BARE, b"")}
_MOST_SIGNS = len(BOM_UTF8) + 2


def items(pieces: Iterable[bytes]) -> Iterator[Item]:
    """The objects of a document, each with the line it begins on.

    Raises Unreadable where something else stands between them, or the end is missing.
    """
    between = _Between()
    line = 1
    current: _Object | None = None
    for piece in pieces:
        place = 0
        while place < len(piece):
            begin = place
            if current is None:
                place = between.next_object(piece, begin, line)
                if place < len(piece):
                    line += piece.count(b"\n", begin, place)
                    current = _Object(line)
                    continue
            else:
                place, is_whole = current.take(piece, begin)
                if is_whole:
                    yield current.item()
                    current = None
            line += piece.count(b"\n", begin, place)
    if current is not None:
        yield current.item()
    else:
        between.end(line)


@dataclass
class _Object:
    """An object of which a part was read."""

    line: int
    # None where it is too large to be held.
    held: bytearray | None = field(default_factory=bytearray)
    depth: int = 0
    in_string: bool = False
    is_escaped: bool = False

    def take(self, piece: bytes, begin: int) -> tuple[int, bool]:
        """Take what belongs to the object; returns where it ends, and whether it is whole."""
        place, is_whole = self._end(piece, begin)
        if self.held is not None:
            self.held += piece[begin:place]
            if len(self.held) > LARGEST:
                self.held = None
        return place, is_whole

    def item(self) -> Item:
        if self.held is None:
            return Item(self.line, b"", None, TOO_LARGE)
        return item_of(bytes(self.held), self.line)

    def _end(self, piece: bytes, place: int) -> tuple[int, bool]:
        while place < len(piece):
            if self.in_string:
                place = self._end_of_string(piece, place)
                continue
            place = _end(_UP_TO_BRACKET, piece, place)
            if place < len(piece):
                sign = piece[place]
                place += 1
                if sign == _QUOTE:
                    self.in_string = True
                    continue
                self.depth += 1 if sign in _OPENING else -1
                if self.depth == 0:
                    return place, True
        return place, False

    def _end_of_string(self, piece: bytes, place: int) -> int:
        place = _end(_REST_OF_STRING, piece, place + self.is_escaped)
        # A backslash is left over only where it is the last byte of the piece.
        self.is_escaped = piece[place : place + 1] == b"\\"
        self.in_string = piece[place : place + 1] != b'"'
        return place + 1


def _end(pattern: re.Pattern[bytes], piece: bytes, place: int) -> int:
    match = pattern.match(piece, place)
    return match.end() if match else place


@dataclass
class _Between:
    """What stands between objects: the brackets and commas of one list, or nothing at all."""

    state: str = _START
    signs: bytes = b""

    def next_object(self, piece: bytes, place: int, line: int) -> int:
        """Where the next object begins; the end of the piece where none does."""
        begin = piece.find(b"{", place)
        end = begin if begin >= 0 else len(piece)
        self.signs += b"".join(piece[place:end].split())
        if begin >= 0 or len(self.signs) > _MOST_SIGNS:
            state = _BEFORE.get((self.state, self._signs()))
            if state is None:
                raise Unreadable(f"{self._instead()} Mend it; nothing after this was read.", line)
            self.state, self.signs = state, b""
        return end

    def end(self, line: int) -> None:
        if (self.state, self._signs()) not in _AT_THE_END:
            if self._signs() in (b"", b"[", b","):
                raise Unreadable("The list is cut off: its “]” is missing. Fetch it anew.", line)
            raise Unreadable(f"{self._instead()} Mend it.", line)

    def _instead(self) -> str:
        if not self._signs():
            return "The comma between two objects is missing."
        shown = self._signs()[:20].decode("utf-8", "replace")
        return f"Here stands “{shown}” where an object should begin or the list should end."

    def _signs(self) -> bytes:
        return self.signs.removeprefix(BOM_UTF8) if self.state == _START else self.signs
