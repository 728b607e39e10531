"""The writer of publications: publish, withdraw, reinstate, preview. Whole series of an archive
are taken in by `editorial.accession`.

A publication carries everything a page prints; its links carry the sort key, and only the current
version that stands has any.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from readouts import search
from readouts.editorial import content, differences, printing
from readouts.editorial.addresses import free_addresses
from readouts.editorial.content import Shape
from readouts.editorial.links import LINKS, links_of
from readouts.editorial.register_lookup import RegisterLookup
from readouts.models.publication import Publication
from readouts.models.readout import Readout

_BATCH = 500


def publish(
    readout: Readout,
    shape: Shape,
    *,
    at: datetime.datetime | None = None,
    hour_known: bool = True,
    source: dict[str, Any] | None = None,
) -> Publication:
    """Make `shape` the version the public reads; the one before it is superseded. Where the hour
    of `at` is not known, only its day is printed; `source` is where it came from, told by
    `provenance`, and that of the version before where it is left out.

    The grade of a correction comes from the difference. Call it inside the transition that allows
    it, with the readout locked.
    """
    at = at or timezone.now()
    before = Publication.objects.current().filter(readout_id=readout.pk).first()
    with transaction.atomic():
        publication = build(readout, shape, at=at, before=before, hour_known=hour_known)
        if source is not None:
            publication.source = source
        if before:
            _unlist([before])
            Publication.objects.filter(pk=before.pk).update(superseded_at=at)
        else:
            publication.address = free_addresses([publication.address])[0]
        publication.save()
        _list([publication])
    return publication


def withdraw(
    publication: Publication,
    reason: str,
    *,
    text_removed: bool = False,
    at: datetime.datetime | None = None,
) -> None:
    """Turn a page into a notice: out of lists and search, its address answering with the reason;
    `at` is an aware moment, the present one by default."""
    withdraw_all([publication], reason, text_removed=text_removed, at=at)


def withdraw_all(
    publications: Sequence[Publication],
    reason: str,
    *,
    text_removed: bool = False,
    at: datetime.datetime | None = None,
) -> None:
    """Turn some hundred pages into notices, all with one reason; see `withdraw`."""
    with transaction.atomic():
        _unlist(publications)
        Publication.objects.filter(pk__in=[row.pk for row in publications]).update(
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


def relist() -> int:
    """Write the links and the search entries of everything that stands anew, in one transaction,
    and take those of everything else away; returns how many publications stand."""
    standing = Publication.objects.published().order_by("pk")
    with transaction.atomic():
        for link in LINKS:
            link._default_manager.all().delete()
        search.remove(Publication.objects.all())
        rows = standing.iterator()
        while batch := list(itertools.islice(rows, _BATCH)):
            _list(batch)
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
    hour_known: bool = True,
    register: RegisterLookup | None = None,
) -> Publication:
    """A publication of `shape`, unsaved; `before` is the version it would supersede."""
    register = register or RegisterLookup([shape])
    if before and not grade:
        grade = differences.grade(before.shape, shape)
    return Publication(
        readout=readout,
        number=before.number + 1 if before else 1,
        is_archive=readout.origin == Readout.Origin.ARCHIVE,
        address=before.address if before else printing.address(shape),
        published_at=at,
        published_hour_known=hour_known,
        first_published_at=before.first_published_at if before else at,
        first_published_hour_known=before.first_published_hour_known if before else hour_known,
        grade=grade,
        note=shape["note"] if before else "",
        source=before.source if before else {},
        **printing.columns(shape, register),
    )


# --- links and search ---------------------------------------------------------------------------


def _unlist(publications: Sequence[Publication]) -> None:
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
    aliases = {
        row.pk: register.aliases(row.shape, register.meant(row.shape)) for row in publications
    }
    search.index(publications, aliases)
