"""The documented keys of the one shape, and what makes a shape a whole readout."""

from __future__ import annotations

import re
from functools import cache
from typing import TypedDict

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


def problems(shape: Shape, *, text_removed: bool = False) -> list[str]:
    """What keeps this shape from being a whole readout, each in a sentence with the cure; where
    the text was removed, from being the notice that stands in its place.

    Asked by submit, by the loader and by the exporter's own test.
    """
    if text_removed:
        dated = any(encounter["date"] for encounter in shape["encounters"])
        undated = "No encounter has a date. Give the day, or the month or year that is known."
        return [*_title_problems(shape), *([] if dated else [undated])]
    return [
        *_title_problems(shape),
        *_principal_problems(shape),
        *(
            problem
            for number, encounter in enumerate(shape["encounters"], start=1)
            for problem in _encounter_problems(number, encounter)
        ),
        *([] if shape["encounters"] else ["No encounter is given. Add the meeting or call."]),
        *([] if shape["body"] else ["The body is empty. Write the text."]),
        *_issue_problems(shape),
    ]


def _title_problems(shape: Shape) -> list[str]:
    found = []
    if not shape["title"].strip():
        found.append("The title is empty. Fill in the encounters to have one proposed.")
    elif len(shape["title"]) > LONGEST_TITLE:
        found.append(f"The title is longer than {LONGEST_TITLE} characters. Shorten it.")
    if not _LANGUAGE.fullmatch(shape["language"]):
        found.append(f"“{shape['language']}” is no language tag. Use one such as en, fr or ar.")
    return found


def _principal_problems(shape: Shape) -> list[str]:
    if shape["principal"]["name"] or shape["principal"]["title"]:
        return []
    return ["No principal is given. Choose the mandate under which the encounter took place."]


def _encounter_problems(number: int, encounter: EncounterShape) -> list[str]:
    where = f"Encounter {number}"
    found = []
    if encounter["kind"] not in _KINDS:
        found.append(f"{where} is of the unknown kind “{encounter['kind']}”. Choose a listed one.")
    if encounter["date"] is None:
        found.append(f"{where} has no date. Give the day, or the month or year that is known.")
    if encounter["country"] and encounter["country"] not in _country_codes():
        found.append(f"{where}: “{encounter['country']}” is no ISO country code. Use one like KZ.")
    if not encounter["participants"]:
        found.append(f"{where} names nobody. Add who took part, or the office if no name is known.")
    for order, person in enumerate(encounter["participants"], start=1):
        if person["side"] not in _SIDES:
            found.append(f"{where}, participant {order}: “{person['side']}” is no side.")
        if not (person["name"] or person["title"] or person["organization"]):
            found.append(f"{where}, participant {order} has neither a name nor an office.")
    return found


@cache
def _country_codes() -> frozenset[str]:
    return frozenset(code for code, _ in countries)


def _issue_problems(shape: Shape) -> list[str]:
    dates = [encounter["date"] for encounter in shape["encounters"] if encounter["date"]]
    if shape["issued"] and dates and shape["issued"] < min(dates):
        return [
            f"The text is dated {shape['issued']}, before the encounter of {min(dates)}. "
            "Mend whichever date is wrong."
        ]
    return []
