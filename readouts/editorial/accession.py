"""Archive records taken in by the thousand: the row `load_archive` of the workflow's table, for
whole series at once.

A record taken in here stands exactly as if it had been written at the desk, recorded, published
version by version and loaded by `workflow.perform` (a test compares), only that its rows are
written in bulk. Permission and guards are asked here too; no approval is invented.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readouts.editorial import printing, workflow
from readouts.editorial.accession_rows import Accession, AccessionRows, Names, Placed
from readouts.editorial.addresses import free_addresses
from readouts.editorial.register_lookup import RegisterLookup
from readouts.editorial.register_rows import RegisterRows
from readouts.editorial.tagging import Tags
from readouts.models.bulk import Keys, write
from readouts.models.publication import Publication
from readouts.models.readout import Encounter, Readout
from readouts.models.source import ImportBatch

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from readouts.editorial.log import Robot

__all__ = ["Accession", "Intake"]


class Intake:
    """One load's way in. Raises workflow.Refused at once if `by` may not load archive records.

    Call `take` inside one transaction, as often as there are records.
    """

    def __init__(self, batch: ImportBatch, by: User | Robot) -> None:
        workflow.require("load_archive", by)
        self._rows = AccessionRows(batch, by)
        self._tags = Tags()
        self._readout_keys, self._encounter_keys = Keys(Readout), Keys(Encounter)
        self._publication_keys = Keys(Publication)

    def reserve(self, number: int) -> list[int]:
        """Keys of publications, for records that keep their place but are taken in later."""
        return self._publication_keys.take(number)

    def take(self, accessions: Sequence[Accession]) -> None:
        """Take records in. Their register rows stand, and nothing has their references yet."""
        if not accessions:
            return
        self._rows.begin(self._names(accessions))
        for placed in self._placed(accessions):
            self._rows.add(placed)
        write(self._rows.taken())

    def _names(self, accessions: Sequence[Accession]) -> Names:
        """What their rows will name, asked of the database once for all of them."""
        shapes = [version.shape for one in accessions for version in one.versions]
        self._tags.need(one.shape["tags"] for one in accessions)
        encounters = sum(len(one.shape["encounters"]) for one in accessions)
        lookup = RegisterLookup(shapes)
        keys = iter(self._encounter_keys.take(encounters))
        return Names(lookup, RegisterRows(shapes, lookup), self._tags, keys)

    def _placed(self, accessions: Sequence[Accession]) -> Iterator[Placed]:
        """Each with its keys and its address."""
        keys = self._readout_keys.take(len(accessions))
        publications = iter(
            self.reserve(sum(len(one.versions) for one in accessions if not one.keys))
        )
        references = (one.shape["reference"] for one in accessions)
        readouts = _originals(accessions) | dict(zip(references, keys, strict=True))
        for one, key, address in zip(accessions, keys, _addresses(accessions), strict=True):
            yield Placed(
                one,
                key,
                address,
                original=readouts.get(one.shape["translation_of"]),
                publications=one.keys or list(itertools.islice(publications, len(one.versions))),
            )


def _originals(accessions: Sequence[Accession]) -> dict[str, int]:
    """The readouts that some are translations of, and that stood here before."""
    wanted = {one.shape["translation_of"] for one in accessions} - {""}
    if not wanted:
        return {}
    return dict(Readout.objects.filter(reference__in=wanted).values_list("reference", "pk"))


def _addresses(accessions: Sequence[Accession]) -> list[str]:
    """The permanent address of each: the one it brings, or a free one for its first version."""
    wanted = [one.address or printing.address(one.versions[0].shape) for one in accessions]
    return free_addresses(wanted)
