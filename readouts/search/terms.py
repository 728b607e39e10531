"""What was asked for: folded words and phrases, the same for both engines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.folding import fold

# Curly and straight quotes alike open and close a phrase.
_PART = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]|(\S+)')
# Bounds what one query may cost.
MOST_WORDS = 16


@dataclass(frozen=True)
class Terms:
    """Folded phrases, each a tuple of words; `open_end` when the last word may be a beginning."""

    phrases: tuple[tuple[str, ...], ...]
    open_end: bool

    def __bool__(self) -> bool:
        return bool(self.phrases)

    @property
    def words(self) -> list[str]:
        return [word for phrase in self.phrases for word in phrase]


def parse(words: str) -> Terms:
    """Split what a reader typed into words and quoted phrases, folded.

    >>> parse('Nazarbayev "working lunch" Côte')
    Terms(phrases=(('nazarbayev',), ('working', 'lunch'), ('cote',)), open_end=True)
    """
    phrases: list[tuple[str, ...]] = []
    open_end = False
    for quoted, bare in _PART.findall(words):
        folded = tuple(fold(quoted or bare).split())
        if folded and sum(map(len, phrases)) + len(folded) <= MOST_WORDS:
            phrases.append(folded)
            # A hyphenated word ("Secretary-General") folds to several: they stay together.
            open_end = not quoted and len(folded[-1]) > 1
    return Terms(tuple(phrases), open_end)
