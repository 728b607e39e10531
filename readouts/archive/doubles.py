"""Likely doubles in the register, proposed to a registrar and never merged by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from readouts.archive import spelling
from readouts.models.readout import Participation
from readouts.models.register import Appointment, Official
from readouts.models.register_row import RegisterRow

# As a share of 100; below it, names of one length differ in more than a letter in eight.
_NEAR = 88
_MOST = 5


@dataclass(frozen=True)
class Double:
    """A row that may be the same, and why."""

    row: Any
    why: str


def likely_doubles(rows: Iterable[RegisterRow]) -> dict[int, list[Double]]:
    """For each of some rows of one kind, by number, the rows of the register that may be the same,
    the likeliest first. The register is read once, however many rows are asked about."""
    asked = list(rows)
    if not asked:
        return {}
    model: Any = type(asked[0])
    known = list(model.objects.standing().order_by("pk"))
    index = _Index(known)
    places = _places(asked + known) if model is Official else {}
    return {row.pk: index.of(row, places) for row in asked}


class _Index:
    """The rows of one kind by the spellings of their names."""

    def __init__(self, rows: list[Any]) -> None:
        self.by_pk = {row.pk: row for row in rows}
        self._by_spelling: dict[str, set[int]] = defaultdict(set)
        self._by_surname: dict[str, set[int]] = defaultdict(set)
        self._by_consonants: dict[str, set[int]] = defaultdict(set)
        # Names and whose they are, by their first letter: those that differ in it are not near.
        self._by_letter: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for row in rows:
            for name in dict.fromkeys(filter(None, row.all_names())):
                for key in _spellings(row, name):
                    self._by_spelling[key].add(row.pk)
                latin = spelling.in_latin_letters(name)
                self._by_letter[latin[:1]].append((latin, row.pk))
                if isinstance(row, Official) and (bones := spelling.consonants(name)):
                    self._by_consonants[bones].add(row.pk)
            if isinstance(row, Official):
                for word in spelling.surnames(row.name, row.sort_name):
                    self._by_surname[word].add(row.pk)

    def of(self, row: Any, places: dict[int, set[str]]) -> list[Double]:
        found: dict[int, str] = {}
        for name in filter(None, row.all_names()):
            for key in _spellings(row, name):
                for pk in self._by_spelling.get(key, ()):
                    found.setdefault(pk, self._same_name(row, pk, places))
        if isinstance(row, Official):
            for pk, what in self._called_alike(row):
                if shared := places.get(row.pk, set()) & places.get(pk, set()):
                    found.setdefault(pk, f"{what}, of {', '.join(sorted(shared))} too")
        for pk in self._near(row.name):
            found.setdefault(pk, "nearly the same name")
        found.pop(row.pk, None)
        return [Double(self.by_pk[pk], why) for pk, why in list(found.items())[:_MOST]]

    def _same_name(self, row: Any, pk: int, places: dict[int, set[str]]) -> str:
        """That a row goes by the same name; of two officials in different places, where the other
        one is, for there may well be two of that name."""
        other = self.by_pk[pk]
        is_spelled_alike = spelling.key(row.name) == spelling.key(other.name)
        why = "the same name" if is_spelled_alike else "the same name in another spelling"
        here, there = places.get(row.pk, set()), places.get(pk, set())
        return why if here & there or not there else f"{why}, of {', '.join(sorted(there)[:2])}"

    def _called_alike(self, row: Official) -> Iterator[tuple[int, str]]:
        for word in (*spelling.surnames(row.name, row.sort_name), spelling.surname(row.name)):
            for pk in self._by_surname.get(word, ()):
                yield pk, "the same surname"
        for name in filter(None, row.all_names()):
            for pk in self._by_consonants.get(spelling.consonants(name), ()):
                yield pk, "the same name but for its vowels"

    def _near(self, name: str) -> list[int]:
        latin = spelling.in_latin_letters(name)
        some = self._by_letter[latin[:1]]
        names = [name for name, _ in some]
        near = process.extract(latin, names, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=4 * _MOST)
        return [some[position][1] for _name, _score, position in near]


def _spellings(row: Any, name: str) -> list[str]:
    if isinstance(row, Official):
        return [key for key in (spelling.of_person(name), spelling.in_any_order(name)) if key]
    return [key for key in (spelling.of_organization(name),) if key]


def _places(rows: list[Any]) -> dict[int, set[str]]:
    """The names of the organizations officials are appointed to or printed with."""
    found: dict[int, set[str]] = defaultdict(set)
    for pk, name in Appointment.objects.values_list("official", "organization__name"):
        found[pk].add(name)
    unchecked = [row.pk for row in rows if not row.checked]
    printed = Participation.objects.filter(official__in=unchecked, organization__isnull=False)
    pairs = printed.order_by().values_list("official", "organization__name").distinct()
    for pk, name in pairs:
        found[pk].add(name)
    return found
