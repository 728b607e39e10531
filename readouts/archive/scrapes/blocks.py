"""From a file's text to its lines: the blocks of an HTML page, or the lines of a text page."""

from __future__ import annotations

import re

import lxml.html
from lxml.etree import ParserError, _Element

_MARKUP = re.compile(
    r"<!doctype html|<(?:html|head|body|div|p|br|h[1-6]|table|article|section|span)\b[^<>]*>", re.I
)
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
# A line that ends this long without an end of sentence was broken to fit a width.
_BROKEN_LINE = 50
_SENTENCE_END = re.compile(r"[.!?:;)\]\"'”’…*|]$")


def lines_of(text: str) -> list[str]:
    """Return the lines that carry text, in order, stripped; HTML blocks become a line each."""
    if _MARKUP.search(text):
        text = _text_of_markup(text)
        return [
            line for line in (_SPACES.sub(" ", raw).strip() for raw in text.split("\f")) if line
        ]
    joined: list[str] = []
    after_blank = True
    for raw in text.split("\n"):
        line = raw.strip()
        if line and joined and not after_blank and _continues(joined[-1], line):
            joined[-1] = f"{joined[-1]} {line}"
        elif line:
            joined.append(line)
        after_blank = not line
    return joined


def _continues(line: str, following: str) -> bool:
    """Tell whether `following` goes on with a sentence that was broken to fit a width."""
    unfinished = len(line) > _BROKEN_LINE and not _SENTENCE_END.search(line)
    return unfinished and (following[0].islower() or line.endswith((",", " of", " the", " and")))


def _text_of_markup(text: str) -> str:
    try:
        # Bytes, because lxml refuses text that declares an encoding of its own.
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        page = lxml.html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except ParserError:
        return ""
    pieces: list[str] = []
    _gather(page, pieces)
    return "".join(pieces)


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
