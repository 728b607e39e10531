"""Sentences of a body that report an encounter of the principal: "He also met with ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.archive.scrapes.kinds import KIND_WORDS, kind_of
from readouts.archive.scrapes.occasions import Occasion, cut_context
from readouts.archive.scrapes.parties import Party, read_parties

_ADVERBS = r"(?:(?:also|then|later|subsequently|earlier|separately|jointly|briefly)\s+)*"
_WHEN = (
    r"(?:,?\s+(?:today|yesterday|tonight|this (?:morning|afternoon|evening)|last night|"
    r"earlier today|separately|jointly|briefly|again|later|by (?:tele)?phone|over the phone|"
    r"by video(?: ?conference| ?link)?|on (?:\w+day|\d+ \w+(?: \d{4})?)|in [A-Z]\w+|"
    r"\(?\d{1,2} [A-Z][a-z]+(?: \d{4})?\)?|at [A-Z][\w ]+?|bilaterally),?)*"
)
_MET = (
    rf"(?P<met>met|spoke|talked){_WHEN}\s+(?:with|to)\s+|"
    rf"(?P<direct>met|received|called){_WHEN}\s+(?=H\.|His |Her |Mr|Ms|Dr|the |President |Prime )|"
    rf"(?:held|had|hosted){_WHEN}\s+(?:(?:a|an|his|her|separate)\s+)*(?P<noun>{KIND_WORDS}){_WHEN}"
    r"\s+(?:with|for|to)\s+"
)
# Where the words that name a party end inside a sentence.
_PARTY_ENDS = re.compile(
    r",?\s+(?:today|yesterday|tonight|this (?:morning|afternoon|evening)|last night|to discuss|"
    r"to (?:exchange|express|congratulate|thank|review|follow)|where|who|during which|"
    r"by (?:tele)?phone|"
    r"on (?:\w+day\b|\d{1,2} [A-Z])|and (?:they |he |she )?(?:discussed|exchanged|expressed|"
    r"thanked|congratulated|welcomed|reiterated)|"
    r"at (?:the )?(?:United Nations|UN) Headquarters)\b.*"
    r"|;.*",
    re.S,
)
_FURTHER = re.compile(
    r"^(?:later|earlier|also|separately|subsequently|afterwards?|then|in the (?:evening|afternoon|"
    r"morning)|on \w+|after the|before the|the (?:following|next) day)\b",
    re.I,
)


@dataclass(frozen=True)
class Report:
    """One sentence that reports an encounter: its kind, its parties, the occasion it names."""

    sentence: str
    kind: str
    parties: list[Party]
    occasion: Occasion
    is_further: bool


def read_report(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    """Read "the Secretary-General met today with ..."; None when the sentence reports nothing.

    What someone will do, or had done on another day, is no report.
    """
    subject = "|".join(re.escape(name) for name in subjects if name)
    pattern = rf"(?<![\w-])(?i:{subject}|he|she)\s+(?P<adverbs>{_ADVERBS})(?:{_MET})(?P<rest>.+)"
    found = re.search(pattern, sentence, re.S)
    if not found:
        return None
    words = f"{found['adverbs']} {found['noun'] or sentence[found.start() : found.start('rest')]}"
    people, occasion = cut_context(found["rest"].rstrip(" ."))
    parties = read_parties(_PARTY_ENDS.sub("", people))
    further = bool(_FURTHER.match(sentence) or found["adverbs"].strip())
    return Report(sentence, kind_of(words), parties, occasion, further)
