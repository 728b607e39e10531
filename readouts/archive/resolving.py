"""Register rows for printed names, for one load: by the key a record gives, else by name.

Which spellings are the same name says `archive.spelling`, who of several is meant says
`archive.people`. What is unknown gets a row of its own, unchecked, for a registrar to confirm,
merge or split.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django_countries import countries

from readouts.archive import spelling, terms
from readouts.archive.names import Names, the_one
from readouts.archive.new_rows import NewRows
from readouts.archive.people import People
from readouts.archive.places import Places
from readouts.archive.states import States, code_of
from readouts.archive.terms import Term, Terms
from readouts.editorial.shape import (
    EncounterShape,
    ParticipantShape,
    RegisterKeys,
    RegisterName,
    Shape,
)
from readouts.models.partial_dates import Precision
from readouts.models.register import Official, Organization, Topic
from readouts.models.register_row import RegisterRow

R = TypeVar("R", bound=RegisterRow)


class Register:
    """The register as one load sees it: read once, and added to where a name is new. It asks the
    database no more but where somebody of a doubtful name was printed before."""

    def __init__(self) -> None:
        self.officials: Names[Official] = Names(
            # A person's alias may be another one's name: neither hides the other.
            Official.objects.all(),
            Official.all_names,
            loosely=(spelling.of_person, spelling.in_any_order),
        )
        self.organizations: Names[Organization] = Names(
            Organization.objects.all(),
            lambda row: [row.name, row.official_name],
            lambda row: [row.acronym],
            Organization.all_names,
            lambda row: [row.adjective, str(row.country_code), countries.name(row.country_code)],
            loosely=(spelling.of_organization,),
        )
        self.topics: Names[Topic] = Names(
            Topic.objects.all(),
            lambda row: [row.name],
            Topic.all_names,
            loosely=(spelling.of_organization,),
        )
        self.states = States(self.organizations)
        self.terms = Terms(self.officials.now)
        self.places = Places(self.officials, self.organizations, self.terms)
        self.people = People(self.places, self.officials, self.terms)
        self._new = NewRows()

    # --- new rows are written -------------------------------------------------------------------

    @property
    def unsaved(self) -> list[RegisterRow]:
        """Rows made for names the register did not know, in order; a plan writes none of them."""
        return self._new.unsaved

    def save_new(self) -> list[RegisterRow]:
        """Write the rows made since the last call, in bulk; returns them with their numbers."""
        return self._new.save()

    def save(self, shapes: Iterable[Shape]) -> list[RegisterRow]:
        """Write those new rows that these shapes name; returns them. Others wait to be named."""
        return self._new.save_of(shapes)

    # --- a whole shape --------------------------------------------------------------------------

    def expect(self, shapes: Iterable[Shape]) -> None:
        """Ask the database at once about all whom some shapes name."""
        self.people.expect(
            person["name"]
            for shape in shapes
            for encounter in shape["encounters"]
            for person in encounter["participants"]
            if person["name"] and "register" not in person
        )

    def resolve(self, shape: Shape, original: Shape | None = None) -> Shape:
        """`shape` with its register rows named; keys it brings itself, also none, are kept where
        the register has them. A translation's parties are those of `original`, as far as both list
        the same number of them."""
        day, precision = _day(shape)
        principal = shape["principal"]
        given = self._given(principal)
        principal["register"] = self.mandate(principal, day, precision) if given is None else given
        for number, encounter in enumerate(shape["encounters"]):
            theirs = _counterpart(original, number, encounter)
            for order, person in enumerate(encounter["participants"]):
                given = self._given(person)
                if given is None:
                    known = theirs["participants"][order]["register"] if theirs else {}
                    given = known or self.participant(person, encounter)
                person["register"] = given
        shape["organizations"] = _mentions(
            shape["organizations"], self.organizations, self.organization
        )
        shape["topics"] = _mentions(shape["topics"], self.topics, self.topic)
        return shape

    # --- people ---------------------------------------------------------------------------------

    def participant(self, person: ParticipantShape, encounter: EncounterShape) -> RegisterKeys:
        """The keys of one participation; who is known by office alone has no official."""
        keys: RegisterKeys = {}
        told = person.get("register", {})
        day = datetime.date.fromisoformat(encounter["date"]) if encounter["date"] else None
        precision = encounter["precision"]
        organization = self.organizations.slugs.get(told.get("organization", ""))
        if organization is None and person["organization"]:
            organization = self.organization(person["organization"])
        if organization:
            keys["organization"] = organization.slug
            organization = self.organizations.standing(organization)
        official = self.officials.slugs.get(told.get("official", ""))
        if official is None and not person["name"]:
            return keys
        if official is None:
            official = self.people.found(
                person["name"], organization, day=day, precision=precision
            ) or self._new_official(person["name"])
        keys["official"] = official.slug
        official = self.officials.standing(official)
        if organization:
            self.places.add(official, organization)
        if term := self._term(person, official, organization, day, precision):
            keys["appointment"] = list(term.natural_key)
            keys.setdefault("organization", term.organization)
        return keys

    def _term(
        self,
        person: ParticipantShape,
        official: Official,
        organization: Organization | None,
        day: datetime.date | None,
        precision: str,
    ) -> terms.Term | None:
        """The appointment a record brings, if the register has it; else the one of that day."""
        told = person.get("register", {}).get("appointment")
        if told and (term := self.terms.by_natural_key.get(tuple(told))):
            return term
        own = self.terms.by_official.get(official.slug)
        if not own or day is None:
            return None
        place = organization.slug if organization else None
        return terms.appointment(terms.held(own, day, precision), person["title"], place)

    def _given(self, person: Any) -> RegisterKeys | None:
        """The keys a record brings for a person, an appointment mended since aside; None where it
        brings none, or the register does not have the rows they name."""
        told: RegisterKeys | None = person.get("register")
        if (
            told is None
            or ("official" in told and told["official"] not in self.officials.slugs)
            or ("organization" in told and told["organization"] not in self.organizations.slugs)
        ):
            return None
        known = told.copy()
        term = self.terms.by_natural_key.get(tuple(known.pop("appointment", ())))
        # Whoever names an appointment names who was appointed, and where.
        return {**term.keys(), **known} if term and self._is_of(term, known) else known

    def _is_of(self, term: Term, keys: RegisterKeys) -> bool:
        """Whether an appointment is that of the official these keys name, if they name one."""
        return "official" not in keys or self.officials.now(keys["official"]).slug == term.official

    def mandate(self, principal: Any, day: datetime.date | None, precision: str) -> RegisterKeys:
        """The keys of the principal's mandate on that day; {} where the register has none."""
        if day is None:
            return {}
        wanted = spelling.key(principal["title"])
        mandates = terms.held(self.terms.mandates, day, precision)
        if name := principal["name"]:
            meant = {row.slug for row in self.people.called(name)}
            fitting = [term for term in mandates if term.official in meant]
        else:
            fitting = [term for term in mandates if term.title == wanted]
        exact = [term for term in fitting if term.title == wanted]
        chosen = exact if len(exact) == 1 else fitting
        if len(chosen) != 1:
            return {}
        return chosen[0].keys()

    # --- organizations and topics ---------------------------------------------------------------

    def organization(self, name: str) -> Organization:
        """The organization of that name, made if there is none."""
        known = self._known(self.organizations, name) or self._state(name)
        return known or self._new_organization(name)

    def _state(self, name: str) -> Organization | None:
        """The state that goes by that name elsewhere or earlier, remembered like any other."""
        row = self.states.named(name)
        if row and len(self.organizations.met) < spelling.REMEMBERED:
            self.organizations.met[name] = row
        return row

    def topic(self, name: str) -> Topic:
        """The topic of that name, made if there is none."""
        return self._known(self.topics, name) or self._new_topic(name)

    def _known(self, names: Names[R], name: str) -> R | None:
        if row := names.met.get(name):
            return row
        row = the_one(names.fitting(name) or names.alike(name))
        if row and len(names.met) < spelling.REMEMBERED:
            names.met[name] = row
        return row

    # --- new rows -------------------------------------------------------------------------------

    def _new_official(self, name: str) -> Official:
        slug = self.officials.free_slug(name, "official")
        row = Official(slug=slug, name=name, sort_name=name, checked=False)
        self.places.begin(row)
        return self._added(self.officials, row, name)

    def _new_organization(self, name: str) -> Organization:
        slug = self.organizations.free_slug(name, "organization")
        row = Organization(slug=slug, kind=Organization.Kind.OTHER, name=name[:200], checked=False)
        if row.name != name:
            row.official_name = name
        if code := countries.by_name(name) or code_of(name):
            row.kind, row.country_code = Organization.Kind.STATE, code
            self.states.add(row)
        return self._added(self.organizations, row, name)

    def _new_topic(self, name: str) -> Topic:
        slug = self.topics.free_slug(name, "topic")
        return self._added(self.topics, Topic(slug=slug, name=name, checked=False), name)

    def _added(self, names: Names[R], row: R, name: str) -> R:
        names.add(row, name)
        self._new.add(row)
        return row


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


def _mentions(
    named: Iterable[RegisterName], names: Names[R], find: Callable[[str], R]
) -> list[RegisterName]:
    """What is mentioned with its keys, each row once and in the order of keys. A key that a record
    brings is kept, also that of a double, and so is the name as it was printed."""
    found: dict[str, RegisterName] = {}
    for told in named:
        if told["key"] in names.slugs:
            found.setdefault(told["key"], told)
        else:
            row = find(told["name"])
            found.setdefault(row.slug, {"key": row.slug, "name": str(row)})
    return [told for _, told in sorted(found.items())]
