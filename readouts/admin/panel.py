"""The workflow panel: where a readout stands, what blocks the next step and who can take it.

It shows what `workflow.available` says; there is no second list of steps or rules here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readouts.editorial import clearances, content, workflow
from readouts.editorial.log import name_of
from readouts.editorial.readiness import moment
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State
from readouts.models.record import Clearance, Event, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_VERBS = {
    "ask_clearance": "Clearance asked",
    "clear": "Clearance answered",
    "schedule_failed": "Scheduled publication failed",
    "set_embargo": "Embargo changed",
}
# Steps that undo or end something stand apart from those that lead on.
_GRAVE = frozenset({"publish_urgently", "withdraw", "discard_correction", "discard_reissue"})


@dataclass(frozen=True)
class Standing:
    """Where a readout stands, in lines of words."""

    state: str
    label: str
    lines: list[str]


@dataclass(frozen=True)
class AskedClearance:
    """A clearance with what became of it, and whether it is for this text and this person."""

    clearance: Clearance
    is_void: bool
    may_answer: bool

    @property
    def whom(self) -> str:
        person = self.clearance.person
        return name_of(person) if person else str(self.clearance.group)

    @property
    def by(self) -> str:
        return name_of(self.clearance.answered_by) if self.clearance.answered_by else ""

    @property
    def due(self) -> str:
        return moment(self.clearance.due_at) if self.clearance.due_at else ""

    @property
    def answered(self) -> str:
        return moment(self.clearance.answered_at) if self.clearance.answered_at else ""


@dataclass(frozen=True)
class Line:
    """One line of the log in words."""

    event: Event
    label: str
    at: str

    @property
    def states(self) -> str:
        before, after = self.event.from_state, self.event.to_state
        labels = dict(State.choices)
        return "" if before == after else f"{labels.get(before)} → {labels.get(after)}"

    @property
    def details(self) -> list[str]:
        said = self.event.details
        named = {
            "version": "public version {}",
            "revision": "revision {}",
            "grade": "grade: {}",
            "authority": "on the authority of {}",
            "asked": "asked: {}",
            "answer": "answer: {}",
        }
        return [words.format(said[key]) for key, words in named.items() if said.get(key)]


def state_of(readout: Readout) -> Standing:
    """Where the readout stands: public version, approval, due time, embargo."""
    live = workflow.live_publication(readout)
    lines = [_live_line(live), _approval_line(readout)]
    if readout.due_at:
        lines.append(f"Publishes itself at {moment(readout.due_at)}.")
    if readout.hold_until:
        lines.append(f"Embargo until {moment(readout.hold_until)}.")
    return Standing(readout.state, readout.get_state_display(), [line for line in lines if line])


def _live_line(live: Publication | None) -> str:
    if live is None:
        return "Nothing of it has been public."
    if live.withdrawn_at:
        return f"Version {live.number} was withdrawn on {moment(live.withdrawn_at)}."
    issued = moment(live.published_at, hour_known=live.published_hour_known)
    return f"The public reads version {live.number}, of {issued}."


def _approval_line(readout: Readout) -> str:
    approved = readout.approved_revision
    if approved is None:
        return ""
    event = readout.events.filter(verb="approve").order_by("-number").first()
    by = f" by {event.actor_name}, {moment(event.at)}" if event else ""
    return f"Revision {approved.number} is approved{by} (text {approved.digest[:8]})."


def panel(readout: Readout, user: User) -> dict[str, Any]:
    """Everything the panel and the lists below the form show."""
    steps = workflow.available(readout, user)
    digest = content.digest(content.snapshot(readout))
    return {
        "standing": state_of(readout),
        "open_steps": [s for s in steps if s.is_open and s.transition.name not in _GRAVE],
        "grave_steps": [s for s in steps if s.is_open and s.transition.name in _GRAVE],
        "blocked_steps": [_blocked(step) for step in steps if not step.is_open],
        "digest": digest,
        "clearances": _clearances(readout, user, digest),
        "may_ask_clearance": readout.is_editable
        and user.has_perm("readouts.ask_clearance_readout"),
        "live": workflow.live_publication(readout),
        "log": log(readout),
        "revisions": list(readout.revisions.defer("shape")),
        "sources": list(readout.sources.defer("raw").select_related("batch")),
        "translations": list(readout.translations.only("pk", "title", "language", "state")),
    }


def _blocked(step: workflow.Step) -> dict[str, Any]:
    """A step this person cannot take; one that is only for others says so and no more."""
    for_others = [r.sentence for r in step.refusals if r.rule == "permission"]
    in_the_way = [r.sentence for r in step.refusals if r.rule != "permission"]
    return {"transition": step.transition, "for_others": for_others, "in_the_way": in_the_way}


def _clearances(readout: Readout, user: User, digest: str) -> list[AskedClearance]:
    asked = readout.clearances.select_related("person", "group", "requested_by", "answered_by")
    return [
        AskedClearance(
            row,
            is_void=row.digest != digest,
            may_answer=row.answer == Clearance.Answer.PENDING
            and row.digest == digest
            and clearances.may_answer(row, user),
        )
        for row in asked.order_by("-pk")
    ]


def log(readout: Readout) -> list[Line]:
    """The log of a readout in words, the last line first."""
    labels = {row.name: row.label for row in workflow.TRANSITIONS} | _VERBS
    return [
        Line(event, labels.get(event.verb, event.verb), moment(event.at))
        for event in readout.events.order_by("-number")
    ]


def revision_words(revision: Revision) -> str:
    """A revision as a list names it."""
    return f"Revision {revision.number}, {revision.author_name}, {moment(revision.at)}"
