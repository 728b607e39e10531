"""What is exported: every readout that is or was public, in all versions, as one moment saw it.

Everything starts from publications, so that nothing the desk has in hand can get into an export.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from readouts.archive.exporting.keys import RegisterNow
from readouts.archive.records import Record
from readouts.archive.versions import is_notice, record_of, versions_of
from readouts.editorial import content
from readouts.editorial.register_lookup import RegisterLookup
from readouts.editorial.series import Version
from readouts.models.publication import Publication

_AT_ONCE = 500
_SAID_NO_MORE = (
    "summary", "body", "plain_text", "city", "country", "place", "grade",
    "principal_name", "principal_title", "principal_organization",
)  # fmt: skip


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything read inside is of one moment, and nobody who writes meanwhile has to wait."""
    if connection.in_atomic_block:
        yield
        return
    is_sqlite = connection.vendor == "sqlite"
    settings: Any = connection
    connection.ensure_connection()  # it knows its settings only then
    if is_sqlite:
        # Transactions of the office take the write lock at once; reading needs none.
        mode, settings.transaction_mode = settings.transaction_mode, "DEFERRED"
    try:
        with transaction.atomic():
            if not is_sqlite:
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        if is_sqlite:
            settings.transaction_mode = mode


@dataclass
class Named:
    """The register rows and tags that exported texts name, gathered while they are written."""

    officials: set[str] = field(default_factory=set)
    organizations: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    appointments: set[tuple[str | None, ...]] = field(default_factory=set)

    def add(self, shape: Any) -> None:
        people = [shape["principal"]] + [
            person for encounter in shape["encounters"] for person in encounter["participants"]
        ]
        for keys in (person["register"] for person in people):
            self.officials |= {keys["official"]} if "official" in keys else set()
            self.organizations |= {keys["organization"]} if "organization" in keys else set()
            self.appointments |= {tuple(keys["appointment"])} if "appointment" in keys else set()
        self.organizations |= {row["key"] for row in shape["organizations"]} - {""}
        self.topics |= {row["key"] for row in shape["topics"]} - {""}


@dataclass(frozen=True)
class Exported:
    """One readout as it leaves: its record, and its publications without what is not public."""

    record: Record
    publications: list[Publication]

    @property
    def last(self) -> Publication:
        return self.publications[-1]


def exported() -> Iterator[Exported]:
    """Every readout in the order of its current publication, which is that of lists: readouts of
    one day keep their places where the file is loaded in order. Memory stays flat."""
    printed, register = RegisterLookup([]).place, RegisterNow()
    for some in _current():
        for versions in _series(some):
            for row in versions:
                register.mend(row)
            record = record_of(versions, printed)
            yield Exported(record, list(_public(versions, record)))


def _current() -> Iterator[list[Publication]]:
    last = 0
    rows = Publication.objects.current().order_by("pk").only("pk", "reference")
    while some := list(rows.filter(pk__gt=last)[:_AT_ONCE]):
        last = some[-1].pk
        yield some


def _series(current: Iterable[Publication]) -> Iterator[list[Publication]]:
    """All versions of some readouts, in their order."""
    references = [row.reference for row in current]
    series: dict[str, list[Publication]] = defaultdict(list)
    rows = Publication.objects.filter(reference__in=references).order_by("reference", "number")
    for row in rows.select_related("principal"):
        series[row.reference].append(row)
    yield from (series[reference] for reference in references)


def _public(versions: list[Publication], record: Record) -> Iterator[Publication]:
    """The publications as far as they are public. A first version has no note to correct; of a text
    that was removed there is what the notice says."""
    told = versions_of(record) if is_notice(record) else []
    for row, version in itertools.zip_longest(versions, told):
        if version:
            _as_a_notice(row, version, versions[-1])
        elif row.number == 1 and row.shape["note"]:
            row.shape["note"] = ""
            row.digest = content.digest(row.shape)
        yield row


def _as_a_notice(row: Publication, version: Version, last: Publication) -> None:
    row.shape = {**version.shape, "principal": {**version.shape["principal"], "register": {}}}
    row.digest = content.digest(row.shape)
    for name in ("language", "translation_of", "title", "date", "precision"):
        setattr(row, name, getattr(last, name))
    for name in _SAID_NO_MORE:
        setattr(row, name, "")
    row.kind, row.note, row.source = row.shape["encounters"][0]["kind"], row.shape["note"], {}
    row.principal = None
    if row is not last:
        row.withdrawn_at, row.withdrawal_reason, row.text_removed = None, "", False


def count() -> int:
    """How many readouts an export holds."""
    return Publication.objects.current().count()
