"""Translations among records: each has an original that is none itself, and is alone in its
language."""

from __future__ import annotations

from collections.abc import Sequence

from readouts.archive.outcomes import Outcome, Planned
from readouts.editorial.shape import Shape
from readouts.models.publication import Publication
from readouts.models.readout import Readout


class Originals:
    """The originals of some translations: those that stand here, and those among the records."""

    def __init__(self, planned: Sequence[Planned]) -> None:
        wanted = {one.line.told.translation_of for one in planned} - {""}
        self._is_translation: dict[str, bool] = {}
        self._languages: dict[tuple[str, str], str] = {}
        self._shapes: dict[str, Shape] = {}
        if wanted:
            self._look_up(wanted)

    def _look_up(self, wanted: set[str]) -> None:
        here = Readout.objects.filter(reference__in=wanted)
        for reference, original_id in here.values_list("reference", "translation_of_id"):
            self._is_translation[reference] = original_id is not None
        others = Readout.objects.filter(translation_of__reference__in=wanted)
        for original, language, reference in others.values_list(
            "translation_of__reference", "language", "reference"
        ):
            self._languages[original, language] = reference
        current = Publication.objects.current().filter(reference__in=wanted)
        self._shapes = dict(current.values_list("reference", "shape"))

    def add(self, one: Planned) -> None:
        """A record that is going to stand here."""
        self._is_translation[one.reference] = bool(one.line.told.translation_of)
        self._shapes[one.reference] = one.versions[-1].shape

    def shape(self, reference: str) -> Shape | None:
        return self._shapes.get(reference)

    def check(self, one: Planned, *, last_chance: bool) -> None:
        """Refuse a translation that cannot be one, and put off one whose original is not here
        yet."""
        record = one.line.told
        original = record.translation_of
        if not original:
            return
        if original not in self._is_translation:
            if not last_chance:
                one.outcome = Outcome.LATER
                return
            cure = (
                "No good record of these files, and none here, has this reference. Mend or add it."
            )
            one.refuse("translation_of", original, cure)
        elif self._is_translation[original]:
            cure = "This is a translation itself. Name the original instead."
            one.refuse("translation_of", original, cure)
        other = self._languages.setdefault((original, record.language), record.reference)
        if other != record.reference:
            cure = f"{other} is the {record.language} version of it already. Keep one of the two."
            one.refuse("language", record.language, cure)


def without_refused_originals(planned: Sequence[Planned]) -> None:
    """Refuse the translations whose original was refused after they were checked."""
    refused = {one.reference for one in planned if one.outcome is Outcome.REFUSED}
    for one in planned:
        original = one.line.told.translation_of
        if one.outcome is Outcome.NEW and original in refused:
            one.refuse("translation_of", original, "This record was refused. Mend it first.")
