"""How names are compared: exactly (accents, case, article aside), and loosely, across alphabets,
transliterations, the order of names and the words of courtesy before them. Pure functions on text.

What may be compared loosely is decided here; what follows from it, in `archive.resolving`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from readouts.folding import fold

# Kept as long as a load lasts; names beyond these are folded again rather than remembered.
REMEMBERED = 65_536


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_COURTESY = _words(
    "the mr mrs ms miss mx dr prof professor sir dame lord lady m mme mlle monsieur madame madam "
    "sr sra srta senor senora herr frau h e he hrh hm hh his her their excellency excellencies "
    "majesty royal highness imperial holiness eminence serene rt right hon honourable honorable "
    "s exc exca excelentisimo dato datuk tun"
)
_ROLES = _words(
    "president presidente premier prime minister foreign secretary general chancellor king queen "
    "prince princess crown emir amir sultan emperor empress grand duke duchess pope patriarch "
    "ambassador governor senator speaker chairman chairwoman chairperson chair director "
    "commissioner high vice deputy acting former special envoy representative judge justice "
    "colonel captain admiral marshal brigadier lieutenant major field army"
)
_REGNAL = re.compile(r" (?=[ivx])(x{0,2})(ix|iv|v?i{0,3})$")
# Scripts that part no words, or no names: Thai, Japanese, Chinese, Korean.
_UNPARTED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ARTICLES = _words("al el as ash ad an ar at az ul ur")
_VOWELS, _TWICE = re.compile("[aeiouwy]"), re.compile(r"(.)\1+")
_FEWEST_CONSONANTS = 4
_FILLERS = _words("the of and for")

# Different spellings of the same sound, the longer first; applied to plain Latin letters.
_SOUNDS = [
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"shch|sch", "sh"),
        (r"tch|tsh", "ch"),
        (r"dzh|dj|zh", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"ck|q", "k"),
        (r"tz|ts", "c"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"ye", "e"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
        (r"ah\b", "a"),
    )
]


@lru_cache(REMEMBERED)
def key(name: str) -> str:
    """A name as it is compared: "the Republic of Valmora" is "Republic of Valmora".

    >>> key("The  Côte d’Ivoire")
    'cote divoire'
    """
    return fold(name).removeprefix("the ")


@lru_cache(REMEMBERED)
def bare(name: str) -> str:
    """The folded name of a person without words of courtesy and office before it.

    >>> bare("H.E. Mr. Ban Ki-moon"), bare("President Talabani"), bare("King Abdullah II")
    ('ban ki moon', 'talabani', 'abdullah ii')
    """
    words = fold(name).split()
    while len(words) > 1 and (words[0] in _COURTESY or words[0] in _ROLES):
        del words[0]
    return " ".join(words)


@lru_cache(REMEMBERED)
def is_one_word(name: str) -> bool:
    """Whether a person is named by one word alone, as in "President Talabani", "Abdullah II"."""
    return " " not in _without_number(bare(name)) and not _UNPARTED.search(name)


@lru_cache(REMEMBERED)
def of_organization(name: str) -> str:
    """The loose key of an organization or a topic: by sound, without articles and spaces.

    >>> of_organization("Republic of the Congo") == of_organization("Republic of Congo")
    True
    """
    words = [{"st": "saint"}.get(word, word) for word in _plain(name)]
    told = [word for word in words if word not in _FILLERS]
    return _sound("".join(told or words))


@lru_cache(REMEMBERED)
def of_person(name: str) -> str:
    """The loose key of a person: by sound, wherever the words part, without the article.

    >>> of_person("Abdel-Fattah el-Sisi") == of_person("H.E. Mr. Abdel Fattah Al Sisi")
    True
    >>> of_person("习近平") == of_person("Xi Jinping")
    True
    """
    return "".join(_sounds(name))


@lru_cache(REMEMBERED)
def in_any_order(name: str) -> str:
    """The key of a person whose family name may come first or last. It says less than the others:
    two people may be called by each other's names turned around.

    >>> in_any_order("Ki-moon Ban") == in_any_order("Ban Ki-moon")
    True
    """
    words = _sounds(name)
    return " ".join(sorted(words)) if len(words) > 1 else ""


def _sounds(name: str) -> list[str]:
    words = _plain(bare(name))
    return [_sound(word) for word in words if word not in _ARTICLES] or list(words)


@lru_cache(REMEMBERED)
def surnames(name: str, sort_name: str) -> tuple[str, ...]:
    """By which single words a person may be called: the family name, or where nobody told which
    it is, the first and the last.

    >>> surnames("Jalal Talabani", "Talabani, Jalal")
    ('talabani',)
    >>> surnames("Ban Ki-moon", "Ban Ki-moon")
    ('ban', 'mun')
    """
    family, comma, _ = sort_name.partition(",")
    if comma:
        return (surname(family),)
    words = _plain(_without_number(bare(name)))
    return tuple(dict.fromkeys(_sound(word) for word in words[:1] + words[-1:]))


@lru_cache(REMEMBERED)
def surname(name: str) -> str:
    """The single word of a name printed as one, by sound; several words stay together."""
    words = _plain(_without_number(bare(name)))
    return "".join(_sound(word) for word in words if word not in _ARTICLES or len(words) == 1)


@lru_cache(REMEMBERED)
def consonants(name: str) -> str:
    """What is left of a person's name in a script that writes no vowels; "" for too few letters.

    >>> consonants("محمود عباس") == consonants("Mahmoud Abbas")
    True
    """
    left = _VOWELS.sub("", "".join(word for word in _plain(bare(name)) if word not in _ARTICLES))
    letters = _TWICE.sub(r"\1", left)
    return letters if len(letters) >= _FEWEST_CONSONANTS else ""


@lru_cache(REMEMBERED)
def in_latin_letters(name: str) -> str:
    """The folded name, transliterated, for an address."""
    return " ".join(_plain(name))


def _without_number(folded: str) -> str:
    return _REGNAL.sub("", folded)


@lru_cache(REMEMBERED)
def _plain(name: str) -> tuple[str, ...]:
    """The words of a name in plain Latin letters, whatever the script. Capitals inside a word are
    kept together: one Chinese name is one word here."""
    return tuple(fold(anyascii(fold(name))).split())


@lru_cache(REMEMBERED)
def _sound(word: str) -> str:
    for pattern, plain in _SOUNDS:
        word = pattern.sub(plain, word)
    return word
