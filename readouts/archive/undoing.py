"""A load is taken back: what it made public is withdrawn, what it brought to review is discarded.

Nothing once public is deleted, so the same file loaded again makes the same records public again.
Only a load on which nobody has built can be undone; people decide about single records.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from readouts.archive.alone import Busy, alone
from readouts.archive.built_on import CHANGED, NEW, brought, in_the_way
from readouts.editorial import content, desk_copy, together, workflow
from readouts.editorial.log import ARCHIVE_LOADER, Robot, name_of, user_of
from readouts.models.readout import Readout, State
from readouts.models.record import Revision
from readouts.models.source import ImportBatch, SourceRecord

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_UNDOER = Robot(ARCHIVE_LOADER, frozenset({"withdraw", "discard_correction", "discard_reissue"}))
PERMISSION = "readouts.undo_importbatch"
_AT_ONCE = 500
_HELD = "A load, or somebody at the desk, holds the database. Undo it when that has ended."


class NotUndone(ValueError):  # noqa: N818 - it says what happened to the load
    """Nothing was undone; `str()` says why, and what to do instead."""


class Undone(NamedTuple):
    """How many records were withdrawn, and how many changes that waited were discarded; `returned`
    of these gave way to the change of an earlier load, which waits again."""

    withdrawn: int
    discarded: int
    returned: int = 0

    @property
    def told(self) -> str:
        told = f"Records withdrawn: {self.withdrawn}; changes discarded: {self.discarded}"
        if self.returned:
            told += f", of which {self.returned} gave way to those of an earlier load"
        return f"{told}."


def undo(batch: ImportBatch, by: User | Robot, *, reason: str, dry_run: bool = False) -> Undone:
    """Withdraw every record that this load made public, with the public `reason`, and discard the
    changes of it that still wait for review; all in one transaction. Where such a change took the
    place of one that an earlier load had brought and nobody had decided about, that one waits
    again.

    What the record itself says is withdrawn stays as it is, and so do the register rows that the
    load made. `dry_run` does the same and takes it back; it needs no reason. Raises NotUndone, and
    changes nothing then, when it was undone before, when anybody has built on it, without a
    reason, for a person without the permission, and when the database is held.
    """
    reason = reason.strip() or ("A dry run." if dry_run else "")
    if not reason:
        raise NotUndone("Say why the load is undone; the public reads it at every record.")
    if not isinstance(by, Robot) and not by.has_perm(PERMISSION):
        raise NotUndone("Undoing a load is for people with the permission to undo loads.")
    with _alone():
        locked = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if found := in_the_way(locked):
            raise NotUndone(" ".join(found))
        done = Undone(_withdraw_all(locked, reason), *_discard_all(locked))
        locked.undone_at = timezone.now()
        locked.undone_by, locked.undone_by_name = user_of(by), name_of(by)
        locked.undo_reason = reason
        locked.save(update_fields=["undone_at", "undone_by", "undone_by_name", "undo_reason"])
        transaction.set_rollback(dry_run)
    batch.refresh_from_db()
    return done


def size(batch: ImportBatch) -> int:
    """How many records an undo of this load is about, as the load counted them."""
    return batch.sources.filter(outcome__in=[NEW, CHANGED]).count()


@contextmanager
def _alone() -> Iterator[None]:
    """One transaction, begun when no load runs. Raises NotUndone when the database is held."""
    try:
        with alone():
            yield
    except Busy as busy:
        raise NotUndone(f"Nothing was undone. {_HELD}") from busy


# --- taking back --------------------------------------------------------------------------------


def _withdraw_all(batch: ImportBatch, reason: str) -> int:
    public = brought(batch, NEW).filter(state=State.PUBLISHED)
    try:
        return together.perform_all(
            list(public.values_list("pk", flat=True)),
            "withdraw",
            _UNDOER,
            note=reason,
            undone=batch.pk,
            text_removed=True,
        )
    except workflow.Refused as refused:
        raise NotUndone(f"Nothing was undone. {refused}") from refused


def _discard_all(batch: ImportBatch) -> tuple[int, int]:
    count = returned = 0
    waiting = brought(batch, CHANGED).filter(state__in=[State.DRAFT, State.IN_REVIEW])
    for readout in _each(waiting):
        count += 1
        if replaced := _replaced(readout, batch):
            desk_copy.write(readout, replaced.shape)
            workflow.record(readout, _UNDOER)
            _stands_again(readout, batch)
            returned += 1
            continue
        live = workflow.live_publication(readout)
        is_notice = live is not None and live.withdrawn_at is not None
        _perform(readout, "discard_reissue" if is_notice else "discard_correction", batch)
        _stands_again(readout, batch)
    return count, returned


def _perform(readout: Readout, step: str, batch: ImportBatch, **words: Any) -> None:
    try:
        workflow.perform(readout, step, _UNDOER, undone=batch.pk, **words)
    except workflow.Refused as refused:
        raise NotUndone(f"{readout.reference} cannot be taken back: {refused}") from refused


def _stands_again(readout: Readout, batch: ImportBatch) -> None:
    """What the load before this one brought is the last word again, so that a later load does not
    take the return to it for the work of an editor."""
    last, source = content.last_revision(readout), _before(readout, batch)
    if last and source:
        SourceRecord.objects.filter(pk=source.pk).update(revision=last.number)


def _before(readout: Readout, batch: ImportBatch) -> SourceRecord | None:
    """What was loaded of this readout last, but for what this load brought or was undone."""
    before = readout.sources.taken().exclude(batch=batch)
    return before.order_by("-pk").defer("raw").first()


def _replaced(readout: Readout, batch: ImportBatch) -> Revision | None:
    """The words of an earlier load's change that waited for review when this load came."""
    before = _before(readout, batch)
    if before is None or before.outcome != CHANGED:
        return None
    own = SourceRecord.objects.get(readout=readout, batch=batch, outcome=CHANGED)
    numbers = [before.revision or 0, own.revision or 0]
    theirs, ours = readout.revisions.filter(number__in=numbers).order_by("number")
    decided = readout.events.exclude(verb__in=["start_correction", "submit"])
    return None if decided.filter(at__range=[theirs.at, ours.at]).exists() else theirs


def _each(rows: QuerySet[Readout]) -> Iterator[Readout]:
    """Readouts some at a time; which they are is settled before the first changes."""
    keys = iter(list(rows.order_by("pk").values_list("pk", flat=True)))
    while some := list(itertools.islice(keys, _AT_ONCE)):
        yield from Readout.objects.filter(pk__in=some).order_by("pk")
