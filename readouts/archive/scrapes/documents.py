"""The documents in one file: usually one readout; at times several end to end, or one in two
languages, one below the other. What is none is refused with the reason."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from readouts.archive.scrapes.cited import cited_title
from readouts.archive.scrapes.doubts import shares_a_name
from readouts.archive.scrapes.furniture import (
    is_frozen_banner,
    is_furniture,
    is_not_found,
    is_placeholder,
    opens_a_list,
)
from readouts.archive.scrapes.head_lines import Kind, read_line
from readouts.archive.scrapes.heads import Head, TitleLine, head_at, title_lines
from readouts.archive.scrapes.languages import language_of
from readouts.archive.scrapes.listings import lists_texts
from readouts.archive.scrapes.next_texts import up_to_another
from readouts.archive.scrapes.no_readouts import OTHER_SERIES, only_announces
from readouts.archive.scrapes.page import NotAReadout, Page
from readouts.archive.scrapes.paragraphs import body_of, is_prose
from readouts.archive.scrapes.spoken import is_spoken, refuse_a_transcript, tells_who_spoke
from readouts.archive.scrapes.titles import Title, has_label
from readouts.archive.scrapes.tongues.announcing import announces
from readouts.archive.scrapes.untitled import plain_title, reports_encounter
from readouts.archive.scrapes.untold_titles import (
    are_beginnings,
    breaks_off,
    head_of_text,
    holds_beginnings,
    is_a_list,
    tells_several_days,
)

_BANNER = "The file holds only the banner of a site that is kept as history."
_BEGINNINGS = "The file is a list of the beginnings of several texts, not a readout."
_TO_COME = "The page announces an encounter that is still to be held."
_ANNOUNCED = re.compile(r"\[scroll down for \w+\]", re.I)
# Its stories merge the readouts of a day into one.
_NEWS_SERVICE = re.compile(r"//news\.un\.org/|//www\.un\.org/(?:apps/)?news/", re.I)
# A paragraph this long shows its language.
_SHOWS_LANGUAGE = 60


@dataclass(frozen=True)
class Document:
    """One readout in the file; `language` is set where it repeats the one before in another."""

    head: Head
    language: str = ""


def documents_in(page: Page) -> list[Document]:
    """Return the readouts of a page. Raises NotAReadout, with the reason, when there is none."""
    _refuse_what_is_no_page(page)
    if holds_beginnings(page.lines):
        raise NotAReadout(_BEGINNINGS)
    for labelled in (True, False):
        found = _without_captions(page, title_lines(page.lines, labelled=labelled))
        found = _above_lists(page, found)
        whole = _with_text(page, found, labelled=labelled)
        if not labelled and lists_texts(page.lines, [one.number for one in whole], page.url):
            raise NotAReadout(_BEGINNINGS)
        if whole:
            parts = [part for one in _heads(page, found, whole) for part in _by_language(one)]
            return [_as_translation(part, parts[0]) for part in parts]
        if labelled and len(found) > 1:
            raise NotAReadout(
                f"The file is a list of {len(found)} titles without their texts, not a readout."
            )
        if labelled and found:
            raise NotAReadout("The title of a readout is there, but no paragraph follows it.")
        if one := plain_title(page, says_so=labelled):
            if not labelled and is_a_list(one.below):
                raise NotAReadout(_BEGINNINGS)
            refuse_a_transcript(body_of(one.below).paragraphs, page)
            return _by_language(one)
    if one := cited_title(page) or _told_by_its_text(page):
        refuse_a_transcript(body_of(one.below).paragraphs, page)
        return _by_language(one)
    raise NotAReadout(_why_none(page))


def _told_by_its_text(page: Page) -> Head | None:
    """Return the head of a page whose text alone shows that it is a readout."""
    one = head_of_text(page)
    if one and announces(one.title, one.below):
        raise NotAReadout(_TO_COME)
    return one


def _above_lists(page: Page, found: list[TitleLine]) -> list[TitleLine]:
    """Leave out the titles below the first that stand in a list of other texts of the site."""
    return [
        one for one in found if not any(map(opens_a_list, page.lines[found[0].end : one.number]))
    ]


def _without_captions(page: Page, found: list[TitleLine]) -> list[TitleLine]:
    """Leave out what looks like a title within the first text and only says whom a photo shows: the
    very people of that title, with no day or list around it."""
    kept = found[:1]
    for one in found[1:]:
        first = kept[0].title
        same = one.title.parties and all(
            any(party.is_same_as(other) for other in first.parties) for party in one.title.parties
        )
        near = page.lines[one.number - 1 : one.end + 1]
        between = page.lines[kept[0].end : one.number]
        within = len(near) > 2 and is_prose(near[0]) and is_prose(near[-1])  # noqa: PLR2004
        lists = any(map(opens_a_list, between))
        if not (same and within and not lists and not reports_encounter(one.title, near[-1:])):
            kept.append(one)
    return kept


def _with_text(page: Page, found: list[TitleLine], *, labelled: bool) -> list[TitleLine]:
    """Return the titles that a body of their own follows; of unlabelled ones, those after the
    first only where the text reports an encounter, as of those that tell of none themselves."""
    ends = [*(later.number for later in found), len(page.lines)][1:]
    whole: list[TitleLine] = []
    bodies: list[list[str]] = []
    for one, end in zip(found, ends, strict=True):
        if not labelled and tells_who_spoke(page.lines[one.end : end]):
            raise NotAReadout("The page gives spoken words, not the account of an encounter.")
        lines = up_to_another(page.lines[one.end : end])
        body = [line for line in body_of(lines).paragraphs if read_line(line).kind is Kind.OTHER]
        if not body:
            continue
        refuse_a_transcript(body, page)
        if not labelled and (tells_several_days(body) or are_beginnings(body)):
            continue
        if not labelled and is_spoken(one.title.printed, body):
            raise NotAReadout("The page gives spoken words, not the account of an encounter.")
        if only_announces(body):
            raise NotAReadout("The text announces what is to come, and no encounter that was held.")
        if not labelled and announces(one.title, body):
            raise NotAReadout(_TO_COME)
        says_little = one.title.kind == "other" and one.title.tongue
        must_tell = whole or says_little or one.title.kind_words.lower() == "visits"
        if labelled or not must_tell or reports_encounter(one.title, body):
            whole.append(one)
            bodies.append(body)
    if labelled or len(whole) < 2:  # noqa: PLR2004
        return whole
    # Of several the beginnings stand on pages of their own.
    return [one for one, texts in zip(whole, bodies, strict=True) if not breaks_off(texts)]


def _heads(page: Page, found: list[TitleLine], whole: list[TitleLine]) -> list[Head]:
    """Return the head of each whole document; the lines above a title are its own."""
    heads: list[Head] = []
    for one in whole:
        earlier = [other for other in whole if other.number < one.number]
        start = _after_text(page.lines, earlier[-1].end, one.number) if earlier else 0
        later = [other for other in found if other.number > one.number]
        end = len(page.lines)
        if later:
            end = _after_text(page.lines, one.end, later[0].number)
        heads.append(head_at(page.lines, start, one, end))
    return heads


def _after_text(lines: Sequence[str], start: int, end: int) -> int:
    """Return the number of the line after the last paragraph between two lines."""
    texts = [n for n in range(start, end) if is_prose(lines[n]) and _is_other(lines[n])]
    return texts[-1] + 1 if texts else end


def _is_other(line: str) -> bool:
    return read_line(line).kind is Kind.OTHER


def _by_language(head: Head) -> list[Document]:
    """Part a text that goes on in another language, below a title of its own or none."""
    texts = [
        (number, language)
        for number, line in enumerate(head.below)
        if len(line) > _SHOWS_LANGUAGE and _is_other(line) and (language := language_of(line))
    ]
    main = texts[0][1] if texts else ""
    turn = next((n for n, (_, language) in enumerate(texts) if language != main), None)
    if turn is None:
        return [Document(head)]
    number, other = texts[turn]
    if any(language != other for _, language in texts[turn:]):
        return [Document(head)]  # the languages alternate; the record warns
    title = next(
        (n for n in (number, number - 1) if n > texts[turn - 1][0] and not _ends_as_text(head, n)),
        None,
    )
    before = [head.title.printed, *(head.below[n] for n, _ in texts[:turn])]
    alone = title is None and len(texts) == turn + 1
    if alone and not shares_a_name(head.below[number], before):
        return [Document(head)]  # a stranger; the record warns
    start = number if title is None else title
    own = _retitled(head, title)
    below = head.below[start + (title is not None) :]
    if not body_of(below).paragraphs:
        return [Document(head)]
    first = replace(head, below=head.below[:start])
    return [Document(first), Document(Head(own, (), below), language=other)]


def _as_translation(part: Document, first: Document) -> Document:
    """A text in another language, with neither label nor date of its own, repeats the first; so
    does one with the same date and names, and one that the first announces."""
    own = part.head.label or _dates(part.head)
    if part is first or part.language or (own and not _repeats(part.head, first.head)):
        return part
    languages = [language_of(" ".join(body_of(d.head.below).paragraphs)) for d in (first, part)]
    return part if languages[0] == languages[1] else Document(part.head, languages[1])


def _repeats(head: Head, first: Head) -> bool:
    """Tell whether a text with lines of its own around its title repeats the first."""
    if _ANNOUNCED.search(first.title.printed):
        return True
    titles = head.title.printed, [first.title.printed]
    return _dates(head) == _dates(first) and shares_a_name(*titles)


def _dates(head: Head) -> set[dt.date]:
    return {line.date for line in (*head.over, *head.under) if line.date}


def _ends_as_text(head: Head, number: int) -> bool:
    return head.below[number].rstrip().endswith((".", "!", "?", "»", "”", ":"))


def _retitled(head: Head, number: int | None) -> Title:
    if number is None:
        return head.title
    printed = head.below[number]
    read = title_lines([printed], labelled=True) or title_lines([printed], labelled=False)
    return read[0].title if read else replace(head.title, printed=printed)


def _refuse_what_is_no_page(page: Page) -> None:
    for of_the_address, printed, why in OTHER_SERIES:
        if of_the_address.search(page.url) or any(map(printed.fullmatch, page.lines)):
            raise NotAReadout(why)
    refuse_a_transcript(up_to_another(page.lines), page)
    rest = [line for line in page.lines if not is_furniture(line)]
    if any(is_not_found(line) for line in page.lines[:12]) and sum(map(is_prose, rest)) < 3:  # noqa: PLR2004
        raise NotAReadout("The site says that the page was not found.")
    if not rest and any(is_frozen_banner(line) for line in page.lines):
        raise NotAReadout(_BANNER)
    if _NEWS_SERVICE.search(page.url) and not any(map(has_label, page.lines)):
        raise NotAReadout("The page is a story of a news service, which is no source of record.")
    text = [line for line in rest if is_prose(line) and not has_label(line)]
    if text and all(map(is_placeholder, text)):
        raise NotAReadout(
            "The text is a placeholder: the translation into this language is missing."
        )


def _why_none(page: Page) -> str:
    rest = [line for line in page.lines if not is_furniture(line)]
    if any(has_label(line) for line in page.lines):
        return "A line opens like the title of a readout, but says neither who nor with whom."
    if any(map(is_frozen_banner, page.lines)) and not any(map(is_prose, rest)):
        return _BANNER
    if not any(is_prose(line) for line in rest):
        return "The file holds only navigation: short lines and no paragraph."
    if is_a_list(page.lines):
        return _BEGINNINGS
    return "No line of the file is the title of a readout."
