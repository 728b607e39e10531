"""What is doubtful in a record that is otherwise whole: an encounter after its issue, an office not
held that day, two principals at once, damaged letters, a text that stands here already.

A doubt keeps nothing from being loaded unless the archivist asked for it; it names the place and
what to look at.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from ftfy.badness import badness

from readouts.archive import spelling, terms
from readouts.archive.outcomes import Planned
from readouts.archive.resolving import Register
from readouts.editorial import body
from readouts.editorial.shape import ParticipantShape, Shape
from readouts.folding import fold
from readouts.models.partial_dates import Precision
from readouts.models.words import Side

# How many signs of misread letters one text may show by chance.
_BY_CHANCE = 1


class Principals:
    """Who was the principal under a title on a day, as the records of one load have told so far."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._told: dict[tuple[str, str, str], str] = {}

    def doubts(self, one: Planned) -> Iterator[tuple[str, str, str]]:
        shape = one.versions[-1].shape
        principal = shape["principal"]
        day, precision = _day(shape)
        if not (principal["name"] and principal["title"] and day and precision == Precision.DAY):
            return
        key = (day, fold(principal["title"]), fold(principal["organization"]))
        other = self._told.setdefault(key, principal["name"])
        if fold(other) != fold(principal["name"]):
            yield (
                "principal.name",
                principal["name"],
                f"Another record names {other} as {principal['title']} on {day}. Nobody shares "
                "that office: look which is right.",
            )
        elif held := self._held_by_others(principal, day):
            yield (
                "principal.name",
                principal["name"],
                f"By the register {held} was {principal['title']} on {day}. Mend the record, or "
                "the appointment in the register.",
            )

    def _held_by_others(self, principal: Any, day: str) -> str:
        """Who held this office by the register, if it was somebody else."""
        if principal["register"]:
            return ""
        wanted = spelling.key(principal["title"])
        office = self._register.organizations.fitting(principal["organization"])
        held = terms.held(
            self._register.terms.mandates, datetime.date.fromisoformat(day), Precision.DAY
        )
        names = (
            self._register.officials.slugs[term.official].name
            for term in held
            if term.title == wanted
            and (not office or term.organization in {row.slug for row in office})
        )
        return next(names, "")


def doubts(one: Planned, register: Register) -> Iterator[tuple[str, str, str]]:
    """The doubts of one record by itself, as field, value and what to look at."""
    shape = one.versions[-1].shape
    yield from _late_encounters(shape)
    yield from _offices_not_held(shape, register)
    yield from _damaged_letters(shape)


def _late_encounters(shape: Shape) -> Iterator[tuple[str, str, str]]:
    issued = shape["issued"]
    for number, encounter in enumerate(shape["encounters"]):
        if issued and encounter["date"] and encounter["date"] > issued:
            yield (
                f"encounters[{number}].date",
                encounter["date"],
                f"It is after the day of issue, {issued}. Mend whichever date is wrong.",
            )


def _offices_not_held(shape: Shape, register: Register) -> Iterator[tuple[str, str, str]]:
    """Titles that the register gives to these people, at another time."""
    for number, encounter in enumerate(shape["encounters"]):
        if not encounter["date"]:
            continue
        for order, person in enumerate(encounter["participants"]):
            if _held_at_another_time(person, register):
                yield (
                    f"encounters[{number}].participants[{order}].title",
                    person["title"],
                    f"By the register {person['name']} did not hold this office on "
                    f"{encounter['date']}, but at another time. Mend the record or the term.",
                )


def _held_at_another_time(person: ParticipantShape, register: Register) -> bool:
    keys = person["register"]
    if "official" not in keys or keys.get("appointment") or not person["title"]:
        return False
    wanted = spelling.key(person["title"])
    return any(
        term.title == wanted and term.organization == keys.get("organization")
        for term in register.terms.by_official.get(keys["official"], ())
    )


def _damaged_letters(shape: Shape) -> Iterator[tuple[str, str, str]]:
    texts = [("title", shape["title"])]
    texts += [(f"body[{n}]", text) for n, text in enumerate(body.plain(shape["body"]))]
    for name, text in texts:
        if not text.isascii() and ("\ufffd" in text or badness(text) > _BY_CHANCE):
            cure = "Letters look read in a wrong character set. Compare with the source."
            yield name, text, cure


def _day(shape: Shape) -> tuple[str | None, str]:
    first = next((e for e in shape["encounters"] if e["date"]), None)
    return (first["date"], first["precision"]) if first else (shape["issued"], Precision.DAY)


def counterparts(shape: Shape) -> Sequence[str]:
    """The keys of the officials a readout is about, the office's own aside."""
    return [
        person["register"]["official"]
        for encounter in shape["encounters"]
        for person in encounter["participants"]
        if "official" in person["register"] and person["side"] != Side.OURS
    ]
