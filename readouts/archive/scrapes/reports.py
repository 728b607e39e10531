"""Sentences of a body that report an encounter of the principal: "He also met with ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from readouts.archive.scrapes.kinds import NOT_FACE_TO_FACE, kind_of
from readouts.archive.scrapes.occasions import Occasion, cut_context
from readouts.archive.scrapes.parties import read_parties
from readouts.archive.scrapes.people_told import CLAUSE_ENDS, people_and_occasion
from readouts.archive.scrapes.places import NOWHERE
from readouts.archive.scrapes.report import Report
from readouts.archive.scrapes.report_forms import (
    abroad,
    call_returned,
    in_passing,
    in_the_course_of,
    kind_told,
    of_those_introduced,
    together,
    together_in_full,
    was_held,
)
from readouts.archive.scrapes.report_words import (
    ADVERBS,
    AFTER_SUBJECT,
    BEFORE_SUBJECT,
    BEFORE_THAT,
    BESIDE,
    MET,
    OPENER,
    TIME_OR_MEANS,
    TIMES,
)
from readouts.archive.scrapes.told_places import city_told, place_told

_FURTHER = re.compile(
    r"^(?:later|earlier|also|separately|subsequently|afterwards?|then|in the (?:evening|afternoon|"
    r"morning)|on \w+|after the|before the|the (?:following|next) day)\b",
    re.I,
)
# A spokesperson's words are quoted, each paragraph with a mark of its own.
_QUOTES = "\"'“‘«"
# "welcomed A to the Residence"
_TO_A_PLACE = re.compile(r"\s+to (?:the )?[A-Z][^,.;]*?(?=\s+(?:to|for|on|where)\b|[,.;]|$)")
_ON_THE_MARGINS = re.compile(r"((?:On|In) the (?:margins?|sidelines?) of [^,;]{4,160}),\s")
_MEAL = re.compile(r"\bfor (?:an? )?(?:\w+ )?(?:breakfast|lunch(?:eon)?|dinner)\b")
_LONG_AGO = re.compile(
    r"\bhad (?:\w+ )?(?:met|spoken)\b|"
    r"\b(?:last (?:week|month|year|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)(?![’']s)|ago|previously|in (?:19|20)\d\d)\b"
)


def read_report(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    """Read "the Secretary-General met today with ..."; None when the sentence reports nothing.

    What someone will do, or had done long before, is no report.
    """
    report = _read(sentence, subjects)
    if not report:
        return None
    place = report.place or place_told(report.sentence)
    return replace(report, sentence=sentence, place=place)


def _read(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    subject = "|".join(re.escape(name) for name in subjects if name)
    alone = rf"(?i:{BEFORE_SUBJECT}(?:{subject}))(?!-)"
    who = alone + AFTER_SUBJECT
    sentence = sentence.lstrip(_QUOTES)
    if _LONG_AGO.search(sentence):
        return None
    pattern = (
        rf"{OPENER}(?:{who}|(?i:he|she))"
        rf"{BESIDE}"
        rf"(?:,?\s+{TIME_OR_MEANS},?){{0,2}}{BEFORE_THAT}"
        rf"\s+(?P<adverbs>{ADVERBS})(?P<verb>{MET})(?P<rest>.+)"
    )
    found = re.match(pattern, sentence, re.S)
    report = _of_the_verb(sentence, found) if found else None
    if report and report.parties and not _names_the_principal(report, subjects):
        return report
    return (  # "A, President B and Chancellor C spoke to discuss ..." names nobody behind the verb
        in_passing(sentence, subject)
        or in_the_course_of(sentence, who)
        or call_returned(sentence, alone)
        or together_in_full(sentence, subjects)
        or together(sentence, alone, who)
        or was_held(sentence, subjects)
        or abroad(sentence, subjects)
        or of_those_introduced(sentence, subjects)
        or report
    )


def _before_it(sentence: str, found: re.Match[str], occasion: Occasion) -> Occasion:
    """Return the occasion that opens a sentence: "On the margins of the Council, A met B"."""
    opening = _ON_THE_MARGINS.match(sentence)
    if not opening or opening.end() > found.start("adverbs"):
        return occasion
    _, told = cut_context(f" {opening[1][0].lower()}{opening[1][1:]}")
    return replace(told, place=occasion.place or told.place)


def _names_the_principal(report: Report, subjects: tuple[str, ...]) -> bool:
    """Tell whether the principal is among those met: "President A met with President B" is no
    account of B's that "the President" opens."""
    return any(" " in party.name and party.name in subjects for party in report.parties)


def _of_the_verb(sentence: str, found: re.Match[str]) -> Report:
    """Read what stands behind the verb of the principal: who, and on what occasion."""
    rest, place = found["rest"], NOWHERE
    if found["verb"].startswith("welcomed"):
        if to := _TO_A_PLACE.search(rest):
            place = city_told(rest[to.start() :])
        rest = _TO_A_PLACE.sub("", rest)
    people, occasion = people_and_occasion(rest)
    occasion = occasion if occasion.text else _before_it(sentence, found, occasion)
    kind = kind_told(found)
    if found["verb"].startswith("hosted") and not found["noun"] and (meal := _MEAL.search(rest)):
        kind = kind_of(meal[0])
    means = kind_of(" ".join(TIMES.findall(CLAUSE_ENDS.sub("", found["rest"]))))
    if kind in ("meeting", "other") and means in NOT_FACE_TO_FACE:
        kind = means  # "talked to A on the phone"
    further = bool(
        _FURTHER.match(sentence) or re.search(r"\b(?:also|then|later)\b", found["adverbs"])
    )
    return Report(sentence, kind, read_parties(people), occasion, further, place)
