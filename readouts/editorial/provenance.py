"""Where the words of a version came from, as far as the public is told."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from readouts.models.publication import Publication
from readouts.models.readout import Readout
from readouts.models.source import SourceRecord

# What a source tells the public, as columns and as fields of a record.
TOLD = ("file", "url", "retrieved", "sha256", "layout", "fields", "warnings")
# Steps after which the working copy reads as the public does again.
_GIVEN_UP = ("discard_correction", "discard_reissue", "withdraw")


def told_of(source: SourceRecord) -> dict[str, Any]:
    """What the public is told of a source: everything that it says but its bytes. The name of the
    file it was loaded from is no source, but only stands in for one at the desk."""
    told = {name: value for name in TOLD if (value := getattr(source, name))}
    if source.file == source.load_file:
        told.pop("file", None)
    return told


def loaded(readout: Readout) -> dict[str, Any]:
    """What is told of the last source that was loaded into a readout; {} where there is none."""
    source = _last(readout.sources.taken())
    return told_of(source) if source else {}


def of_version(readout: Readout, live: Publication | None, *, revision: int) -> dict[str, Any]:
    """What is told of the version that a revision becomes: the source of the last change a load
    brought to it, unless somebody gave that up; else that of the version before, `live`."""
    before = live.source if live else {}
    changed = readout.sources.taken().filter(outcome=SourceRecord.Outcome.CHANGED)
    source = _last(changed.filter(revision__lte=revision))
    if source is None or source.revision is None:
        return before
    brought = readout.revisions.get(number=source.revision)
    given_up = readout.events.filter(verb__in=_GIVEN_UP, at__gt=brought.at)
    return before if given_up.exists() else told_of(source)


def _last(sources: QuerySet[SourceRecord]) -> SourceRecord | None:
    return sources.order_by("-pk").defer("raw").first()
