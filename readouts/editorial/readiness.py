"""The guards: small questions, named for what must be true, each answered by nothing or by a
sentence that says what is in the way and who can clear it.

The same functions feed the readiness panel, the refusal and the tests.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from readouts.editorial import content, titles
from readouts.editorial.case import Case, Guard, contributors, urgent_publications
from readouts.editorial.log import Robot
from readouts.editorial.register_lookup import RegisterLookup
from readouts.folding import fold
from readouts.models.readout import Readout
from readouts.models.record import Clearance

__all__ = ["Case", "Guard", "contributors", "urgent_publications"]


# --- the text -----------------------------------------------------------------------------------


def text_is_recorded(case: Case) -> str | None:
    """Nothing stands in the working copy that no revision holds."""
    if case.revision and case.revision.digest == case.digest:
        return None
    return "The text holds changes that were never saved as a revision. Open it and save it once."


def content_is_complete(case: Case) -> str | None:
    return " ".join(content.problems(case.shape)) or None


def title_is_canonical_or_explained(case: Case) -> str | None:
    canonical = titles.canonical_title(case.shape)
    same = fold(canonical) == fold(case.shape["title"])
    if not canonical or same or case.readout.title_reason or case.readout.origin == "archive":
        return None
    return (
        f"The title differs from the one the encounters give (“{canonical}”). Use it, or say why."
    )


def correction_has_a_note(case: Case) -> str | None:
    """A second version tells the public what it changes, and is a change."""
    if case.live is None:
        return None
    if not case.shape["note"].strip():
        return "This corrects a published text. Say in the public note what the correction changes."
    if case.live.withdrawn_at is None and said(case.shape) == said(case.live.shape):
        return "Nothing differs from the published text. Change it, or discard the correction."
    return None


def said(shape: Any) -> str:
    """The digest of a shape without its correction note: whether the text itself differs."""
    return content.digest({**shape, "note": ""})  # type: ignore[typeddict-item]


def titles_fit_the_date(case: Case) -> str | None:
    """Register rows named by participants held their appointments on the day of the encounter."""
    misfits = [
        f"{person.name or person.official} is printed as {person.appointment}, "
        f"who did not hold that office on {encounter.date:%d %B %Y}."
        for encounter in case.readout.encounters.all()
        if encounter.date
        for person in encounter.participations.select_related(
            "appointment__organization", "official"
        )
        if person.appointment
        and not _held(person.appointment.pk, encounter.date, encounter.precision)
    ]
    if not misfits:
        return None
    return " ".join(misfits) + " Choose the appointment of that day, or mend the register."


def mandate_fits_the_date(case: Case) -> str | None:
    mandate = case.readout.mandate
    first = case.readout.encounters.first()
    if mandate is None or first is None or first.date is None:
        return None
    if _held(mandate.pk, first.date, first.precision):
        return None
    return (
        f"The principal’s mandate ({mandate}) does not cover the encounter of "
        f"{first.date:%d %B %Y}. Choose the mandate of that day."
    )


def _held(appointment: int, day: datetime.date, precision: str) -> bool:
    from readouts.models.register import Appointment

    return Appointment.objects.held_on(day, precision).filter(pk=appointment).exists()


def original_is_not_itself_a_translation(case: Case) -> str | None:
    original = case.readout.translation_of
    if original and original.translation_of_id:
        return "This is marked as a translation of a translation. Choose the original instead."
    return None


# --- the people ---------------------------------------------------------------------------------


def actor_wrote_none_of_it(case: Case) -> str | None:
    """The two-person rule: who changed the text since it was last approved cannot approve it."""
    if isinstance(case.actor, Robot):
        return "A machine cannot approve. Ask an approver who changed none of the text."
    if case.actor.pk not in case.contributors:
        return None
    names = ", ".join(case.contributors.values())
    return (
        f"You changed this text since it was last approved (contributors: {names}). "
        "Somebody in Approvers who changed nothing has to take this step."
    )


def actor_contributed(case: Case) -> str | None:
    """Submitting and recalling is for those who write the text."""
    authors = case.readout.revisions.values_list("author_id", "author_name")
    names: dict[int | None, str] = dict(authors)
    if isinstance(case.actor, Robot):
        # The loader brings a changed record to review under its own name.
        is_its_own = case.actor.name == names.get(None)
        return None if is_its_own else "A machine cannot take this step."
    if case.actor.pk in names:
        return None
    return f"Only a contributor can take this step: {', '.join(names.values()) or 'nobody yet'}."


def actor_did_not_publish_it(case: Case) -> str | None:
    """Whoever broke the glass does not say afterwards that it was right."""
    if isinstance(case.actor, Robot):
        return "A machine cannot review. Ask an approver who did not publish it."
    if case.actor.pk not in {event.actor_id for event in urgent_publications(case.readout)}:
        return None
    return "You published this urgently. A second person in Approvers has to review it."


def actor_wrote_none_of_what_it_published(case: Case) -> str | None:
    """Nor does whoever wrote words that went out without an approval."""
    wrote: dict[int | None, str] = {}
    for event in urgent_publications(case.readout):
        wrote |= contributors(case.readout, until=event)
    if isinstance(case.actor, Robot) or case.actor.pk not in wrote:
        return None
    return (
        f"You wrote some of what was published urgently (contributors: {', '.join(wrote.values())})"
        ". Somebody in Approvers who changed nothing has to review it."
    )


def clearances_are_given(case: Case) -> str | None:
    """Every clearance required is given on exactly this text; a lapse is never a yes."""
    asked = case.readout.clearances.filter(required=True)
    people = {(row.person_id, row.group_id): row for row in asked.order_by("pk")}
    missing = [
        str(row.person or row.group)
        for row in people.values()
        if row.digest != case.digest or row.answer not in Clearance.GIVEN
    ]
    if not missing:
        return None
    return f"Clearance on this text is missing from {', '.join(missing)}. Ask again if it changed."


# --- approval, schedule, embargo ----------------------------------------------------------------


def approval_still_holds(case: Case) -> str | None:
    approved = case.readout.approved_revision
    if approved is None:
        return "This text is not approved. Submit it and have it approved by a second person."
    if approved.digest != case.digest:
        return "The text changed after it was approved, so the approval is void. Have it approved."
    return None


def embargo_is_over(case: Case) -> str | None:
    until = case.readout.hold_until
    if until is None or until <= case.now:
        return None
    return f"The text is under embargo until {moment(until)}. Wait, or have the embargo lifted."


def due_time_is_ahead(case: Case) -> str | None:
    if case.due_at is None:
        return "Say when the text is to be published."
    if case.due_at <= case.now:
        return f"{moment(case.due_at)} has passed. Choose a moment to come, or publish now."
    return None


def due_time_is_after_the_embargo(case: Case) -> str | None:
    until = case.readout.hold_until
    if until is None or case.due_at is None or case.due_at >= until:
        return None
    return f"The embargo lasts until {moment(until)}. Schedule it for then or later."


def schedule_is_due(case: Case) -> str | None:
    """A machine publishes what is scheduled, when it is due, and nothing else."""
    if not isinstance(case.actor, Robot):
        return None
    if case.readout.due_at is None:
        return "This readout is not scheduled."
    if case.readout.due_at > case.now:
        return f"This readout is due at {moment(case.readout.due_at)}, not yet."
    return None


def moment(at: datetime.datetime, *, hour_known: bool = True) -> str:
    """A moment as the desk reads it, on the office's clock with its zone; its day alone where the
    hour is not known."""
    return f"{timezone.localtime(at):{'%-d %B %Y, %H:%M %Z' if hour_known else '%-d %B %Y'}}"


# --- what is public -----------------------------------------------------------------------------


def something_is_public(case: Case) -> str | None:
    if case.live and case.live.withdrawn_at is None:
        return None
    return "Nothing of this readout is public."


def notice_is_public(case: Case) -> str | None:
    if case.live and case.live.withdrawn_at:
        return None
    return "No withdrawal notice of this readout is public."


def register_still_names_it(case: Case) -> str | None:
    """The rows by which the public text was found can be found again."""
    if case.live is None:
        return None
    missing = RegisterLookup([case.live.shape]).missing()
    if not missing:
        return None
    return (
        f"The register no longer has {', '.join(missing)}, which the public text names. "
        "Put it back into the register under the same key."
    )


def text_is_here(case: Case) -> str | None:
    """A text that was removed before it was exported came back as its notice alone."""
    if case.live is None or case.live.body:
        return None
    return "Only the notice of this text came back, not the text. Start a new version and write it."


def urgent_review_is_open(case: Case) -> str | None:
    if urgent_publications(case.readout):
        return None
    return "No urgent publication of this readout waits for review."


def authority_is_named(case: Case) -> str | None:
    if str(case.options.get("authority", "")).strip():
        return None
    return "Name on whose authority the text is published without approval."


def series_is_public(case: Case) -> str | None:
    """What is called published is what the public reads."""
    if case.live and case.live.withdrawn_at is None and case.live.digest == case.digest:
        return None
    return (
        "The versions of this record are not public as it stands here. The loader publishes them "
        "first; one that was withdrawn is withdrawn after."
    )


def record_is_from_an_archive(case: Case) -> str | None:
    if case.readout.origin == Readout.Origin.ARCHIVE:
        return None
    return "Only archive records are loaded as published; a text of the office needs approval."
