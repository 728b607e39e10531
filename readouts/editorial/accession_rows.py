"""The rows of archive records that are taken in by the thousand (`accession`), in every table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from readouts import search
from readouts.editorial import desk_copy, differences, links, log, printing
from readouts.editorial.register_lookup import RegisterLookup
from readouts.editorial.register_rows import RegisterRows
from readouts.editorial.series import Version, Withdrawal
from readouts.editorial.shape import EncounterShape, Shape
from readouts.editorial.tagging import Tags
from readouts.models.bulk import Rows, Table
from readouts.models.publication import Publication
from readouts.models.readout import Encounter, Participation, Readout, State, TaggedReadout
from readouts.models.record import Event, Revision
from readouts.models.search import SearchEntry
from readouts.models.source import ImportBatch, SourceRecord

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from readouts.editorial.log import Robot


@dataclass(frozen=True)
class Accession:
    """One record to be taken in: all its versions in order, none of which is public here yet.

    `withdrawal` is that of the last version; `source` are columns of SourceRecord. `keys` are the
    primary keys of its publications, if they were taken before.
    """

    versions: Sequence[Version]
    withdrawal: Withdrawal | None = None
    origin: str = Readout.Origin.ARCHIVE
    address: str = ""
    source: dict[str, Any] = field(default_factory=dict)
    keys: Sequence[int] = ()

    @property
    def shape(self) -> Shape:
        """The last version: what the working copy says."""
        return self.versions[-1].shape


@dataclass(frozen=True, slots=True)
class Placed:
    """One record to be taken in, with the primary keys and the address it gets."""

    accession: Accession
    key: int
    address: str
    original: int | None
    publications: Sequence[int]


@dataclass(frozen=True)
class Names:
    """What the rows of some records name, looked up for all of them at once; and the primary keys
    of their encounters."""

    lookup: RegisterLookup
    register: RegisterRows
    tags: Tags
    encounter_keys: Iterator[int]


class AccessionRows:
    """The rows of some records, gathered until they are taken. Building them asks the database
    nothing."""

    def __init__(self, batch: ImportBatch, by: User | Robot) -> None:
        self._batch, self._by = batch, by
        self._readouts = Rows(Readout, with_keys=True)
        self._organizations = Rows(Readout.organizations.through)
        self._topics = Rows(Readout.topics.through)
        self._tagged = Rows(TaggedReadout)
        self._encounters = Rows(Encounter, with_keys=True)
        self._participations = Rows(Participation)
        self._revisions, self._events = Rows(Revision), Rows(Event)
        self._publications = Rows(Publication, with_keys=True)
        self._links = {model: Rows(model) for model in links.LINKS}
        self._search = Rows(SearchEntry, with_keys=True)
        self._sources = Rows(SourceRecord)

    def begin(self, names: Names) -> None:
        """Begin with records that name these."""
        self._now = timezone.now()
        self._lookup, self._register, self._tags = names.lookup, names.register, names.tags
        self._encounter_keys = names.encounter_keys

    def add(self, placed: Placed) -> None:
        """Gather the rows of one record."""
        one, key = placed.accession, placed.key
        self._as_the_desk_will_say(one.shape)
        self._desk(one, key, placed.original)
        versions = list(_chain(one, self._lookup))
        self._record(one, key, digest=versions[-1]["digest"])
        common = {"readout_id": key, "address": placed.address}
        for columns, publication in zip(versions, placed.publications, strict=True):
            self._publications.add(id=publication, **common, **columns)
        if one.withdrawal is None:
            self._list(placed.publications[-1], versions[-1])

    def taken(self) -> list[Table]:
        """What was gathered, parents first, so that every key finds its row at once."""
        every = (
            self._readouts, self._organizations, self._topics, self._tagged, self._encounters,
            self._participations, self._revisions, self._events, self._publications,
            *self._links.values(), self._search, self._sources,
        )  # fmt: skip
        return [rows.taken() for rows in every]

    def _as_the_desk_will_say(self, shape: Shape) -> None:
        """Tags as the desk spells them already, and a principal known by the mandate alone."""
        shape["tags"] = sorted(self._tags.spelled(name) for name in shape["tags"])
        if self._register.appointment(shape["principal"]["register"]) is None:
            shape["principal"]["register"] = {}

    # --- the working copy -----------------------------------------------------------------------

    def _desk(self, one: Accession, key: int, original: int | None) -> None:
        shape = one.shape
        self._readouts.add(
            id=key,
            origin=one.origin,
            translation_of_id=original,
            mandate_id=self._register.appointment(shape["principal"]["register"]),
            state=State.WITHDRAWN if one.withdrawal else State.PUBLISHED,
            lock_version=3 if one.withdrawal else 2,
            created_at=self._now,
            changed_at=self._now,
            **desk_copy.readout_columns(shape),
        )
        for row in shape["organizations"]:
            self._organizations.add(
                readout_id=key, organization_id=self._register.organizations[row["key"]]
            )
        for row in shape["topics"]:
            self._topics.add(readout_id=key, topic_id=self._register.topics[row["key"]])
        for name in shape["tags"]:
            self._tagged.add(content_object_id=key, tag_id=self._tags.key(name))
        for position, encounter in enumerate(shape["encounters"], start=1):
            self._encounter(encounter, readout_id=key, position=position)

    def _encounter(self, shape: EncounterShape, **columns: int) -> None:
        key = next(self._encounter_keys)
        self._encounters.add(id=key, **columns, **desk_copy.encounter_columns(shape))
        for order, person in enumerate(shape["participants"], start=1):
            keys = person["register"]
            self._participations.add(
                encounter_id=key,
                position=order,
                official_id=self._register.official(keys),
                organization_id=self._register.organization(keys),
                appointment_id=self._register.appointment(keys),
                **desk_copy.participation_columns(person),
            )

    # --- the record -----------------------------------------------------------------------------

    def _record(self, one: Accession, key: int, *, digest: str) -> None:
        shape = one.shape
        self._revisions.add(
            readout_id=key,
            number=1,
            shape=shape,
            digest=digest,
            author_id=getattr(log.user_of(self._by), "pk", None),
            author_name=log.name_of(self._by),
            at=self._now,
        )
        last = self._event(
            shape["reference"],
            readout_id=key,
            number=1,
            verb="load_archive",
            from_state=State.DRAFT,
            to_state=State.PUBLISHED,
            actor_id=getattr(log.user_of(self._by), "pk", None),
            actor_name=log.name_of(self._by),
            note="",
            digest=digest,
            details={"revision": 1, "batch": self._batch.pk},
            previous_hash="",
        )
        if one.withdrawal:
            self._withdrawn(one.withdrawal, shape["reference"], key, digest, previous_hash=last)
        self._sources.add(readout_id=key, batch_id=self._batch.pk, revision=1, **one.source)

    def _withdrawn(
        self, told: Withdrawal, reference: str, key: int, digest: str, *, previous_hash: str
    ) -> None:
        self._event(
            reference,
            readout_id=key,
            number=2,
            verb="withdraw",
            from_state=State.PUBLISHED,
            to_state=State.WITHDRAWN,
            actor_id=None,
            # It is the archive's own; whoever loads need not hold the permission to withdraw what
            # this office published.
            actor_name=log.ARCHIVE_LOADER,
            note=told.reason,
            digest=digest,
            details={"text_removed": told.text_removed},
            previous_hash=previous_hash,
        )

    def _event(self, reference: str, **said: Any) -> str:
        said["at"] = self._now
        said["hash"] = log.hash_of(reference, said)
        self._events.add(**said)
        return str(said["hash"])

    # --- the public -----------------------------------------------------------------------------

    def _list(self, publication: int, columns: dict[str, Any]) -> None:
        """The links and the search entry of a version that stands."""
        shape = columns["shape"]
        meant = self._lookup.meant(shape)
        for model, values in links.columns_of(shape, meant):
            self._links[model].add(publication_id=publication, **{"date": columns["date"]} | values)
        self._search.add(
            publication_id=publication,
            date=columns["date"],
            **search.folded(
                shape,
                place=columns["place"],
                text=columns["plain_text"],
                aliases=self._lookup.aliases(shape, meant),
            ),
        )


def _chain(one: Accession, register: RegisterLookup) -> Iterator[dict[str, Any]]:
    """The columns of every version, each superseding the one before it."""
    before: Shape | None = None
    for number, version in enumerate(one.versions, start=1):
        shape = version.shape
        columns = printing.columns(shape, register)
        columns |= {
            "number": number,
            "is_archive": one.origin == Readout.Origin.ARCHIVE,
            "published_at": version.at,
            "published_hour_known": version.hour_known,
            "first_published_at": one.versions[0].at,
            "first_published_hour_known": one.versions[0].hour_known,
            "grade": version.grade or (differences.grade(before, shape) if before else ""),
            "note": shape["note"] if before else "",
            "source": version.source,
        }
        if version.place:
            columns["place"] = version.place
        if number < len(one.versions):
            columns["superseded_at"] = one.versions[number].at
        is_last = number == len(one.versions)
        if told := one.withdrawal if is_last else version.withdrawal:
            columns["withdrawn_at"] = told.at
            columns["withdrawal_reason"] = told.reason
            columns["text_removed"] = told.text_removed
        yield columns
        before = shape
