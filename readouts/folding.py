"""Folding: the one form in which words are compared, so that "Cote d'Ivoire" finds "Côte d’Ivoire".

A pure function on text, below all rooms: the register keeps folded names with it, search folds
text and query alike.
"""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, in the plain form people type for them.
_PLAIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "ə": "e",
        "ŋ": "ng",
    }
)
# Quotes and apostrophes vanish ("d’Ivoire" and "dIvoire" meet); Arabic vowel signs are marks
# (category Mn) and go with the accents; the tatweel only stretches a word.
_QUOTES = re.compile("[\"'`´‘’‚‛“”„‟«»‹›ʹʻʼʽʾʿˈ′″ـ]")
_NOT_WORD = re.compile(r"[\W_]+")
# What most texts have beside ASCII, and what becomes of it below.
_TYPOGRAPHY = (("’", ""), ("‘", ""), ("“", ""), ("”", ""), ("–", " "), ("—", " "), ("\xa0", " "))
# ASCII by code: quotes vanish, and what is in no word parts words.
_ASCII = {
    code: None if _QUOTES.match(chr(code)) else " "
    for code in range(128)
    if _NOT_WORD.match(chr(code))
}


class _Unseen(dict[int, int | None]):
    """Accents and invisible characters, to be dropped; each is looked up when it is first met,
    for there are more than a million to ask about."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)) in ("Mn", "Cf") else code
        return self[code]


_UNSEEN = _Unseen()


def fold(text: str) -> str:
    """Return `text` without accents, quotes, hyphens, invisible characters and case.

    Words are separated by single spaces. Folding is idempotent: fold(fold(x)) == fold(x).

    >>> fold("Côte d’Ivoire")
    'cote divoire'
    >>> fold("Secretary-General")
    'secretary general'
    """
    for sign, plain in _TYPOGRAPHY:
        text = text.replace(sign, plain)
    if text.isascii():  # the same, at a tenth of the cost
        return " ".join(text.lower().translate(_ASCII).split())
    # Quotes go before decomposing too: "´" would come apart into a space and an accent.
    text = unicodedata.normalize("NFKD", _QUOTES.sub("", text).casefold())
    text = text.translate(_UNSEEN)
    # Casefolding once more: decomposing may bring forth a capital (as in "ᴬ").
    text = text.casefold().translate(_PLAIN)
    text = _QUOTES.sub("", text)
    return _NOT_WORD.sub(" ", text).strip()


# Names come again and again where many texts are folded.
_fold_name = lru_cache(maxsize=65_536)(fold)


def fold_all(*texts: str) -> str:
    """Fold several names into one line in which any can be found; empty ones are dropped."""
    folded = (_fold_name(text) for text in texts if text)
    return " | ".join(dict.fromkeys(name for name in folded if name))
