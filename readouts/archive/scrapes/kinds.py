"""The words that name the kind of an encounter, in titles and in sentences."""

from __future__ import annotations

import re

# In order: the first that is found wins, so "courtesy call" is tried before "call".
_KINDS = (
    ("courtesy_call", r"courtesy (?:call|visit)|calls? on\b|called on\b"),
    ("video_call", r"video[ -]?(?:call|conference|link|meeting|teleconference)|videoconference|"
     r"virtual (?:meeting|call)|by video|(?:via|over) (?:video|zoom)|visioconf|videollamada"),
    ("meeting", r"bilateral conversation"),
    ("call", r"(?:tele)?phone|calls?\b(?! on\b)|(?:tele)?phone conversations?|conversations?|"
     r"by (?:tele)?phone|spoke\b|speaks\b|called\b(?! on\b)|telephonic|telephonically|"
     r"t[ée]l[ée]phon|tel[eé]f[oó]n|телефон|通电话|هاتف"),
    ("working_breakfast", r"breakfast|petit[- ]déjeuner"),
    ("working_lunch", r"lunch(?:eon)?|déjeuner|almuerzo"),
    ("working_dinner", r"dinner|dîner|cena\b"),
    ("joint_meeting", r"joint(?:ly)?\b"),
    ("summit", r"^\s*(?:\w+ )?summit"),
    ("meeting", r"meetings?|talks|consultations|encounter|met\b|meets?\b|receive[sd]\b|"
     r"welcome[sd]\b|host(?:s|ed)\b|audience|visit|rencontr|"
     r"entretien|discussions?\b|réunion|entretient|entretenu|reuni[oó]n|reuni[oó]|encuentro|"
     r"encontro|встреч|会见|会晤"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _KINDS)
KIND_WORDS = (
    r"(?:(?:joint|bilateral|trilateral|working|separate|brief|private|virtual|introductory|first|"
    r"second|congratulatory|official|tête-à-tête|telephone|phone|telephonic|video|courtesy|"
    r"foreign leader|summit|expanded|recent|upcoming|several|two|three)[\s-]+)*"
    r"(?:summit telephone talk|meetings?|calls?|conversations?|"
    r"video[ -]?(?:call|(?:tele)?conference)s?(?: meeting)?|(?:tele)?phone conference|"
    r"conference call|lunch(?:eon)?|dinner|breakfast|talks?|consultations?|encounters?|visit|"
    r"audience|summit|discussions?)(?!\w)"
)
VERB_WORDS = (
    r"(?i:(?:has |have |had )?(?:meets?|met|speaks|spoke|talks|talked|spoken)"
    r"(?: separately| jointly)?"
    r"(?: (?:by|on|over) (?:the )?(?:tele)?phone| in (?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?)?"
    r" (?:with|to)|in (?:\w+ )?(?:talks|conversation) with|meets|has met|met|"
    r"(?:holds|held|has|had|conducts|conducted|hosts|hosted) (?:an? )?(?:[a-z-]+,? ){0,3}?"
    rf"{KIND_WORDS} (?:with|for)|"
    r"(?:receives|received) (?:an? )?(?:\w+ )?(?:telephonic |telephone |phone )?call (?:from|by)|"
    r"(?:receives|received|hosts|welcomes|phones|telephones|calls)(?! (?:for|on|upon)\b))"
)
NOT_FACE_TO_FACE = frozenset({"call", "video_call"})


def kind_of(words: str) -> str:
    """Return the kind that `words` name, "other" when they name none."""
    return next((kind for kind, pattern in _PATTERNS if pattern.search(words)), "other")


def is_plural(words: str) -> bool:
    """Tell whether `words` announce one encounter for each party: "meetings", "calls"."""
    return bool(re.search(r"\b(?:meetings|calls|conversations|encounters)\b", words, re.I))
