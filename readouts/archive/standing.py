"""What stands here already of some references, and whether anybody has touched it since it was
loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Max

from readouts.editorial.log import ARCHIVE_LOADER
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State
from readouts.models.record import Event, Revision
from readouts.models.source import SourceRecord

# Where a text stands that came from a load and waits for people, or is public.
_OPEN_TO_IMPORTS = frozenset({State.DRAFT, State.IN_REVIEW, State.PUBLISHED})


@dataclass
class Standing:
    """A readout that stands here, and what was loaded into it."""

    readout: int
    reference: str
    is_archive: bool
    state: str
    # The checksums of every record it was loaded from, the last load that brought something, and
    # the revision which that became.
    digests: set[str] = field(default_factory=set)
    batch: int | None = None
    load_file: str = ""
    load_line: int | None = None
    revision: int | None = None
    # All versions in order, once they were added.
    publications: list[Publication] = field(default_factory=list)

    @property
    def is_public(self) -> bool:
        return self.state in (State.PUBLISHED, State.WITHDRAWN)

    @cached_property
    def _withdrawing(self) -> Event | None:
        """The event that withdrew it, where it stands withdrawn."""
        if self.state != State.WITHDRAWN:
            return None
        return Event.objects.filter(readout=self.readout).order_by("-number").first()

    @property
    def is_undone(self) -> bool:
        """Whether it was withdrawn because its load was undone."""
        return self._withdrawing is not None and "undone" in self._withdrawing.details

    @property
    def is_loaded_withdrawn(self) -> bool:
        """Whether its source had withdrawn it, and nobody did anything here since."""
        last = self._withdrawing
        return last is not None and not self.is_undone and last.actor_name == ARCHIVE_LOADER

    @cached_property
    def touched(self) -> str:
        """What people did to it since it was loaded: "it is “Withdrawn” here"; "" if nothing."""
        last = Revision.objects.filter(readout=self.readout).aggregate(last=Max("number"))["last"]
        if self.revision != last:
            return "it was edited here since it was loaded"
        if self.state in _OPEN_TO_IMPORTS or self.is_undone or self.is_loaded_withdrawn:
            return ""
        return f"it is “{State(self.state).label}” here"


def standing_of(references: Sequence[str]) -> dict[str, Standing]:
    """What stands here of these references, by reference."""
    rows = Readout.objects.filter(reference__in=references)
    found = {
        pk: Standing(pk, reference, origin == Readout.Origin.ARCHIVE, state)
        for pk, reference, origin, state in rows.values_list("pk", "reference", "origin", "state")
    }
    if found:
        _add_sources(found)
    return {one.reference: one for one in found.values()}


def _add_sources(found: dict[int, Standing]) -> None:
    taken = SourceRecord.objects.filter(readout__in=found).taken()
    for source in taken.order_by("pk").defer("raw", "fields", "warnings", "findings"):
        one = found[source.readout_id]
        one.digests.add(source.record_digest)
        one.batch, one.revision = source.batch_id, source.revision
        one.load_file, one.load_line = source.load_file, source.load_line


def add_publications(standing: Sequence[Standing]) -> None:
    """Add the versions of several readouts, fetched at once."""
    by_reference = {one.reference: one for one in standing}
    rows = Publication.objects.filter(reference__in=by_reference)
    for row in rows.order_by("reference", "number"):
        by_reference[row.reference].publications.append(row)
