"""What is doubtful about a text and cannot be mended: lost quotation marks and apostrophes, a title
or text that breaks off, a paragraph that belongs to another text, a correction that the page tells
of. Each doubt is a sentence for the person who checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from babel import Locale

from readouts.folding import fold

_QUESTION_MARKS = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])|(?:^|(?<=\s))\?(?=[^\W\d_])", re.M)
_OWNERS = (
    "Secretary-General", "Prime Minister", "President", "Minister", "Government", "Council",
    "America", "country", "world", "Chancellor", "Ambassador", "Commission", "Assembly", "Union",
)  # fmt: skip
_NO_THING_OWNED = (
    r"(?!(?:and|of|to|in|on|from|met|spoke|discussed|agreed|also|have|had|were|are|that|who|with|"
    r"for|at|as|will|should|must|can|may|exchanged|expressed|welcomed|by|or|then|both|present|"
    r"during|after|before|is|was|has|[a-z]+ed)\b)"
)
_CONTRACTED = r"\b(?:do|did|is|does|was|could|would|has|have|are|were|should)nt\b"
_DANGLING = re.compile(
    r"(?:…|\.\.+|\b(?:of|the|and|with|for|to|de|del|la|du|des|y|et|e|con|com|avec|mit|und|van|met|"
    r"der|den|и|с|на|с|مع|و))\W*$"
)
_UNFINISHED = re.compile(r"[^\W\d_]$|,$|…$|\.\.\.$")
_END = 3  # words of a title that the text is likely to repeat
_FEW = 6  # words; a closing line is no paragraph that breaks off
_CORRECTED = re.compile(
    r"\*+\s*(?:as\s+)?correct(?:ed|ion)\b|"
    r"[^.]{0,200}\b(?:(?:this|the present) (?:read-?out|text|version|statement) (?:replaces|"
    r"supersedes|corrects|has been (?:corrected|updated|amended)|"
    r"was (?:corrected|updated|amended))|"
    r"\(?corrected (?:version|copy|text)\)?|an earlier version|correction:|"
    r"re-?sen(?:t|ding)\b.{0,40}\bcorrect|"
    r"(?:esta|la presente) versi[oó]n (?:sustituye|corrige|reemplaza)|versi[oó]n corregida|"
    r"(?:cette|la présente) version (?:remplace|corrige|annule)|version corrigée|"
    r"korrigierte fassung|исправленн\w+ верси\w+)",
    re.I,
)
_NOTE = re.compile(r"\W*(?:editor(?:['’]s|ial)? note|note (?:by|from) the editors?)\b", re.I)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[^\W\d_a-z][\w’'-]{2,}")
_NO_CAPITALS = re.compile("[\u0600-\u06ff\u3041-\u30ff\u4e00-\u9fff]")
_SPEAKS_ON = re.compile(
    r"\b(?:he|she|they|both|leaders?|ministers?|secretar(?:y|ies)|president|prime|king|ambassador|"
    r"sides?|talks|meeting|call|discussions?|conversation|il|elle|ils|elles|deux|entretien|"
    r"échanges?|"
    r"présidents?|ministres?|ambos|ambas|mandatari[oa]s|canciller(?:es)?|ministr[oa]s?|partes|"
    r"delegaciones|encuentro|reuni[oó]n|conversaci[oó]n|president[ea]s?|ellos|encontro|reunião|"
    r"conversa|governantes|sie|beide|gespräch\w*|minister\w*|präsident\w*|thema|zij|ze|gesprek|"
    r"beiden|стороны|министр\w*|президент\w*|собеседники|обсу\w+|встреч\w+|бесед\w+|лидеры)\b",
    re.I,
)


def doubts_of(title: str, body: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for everything about the words that a person should look at."""
    text = "\n".join([title, *body])
    if _QUESTION_MARKS.search(text):
        yield "A ? stands where a quotation mark, apostrophe or letter was lost; it was kept."
    if lost := _lost_apostrophe().search(text):
        shown = text[lost.start() : lost.end() + 8].strip()
        yield f"An apostrophe may be missing, as in “{shown}”."
    if _DANGLING.search(title) or _breaks_off_in_a_word(title, body):
        yield "The title is cut short on the page; complete it from the text or another copy."
    if len(body[-1].split()) >= _FEW and _UNFINISHED.search(body[-1]):
        yield f"The text breaks off: “{body[-1][-80:]}”."
    yield from corrections_told(body)
    for number, paragraph in enumerate(body[1:], start=1):
        if is_a_stranger(paragraph, [title, *body[:number]]):
            yield f"This paragraph may not belong to the text: “{paragraph[:80]}”."


def _breaks_off_in_a_word(title: str, body: Sequence[str]) -> bool:
    """Tell whether the text goes on in the middle of the word with which a title ends."""
    end = " ".join(title.split()[-_END:])
    whole = re.compile(rf"{re.escape(end)}(?!s\b)[^\W\d_]")
    return title[-1:].isalpha() and any(map(whole.search, body))


def corrections_told(lines: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for the first line that says that the text was corrected or replaces
    another, and for each note that an editor set beside it."""
    corrected = next((found.string for line in lines if (found := _CORRECTED.search(line))), "")
    if corrected:
        yield (
            "The page says that its text was corrected or replaces another; enter the correction "
            f"by hand: “{corrected[:160]}”."
        )
    for note in filter(_NOTE.match, lines):
        yield (
            "An editor's note stands on the page, which may change what the text tells: "
            f"“{note[:160]}”."
        )


@cache
def _lost_apostrophe() -> re.Pattern[str]:
    """Match a possessive without its apostrophe: of an office or of a state, "Norways role"."""
    states = [
        re.escape(name)
        for name in Locale.parse("en").territories.values()
        if name.isalpha() and not name.endswith("s")
    ]
    owners = "|".join([*map(re.escape, _OWNERS), *states])
    return re.compile(
        rf"\b(?:{owners})s (?=[a-z]\w+\b){_NO_THING_OWNED}|"
        r"\b(?:Prime Minister|President|Secretary-General)s (?=Office|Spokes|Envoy|Adviser)|"
        rf"{_CONTRACTED}"
    )


def is_a_stranger(paragraph: str, before: Sequence[str]) -> bool:
    """Tell whether a paragraph shares no name with the text before it and speaks of nobody."""
    if len(paragraph) < 60 or _SPEAKS_ON.search(paragraph):  # noqa: PLR2004
        return False
    return not shares_a_name(paragraph, before)


def shares_a_name(paragraph: str, before: Sequence[str]) -> bool:
    """Tell whether a paragraph repeats a name of other texts; so it is taken where the script has
    no capitals by which a name is told."""
    if any(map(_NO_CAPITALS.search, (paragraph, *before))):
        return True
    known = {fold(name) for text in before for name in _NAME.findall(text)}
    return any(fold(name) in known for name in _NAME.findall(paragraph))


def names_apart(record: dict[str, Any], other: dict[str, Any]) -> Iterator[str]:
    """Yield a sentence for each participant whose name two languages of one text spell apart."""
    people, others = (
        [person["name"] for one in told["encounters"] for person in one["participants"]]
        for told in (record, other)
    )
    if len(people) != len(others):
        yield "The two languages do not name the same number of participants; compare them."
    for mine, theirs in zip(people, others, strict=False):
        if mine and theirs and mine.isascii() == theirs.isascii() and fold(mine) != fold(theirs):
            yield f"The two languages print a name apart, “{mine}” and “{theirs}”; check both."
