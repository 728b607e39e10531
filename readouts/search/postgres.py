"""Full-text search by PostgreSQL: a stored vector over the folded words, with a GIN index.

The "simple" configuration neither stems nor drops words, so that folding alone decides what is
equal, here and on SQLite.
"""

from __future__ import annotations

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from readouts.models.publication import PublicationQuerySet
from readouts.models.search import SearchEntry
from readouts.search.terms import Terms

# The stroke is a lexeme that no query can name: no phrase runs from the title into the names, as
# none does between the columns of FTS5.
_INSTALL = [
    """
    ALTER TABLE readouts_searchentry ADD COLUMN IF NOT EXISTS vector tsvector
    GENERATED ALWAYS AS (
      setweight(to_tsvector('simple', title), 'A') || '''|'':1'::tsvector
      || setweight(to_tsvector('simple', names), 'B') || '''|'':1'::tsvector
      || setweight(to_tsvector('simple', text), 'D')
    ) STORED
    """,
    "CREATE INDEX IF NOT EXISTS readouts_searchentry_vector"
    " ON readouts_searchentry USING gin (vector)",
]


def install(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for statement in _INSTALL:
            cursor.execute(statement)


def match(queryset: PublicationQuerySet, terms: Terms) -> PublicationQuerySet:
    found = SearchEntry.objects.using(queryset.db).extra(
        where=["vector @@ to_tsquery('simple', %s)"], params=[_tsquery(terms)]
    )
    return queryset.filter(pk__in=found.values("publication_id"))


def scores(keys: list[int], terms: Terms, using: str) -> dict[int, float]:
    """How well each of these publications fits, the higher the better."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT publication_id, ts_rank(vector, to_tsquery('simple', %s))"
            " FROM readouts_searchentry WHERE publication_id = ANY(%s)",
            [_tsquery(terms), keys],
        )
        return dict(cursor.fetchall())


def _tsquery(terms: Terms) -> str:
    """The query in to_tsquery's language; folded words hold nothing it would read as syntax."""
    phrases = [" <-> ".join(phrase) for phrase in terms.phrases]
    if terms.open_end:
        phrases[-1] += ":*"
    return " & ".join(f"({phrase})" for phrase in phrases)
