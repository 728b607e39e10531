"""The links by which a publication is found: officials, organizations, topics, tags, encounters."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils.text import slugify

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


def links_of(publication: Publication, register: RegisterLookup) -> Iterator[PublicationLink]:
    """The links of a publication that stands, unsaved, each with the sort key."""
    shape = publication.shape
    common: dict[str, Any] = {"publication": publication, "date": publication.date}
    for slug, title in _officials(shape).items():
        yield PublicationOfficial(official=register.official(slug), title=title, **common)
    for slug, took_part in _organizations(shape).items():
        yield PublicationOrganization(
            organization=register.organization(slug), took_part=took_part, **common
        )
    for topic in shape["topics"]:
        yield PublicationTopic(topic=register.topic(topic["key"]), **common)
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


def _officials(shape: Any) -> dict[str, str]:
    """Slugs of the principal and of everyone who took part, with the title printed first."""
    people = [shape["principal"]] + [
        person for encounter in shape["encounters"] for person in encounter["participants"]
    ]
    found: dict[str, str] = {}
    for person in people:
        if slug := person["register"].get("official"):
            found.setdefault(slug, person["title"])
    return found


def _organizations(shape: Any) -> dict[str, bool]:
    """Slugs of organizations, and whether they took part rather than being mentioned."""
    found = {row["key"]: False for row in shape["organizations"]}
    for encounter in shape["encounters"]:
        for person in encounter["participants"]:
            if slug := person["register"].get("organization"):
                found[slug] = True
    return found
