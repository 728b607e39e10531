"""Passages of a text around the words that were found, split into plain and marked parts."""

from __future__ import annotations

import re

from readouts.folding import fold
from readouts.search.terms import Terms

# Folding drops accents, vowel signs and invisible characters, so they part no word here either.
_WORD = re.compile(
    r"[\w'’\-‑\u00ad\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u200b-\u200f\u2060]+"
)
# Characters shown on either side of the first words found.
CONTEXT = 140


def passages(text: str, terms: Terms) -> list[tuple[str, bool]]:
    """The passage of `text` around the first words found, as (piece, is it marked) pairs.

    Words are compared folded, as the index compares them; an empty list when none is found (the
    words stood in the title or in a name).
    """
    marks = [
        found.span() for found in _WORD.finditer(text) if _is_wanted(fold(found.group()), terms)
    ]
    if not marks:
        return []
    start, end = _window(text, marks[0])
    pieces: list[tuple[str, bool]] = [("… ", False)] if start else []
    position = start
    for first, last in marks:
        if first >= end:
            break
        pieces += [(text[position:first], False), (text[first:last], True)]
        position = last
    pieces.append((text[position:end] + (" …" if end < len(text) else ""), False))
    return [piece for piece in pieces if piece[0]]


def _is_wanted(folded: str, terms: Terms) -> bool:
    words = terms.words
    if any(part in words for part in folded.split()):
        return True
    return terms.open_end and any(part.startswith(words[-1]) for part in folded.split())


def _window(text: str, mark: tuple[int, int]) -> tuple[int, int]:
    """A window around the mark that begins and ends between words."""
    start = max(0, mark[0] - CONTEXT)
    if start:
        start = text.find(" ", start, mark[0]) + 1 or start
    end = min(len(text), mark[1] + CONTEXT)
    if end < len(text):
        end = max(text.rfind(" ", mark[1], end), mark[1])
    return start, end
