"""Scraped pages become drafts: the archive record of a page, its source kept byte for byte."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from django.db import transaction

from readouts.archive import lines, records
from readouts.archive.load import keep_source
from readouts.archive.resolving import Register
from readouts.editorial import content, workflow
from readouts.editorial.log import Robot
from readouts.models.readout import Readout

if TYPE_CHECKING:
    from django.contrib.auth.models import User

IMPORTER = Robot("import_scrape")
_AS_PRINTED = "As printed at the source."


class NotDrafted(ValueError):  # noqa: N818 - it says what happened to the page
    """No draft was made; `str()` says why and what to do."""


def draft(told: dict[str, Any], raw: bytes, by: User | Robot = IMPORTER) -> Readout:
    """Make a draft of an archive record, with `raw` as its source.

    Names are matched with the register; unknown ones get rows of their own, unchecked. Raises
    NotDrafted for a record that is no sound one, or whose reference the desk already has.
    """
    record, problems = lines.parse(told)
    if record is None or problems:
        found = "; ".join(f"{name}: {cure}" if name else cure for name, _, cure in problems)
        raise NotDrafted(found)
    if Readout.objects.filter(reference=record.reference).exists():
        raise NotDrafted(
            f"The desk already has {record.reference}. Edit that readout, or load the page under "
            "another address."
        )
    with transaction.atomic():
        register = Register()
        shape = register.resolve(records.shape_of(record))
        register.save()
        readout = Readout(reference=record.reference, title_reason=_AS_PRINTED)
        content.write(readout, shape)
        source = keep_source(readout, record.source, raw=raw)
        if source.sha256 and source.sha256 != hashlib.sha256(raw).hexdigest():
            raise NotDrafted("The checksum of the record is not that of the page.")
        workflow.record(readout, by)
    return readout
