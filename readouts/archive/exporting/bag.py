"""A preservation package (BagIt, RFC 8493) for the archivists of the office itself.

Beside the public export it holds what the public is not told: the sources of archive records byte
for byte, every revision and event of the desk, and the whole register. It is not for publication.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import bagit
import msgspec
from django.conf import settings
from django.db.models import Model

from readouts.archive.exporting import folder, selection
from readouts.archive.exporting.folder import Exportation, Progress
from readouts.archive.exporting.register import as_row
from readouts.models.record import Clearance, Event, Revision
from readouts.models.register import Appointment, Official, Organization, Topic
from readouts.models.source import ImportBatch, SourceRecord

_README = """\
# Not for publication

This package is for the archivists of the office. `public/` is what anybody may have; everything
else is internal.

| Folder | What it holds |
|---|---|
| `public/` | the public export: see its README.md |
| `originals/` | sources of archive records byte for byte, each named by its SHA-256 |
| `internal/sources.jsonl` | of which readout each original is, and what was read where |
| `internal/events.jsonl` | every event of the desk, each with the hash of the one before |
| `internal/revisions.jsonl` | every revision of every text, drafts included |
| `internal/clearances.jsonl` | who was asked for a sign-off and what they answered |
| `internal/loads.jsonl` | every load of an archive |
| `internal/register.jsonl` | the whole register |
"""


def export_bag(target: Path, *, packing: str = "", progress: Progress | None = None) -> Exportation:
    """Write a preservation package to the new folder `target`, as one moment saw it.

    Raises TargetExists, and OSError where nothing can be written; nothing is left then.
    """
    with folder.new_folder(target) as place:
        (place / "public").mkdir()
        with selection.snapshot():
            counts = folder.write(place / "public", packing=packing, progress=progress)
            counts["originals"] = _originals(place)
            counts["events"] = _lines(place, "events", _rows(Event))
            _lines(place, "revisions", _rows(Revision))
            _lines(place, "clearances", _rows(Clearance))
            _lines(place, "loads", _rows(ImportBatch))
            register = chain.from_iterable(map(_rows, (Organization, Official, Appointment, Topic)))
            _lines(place, "register", register)
        (place / "README.md").write_text(_README, encoding="utf-8")
        _seal(place, counts)
    return Exportation(target, counts)


def _seal(place: Path, counts: dict[str, int]) -> None:
    """Make a bag of the folder: payload under data/, a manifest with SHA-256 and SHA-512."""
    bag = bagit.make_bag(
        str(place),
        {
            "Source-Organization": settings.OFFICE_NAME,
            "External-Description": (
                f"{counts['readouts']} readouts in {counts['versions']} versions, with their "
                "sources and the log of the desk. Not for publication."
            ),
            "Bag-Software-Agent": f"readouts {folder.version()}, bagit {bagit.VERSION}",
        },
        checksums=["sha256", "sha512"],
    )
    bag.validate()


def _originals(place: Path) -> int:
    """The bytes of every source, each once; and the list that says of which readout they are."""
    (place / "originals").mkdir()
    sources = SourceRecord.objects.select_related("readout").order_by("pk")
    _lines(place, "sources", map(_source, _kept(place, sources.iterator(chunk_size=100))))
    return len(os.listdir(place / "originals"))


def _kept(place: Path, sources: Iterable[SourceRecord]) -> Iterator[SourceRecord]:
    for source in sources:
        if source.raw is not None:
            path = place / "originals" / hashlib.sha256(source.raw).hexdigest()
            if not path.exists():
                path.write_bytes(source.raw)
        yield source


def _source(source: SourceRecord) -> dict[str, Any]:
    told = {field.name: getattr(source, field.attname) for field in source._meta.concrete_fields}
    raw = told.pop("raw")
    told["readout"] = source.readout.reference
    told["original"] = hashlib.sha256(raw).hexdigest() if raw is not None else None
    return told


def _rows(model: type[Model]) -> Iterator[dict[str, Any]]:
    """All rows of a model, other rows named by natural key."""
    single = [
        field.name
        for field in model._meta.concrete_fields
        if field.is_relation and hasattr(field.related_model, "natural_key")
    ]
    rows = model._default_manager.order_by("pk").select_related(*single)
    return map(as_row, rows.iterator(chunk_size=500))


def _lines(place: Path, name: str, rows: Iterable[dict[str, Any]]) -> int:
    path = place / "internal" / f"{name}.jsonl"
    path.parent.mkdir(exist_ok=True)
    count = 0
    with path.open("xb") as file:
        for row in rows:
            file.write(msgspec.json.encode(row, enc_hook=str) + b"\n")
            count += 1
    return count
