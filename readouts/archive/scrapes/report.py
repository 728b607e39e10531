"""What one sentence of a body reports: an encounter, its parties and its occasion."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.archive.scrapes.occasions import Occasion
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.places import NOWHERE, Place


@dataclass(frozen=True)
class Report:
    """One sentence that reports an encounter: its kind, its parties, the occasion it names.

    `is_further` means that its own words set it beside an earlier one: "later", "also".
    """

    sentence: str
    kind: str
    parties: list[Party]
    occasion: Occasion
    is_further: bool
    place: Place = NOWHERE
