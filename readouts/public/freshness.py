"""Whether what the public reads has changed: one small stamp under which results may be kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.db.models import Count, Subquery, Value

from readouts.models.publication import Publication
from readouts.models.register_decision import RegisterDecision

T = TypeVar("T")

# Names in the register may change without a publication; what is kept is renewed in this time.
SECONDS_KEPT = 300


def stamp() -> str:
    """A text that differs after every publishing, withdrawal and reinstatement, and after every
    merge or split in the register; one query.

    Every publishing adds a row, so the newest row tells of it; a withdrawal or its end changes the
    number of withdrawn rows or the moment of the latest one; decisions about the register are
    added and undone, never removed.
    """
    withdrawn = Publication.objects.ever_withdrawn().order_by()
    number = withdrawn.annotate(one=Value(1)).values("one").annotate(n=Count("pk")).values("n")
    latest = withdrawn.order_by("-withdrawn_at").values("withdrawn_at")[:1]
    decisions = RegisterDecision.objects.order_by().annotate(one=Value(1)).values("one")
    decided = decisions.annotate(n=Count("pk") + Count("undone_at")).values("n")
    newest = Publication.objects.order_by("-pk").values_list(
        "pk", "published_at", Subquery(number), Subquery(latest), Subquery(decided)
    )
    return str(newest.first())


def kept(name: str, at: str, make: Callable[[], T]) -> T:
    """What `make` returns, from the cache if it was made under the same stamp before."""
    key = "public:" + hashlib.sha256(f"{at} {name}".encode()).hexdigest()
    found: T | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, SECONDS_KEPT)
    return found
