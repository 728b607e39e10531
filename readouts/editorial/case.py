"""What a guard may look at: the readout, who wants what and why, and who wrote the text."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from readouts.editorial import content
from readouts.editorial.log import Robot
from readouts.models.publication import Publication
from readouts.models.readout import Readout
from readouts.models.record import Event, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass
class Case:
    """What a guard may look at: the readout, who wants what and why, and the clock (UTC)."""

    readout: Readout
    actor: User | Robot
    note: str = ""
    due_at: datetime.datetime | None = None
    options: dict[str, Any] = field(default_factory=dict)
    now: datetime.datetime = field(default_factory=timezone.now)

    @cached_property
    def shape(self) -> content.Shape:
        return content.snapshot(self.readout)

    @cached_property
    def digest(self) -> str:
        return content.digest(self.shape)

    @cached_property
    def live(self) -> Publication | None:
        """The current publication of this readout, withdrawn or not."""
        return Publication.objects.current().filter(readout_id=self.readout.pk).first()

    @cached_property
    def revision(self) -> Revision | None:
        return content.last_revision(self.readout)

    @cached_property
    def contributors(self) -> dict[int | None, str]:
        return contributors(self.readout)


Guard = Callable[[Case], str | None]


def cases_of(
    readouts: Sequence[Readout], actor: User | Robot, *, note: str, options: dict[str, Any]
) -> list[Case]:
    """The cases of several readouts, all at one moment, with their words and what is public of
    them read at once; whatever else a guard asks is read for it."""
    keys = [readout.pk for readout in readouts]
    shapes = content.snapshots(keys)
    # The words of the publications come when somebody asks; in the order of `Case.live`.
    rows = Publication.objects.current().filter(readout_id__in=keys).order_by("date", "pk")
    live = {row.readout_id: row for row in rows.defer("body", "plain_text", "shape")}
    now = timezone.now()
    cases = [Case(readout, actor, note=note, options=options, now=now) for readout in readouts]
    for case in cases:
        case.shape = shapes[case.readout.pk]
        case.live = live.get(case.readout.pk)
    return cases


def contributors(readout: Readout, *, until: Event | None = None) -> dict[int | None, str]:
    """Who changed the text since it was last approved (or loaded as an archive record), as user id
    and name; superusers and machines included. `until` is an urgent publication: then those who
    wrote what it made public without an approval."""
    approvals = readout.events.filter(
        verb__in=["approve", "load_archive"], details__has_key="revision"
    )
    since = readout.revisions.all()
    if until:
        approvals = approvals.filter(number__lt=until.number)
        since = since.filter(number__lte=until.details["revision"])
    if baseline := approvals.order_by("-number").first():
        since = since.filter(number__gt=baseline.details["revision"])
    return dict(since.order_by("number").values_list("author_id", "author_name"))


def urgent_publications(readout: Readout) -> list[Event]:
    """The urgent publications that nobody has reviewed since, the last one first."""
    reviews = readout.events.filter(verb="review_afterwards").order_by("-number")
    last = reviews.values_list("number", flat=True).first() or 0
    return list(readout.events.filter(verb="publish_urgently", number__gt=last).order_by("-number"))
