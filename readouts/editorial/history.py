"""Whether the record stands as it was written: chains of events, digests of what was kept."""

from __future__ import annotations

from collections.abc import Iterator

from readouts.editorial import content, log
from readouts.models.publication import Publication
from readouts.models.readout import Readout
from readouts.models.record import Revision


def damage() -> Iterator[str]:
    """Everything found altered or missing, in sentences; nothing when the record verifies."""
    for readout in Readout.objects.order_by("pk").iterator():
        yield from log.broken_links(readout)
    for revision in Revision.objects.select_related("readout").order_by("pk").iterator():
        if content.digest(revision.shape) != revision.digest:
            yield f"{revision.readout.reference}, revision {revision.number}: the text was altered."
    for publication in Publication.objects.order_by("pk").iterator():
        if content.digest(publication.shape) != publication.digest:
            yield f"{publication.reference}, version {publication.number}: the text was altered."
