"""Where a record came from, kept with the readout for the desk."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import msgspec

from readouts.archive.records import Record, Source
from readouts.models.readout import Readout
from readouts.models.source import SourceRecord


def source_columns(source: Source | None, *, file: str = "") -> dict[str, Any]:
    """The columns of a SourceRecord; `file` is the file it was loaded from, if none is told."""
    told = msgspec.structs.asdict(source) if source else {}
    return told | {"file": told.get("file") or file}


def record_digest(record: Record) -> str:
    """SHA-256 of everything a record says, by which a second load knows it again."""
    return sha256(msgspec.json.encode(record, order="deterministic")).hexdigest()


def keep_source(
    readout: Readout, source: Source | None, *, raw: bytes | None = None, **columns: Any
) -> SourceRecord:
    """Keep where a readout came from; `columns` are further ones of the SourceRecord."""
    told = source_columns(source, file=columns.pop("file", ""))
    told["raw"] = raw or told.get("raw")
    return SourceRecord.objects.create(readout=readout, **told, **columns)
