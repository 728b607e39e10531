"""YAML documents: a list of objects, or one object a document, read as events item by item.

Plain data only: no tag makes anything but text, numbers, lists and mappings. Dates stay the text
they are, and so does what only YAML takes for something else ("no" for Norway, 15:30 for 930).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import yaml

from readouts.archive.reading.files import Unreadable
from readouts.archive.reading.items import DEEPEST, LARGEST, TOO_DEEP, TOO_LARGE, Item
from readouts.archive.wording import Words, shown

# So many values may one object have, those counted that an alias repeats.
_MOST_VALUES = 200_000
_TAG = "tag:yaml.org,2002:"
_PLAIN = ("str", "int", "float", "bool", "null", "timestamp", "binary", "seq", "map")
_PLAIN_TAGS = {None, "!", *(_TAG + name for name in _PLAIN)}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"[-+]?[0-9]+\.[0-9]*([eE][-+]?[0-9]+)?|[-+]?[0-9]+[eE][-+]?[0-9]+")
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[Tt]|[ \t]+)(\d\d:\d\d:\d\d(?:\.\d+)?)[ \t]*(Z|[-+]\d\d(?::?\d\d)?)?"
)
_WORDS: dict[str, Any] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
_MERGE = "<<"
# Digits that a column of the database can hold.
_LONGEST_INTEGER = 18


def items(pieces: Iterable[bytes]) -> Iterator[Item]:
    """The objects of a file, each with the line it begins on. Raises Unreadable where the file is
    no YAML."""
    try:
        yield from _Events(_Stream(pieces)).items()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        cure = f"It is not YAML ({error.problem}). Mend it; nothing after this was read."
        raise Unreadable(cure, line) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        what = str(error).partition("\n")[0]
        cure = f"It is not YAML ({what}). Save it as UTF-8 without control characters."
        raise Unreadable(cure) from error


class _Refused(ValueError):  # noqa: N818 - it says what happened to the object
    """One object cannot be plain data."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(words[2])


class _Stream:
    """Pieces as a file; it refuses to be read on where one object is too large."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._rest = b""
        self._since = 0

    def begin(self) -> None:
        """Another object begins."""
        self._since = 0

    def read(self, size: int = 4096, /) -> bytes:
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = piece
        taken, self._rest = self._rest[:size], self._rest[size:]
        self._since += len(taken)
        if self._since > LARGEST:
            raise Unreadable(TOO_LARGE[2])
        return taken


class _Events:
    """The events of a file, made into objects one after the other."""

    def __init__(self, stream: _Stream) -> None:
        self._stream = stream
        self._events: Iterator[Any] = yaml.parse(stream, Loader=yaml.CSafeLoader)
        self._anchors: dict[str, tuple[Any, int]] = {}
        # Values of the object at hand, and how many lists and mappings of it are open.
        self._values = 0
        self._open = 0

    def items(self) -> Iterator[Item]:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._anchors.clear()
            elif isinstance(event, yaml.SequenceStartEvent):
                while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
                    yield self._item(event)
            elif isinstance(event, yaml.NodeEvent) and not _is_nothing(event):
                yield self._item(event)

    def _item(self, event: Any) -> Item:
        line = event.start_mark.line + 1
        self._values = 0
        self._open = int(isinstance(event, yaml.CollectionStartEvent))
        self._stream.begin()
        try:
            told = self._value(event)
        except _Refused as refused:
            while self._open:
                self._next()
            return Item(line, b"", None, refused.words)
        raw = msgspec.json.encode(told)
        if not isinstance(told, dict):
            return Item(line, raw, None, ("", shown(told), "A record is a mapping. Write it so."))
        return Item(line, raw, told)

    def _next(self) -> Any:
        event = next(self._events)
        if isinstance(event, yaml.CollectionStartEvent):
            self._open += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open -= 1
        return event

    # --- values ---------------------------------------------------------------------------------

    def _value(self, event: Any) -> Any:
        if isinstance(event, yaml.AliasEvent):
            return self._repeated(event.anchor)
        before = self._values
        self._more(1)
        if self._open > DEEPEST:
            raise _Refused(TOO_DEEP)
        if event.tag not in _PLAIN_TAGS:
            cure = f"The tag “{event.tag}” is no plain data. Write the value without it."
            raise _Refused(("", "", cure))
        if isinstance(event, yaml.ScalarEvent):
            value = _scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._list()
        else:
            value = self._mapping()
        if event.anchor:
            self._anchors[event.anchor] = value, self._values - before
        return value

    def _more(self, count: int) -> None:
        self._values += count
        if self._values > _MOST_VALUES:
            cure = f"It has more than {_MOST_VALUES:,} values, repeated ones included. Part it."
            raise _Refused(("", "", cure))

    def _repeated(self, anchor: str | None) -> Any:
        if anchor is None or anchor not in self._anchors:
            raise _Refused(
                ("", f"“*{anchor}”", "Nothing before it has this name. Write the value.")
            )
        value, count = self._anchors[anchor]
        self._more(count)
        return value

    def _list(self) -> list[Any]:
        found = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            found.append(self._value(event))
        return found

    def _mapping(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        merged: list[Any] = []
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused(("", "", "A key is a word. Write one before the colon."))
            value = self._value(self._next())
            if event.value == _MERGE and not event.style:
                merged += value if isinstance(value, list) else [value]
            elif event.value in found:
                cure = "This key is there twice in one object. Keep one of the two."
                raise _Refused((event.value, "", cure))
            else:
                found[event.value] = value
        for more in merged:
            if not isinstance(more, dict):
                raise _Refused((_MERGE, shown(more), "Only a mapping can be merged. Write it out."))
            found = {**more, **found}
        return found


def _is_nothing(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.value and not event.style


def _scalar(event: Any) -> Any:
    """The value of a scalar: what it says in JSON, too, and else the text itself."""
    text: str = event.value
    if event.tag == _TAG + "binary":
        return "".join(text.split())
    if event.tag in ("!", _TAG + "str") or (event.tag is None and event.style):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text) and len(text) <= _LONGEST_INTEGER:
        return int(text)
    if _NUMBER.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    if moment := _MOMENT.fullmatch(text):
        return f"{moment[1]}T{moment[2]}{_zone(moment[3] or '')}"
    return text


def _zone(zone: str) -> str:
    """A zone as "+02:00", however short it was written."""
    if zone in ("", "Z"):
        return zone
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"
