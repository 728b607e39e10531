"""Titles that no grammar reads: taken as printed where the page says that it is a readout, and its
text reports an encounter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readouts.archive.scrapes.furniture import is_furniture
from readouts.archive.scrapes.head_lines import Kind, read_line
from readouts.archive.scrapes.heads import Head, TitleLine, head_at
from readouts.archive.scrapes.kinds import KIND_WORDS, kind_of
from readouts.archive.scrapes.layout import SURE, Layout
from readouts.archive.scrapes.layouts import LAYOUTS
from readouts.archive.scrapes.occasions import Occasion
from readouts.archive.scrapes.page import NotAReadout, Page
from readouts.archive.scrapes.paragraphs import body_of, is_prose, sentences
from readouts.archive.scrapes.principals import Principal, completed, principal_in_title, subjects
from readouts.archive.scrapes.report import Report
from readouts.archive.scrapes.reports import read_report
from readouts.archive.scrapes.titles import Title, has_label, read_title, without_suffix

_SHORTEST, _LONGEST = 3, 400  # words, characters
_OPENING = 3  # paragraphs
_OTHER_KINDS = (
    (
        re.compile(r"activities of (?:the )?(?:deputy[- ])?secretary-general in\b", re.I),
        "The page reports a whole trip, day by day, not one encounter.",
    ),
    (
        re.compile(
            r"(?:daily press briefing|(?:press |background )?(?:gaggle|briefing)\b|"
            r".*\bnoon briefing|highlights of the)\b",
            re.I,
        ),
        "The page is a press briefing, not a readout.",
    ),
    (
        re.compile(r".*\bpool report\b", re.I),
        "The page is the report of a journalist of the press pool, not a readout.",
    ),
    (
        re.compile(
            r"(?:transcript|remarks|(?:[\w-]+ )?press (?:encounter|conference|availability)|"
            r".*\b(?:speaks?|spoke|talks?|talked) (?:to|with) (?:[\w-]+ )?"
            r"(?:media|press|journalists|reporters))\b",
            re.I,
        ),
        "The page gives spoken words, not the account of an encounter.",
    ),
)
# "President A to visit B"
_TO_COME = re.compile(
    r"(?:(?:[^\W\d_a-z][\w.’'-]*|of|the|and),? )+(?:to|will) (?:speak|talk|meet|visit|hold|receive|"
    r"host|pay|travel|discuss|attend|arrive)\b"
)
_KIND_WITH = re.compile(rf"(?<=[\w.])\s+(?={KIND_WORDS}\s+(?:with|to)\b)", re.I)
_ADDRESS = re.compile(r"https?://|@|\.(?:com|org|gov)\b")


def plain_title(page: Page, *, says_so: bool) -> Head | None:
    """Return the head of a page whose title no grammar reads, None when it is no readout.

    The line above the label "Readouts | Name, Secretary-General" is a title; so is a line that
    opens "Readout of"; these say so. Any other is one only on a page that a layout knows.
    """
    number = _number_of_title(page)
    if number is None or _TO_COME.match(page.lines[number]):
        return None
    title = Title(page.lines[number], "", "", (), Occasion())
    head = head_at(page.lines, 0, TitleLine(number, number + 1, title), len(page.lines))
    filed = bool(head.label and head.label.has_section)
    if (has_label(title.printed) or filed) != says_so:
        return None
    if other := next((why for form, why in _OTHER_KINDS if form.match(title.printed)), None):
        raise NotAReadout(other)
    layout = max(LAYOUTS, key=lambda layout: layout.recognise(page, head).score)
    if not says_so and not (layout.any_title and layout.recognise(page, head).score >= SURE):
        return None
    if mended := _with_possessive(title.printed):
        return Head(mended, head.above, head.below)
    report = first_report(head, layout)
    sure = filed or (says_so and layout.recognise(page, head).score >= SURE)
    if report is None and not sure:
        return None
    kind = report.kind if report else kind_of(title.printed)
    date = without_suffix(title.printed)[1]
    words = kind.replace("_", " ")
    known = Title(title.printed, "", kind, (), Occasion(), date=date, kind_words=words)
    return Head(known, head.above, head.below)


def _with_possessive(printed: str) -> Title | None:
    """Read a title that lost its possessive: "Readout of President NAME call with …"."""
    mended = _KIND_WITH.sub("’s ", printed, count=1)
    title = read_title(mended) if mended != printed else None
    return replace(title, printed=printed) if title else None


def _number_of_title(page: Page) -> int | None:
    lines = page.lines
    for number, line in enumerate(lines[1:], start=1):
        if read_line(line).kind is Kind.LABEL and _may_be_title(lines[number - 1]):
            return number - 1
    for number, line in enumerate(lines):
        if has_label(line) and body_of(lines[number + 1 :]).paragraphs:
            return number
    if page.stated.heading in lines:
        return lines.index(page.stated.heading)
    above = [n for n in range(_first_text(lines)) if _may_be_title(lines[n])]
    return max(above, key=lambda n: (len(lines[n]), n), default=None)


def _may_be_title(line: str) -> bool:
    return (
        not is_furniture(line)
        and read_line(line).kind in (Kind.OTHER, Kind.PLACE)
        and len(line.split()) >= _SHORTEST
        and len(line) <= _LONGEST
        and not line.endswith(".")
        and not _ADDRESS.search(line)
    )


def _first_text(lines: Sequence[str]) -> int:
    """Return the number of the first line that is a paragraph and no title."""
    for number, line in enumerate(lines):
        if is_prose(line) and line.endswith((".", ":", "”", '"', "…")) and not is_furniture(line):
            return number
    return len(lines)


def first_report(head: Head, layout: Layout) -> Report | None:
    """Return the first sentence of the text that reports an encounter of the publisher's."""
    body = body_of(head.below).paragraphs
    principal = head.label or head.heading
    if not principal:
        principal = completed(Principal(), body, layout.offices)
    words = (*subjects(principal), *layout.offices)
    return _first(body, words)


def reports_encounter(title: Title, body: Sequence[str]) -> bool:
    """Tell whether a text reports an encounter of the principal in its title."""
    principal = completed(principal_in_title(title.principal), body)
    return _first(body, subjects(principal)) is not None


def _first(body: Sequence[str], words: tuple[str, ...]) -> Report | None:
    told = (sentence for paragraph in body[:_OPENING] for sentence in sentences(paragraph))
    return next((report for sentence in told if (report := read_report(sentence, words))), None)
