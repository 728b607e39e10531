"""The body of a readout: a small set of HTML, made canonical, as plain blocks, as text.

A block is a plain-text paragraph (`str`) or, where markup is needed, `{"html": "<ul>…</ul>"}`.
Everything that reads text (checks, differences, search) works on the plain blocks.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import lxml.html
import nh3
from lxml.etree import ParserError

Block = str | dict[str, str]

_BLOCK_TAGS = {"p", "ul", "ol", "blockquote"}
_TAGS = _BLOCK_TAGS | {"li", "em", "strong", "a"}
_ATTRIBUTES = {"a": {"href"}}
_SCHEMES = {"http", "https", "mailto"}
# What word processors and old pages use for the same things.
_RENAMED = {"b": "strong", "i": "em", "div": "p"} | {f"h{n}": "p" for n in range(1, 7)}
_SPACES = re.compile(r"[ \t\r\n\f]+")
# Neither HTML nor PostgreSQL can carry these.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")


def blocks(markup: str) -> list[Block]:
    """The canonical blocks of `markup`; anything outside the small set is dropped, words are kept.

    Canonical means: `blocks(markup_of(blocks(x))) == blocks(x)` for any x.
    """
    return [block for element in _elements(_clean(markup)) if (block := _block(element))]


def markup_of(body: list[Block]) -> str:
    """The HTML of blocks, sanitized; the inverse of `blocks`."""
    return "\n".join(
        f"<p>{html.escape(block, quote=False)}</p>" if isinstance(block, str) else block["html"]
        for block in body
    )


def canonical(markup: str) -> str:
    """`markup` in the one form in which a body is stored."""
    return markup_of(blocks(markup))


def plain(body: list[Block]) -> list[str]:
    """The text of each block; the points of a list are joined by line breaks."""
    return [block if isinstance(block, str) else _text(block["html"]) for block in body]


def _clean(markup: str) -> str:
    markup = _UNPRINTABLE.sub("", markup)
    try:
        tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    except ParserError:
        return ""
    for element in tree.iterdescendants():
        if element.tag in _RENAMED:
            element.tag = _RENAMED[element.tag]
        elif element.tag == "br":
            element.tail = " " + (element.tail or "")
    return nh3.clean(
        lxml.html.tostring(tree, encoding="unicode"),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _elements(markup: str) -> Iterator[lxml.html.HtmlElement]:
    """Block elements in order; loose words and inline elements are gathered into paragraphs."""
    loose = lxml.html.Element("p")
    tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    loose.text, tree.text = tree.text, None
    for child in list(tree):
        tail, child.tail = child.tail, None
        if child.tag in _BLOCK_TAGS:
            yield loose
            yield child
            loose = lxml.html.Element("p")
            loose.text = tail
        else:
            child.tail = tail
            loose.append(child)
    yield loose


def _block(element: lxml.html.HtmlElement) -> Block | None:
    text = _SPACES.sub(" ", element.text_content()).strip()
    if not text:
        return None
    if element.tag == "p" and len(element) == 0:
        return text
    markup = _SPACES.sub(" ", lxml.html.tostring(element, encoding="unicode", with_tail=False))
    return {"html": markup.strip()}


def _text(markup: str) -> str:
    element = lxml.html.fragment_fromstring(markup)
    parts = element.xpath(".//li | .//p") or [element]
    return "\n".join(_SPACES.sub(" ", part.text_content()).strip() for part in parts)
