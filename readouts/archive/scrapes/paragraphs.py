"""The body among the lines of a page: what is furniture, where the text begins and ends, and how
a paragraph falls into sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from readouts.archive.scrapes.furniture import ends_the_text, is_attribution, is_furniture
from readouts.archive.scrapes.honorifics import ABBREVIATION

_SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]*(?=\s+['\"“‘(\[]?[^\W_a-z])")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;…]['\"”’)\]*]*$|[。؟।]$")
_SHORT = 80


def is_prose(line: str) -> bool:
    """Tell whether a line reads as a paragraph: long, or a sentence with its full stop."""
    return len(line) > _SHORT or (bool(_ENDS_A_SENTENCE.search(line)) and len(line.split()) > 3)  # noqa: PLR2004


@dataclass(frozen=True)
class Body:
    """The paragraphs of a text, and what stood around them: before, between and after."""

    paragraphs: list[str]
    before: list[str]
    after: list[str]
    beyond: list[str]  # what stands after the line that ends the text
    attribution: str = ""


def body_of(lines: Sequence[str], *, closers: Sequence[re.Pattern[str]] = ()) -> Body:
    """Return the body among the lines after the head; `closers` also end it.

    Site furniture is left out wherever it stands, short lines only around the paragraphs.
    """
    kept: list[str] = []
    attribution = ""
    rest: list[str] = []
    for number, line in enumerate(lines):
        if any(map(is_prose, kept)) and _ends(line, closers):
            rest = [later for later in lines[number:] if not is_furniture(later)]
            break
        if is_attribution(line) and not any(map(is_prose, kept)):
            attribution = line
        elif not is_furniture(line) and not ends_the_text(line):
            kept.append(line)
    first = next((n for n, line in enumerate(kept) if is_prose(line)), len(kept))
    last = next((n for n in range(len(kept), first, -1) if is_prose(kept[n - 1])), first)
    return Body(kept[first:last], kept[:first], kept[last:], rest, attribution)


def _ends(line: str, closers: Sequence[re.Pattern[str]]) -> bool:
    return ends_the_text(line) or any(closer.match(line) for closer in closers)


def sentences(paragraph: str) -> list[str]:
    """Cut a paragraph into sentences; the stops of "H.E. Mr." and of initials end none."""
    pieces: list[str] = []
    start = 0
    for stop in _SENTENCE_END.finditer(paragraph):
        if not ABBREVIATION.search(paragraph[start : stop.start() + 1]):
            pieces.append(paragraph[start : stop.end()].strip())
            start = stop.end()
    pieces.append(paragraph[start:].strip())
    return [piece for piece in pieces if piece]
