"""Full-text search by SQLite: an FTS5 index over the folded words, kept in step by triggers."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import FloatField
from django.db.models.expressions import RawSQL

from readouts.models.publication import PublicationQuerySet
from readouts.models.search import SearchEntry
from readouts.search.terms import Terms

_TABLE = """
CREATE VIRTUAL TABLE IF NOT EXISTS readouts_search USING fts5(
  title, names, text,
  content='readouts_searchentry', content_rowid='publication_id',
  tokenize="unicode61 remove_diacritics 0", prefix='2 3'
)
"""
_ADD = """
INSERT INTO readouts_search(rowid, title, names, text)
VALUES (new.publication_id, new.title, new.names, new.text);
"""
_DROP = """
INSERT INTO readouts_search(readouts_search, rowid, title, names, text)
VALUES ('delete', old.publication_id, old.title, old.names, old.text);
"""
_TRIGGERS = {"insert": _ADD, "delete": _DROP, "update": _DROP + _ADD}
# How much a word counts in the title, in a name and in the text.
_WEIGHTS = "10.0, 4.0, 1.0"


def install(connection: BaseDatabaseWrapper) -> None:
    """Install table and triggers; fill the index anew if it has lost step with the entries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'search_entry_after_%'")
        in_step = cursor.fetchone()[0] == len(_TRIGGERS)
        cursor.execute(_TABLE)
        for verb, statement in _TRIGGERS.items():
            cursor.execute(
                f"CREATE TRIGGER IF NOT EXISTS search_entry_after_{verb} "
                f"AFTER {verb} ON readouts_searchentry BEGIN {statement} END"
            )
        if not in_step:
            cursor.execute("INSERT INTO readouts_search(readouts_search) VALUES ('rebuild')")


def match(queryset: PublicationQuerySet, terms: Terms) -> PublicationQuerySet:
    found = SearchEntry.objects.using(queryset.db).extra(
        where=[
            "publication_id IN (SELECT rowid FROM readouts_search WHERE readouts_search MATCH %s)"
        ],
        params=[_expression(terms)],
    )
    return queryset.filter(pk__in=found.values("publication_id"))


def rank(queryset: PublicationQuerySet, terms: Terms, candidates: int) -> PublicationQuerySet:
    newest = list(queryset.order_by("-date", "-id").values_list("pk", flat=True)[:candidates])
    # bm25 is the smaller the better, so its negative ranks like PostgreSQL's.
    score = RawSQL(  # noqa: S611 - the words are a parameter
        f"(SELECT -bm25(readouts_search, {_WEIGHTS}) FROM readouts_search"  # noqa: S608 - a constant
        " WHERE readouts_search MATCH %s AND rowid = readouts_publication.id)",
        [_expression(terms)],
        output_field=FloatField(),
    )
    return queryset.filter(pk__in=newest).annotate(rank=score).order_by("-rank", "-date", "-id")


def _expression(terms: Terms) -> str:
    """The query in FTS5's language; words are quoted, so that none is read as an operator."""
    phrases = [f'"{" ".join(phrase)}"' for phrase in terms.phrases]
    if terms.open_end:
        phrases[-1] += " *"
    return " AND ".join(phrases)
