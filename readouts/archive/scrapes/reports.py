"""Sentences of a body that report an encounter of the principal: "He also met with ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.archive.scrapes.kinds import KIND_WORDS, kind_of
from readouts.archive.scrapes.occasions import Occasion, cut_context
from readouts.archive.scrapes.parties import Party, read_parties

_ADVERBS = r"(?:(?:also|then|later|subsequently|earlier|separately|jointly|briefly)\s+)*"
_DATE = r"(?:\w+day,?\s+)?\d{1,2}\s+[A-Z][a-z]+(?:,?\s+\d{4})?"
_TIME_OR_MEANS = (
    r"(?:earlier today|later today|today|yesterday|tonight|this (?:morning|afternoon|evening)|"
    r"last (?:night|evening)|separately|jointly|briefly|again|later|bilaterally|"
    r"(?:by|over the) (?:tele)?phone|by video(?:[ -]?(?:conference|link))?|"
    rf"on (?:{_DATE}|\w+day)|\({_DATE}\)|{_DATE}|"
    r"at (?:the )?(?:United Nations|UN) Headquarters)"
)
_WHEN = rf"(?:,?\s+(?:{_TIME_OR_MEANS}|in [A-Z]\w+),?)*"
_MET = (
    rf"(?:met|spoke|talked){_WHEN}\s+(?:with|to)\s+|"
    rf"(?:met|received){_WHEN}\s+(?=[A-Z]|the |members |representatives |leaders )|"
    rf"called{_WHEN}\s+(?=H\.|Mr|Ms|Dr|President |Prime |Foreign )|"
    rf"(?:held|had|hosted|received){_WHEN}\s+(?:(?:a|an|his|her|separate)\s+)*"
    rf"(?P<noun>{KIND_WORDS}){_WHEN}\s+(?:with|for|to|from)\s+"
)
# The principal opens the sentence, or stands after words that only say when or where; in "the
# President recalled that he met with ..." somebody else is reporting.
_OPENER = (
    r"(?:(?:Later|Earlier|Also|On|In|At|After|Before|During|Today|Yesterday|This|Separately|Then|"
    r"Subsequently|Afterwards?|Following|Last|While|The (?:following|next) day)\b[^.]{0,80}?,?\s+)?"
)
# Where the words that name a party end inside a sentence.
_CLAUSE_ENDS = re.compile(
    r",?\s+(?:to (?:discuss|exchange|express|congratulate|thank|review|follow)|where|who|"
    r"during which|(?:and|as) (?:they |he |she )?(?:discussed|exchanged|expressed|thanked|"
    r"congratulated|welcomed|reiterated|noted|briefed))\b.*|;.*",
    re.S,
)
_TIMES = re.compile(rf",?\s+{_TIME_OR_MEANS}(?![\w-]),?")
_FURTHER = re.compile(
    r"^(?:later|earlier|also|separately|subsequently|afterwards?|then|in the (?:evening|afternoon|"
    r"morning)|on \w+|after the|before the|the (?:following|next) day)\b",
    re.I,
)
# Others who took part on the principal's side: "the Secretary-General, the Chairperson of A, and
# the President of B met today with ...".
_BESIDE = (
    r"(?:,?\s+(?:and\s+)?(?:the|H\.\s?E\.|President|Prime Minister)\s"
    r"(?:(?!\b(?:who|which|that|said|told|will|was|has|had|is)\b)(?:H\.\s?E\.|Mrs?\.|Ms\.|[^.;]))"
    r"{3,600}?)?"
)
_LONG_AGO = re.compile(
    r"\b(?:last (?:week|month|year|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)|ago|previously|in (?:19|20)\d\d)\b"
)


@dataclass(frozen=True)
class Report:
    """One sentence that reports an encounter: its kind, its parties, the occasion it names.

    `is_further` means that its own words set it beside an earlier one: "later", "also".
    """

    sentence: str
    kind: str
    parties: list[Party]
    occasion: Occasion
    is_further: bool


def read_report(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    """Read "the Secretary-General met today with ..."; None when the sentence reports nothing.

    What someone will do, or had done long before, is no report.
    """
    subject = "|".join(re.escape(name) for name in subjects if name)
    pattern = (
        rf"{_OPENER}(?i:(?:the )?(?:{subject})|he|she){_BESIDE}(?:,?\s+{_TIME_OR_MEANS},?)?"
        rf"\s+(?P<adverbs>{_ADVERBS})(?P<verb>{_MET})(?P<rest>.+)"
    )
    if _LONG_AGO.search(sentence):
        return None
    found = re.match(pattern, sentence, re.S)
    if not found:
        return _in_passing(sentence, subject)
    people, occasion = _people_and_occasion(found["rest"])
    words = found["noun"] or f"{found['adverbs']} {found['verb']}"
    further = bool(_FURTHER.match(sentence) or found["adverbs"].strip())
    return Report(sentence, kind_of(words), read_parties(people), occasion, further)


def _in_passing(sentence: str, subject: str) -> Report | None:
    """Read "In his meeting with ..., the Secretary-General raised ..." and "With ..., they ..."."""
    found = re.match(
        rf"(?:(?:In|During|At) (?:his|her|a|the) (?P<noun>{KIND_WORDS}) with|With) (?P<rest>.+?),"
        rf"\s+(?i:(?:the )?(?:{subject})|he|she|they)\s",
        sentence,
        re.S,
    )
    if not found:
        return None
    people, occasion = _people_and_occasion(found["rest"])
    kind = kind_of(found["noun"] or "meeting")
    return Report(sentence, kind, read_parties(people), occasion, is_further=True)


def _people_and_occasion(rest: str) -> tuple[str, Occasion]:
    people, occasion = cut_context(_CLAUSE_ENDS.sub("", rest).rstrip(" ."))
    people = _TIMES.sub("", people)
    return cut_context(people) if not occasion.text and not occasion.place else (people, occasion)
