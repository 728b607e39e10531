"""A load is taken back: what it made public is withdrawn, what it brought to review is discarded.

Nothing once public is deleted, so the same file loaded again makes the same records public again.
Only a load on which nobody has built can be undone; people decide about single records.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import OperationalError, connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from readouts.archive.load import be_alone
from readouts.editorial import content, together, workflow
from readouts.editorial.log import ARCHIVE_LOADER, Robot, name_of, user_of
from readouts.models.readout import Readout, State
from readouts.models.record import Event, Revision
from readouts.models.source import ImportBatch, SourceRecord

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_UNDOER = Robot(ARCHIVE_LOADER, frozenset({"withdraw", "discard_correction", "discard_reissue"}))
PERMISSION = "readouts.undo_importbatch"
# So many references are named in a refusal.
_NAMED = 5
_AT_ONCE = 500
_HELD = "A load, or somebody at the desk, holds the database. Undo it when that has ended."
_NEW, _CHANGED = SourceRecord.Outcome.NEW, SourceRecord.Outcome.CHANGED


class NotUndone(ValueError):  # noqa: N818 - it says what happened to the load
    """Nothing was undone; `str()` says why, and what to do instead."""


class Undone(NamedTuple):
    """How many records were withdrawn, and how many changes that waited were discarded."""

    withdrawn: int
    discarded: int

    @property
    def told(self) -> str:
        return f"Records withdrawn: {self.withdrawn}; changes discarded: {self.discarded}."


def undo(batch: ImportBatch, by: User | Robot, *, reason: str, dry_run: bool = False) -> Undone:
    """Withdraw every record that this load made public, with the public `reason`, and discard the
    changes of it that still wait for review; all in one transaction.

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
        done = Undone(_withdraw_all(locked, reason), _discard_all(locked))
        locked.undone_at = timezone.now()
        locked.undone_by, locked.undone_by_name = user_of(by), name_of(by)
        locked.undo_reason = reason
        locked.save(update_fields=["undone_at", "undone_by", "undone_by_name", "undo_reason"])
        transaction.set_rollback(dry_run)
    batch.refresh_from_db()
    return done


def size(batch: ImportBatch) -> int:
    """How many records an undo of this load is about, as the load counted them."""
    return batch.sources.filter(outcome__in=[_NEW, _CHANGED]).count()


@contextmanager
def _alone() -> Iterator[None]:
    """One transaction, begun when no load runs. Raises NotUndone when SQLite is held for long."""
    with ExitStack() as stack:
        try:
            stack.enter_context(transaction.atomic())
        except OperationalError as error:
            if connection.vendor == "sqlite" and "locked" in str(error):
                raise NotUndone(f"Nothing was undone. {_HELD}") from error
            raise
        be_alone()
        yield


# --- what is in the way -------------------------------------------------------------------------


def in_the_way(batch: ImportBatch) -> list[str]:
    """Why a load cannot be undone, in sentences with the cure; empty when it can be."""
    if batch.undone_at:
        return [f"This load was undone already, by {batch.undone_by_name}."]
    new, changed = _brought(batch, _NEW), _brought(batch, _CHANGED)
    if not new.exists() and not changed.exists():
        return ["This load brought no records, so there is nothing to undo."]
    later = _changed_later(batch)
    worked_on = new.exclude(later).exclude(_stands_as_loaded(batch)) | changed.exclude(
        later
    ).exclude(_waits_as_loaded(batch))
    return [
        sentence.format(names)
        for sentence, rows in (
            (
                "A later load brought changes to {}. Undo that load first.",
                (new | changed).filter(later),
            ),
            (
                "People have worked on {} since. What they did stands: withdraw the records "
                "that are wrong one by one, at the desk.",
                worked_on,
            ),
            (
                "{} is a translation of a record of this load, and came from elsewhere. Withdraw "
                "it first, or undo the load that brought it.",
                _translations(new),
            ),
        )
        if (names := _listed(rows))
    ]


def _brought(batch: ImportBatch, outcome: str) -> QuerySet[Readout]:
    sources = SourceRecord.objects.filter(readout=OuterRef("pk"), batch=batch, outcome=outcome)
    return Readout.objects.filter(Exists(sources))


def _changed_later(batch: ImportBatch) -> Exists:
    """A load after this one brought a change that is not undone."""
    sources = SourceRecord.objects.filter(readout=OuterRef("pk"), outcome=_CHANGED)
    return Exists(sources.filter(batch__gt=batch.pk, batch__undone_at=None))


def _last_event(condition: Q) -> Exists:
    """The last line of the log is such a one."""
    later = Event.objects.filter(readout=OuterRef("readout"), number__gt=OuterRef("number"))
    return Exists(Event.objects.filter(condition, ~Exists(later), readout=OuterRef("pk")))


def _last_words(batch: ImportBatch) -> Exists:
    """The last revision is what this load brought."""
    later = Revision.objects.filter(readout=OuterRef("readout"), number__gt=OuterRef("revision"))
    sources = SourceRecord.objects.filter(~Exists(later), readout=OuterRef("pk"), batch=batch)
    return Exists(sources)


def _stands_as_loaded(batch: ImportBatch) -> Q:
    """Nothing has happened since the load, but what another load did and was undone."""
    by_load = Q(verb__in=["load_archive", "reinstate"], details__batch=batch.pk)
    by_record = Q(verb="withdraw", actor=None, actor_name=_UNDOER.name)
    by_record &= ~Q(details__has_key="undone")
    other_undone = Q(verb__startswith="discard_", details__has_key="undone")
    return Q(
        _last_event(by_load | by_record | other_undone),
        _last_words(batch),
        state__in=[State.PUBLISHED, State.WITHDRAWN],
    )


def _waits_as_loaded(batch: ImportBatch) -> Q:
    """The change waits as the load brought it, or somebody has discarded it."""
    by_load = Q(verb__in=["start_correction", "submit"], actor=batch.by, actor_name=batch.by_name)
    waits = Q(_last_event(by_load), _last_words(batch), state__in=[State.DRAFT, State.IN_REVIEW])
    return waits | Q(_last_event(Q(verb__startswith="discard_")))


def _translations(new: QuerySet[Readout]) -> QuerySet[Readout]:
    """Translations of what this load brought, which it did not bring."""
    others = Readout.objects.filter(translation_of__in=new.values("pk"))
    return others.exclude(pk__in=new.values("pk")).exclude(state=State.WITHDRAWN)


def _listed(rows: QuerySet[Readout]) -> str:
    """Some references, and how many there are besides."""
    references = list(rows.order_by("reference").values_list("reference", flat=True)[:_NAMED])
    if len(references) < _NAMED:
        return ", ".join(references)
    rest = rows.count() - _NAMED
    return ", ".join(references) + (f" and {rest} more" if rest else "")


# --- taking back --------------------------------------------------------------------------------


def _withdraw_all(batch: ImportBatch, reason: str) -> int:
    public = _brought(batch, _NEW).filter(state=State.PUBLISHED)
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


def _discard_all(batch: ImportBatch) -> int:
    count = 0
    waiting = _brought(batch, _CHANGED).filter(state__in=[State.DRAFT, State.IN_REVIEW])
    for readout in _each(waiting):
        live = workflow.live_publication(readout)
        is_notice = live is not None and live.withdrawn_at is not None
        _perform(readout, "discard_reissue" if is_notice else "discard_correction", batch)
        _stands_again(readout, batch)
        count += 1
    return count


def _perform(readout: Readout, step: str, batch: ImportBatch, **words: Any) -> None:
    try:
        workflow.perform(readout, step, _UNDOER, undone=batch.pk, **words)
    except workflow.Refused as refused:
        raise NotUndone(f"{readout.reference} cannot be taken back: {refused}") from refused


def _stands_again(readout: Readout, batch: ImportBatch) -> None:
    """What the load before this one brought is the last word again, so that a later load does not
    take the return to it for the work of an editor."""
    before = SourceRecord.objects.filter(readout=readout).exclude(batch=batch)
    before = before.exclude(outcome=SourceRecord.Outcome.PROTECTED)
    before = before.exclude(outcome=_CHANGED, batch__undone_at__isnull=False).order_by("-pk")
    last = content.last_revision(readout)
    if last and (source := before.defer("raw").first()):
        SourceRecord.objects.filter(pk=source.pk).update(revision=last.number)


def _each(rows: QuerySet[Readout]) -> Iterator[Readout]:
    """Readouts some at a time; which they are is settled before the first changes."""
    keys = iter(list(rows.order_by("pk").values_list("pk", flat=True)))
    while some := list(itertools.islice(keys, _AT_ONCE)):
        yield from Readout.objects.filter(pk__in=some).order_by("pk")
