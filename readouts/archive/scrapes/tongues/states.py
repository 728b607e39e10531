"""States and their adjectives, as the texts of one language print them, from CLDR."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale

from readouts.archive.scrapes.tongues.grammar import Tongue, shared_letters
from readouts.folding import fold

_ARTICLE = re.compile(r"^(?:el|la|las|los|as|os|ال)\s*", re.I)
# An adjective shares so many letters with the name of its state, at least.
_SHARED = 4
_SHORTEST = 3  # letters, of a word that takes endings
_RUSSIAN_ENDING = re.compile(
    r"(?:ыми|ими|ого|его|ами|ая|ой|ую|ые|ых|ый|ий|ым|им|ие|их|ое|ов|ев|ей|ом|ем|а|я|ы|и|у|ю|е|"
    r"о|ь|й)$"
)
_RUSSIAN_CASES = r"[а-яё]{0,3}"


@dataclass(frozen=True)
class State:
    """A state found in a text: its name as printed, in the nominative, and where it ends."""

    name: str
    code: str
    end: int


def state_at(text: str, start: int, tongue: Tongue) -> State | None:
    """Return the state whose name stands at `start`, in its short or its official form."""
    official, plain = (form.match(text, start) for form in _patterns(tongue))
    found = max((one for one in (plain, official) if one), key=re.Match.end, default=None)
    if found and (code := _codes(tongue).get(_key(found["name"], tongue), "")):
        return State(_nominative(found, code, tongue), code, found.end())
    formal = _compiled(tongue.adjectival).match(text, start)
    code = state_of(formal["adjective"], tongue) if formal else ""
    return State(tongue.nominative(formal[0]), code, formal.end()) if formal and code else None


def state_of(adjective: str, tongue: Tongue) -> str:
    """Return the ISO code of the state of an adjective such as "peruano", "" where it is of none
    or could be of several."""
    word = _plain_word(adjective, tongue)
    word = word.removeprefix("ال") if tongue.code == "ar" else word
    for stem, code in tongue.demonyms.items():
        plain = _plain_word(stem, tongue)
        if word.startswith(plain) and re.fullmatch(
            rf"(?:{tongue.demonym_ending})?", word[len(plain) :]
        ):
            return code
    if not re.search(rf"(?:{tongue.demonym_ending})$", word):
        return ""
    shares = [(shared_letters(word, name), code) for name, code in _plain(tongue)]
    longest = max(length for length, _ in shares)
    codes = {code for length, code in shares if length == longest}
    rest = re.compile(rf"\w{{0,3}}?(?:{tongue.demonym_ending})")
    fits = longest >= _SHARED and rest.fullmatch(word[longest:])
    return codes.pop() if len(codes) == 1 and fits else ""


@cache
def _plain_word(word: str, tongue: Tongue) -> str:
    """Return a word without accents and hyphens; Russian й is no accented и where words bend."""
    if tongue.code == "ru":
        return word.lower().replace("ё", "е").replace("-", "")
    return fold(word).replace(" ", "")


@cache
def state_name(code: str, tongue: Tongue) -> str:
    """Return the plain name of a state in a language."""
    return re.sub(r"\s*[(（].*", "", str(Locale.parse(tongue.code).territories[code]))


@cache
def _codes(tongue: Tongue) -> dict[str, str]:
    return {_key(name, tongue): code for name, code in tongue.states.items()}


@cache
def _plain(tongue: Tongue) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_plain_word(_ARTICLE.sub("", name), tongue), code) for name, code in tongue.states.items()
    )


def _key(name: str, tongue: Tongue) -> str:
    words = fold(name).split()
    if tongue.code == "ru":  # endings first, because folding takes й for и
        words = [
            fold(_RUSSIAN_ENDING.sub("", word) if len(word) > _SHORTEST else word)
            for word in name.lower().split()
        ]
    elif tongue.code == "de":
        words = [re.sub(r"(?<=[^s])(?:en|e|es|s|n)$", "", word) for word in words]
    return " ".join(words)


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form)


@cache
def _patterns(tongue: Tongue) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a state after its official form, and without one."""
    longest = sorted(tongue.states, key=len, reverse=True)
    edge = r"(?![^\W_])" if tongue.is_spaced else ""
    names = "|".join(_form(name, tongue) for name in longest)
    after = "" if tongue.is_spaced else r"(?:(?:人民|民主|伊斯兰|社会主义)*(?:共和国|王国|联邦))?"
    name = rf"(?P<name>{names}){after}{edge}"
    return re.compile(rf"(?:{tongue.official}){name}"), re.compile(name)


def _form(name: str, tongue: Tongue) -> str:
    """Return a pattern of a name in all its cases, with either apostrophe."""
    if tongue.code == "ru":
        words = (
            re.escape(_RUSSIAN_ENDING.sub("", word)) + _RUSSIAN_CASES if len(word) > _SHORTEST
            else re.escape(word) for word in name.split()
        )  # fmt: skip
        return r"\s+".join(words)
    if tongue.code == "de":
        words = (
            rf"{re.escape(re.sub('(?:en|e|es|s)$', '', word))}\w{{0,2}}" for word in name.split()
        )
        return r"\s+".join(words)
    return re.escape(name).replace("’", "['’]")


def _nominative(found: re.Match[str], code: str, tongue: Tongue) -> str:
    form = tongue.nominative(found[0][: found.start("name") - found.start()])
    if tongue.code not in ("ru", "de") or found["name"] in tongue.states:
        return form + found[0][found.start("name") - found.start() :]
    plain = [name for name in tongue.states if _key(name, tongue) == _key(found["name"], tongue)]
    return form + plain[0]
