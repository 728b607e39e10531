"""From a file's text to its lines: the blocks of an HTML page, or the lines of a text page."""

from __future__ import annotations

import re
from itertools import pairwise

from lxml.etree import _Element

_UNSEEN = ("script", "style", "noscript", "template", "head", "nav", "form", "svg", "iframe")
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "html", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot",
        "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_SPACES = re.compile(r"[ \t\n]+")
# A text whose longest line is no longer than this was broken to fit a width.
_WIDEST = 100
_FULL_LINES = 3
_SENTENCE_END = re.compile(r"[.!?:;)\]\"'”’…*|]$")
# A long line that ends in one of these words is not whole, whatever the next begins with.
_LEFT_OPEN = re.compile(
    r".{40}.*\s(?:the|of|and|to|with|for|in|an?|by|between|from|that|as|its|their|his|her)$", re.S
)
_STARTS_ANEW = re.compile(r"read-?outs?\b|.*\||.*,\s+(?:former\s+)?secretary-general$", re.I)


def lines_of_markup(page: _Element | None) -> list[str]:
    """Return a line for each block of an HTML page that shows text."""
    pieces: list[str] = []
    if page is not None:
        _gather(page, pieces)
    lines = (_SPACES.sub(" ", raw).strip() for raw in "".join(pieces).split("\f"))
    return [line for line in lines if line]


def lines_of_text(text: str) -> list[str]:
    """Return the lines of a text page; those broken to fit a width are whole again."""
    lines = [_SPACES.sub(" ", line).strip() for line in text.split("\n")]
    width = _width(lines)
    joined: list[str] = []
    for before, line in pairwise(["", *lines]):
        if before and line and _continues(before, line, width=width):
            joined[-1] = f"{joined[-1]} {line}"
        elif line:
            joined.append(line)
    return joined


def _width(lines: list[str]) -> int:
    """Return the width a text was broken to, or 0 when its paragraphs stand in one line each."""
    longest = max(map(len, lines), default=0)
    full = [line for line in lines if len(line) > longest * 3 // 4]
    broken = [line for line in full if not _SENTENCE_END.search(line)]
    is_broken = len(full) >= _FULL_LINES and len(broken) * 2 > len(full)
    return longest if longest <= _WIDEST and is_broken else 0


def _continues(line: str, following: str, *, width: int) -> bool:
    """Tell whether `following` goes on where `line` was broken to fit a width."""
    if _STARTS_ANEW.match(following):
        return False
    if width:
        fits = len(line) + 1 + len(following.split(maxsplit=1)[0]) <= width
        return not fits or (len(line) * 4 > width * 3 and not _SENTENCE_END.search(line))
    unfinished = not _SENTENCE_END.search(line) and " " in line
    return unfinished and (following[0].islower() or bool(_LEFT_OPEN.match(line)))


def _gather(page: _Element, pieces: list[str]) -> None:
    """Collect the seen text of `page`, a form feed where a block begins or ends."""
    waiting: list[tuple[_Element, bool]] = [(page, False)]
    while waiting:  # a stack, because damaged markup nests deeper than Python may recurse
        element, leaving = waiting.pop()
        edge = "\f" if element.tag in _BLOCKS else ""
        if leaving:
            pieces.append(edge + (element.tail or "").replace("\f", " "))
            continue
        waiting.append((element, True))
        if element.tag in _UNSEEN:
            continue
        pieces.append(edge + (element.text or "").replace("\f", " "))
        waiting.extend((child, False) for child in reversed(element))
