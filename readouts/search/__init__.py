"""Search behind one small door: `match`, `rank`, `index`, `install`. Callers know no engine."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from readouts.folding import fold, fold_all
from readouts.models.publication import Publication, PublicationQuerySet
from readouts.models.search import SearchEntry
from readouts.search import postgres, sqlite
from readouts.search.highlight import passages
from readouts.search.ranking import Ranked
from readouts.search.terms import Terms, parse

__all__ = ["Ranked", "Terms", "index", "install", "match", "parse", "passages", "rank", "remove"]

_ENGINES: dict[str, ModuleType] = {"postgresql": postgres, "sqlite": sqlite}

# Ranking looks at this many of the newest matches, so that a common word stays cheap.
RANKED_CANDIDATES = 1000


def match(queryset: PublicationQuerySet, words: str) -> PublicationQuerySet:
    """The publications of `queryset` in which every word and "quoted phrase" of `words` is found.

    The last word may be a beginning ("Kazakh" finds Kazakhstan). Words without anything to look
    for (only punctuation) match nothing.
    """
    terms = parse(words)
    if not terms:
        return queryset.none()
    return _engine(queryset.db).match(queryset, terms)


def rank(queryset: PublicationQuerySet, words: str) -> Ranked:
    """The publications of `queryset`, in which `words` were matched, the best match first: title
    and names before text, the newest first among equals. Of many matches only the newest
    `RANKED_CANDIDATES` are looked at; every one of those is ranked. Words without anything to look
    for rank nothing."""
    terms = parse(words)
    if not terms:
        queryset = queryset.none()
    newest = queryset.newest_first().values_list("pk", flat=True)[:RANKED_CANDIDATES]
    keys = list(newest)
    scores = _engine(queryset.db).scores(keys, terms, queryset.db) if keys else {}
    # The keys stand newest first, and sorting keeps that order among equals.
    # The rows themselves are fetched by key, without matching the words again.
    rows = Publication.objects.using(queryset.db).published()
    return Ranked(rows, sorted(keys, key=lambda key: -scores.get(key, 0.0)))


def index(publications: Iterable[Publication], aliases: dict[int, list[str]] | None = None) -> None:
    """Write the search entries of current publications; `aliases` are further names for each."""
    aliases = aliases or {}
    SearchEntry.objects.bulk_create(
        [entry(publication, aliases.get(publication.pk, [])) for publication in publications],
        update_conflicts=True,
        unique_fields=["publication"],
        update_fields=["date", "title", "names", "text"],
        batch_size=200,
    )


def remove(publications: Iterable[Publication]) -> None:
    """Take publications out of the index."""
    SearchEntry.objects.filter(publication__in=publications).delete()


def entry(publication: Publication, aliases: list[str]) -> SearchEntry:
    """The folded words of one publication, not yet saved."""
    return SearchEntry(
        publication=publication,
        date=publication.date,
        **folded(
            publication.shape,
            place=publication.place,
            text=publication.plain_text,
            aliases=aliases,
        ),
    )


def folded(shape: dict, *, place: str, text: str, aliases: list[str]) -> dict[str, str]:
    """The folded words of one shape: the columns of its search entry."""
    names = fold_all(shape["principal"]["name"], place, *printed_names(shape), *aliases)
    return {
        "title": fold(shape["title"]),
        "names": names.replace(" | ", " "),
        "text": fold(text),
    }


def printed_names(shape: dict) -> list[str]:
    """All names a shape prints: participants, offices, organizations, topics, tags, occasions."""
    names: list[str] = []
    for encounter in shape["encounters"]:
        names += [encounter["city"], encounter["occasion"]]
        for person in encounter["participants"]:
            names += [person["name"], person["title"], person["organization"]]
    names += [row["name"] for row in shape["organizations"] + shape["topics"]]
    return [*names, *shape["tags"]]


def install(connection: BaseDatabaseWrapper) -> None:
    """Install the engine's own index on the search entries; harmless when it stands already."""
    if engine := _ENGINES.get(connection.vendor):
        engine.install(connection)


def _engine(using: str) -> ModuleType:
    return _ENGINES[connections[using].vendor]
