"""Archive records taken in by the thousand: the row `load_archive` of the workflow's table, for
whole series at once.

A record taken in here stands exactly as if it had been written at the desk, recorded, published
version by version and loaded by `workflow.perform` (a test compares), only that its rows are
written in bulk. Permission and guards are asked here too; no approval is invented.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from readouts import search
from readouts.editorial import desk_copy, differences, links, log, printing, workflow
from readouts.editorial.addresses import free_addresses
from readouts.editorial.register_lookup import RegisterLookup
from readouts.editorial.register_rows import RegisterRows
from readouts.editorial.series import Version, Withdrawal
from readouts.editorial.shape import EncounterShape, Shape
from readouts.editorial.tagging import Tags
from readouts.models.bulk import Keys, Rows
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


class Intake:
    """One load's way in. Raises workflow.Refused at once if `by` may not load archive records.

    Call `take` inside one transaction, as often as there are records.
    """

    def __init__(self, batch: ImportBatch, by: User | Robot) -> None:
        workflow.require("load_archive", by)
        self._batch, self._by = batch, by
        self._tags = Tags()
        self._readout_keys, self._keys_of_encounters = Keys(Readout), Keys(Encounter)
        self._publication_keys = Keys(Publication)
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

    def reserve(self, number: int) -> list[int]:
        """Keys of publications, for records that keep their place but are taken in later."""
        return self._publication_keys.take(number)

    def take(self, accessions: Sequence[Accession]) -> None:
        """Take records in. Their register rows stand, and nothing has their references yet."""
        if not accessions:
            return
        self._now = timezone.now()
        shapes = [version.shape for one in accessions for version in one.versions]
        self._lookup = RegisterLookup(shapes)
        self._register = RegisterRows(shapes)
        self._tags.need(one.shape["tags"] for one in accessions)
        originals = _originals(accessions)
        keys = self._readout_keys.take(len(accessions))
        self._encounter_keys = iter(
            self._keys_of_encounters.take(sum(len(one.shape["encounters"]) for one in accessions))
        )
        publications = iter(
            self.reserve(sum(len(one.versions) for one in accessions if not one.keys))
        )
        here = dict(zip((one.shape["reference"] for one in accessions), keys, strict=True))
        addresses = _addresses(accessions)
        for one, key, address in zip(accessions, keys, addresses, strict=True):
            self._as_the_desk_will_say(one.shape)
            original = one.shape["translation_of"]
            self._desk(one, key, here.get(original) or originals.get(original))
            versions = list(_chain(one, self._lookup))
            self._record(one, key, digest=versions[-1]["digest"])
            taken = one.keys or list(itertools.islice(publications, len(one.versions)))
            common = {"readout_id": key, "address": address}
            for columns, publication in zip(versions, taken, strict=True):
                self._publications.add(id=publication, **common, **columns)
            if one.withdrawal is None:
                self._list(taken[-1], versions[-1])
        self._write()

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
        if told := one.withdrawal:
            self._event(
                shape["reference"],
                readout_id=key,
                number=2,
                verb="withdraw",
                from_state=State.PUBLISHED,
                to_state=State.WITHDRAWN,
                actor_id=None,
                # It is the archive's own; whoever loads need not hold the permission to withdraw
                # what this office published.
                actor_name=log.ARCHIVE_LOADER,
                note=told.reason,
                digest=digest,
                details={"text_removed": told.text_removed},
                previous_hash=last,
            )
        self._sources.add(readout_id=key, batch_id=self._batch.pk, revision=1, **one.source)

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

    def _write(self) -> None:
        """Parents first, so that every key finds its row at once."""
        for rows in (
            self._readouts, self._organizations, self._topics, self._tagged, self._encounters,
            self._participations, self._revisions, self._events, self._publications,
            *self._links.values(), self._search, self._sources,
        ):  # fmt: skip
            rows.write()


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


def _originals(accessions: Sequence[Accession]) -> dict[str, int]:
    """The readouts that some are translations of, and that stood here before."""
    wanted = {one.shape["translation_of"] for one in accessions} - {""}
    if not wanted:
        return {}
    return dict(Readout.objects.filter(reference__in=wanted).values_list("reference", "pk"))


def _addresses(accessions: Sequence[Accession]) -> list[str]:
    """The permanent address of each: the one it brings, or a free one for its first version."""
    wanted = [one.address or printing.address(one.versions[0].shape) for one in accessions]
    return free_addresses(wanted)
