"""The documented keys of the one shape, and what makes a shape a whole readout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TypedDict

from django_countries import countries

from readouts.editorial import body
from readouts.models.words import EncounterKind, Side


class RegisterKeys(TypedDict, total=False):
    """Natural keys of register rows; left out where unknown."""

    official: str
    organization: str
    appointment: list[str | None]


class PrincipalShape(TypedDict):
    """The office's own principal, as printed."""

    name: str
    title: str
    organization: str
    register: RegisterKeys


class ParticipantShape(TypedDict):
    """One participation, in order of precedence; words as printed."""

    side: str
    honorific: str
    name: str
    title: str
    organization: str
    register: RegisterKeys


class EncounterShape(TypedDict):
    """One encounter. `date` is ISO and the first day of its precision; `time` is "HH:MM" on the
    clock of `zone` (an IANA name); `country` is an ISO 3166 code."""

    kind: str
    date: str | None
    precision: str
    time: str | None
    zone: str
    city: str
    country: str
    occasion: str
    participants: list[ParticipantShape]


class RegisterName(TypedDict):
    """A register row by key, with its name as printed; the name does not count for the digest."""

    key: str
    name: str


class Dateline(TypedDict):
    city: str
    country: str


class Shape(TypedDict):
    """A readout as plain data; every key is always there. `note` is the public correction note."""

    reference: str
    language: str
    translation_of: str
    title: str
    principal: PrincipalShape
    issued: str | None
    dateline: Dateline
    encounters: list[EncounterShape]
    organizations: list[RegisterName]
    topics: list[RegisterName]
    tags: list[str]
    body: list[body.Block]
    note: str


# --- structural problems ------------------------------------------------------------------------

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LONGEST_TITLE = 400
_KINDS, _SIDES = frozenset(EncounterKind.values), frozenset(Side.values)


class Fault(NamedTuple):
    """What keeps a shape from being whole: at which place of it, and a sentence with the cure."""

    place: str
    sentence: str


def problems(shape: Shape, *, text_removed: bool = False) -> list[str]:
    """What keeps this shape from being a whole readout, each in a sentence with the cure; where
    the text was removed, from being the notice that stands in its place.

    Asked by submit, by the loader and by the exporter's own test.
    """
    return [fault.sentence for fault in faults(shape, text_removed=text_removed)]


def faults(shape: Shape, *, text_removed: bool = False) -> list[Fault]:
    """As `problems`, each with its place: "issued", "encounters[0].date"."""
    if text_removed:
        dated = any(encounter["date"] for encounter in shape["encounters"])
        undated = "No encounter has a date. Give the day, or the month or year that is known."
        return [*_title_faults(shape), *([] if dated else [Fault("encounters", undated)])]
    met, text = (
        "No encounter is given. Add the meeting or call.",
        "The body is empty. Write the text.",
    )
    return [
        *_title_faults(shape),
        *_principal_faults(shape),
        *(
            fault
            for number, encounter in enumerate(shape["encounters"], start=1)
            for fault in _encounter_faults(number, encounter)
        ),
        *([] if shape["encounters"] else [Fault("encounters", met)]),
        *([] if shape["body"] else [Fault("body", text)]),
        *_issue_faults(shape),
    ]


def _title_faults(shape: Shape) -> Iterator[Fault]:
    if not shape["title"].strip():
        yield Fault("title", "The title is empty. Write it; the desk proposes one from encounters.")
    elif len(shape["title"]) > LONGEST_TITLE:
        yield Fault("title", f"The title is longer than {LONGEST_TITLE} characters. Shorten it.")
    if not _LANGUAGE.fullmatch(shape["language"]):
        words = f"“{shape['language']}” is no language tag. Use one such as en, fr or ar."
        yield Fault("language", words)


def _principal_faults(shape: Shape) -> Iterator[Fault]:
    if not (shape["principal"]["name"] or shape["principal"]["title"]):
        words = "No principal is given. Choose the mandate under which the encounter took place."
        yield Fault("principal", words)


def _encounter_faults(number: int, encounter: EncounterShape) -> Iterator[Fault]:
    where, place = f"Encounter {number}", f"encounters[{number - 1}]"
    if encounter["kind"] not in _KINDS:
        words = f"{where} is of the unknown kind “{encounter['kind']}”. Choose a listed one."
        yield Fault(f"{place}.kind", words)
    if encounter["date"] is None:
        words = f"{where} has no date. Give the day, or the month or year that is known."
        yield Fault(f"{place}.date", words)
    if encounter["country"] and encounter["country"] not in _country_codes():
        words = f"{where}: “{encounter['country']}” is no ISO country code. Use one like KZ."
        yield Fault(f"{place}.country", words)
    if not encounter["participants"]:
        words = f"{where} names nobody. Add who took part, or the office if no name is known."
        yield Fault(f"{place}.participants", words)
    for order, person in enumerate(encounter["participants"]):
        told = f"{place}.participants[{order}]"
        if person["side"] not in _SIDES:
            words = f"{where}, participant {order + 1}: “{person['side']}” is no side."
            yield Fault(f"{told}.side", words)
        if not (person["name"] or person["title"] or person["organization"]):
            yield Fault(told, f"{where}, participant {order + 1} has neither a name nor an office.")


@cache
def _country_codes() -> frozenset[str]:
    return frozenset(code for code, _ in countries)


def _issue_faults(shape: Shape) -> Iterator[Fault]:
    dates = [encounter["date"] for encounter in shape["encounters"] if encounter["date"]]
    if shape["issued"] and dates and shape["issued"] < min(dates):
        words = (
            f"The text is dated {shape['issued']}, before the encounter of {min(dates)}. "
            "Mend whichever date is wrong."
        )
        yield Fault("issued", words)
