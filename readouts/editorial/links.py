"""The links by which a publication is found: officials, organizations, topics, tags, encounters."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from django.utils.text import slugify

from readouts import search
from readouts.editorial.register_lookup import Meant, RegisterLookup
from readouts.editorial.shape import EncounterShape, Shape
from readouts.models.partial_dates import last_day
from readouts.models.publication import (
    Publication,
    PublicationEncounter,
    PublicationLink,
    PublicationOfficial,
    PublicationOrganization,
    PublicationTag,
    PublicationTopic,
)

LINKS: tuple[type[PublicationLink], ...] = (
    PublicationOfficial,
    PublicationOrganization,
    PublicationTopic,
    PublicationTag,
    PublicationEncounter,
)


# The links that follow the register.
_OF_REGISTER: tuple[type[PublicationLink], ...] = (
    PublicationOfficial,
    PublicationOrganization,
    PublicationTopic,
)
_BATCH = 500

# A kind of link and its columns.
_Columns = tuple[type[PublicationLink], dict[str, Any]]


def links_of(publication: Publication, register: RegisterLookup) -> Iterator[PublicationLink]:
    """The links of a publication that stands, unsaved, each with the sort key."""
    shape = publication.shape
    yield from _made(publication, columns_of(shape, register.meant(shape)))


def columns_of(shape: Shape, meant: Meant) -> Iterator[_Columns]:
    """The links of a shape as columns; the publication is left out, and its date where that is
    the sort key."""
    yield from _register_columns(meant)
    # Two spellings may share a slug; the first one names the link.
    tags = {_tag_slug(tag): tag for tag in reversed(shape["tags"])}
    for slug, name in tags.items():
        # A tag without any letter has no address.
        if slug:
            yield PublicationTag, {"slug": slug, "name": name}
    for position, encounter in enumerate(shape["encounters"], start=1):
        if encounter["date"]:
            yield PublicationEncounter, _encounter_columns(encounter, position)


@lru_cache(maxsize=65_536)
def _tag_slug(tag: str) -> str:
    return slugify(tag, allow_unicode=True)


def _register_columns(meant: Meant) -> Iterator[_Columns]:
    for official, title in meant.officials:
        yield PublicationOfficial, {"official_id": official.pk, "title": title}
    for organization, took_part in meant.organizations:
        yield (
            PublicationOrganization,
            {"organization_id": organization.pk, "took_part": took_part},
        )
    for topic in meant.topics:
        yield PublicationTopic, {"topic_id": topic.pk}


def _encounter_columns(encounter: EncounterShape, position: int) -> dict[str, Any]:
    date = datetime.date.fromisoformat(encounter["date"] or "")
    return {
        "date": date,
        "until": last_day(date, encounter["precision"]),
        "position": position,
        "kind": encounter["kind"],
        "country": encounter["country"],
        "city": encounter["city"],
    }


def _made(publication: Publication, links: Iterable[_Columns]) -> Iterator[PublicationLink]:
    for model, columns in links:
        yield model(publication=publication, **{"date": publication.date} | columns)


def relink(publications: Iterable[int]) -> int:
    """Write the links to the register, and the search entries, of these publications (by number)
    anew, as far as they stand; returns how many do. Their words stay as they are.

    For what a registrar decided about a row that they name; call it inside a transaction.
    """
    keys = sorted(publications)
    count = 0
    for start in range(0, len(keys), _BATCH):
        rows = list(Publication.objects.published().filter(pk__in=keys[start : start + _BATCH]))
        register = RegisterLookup([row.shape for row in rows])
        meant = {row.pk: register.meant(row.shape) for row in rows}
        for model in _OF_REGISTER:
            model._default_manager.filter(publication__in=rows).delete()
            links = [link for row in rows for link in _made(row, _register_columns(meant[row.pk]))]
            some = [link for link in links if type(link) is model]
            model._default_manager.bulk_create(some, batch_size=_BATCH)
        search.index(rows, {row.pk: register.aliases(row.shape, meant[row.pk]) for row in rows})
        count += len(rows)
    return count
