"""Register rows for printed names: found by key, name, alias or acronym, accents aside.

A name that fits several rows is decided by who held what on that day; where that does not decide,
nobody is merged silently, and a row of its own waits for a registrar.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from readouts.archive.names import Names, Row, the_one
from readouts.editorial.shape import EncounterShape, ParticipantShape, RegisterKeys, Shape
from readouts.folding import fold
from readouts.models.partial_dates import Precision
from readouts.models.readout import Participation
from readouts.models.register import Appointment, Official, Organization, Topic
from readouts.models.register_row import RegisterRow

_STATES = (Organization.Kind.STATE, Organization.Kind.OBSERVER_STATE)


@dataclass
class Register:
    """The register as one load sees it: read once, and added to where a name is new."""

    officials: Names[Official] = field(init=False)
    organizations: Names[Organization] = field(init=False)
    topics: Names[Topic] = field(init=False)
    appointments: dict[str, list[Appointment]] = field(init=False)
    # Rows made for names the register did not know; saved by `save`, so that a plan writes nothing.
    created: list[RegisterRow] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.officials = Names(
            Official.objects.all(), lambda row: [row.name, row.sort_name], Official.all_names
        )
        self.organizations = Names(
            Organization.objects.all(),
            lambda row: [row.name, row.official_name],
            lambda row: [row.acronym],
            Organization.all_names,
        )
        self.topics = Names(Topic.objects.all(), lambda row: [row.name], Topic.all_names)
        self.appointments = defaultdict(list)
        for row in Appointment.objects.select_related("official", "organization"):
            self.appointments[row.official.slug].append(row)
        self._held: dict[tuple[datetime.date, str], set[int]] = {}
        self._places = _places()

    def save(self, shapes: Iterable[Shape]) -> list[RegisterRow]:
        """Write the rows that were made and that these shapes name; returns them."""
        named = set().union(*map(_keys, shapes))
        needed = [row for row in self.created if (type(row), row.slug) in named]
        for row in needed:
            row.save()
        return needed

    # --- a whole shape --------------------------------------------------------------------------

    def resolve(self, shape: Shape, original: Shape | None = None) -> Shape:
        """`shape` with its register rows named. A translation's parties are those of `original`,
        as far as both list the same number of them."""
        day, precision = _day(shape)
        shape["principal"]["register"] = self.mandate(shape["principal"], day, precision)
        for number, encounter in enumerate(shape["encounters"]):
            theirs = _counterpart(original, number, encounter)
            for order, person in enumerate(encounter["participants"]):
                known = theirs["participants"][order]["register"] if theirs else {}
                person["register"] = known or self.participant(person, encounter)
        shape["organizations"] = [
            {"key": row.slug, "name": row.name}
            for row in _sorted(self.organization(row["name"]) for row in shape["organizations"])
        ]
        shape["topics"] = [
            {"key": row.slug, "name": row.name}
            for row in _sorted(self.topic(row["name"]) for row in shape["topics"])
        ]
        return shape

    # --- people ---------------------------------------------------------------------------------

    def participant(self, person: ParticipantShape, encounter: EncounterShape) -> RegisterKeys:
        """The keys of one participation; who is known by office alone has no official."""
        keys: RegisterKeys = {}
        organization = self.organization(person["organization"]) if person["organization"] else None
        if organization:
            keys["organization"] = organization.slug
        if not person["name"]:
            return keys
        held: list[Appointment] = []
        if encounter["date"]:
            day = datetime.date.fromisoformat(encounter["date"])
            held = self.held(self.officials.fitting(person["name"]), day, encounter["precision"])
        official = self.official(person["name"], held, organization)
        keys["official"] = official.slug
        if organization:
            self._places[official.slug].add(organization.slug)
        own = [term for term in held if term.official.slug == official.slug]
        if appointment := _appointment(own, person["title"], organization):
            keys["appointment"] = list(appointment.natural_key())
            keys.setdefault("organization", appointment.organization.slug)
        return keys

    def official(
        self, name: str, held: list[Appointment], organization: Organization | None
    ) -> Official:
        """The official of that name: the only one, or of several the one who is of that
        organization, or held office there that day."""
        fitting = self.officials.fitting(name)
        there = {
            term.official.slug
            for term in held
            if organization is None or term.organization.slug == organization.slug
        }
        if organization and len(there) != 1:
            there = {row.slug for row in fitting if organization.slug in self._places[row.slug]}
        if len(there) == 1:
            return self.officials.slugs[there.pop()]
        if len(fitting) == 1 and not self._is_of_another_state(fitting[0], organization):
            return fitting[0]
        # An earlier doubt about this very name made a row that is of nowhere: it serves again.
        nowhere = [row for row in fitting if not row.checked and not self._places[row.slug]]
        if organization is None and len(nowhere) == 1:
            return nowhere[0]
        return self._new_official(name)

    def _is_of_another_state(self, official: Official, organization: Organization | None) -> bool:
        """Whether all that is known of an official is of states other than this one: the king of
        one is not the king of another who bears his name."""
        if organization is None or organization.kind not in _STATES:
            return False
        known = [self.organizations.slugs[slug] for slug in self._places[official.slug]]
        return bool(known) and all(row.kind in _STATES and row != organization for row in known)

    def mandate(self, principal: Any, day: datetime.date | None, precision: str) -> RegisterKeys:
        """The keys of the principal's mandate on that day; {} where the register has none."""
        if day is None:
            return {}
        wanted = fold(principal["title"])
        people = self.officials.fitting(principal["name"]) if principal["name"] else None
        terms = [
            term
            for term in self.held(people, day, precision)
            if term.is_mandate and (people is not None or fold(term.title) == wanted)
        ]
        exact = [term for term in terms if fold(term.title) == wanted]
        chosen = exact if len(exact) == 1 else terms
        if len(chosen) != 1:
            return {}
        return {
            "official": chosen[0].official.slug,
            "organization": chosen[0].organization.slug,
            "appointment": list(chosen[0].natural_key()),
        }

    def held(
        self, people: list[Official] | None, day: datetime.date, precision: str
    ) -> list[Appointment]:
        """The appointments these officials (or all) held on that day."""
        if (day, precision) not in self._held:
            on_that_day = Appointment.objects.held_on(day, precision)
            self._held[day, precision] = set(on_that_day.values_list("pk", flat=True))
        slugs = self.appointments.keys() if people is None else {row.slug for row in people}
        return [
            term
            for slug in slugs
            for term in self.appointments.get(slug, [])
            if term.pk in self._held[day, precision]
        ]

    # --- organizations and topics ---------------------------------------------------------------

    def organization(self, name: str) -> Organization:
        fitting = self.organizations.fitting(name)
        return the_one(fitting) or self._new_organization(name)

    def topic(self, name: str) -> Topic:
        fitting = self.topics.fitting(name)
        return the_one(fitting) or self._new_topic(name)

    # --- new rows -------------------------------------------------------------------------------

    def _new_official(self, name: str) -> Official:
        slug = self.officials.free_slug(name, "official")
        return self._added(
            self.officials, Official(slug=slug, name=name, sort_name=name, checked=False), name
        )

    def _new_organization(self, name: str) -> Organization:
        slug = self.organizations.free_slug(name, "organization")
        row = Organization(slug=slug, kind=Organization.Kind.OTHER, name=name[:200], checked=False)
        if row.name != name:
            row.official_name = name
        return self._added(self.organizations, row, name)

    def _new_topic(self, name: str) -> Topic:
        slug = self.topics.free_slug(name, "topic")
        return self._added(self.topics, Topic(slug=slug, name=name, checked=False), name)

    def _added(self, names: Names[Row], row: Row, name: str) -> Row:
        names.add(row, name)
        self.created.append(row)
        return row


def _places() -> dict[str, set[str]]:
    """Of which organizations each official is known to be: appointed there, or printed so."""
    places: dict[str, set[str]] = defaultdict(set)
    for model in (Appointment, Participation):
        pairs = model._default_manager.filter(official__isnull=False, organization__isnull=False)
        for person, place in pairs.values_list("official__slug", "organization__slug").distinct():
            places[person].add(place)
    return places


def _keys(shape: Shape) -> set[tuple[type[RegisterRow], str]]:
    """The register rows a shape names, as kind and key."""
    people = [person for encounter in shape["encounters"] for person in encounter["participants"]]
    registers = [shape["principal"]["register"], *(person["register"] for person in people)]
    return {
        *((Official, keys["official"]) for keys in registers if "official" in keys),
        *((Organization, keys["organization"]) for keys in registers if "organization" in keys),
        *((Organization, row["key"]) for row in shape["organizations"]),
        *((Topic, row["key"]) for row in shape["topics"]),
    }


def _appointment(
    held: list[Appointment], title: str, organization: Organization | None
) -> Appointment | None:
    """The appointment with that title, or the only one with that organization. Two offices in one
    title ("Foreign Minister and Chairperson-in-Office") are no single appointment."""
    if organization:
        held = [term for term in held if term.organization.slug == organization.slug]
    exact = [term for term in held if fold(term.title) == fold(title)]
    if len(exact) == 1:
        return exact[0]
    names_two_offices = " and " in title
    return held[0] if organization and len(held) == 1 and not names_two_offices else None


def _counterpart(
    original: Shape | None, number: int, encounter: EncounterShape
) -> EncounterShape | None:
    if original is None or number >= len(original["encounters"]):
        return None
    theirs = original["encounters"][number]
    same = len(theirs["participants"]) == len(encounter["participants"])
    return theirs if same else None


def _day(shape: Shape) -> tuple[datetime.date | None, str]:
    for encounter in shape["encounters"]:
        if encounter["date"]:
            return datetime.date.fromisoformat(encounter["date"]), encounter["precision"]
    return (
        datetime.date.fromisoformat(shape["issued"]) if shape["issued"] else None,
        Precision.DAY,
    )


def _sorted(rows: Iterable[Row]) -> list[Row]:
    """Each row once, in the order of keys."""
    return [row for _, row in sorted({row.slug: row for row in rows}.items())]
