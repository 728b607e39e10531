"""One participant as printed, and when two accounts speak of the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from readouts.archive.scrapes.countries import country_code
from readouts.archive.scrapes.tongues.codes import state_code_abroad
from readouts.folding import fold

# Whoever holds whatever office of a state: the text may tell who and which.
_ANY_OFFICE = frozenset({"counterpart", "leader", "chief"})
# Offices that one state alone has; so it need not be printed to be known.
_OF_ONE_STATE = {"taoiseach": "Ireland", "tanaiste": "Ireland"}
# Whose remit the text may tell: "Secretary A" is the "Secretary of State".
_WITHOUT_REMIT = frozenset({"secretary", "minister"})
# Nobody holds two of these offices, by the first of their words.
_CHIEFS = frozenset(["prime", "president", "taoiseach", "chancellor", "king", "premier"])
# "Head of the foreign ministry", "chief of diplomacy": the foreign minister in other languages.
_FOREIGN_MINISTERS_ABROAD = frozenset(
    map(
        fold,
        (
            "глава МИД", "глава МИДа", "глава внешнеполитического ведомства", "глава дипломатии",
            "министр иностранных дел", "chef de la diplomatie", "cheffe de la diplomatie",
            "ministre des affaires étrangères", "chefe da diplomacia",
            "ministro dos negócios estrangeiros", "ministro das relações exteriores",
            "ministra dos negócios estrangeiros", "ministra das relações exteriores",
            "外长", "外相", "外交部长", "外交大臣", "Außenminister", "Außenministerin",
            "Bundesaußenminister", "Bundesaußenministerin",
        ),
    )
)  # fmt: skip
_ROYAL = re.compile(r"\b(?P<title>King|Queen|Emir|Amir|Sultan|Crown Prince|Pope)(?: Sheikh)?$")


@dataclass(frozen=True)
class Party:
    """One participant as printed; the name is empty where only the office or group is known.

    `is_by_adjective` says that the organization is the state of "Russian" or "Kenyan",
    `is_counterpart` that the text calls the office only that of a "homologue".
    """

    name: str = ""
    honorific: str = ""
    title: str = ""
    organization: str = ""
    side: str = "counterpart"
    is_by_adjective: bool = False
    is_counterpart: bool = False

    def as_record(self) -> dict[str, str]:
        """Return the participant of the archive record; only the name may be empty."""
        fields = {
            "name": self.name,
            "honorific": self.honorific,
            "title": self.title,
            "organization": self.organization,
            "side": self.side,
        }
        return {key: value for key, value in fields.items() if value or key == "name"}

    def is_same_as(self, other: Party) -> bool:
        """Tell whether both are the same person or the same unnamed office."""
        states = {_state_key(p.organization) for p in (self, other) if p.organization}
        if _is_short_for(self.organization, other.organization):
            states.pop()
        if self.name and other.name:
            mine, theirs = name_words(self.name), name_words(other.name)
            of_one_state = len(states) <= 1 or not all(map(_is_iso, states))
            return (mine <= theirs or theirs <= mine) and of_one_state
        offices = [office_key(party.title) for party in (self, other)]
        if _ANY_OFFICE & set(offices) and len(states) == 1:
            return bool(self.organization and other.organization)
        return bool(offices[0]) and offices[0] == offices[1] and len(states) <= 1

    def is_of_one_state(self, other: Party) -> bool:
        """Tell whether both are printed with the same state or body."""
        return bool(self.organization) and _states_of(self, other) == 1

    def may_be_of(self, other: Party) -> bool:
        """Tell whether this office is the other's, printed with more or less of its remit."""
        mine, theirs = fold(self.title).split(), fold(other.title).split()
        short, long = sorted((mine, theirs), key=len)
        return bool(short) and long[: len(short)] == short

    def _is_cut_short_of(self, other: Party) -> bool:
        """Tell whether the office breaks off in a word that the other prints in full."""
        whole = other.title or ""
        cut = not self.organization and whole.startswith(self.title)
        return cut and whole[len(self.title) :][:1].isalpha()

    def _opens_with_an_office(self, other: Party) -> bool:
        """Tell whether an office that could not be read, behind a state, stands before the name."""
        before = self.name[: -len(other.name)].split() if not self.title and other.name else []
        same = fold(self.name).endswith(f" {fold(other.name)}")
        return same and len(before) > 1 and bool(country_code(before[0]) or before[0].isupper())

    def completed_by(self, other: Party) -> Party:
        """Return this party with what it lacks taken from another account of the same one."""
        fuller = other if other.organization or not self.organization else self
        office: dict[str, Any] = {}
        any_office = self.is_counterpart or self.title.lower() in _ANY_OFFICE
        if not self.title or (other.title and any_office) or self._is_cut_short_of(other):
            office = {"title": fuller.title, "organization": fuller.organization}
        elif fold(self.title) in _WITHOUT_REMIT and self.may_be_of(other):
            office = {"title": other.title, "organization": self.organization or other.organization}
        elif self.title and other.organization and (self.is_by_adjective or not self.organization):
            office = {"organization": other.organization, "is_by_adjective": other.is_by_adjective}
        surname_only = fold(other.name).endswith(f" {fold(self.name)}") or (
            " " not in self.name and name_words(self.name) <= name_words(other.name)
        )
        if other.title and self._opens_with_an_office(other):
            surname_only, office = True, {"title": other.title, "organization": other.organization}
        if _is_short(self.organization) and _states_of(self, other) == 1:
            office |= {"organization": max(self.organization, other.organization, key=len)}
        return replace(
            self,
            name=other.name if surname_only else self.name or other.name,
            honorific=self.honorific or other.honorific,
            side=other.side if other.side != "counterpart" else self.side,
            **office,
        )


def name_words(name: str) -> set[str]:
    """Return the words of a name without the article of some: "Haddad" is "al-Haddad"."""
    return {re.sub(r"^(?:al|el)-", "", word) for word in fold(name).split()}


def _is_short_for(one: str, other: str) -> bool:
    """Tell whether one of two names is the acronym of the other: "NATO"."""
    short, long = sorted((one, other), key=len)
    words = [word for word in long.replace("-", " ").split() if word[0].isupper()]
    return len(words) > 1 and short == "".join(word[0] for word in words)


def _is_short(organization: str) -> bool:
    """Tell whether a name is an abbreviation, "US" or "U.K.", for which the text may say more."""
    return organization.replace(".", "").isupper() and len(organization) <= len("U.S.A.")


def _states_of(*parties: Party) -> int:
    return len({_state_key(party.organization or _its_state(party)) for party in parties})


def _its_state(party: Party) -> str:
    return state_of_title(party.title)


def state_of_title(title: str) -> str:
    """Return the state that a title alone tells, "" for most titles."""
    return _OF_ONE_STATE.get(fold(title), "")


def _state_key(organization: str) -> str:
    return country_code(organization) or state_code_abroad(organization) or fold(organization)


def _is_iso(key: str) -> bool:
    return len(key) == len("XX") and key.isupper()


def office_key(title: str) -> str:
    """Return what two ways of printing one office share: "Minister for Foreign Affairs" is the
    "Foreign Minister"."""
    if fold(title) in _FOREIGN_MINISTERS_ABROAD:
        return "foreign minister"
    key = re.sub(r"\b(?:of|for|the|newly (?:elected|appointed))\b", "", fold(title))
    key = re.sub(
        r"minister\s+(?:foreign|external)\s+(?:affairs|relations).*", "foreign minister", key
    )
    return " ".join(key.split())


def royal_title(party: Party) -> str:
    """Return the office that a style says, "Amir" of "HH the Amir", where none is printed."""
    royal = _ROYAL.search(party.honorific)
    return royal["title"] if royal and not party.title else ""


def is_same_office(one: str, other: str) -> bool:
    """Tell whether one office is the other, perhaps with its remit: "Minister of Trade"."""
    if office_key(other) in map(office_key, one.split(",")):
        return True  # "Deputy Prime Minister, Minister of Foreign Affairs"
    first, second = sorted((_in_post(one), _in_post(other)), key=len)
    more = second[len(first) :]
    if more[:1] == ["and"] and more[1:2] and more[1] in _CHIEFS:
        return False  # "the Taoiseach and Prime Minister A" are two
    return bool(first) and second[: len(first)] == first


def _in_post(title: str) -> list[str]:
    """Return the words of an office without how it is held, which a page may print but once."""
    words = fold(title).split()
    return words[1:] if words[:1] in (["acting"], ["interim"], ["caretaker"]) else words
