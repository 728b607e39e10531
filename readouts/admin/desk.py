"""The home of the desk: what waits for the person who signed in, and what is about to happen."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from readouts.editorial.case import contributors
from readouts.editorial.readiness import moment
from readouts.models.readout import Readout, State
from readouts.models.record import Clearance, Event, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MOST = 12


@dataclass(frozen=True)
class Waiting:
    """One readout that waits, and why."""

    readout: Readout
    words: str = ""
    # The step its link leads to; "" for the readout itself.
    step: str = ""


@dataclass(frozen=True)
class Section:
    """One heading of the desk with what stands under it."""

    heading: str
    rows: list[Waiting]
    is_urgent: bool = False


def sections(user: User, now: datetime.datetime | None = None) -> list[Section]:
    """What waits for `user`, the most pressing first; empty sections are left out."""
    now = now or timezone.now()
    found = [
        Section("Schedule failed", _failed(), is_urgent=True),
        Section("Published urgently, to be reviewed", _urgent(), is_urgent=True),
        Section("Clearances asked of you", _clearances(user)),
        Section("Sent back to you", _sent_back(user)),
        Section("Waiting for your approval", _to_approve(user)),
        Section("In review", _in_review(user)),
        Section("Approved, to be published", _approved(user)),
        Section("Scheduled", _scheduled()),
        Section("Embargoes ending within a week", _embargoes(now)),
        Section("Your drafts", _drafts(user)),
    ]
    return [section for section in found if section.rows]


def _readouts() -> QuerySet[Readout]:
    return Readout.objects.defer("body")


def _mine(user: User) -> QuerySet[Any]:
    """Drafts in hand that this person last wrote, or began."""
    wrote = Revision.objects.filter(readout=OuterRef("pk"), author=user)
    last = Event.objects.filter(readout=OuterRef("pk")).order_by("-number")
    return (
        _readouts()
        .filter(Exists(wrote), state=State.DRAFT)
        .annotate(last_verb=Coalesce(Subquery(last.values("verb")[:1]), Value("")))
    )


def _sent_back(user: User) -> list[Waiting]:
    rows = list(_mine(user).filter(last_verb="request_changes")[:MOST])
    notes = {
        event.readout_id: event
        for event in Event.objects.filter(readout__in=rows, verb="request_changes").order_by(
            "number"
        )
    }
    return [Waiting(row, f"{notes[row.pk].actor_name}: “{notes[row.pk].note}”") for row in rows]


def _drafts(user: User) -> list[Waiting]:
    rows = _mine(user).exclude(last_verb="request_changes")[:MOST]
    return [Waiting(row, f"Changed {moment(row.changed_at)}") for row in rows]


def _to_approve(user: User) -> list[Waiting]:
    """What is in review and this person changed nothing of; the step itself asks the rule."""
    if not user.has_perm("readouts.approve_readout"):
        return []
    rows = [row for row in _reviewed() if user.pk not in contributors(row)]
    return [Waiting(row, f"Submitted {moment(row.changed_at)}", "approve") for row in rows[:MOST]]


def _in_review(user: User) -> list[Waiting]:
    """What others have to approve: all of it, or what this person wrote."""
    rows: Iterable[Readout] = _reviewed()
    if user.has_perm("readouts.approve_readout"):
        rows = [row for row in rows if user.pk in contributors(row)]
    return [Waiting(row, "Waits for an approver") for row in list(rows)[:MOST]]


def _reviewed() -> QuerySet[Readout]:
    return _readouts().filter(state=State.IN_REVIEW).order_by("changed_at")[: 3 * MOST]


def _approved(user: User) -> list[Waiting]:
    if not user.has_perm("readouts.publish_readout"):
        return []
    rows = _readouts().filter(state=State.APPROVED).order_by("changed_at")[:MOST]
    return [Waiting(row, f"Approved {moment(row.changed_at)}") for row in rows]


def _scheduled() -> list[Waiting]:
    rows = _readouts().filter(state=State.SCHEDULED).order_by("due_at")[:MOST]
    return [Waiting(row, moment(row.due_at)) for row in rows if row.due_at]


def _embargoes(now: datetime.datetime) -> list[Waiting]:
    until = Q(hold_until__gt=now, hold_until__lte=now + datetime.timedelta(days=7))
    done = [State.PUBLISHED, State.WITHDRAWN, State.HELD]
    rows = _readouts().filter(until).exclude(state__in=done).order_by("hold_until")[:MOST]
    return [Waiting(row, f"Until {moment(row.hold_until)}") for row in rows if row.hold_until]


def _urgent() -> list[Waiting]:
    """Urgent publications that nobody has reviewed since."""
    later = Event.objects.filter(
        readout=OuterRef("readout"), verb="review_afterwards", number__gt=OuterRef("number")
    )
    events = Event.objects.filter(~Exists(later), verb="publish_urgently").order_by("at")
    return [
        Waiting(
            event.readout,
            f"By {event.actor_name}, {moment(event.at)}, on the authority of "
            f"{event.details.get('authority') or 'nobody named'}",
        )
        for event in events.select_related("readout")[:MOST]
    ]


def _failed() -> list[Waiting]:
    """Scheduled readouts that could not be published the last time it was tried."""
    later = Event.objects.filter(readout=OuterRef("readout"), number__gt=OuterRef("number"))
    events = Event.objects.filter(
        ~Exists(later), verb="schedule_failed", readout__state=State.SCHEDULED
    )
    return [
        Waiting(event.readout, f"Due {moment(event.readout.due_at)}. {event.note}")
        for event in events.select_related("readout").order_by("at")[:MOST]
        if event.readout.due_at
    ]


def _clearances(user: User) -> list[Waiting]:
    """Clearances this person can answer, on the text as it stands."""
    if not user.has_perm("readouts.clear_readout"):
        return []
    last = Revision.objects.filter(readout=OuterRef("readout")).order_by("-number")
    asked = Clearance.objects.filter(
        Q(person=user) | Q(person=None, group__in=user.groups.all()),
        answer=Clearance.Answer.PENDING,
        digest=Subquery(last.values("digest")[:1]),
    )
    return [
        Waiting(
            row.readout,
            " ".join(
                filter(None, [row.reason, f"Wanted by {moment(row.due_at)}." if row.due_at else ""])
            ),
        )
        for row in asked.select_related("readout").order_by("due_at", "pk")[:MOST]
    ]
