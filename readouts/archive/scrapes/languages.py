"""The language of the body: of its paragraphs only, for the site around them may speak another."""

from __future__ import annotations

import re

_COMMON_WORDS = {
    "en": "the and of with to in for on by his her that their also was "
    "at from today yesterday met spoke discussed thanked they he she is are",
    "fr": "le la les des et du dans pour avec sur une aux est ses leur par",
    "es": "el los las del y en con por para una su sus al se que",
    "pt": "o os as da do dos das em com uma ao pelo pela não são foi sua seu",
    "de": "der die das den dem und mit von zu im für auf ein sich über hat sie seinen ihren",
    "nl": "heeft over naar deze het een van met op voor zijn haar dat hij zij werd wordt ook aan",
}
_SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "ja": re.compile("[\u3041-\u30ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
}
_SCRIPT_SHARE = 0.3
_CLEAR_LEAD = 1.5


def language_of(text: str) -> str:
    """Return the language code of `text`, or "" when no language leads clearly."""
    letters = sum(sign.isalpha() for sign in text) or 1
    for code, script in _SCRIPTS.items():
        if len(script.findall(text)) / letters > _SCRIPT_SHARE:
            return code
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {code: sum(map(words.count, common.split())) for code, common in _COMMON_WORDS.items()}
    first, second = sorted(counts, key=lambda code: counts[code], reverse=True)[:2]
    return first if counts[first] > max(counts[second] * _CLEAR_LEAD, 1) else ""


def other_languages(paragraphs: list[str], main: str) -> list[str]:
    """Return the languages of paragraphs that differ from the main one, in order."""
    codes = [language_of(paragraph) for paragraph in paragraphs]
    return list(dict.fromkeys(code for code in codes if code and code != main))
