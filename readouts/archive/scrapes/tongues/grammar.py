"""What the grammar of one language is made of: words, as patterns, for the one mechanism that reads
titles and sentences in all of them.

A language says how an encounter is named, by which verbs and prepositions the two sides are
joined, how people are styled, which words head an office, and how a state is joined to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from babel import Locale
from django_countries.data import COUNTRIES

from readouts.folding import fold

# Capital letters of the scripts that have them.
CAPITAL = "".join(
    chr(code) for code in (*range(0x41, 0x250), *range(0x400, 0x530)) if chr(code).isupper()
)
_IN_BRACKETS = re.compile(r"\s*[(（].*")
_MOST_WORDS = 6
# Where two met may itself be called by a noun for an encounter: "на саммите", "en la cumbre".
_AT_A_SUMMIT = re.compile(
    r"(?:(?<!\w)(?:на|в рамках|на полях|в кулуарах|en|durante|em|au|du|lors du|beim|am|"
    r"auf dem|op|tijdens|في|خلال|على هامش)\s+(?:el\s+|la\s+|de la\s+|de\s+|des\s+|der\s+)?|"
    r"(?<!\w)n[ao]\s+)(?:[\w-]+\s+)?(?:саммит\w*|cumbre|cimeira|cúpula|sommet|[\w-]*gipfel\w*|"
    r"(?:ال)?قمة)(?!\w)",
    re.I,
)
_GAP = r"(?:[^.;:]|\.(?=\S)|(?<=\d)\.){0,90}?"


@dataclass(frozen=True)
class Cases:
    """How names of states and cities bend in one language."""

    # What all cases of a state's name share, by which they are told to be one name.
    key: Callable[[str], str]
    # A pattern of a state's name in all its cases.
    form: Callable[[str], str]
    # What a city ends in behind the word for "in", and in the nominative.
    cities: tuple[tuple[str, str], ...] = (("", ""),)


def _plain_word(word: str) -> str:
    return fold(word).replace(" ", "")


@dataclass(frozen=True, eq=False)  # two languages are never equal, and each is a key
class Tongue:
    """The grammar of one language; every `str` but the code is a regular expression.

    `acts` are verbs up to the words for the other party; in them and in `forms` stand {noun} for
    the words that name an encounter, {gap} for what says when and where, {who} for the principal,
    {rest} for the parties.
    """

    code: str
    label: str
    noun: str
    kinds: tuple[tuple[str, str], ...]
    acts: tuple[str, ...]
    forms: tuple[str, ...]
    heads: str
    honorifics: str
    portfolio: str
    # Between an office and its state or body; between two people; in front of a person.
    link: str
    joint: str
    lead: str
    official: str
    bodies: str
    adjectival: str = r"(?!)"  # an official name with an adjective: "République française"
    # Verbs before their subject, and what then leads to the other party.
    inverted: str = r"(?!)"
    to_party: str = r"(?!)"
    happened: str = r"(?!)"
    before_head: str = ""
    marks: str = r"(?!)"
    counterpart: str = r"(?!)"
    # An office of several people, and what gives back that of one: "embajadores", "embajador".
    plural: str = r"(?!)"
    singular: tuple[tuple[str, str], ...] = ()
    realm: str = r"(?!)"  # "de la República", after an office and with no name of a state
    and_office: str = r"(?!)"
    conjunction: str = r"(?!)"  # "and" between two who act together
    group: str = r"(?!)"  # several people known by what they share
    together: str = r"(?!)"  # verbs of two who met, with nobody behind them
    contexts: str = r"(?!)"
    further: str = r"(?!)"
    where: str = r"(?!)"  # the word for "in" before a city
    reported: str = r"(?!)"
    typed: Mapping[str, str] = field(default_factory=dict)  # signs of others, and its own
    unwritten: str = r"(?!)"  # marks that may be left out in writing: the vowels of Arabic
    # What opens words of the other side that are no name without office or style.
    no_name: str = r"(?!)"
    name: str = ""
    names: Mapping[str, str] = field(default_factory=dict)  # states also printed by these names
    cases: Cases | None = None  # None where names of states and cities stay as they are
    article: str = r"(?!)"  # before the name of a state, or grown onto its adjective
    demonyms: Mapping[str, str] = field(default_factory=dict)
    demonym_ending: str = r"(?!)"
    demonym_first: bool = False
    state_first: bool = False
    is_spaced: bool = True
    # A word as adjectives and names of states are compared: no accents, no hyphens.
    plain_word: Callable[[str], str] = _plain_word
    nominative: Callable[[str], str] = str
    nominative_name: Callable[[str], str] = str
    genitive_name: Callable[[str], str] = str  # of one who was received, or whose meeting it was
    direct: str = r"(?!)"  # the acts after which a name stands so

    def plain(self, text: str) -> str:
        """Return a text without the marks that may be left out in writing, and with its own."""
        for sign, own in self.typed.items():
            text = text.replace(sign, own)
        return re.sub(self.unwritten, "", text)

    def kind(self, words: str) -> str:
        """Return the kind of encounter that `words` name: a meeting, where they say no other."""
        told = _AT_A_SUMMIT.sub(" ", words)
        found = (kind for kind, form in self.kinds if re.search(form, told, re.I))
        return next(found, "meeting")

    def pattern(self, form: str, *, ignore_case: bool = True) -> re.Pattern[str]:
        """Compile a form of this language, its gaps filled in."""
        return compiled(self._filled(form), re.I if ignore_case else 0)

    def _filled(self, form: str) -> str:
        filled = form.replace("{noun}", f"(?:{self.noun})").replace("{gap}", _GAP)
        filled = filled.replace("{who}", r"(?P<who>[^;:]{2,170}?)")
        filled = filled.replace("{rest}", r"(?P<rest>.+)").replace(
            "{head}", f"(?:{self._before})(?:{self.heads})"
        )
        filled = filled.replace("{styled}", f"(?:{self.honorifics})")
        if "{state}" in filled:
            longest = sorted(self.states, key=len, reverse=True)
            filled = filled.replace("{state}", f"(?:{'|'.join(map(re.escape, longest))})")
        return filled

    @property
    def _before(self) -> str:
        return self.before_head if self.is_spaced else ""

    @cached_property
    def states(self) -> dict[str, str]:
        """The code of each name of a state: CLDR's, without what it adds in brackets, and those
        that the language lists."""
        territories = Locale.parse(self.code).territories
        names = {_IN_BRACKETS.sub("", territories[code]): code for code in COUNTRIES}
        article = re.compile(rf"^(?:{self.article})")
        names |= {article.sub("", name): code for name, code in names.items()}
        return {name: code for name, code in names.items() if name} | dict(self.names)

    @cached_property
    def clauses(self) -> tuple[re.Pattern[str], ...]:
        """The forms of a whole title, which a sentence may have as well."""
        acts = [rf"{{who}},?\s+(?P<kind>{act}){{rest}}" for act in self.acts]
        return tuple(self.pattern(form) for form in (*acts, *self.forms))

    @cached_property
    def head(self) -> re.Pattern[str]:
        """An office up to its portfolio."""
        edge = r"(?!\w)" if self.is_spaced else ""
        return self.pattern(
            rf"(?:{self.before_head})(?:{self.heads}){edge}(?:(?:{self.marks}){edge})?"
        )

    @cached_property
    def honorific(self) -> re.Pattern[str]:
        return self.pattern(rf"(?:{self.honorifics})", ignore_case=False)

    @cached_property
    def person(self) -> re.Pattern[str]:
        """A personal name: capitalised words with particles, or what the language says."""
        if self.name:
            return self.pattern(self.name, ignore_case=False)
        word = rf"(?:(?:al-|el-|d['’])?[{CAPITAL}][\w'’.-]*|al-[\w'’-]+)"
        particle = (
            r"(?:de|da|do|dos|das|del|della|di|du|van|von|der|den|ter|la|le|el|al|bin|bint|ibn|ben|"
            r"ould|y|e|zu|des|бин|ибн|аль|эль|ад|ан|ар|аш|ас|оглы)"
        )
        return re.compile(rf"{word}(?:\s+(?:{particle}\s+){{0,2}}{word}){{0,{_MOST_WORDS}}}")


@cache  # more forms than `re` keeps
def compiled(form: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a form once; its gaps may span lines."""
    return re.compile(form, flags | re.S)


def shared_letters(one: str, other: str) -> int:
    """Return with how many letters of the same kind two words begin."""
    pairs = zip(one, other, strict=False)
    return next(
        (n for n, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(one), len(other))
    )
