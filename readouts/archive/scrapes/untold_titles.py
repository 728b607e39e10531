"""Pages without a title that can be read: where the first paragraph alone shows that the text is a
readout, because it introduces the holder of an office by name and reports that person's
encounter; or that of an office alone, on a page of that office's own publisher. The title is then
a line above that names one of them, or stays empty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readouts.archive.scrapes.datelines import dateline_in
from readouts.archive.scrapes.furniture import ends_the_text, is_attribution, is_furniture
from readouts.archive.scrapes.head_lines import Kind, read_line
from readouts.archive.scrapes.heads import Head, TitleLine, head_at
from readouts.archive.scrapes.introductions import called_on, held_between, introduced
from readouts.archive.scrapes.layout import SURE
from readouts.archive.scrapes.layouts import LAYOUTS
from readouts.archive.scrapes.occasions import Occasion
from readouts.archive.scrapes.page import Page
from readouts.archive.scrapes.paragraphs import (
    BULLET,
    body_of,
    is_prose,
    sentences,
    without_end_mark,
)
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.principals import Principal, subjects
from readouts.archive.scrapes.report import Report
from readouts.archive.scrapes.reports import read_report
from readouts.archive.scrapes.titles import Title
from readouts.archive.scrapes.tongues.untold import told_by_name
from readouts.folding import fold

# So many sentences of the first paragraph may report the encounter.
_OPENING = 2
_SHORTEST, _LONGEST = 3, 300  # words, characters
_ALONE = 5  # words of a line above that shares none with the text and is a title all the same
_HEADLINE = 100  # characters; a longer line above the text is a paragraph of its own
_SPOKEN = re.compile(
    r"(?:.*[:–—-]\s+)?(?:[\w-]+ ){0,3}(?:transcript|remarks|speech|interview|address|statement by|"
    r"statements? (?:of|after|following)|press (?:encounter|conference|statement|point))\b|"
    r".*\bpool report\b|\W*(?:as (?:delivered|prepared|transcribed)|check against delivery)\b",
    re.I,
)
# Elsewhere the office would stand with its state or its holder's name.
_OF_ITS_OWN = re.compile(
    r"\W*(?:[A-Z][^,.]{3,30},\s+|(?:This (?:morning|afternoon|evening)|Today|Earlier today|"
    r"Yesterday|Tonight|Last night)\s+)?[Tt]he (?P<office>Prime Minister|President|Taoiseach|"
    r"Tánaiste|Premier|Foreign (?:Minister|Secretary)|Secretary-General)"
    r"(?=,? (?:and|today|yesterday|has|had|met|spoke|held|received|hosted|talked|this)\b)"
)
# A teaser of a list of texts, each of which stands on a page of its own.
_TEASER = re.compile(r"(?:…|\.\.\.|\b(?:continue reading|read more|more))\W*$", re.I)
_BREAKS_OFF = re.compile(r"(?:…|\.\.\.)\W*$")
_RULE = re.compile(r"[—–_=-]{8,}")
# What a journalist writes of an encounter, and its office never.
_STORY = re.compile(
    r"\baccording to (?:an?|the) [^.]{0,60}?(?:read-?out|statement|press release)\b|"
    r"\b(?:White House|State Department|Treasury|Pentagon|Kremlin|(?:his|her) office|officials?|"
    r"spokes(?:man|woman|person))(?: [A-Z][\w.]+){0,3} (?:said|says|told reporters|confirmed)\b|"
    r"\bread-?outs? (?:of|from|issued|released|said|that)\b|\b(?:Reuters|Associated Press)\b"
)
# A colon may end only what has sentences before it: "... The overview is as follows:".
_ENDS_A_TEXT = re.compile(r"[.。！”\"…]$|\.\s.+:$", re.S)
_MANY_DATELINES = 3
# "Abu Dhabi - The Gazette"
_BYLINE = re.compile(r"(?P<place>[^–—-]{3,30}) [–—-] (?:The )?[^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+)?")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_HAN = re.compile("[\u4e00-\u9fff]")
# When a site put the text up, or how long it takes to read.
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b|^(?:read(?:ing)? time|date \d{4})\b", re.I)
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w’'-]{2,}")


def head_of_text(page: Page) -> Head | None:
    """Return the head of a page whose first paragraph reports an encounter of somebody whom it
    introduces with an office; None for any other page."""
    number = _first_paragraph(page.lines)
    if number is not None and _is_a_headline(page, number):
        number = _first_paragraph(page.lines, number + 1) or number
    if number is None or is_a_list(page.lines[number:]) or _is_spoken(page.lines[:number]):
        return None
    if _is_a_story(page, number):
        return None
    told = (
        _told(page.lines[number])
        or _told_of_an_office(page, number)
        or _told_below_a_caption(page.lines[number:])
        or _told_after_a_visit(page.lines[number:])
    )
    tongue = ""
    if not told and (abroad := told_by_name(page.lines[number])):
        told, tongue = abroad[:2], abroad[2]
    if not told:
        return None
    principal, report = told
    kind = report.kind
    above = _title_above(page.lines[:number], [principal, *report.parties])
    at = number if above is None else above
    printed = "" if above is None else page.lines[above]
    words = kind.replace("_", " ")
    title = Title(
        printed, "", kind, (), Occasion(), kind_words=words, tongue=tongue, subject=principal
    )
    end = number if above is None else above + 1
    return head_at(page.lines, 0, TitleLine(at, end, title), len(page.lines))


def _is_a_headline(page: Page, number: int) -> bool:
    """Tell whether a sentence above the text only announces it: short, and no report itself."""
    line = page.lines[number]
    told = _told(line) or told_by_name(line) or _told_of_an_office(page, number)
    return len(line) <= _HEADLINE and not told


def _first_paragraph(lines: Sequence[str], start: int = 0) -> int | None:
    for number, line in enumerate(lines[start:], start):
        if is_attribution(line) or is_furniture(line):
            continue
        if is_prose(line) and _ENDS_A_TEXT.search(without_end_mark(line)):
            return number if read_line(line).kind is Kind.OTHER else None
    return None


def _told(paragraph: str) -> tuple[Party, Report] | None:
    """Return who is introduced in the first sentences of a text, and the encounter they report."""
    dated = dateline_in(paragraph)
    for sentence in sentences(dated.text if dated else paragraph)[:_OPENING]:
        hosts = called_on(sentence)
        for person in (*introduced(sentence), *held_between(sentence)[:1], *hosts[:1]):
            words = subjects(Principal(person.name, person.title, person.organization))
            report = read_report(sentence, words) if person.title else None
            if report and report.parties:
                return person, report
    return None


def _told_below_a_caption(lines: Sequence[str]) -> tuple[Party, Report] | None:
    """Return what the second paragraph tells of somebody whom the first, of a photo, shows."""
    caption, *texts = [line for line in lines if is_prose(line) and not is_furniture(line)][:2]
    told = _told(texts[0]) if texts else None
    return told if told and fold(told[0].name) in fold(caption) else None


def _told_after_a_visit(lines: Sequence[str]) -> tuple[Party, Report] | None:
    """Return who is introduced in the first paragraph, which tells of a whole visit, and the first
    encounter that one of the next paragraphs reports of that person."""
    first, *texts = [line for line in lines if is_prose(line) and not is_furniture(line)][:3]
    for person in introduced(sentences(first)[0]):
        words = subjects(Principal(person.name, person.title, person.organization))
        told = (one for text in texts for one in sentences(text)[:1])
        reports = (read_report(one, words) for one in told)
        report = next((report for report in reports if report and report.parties), None)
        if person.title and report:
            return person, report
    return None


def _told_of_an_office(page: Page, number: int) -> tuple[Party, Report] | None:
    """Return the office whose encounter the first sentences of a text report: on a page of that
    office's own publisher, or in words that only its own publisher uses, "The Taoiseach met"."""
    nameless = Title("", "", "other", (), Occasion())
    head = head_at(page.lines, 0, TitleLine(number, number, nameless), len(page.lines))
    layout = max(LAYOUTS, key=lambda layout: layout.recognise(page, head).score)
    known = layout.any_title and layout.recognise(page, head).score >= SURE
    for sentence in sentences(page.lines[number])[:_OPENING]:
        opening = _OF_ITS_OWN.match(sentence)
        for office in layout.offices if known else [opening["office"]] if opening else []:
            report = read_report(sentence, (office,))
            if report and report.parties:
                return Party(title=office), report
    return None


def _is_a_story(page: Page, number: int) -> bool:
    """Tell whether a page of no known publisher tells what others said of an encounter."""
    body = body_of(page.lines[number:]).paragraphs
    if not any(map(_STORY.search, body)):
        return False
    nameless = Title("", "", "other", (), Occasion())
    head = head_at(page.lines, 0, TitleLine(number, number, nameless), len(page.lines))
    return all(layout.recognise(page, head).score < SURE for layout in LAYOUTS)


def _is_spoken(above: Sequence[str]) -> bool:
    return any(map(_SPOKEN.match, above))


def is_a_list(lines: Sequence[str]) -> bool:
    """Tell whether most of the paragraphs are the beginnings of other texts, or several bear a day
    or a place of their own."""
    texts = body_of(lines).paragraphs
    paragraphs = [text for text in texts if is_prose(text)]
    days = sum(bool(_DAY.fullmatch(text) or read_line(text).date) for text in texts)
    places = sum(bool(dateline_in(text)) for text in paragraphs)
    if (max(days, places - 1) > 1 and len(paragraphs) > 1) or tells_several_days(paragraphs):
        return True
    if len(texts) > 1 and sum(bool(_TEASER.search(text)) for text in texts) * 2 > len(texts):
        return True
    return are_beginnings(texts) or _are_parted_by_rules(lines)


def are_beginnings(texts: Sequence[str]) -> bool:
    """Tell whether several paragraphs break off in dots, as those of a list do."""
    return sum(bool(_BREAKS_OFF.search(text)) for text in texts if is_prose(text)) > 1


def breaks_off(texts: Sequence[str]) -> bool:
    """Tell whether the last paragraph of a text breaks off in dots."""
    return bool(texts) and bool(_BREAKS_OFF.search(texts[-1]))


def _are_parted_by_rules(lines: Sequence[str]) -> bool:
    """Tell whether rules part the paragraphs: each is an item of news."""
    texts = [n for n, line in enumerate(lines) if is_prose(line) and not is_furniture(line)]
    rules = [n for n, line in enumerate(lines) if _RULE.fullmatch(line)]
    return sum(texts[0] < n < texts[-1] for n in rules) > 1 if texts else False


def tells_several_days(paragraphs: Sequence[str]) -> bool:
    """Tell whether paragraphs begin with datelines of several days, or many: each is the beginning
    of a text of its own."""
    days = [opening.date for text in paragraphs if (opening := dateline_in(text)) and opening.date]
    return len(set(days)) > 1 or len(days) >= _MANY_DATELINES


def holds_beginnings(lines: Sequence[str]) -> bool:
    """Tell whether lines hold the beginnings of several texts, each of its day and cut short."""
    paragraphs = [line for line in lines if is_prose(line) and not is_furniture(line)]
    cut_short = any(not _ENDS_A_TEXT.search(text) for text in paragraphs[:-1])
    return cut_short and tells_several_days(paragraphs)


def _title_above(above: Sequence[str], people: Sequence[Party]) -> int | None:
    """Return the number of the longest line that names one of the people or their states; else
    that of the only line long enough to be a title."""
    known = {
        fold(word)
        for person in people
        for text in (person.name, person.title, person.organization)
        for word in _NAME_WORD.findall(text)
    }
    lines = [number for number, line in enumerate(above) if _may_be_title(line)]
    naming = [n for n in lines if known & {fold(word) for word in _NAME_WORD.findall(above[n])}]
    if naming:
        return max(naming, key=lambda number: (len(above[number]), number))
    alone = [number for number in lines if _words(above[number]) >= _ALONE]
    return alone[-1] if len({above[number] for number in alone}) == 1 else None


def _words(line: str) -> int:
    """Return how many words a line has; those of Chinese, of two signs mostly, have no spaces."""
    return max(len(line.split()), len(_HAN.findall(line)) // 2)


def _may_be_title(line: str) -> bool:
    return (
        not is_furniture(line)
        and not ends_the_text(line)
        and read_line(line).kind in (Kind.OTHER, Kind.PLACE)
        and _words(line) >= _SHORTEST
        and len(line) <= _LONGEST
        and not line.endswith((".", ","))
        and "://" not in line
        and "@" not in line
        and not _BYLINE.fullmatch(line)
        and not BULLET.match(line)
        and not _CLOCK.search(line)
    )
