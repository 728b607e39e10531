"""The words that name the kind of an encounter, in titles and in sentences."""

from __future__ import annotations

import re

# In order: the first that is found wins, so "courtesy call" is tried before "call".
_KINDS = (
    ("courtesy_call", r"courtesy (?:call|visit)"),
    ("video_call", r"video[ -]?(?:call|conference|link|meeting|teleconference)|videoconference|"
     r"virtual (?:meeting|call)|by video"),
    ("call", r"(?:tele)?phone|calls?\b(?! on\b)|(?:tele)?phone conversations?|conversations?|"
     r"by (?:tele)?phone|spoke\b|speaks\b|called\b(?! on\b)"),
    ("working_breakfast", r"breakfast"),
    ("working_lunch", r"lunch(?:eon)?"),
    ("working_dinner", r"dinner"),
    ("joint_meeting", r"joint(?:ly)?\b"),
    ("summit", r"^\s*(?:\w+ )?summit"),
    ("meeting", r"meetings?|talks|encounter|met\b|meets\b|received\b|audience"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _KINDS)
KIND_WORDS = (
    r"(?:(?:joint|bilateral|trilateral|working|separate|brief|private|virtual|introductory|"
    r"congratulatory|official|tête-à-tête|telephone|phone|video|courtesy)[\s-]+)*"
    r"(?:summit telephone talk|meetings?|calls?|conversations?|video[ -]?(?:call|conference)s?|"
    r"conference call|lunch(?:eon)?|dinner|breakfast|talks?|encounter|visit|audience|summit)"
)
NOT_FACE_TO_FACE = frozenset({"call", "video_call"})


def kind_of(words: str) -> str:
    """Return the kind that `words` name, "other" when they name none."""
    return next((kind for kind, pattern in _PATTERNS if pattern.search(words)), "other")


def is_plural(words: str) -> bool:
    """Tell whether `words` announce one encounter for each party: "meetings", "calls"."""
    return bool(re.search(r"\b(?:meetings|calls|conversations|encounters)\b", words, re.I))
