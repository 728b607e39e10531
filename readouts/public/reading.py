"""One version of a readout as its page prints it: everything from the publication's own shape.

Only names that a standing publication carries lead to register pages, so a link can never betray
what is not public.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import slugify
from django_countries import countries

from readouts.clock import time_of_day
from readouts.models.partial_dates import printed
from readouts.models.publication import Publication
from readouts.models.words import EncounterKind, Side
from readouts.public.provenance import Provenance, provenance

# How the sides are headed, in the order of the page.
_HEADINGS = {
    Side.COUNTERPART: "With",
    Side.HOST: "Host",
    Side.MEDIATOR: "Mediation",
    Side.OURS: "For the office",
    Side.ACCOMPANYING: "Accompanied by",
    Side.OTHER: "Also present",
}


@dataclass(frozen=True)
class Name:
    """A name as printed, with the address of its page where it has one."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Person:
    """A participant as printed; without a name, the office stands for the person."""

    honorific: str
    name: Name
    title: str
    organization: Name


@dataclass(frozen=True)
class Group:
    heading: str
    people: list[Person]


@dataclass(frozen=True)
class Encounter:
    """An encounter as printed: when (in the time of its place), where, and who took part."""

    kind: str
    date: str
    iso: str
    time: str
    place: str
    occasion: str
    groups: list[Group]


@dataclass(frozen=True)
class Reading:
    """A publication with its other versions and its other languages."""

    publication: Publication
    versions: list[Publication]
    languages: list[Publication]

    @property
    def latest(self) -> Publication:
        return self.versions[-1]

    @property
    def is_latest(self) -> bool:
        return self.publication.pk == self.latest.pk

    @property
    def corrections(self) -> list[Publication]:
        """The versions up to this one that corrected an earlier one, the latest first."""
        number = self.publication.number
        return [v for v in reversed(self.versions) if v.is_correction and v.number <= number]

    @property
    def is_removed(self) -> bool:
        """Whether the text is gone, from this version and from all before it."""
        return self.latest.text_removed

    @property
    def is_withdrawn(self) -> bool:
        return self.latest.withdrawn_at is not None

    @property
    def has_register_pages(self) -> bool:
        """Whether what this version names has links, and so pages of its own."""
        return self.is_latest and not self.is_withdrawn

    def encounters(self) -> list[Encounter]:
        return [self._encounter(shape) for shape in self.publication.shape["encounters"]]

    def organizations(self) -> list[Name]:
        rows = self.publication.shape["organizations"]
        return [self._name(row["name"], "organization", row["key"]) for row in rows]

    def topics(self) -> list[Name]:
        rows = self.publication.shape["topics"]
        return [self._name(row["name"], "topic", row["key"]) for row in rows]

    def tags(self) -> list[Name]:
        tags = self.publication.shape["tags"]
        return [self._name(tag, "tag", slugify(tag, allow_unicode=True)) for tag in tags]

    def provenance(self) -> Provenance | None:
        """Where an archive record came from, as far as it is known."""
        return provenance(self.publication.source)

    def principal(self) -> Person:
        """The principal; publishing links the person, not the office's own organization."""
        shape = self.publication.shape["principal"]
        name = self._name(shape["name"], "official", shape["register"].get("official", ""))
        return Person("", name, shape["title"], Name(shape["organization"]))

    def issued(self) -> str:
        """The date and place printed on the text: "30 November 2010, Astana"."""
        shape = self.publication.shape
        issued = shape["issued"]
        day = printed(datetime.date.fromisoformat(issued), "day") if issued else ""
        dateline = shape["dateline"]
        return ", ".join(filter(None, [day, place(dateline["city"], dateline["country"])]))

    def _encounter(self, shape: dict[str, Any]) -> Encounter:
        date = datetime.date.fromisoformat(shape["date"]) if shape["date"] else None
        kinds = dict(EncounterKind.choices)
        return Encounter(
            kind=str(kinds.get(shape["kind"], shape["kind"])),
            date=printed(date, shape["precision"]),
            iso=shape["date"] if shape["precision"] == "day" and date else "",
            time=time_of_day(date, shape["time"], shape["zone"]),
            place=self._place(shape["city"], shape["country"]),
            occasion=shape["occasion"],
            groups=list(self._groups(shape["participants"])),
        )

    def _place(self, city: str, country: str) -> str:
        """The place as publishing printed it, where it is that of the first encounter."""
        if (city, country) == (self.publication.city, self.publication.country):
            return self.publication.place
        return place(city, country)

    def _groups(self, participants: list[dict[str, Any]]) -> Iterator[Group]:
        """Participants by side; their order of precedence is kept within a side."""
        for side, heading in _HEADINGS.items():
            people = [self._person(p) for p in participants if p["side"] == side]
            if people:
                yield Group(heading, people)

    def _person(self, shape: dict[str, Any]) -> Person:
        register = shape["register"]
        return Person(
            shape["honorific"],
            self._name(shape["name"], "official", register.get("official", "")),
            shape["title"],
            self._name(shape["organization"], "organization", register.get("organization", "")),
        )

    def _name(self, text: str, page: str, slug: str) -> Name:
        if not (slug and text and self.has_register_pages):
            return Name(text)
        return Name(text, reverse(f"public:{page}", args=[slug]))


def reading(publication: Publication) -> Reading:
    """The publication with its versions (one query) and other languages (another)."""
    versions = Publication.objects.filter(reference=publication.reference).order_by("number")
    original = publication.translation_of or publication.reference
    standing = Publication.objects.published().defer("shape", "body", "plain_text").order_by()
    # Two halves, each a look into its own index: asked with "or", SQLite reads every readout.
    family = standing.filter(reference=original).union(standing.filter(translation_of=original))
    others = [row for row in family if row.reference != publication.reference]
    return Reading(
        publication,
        list(versions.defer("shape", "body", "plain_text")),
        sorted(others, key=lambda other: other.language),
    )


def place(city: str, country: str) -> str:
    """A place as printed; a city that bears its state's name stands once."""
    name = countries.name(country) if country else ""
    return ", ".join(dict.fromkeys(filter(None, [city, name])))
