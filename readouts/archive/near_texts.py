"""Texts that stand here already under another reference: the same day, the same counterpart, and
nearly the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.db import connection
from rapidfuzz import fuzz

from readouts.archive.doubts import counterparts
from readouts.archive.outcomes import Planned
from readouts.editorial import body
from readouts.models.publication import Publication, PublicationOfficial
from readouts.models.register import Official

# From this likeness on (0 to 100) two texts are called nearly the same.
_LIKENESS = 90
# An official by key, and a day.
_Pair = tuple[str, str]


def near_texts(planned: Sequence[Planned]) -> Iterator[tuple[Planned, str, float]]:
    """Records that say nearly what another one says, with the reference of the other and how
    like they are. Those before it in the same lot count as standing already."""
    pairs = {one.reference: _pairs(one) for one in planned}
    texts = _standing(sorted({pair for found in pairs.values() for pair in found}))
    for one in planned:
        shape = one.versions[-1].shape
        text = "\n\n".join(body.plain(shape["body"]))
        known = [known for pair in pairs[one.reference] for known in texts[pair]]
        if not text:
            continue
        best = _best(text, shape["language"], known)
        if best:
            yield one, *best
        for pair in pairs[one.reference]:
            texts[pair].append((one.reference, shape["language"], text))


def _best(
    text: str, language: str, known: Sequence[tuple[str, str, str]]
) -> tuple[str, float] | None:
    scores = [
        (fuzz.ratio(text, other, score_cutoff=_LIKENESS), reference)
        for reference, spoken, other in known
        if spoken == language
    ]
    score, reference = max(scores, default=(0.0, ""))
    return (reference, score) if score else None


def _pairs(one: Planned) -> set[_Pair]:
    shape = one.versions[-1].shape
    day = next((e["date"] for e in shape["encounters"] if e["date"]), None)
    return {(slug, day) for slug in counterparts(shape) if day}


def _standing(pairs: Sequence[_Pair]) -> dict[_Pair, list[tuple[str, str, str]]]:
    """What is public of these officials on these days, as reference, language and text."""
    texts: dict[_Pair, list[tuple[str, str, str]]] = defaultdict(list)
    # Whom this load names first has no row yet, and nothing public.
    slugs = {slug for slug, _ in pairs}
    keys = dict(Official.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    known_pairs = [(keys[slug], day) for slug, day in pairs if slug in keys]
    if not known_pairs:
        return texts
    names = {key: slug for slug, key in keys.items()}
    link, publication = PublicationOfficial._meta.db_table, Publication._meta.db_table
    days = "%s" if connection.vendor == "sqlite" else "%s::date"
    holes = ", ".join([f"(%s, {days})"] * len(known_pairs))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT link.official_id, link.date, p.reference, p.language, p.plain_text"  # noqa: S608
            f" FROM {link} AS link JOIN {publication} AS p ON p.id = link.publication_id"
            f" WHERE (link.official_id, link.date) IN (VALUES {holes})",
            [value for pair in known_pairs for value in pair],
        )
        for official, day, *known in cursor.fetchall():
            texts[names[official], str(day)].append(tuple(known))
    return texts
