"""The body among the lines of a page: what is furniture, where the text begins and ends, and how
a paragraph falls into sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from readouts.archive.scrapes.calendars import months
from readouts.archive.scrapes.furniture import (
    ATTRIBUTED,
    ends_the_text,
    is_attribution,
    is_furniture,
)
from readouts.archive.scrapes.honorifics import ABBREVIATION, HONORIFIC
from readouts.archive.scrapes.line_forms import OFFICE

_SENTENCE_END = re.compile(
    r"[.!?؟]['\"”’»)\]]*(?=\s+['\"“‘«(\[]?[^\W_a-z])|[。！？][”’」』）]*(?=[^”’」』）])|"
    # A scrape lost the space between two sentences: "the Taoiseach.The leaders".
    r"(?<=[a-z]{3}[.!?])(?=(?:The|They|He|She|Both|In|On|Their|His|Her|It|This|These)\s)"
)
_ENDS_A_SENTENCE = re.compile(r"[.!?:;…]['\"”’)\]*]*$|[。؟।]$")
_SHORT = 80
_IDEOGRAPHS = re.compile("[\u3041-\u30ff\u4e00-\u9fff]{4}")
# "am 12. Mai": the stop makes a number an ordinal.
_ORDINAL = re.compile(r"\b[0-3]?\d\.$")
# "Oct. 23": nor does the short name of a month.
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$")
_HOUR_IN_BRACKETS = re.compile(r"\([^()]{0,80}\b[ap]\.m\.$")
_ADDRESS_AT_END = re.compile(
    r"(?<=[.!?”\"])\s*(?:https?://)?(?:[\w-]+\.)+(?:gov|mil|com|org|net|int)/?$"
)
# "New Delhi, May 26:", a dateline without its year on a line of its own.
_PLACE_AND_DAY = re.compile(r"[^\W\d_a-z][\w .'-]{2,30},\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}\s*:?")
# Who edited a text or took its photo, and the mark by which an agency ends one.
_END_MARK = re.compile(
    r"\s*(?:\bFotos?\s?:\s[^.:]{3,60}|[（(]责(?:编|任编辑)[:：][^()（）]{2,20}[)）]|"
    r"[（(]完[)）]|/+\s*انتهى\s*/+)\s*$"
)
_FEW, _MANY = 3, 10
# The mark or number of one in a list, and how long such a line may be.
BULLET = re.compile(r"(?:[•·▪‣*–-]|\(?\d{1,2}[.)])\s+(?=\S)")
_LISTED = 160
_WHOLE_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+")
# A sentence that sums the text up before the line that attributes it is no longer than this.
_SUMMARY = 220


def is_prose(line: str) -> bool:
    """Tell whether a line reads as a paragraph: long, or a sentence with its full stop; and is no
    office with the names of those who hold it."""
    words = line.split()
    if _PLACE_AND_DAY.fullmatch(line):
        return False
    if OFFICE.fullmatch(line) and not line.endswith("."):
        return False
    if _IDEOGRAPHS.search(line):  # no spaces part the words
        return without_end_mark(line).endswith(("。", "！", "？")) or len(line) > _SHORT
    if len(line) > _SHORT or (len(words) > _FEW and _ENDS_A_SENTENCE.search(line)):
        return True
    # A sentence that was cut off: many words, few of them with a capital.
    return len(words) >= _MANY and sum(word[0].islower() for word in words) >= len(words) * 3 // 4


def is_listed(line: str) -> bool:
    """Tell whether a short line goes on with a list: of people, or with a mark or number."""
    return len(line) <= _LISTED and bool(HONORIFIC.match(line) or BULLET.match(line))


@dataclass(frozen=True)
class Body:
    """The paragraphs of a text, and what stood around them: before, between and after."""

    paragraphs: list[str]
    before: list[str]
    after: list[str]
    beyond: list[str]  # what stands after the line that ends the text
    attribution: str = ""
    ended_by: str = ""


def body_of(lines: Sequence[str], *, closers: Sequence[re.Pattern[str]] = ()) -> Body:
    """Return the body among the lines after the head; `closers` also end it.

    Site furniture is left out wherever it stands, short lines only around the paragraphs.
    """
    kept: list[str] = []
    attribution = ended_by = ""
    summed_up: list[str] = []
    rest: list[str] = []
    for number, line in enumerate(lines):
        if any(map(is_prose, kept)) and _ends(line, closers):
            ended_by = line
            rest = [later for later in lines[number:] if not is_furniture(later)]
            break
        texts = [earlier for earlier in kept if is_prose(earlier)]
        if is_attribution(line) and len(texts) <= 1 and all(len(t) <= _SUMMARY for t in texts):
            attribution, summed_up, kept = line, [*summed_up, *kept], []
        elif not is_furniture(line) and not ends_the_text(line) and line not in texts:
            kept.append(line)  # a paragraph that is printed twice, once
    first = next((n for n, line in enumerate(kept) if is_prose(line)), len(kept))
    first = _after_headlines(kept, first)
    last = next((n for n in range(len(kept), first, -1) if is_prose(kept[n - 1])), first)
    if last > first and kept[last - 1].endswith(":"):
        last = next((n for n in range(last, len(kept)) if not is_listed(kept[n])), len(kept))
    return Body(
        kept[first:last], summed_up + kept[:first], kept[last:], rest, attribution, ended_by
    )


def _after_headlines(lines: Sequence[str], first: int) -> int:
    """Return the number of the first paragraph: long headlines may stand before it, which end in no
    full stop as paragraphs do."""
    for number in range(first, len(lines)):
        if _ENDS_A_SENTENCE.search(lines[number]):
            whole = is_prose(lines[number])
            return number if whole else first
        if len(lines[number]) > _SUMMARY:
            break
    return first


def _ends(line: str, closers: Sequence[re.Pattern[str]]) -> bool:
    return ends_the_text(line) or any(closer.match(line) for closer in closers)


def without_attribution(paragraphs: list[str]) -> None:
    """Take the attribution from the head of the first paragraph, or the paragraph if it is all."""
    rest = ATTRIBUTED.sub("", paragraphs[0])
    if rest:
        paragraphs[0] = rest
    elif paragraphs[1:]:
        del paragraphs[0]


def without_address_at_end(paragraphs: list[str]) -> None:
    """Take the address of a site from the end of the text, where a copy ran it together with it;
    and the mark by which an agency or editor ends one."""
    paragraphs[-1] = _ADDRESS_AT_END.sub("", without_end_mark(paragraphs[-1]))


def without_end_mark(paragraph: str) -> str:
    """Return a paragraph without the mark that only ends a text, if it is more than that."""
    return _END_MARK.sub("", paragraph) or paragraph


def without_captions(paragraphs: list[str]) -> list[str]:
    """Take out the words of photos within the text, and return them: a line without a full stop
    between two paragraphs that have one, which repeats a name of the text from before."""
    captions: list[str] = []
    for number in range(len(paragraphs) - 2, 0, -1):
        before, line, after = paragraphs[number - 1 : number + 2]
        whole = all(map(_ENDS_A_SENTENCE.search, (before, after))) and not before.endswith(":")
        names = _WHOLE_NAME.findall(line)
        told = any(name in text for text in paragraphs[:number] for name in names)
        if whole and told and len(line) <= _LISTED and not _ENDS_A_SENTENCE.search(line):
            captions.insert(0, paragraphs.pop(number))
    return captions


def sentences(paragraph: str) -> list[str]:
    """Cut a paragraph into sentences; the stops of "H.E. Mr.", of initials and of the hour inside
    brackets, "(10:00 a.m. JST)", end none."""
    pieces: list[str] = []
    start = 0
    for stop in _SENTENCE_END.finditer(paragraph):
        before, after = (
            paragraph[start : stop.start() + bool(stop[0])],
            paragraph[stop.end() :].split(),
        )
        is_date = _ORDINAL.search(before) and after and after[0].lower().strip(",.") in months()
        is_date = is_date or (_MONTH.search(before) and after and after[0][0].isdecimal())
        is_inside = _HOUR_IN_BRACKETS.search(before)
        if not (is_date or is_inside or ABBREVIATION.search(before)):
            pieces.append(paragraph[start : stop.end()].strip())
            start = stop.end()
    pieces.append(paragraph[start:].strip())
    return [piece for piece in pieces if piece]
