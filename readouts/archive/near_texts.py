"""Texts that stand here already under another reference: the same day, the same counterpart, and
nearly the same words. Who is known by office alone is known by the organization."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection
from rapidfuzz import fuzz

from readouts.archive.outcomes import Planned
from readouts.archive.resolving import Register
from readouts.editorial import body
from readouts.editorial.shape import ParticipantShape, Shape
from readouts.models.publication import Publication, PublicationOfficial, PublicationOrganization
from readouts.models.words import Side

# From this likeness on (0 to 100) two texts are called nearly the same.
_LIKENESS = 90
_OFFICIAL, _ORGANIZATION = "official", "organization"
_LINKS: dict[str, Any] = {_OFFICIAL: PublicationOfficial, _ORGANIZATION: PublicationOrganization}
# A counterpart and a day: the kind of row, the key of the one that stands, the day.
_Pair = tuple[str, str, str]
# A text that is known: its reference, language and words.
_Known = tuple[str, str, str]


def near_texts(
    planned: Sequence[Planned], register: Register
) -> Iterator[tuple[Planned, str, float]]:
    """Records that say nearly what another one says, with the reference of the other and how
    like they are. Those before it in the same lot count as standing already."""
    pairs = {one.reference: _pairs(one, register) for one in planned}
    texts = _standing(sorted({pair for sought, _ in pairs.values() for pair in sought}), register)
    for one in planned:
        shape = one.versions[-1].shape
        text = "\n\n".join(body.plain(shape["body"]))
        if not text:
            continue
        sought, found_by = pairs[one.reference]
        known = [known for pair in sought for known in texts[pair]]
        if best := _best(text, shape["language"], known):
            yield one, *best
        for pair in found_by:
            texts[pair].append((one.reference, shape["language"], text))


def _best(text: str, language: str, known: Sequence[_Known]) -> tuple[str, float] | None:
    scores = [
        (fuzz.ratio(text, other, score_cutoff=_LIKENESS), reference)
        for reference, spoken, other in known
        if spoken == language
    ]
    score, reference = max(scores, default=(0.0, ""))
    return (reference, score) if score else None


def _pairs(one: Planned, register: Register) -> tuple[set[_Pair], set[_Pair]]:
    """The counterparts of a record on its day: those by whom others like it are sought, and all
    by whom it is found itself. A double is the one it was merged into."""
    shape = one.versions[-1].shape
    day = next((e["date"] for e in shape["encounters"] if e["date"]), None)
    if not day:
        return set(), set()
    sought, found_by = set(), set()
    for person in _counterparts(shape):
        keys = person["register"]
        if "official" in keys:
            sought.add((_OFFICIAL, register.officials.now(keys["official"]).slug, day))
        if "organization" in keys:
            pair = (_ORGANIZATION, register.organizations.now(keys["organization"]).slug, day)
            found_by.add(pair)
            if "official" not in keys:
                sought.add(pair)
    return sought, found_by | sought


def _counterparts(shape: Shape) -> Iterator[ParticipantShape]:
    """Those a readout is about, the office's own aside."""
    for encounter in shape["encounters"]:
        yield from (person for person in encounter["participants"] if person["side"] != Side.OURS)


def _standing(pairs: Sequence[_Pair], register: Register) -> dict[_Pair, list[_Known]]:
    """What is public of these counterparts on these days."""
    texts: dict[_Pair, list[_Known]] = defaultdict(list)
    for kind, names in ((_OFFICIAL, register.officials), (_ORGANIZATION, register.organizations)):
        # Whom this load names first has no row yet, and nothing public.
        slugs = {slug for of_kind, slug, _ in pairs if of_kind == kind}
        keys = {names.slugs[slug].pk: slug for slug in slugs if names.slugs[slug].pk}
        rows = {slug: pk for pk, slug in keys.items()}
        known = [(rows[slug], day) for of, slug, day in pairs if of == kind and slug in rows]
        for row, day, *text in _public(kind, known):
            texts[kind, keys[row], str(day)].append(tuple(text))
    return texts


def _public(kind: str, pairs: Sequence[tuple[int, str]]) -> list[Any]:
    """The texts that are found by these rows on these days: row, day, reference, language, text."""
    if not pairs:
        return []
    link, publication = _LINKS[kind]._meta.db_table, Publication._meta.db_table
    days = "%s" if connection.vendor == "sqlite" else "%s::date"
    holes = ", ".join([f"(%s, {days})"] * len(pairs))
    took_part = " AND link.took_part" if kind == _ORGANIZATION else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT link.{kind}_id, link.date, p.reference, p.language, p.plain_text"  # noqa: S608
            f" FROM {link} AS link JOIN {publication} AS p ON p.id = link.publication_id"
            f" WHERE (link.{kind}_id, link.date) IN (VALUES {holes}){took_part}",
            [value for pair in pairs for value in pair],
        )
        return cursor.fetchall()
