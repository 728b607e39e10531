"""The other parties of an encounter, read from the words after "with": who they are, how styled,
in which office. A name that is only mentioned never comes here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from readouts.archive.scrapes.countries import country_code, names_with_and, without_article
from readouts.archive.scrapes.honorifics import HONORIFIC, after_honorific
from readouts.archive.scrapes.names import NAME
from readouts.archive.scrapes.offices import (
    OFFICE_HEAD,
    Office,
    begins_office,
    possessive_office,
    read_office,
)
from readouts.archive.scrapes.party_lists import separate
from readouts.folding import fold

_TRAILING = re.compile(
    r",?\s+(?:and|with|accompanied by)\s+(?:his|her|their)\s+"
    r"(?:wife|husband|spouse|delegation|team|advisers|colleagues),?$|,?\s+and$|;$|,$"
)
_SHARED_OFFICE = re.compile(
    r"(?:the\s+)?(?P<office>[^,]*?(?:Presidents|Ministers|Ambassadors|Representatives)[^,]*?)"
    r"\s+of\s+(?P<states>.+)"
)
_GROUP = re.compile(
    r"(?:the\s+|a\s+)?(?P<group>(?:\w+ ){0,2}(?:members|representatives|leaders|heads|delegation|"
    r"group|ambassadors|ministers|envoys|families|relatives|victims|survivors|students|women|youth)"
    r"\s+(?:of|from)\s+.+)",
    re.I,
)
_PERSONAL = re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Dr|Mme|Prof)\b")
_PLURALS = re.compile(r"\b(President|Minister|Ambassador|Representative)s\b")


@dataclass(frozen=True)
class Party:
    """One participant as printed; the name is empty where only the office or group is known."""

    name: str = ""
    honorific: str = ""
    title: str = ""
    organization: str = ""
    side: str = "counterpart"

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
        if self.name and other.name:
            mine, theirs = fold(self.name), fold(other.name)
            return mine == theirs or mine.endswith(f" {theirs}") or theirs.endswith(f" {mine}")
        offices = [fold(party.title) for party in (self, other)]
        states = {fold(party.organization) for party in (self, other) if party.organization}
        return bool(offices[0]) and offices[0] == offices[1] and len(states) <= 1

    def completed_by(self, other: Party) -> Party:
        """Return this party with what it lacks taken from another account of the same one."""
        fuller = other if other.organization or not self.organization else self
        office = (
            {"title": fuller.title, "organization": fuller.organization} if not self.title else {}
        )
        return replace(
            self,
            name=self.name or other.name,
            honorific=self.honorific or other.honorific,
            **office,
        )


def read_parties(text: str) -> list[Party]:
    """Read "H.E. Mr. A, President of X, and H.E. Ms. B, Prime Minister of Y" and its variants.

    What is neither a name with an office or honorific nor an office gives no party.
    """
    text = text.strip(" ,.")
    if shared := _of_a_shared_office(text):
        return shared
    parties = (_read_party(piece) for piece in separate(text))
    return [party for party in parties if party]


def _read_party(piece: str) -> Party | None:
    piece = _TRAILING.sub("", piece).strip(" ,;")
    honorific, rest = after_honorific(piece)
    if not honorific and (party := _office_before_honorific(piece)):
        return party
    personal = bool(_PERSONAL.search(honorific))  # "Mr. Emir Hadžić" is no emir
    if not personal and (begins_office(rest) or possessive_office(rest)):
        return _office_first(rest, honorific)
    if group := _GROUP.fullmatch(rest):
        return Party("", honorific, group["group"])
    return _name_first(rest, honorific)


def _name_first(text: str, honorific: str) -> Party | None:
    """Read "A, President of X" and "King A of X"; a bare name without honorific is none."""
    name = NAME.match(text)
    after = text[name.end() :] if name else ""
    if name and honorific and after.startswith(" of "):
        return Party(name[0], honorific, "", without_article(after[len(" of ") :].split(",")[0]))
    office = read_office(after) if after.startswith(",") else Office("")
    if name and (honorific or begins_office(office.title)):
        return Party(name[0], honorific, *_pair(office))
    return None


def _office_before_honorific(text: str) -> Party | None:
    """Read "the President of X, H.E. Mr. A"."""
    found = HONORIFIC.search(text)
    head = text[: found.start()] if found else ""
    if not found or not (begins_office(head) or possessive_office(head)):
        return None
    name = NAME.match(text[found.end() :])
    office = read_office(without_article(head))
    return Party(name[0] if name else "", found[0].strip(), *_pair(office))


def _office_first(text: str, honorific: str) -> Party:
    """Read "President Hamid Karzai of Afghanistan", "the Prime Minister of X", "X's President"."""
    if owned := possessive_office(text):
        state, office_text = owned
        party = _office_first(office_text, honorific)
        return replace(party, organization=party.organization or state)
    text = without_article(text)
    head = OFFICE_HEAD.match(text)
    rest = text[head.end() :] if head else ""
    name = NAME.match(rest.lstrip()) if rest.startswith(" ") else None
    if head and name and not begins_office(rest.lstrip()):
        after = rest.lstrip()[name.end() :]
        entity = re.match(r"\s+of\s+(.+)|,\s+(?:of\s+)?(.+)", after)
        state = without_article((entity[1] or entity[2]).strip()) if entity else ""
        return Party(name[0], honorific, head["office"], state)
    return Party("", honorific, *_pair(read_office(text)))


def _of_a_shared_office(text: str) -> list[Party]:
    """Read "the Foreign Ministers of A and B" as one unnamed participant for each state."""
    found = _SHARED_OFFICE.fullmatch(text)
    if not found or HONORIFIC.search(text):
        return []
    states = _states(found["states"])
    if not all(country_code(state) for state in states):
        return []
    title = _PLURALS.sub(r"\1", found["office"])
    return [Party("", "", title, without_article(state)) for state in states]


def _states(text: str) -> list[str]:
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found[0])
        return f"\x00{len(held) - 1}"

    pieces = re.split(r",\s+and\s+|,\s+|\s+and\s+", names_with_and().sub(hold, text))
    return [re.sub("\x00(\\d+)", lambda found: held[int(found[1])], piece) for piece in pieces]


def _pair(office: Office) -> tuple[str, str]:
    return office.title, office.organization
