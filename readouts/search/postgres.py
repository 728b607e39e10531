"""Full-text search by PostgreSQL: a stored vector over the folded words, with a GIN index.

The "simple" configuration neither stems nor drops words, so that folding alone decides what is
equal, here and on SQLite.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import FloatField
from django.db.models.expressions import RawSQL

from readouts.models.publication import PublicationQuerySet
from readouts.models.search import SearchEntry
from readouts.search.terms import Terms

_INSTALL = [
    """
    ALTER TABLE readouts_searchentry ADD COLUMN IF NOT EXISTS vector tsvector
    GENERATED ALWAYS AS (
      setweight(to_tsvector('simple', title), 'A')
      || setweight(to_tsvector('simple', names), 'B')
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


def rank(queryset: PublicationQuerySet, terms: Terms, candidates: int) -> PublicationQuerySet:
    newest = list(queryset.order_by("-date", "-id").values_list("pk", flat=True)[:candidates])
    score = RawSQL(
        "(SELECT ts_rank(vector, to_tsquery('simple', %s)) FROM readouts_searchentry AS ranked"
        " WHERE ranked.publication_id = readouts_publication.id)",
        [_tsquery(terms)],
        output_field=FloatField(),
    )
    return queryset.filter(pk__in=newest).annotate(rank=score).order_by("-rank", "-date", "-id")


def _tsquery(terms: Terms) -> str:
    """The query in to_tsquery's language; folded words hold nothing it would read as syntax."""
    phrases = [" <-> ".join(phrase) for phrase in terms.phrases]
    if terms.open_end:
        phrases[-1] += ":*"
    return " & ".join(f"({phrase})" for phrase in phrases)
