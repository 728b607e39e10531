"""The only writer of publications: publish, publish_many, withdraw, reinstate, preview.

A publication carries everything a page prints; its links carry the sort key, and only the current
version that stands has any.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from readouts import search
from readouts.editorial import body, content, differences, titles
from readouts.editorial.addresses import free_addresses, settle_addresses
from readouts.editorial.content import Shape
from readouts.editorial.links import LINKS, links_of
from readouts.editorial.register_lookup import RegisterLookup
from readouts.editorial.series import Series, Version, Withdrawal
from readouts.models.publication import Publication
from readouts.models.readout import Readout

__all__ = ["Series", "Version", "Withdrawal"]

_SUMMARY_LENGTH = 240
_BATCH = 500


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
            publication.address = free_addresses([publication.address])[0]
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
        settle_addresses(rows)
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


def reindex() -> int:
    """Write the search entries of everything that stands anew, in one transaction; returns how
    many there are."""
    standing = Publication.objects.published().order_by("pk")
    with transaction.atomic():
        search.remove(Publication.objects.all())
        rows = standing.iterator()
        while batch := list(itertools.islice(rows, _BATCH)):
            _index(batch)
    return standing.count()


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
    place: str = "",
    source: dict[str, Any] | None = None,
    register: RegisterLookup | None = None,
) -> Publication:
    """A publication of `shape`, unsaved; `before` is the version it would supersede, whose source
    it keeps where none is given."""
    register = register or RegisterLookup([shape])
    first = _first_encounter(shape)
    text = "\n\n".join(body.plain(shape["body"]))
    if before and not grade:
        grade = differences.grade(before.shape, shape)
    return Publication(
        readout=readout,
        reference=shape["reference"],
        number=before.number + 1 if before else 1,
        language=shape["language"],
        translation_of=shape["translation_of"],
        is_archive=readout.origin == Readout.Origin.ARCHIVE,
        address=before.address if before else _address(shape),
        title=shape["title"],
        summary=_summary(text),
        body=body.markup_of(shape["body"]),
        plain_text=text,
        shape=shape,
        digest=content.digest(shape),
        source=(before.source if before else {}) if source is None else source,
        date=datetime.date.fromisoformat(first["date"]),
        precision=first["precision"],
        kind=first["kind"],
        city=first["city"],
        country=first["country"],
        place=place or register.place(first["city"], first["country"]),
        **_principal_columns(shape, register),
        published_at=at,
        first_published_at=before.first_published_at if before else at,
        grade=grade,
        note=shape["note"] if before else "",
    )


def _address(shape: Shape) -> str:
    day = datetime.date.fromisoformat(_first_encounter(shape)["date"])
    return f"{day:%Y/%m/%d}/{titles.slug(shape['title'])}"


def _summary(text: str) -> str:
    """The beginning of `text` in one line, cut between words where its script parts them."""
    line = " ".join(text.split())
    if len(line) <= _SUMMARY_LENGTH:
        return line
    cut = line[: _SUMMARY_LENGTH - 2]
    words = cut.rpartition(" ")[0]
    return (words if len(words) > _SUMMARY_LENGTH // 2 else cut) + " …"


def _principal_columns(shape: Shape, register: RegisterLookup) -> dict[str, Any]:
    principal = shape["principal"]
    return {
        "principal": register.official(principal["register"].get("official")),
        "principal_name": principal["name"],
        "principal_title": principal["title"],
        "principal_organization": principal["organization"],
    }


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
            place=version.place,
            source=version.source,
            register=register,
        )
        row.address = (before.address if before else series.address) or row.address
        if following:
            row.superseded_at = following.at
        if withdrawal := version.withdrawal if following else series.withdrawal:
            row.withdrawn_at = withdrawal.at
            row.withdrawal_reason = withdrawal.reason
            row.text_removed = withdrawal.text_removed
        yield row
        before = row


# --- links and search ---------------------------------------------------------------------------


def _unlist(publications: list[Publication]) -> None:
    """Take publications out of every list and out of search."""
    for link in LINKS:
        link._default_manager.filter(publication__in=publications).delete()
    search.remove(publications)


def _list(publications: list[Publication], register: RegisterLookup | None = None) -> None:
    """Write the links and the search entries of publications that stand."""
    register = register or RegisterLookup([publication.shape for publication in publications])
    links = [link for publication in publications for link in links_of(publication, register)]
    for model in LINKS:
        rows = [link for link in links if type(link) is model]
        model._default_manager.bulk_create(rows, batch_size=500)
    _index(publications, register)


def _index(publications: list[Publication], register: RegisterLookup | None = None) -> None:
    register = register or RegisterLookup([publication.shape for publication in publications])
    search.index(publications, {p.pk: register.aliases(p.shape) for p in publications})
