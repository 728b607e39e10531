"""States and their adjectives, as the texts of one language print them, from CLDR."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale

from readouts.archive.scrapes.tongues.grammar import Tongue, compiled, shared_letters
from readouts.folding import fold

# An adjective shares so many letters with the name of its state, at least.
_SHARED = 4


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
    formal = compiled(tongue.adjectival).match(text, start)
    code = state_of(formal["adjective"], tongue) if formal else ""
    return State(tongue.nominative(formal[0]), code, formal.end()) if formal and code else None


def state_of(adjective: str, tongue: Tongue) -> str:
    """Return the ISO code of the state of an adjective such as "peruano", "" where it is of none
    or could be of several."""
    word = _plain_word(_without_article(adjective, tongue), tongue)
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
    return tongue.plain_word(word)


def _without_article(name: str, tongue: Tongue) -> str:
    return name[found.end() :] if (found := compiled(tongue.article).match(name)) else name


# "Arabie Saoudite" as well as "Arabie saoudite".
_SECOND_WORD = re.compile(r"(?<=[ -])[^\W\d_](?=\w{3})")
# CLDR has only the name of its territories.
_PLAINER = {
    ("PS", "ar"): "فلسطين", ("PS", "fr"): "Palestine", ("PS", "es"): "Palestina",
    ("PS", "pt"): "Palestina", ("PS", "nl"): "Palestina", ("PS", "de"): "Palästina",
    ("PS", "ru"): "Палестина", ("PS", "zh"): "巴勒斯坦",
}  # fmt: skip


@cache
def state_name(code: str, tongue: Tongue) -> str:
    """Return the plain name of a state in a language."""
    if name := _PLAINER.get((code, tongue.code)):
        return name
    return re.sub(r"\s*[(（].*", "", str(Locale.parse(tongue.code).territories[code]))


@cache
def _codes(tongue: Tongue) -> dict[str, str]:
    return {_key(name, tongue): code for name, code in tongue.states.items()}


@cache
def _plain(tongue: Tongue) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_plain_word(_without_article(name, tongue), tongue), code)
        for name, code in tongue.states.items()
    )


def _key(name: str, tongue: Tongue) -> str:
    return tongue.cases.key(name) if tongue.cases else fold(name)


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
    if tongue.cases:
        return tongue.cases.form(name)
    form = re.escape(name).replace("’", "['’]")
    return _SECOND_WORD.sub(lambda word: f"[{word[0].lower()}{word[0].upper()}]", form)


def _nominative(found: re.Match[str], code: str, tongue: Tongue) -> str:
    form = tongue.nominative(found[0][: found.start("name") - found.start()])
    if tongue.cases is None or found["name"] in tongue.states:
        return form + found[0][found.start("name") - found.start() :]
    plain = [name for name in tongue.states if _key(name, tongue) == _key(found["name"], tongue)]
    return form + plain[0]
