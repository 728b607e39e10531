"""The body of a readout: a small set of HTML, made canonical, as plain blocks, as text.

A block is a plain-text paragraph (`str`) or, where markup is needed, `{"html": "<ul>…</ul>"}`.
Everything that reads text (checks, differences, search) works on the plain blocks.
"""

from __future__ import annotations

import html

from readouts.editorial.markup import Paragraph, is_plain_text, parts_of

Block = str | dict[str, str]


def blocks(markup: str) -> list[Block]:
    """The canonical blocks of `markup`; anything outside the small set is dropped, words are kept.

    Canonical means: `blocks(markup_of(blocks(x))) == blocks(x)` for any x.
    """
    return [
        part.runs[0].text
        if isinstance(part, Paragraph) and part.is_plain
        else {"html": part.markup()}
        for part in parts_of(markup)
    ]


def markup_of(body: list[Block]) -> str:
    """The HTML of blocks, sanitized wherever they came from; the inverse of `blocks`."""
    return "\n".join(
        f"<p>{html.escape(block, quote=False)}</p>"
        if isinstance(block, str)
        else "\n".join(part.markup() for part in parts_of(block["html"]))
        for block in body
    )


def canonical_blocks(told: list[Block]) -> list[Block]:
    """The canonical blocks of blocks that come from elsewhere: `blocks(markup_of(told))`."""
    if all(isinstance(block, str) and is_plain_text(block) for block in told):
        return told
    return blocks(markup_of(told))


def canonical(markup: str) -> str:
    """`markup` in the one form in which a body is stored."""
    return markup_of(blocks(markup))


def plain(body: list[Block]) -> list[str]:
    """The text of each block; the points of a list are joined by line breaks."""
    return [block if isinstance(block, str) else _text(block["html"]) for block in body]


def marked(body: list[Block]) -> list[str]:
    """The text of each block with its marks written out, so that a changed link or emphasis can
    be compared as words are: "*emphasis*", "words [https://…]", "• point"."""
    return [block if isinstance(block, str) else _text(block["html"], True) for block in body]


def _text(markup: str, with_marks: bool = False) -> str:
    return "\n".join(line for part in parts_of(markup) for line in part.lines(with_marks))
