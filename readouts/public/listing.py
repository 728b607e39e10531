"""A list of readouts as a page shows it: filtered, ordered, paged, with passages and facets."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from readouts import search
from readouts.models.partial_dates import Precision, printed
from readouts.models.publication import Publication
from readouts.public import paging
from readouts.public.facets import Facet, Facets
from readouts.public.filters import ReadoutFilter

# Filters that readers type; all others they choose from links.
_TYPED = ("q", "from", "to")

Passages = list[tuple[str, bool]]


@dataclass(frozen=True)
class Line:
    """A readout in a list; its passages are (piece, is it marked), where words were looked for."""

    publication: Publication
    passages: Passages = field(default_factory=list)


@dataclass(frozen=True)
class Day:
    """The readouts of one day, or of a month or year of which no more is known."""

    name: str
    lines: list[Line]


@dataclass(frozen=True)
class Listing:
    """What the list page prints. With `problems`, nothing is listed."""

    filters: ReadoutFilter
    problems: list[str]
    page: paging.Page
    lines: list[Line]
    days: list[Day]
    sentence: str = ""
    count: int = 0
    facets: list[Facet] = field(default_factory=list)
    newer: str | None = None
    older: str | None = None

    def kept(self) -> list[tuple[str, str]]:
        """What the form sends on unseen: the filters that it has no field for and that hold."""
        form = self.filters.form
        return [
            (name, value)
            for name, value in self.filters.data.items()
            if name in form.fields and name not in (*_TYPED, *form.errors)
        ]

    def is_widened(self) -> bool:
        """Whether one of the facets is shown at length, and so the filters must be in sight."""
        return any(facet.is_wide for facet in self.facets)

    def query_by_date(self) -> str:
        return self.filters.query(order="date")

    def query_by_fit(self) -> str:
        return self.filters.query("order")


def listing(data: QueryDict) -> Listing:
    """The list that the parameters of an address ask for."""
    filters = ReadoutFilter(data, Publication.objects.published())
    problems = filters.problems()
    try:
        page = _page(filters, data) if not problems else paging.Page()
    except paging.UnknownPlaceError as problem:
        problems = [str(problem)]
    if problems:
        return Listing(filters, problems, paging.Page(), [], [])
    facets = Facets(filters)
    count = facets.total()
    lines = found_lines(page.rows, filters.active.get("q", ""))
    return Listing(
        filters,
        [],
        page,
        lines,
        [] if filters.by_relevance else by_day(lines),
        filters.sentence(count),
        count,
        facets.shown(widened=data.get("more", "")),
        None if page.newer is None else filters.query(**page.newer),
        None if page.older is None else filters.query(**page.older),
    )


def _page(filters: ReadoutFilter, data: QueryDict) -> paging.Page:
    words = filters.active.get("q")
    unprinted = ["shape", "body"] if words else ["shape", "body", "plain_text"]
    if filters.by_relevance:
        return paging.by_number(search.rank(filters.qs.defer(*unprinted), str(words)), data)
    links = filters.leading_links()
    if links is None:
        return paging.by_key(filters.qs.defer(*unprinted), data)
    links = links.select_related("publication").defer(*(f"publication__{u}" for u in unprinted))
    page = paging.by_key(links, data, key="publication_id")
    return replace(page, rows=[link.publication for link in page.rows])


def found_lines(rows: Iterable[Publication], words: str) -> list[Line]:
    """Lines with the passages in which words were found."""
    terms = search.parse(words)
    return [Line(row, search.passages(row.plain_text, terms) if terms else []) for row in rows]


def by_day(lines: Iterable[Line]) -> list[Day]:
    """Lines, already in order, grouped by the day of the first encounter."""

    def day(line: Line) -> str:
        return printed(line.publication.date, line.publication.precision)

    return [Day(name, list(group)) for name, group in itertools.groupby(lines, day)]


def by_month(lines: Iterable[Line]) -> Iterator[Day]:
    """Lines, already in order, grouped by month; those known to the year stand apart."""

    def month(line: Line) -> str:
        publication = line.publication
        if publication.precision == Precision.YEAR:
            return f"{publication.date.year}, month not known"
        return printed(publication.date, Precision.MONTH)

    return (Day(name, list(group)) for name, group in itertools.groupby(lines, month))
