"""What a transition does beside moving the state, one function each; called by `workflow` alone.

What an effect returns is kept in the details of the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readouts.editorial import content, desk_copy, provenance, publishing
from readouts.editorial.case import Case
from readouts.editorial.log import Robot


def mark_approved(case: Case) -> dict[str, Any]:
    case.readout.approved_revision = case.revision
    return {"revision": case.revision.number if case.revision else None}


def drop_approval(case: Case) -> None:
    case.readout.approved_revision = None


def set_due(case: Case) -> dict[str, Any]:
    case.readout.due_at = case.due_at
    return {"due_at": case.due_at.isoformat() if case.due_at else None}


def publish_approved(case: Case) -> dict[str, Any]:
    """Send the approved revision onward, never whatever the form now holds."""
    approved = case.readout.approved_revision
    if approved is None:  # pragma: no cover - the guard has asked; the type checker has not
        raise LookupError("Publishing without an approved revision.")
    return _issue(case, approved.shape, approved.number)


def publish_recorded(case: Case) -> dict[str, Any]:
    details = _issue(case, case.shape, case.revision.number if case.revision else 0)
    case.readout.approved_revision = None
    return details | {"authority": case.options.get("authority", "")}


def _issue(case: Case, shape: Any, revision: int) -> dict[str, Any]:
    source = provenance.of_version(case.readout, case.live, revision=revision)
    publication = publishing.publish(case.readout, shape, at=case.now, source=source)
    return {"version": publication.number, "revision": revision, "grade": publication.grade}


def begin_correction(case: Case) -> None:
    """A fresh correction carries no old note and no old approval. Taking the note away is a change
    of the text: recorded, so that whoever writes the same note again is a contributor."""
    case.readout.correction_note = ""
    case.readout.approved_revision = None
    content.record_revision(case.readout, Robot("start of a correction"))


def return_to_live_text(case: Case) -> dict[str, Any]:
    """The working copy reads as the public does; what was in hand stays in its revisions, and an
    approval of it is void."""
    if case.live is None:
        return {}
    if case.digest != case.live.digest:
        desk_copy.write(case.readout, case.live.shape)
        content.record_revision(case.readout, Robot("return to the public text"))
    case.readout.approved_revision = None
    return {"version": case.live.number} | _told(case, "undone")


def withdraw(case: Case) -> dict[str, Any]:
    return withdraw_all([case])[0]


def withdraw_all(cases: Sequence[Case]) -> list[dict[str, Any]]:
    """Withdraw what is public in several cases, all of one moment, one reason, and one choice
    whether the text is removed."""
    one = cases[0]
    removed = bool(one.options.get("text_removed"))
    public = [case.live for case in cases if case.live]
    if len(public) < len(cases):  # pragma: no cover - the guard has asked
        raise LookupError("Withdrawing what is not public.")
    publishing.withdraw_all(public, one.note, text_removed=removed, at=one.now)
    return [return_to_live_text(case) | {"text_removed": removed} for case in cases]


def reinstate(case: Case) -> dict[str, Any]:
    if case.live is None:  # pragma: no cover - the state has said
        raise LookupError("Reinstating what was never public.")
    publishing.reinstate(case.live)
    return {"version": case.live.number} | _told(case, "batch")


def _told(case: Case, name: str) -> dict[str, Any]:
    """The key of a load, where a load or its undoing took the step."""
    return {name: case.options[name]} if name in case.options else {}


def load_series(case: Case) -> dict[str, Any]:
    """The loader publishes whole series beside this; the log says which text it loaded."""
    return {
        "revision": case.revision.number if case.revision else None,
        "batch": case.options.get("batch"),
    }
