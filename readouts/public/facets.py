"""Facets: for each filter, the values that return something under all other filters, counted.

Counts are taken from the same query set as the list. They are kept in the cache under a stamp that
changes with every publishing and withdrawal, so that nothing withdrawn lingers in them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, Max, QuerySet
from django.db.models.functions import Cast, Substr
from django_countries import countries

from readouts.languages import language_name
from readouts.models.publication import (
    PublicationEncounter,
    PublicationLink,
    PublicationOfficial,
    PublicationOrganization,
    PublicationTag,
    PublicationTopic,
)
from readouts.models.register import Appointment
from readouts.models.words import EncounterKind
from readouts.public import freshness
from readouts.public.filters import ReadoutFilter

# Values shown of a facet at first, and when more of it is asked for.
FEW, MANY = 6, 300
_OF_ENCOUNTER = ("kind", "country", "from", "to")

# A value as it stands in the address, its label, its number of readouts.
Row = tuple[str, str, int]


@dataclass(frozen=True)
class Option:
    """A value of a facet, and the query of the list it leads to."""

    label: str
    count: int
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """One filter's values; `more` is the query that shows the rest of them, if there are more."""

    name: str
    title: str
    options: Sequence[Option]
    more: str
    is_wide: bool

    def offers_choice(self, total: int) -> bool:
        """Whether anything can be chosen or removed that changes a list of `total` readouts."""
        return any(option.is_chosen or option.count != total for option in self.options)


class Facets:
    """The facets of one filtered list."""

    def __init__(self, filters: ReadoutFilter) -> None:
        self.filters = filters
        self.stamp = freshness.stamp()

    def total(self) -> int:
        """How many readouts the filters leave. Every readout has one language, so the counts of
        the languages add up to it, and no further query is needed."""
        chosen = self.filters.parameters().get("language")
        return sum(n for value, _, n in self.rows("language") if chosen in (None, value))

    def shown(self, *, widened: str = "") -> list[Facet]:
        """All facets that have a choice to offer; the one called `widened` at length."""
        found = [self.facet(name, is_wide=name == widened) for name in FACETS]
        return [facet for facet in found if facet.offers_choice(self.total())]

    def facet(self, name: str, *, is_wide: bool = False) -> Facet:
        rows = self.rows(name)
        more = "" if is_wide or len(rows) <= FEW else self.filters.query(more=name)
        options = [self._option(name, row) for row in rows]
        # What is chosen is always in sight, however few readouts it has.
        options.sort(key=lambda option: not option.is_chosen)
        return Facet(name, FACETS[name][0], options[: MANY if is_wide else FEW], more, is_wide)

    def rows(self, name: str) -> list[Row]:
        """The counted values of a facet, from the cache if nothing has changed since."""
        others = self.filters.query(*_own(name), "order")
        count = FACETS[name][1]
        return freshness.kept(f"{name} {others}", self.stamp, lambda: list(count(self.filters)))

    def _option(self, name: str, row: Row) -> Option:
        value, label, count = row
        wanted = dict.fromkeys(_own(name), value)
        is_chosen = wanted.items() <= self.filters.parameters().items()
        query = self.filters.query(*wanted) if is_chosen else self.filters.query(*wanted, **wanted)
        return Option(label, count, query, is_chosen)


def _own(name: str) -> tuple[str, ...]:
    """The parameters a facet sets; a year is a period from its beginning to its end."""
    return ("from", "to") if name == "year" else (name,)


# --- counting -----------------------------------------------------------------------------------


def _links(link: type[PublicationLink], filters: ReadoutFilter, name: str) -> QuerySet[Any]:
    """The links of what the other filters leave; only what stands has links at all."""
    return _among(link._default_manager.all(), filters.keys(name))


def _among(links: QuerySet[Any], several: list[QuerySet[Any]]) -> QuerySet[Any]:
    """Links whose publication is in every one of several query sets of keys."""
    for keys in several:
        links = links.filter(publication__in=keys)
    return links


def _officials(filters: ReadoutFilter) -> QuerySet[Any]:
    """Those the principals met: principals of the office have a facet of their own."""
    links = _links(PublicationOfficial, filters, "official")
    principals = Appointment.objects.mandates().values("official_id")
    counted = links.exclude(official__in=principals).values_list("official__slug", "official__name")
    counted = counted.annotate(n=Count("pk"))
    return counted.order_by("-n", "official__sort_name", "official__slug")[: MANY + 1]


def _organizations(filters: ReadoutFilter) -> QuerySet[Any]:
    links = _links(PublicationOrganization, filters, "organization")
    counted = links.values_list("organization__slug", "organization__name")
    counted = counted.annotate(n=Count("pk"))
    return counted.order_by("-n", "organization__name", "organization__slug")[: MANY + 1]


def _topics(filters: ReadoutFilter) -> QuerySet[Any]:
    links = _links(PublicationTopic, filters, "topic")
    counted = links.values_list("topic__slug", "topic__name")
    counted = counted.annotate(n=Count("pk"))
    return counted.order_by("-n", "topic__name", "topic__slug")[: MANY + 1]


def _tags(filters: ReadoutFilter) -> QuerySet[Any]:
    """Tags by their slug: two spellings of one tag count together."""
    counted = _links(PublicationTag, filters, "tag").values_list("slug", Max("name"))
    return counted.annotate(n=Count("pk")).order_by("-n", "slug")[: MANY + 1]


def _principals(filters: ReadoutFilter) -> QuerySet[Any]:
    named = filters.narrowed("principal").filter(principal__isnull=False).order_by()
    counted = named.values_list("principal__slug", "principal__name")
    return counted.annotate(n=Count("pk")).order_by("-n", "principal__sort_name", "principal__slug")


def _languages(filters: ReadoutFilter) -> list[Row]:
    counted = filters.narrowed("language").order_by().values_list("language")
    rows = counted.annotate(n=Count("pk")).order_by("-n", "language")
    return [(tag, language_name(tag) or tag, n) for tag, n in rows]


def _encounters(filters: ReadoutFilter, *own: str) -> QuerySet[Any]:
    """The encounters that fulfil all conditions but `own`, told of in what other filters leave."""
    encounters = PublicationEncounter.objects.filter(filters.encounter_condition(*own))
    return _among(encounters, filters.keys(*_OF_ENCOUNTER))


def _kinds(filters: ReadoutFilter) -> list[Row]:
    counted = _encounters(filters, "kind").values_list("kind")
    rows = counted.annotate(n=Count("publication", distinct=True)).order_by("-n", "kind")
    names = dict(EncounterKind.choices)
    return [(kind, str(names.get(kind, kind)), n) for kind, n in rows]


def _countries(filters: ReadoutFilter) -> list[Row]:
    counted = _encounters(filters, "country").exclude(country="").values_list("country")
    rows = counted.annotate(n=Count("publication", distinct=True)).order_by("-n", "country")
    return [(code, countries.name(code) or code, n) for code, n in rows]


def _years(filters: ReadoutFilter) -> list[Row]:
    # Of a date as text: SQLite would call Python for each row to extract the year.
    year = Substr(Cast("date", CharField()), 1, 4)
    counted = _encounters(filters, "from", "to").values_list(year)
    rows = counted.annotate(n=Count("publication", distinct=True))
    return [(year, str(int(year)), n) for year, n in sorted(rows, reverse=True)]


FACETS: dict[str, tuple[str, Callable[[ReadoutFilter], Any]]] = {
    "topic": ("Topic", _topics),
    "organization": ("State or organization", _organizations),
    "official": ("Official", _officials),
    "kind": ("Kind of encounter", _kinds),
    "year": ("Year", _years),
    "principal": ("Principal", _principals),
    "country": ("Place", _countries),
    "tag": ("Tag", _tags),
    "language": ("Language", _languages),
}
