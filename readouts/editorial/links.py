"""The links by which a publication is found: officials, organizations, topics, tags, encounters."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.text import slugify

from readouts import search
from readouts.editorial.register_lookup import RegisterLookup
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


def links_of(publication: Publication, register: RegisterLookup) -> Iterator[PublicationLink]:
    """The links of a publication that stands, unsaved, each with the sort key."""
    yield from _register_links(publication, register)
    common: dict[str, Any] = {"publication": publication, "date": publication.date}
    shape = publication.shape
    # Two spellings may share a slug; the first one names the link.
    tags = {slugify(tag, allow_unicode=True): tag for tag in reversed(shape["tags"])}
    for slug, name in tags.items():
        # A tag without any letter has no address.
        if slug:
            yield PublicationTag(slug=slug, name=name, **common)
    for position, encounter in enumerate(shape["encounters"], start=1):
        if encounter["date"]:
            date = datetime.date.fromisoformat(encounter["date"])
            yield PublicationEncounter(
                publication=publication,
                date=date,
                until=last_day(date, encounter["precision"]),
                position=position,
                kind=encounter["kind"],
                country=encounter["country"],
                city=encounter["city"],
            )


def _register_links(
    publication: Publication, register: RegisterLookup
) -> Iterator[PublicationLink]:
    common: dict[str, Any] = {"publication": publication, "date": publication.date}
    for official, title in register.officials_of(publication.shape).items():
        yield PublicationOfficial(official=official, title=title, **common)
    for organization, took_part in register.organizations_of(publication.shape).items():
        yield PublicationOrganization(organization=organization, took_part=took_part, **common)
    for topic in register.topics_of(publication.shape):
        yield PublicationTopic(topic=topic, **common)


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
        for model in _OF_REGISTER:
            model._default_manager.filter(publication__in=rows).delete()
            links = [link for row in rows for link in _register_links(row, register)]
            some = [link for link in links if type(link) is model]
            model._default_manager.bulk_create(some, batch_size=_BATCH)
        search.index(rows, {row.pk: register.aliases(row.shape) for row in rows})
        count += len(rows)
    return count
