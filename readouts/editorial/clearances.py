"""Clearances: asking a person or group to sign off one exact text, and their answers.

They move no state; the guard `readiness.clearances_are_given` reads them.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from readouts.editorial import content
from readouts.editorial.log import name_of, record_event
from readouts.editorial.workflow import who_may
from readouts.models.readout import EDITABLE, Readout
from readouts.models.record import Clearance

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class ClearanceRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A clearance could not be asked for or answered; `str()` is the sentence to show."""


def ask_clearance(
    readout: Readout,
    requested_by: User,
    *,
    person: User | None = None,
    group: Group | None = None,
    reason: str = "",
    due_at: datetime.datetime | None = None,
    required: bool = True,
) -> Clearance:
    """Ask `person` or `group` to sign off the text as it stands; `due_at` is an aware moment.

    Raises ClearanceRefused when the asker may not, nobody is asked, or the text is settled.
    """
    if sentence := _not_to_be_asked(requested_by, person, group):
        raise ClearanceRefused(sentence)
    with transaction.atomic():
        readout = Readout.objects.select_for_update(of=("self",)).get(pk=readout.pk)
        if readout.state not in EDITABLE:
            raise ClearanceRefused(f"The text is “{readout.get_state_display()}” and settled.")
        clearance = Clearance.objects.create(
            readout=readout,
            digest=content.digest(content.snapshot(readout)),
            person=person,
            group=group,
            reason=reason,
            due_at=due_at,
            required=required,
            requested_by=requested_by,
            requested_at=timezone.now(),
        )
        record_event(
            readout,
            "ask_clearance",
            requested_by,
            note=reason,
            digest=clearance.digest,
            details={"asked": str(person or group), "required": required},
        )
    return clearance


def answer_clearance(clearance: Clearance, by: User, answer: str, *, remark: str = "") -> Clearance:
    """Record an answer to a request, once. A changed text needs a new request.

    Raises ClearanceRefused when `by` was not asked, the text changed since, or an objection comes
    without a remark.
    """
    with transaction.atomic():
        readout = Readout.objects.select_for_update(of=("self",)).get(pk=clearance.readout_id)
        clearance = Clearance.objects.select_for_update(of=("self",)).get(pk=clearance.pk)
        if sentence := _in_the_way(clearance, readout, by, answer, remark):
            raise ClearanceRefused(sentence)
        clearance.answer = answer
        clearance.answered_by = by
        clearance.answered_at = timezone.now()
        clearance.remark = remark
        clearance.save()
        record_event(
            readout,
            "clear",
            by,
            note=remark,
            digest=clearance.digest,
            details={"answer": answer, "asked": str(clearance.person or clearance.group)},
        )
    return clearance


def _not_to_be_asked(asks: User, person: User | None, group: Group | None) -> str | None:
    if not asks.has_perm("readouts.ask_clearance_readout"):
        return f"Asking for a clearance is for {who_may('ask_clearance')}."
    if person:
        can_answer = person.has_perm("readouts.clear_readout")
    elif group:
        can_answer = group.permissions.filter(codename="clear_readout").exists()
    else:
        return "Choose the person or the group to ask."
    if can_answer:
        return None
    return f"{name_of(person) if person else group} cannot answer. Ask {who_may('clear')}."


def may_answer(clearance: Clearance, user: User) -> bool:
    """Whether `user` may clear at all and is the person asked, or of the group that was."""
    if not user.has_perm("readouts.clear_readout"):
        return False
    if clearance.person_id:
        return clearance.person_id == user.pk
    return user.groups.filter(pk=clearance.group_id).exists()


def _in_the_way(
    clearance: Clearance, readout: Readout, by: User, answer: str, remark: str
) -> str | None:
    if not may_answer(clearance, by):
        return f"Only {clearance.person or clearance.group} can answer this request."
    if clearance.answer != Clearance.Answer.PENDING:
        return "This request was answered already. Ask again if the answer has changed."
    if answer not in Clearance.Answer.values or answer == Clearance.Answer.PENDING:
        return "Choose an answer."
    if clearance.digest != content.digest(content.snapshot(readout)):
        return "The text changed since you were asked. Ask for a new request on the new text."
    if answer in (Clearance.Answer.OBJECTS, Clearance.Answer.CLEARED_WITH_EDITS) and not remark:
        return "Say in the remark what you object to, or which edits you need."
    return None
