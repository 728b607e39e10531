"""The schedule: what is due is published, each readout in a transaction of its own.

A readout that fails is recorded, reported and tried again at the next round; it stops no other.
"""

from __future__ import annotations

import datetime
import logging
from dataclasses import dataclass

from django.db import DatabaseError, transaction
from django.utils import timezone

from readouts.editorial.log import Robot, record_event
from readouts.editorial.workflow import Refused, perform
from readouts.models.readout import Readout, State

ROBOT = Robot("scheduled publishing", frozenset({"publish"}))
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What became of one due readout: published, or the reason why not."""

    reference: str
    failure: str = ""

    @property
    def is_published(self) -> bool:
        return not self.failure


def publish_due(now: datetime.datetime | None = None) -> list[Outcome]:
    """Publish everything due at `now` (aware; the present moment by default), rules checked again.

    Two runs at once never publish twice: the row is locked and its state looked at under the lock.
    """
    due = Readout.objects.filter(state=State.SCHEDULED, due_at__lte=now or timezone.now())
    outcomes = (_publish(readout, now) for readout in due.order_by("due_at", "pk"))
    return [outcome for outcome in outcomes if outcome is not None]


def _publish(readout: Readout, now: datetime.datetime | None) -> Outcome | None:
    """Publish one readout; None when somebody else has meanwhile taken it off the schedule."""
    try:
        perform(readout, "publish", ROBOT, now=now)
    except Refused as refused:
        return _failed(readout, str(refused), now)
    except DatabaseError as error:
        logger.exception("Scheduled publication of %s failed", readout.reference)
        return _failed(readout, f"The database refused it: {error}", now)
    except Exception as error:
        # One readout's trouble, whatever it is, must not keep the others from going out.
        logger.exception("Scheduled publication of %s failed", readout.reference)
        return _failed(readout, f"{type(error).__name__}: {error}", now)
    logger.info("Published %s on schedule", readout.reference)
    return Outcome(readout.reference)


def _failed(readout: Readout, reason: str, now: datetime.datetime | None) -> Outcome | None:
    """Record a failure in the log of the readout, once for the same reason running; nothing when
    it is no longer due, because somebody else has meanwhile published or moved it."""
    with transaction.atomic():
        locked = Readout.objects.select_for_update(of=("self",)).get(pk=readout.pk)
        if locked.due_at is None or locked.due_at > (now or timezone.now()):
            return None
        last = locked.events.order_by("-number").first()
        if last is None or (last.verb, last.note) != ("schedule_failed", reason):
            record_event(locked, "schedule_failed", ROBOT, note=reason)
    return Outcome(readout.reference, failure=reason)
