"""The head of a page: which line is the title, and what stands above and below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from readouts.archive.scrapes.countries import country_code
from readouts.archive.scrapes.furniture import ends_the_text, is_caption, is_furniture
from readouts.archive.scrapes.head_lines import HeadLine, Kind, read_line
from readouts.archive.scrapes.next_texts import begins_another
from readouts.archive.scrapes.paragraphs import is_prose
from readouts.archive.scrapes.principals import Principal
from readouts.archive.scrapes.titles import Title, read_title
from readouts.archive.scrapes.tongues.titles import read_tongue_title
from readouts.folding import fold

# So many lines above a title may belong to it; further up is the site.
_ABOVE = 12
# So many lines from the head of a page may be a title that ends in a full stop.
_FIRST = 12
_BELOW = 14
# A sentence below the title that sums the text up is no longer than this.
_SUMMARY = 220
_AFTER_A_SUMMARY = (Kind.DATE, Kind.DATELINE, Kind.LABEL)
_SITE = re.compile(
    r"\s*[|»–—-]+\s*(?:the white house|whitehouse\.gov|united nations\b.*|gov\.uk|"
    r"prime minister of canada|u\.?s\.? department of .*|united states department of .*|nato|osce|"
    r"consilium|mea.*|[\w.-]+\.(?:gov|org|com|int|net|eu)(?:\.\w\w)?)\s*$",
    re.I,
)
_SECTION_BEFORE = re.compile(
    r"(?:(?:(?:[A-Z]{2,6} )?(?:(?:press|media|news) (?:releases?|statements?|notes?))|"
    r"news stor(?:y|ies)|read-?outs|headline(?:: [\w ,]{3,40})?|news)\s*[:|–-]+\s*|"
    r"(?:(?:press|media|news) (?:releases?|statements?|notes?)) (?:on|regarding|concerning|about) "
    r"(?:the )?|(?:outcomes?|results?|summary|overview) of (?:the )?)(?=\S)",
    re.I,
)
# "... to the U.S." ends in no full stop.
_INITIALS_AT_END = re.compile(r"\b(?:[A-Z]\.){2,}$")
# "... By The Daily - August 28, 2021"
_BY_A_COPYIST = re.compile(r"\sBy [A-Z][^,]{2,40}\s[–-]\s.*\d{4}$")
# Who gave the text out, run together with the title.
_GIVEN_OUT = re.compile(
    r"\s+(?:(?:Joint Staff|Pentagon|White House|NSC|(?:State|Defense) Department)\s+)?"
    r"(?:Press Secretary|Spokes(?:person|man|woman))\b[^:]{3,80}\b"
    r"(?:provided|issued|released) the following (?:read-?out|statement)\s*:?$"
)
_COUNTRY_BEFORE = re.compile(r"(?P<country>[^\W\d_a-z][\w'’ -]{2,30}?)(?:\s+[–—]|:)\s+(?=[A-Z])")
# Words that no name and no office is made of, and how many of them a principal may have.
_IN_SMALL = re.compile(r"\b(?!(?:of|the|and|for|to|de|la|du|des|et)\b)[^\W\d_A-Z]{2,}\b")
_MOST_SMALL = 2
_UNFINISHED = re.compile(r"(?:,|\b(?:of|with|and|the|to|for|on|in|by|between|H\.E\.|Mr\.|Ms\.))$")


@dataclass(frozen=True)
class Head:
    """The title of one readout, the lines above it and those below, furniture left out."""

    title: Title
    above: tuple[str, ...]
    below: tuple[str, ...]

    @cached_property
    def over(self) -> tuple[HeadLine, ...]:
        """The lines above the title that may belong to it, the nearest last."""
        near: list[HeadLine] = []
        for text in reversed(self.above[-_ABOVE:]):
            line = read_line(text)
            if line.kind is Kind.OTHER and is_prose(text):
                break
            near.insert(0, line)
        return tuple(near)

    @cached_property
    def under(self) -> tuple[HeadLine, ...]:
        """The lines between the title and the first paragraph of the body: a date or label may
        stand below a sentence that only sums the text up."""
        lines = [read_line(text) for text in self.below[:_BELOW]]
        texts = [n for n, line in enumerate(lines) if _is_paragraph(line)]
        end = texts[0] if texts else len(lines)
        if texts[1:] and len(lines[end].text) <= _SUMMARY:
            between = lines[end + 1 : texts[1]]
            another = any(begins_another(self.below, n) for n in range(end + 1, texts[1]))
            dated = any(line.kind in _AFTER_A_SUMMARY for line in between) and len(between) > 1
            end = texts[1] if dated and not another else end
        return tuple(lines[:end])

    @property
    def label(self) -> Principal | None:
        """The principal of a line below the title, "Readouts | Name, Secretary-General"."""
        return next((line.principal for line in self.under if line.kind is Kind.LABEL), None)

    @property
    def heading(self) -> Principal | None:
        """The principal of a line above the title, "Secretary-General Name"."""
        over = map(read_line, self.above)
        return next((line.principal for line in over if line.kind is Kind.HEADING), None)


@dataclass(frozen=True)
class TitleLine:
    """A line of the page that is the title of a readout, with the number of the line after it."""

    number: int
    end: int
    title: Title


def title_lines(lines: Sequence[str], *, labelled: bool) -> list[TitleLine]:
    """Return the titles on a page, each text once: the last of the same before its body.

    Unlabelled ones need a grammar of their own, and are no sentences.
    """
    found: list[TitleLine] = []
    number = 0
    while number < len(lines):
        one = _title_at(lines, number, labelled=labelled)
        if one:
            same = next((n for n, other in enumerate(found) if _same(other.title, one.title)), None)
            between = lines[found[same].end : number] if same is not None else ()
            if same is None:
                if not (found and _is_below(found[-1], one, lines, labelled=labelled)):
                    found.append(one)
            elif not any(map(_is_text, between)):
                found[same] = TitleLine(one.number, one.end, _better(found[same].title, one.title))
        number = one.end if one else number + 1
    return found


def _is_below(title: TitleLine, one: TitleLine, lines: Sequence[str], *, labelled: bool) -> bool:
    """Tell whether a title stands right below another and speaks of the same people."""
    if labelled or any(map(_is_text, lines[title.end : one.number])):
        return False
    return any(p.is_same_as(other) for p in title.title.parties for other in one.title.parties)


def _title_at(lines: Sequence[str], number: int, *, labelled: bool) -> TitleLine | None:
    if is_furniture(lines[number]):
        return None
    line = whole = _GIVEN_OUT.sub("", _SITE.sub("", lines[number]))
    if is_caption(line):
        return None
    if section := _section_before(line):
        line = line[section.end()].upper() + line[section.end() + 1 :]
    stopped = line.endswith((".", "?", "!", "…", "。")) and not _INITIALS_AT_END.search(line)
    sentence = not labelled and is_prose(line) and stopped
    if sentence:  # a title without a verb may have a full stop all the same
        title = read_tongue_title(line, labelled=False) if line.endswith(".") else None
        return TitleLine(number, number + 1, title) if title and number < _FIRST else None
    title = _read(line, labelled=labelled)
    end = number + 1
    # A title broken over lines goes on while its words are not whole, or all in capitals.
    while end < len(lines) and end - number < 4 and _goes_on(line, lines[end]):  # noqa: PLR2004
        line = f"{line} {lines[end]}"
        longer = _read(line, labelled=labelled)
        end += 1
        if longer:
            title = longer
    if title and line != whole and end == number + 1:
        title = replace(title, printed=whole)  # with the section before it, as it is printed
    return TitleLine(number, end, title) if title else None


def _section_before(line: str) -> re.Match[str] | None:
    """Return what stands before a title as the site files it: "News:", "Russia –"."""
    country = _COUNTRY_BEFORE.match(line)
    if country and country_code(country["country"]):
        return country
    return _SECTION_BEFORE.match(line)


def _read(line: str, *, labelled: bool) -> Title | None:
    title = read_title(line, labelled=labelled) or read_tongue_title(line, labelled=labelled)
    if (
        title
        and not title.tongue
        and not labelled
        and len(_IN_SMALL.findall(title.principal)) > _MOST_SMALL
    ):
        return None  # a headline that only speaks of somebody's meeting
    return title


def _goes_on(line: str, following: str) -> bool:
    if is_furniture(line) or is_furniture(following):
        return False
    if read_line(following).kind not in (Kind.OTHER, Kind.PLACE):
        return False
    if line.isupper():
        return following.isupper()
    return bool(_UNFINISHED.search(line)) and not following.endswith((".", "。"))


def _same(one: Title, other: Title) -> bool:
    """Tell whether two titles are the same, one perhaps in capitals or cut short."""
    first, second = sorted((fold(one.printed), fold(other.printed)), key=len)
    first = first.rstrip(" .…")
    return second.startswith(first) and len(first) * 2 > len(second)


def _better(one: Title, other: Title) -> Title:
    """Of the same title printed twice, the one that is whole and not in capitals."""
    plain = [title for title in (other, one) if not title.printed.isupper()] or [other]
    bare = [title for title in plain if not _BY_A_COPYIST.search(title.printed)]
    plain = bare or plain
    return max(plain, key=lambda title: len(title.printed))


def _is_text(line: str) -> bool:
    return is_prose(line) and read_line(line).kind is Kind.OTHER


def head_at(lines: Sequence[str], start: int, found: TitleLine, end: int) -> Head:
    """Return the head of the title found, whose document runs from `start` to `end`."""
    above = tuple(line for line in lines[start : found.number] if not is_furniture(line))
    below = tuple(
        line for line in lines[found.end : end] if ends_the_text(line) or not is_furniture(line)
    )
    return Head(found.title, above, below)


def _is_paragraph(line: HeadLine) -> bool:
    return line.kind is Kind.OTHER and is_prose(line.text)
