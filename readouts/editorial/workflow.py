"""The workflow of the office: one table, and the one function that carries out a row of it.

`perform` is the only writer of `Readout.state`; buttons, list actions, commands, the schedule and
the loader all call it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from readouts.editorial import content, effects
from readouts.editorial import readiness as is_ready
from readouts.editorial.log import Robot, record_event
from readouts.editorial.readiness import Case, Guard
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True)
class Transition:
    """One row of the table. `note` says whether words are required, and for whose eyes."""

    name: str
    label: str
    sources: frozenset[str]
    target: str
    guards: tuple[Guard, ...] = ()
    note: Literal["", "internal", "public"] = ""
    effect: Callable[[Case], dict[str, Any] | None] | None = None
    # The same effect on several readouts at once, for steps that leave neither an approval nor a
    # moment to publish at; see `editorial.together`.
    effect_on_all: Callable[[Sequence[Case]], list[dict[str, Any]]] | None = None
    # Taken by the system itself when its cause arises; never offered as a button.
    is_automatic: bool = False
    explanation: str = ""

    @property
    def permission(self) -> str:
        return f"readouts.{self.name}_readout"


@dataclass(frozen=True)
class Refusal:
    """Why a transition may not be taken: the rule by name, and the sentence people read."""

    rule: str
    sentence: str


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A transition was refused; `refusals` holds every reason, `str()` their sentences."""

    def __init__(self, transition: Transition, refusals: list[Refusal]) -> None:
        self.transition = transition
        self.refusals = refusals
        super().__init__(" ".join(refusal.sentence for refusal in refusals))


# --- the table ----------------------------------------------------------------------------------

_IN_HAND = frozenset({State.DRAFT, State.IN_REVIEW, State.APPROVED})
_WHOLE = (
    is_ready.text_is_recorded,
    is_ready.content_is_complete,
    is_ready.title_is_canonical_or_explained,
    is_ready.correction_has_a_note,
    is_ready.mandate_fits_the_date,
    is_ready.titles_fit_the_date,
    is_ready.original_is_not_itself_a_translation,
)
_CLEARED = (
    is_ready.text_is_recorded,
    is_ready.approval_still_holds,
    is_ready.clearances_are_given,
)


def _from(*states: str) -> frozenset[str]:
    return frozenset(states)


TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        "submit", "Submit for review", _from(State.DRAFT), State.IN_REVIEW,
        guards=(is_ready.actor_contributed, *_WHOLE),
        explanation="The text is whole and goes to review.",
    ),
    Transition(
        "recall", "Recall from review", _from(State.IN_REVIEW), State.DRAFT,
        guards=(is_ready.actor_contributed,),
        explanation="A contributor takes the text back to work on it.",
    ),
    Transition(
        "approve", "Approve", _from(State.IN_REVIEW), State.APPROVED,
        guards=(is_ready.actor_wrote_none_of_it, *_WHOLE, is_ready.clearances_are_given),
        effect=effects.mark_approved,
        explanation="A second person approves exactly this text.",
    ),
    Transition(
        "request_changes", "Request changes", _from(State.IN_REVIEW, State.APPROVED), State.DRAFT,
        note="internal", effect=effects.drop_approval,
        explanation="The text goes back to its writers with a reason.",
    ),
    Transition(
        "void_approval", "Approval void", _from(State.APPROVED), State.IN_REVIEW,
        effect=effects.drop_approval, is_automatic=True,
        explanation="The text changed, so its approval no longer counts.",
    ),
    Transition(
        "schedule", "Schedule", _from(State.APPROVED), State.SCHEDULED,
        guards=(*_CLEARED, is_ready.due_time_is_ahead, is_ready.due_time_is_after_the_embargo),
        effect=effects.set_due,
        explanation="The approved text is locked and publishes itself when it is due.",
    ),
    Transition(
        "unschedule", "Take off the schedule", _from(State.SCHEDULED), State.APPROVED,
        explanation="The approval stays; the moment is dropped.",
    ),
    Transition(
        "publish", "Publish now", _from(State.APPROVED, State.SCHEDULED), State.PUBLISHED,
        guards=(*_CLEARED, is_ready.schedule_is_due, is_ready.embargo_is_over,
                is_ready.correction_has_a_note),
        effect=effects.publish_approved,
        explanation="Exactly the approved text becomes public.",
    ),
    Transition(
        "publish_urgently", "Publish urgently, without approval",
        _from(State.DRAFT, State.IN_REVIEW), State.PUBLISHED,
        guards=(is_ready.authority_is_named, is_ready.text_is_recorded,
                is_ready.content_is_complete, is_ready.embargo_is_over,
                is_ready.correction_has_a_note),
        note="internal", effect=effects.publish_recorded,
        explanation="Break glass: on named authority; a second person must review it after.",
    ),
    Transition(
        "review_afterwards", "Record the review after urgent publication",
        _from(State.PUBLISHED), State.PUBLISHED,
        guards=(is_ready.urgent_review_is_open, is_ready.actor_did_not_publish_it,
                is_ready.actor_wrote_none_of_what_it_published),
        note="internal",
        explanation="A second person says what the review of an urgent publication found.",
    ),
    Transition(
        "start_correction", "Start a correction",
        _from(State.PUBLISHED, State.WITHDRAWN), State.DRAFT,
        effect=effects.begin_correction,
        explanation="The text is edited beside the public one, which stays as it is.",
    ),
    Transition(
        "discard_correction", "Discard the correction", _IN_HAND, State.PUBLISHED,
        guards=(is_ready.something_is_public,), effect=effects.return_to_live_text,
        explanation="The public text stands; what was in hand stays in the revisions.",
    ),
    Transition(
        "discard_reissue", "Discard the new version", _IN_HAND, State.WITHDRAWN,
        guards=(is_ready.notice_is_public, is_ready.register_still_names_it),
        effect=effects.return_to_live_text,
        explanation="The withdrawal stands; what was in hand stays in the revisions.",
    ),
    Transition(
        "withdraw", "Withdraw",
        _IN_HAND | {State.PUBLISHED, State.SCHEDULED, State.HELD}, State.WITHDRAWN,
        guards=(is_ready.something_is_public,), note="public", effect=effects.withdraw,
        effect_on_all=effects.withdraw_all,
        explanation="The page becomes a notice with the reason.",
    ),
    Transition(
        "reinstate", "Reinstate", _from(State.WITHDRAWN), State.PUBLISHED,
        guards=(is_ready.text_is_here, is_ready.register_still_names_it), note="internal",
        effect=effects.reinstate,
        explanation="The withdrawn text is public again, unchanged.",
    ),
    Transition(
        "hold", "Hold for internal use", _from(State.APPROVED), State.HELD,
        guards=_CLEARED, note="internal",
        explanation="Cleared, and not for publication.",
    ),
    Transition(
        # No guards: a held text cannot be edited or asked about, so whatever voids its approval
        # must be mended after; publishing asks everything again.
        "release", "Release for publication", _from(State.HELD), State.APPROVED,
        note="internal",
        explanation="The held text may be published after all.",
    ),
    Transition(
        "load_archive", "Load as archive record", _from(State.DRAFT), State.PUBLISHED,
        guards=(is_ready.record_is_from_an_archive, is_ready.text_is_recorded,
                is_ready.content_is_complete, is_ready.series_is_public),
        effect=effects.load_series, is_automatic=True,
        explanation="An archive record was approved elsewhere; no approval is invented here.",
    ),
)  # fmt: skip
BY_NAME = {transition.name: transition for transition in TRANSITIONS}
# Permissions that move no state: see `editorial.clearances`.
VERBS_BESIDE_THE_TABLE = ("ask_clearance", "clear")
# Rows the system takes by itself need no permission of a person.
WITHOUT_PERMISSION = ("void_approval",)


# --- asking -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """A transition that leads on from here, with every reason why this actor cannot take it."""

    transition: Transition
    refusals: list[Refusal]

    @property
    def is_open(self) -> bool:
        return not self.refusals


def available(readout: Readout, actor: User | Robot) -> list[Step]:
    """Every transition that leads on from this state, with its refusals for this actor; what only
    the request can supply (a reason, a time, an authority) is not yet asked for.

    It draws the buttons and the readiness panel; there is no second list.
    """
    case = Case(readout, actor)
    supplied_later: set[Guard] = {is_ready.due_time_is_ahead, is_ready.authority_is_named}
    return [
        Step(transition, _refusals(transition, case, skip=supplied_later))
        for transition in TRANSITIONS
        if readout.state in transition.sources
        and not transition.is_automatic
        and _concerns(transition, case)
    ]


def _concerns(transition: Transition, case: Case) -> bool:
    """Steps about a public text are not shown where there is none, nor reviews nobody owes."""
    about = {
        "discard_correction": lambda: is_ready.something_is_public(case) is None,
        "discard_reissue": lambda: is_ready.notice_is_public(case) is None,
        "withdraw": lambda: is_ready.something_is_public(case) is None,
        "review_afterwards": lambda: is_ready.urgent_review_is_open(case) is None,
    }
    asked = about.get(transition.name)
    return asked() if asked else True


def _refusals(transition: Transition, case: Case, *, skip: Collection[Guard] = ()) -> list[Refusal]:
    refusals = [] if (sentence := _not_permitted(transition, case.actor)) is None else [
        Refusal("permission", sentence)
    ]  # fmt: skip
    for guard in transition.guards:
        if guard not in skip and (sentence := guard(case)):
            refusals.append(Refusal(guard.__name__, sentence))
    return refusals


def _not_permitted(transition: Transition, actor: User | Robot) -> str | None:
    if transition.name in WITHOUT_PERMISSION:
        return f"“{transition.label}” is taken by the system when its cause arises."
    if isinstance(actor, Robot):
        allowed = transition.name in actor.may
    else:
        allowed = actor.is_active and actor.has_perm(transition.permission)
    if allowed:
        return None
    return f"“{transition.label}” is for {who_may(transition.name)}."


def require(name: str, actor: User | Robot) -> None:
    """Raise Refused unless this actor has the permission of the transition `name`."""
    if sentence := _not_permitted(BY_NAME[name], actor):
        raise Refused(BY_NAME[name], [Refusal("permission", sentence)])


def who_may(verb: str) -> str:
    """The groups that hold the permission of a verb, in words: "Approvers or Reviewers"."""
    names = list(
        Group.objects.filter(permissions__codename=f"{verb}_readout")
        .order_by("name")
        .values_list("name", flat=True)
    )
    return " or ".join(names) or "nobody yet: give a group the permission"


# --- performing ---------------------------------------------------------------------------------


def perform(
    readout: Readout,
    name: str,
    actor: User | Robot,
    *,
    note: str = "",
    expected_version: int | None = None,
    due_at: datetime.datetime | None = None,
    now: datetime.datetime | None = None,
    **options: Any,
) -> Readout:
    """Carry out the transition `name` and return the readout as it then stands.

    One transaction with the row locked. `expected_version` is the lock version the actor was
    shown; `due_at` an aware moment for `schedule`; `now` the moment it happens at, if not this
    one; `options` are `authority` (publish_urgently) and `text_removed` (withdraw), and the key of
    a load that takes the step (`batch`) or is taken back by it (`undone`). Raises Refused, with
    every reason, and changes nothing then.
    """
    transition = BY_NAME[name]
    with transaction.atomic():
        locked = Readout.objects.select_for_update(of=("self",)).get(pk=readout.pk)
        moment = now or timezone.now()
        case = Case(locked, actor, note=note.strip(), due_at=due_at, options=options, now=moment)
        if refusals := _stale(locked, expected_version) or reasons_against(transition, case):
            raise Refused(transition, refusals)
        _carry_out(transition, case)
    return locked


def _stale(readout: Readout, expected_version: int | None) -> list[Refusal]:
    if expected_version is None or expected_version == readout.lock_version:
        return []
    sentence = (
        "This readout changed since the page was opened, so nothing was done. "
        "Look at it as it stands now, then take the step again."
    )
    return [Refusal("version", sentence)]


def reasons_against(transition: Transition, case: Case) -> list[Refusal]:
    """Why this step may not be taken in this case: state, permission, guards and reason."""
    if case.readout.state not in transition.sources:
        state = case.readout.get_state_display()
        return [Refusal("state", f"“{transition.label}” is not possible from “{state}”.")]
    refusals = _refusals(transition, case)
    if transition.note and not case.note:
        refusals.append(Refusal("note", f"“{transition.label}” needs a reason. Write one."))
    return refusals


def _carry_out(transition: Transition, case: Case) -> None:
    readout = case.readout
    digest = case.digest
    details = (transition.effect(case) if transition.effect else None) or {}
    record_event(
        readout,
        transition.name,
        case.actor,
        to_state=transition.target,
        note=case.note,
        digest=digest,
        details=details,
    )
    readout.state = transition.target
    if transition.target != State.SCHEDULED:
        readout.due_at = None
    if transition.target == State.DRAFT:
        readout.approved_revision = None
    readout.lock_version += 1
    readout.save()
    readout.save_standing()


def let_stand(transition: Transition, readouts: Sequence[Readout]) -> None:
    """Write where readouts stand after a step that leaves neither an approval nor a moment to
    publish at; for `editorial.together` alone."""
    Readout.objects.filter(pk__in=[readout.pk for readout in readouts]).update(
        state=transition.target,
        due_at=None,
        approved_revision=None,
        lock_version=F("lock_version") + 1,
        changed_at=timezone.now(),
    )


# --- saving content -----------------------------------------------------------------------------


def begin_anew(readout: Readout) -> None:
    """Take the state of a readout that a fixture brought and nothing here accounts for as none: it
    begins as a draft and takes the steps of the table like any other."""
    if not readout.events.exists():
        readout.state = State.DRAFT
        readout.save_standing()


def record(readout: Readout, author: User | Robot) -> bool:
    """Record the working copy after a save: a revision if its content changed, or nothing.

    An approval of the old text is voided, visibly. Returns whether anything changed. Raises
    Refused when the text is locked; call it in the transaction of the save, which then rolls back.
    """
    with transaction.atomic():
        locked = Readout.objects.select_for_update(of=("self",)).get(pk=readout.pk)
        revision = content.record_revision(locked, author)
        if revision is None:
            return False
        if not locked.is_editable:
            state = locked.get_state_display()
            sentence = (
                f"The text is locked while it is “{state}”. Start a correction, or recall it."
            )
            raise Refused(BY_NAME["void_approval"], [Refusal("locked", sentence)])
        Readout.objects.filter(pk=locked.pk).update(lock_version=F("lock_version") + 1)
        if locked.state == State.APPROVED:
            locked.refresh_from_db()
            _carry_out(BY_NAME["void_approval"], Case(locked, author))
    readout.refresh_from_db()
    return True


def live_publication(readout: Readout) -> Publication | None:
    """What the public reads of this readout now, if anything; a withdrawn notice included."""
    return Publication.objects.current().filter(readout_id=readout.pk).first()
