"""The small set of HTML of a body: read into parts (paragraphs, lists, quotations), written back in
one form.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

# What word processors and old pages use for the same things.
_RENAMED = {"b": "strong", "i": "em"}
_INLINE = {"strong", "em", "a"}
_NESTING = {"ul", "ol", "li", "blockquote"}
# These only part one paragraph, or one cell of a row, from the next.
_PARTING = {
    *("p", "div", "section", "article", "header", "footer", "main", "aside", "address", "pre"),
    *("center", "figure", "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr"),
    *("dl", "dt", "dd", "hr", "h1", "h2", "h3", "h4", "h5", "h6"),
}
_SPACING = {"br", "td", "th"}
_KNOWN = {*_RENAMED, *_INLINE, *_NESTING, *_PARTING, *_SPACING}
# Dropped with all they hold: what is not text for a reader.
_UNREAD = {
    *("script", "style", "title", "xml", "template", "noscript", "iframe", "object"),
    *("svg", "math", "select", "textarea", "button"),
}
# Nobody reads deeper than this; what is pasted deeper is brought up.
_DEEPEST = 12
_SCHEMES = {"http", "https", "mailto"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
# Neither HTML nor PostgreSQL can carry these.
_NO_CHARACTERS = "\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_UNPRINTABLE = re.compile(f"[{_NO_CHARACTERS}]")

# Every white space but the plain one (a test compares): reading would make it that.
_OTHER_SPACES = "\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# What looks like markup, what no page can show, and such spaces.
_NOT_PLAIN = re.compile(f"[&<>{_NO_CHARACTERS}{_OTHER_SPACES}]")


@dataclass
class Run:
    """Words under the same marks."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""

    @property
    def marks(self) -> tuple[bool, bool, str]:
        return self.strong, self.em, self.href

    def markup(self) -> str:
        text = html.escape(self.text, quote=False)
        text = f"<em>{text}</em>" if self.em else text
        text = f"<strong>{text}</strong>" if self.strong else text
        return f'<a href="{html.escape(self.href)}">{text}</a>' if self.href else text

    def written_out(self) -> str:
        text = f"*{self.text}*" if self.em else self.text
        text = f"**{text}**" if self.strong else text
        return f"{text} [{self.href}]" if self.href else text


@dataclass
class Paragraph:
    runs: list[Run]

    @property
    def is_plain(self) -> bool:
        return len(self.runs) == 1 and not any(self.runs[0].marks)

    def inner(self) -> str:
        return "".join(run.markup() for run in self.runs)

    def markup(self) -> str:
        return f"<p>{self.inner()}</p>"

    def lines(self, with_marks: bool) -> list[str]:
        return ["".join(run.written_out() if with_marks else run.text for run in self.runs)]


@dataclass
class Nest:
    """A list, a point of a list, a quotation, or (without a tag) the body itself."""

    tag: str
    parts: list[Paragraph | Nest] = field(default_factory=list)

    @property
    def is_list(self) -> bool:
        return self.tag in ("ul", "ol")

    def add(self, part: Paragraph | Nest) -> None:
        """Put a part in its place: words and lists loose in a list belong to a point of it."""
        last = self.parts[-1] if self.parts else None
        if not self.is_list or (isinstance(part, Nest) and part.tag == "li"):
            self.parts.append(part)
        elif isinstance(part, Nest) and isinstance(last, Nest):
            last.parts.append(part)
        else:
            self.parts.append(Nest("li", [part]))

    def markup(self) -> str:
        only = self.parts[0]
        if self.tag == "li" and len(self.parts) == 1 and isinstance(only, Paragraph):
            return f"<li>{only.inner()}</li>"
        return f"<{self.tag}>{''.join(part.markup() for part in self.parts)}</{self.tag}>"

    def lines(self, with_marks: bool) -> list[str]:
        lines = [line for part in self.parts for line in part.lines(with_marks)]
        if with_marks and self.tag in ("li", "blockquote"):
            lines[0] = ("• " if self.tag == "li" else "> ") + lines[0]
        return lines


def is_plain_text(text: str) -> bool:
    """Whether reading `text` as a paragraph would give the very same text: most texts of archives,
    which then need no parser."""
    spaced = "  " in text or text[:1] == " " or text[-1:] == " "
    return text != "" and not spaced and not _NOT_PLAIN.search(text)


# --- reading markup -----------------------------------------------------------------------------


def parts_of(markup: str) -> list[Paragraph | Nest]:
    """The parts of `markup`, which nh3 has made safe and well-formed before it is read."""
    cleaned = nh3.clean(
        _UNPRINTABLE.sub("", markup),
        tags=_KNOWN,
        clean_content_tags=_UNREAD,
        attributes={"a": {"href"}},
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    reader = _Reader()
    reader.feed(cleaned)
    reader.close()
    return reader.finished()


class _Reader(HTMLParser):
    """Reads well-formed markup into parts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [Nest("")]
        self._runs: list[Run] = []
        self._marks: list[tuple[str, str]] = []

    def finished(self) -> list[Paragraph | Nest]:
        self._part()
        while len(self._open) > 1:
            self._close()
        return self._open[0].parts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = _RENAMED.get(tag, tag)
        if tag in _INLINE:
            href = _UNPRINTABLE.sub("", dict(attrs).get("href") or "").strip()
            self._marks.append((tag, href))
        elif tag in _SPACING:
            self._add(" ")
        else:
            self._part()
            # A point outside any list is a paragraph.
            fits = len(self._open) < _DEEPEST and (tag != "li" or self._open[-1].is_list)
            if tag in _NESTING and fits:
                self._open.append(Nest(tag))

    def handle_endtag(self, tag: str) -> None:
        tag = _RENAMED.get(tag, tag)
        if tag in _INLINE:
            if self._marks:
                self._marks.pop()
        elif tag not in _SPACING:
            self._part()
            if tag in _NESTING and self._open[-1].tag == tag:
                self._close()

    def handle_data(self, data: str) -> None:
        self._add(_UNPRINTABLE.sub("", data))

    def _add(self, text: str) -> None:
        tags = {tag for tag, _ in self._marks}
        hrefs = [href for tag, href in self._marks if tag == "a"]
        self._runs.append(Run(text, "strong" in tags, "em" in tags, hrefs[-1] if hrefs else ""))

    def _part(self) -> None:
        """End the paragraph under way, if it says anything."""
        if runs := list(_merged(_spaced(self._runs))):
            self._open[-1].add(Paragraph(runs))
        self._runs = []

    def _close(self) -> None:
        nest = self._open.pop()
        if nest.parts:
            self._open[-1].add(nest)


def _spaced(runs: list[Run]) -> list[Run]:
    """Runs with single spaces between words and none around the paragraph; a space has no marks."""
    spaced: list[Run] = []
    after_space = True
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        text = text[1:] if after_space and text.startswith(" ") else text
        if text:
            after_space = text.endswith(" ")
            spaced.append(Run(text, *run.marks) if text.strip() else Run(text))
    while spaced and not spaced[0].text.strip():
        del spaced[0]
    while spaced and not spaced[-1].text.strip():
        del spaced[-1]
    if spaced:
        spaced[0].text = spaced[0].text.lstrip()
        spaced[-1].text = spaced[-1].text.rstrip()
    return spaced


def _merged(runs: list[Run]) -> Iterator[Run]:
    """Runs of which neighbours differ in their marks."""
    last: Run | None = None
    for run in runs:
        if last and last.marks == run.marks:
            last.text += run.text
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
