"""Saving what the form holds: the text, the record of it, and the words that say what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from readouts.editorial import desk_copy, workflow
from readouts.editorial.log import record_event
from readouts.editorial.readiness import moment
from readouts.models.readout import Readout, State

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def save(form: Any, author: User) -> str:
    """Save a form that was found valid and return the sentence that says what became of it.

    One transaction. Raises workflow.Refused when the text was locked meanwhile.
    """
    readout: Readout = form.instance
    was_approved = readout.state == State.APPROVED
    is_new = readout.pk is None
    embargo = None if is_new else Readout.objects.values_list("hold_until").get(pk=readout.pk)[0]
    with transaction.atomic():
        desk_copy.write(readout, form.shape())
        if readout.hold_until != embargo:
            _record_embargo(readout, author)
        changed = workflow.record(readout, author)
    number = readout.revisions.count()
    if is_new:
        return f"Draft {readout.reference} is saved as revision 1."
    if not changed:
        beside = form.has_changed_beside_text
        return (
            "Saved. The text is as it was, so there is no new revision."
            if beside
            else "Nothing had changed, so there is no new revision."
        )
    said = f"Saved as revision {number}."
    if was_approved:
        said += " The approval was for the text before and is void; the readout is in review again."
    return said


def _record_embargo(readout: Readout, author: User) -> None:
    """An embargo is no part of the text, so the log keeps who set or lifted it."""
    until = readout.hold_until
    note = f"Until {moment(until)}." if until else "Lifted."
    record_event(readout, "set_embargo", author, note=note)
