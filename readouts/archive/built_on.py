"""Whether anybody has built on a load, so that it can no longer be undone whole."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from readouts.archive.wording import NAMED, listed
from readouts.editorial.log import ARCHIVE_LOADER
from readouts.models.readout import Readout, State
from readouts.models.record import Event, Revision
from readouts.models.source import ImportBatch, SourceRecord

NEW, CHANGED = SourceRecord.Outcome.NEW, SourceRecord.Outcome.CHANGED


def in_the_way(batch: ImportBatch) -> list[str]:
    """Why a load cannot be undone, in sentences with the cure; empty when it can be."""
    if batch.undone_at:
        return [f"This load was undone already, by {batch.undone_by_name}."]
    new, changed = brought(batch, NEW), brought(batch, CHANGED)
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


def brought(batch: ImportBatch, outcome: str) -> QuerySet[Readout]:
    """The readouts of which a load brought a record with this outcome."""
    sources = SourceRecord.objects.filter(readout=OuterRef("pk"), batch=batch, outcome=outcome)
    return Readout.objects.filter(Exists(sources))


def _changed_later(batch: ImportBatch) -> Exists:
    """A load after this one brought a change that is not undone."""
    sources = SourceRecord.objects.filter(readout=OuterRef("pk"), outcome=CHANGED)
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
    by_record = Q(verb="withdraw", actor=None, actor_name=ARCHIVE_LOADER)
    by_record &= ~Q(details__has_key="undone")
    other_undone = Q(verb__startswith="discard_", details__has_key="undone")
    return Q(
        _last_event(by_load | by_record | other_undone),
        _last_words(batch),
        state__in=[State.PUBLISHED, State.WITHDRAWN],
    )


def _waits_as_loaded(batch: ImportBatch) -> Q:
    """The change waits as the load brought it, or somebody has discarded it."""
    # A change that took the place of another stands where that one was brought to.
    loads = SourceRecord.objects.filter(readout=OuterRef("readout"), outcome=CHANGED)
    by_a_load = Exists(loads.filter(batch__by_name=OuterRef("actor_name")))
    by_load = Q(by_a_load, verb__in=["start_correction", "submit"])
    waits = Q(_last_event(by_load), _last_words(batch), state__in=[State.DRAFT, State.IN_REVIEW])
    return waits | Q(_last_event(Q(verb__startswith="discard_")))


def _translations(new: QuerySet[Readout]) -> QuerySet[Readout]:
    """Translations of what this load brought, which it did not bring."""
    others = Readout.objects.filter(translation_of__in=new.values("pk"))
    return others.exclude(pk__in=new.values("pk")).exclude(state=State.WITHDRAWN)


def _listed(rows: QuerySet[Readout]) -> str:
    """Some references, and how many there are besides; "" for none."""
    references = list(rows.order_by("reference").values_list("reference", flat=True)[:NAMED])
    return listed(references, len(references) if len(references) < NAMED else rows.count())
