"""Archive records as drafts: a scraped page goes to the desk, its source kept byte for byte."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from django.db import transaction

from readouts.archive import lines
from readouts.archive.keeping import keep_source
from readouts.archive.records import Record
from readouts.archive.resolving import Register
from readouts.archive.shapes import shape_of
from readouts.editorial import desk_copy, workflow
from readouts.editorial.log import Robot
from readouts.models.readout import Readout

if TYPE_CHECKING:
    from django.contrib.auth.models import User

IMPORTER = Robot("import_scrape")
_AS_PRINTED = "As printed at the source."


class NotDrafted(ValueError):  # noqa: N818 - it says what happened to the page
    """No draft was made; `str()` says why and what to do."""


def record_from(told: dict[str, Any]) -> Record:
    """The record of plain data, which need not be a whole readout yet. Raises NotDrafted, with
    every reason, for what cannot be kept as it is written."""
    record, problems = lines.parse(told)
    if record is None or problems:
        found = "; ".join(f"{name}: {cure}" if name else cure for name, _, cure in problems)
        raise NotDrafted(found)
    return record


def draft(told: dict[str, Any], raw: bytes, by: User | Robot = IMPORTER) -> Readout:
    """Make a draft of the archive record of a page, with `raw` as its source.

    What the page did not say is left for the desk to fill in. Raises NotDrafted for a record that
    cannot be read, or whose reference the desk already has.
    """
    record = record_from(told)
    if record.source and record.source.sha256 not in ("", hashlib.sha256(raw).hexdigest()):
        raise NotDrafted("The checksum of the record is not that of the page. Read the page anew.")
    with transaction.atomic():
        readout = begin(record, by, title_reason=_AS_PRINTED)
        keep_source(readout, record.source, raw=raw)
    return readout


def draft_all(records: list[dict[str, Any]], raw: bytes, by: User | Robot) -> list[Readout]:
    """Make drafts of every readout of a page, or of none: a page that is refused leaves nothing
    behind. Raises NotDrafted as `draft` does."""
    with transaction.atomic():
        return [draft(told, raw, by) for told in records]


def begin(record: Record, by: User | Robot, **fields: Any) -> Readout:
    """Make a draft of the office's own from a record; `fields` are further ones of the readout.

    Names are matched with the register; unknown ones get rows of their own, unchecked. Raises
    NotDrafted when the desk already has the reference.
    """
    if Readout.objects.filter(reference=record.reference).exists():
        raise NotDrafted(
            f"The desk already has {record.reference}. Edit that readout, or give the record "
            "another reference."
        )
    with transaction.atomic():
        readout = Readout(reference=record.reference, **fields)
        rewrite(readout, record, by)
    return readout


def rewrite(readout: Readout, record: Record, by: User | Robot, *, note: str = "") -> None:
    """Let the working copy say what the record says, and record the save; `note` is the public
    note of a correction. Raises workflow.Refused when the text is locked."""
    with transaction.atomic():
        register = Register()
        shape = register.resolve(shape_of(record, note=note))
        register.save([shape])
        desk_copy.write(readout, shape)
        workflow.record(readout, by)
