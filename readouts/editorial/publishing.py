"""The only writer of publications: publish, publish_many, withdraw, reinstate, preview.

A publication carries everything a page prints; its links carry the sort key, and only the current
version that stands has any.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator, slugify

from readouts import search
from readouts.editorial import body, content, differences, titles
from readouts.editorial.content import Shape
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
from readouts.models.readout import Readout

_LINKS: tuple[type[PublicationLink], ...] = (
    PublicationOfficial,
    PublicationOrganization,
    PublicationTopic,
    PublicationTag,
    PublicationEncounter,
)
_SUMMARY_LENGTH = 240


@dataclass(frozen=True)
class Version:
    """One version to be made public: its words and the moment (UTC) it was issued."""

    shape: Shape
    at: datetime.datetime
    grade: str = ""


@dataclass(frozen=True)
class Withdrawal:
    at: datetime.datetime
    reason: str
    text_removed: bool = False


@dataclass(frozen=True)
class Series:
    """All versions of one readout in order, as an archive brings them; none is public here yet."""

    readout: Readout
    versions: Sequence[Version]
    withdrawal: Withdrawal | None = None


def publish(readout: Readout, shape: Shape, *, at: datetime.datetime | None = None) -> Publication:
    """Make `shape` the version the public reads; the one before it is superseded.

    The grade of a correction comes from the difference. Call it inside the transition that allows
    it, with the readout locked.
    """
    at = at or timezone.now()
    before = Publication.objects.current().filter(readout_id=readout.pk).first()
    with transaction.atomic():
        publication = build(readout, shape, at=at, before=before)
        if before:
            _unlist([before])
            Publication.objects.filter(pk=before.pk).update(superseded_at=at)
        else:
            publication.address = _free_addresses([publication.address])[0]
        publication.save()
        _list([publication])
    return publication


def publish_many(series: Iterable[Series]) -> list[Publication]:
    """Make whole series public at once, for archives; returns the current version of each."""
    series = list(series)
    register = RegisterLookup([v.shape for s in series for v in s.versions])
    current: list[Publication] = []
    rows: list[Publication] = []
    for one in series:
        versions = list(_chain(one, register))
        rows += versions
        current.append(versions[-1])
    with transaction.atomic():
        _settle_addresses(rows)
        Publication.objects.bulk_create(rows, batch_size=200)
        _list([row for row in current if row.withdrawn_at is None], register)
    return current


def withdraw(
    publication: Publication,
    reason: str,
    *,
    text_removed: bool = False,
    at: datetime.datetime | None = None,
) -> None:
    """Turn a page into a notice: out of lists and search, its address answering with the reason;
    `at` is an aware moment, the present one by default."""
    with transaction.atomic():
        _unlist([publication])
        Publication.objects.filter(pk=publication.pk).update(
            withdrawn_at=at or timezone.now(), withdrawal_reason=reason, text_removed=text_removed
        )


def reinstate(publication: Publication) -> None:
    """Put a withdrawn page back as it was."""
    with transaction.atomic():
        Publication.objects.filter(pk=publication.pk).update(
            withdrawn_at=None, withdrawal_reason="", text_removed=False
        )
        publication.refresh_from_db()
        _list([publication])


def preview(readout: Readout) -> Publication:
    """The publication the working copy would become now; never saved."""
    before = Publication.objects.current().filter(readout_id=readout.pk).first()
    return build(readout, content.snapshot(readout), at=timezone.now(), before=before)


def build(
    readout: Readout,
    shape: Shape,
    *,
    at: datetime.datetime,
    before: Publication | None = None,
    grade: str = "",
    register: RegisterLookup | None = None,
) -> Publication:
    """A publication of `shape`, unsaved; `before` is the version it would supersede."""
    register = register or RegisterLookup([shape])
    first = _first_encounter(shape)
    date = datetime.date.fromisoformat(first["date"])
    text = "\n\n".join(body.plain(shape["body"]))
    principal = shape["principal"]
    if before and not grade:
        grade = differences.grade(before.shape, shape)
    return Publication(
        readout=readout,
        reference=shape["reference"],
        number=before.number + 1 if before else 1,
        language=shape["language"],
        translation_of=shape["translation_of"],
        is_archive=readout.origin == Readout.Origin.ARCHIVE,
        address=before.address if before else f"{date:%Y/%m/%d}/{titles.slug(shape['title'])}",
        title=shape["title"],
        summary=Truncator(" ".join(text.split())).chars(_SUMMARY_LENGTH),
        body=body.markup_of(shape["body"]),
        plain_text=text,
        shape=shape,
        digest=content.digest(shape),
        date=date,
        precision=first["precision"],
        kind=first["kind"],
        city=first["city"],
        country=first["country"],
        place=register.place(first["city"], first["country"]),
        principal=register.official(principal["register"].get("official")),
        principal_name=principal["name"],
        principal_title=principal["title"],
        principal_organization=principal["organization"],
        published_at=at,
        first_published_at=before.first_published_at if before else at,
        grade=grade,
        note=shape["note"] if before else "",
    )


def _first_encounter(shape: Shape) -> Any:
    """The first encounter with a date; `content.problems` has seen to it that there is one."""
    return next(encounter for encounter in shape["encounters"] if encounter["date"])


def _chain(series: Series, register: RegisterLookup) -> Iterator[Publication]:
    """The versions of one readout, each superseding the one before it."""
    before: Publication | None = None
    for version, following in itertools.zip_longest(series.versions, series.versions[1:]):
        row = build(
            series.readout,
            version.shape,
            at=version.at,
            before=before,
            grade=version.grade,
            register=register,
        )
        if following:
            row.superseded_at = following.at
        elif series.withdrawal:
            row.withdrawn_at = series.withdrawal.at
            row.withdrawal_reason = series.withdrawal.reason
            row.text_removed = series.withdrawal.text_removed
        yield row
        before = row


# --- addresses ----------------------------------------------------------------------------------


def _free_addresses(wanted: list[str]) -> list[str]:
    """An address for each wanted one that no publication ever had: "…-2" where it is taken."""
    taken = set(Publication.objects.filter(address__in=wanted).values_list("address", flat=True))
    free: list[str] = []
    for address in wanted:
        candidate, number = address, 1
        while candidate in taken or (
            number > 1 and Publication.objects.filter(address=candidate).exists()
        ):
            number += 1
            candidate = f"{address}-{number}"
        taken.add(candidate)
        free.append(candidate)
    return free


def _settle_addresses(rows: list[Publication]) -> None:
    firsts = [row for row in rows if row.number == 1]
    settled = dict(
        zip(
            [row.reference for row in firsts],
            _free_addresses([row.address for row in firsts]),
            strict=True,
        )
    )
    for row in rows:
        row.address = settled[row.reference]


# --- links and search ---------------------------------------------------------------------------


def _unlist(publications: list[Publication]) -> None:
    """Take publications out of every list and out of search."""
    for link in _LINKS:
        link._default_manager.filter(publication__in=publications).delete()
    search.remove(publications)


def _list(publications: list[Publication], register: RegisterLookup | None = None) -> None:
    """Write the links and the search entries of publications that stand."""
    register = register or RegisterLookup([publication.shape for publication in publications])
    links = [link for publication in publications for link in _links(publication, register)]
    for model in _LINKS:
        rows = [link for link in links if type(link) is model]
        model._default_manager.bulk_create(rows, batch_size=500)
    search.index(publications, {p.pk: register.aliases(p.shape) for p in publications})


def _links(publication: Publication, register: RegisterLookup) -> Iterator[PublicationLink]:
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
