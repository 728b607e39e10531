"""What `loaddata` leaves undone: it saves rows as they stand, checks nothing and derives nothing.

Register rows get their folded names, archive readouts without a publication get one, what came
with publications and without a history gets the line that says so, and everything that stands is
linked and indexed anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from readouts.archive.versions import beginning_of
from readouts.editorial import content, log, provenance, publishing, shape, workflow
from readouts.editorial.log import Robot
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State
from readouts.models.register import Official, Organization, Topic

REBUILDER = Robot("rebuild_publications", frozenset({"load_archive"}))


@dataclass
class Rebuilt:
    """What was done, and what could not be: the sentences of `left` say why."""

    names: int = 0
    published: int = 0
    histories: int = 0
    standing: int = 0
    left: list[str] = field(default_factory=list)

    def sentences(self) -> list[str]:
        told = [
            f"{self.names} register rows got their folded names.",
            f"{self.published} archive readouts had no publication and are public now.",
            f"{self.histories} readouts came with publications and without a history; a first "
            "line was written for each.",
            f"{self.standing} publications stand, linked and indexed anew.",
        ]
        return [*self.left, *told]


def rebuild() -> Rebuilt:
    """Make public pages of what `loaddata` brought, in one transaction; may run again."""
    done = Rebuilt()
    with transaction.atomic():
        done.names = sum(row.objects.all().refold() for row in (Official, Organization, Topic))
        for readout in _without_publication():
            if problems := _published(readout):
                done.left.append(f"{readout.reference} was left alone: {' '.join(problems)}")
            else:
                done.published += 1
        for readout in _without_history():
            _begin_history(readout)
            done.histories += 1
        done.standing = publishing.relist()
    return done


def _without_publication() -> Iterator[Readout]:
    public = Publication.objects.filter(readout_id=OuterRef("pk"))
    archive = Readout.objects.filter(origin=Readout.Origin.ARCHIVE)
    yield from archive.exclude(Exists(public)).order_by("pk").iterator()


def _without_history() -> Iterator[Readout]:
    public = Publication.objects.filter(readout_id=OuterRef("pk"))
    rows = Readout.objects.filter(Exists(public), revisions__isnull=True, events__isnull=True)
    yield from rows.order_by("pk").iterator()


def _published(readout: Readout) -> list[str]:
    """Publish an archive readout as it stands; or what keeps it from being public."""
    told = content.snapshot(readout)
    if problems := shape.problems(told):
        return problems
    if readout.state not in (State.DRAFT, State.PUBLISHED):
        state = readout.get_state_display()
        return [f"It is “{state}”, and nothing says how it came to be. Load it with load_archive."]
    workflow.begin_anew(readout)
    workflow.record(readout, REBUILDER)
    at = beginning_of(readout.issued, *readout.encounters.values_list("date", flat=True))
    source = provenance.loaded(readout)
    publishing.publish(readout, told, at=at, hour_known=False, source=source)
    workflow.perform(readout, "load_archive", REBUILDER)
    return []


def _begin_history(readout: Readout) -> None:
    """Its text as the first revision, and how it came here, so that the desk can go on."""
    revision = content.record_revision(readout, REBUILDER)
    digest = revision.digest if revision else ""
    details: dict[str, Any] = {"revision": 1, "batch": None}
    log.record_event(
        readout, "load_archive", REBUILDER, from_state=State.DRAFT, to_state=State.PUBLISHED,
        digest=digest, details=details,
    )  # fmt: skip
    if readout.state == State.WITHDRAWN:
        last = Publication.objects.current().get(readout_id=readout.pk)
        log.record_event(
            readout, "withdraw", REBUILDER, from_state=State.PUBLISHED, to_state=State.WITHDRAWN,
            note=last.withdrawal_reason, digest=digest,
            details={"text_removed": last.text_removed},
        )  # fmt: skip
