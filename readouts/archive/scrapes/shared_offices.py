"""One office that several people hold, told once: "the Foreign Ministers of A and B", "the
Co-Chairs of the Group, Mr. C and Ms. D"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from readouts.archive.scrapes.countries import country_code, names_with_and, without_article
from readouts.archive.scrapes.honorifics import HONORIFIC
from readouts.archive.scrapes.names import NAME
from readouts.archive.scrapes.offices import begins_office, owned_office, read_office
from readouts.archive.scrapes.party import Party

_SHARED_OFFICE = re.compile(
    r"(?:the\s+)?(?P<office>[^,]*?(?:Presidents|(?<!Council of )(?<!Committee of )Ministers|"
    r"[Aa]mbassadors|[Rr]epresentatives|[Ll]eaders|[Cc]ounterparts|Secretaries|Chancellors)[^,]*?)\s+(?:of|from)\s+(?P<states>.+)"
)
# "Austria's and Slovakia's Foreign Ministers, A and B"
_STATE = r"[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}"
_OWNED_IN_COMMON = re.compile(
    rf"(?P<states>{_STATE}['’]s(?:, {_STATE}['’]s)*,? and {_STATE}['’]s?) "
    r"(?P<office>(?:[A-Z]\w+ ){0,3}(?:Presidents|Ministers|Ambassadors|Chancellors|Leaders)),? "
    r"(?P<names>[^,]+(?:, [^,]+)*,? and [^,]+)"
)
_PLURALS = re.compile(
    r"\b(President|Minister|[Aa]mbassador|[Rr]epresentative|[Ll]eader|[Cc]ounterpart|Chancellor|Envoy|"
    r"Co-[Cc]hair|Chair|Coordinator|Advis[eo]r|Commissioner|Member)s\b"
)
_THEIR = re.compile(r"^(?:his|her|their|its)\s+(?=[^\W\d_])")
_OF_A_STATE = re.compile(r"(?P<office>.+?)\s+(?:of|from)\s+(?P<state>.+)")
_BETWEEN = re.compile(r"^[\s,]*(?:and\s+)?(?:of\s+)?|[\s,]*(?:\band\s*)?$")


def shared_office(text: str) -> tuple[list[Party], list[str]]:
    """Read "the Foreign Ministers of A and B" as one unnamed participant for each state, with the
    pieces that follow the states."""
    found = _SHARED_OFFICE.fullmatch(text)
    if not found or HONORIFIC.search(text):
        return [], []
    states = _states(found["states"])
    known = list(takewhile(country_code, states))
    title = _PLURALS.sub(r"\1", _THEIR.sub("", found["office"]))
    if owned := owned_office(title):
        title = owned[1]
    holders = [Party("", "", title, without_article(state)) for state in known]
    return (holders, states[len(known) :]) if known else ([], [])


def held_in_common(text: str) -> list[Party]:
    """Read "the Co-Chairs of the Group, H.E. Mr. A and H.E. Ms. B", and "the Foreign Ministers of
    A, H.E. Mr. B, and C, H.E. Ms. D"."""
    people = [(found, NAME.match(text, found.end())) for found in HONORIFIC.finditer(text)]
    head = text[: people[0][0].start()].strip(" ,") if people else ""
    if len(people) < 2 or not begins_office(head) or not _PLURALS.search(head):  # noqa: PLR2004
        return []
    ends = [name.end() if name else found.end() for found, name in people]
    starts = [*(found.start() for found, _ in people[1:]), len(text)]
    between = [_BETWEEN.sub("", text[end:start]) for end, start in zip(ends, starts, strict=True)]
    parties = [Party(name[0] if name else "", found[0].strip(" ,")) for found, name in people]
    if not all(party.name for party in parties) or between.pop():
        return []
    if not any(between):
        office = read_office(without_article(head))
        last = replace(parties[-1], title=office.title, organization=office.organization)
        return with_one_office([*parties[:-1], last])
    return _of_states(head, between, parties)


def _of_states(head: str, between: list[str], parties: list[Party]) -> list[Party]:
    """Give each of the parties the office of the head, and the state printed before the name."""
    first = _OF_A_STATE.fullmatch(without_article(head))
    states = [first["state"], *between] if first else []
    if not first or not all(map(country_code, states)):
        return []
    title = _PLURALS.sub(r"\1", first["office"])
    return [
        replace(party, title=title, organization=without_article(state))
        for party, state in zip(parties, states, strict=True)
    ]


def names_first(text: str) -> str:
    """Write "Malta's and Peru's Ministers, A and B" as "A and B, Ministers of Malta and Peru"."""
    found = _OWNED_IN_COMMON.fullmatch(text)
    if not found:
        return text
    states = re.sub(r"['’]s?(?=,| |$)", "", found["states"])
    return f"{found['names']}, {found['office']} of {states}"


def with_one_office(parties: list[Party]) -> list[Party]:
    """Give each of "A and B, Co-Chairs of the Group" the office that the last is printed with;
    of "A and B, Presidents of X and Y" each has a state of his own."""
    *others, last = parties or [Party()]
    singular = _PLURALS.sub(r"\1", last.title)
    alone = [party.name and not (party.title or party.organization) for party in others]
    if not (others and last.name and singular != last.title and all(alone)):
        return parties
    offices = shared_office(last.title)[0] or [replace(last, title=singular)] * len(parties)
    if len(offices) != len(parties):
        return parties
    return [
        replace(party, title=office.title, organization=office.organization)
        for party, office in zip(parties, offices, strict=True)
    ]


def _states(text: str) -> list[str]:
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found[0])
        return f"\x00{len(held) - 1}"

    pieces = re.split(r",\s+(?:and|&)\s+|,\s+|\s+(?:and|&)\s+", names_with_and().sub(hold, text))
    return [re.sub("\x00(\\d+)", lambda found: held[int(found[1])], piece) for piece in pieces]
