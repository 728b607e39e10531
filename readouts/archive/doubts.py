"""What is doubtful in a record that is otherwise whole: an encounter after its issue, an office not
held that day, two principals at once, damaged letters or markup, a day that has not come, a key
that the register does not have, a text that stands here already.

A doubt keeps nothing from being loaded unless the archivist asked for it; it names the place and
what to look at.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from django.utils import timezone
from ftfy import fix_encoding
from ftfy.badness import badness

from readouts.archive import spelling, terms
from readouts.archive.outcomes import Planned
from readouts.archive.records import Record
from readouts.archive.resolving import Register
from readouts.editorial import body
from readouts.editorial.shape import ParticipantShape, PrincipalShape, Shape
from readouts.folding import fold
from readouts.models.partial_dates import Precision
from readouts.models.publication import Publication

# How many signs of misread letters one text may show by chance.
_BY_CHANCE = 1
# Tags and entities of HTML, where plain text belongs.
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|strong|em|ul|ol|li|h[1-6]|table|tr|td|script)\b[^<>]{0,200}>"
    r"|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});",
    re.IGNORECASE,
)
_NO_SUCH_KEY = (
    "The register has no {} of this key, so the printed name was searched for. Mend the key, load "
    "the register first, or leave the key out."
)
# Letters and signs other than those that any English text has.
_UNUSUAL = re.compile("[^\\x00-\\x7f“”‘’–—…]")


class Principals:
    """Who was the principal under a title on a day, as what stands here and the records of one
    load have told so far. On the day on which one hands over to another both are right."""

    def __init__(self, register: Register) -> None:
        self._register = register
        # By day, title and organization: the name told first, folded, as it was printed.
        self._told: dict[tuple[str, str, str], dict[str, str]] = {}
        self._asked: set[str] = set()

    def doubts(self, some: Sequence[Planned]) -> Iterator[tuple[Planned, str, str, str]]:
        """The doubts of some records that are not written yet, each with its record."""
        told = [one for one in some if _names_a_principal(one.versions[-1].shape)]
        self._ask({_day(one.versions[-1].shape)[0] or "" for one in told})
        for one in told:
            principal = one.versions[-1].shape["principal"]
            day, _ = _day(one.versions[-1].shape)
            if words := self._doubt(principal, day or ""):
                yield one, "principal.name", principal["name"], words

    def _doubt(self, principal: PrincipalShape, day: str) -> str:
        names = self._told.setdefault(_office(day, principal), {})
        name = fold(principal["name"])
        other = next((printed for folded, printed in names.items() if folded != name), "")
        names.setdefault(name, principal["name"])
        if principal["register"]:
            return ""
        title = principal["title"]
        if other:
            return (
                f"Another record names {other} as {title} on {day}. Nobody shares that office: "
                "look which is right."
            )
        if held := self._held_by_others(principal, day):
            return (
                f"By the register {held} was {title} on {day}. Mend the record, or the "
                "appointment in the register."
            )
        return ""

    def _ask(self, days: set[str]) -> None:
        """Look once who is named as principal on these days by what stands here."""
        new = days - self._asked
        self._asked |= new
        rows = Publication.objects.published().filter(date__in=new, precision=Precision.DAY)
        rows = rows.exclude(principal_name="").exclude(principal_title="").order_by()
        columns = ("date", "principal_title", "principal_organization", "principal_name")
        for day, title, organization, name in rows.values_list(*columns).distinct():
            key = (day.isoformat(), fold(title), fold(organization))
            self._told.setdefault(key, {}).setdefault(fold(name), name)

    def _held_by_others(self, principal: PrincipalShape, day: str) -> str:
        """Who held this office by the register, if it was somebody else."""
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


def _names_a_principal(shape: Shape) -> bool:
    """Whether a shape names who held an office on a certain day."""
    day, precision = _day(shape)
    principal = shape["principal"]
    return bool(principal["name"] and principal["title"] and day and precision == Precision.DAY)


def _office(day: str, principal: PrincipalShape) -> tuple[str, str, str]:
    return day, fold(principal["title"]), fold(principal["organization"])


def doubts(one: Planned, register: Register) -> Iterator[tuple[str, str, str]]:
    """The doubts of one record by itself, as field, value and what to look at."""
    shape = one.versions[-1].shape
    yield from _late_encounters(shape)
    yield from _days_to_come(one.line.told)
    yield from _unknown_keys(one.line.told, register)
    yield from _offices_not_held(shape, register)
    yield from _damaged_letters(shape)
    yield from _bare_markup(one.line.told)


def _late_encounters(shape: Shape) -> Iterator[tuple[str, str, str]]:
    issued = shape["issued"]
    for number, encounter in enumerate(shape["encounters"]):
        if issued and encounter["date"] and encounter["date"] > issued:
            yield (
                f"encounters[{number}].date",
                encounter["date"],
                f"It is after the day of issue, {issued}. Mend whichever date is wrong.",
            )


def _days_to_come(record: Record) -> Iterator[tuple[str, str, str]]:
    """Days after today on the office's clock: no archive has a readout of them."""
    days = {"issued": record.issued}
    days |= {f"encounters[{n}].date": part.date for n, part in enumerate(record.encounters)}
    if record.published_at:
        days["published_at"] = record.published_at.date()
    today = timezone.localdate()
    for name, day in days.items():
        if day and day > today:
            yield name, day.isoformat(), f"That day has not come: today is {today}. Mend the date."


def _unknown_keys(record: Record, register: Register) -> Iterator[tuple[str, str, str]]:
    """Keys that a record brings and the register does not have; its names are searched instead."""
    told = [("principal", record.principal.register)]
    for number, part in enumerate(record.encounters):
        for order, person in enumerate(part.participants):
            told.append((f"encounters[{number}].participants[{order}]", person.register))
    for place, keys in told:
        if keys and keys.official and keys.official not in register.officials.slugs:
            yield f"{place}.register.official", keys.official, _NO_SUCH_KEY.format("official")
        if keys and keys.organization and keys.organization not in register.organizations.slugs:
            what = _NO_SUCH_KEY.format("organization")
            yield f"{place}.register.organization", keys.organization, what


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
    official = register.officials.now(keys["official"])
    place = register.organizations.now(keys["organization"]) if "organization" in keys else None
    wanted = spelling.key(person["title"])
    return any(
        term.title == wanted and register.organizations.now(term.organization) is place
        for term in register.terms.by_official.get(official.slug, ())
    )


def _is_misread(text: str) -> bool:
    """Whether letters were lost, or read in a wrong character set: several signs of it, or one
    that reading them again in the right one takes away ("Itâ€™s")."""
    signs = badness(text)
    return "\ufffd" in text or signs > _BY_CHANCE or (signs > 0 and fix_encoding(text) != text)


def _damaged_letters(shape: Shape) -> Iterator[tuple[str, str, str]]:
    texts = [("title", shape["title"])]
    texts += [(f"body[{n}]", text) for n, text in enumerate(body.plain(shape["body"]))]
    for name, text in texts:
        if not text.isascii() and _UNUSUAL.search(text) and _is_misread(text):
            cure = "Letters look read in a wrong character set. Compare with the source."
            yield name, text, cure


def _day(shape: Shape) -> tuple[str | None, str]:
    first = next((e for e in shape["encounters"] if e["date"]), None)
    return (first["date"], first["precision"]) if first else (shape["issued"], Precision.DAY)


def _bare_markup(record: Record) -> Iterator[tuple[str, str, str]]:
    """Tags and entities of HTML where plain text belongs: the public would read the signs."""
    texts = [("title", record.title)]
    texts += [(f"body[{n}]", text) for n, text in enumerate(record.body) if isinstance(text, str)]
    for name, text in texts:
        if ("<" in text or "&" in text) and (found := _MARKUP.search(text)):
            cure = f"“{found[0]}” would be printed as it stands. Take the markup out"
            html = "" if name == "title" else ', or write the paragraph as {"html": "…"}'
            yield name, text, f"{cure}{html}."
