"""Verbs that say only that two spoke: "s'entretient avec", "habló con". Whether they met or
telephoned stands elsewhere in the text, or nowhere."""

from __future__ import annotations

import re

_SPOKE = re.compile(
    r"s['’](?:est\s+(?:\w+\s+)?)?entre(?:tient|tenue?)|\b(?:convers(?:a|ó|ou)|habl(?:a|ó)|"
    r"fal(?:a|ou)|dialog(?:a|ó|ou)|spricht|sprach|gesprochen|spreekt|sprak|gesproken)\b|"
    r"поговорил|побеседовал|(?<!\w)(?:بحثت?|ناقشت?|تباحثت?)(?!\w)",
    re.I,
)
_AFAR = re.compile(
    r"t[ée]l[ée]ph|tel[eé]f|llamada|chamada|ligaç|ligou|\bappel\b|visio|v[ií]d[eé]o|belde|gebeld|"
    r"телефон|видео|هاتف|(?:ال)?اتصال",
    re.I,
)
# In the sentence that reports it: that the other had come, or that both were at one place.
_TOGETHER = re.compile(
    r"\ben marge\b|\ben visite\b|\bde passage\b|\bsa visite\b|\bdurant sa\b|\bvisite (?:d['’]|de |"
    r"officielle)|rencontr|\breçue?\b|tête[- ]à[- ]tête",
    re.I,
)
_DURING_A_CALL = re.compile(r"خلال (?:ال)?(?:اتصال|مكالمة)")
# Elsewhere: what the text calls it.
_CALLED = re.compile(
    r"\b(?:cette|leur|la|à la|de la) (?:rencontre|audience|réunion bilatérale)\b(?! (?:d[eu]s?\b|"
    r"prévue|prochaine))",
    re.I,
)


def only_spoke(words: str) -> bool:
    """Tell whether words tell of an encounter by a verb that leaves its kind open."""
    return bool(_SPOKE.search(words)) and not _AFAR.search(words)


def telephoned(text: str) -> bool:
    """Tell whether a text says that what they spoke of was during a call."""
    return bool(_DURING_A_CALL.search(text))


def met_by(opening: str, text: str) -> bool | None:
    """Tell whether those who spoke met, by the sentence that reports it and the text; None where
    neither says."""
    if _AFAR.search(text):
        return False
    return True if _TOGETHER.search(opening) or _CALLED.search(text) else None
