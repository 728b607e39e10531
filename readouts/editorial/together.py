"""One step of the workflow taken by many readouts at once.

Each stands afterwards exactly as if `workflow.perform` had taken the step for it alone (a test
compares); permission and guards are those of the table. Only what is read and written is read and
written for some hundred at a time.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction

from readouts.editorial import workflow
from readouts.editorial.case import Case, cases_of
from readouts.editorial.log import Robot, record_events, unchained
from readouts.editorial.workflow import Refusal, Refused, Transition
from readouts.models.readout import Readout

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_AT_ONCE = 500
# Steps with an effect on several at once; every other step is for `workflow.perform` alone.
STEPS = frozenset(row.name for row in workflow.TRANSITIONS if row.effect_on_all)


def perform_all(
    readouts: Iterable[int], name: str, actor: User | Robot, *, note: str = "", **options: Any
) -> int:
    """Carry out the transition `name`, one of `STEPS`, for the readouts of these primary keys and
    return how many they are; `note` and `options` are those of `workflow.perform`.

    One transaction. Raises Refused on the first readouts that may not take the step, with every
    reason behind the reference of its readout, and changes nothing then; KeyError for a step that
    only `workflow.perform` takes.
    """
    if name not in STEPS:
        raise KeyError(name)
    transition, count, keys = workflow.BY_NAME[name], 0, iter(sorted(readouts))
    with transaction.atomic():
        while some := list(itertools.islice(keys, _AT_ONCE)):
            rows = Readout.objects.select_for_update(of=("self",)).filter(pk__in=some)
            locked = list(rows.order_by("pk"))
            _perform(transition, cases_of(locked, actor, note=note.strip(), options=options))
            count += len(locked)
    return count


def _perform(transition: Transition, cases: Sequence[Case]) -> None:
    if refusals := [refusal for case in cases for refusal in _refusals(transition, case)]:
        raise Refused(transition, refusals)
    digests = [case.digest for case in cases]
    if transition.effect_on_all is None:  # pragma: no cover - `perform_all` has asked
        raise LookupError(transition.name)
    details = transition.effect_on_all(cases)
    record_events(
        [
            unchained(
                case.readout,
                transition.name,
                case.actor,
                to_state=transition.target,
                note=case.note,
                digest=digest,
                details=told,
            )
            for case, digest, told in zip(cases, digests, details, strict=True)
        ]
    )
    workflow.let_stand(transition, [case.readout for case in cases])


def _refusals(transition: Transition, case: Case) -> list[Refusal]:
    return [
        Refusal(refusal.rule, f"{case.readout.reference}: {refusal.sentence}")
        for refusal in workflow.reasons_against(transition, case)
    ]
