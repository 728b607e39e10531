"""The demo's work in hand: drafts walked through the workflow by the demo's people, each to the
state its line names."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from django.db import transaction
from django.utils import timezone

from readouts.archive import drafts
from readouts.archive.versions import record_of
from readouts.editorial import workflow
from readouts.models.readout import Readout

if TYPE_CHECKING:
    from django.contrib.auth.models import User

People = dict[str, "User"]

# The steps to each state: what is done and by whom. The last one carries the line's note.
_STEPS: dict[str, list[tuple[str, str]]] = {
    "draft": [],
    "changes_requested": [("submit", "writer"), ("request_changes", "reviewer")],
    "in_review": [("submit", "writer")],
    "approved": [("submit", "writer"), ("approve", "approver")],
    "scheduled": [("submit", "writer"), ("approve", "approver"), ("schedule", "approver")],
    "held": [("submit", "writer"), ("approve", "approver"), ("hold", "approver")],
}
_AHEAD = datetime.timedelta(days=3)


def fill(path: Path, people: People) -> int:
    """Bring the lines of a desk file to their states; how many were not there before."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return sum(
        _correct(line, people) if "changes" in line else _write(line, people) for line in lines
    )


def _write(line: dict[str, Any], people: People) -> bool:
    record = drafts.record_from(line["record"])
    if Readout.objects.filter(reference=record.reference).exists():
        return False
    steps = _STEPS["changes_requested" if line.get("changes_requested") else line["state"]]
    with transaction.atomic():
        readout = drafts.begin(
            record,
            people["writer"],
            title_reason=line.get("title_reason", ""),
            hold_until=_moment(line.get("hold_until")),
        )
        for number, (step, who) in enumerate(steps, start=1):
            workflow.perform(
                readout,
                step,
                people[who],
                note=line["note"] if number == len(steps) else "",
                due_at=_due(line) if step == "schedule" else None,
            )
    return True


def _correct(line: dict[str, Any], people: People) -> bool:
    """Take a correction of a public text in hand, unless somebody did so already."""
    readout = Readout.objects.get(reference=line["reference"])
    if readout.events.filter(verb="start_correction").exists():
        return False
    live = workflow.live_publication(readout)
    if live is None:
        return False
    told = msgspec.to_builtins(record_of([live])) | line["changes"]
    with transaction.atomic():
        readout = workflow.perform(readout, "start_correction", people["writer"])
        record = drafts.record_from(told)
        drafts.rewrite(readout, record, people["writer"], note=line["note"])
    return True


def _moment(written: str | None) -> datetime.datetime | None:
    return datetime.datetime.fromisoformat(written) if written else None


def _due(line: dict[str, Any]) -> datetime.datetime:
    """The moment of the line; in a demo run after it, some days from now."""
    due, now = _moment(line["due"]), timezone.now()
    return due if due and due > now else now.replace(minute=0, second=0, microsecond=0) + _AHEAD
