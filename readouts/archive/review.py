"""A record that changed since it was loaded: its new words become a revision for review, beside
what is public, and people decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from readouts.archive.keeping import keep_source
from readouts.archive.outcomes import Planned
from readouts.editorial import content, desk_copy, workflow
from readouts.editorial.log import ARCHIVE_LOADER, Robot
from readouts.models.readout import Readout, State
from readouts.models.source import ImportBatch, SourceRecord

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from readouts.archive.records import Record

# What an undone load withdrew comes back by another load; that needs no approver.
_REINSTATER = Robot(ARCHIVE_LOADER, frozenset({"reinstate"}))


def bring(one: Planned, batch: ImportBatch, by: User | Robot) -> str:
    """Write what a changed record says into its readout and ask for review; returns why it waits
    as a draft, if it could not be submitted, or ""."""
    readout = _readout(one)
    shape = one.versions[-1].shape
    if readout.state in (State.PUBLISHED, State.WITHDRAWN):
        readout = workflow.perform(readout, "start_correction", by)
    shape["note"] = shape["note"] or _note(one)
    desk_copy.write(readout, shape)
    workflow.record(readout, by)
    _keep(one, readout, batch, SourceRecord.Outcome.CHANGED)
    if readout.state != State.DRAFT:
        return ""
    try:
        workflow.perform(readout, "submit", by)
    except workflow.Refused as refused:
        return str(refused)
    return ""


def reinstate(one: Planned, batch: ImportBatch) -> None:
    """Make public again what an undone load had withdrawn and another load brings unchanged."""
    note = f"Loaded again, batch {batch.pk}."
    readout = workflow.perform(_readout(one), "reinstate", _REINSTATER, note=note, batch=batch.pk)
    _keep(one, readout, batch, SourceRecord.Outcome.NEW)


def protect(one: Planned, batch: ImportBatch) -> None:
    """Keep what a record said that may not overwrite what people wrote; once, however often it is
    loaded."""
    readout = _readout(one)
    sources = SourceRecord.objects.filter(readout=readout, outcome=SourceRecord.Outcome.PROTECTED)
    if not sources.filter(record_digest=one.digest).exists():
        _keep(one, readout, batch, SourceRecord.Outcome.PROTECTED, one.line.told)


def _readout(one: Planned) -> Readout:
    if one.standing is None:  # pragma: no cover - only what stands here is changed
        raise LookupError(one.reference)
    return Readout.objects.get(pk=one.standing.readout)


def _keep(
    one: Planned,
    readout: Readout,
    batch: ImportBatch,
    outcome: SourceRecord.Outcome,
    record: Record | None = None,
) -> None:
    last = content.last_revision(readout)
    keep_source(
        readout,
        one.line.told.source,
        batch=batch,
        outcome=outcome,
        revision=last.number if last else None,
        **load_columns(one),
        record=to_builtins(record) if record else None,
    )


def load_columns(one: Planned) -> dict[str, Any]:
    """Where in which file a record stood, and what the loader found of it."""
    return {
        "file": (one.line.told.source and one.line.told.source.file) or one.line.file,
        "load_file": one.line.file,
        "load_line": one.line.number,
        "record_digest": one.digest,
        "findings": [str(doubt) for doubt in one.doubts],
    }


def _note(one: Planned) -> str:
    """What a change is about, for whoever reviews it, where its source does not say."""
    names = ", ".join(name.replace("_", " ") for name in one.differing) or "its words"
    stays = " There it stays withdrawn." if one.withdrawal else ""
    return f"The archive’s source now differs in {names}.{stays}"
