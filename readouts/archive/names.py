"""The rows of one register by every name they go by: exactly first, then by loose spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from django.utils.text import slugify

from readouts.archive import spelling
from readouts.models.register_row import RegisterRow

Row = TypeVar("Row", bound=RegisterRow)
# A spelling gives the key under which a row is looked up; "" for none.
Spelling = Callable[[str], str]
# The rows that go by a name, each by its key.
_Called = dict[str, dict[str, Row]]
_LONGEST_SLUG = 100


class Names(Generic[Row]):
    """The rows of one register by name. Names of an earlier rank hide those of a later, and exact
    ones hide loose ones. A row merged into another lends it all its names."""

    def __init__(
        self,
        rows: Iterable[Row],
        *ranks: Callable[[Row], list[str]],
        loosely: tuple[Spelling, ...],
    ) -> None:
        self.slugs: dict[str, Row] = {row.slug: row for row in rows}
        self._by_pk = {row.pk: row for row in self.slugs.values()}
        self._merged: dict[str, list[Row]] = {}
        for row in self.slugs.values():
            if (other := self.standing(row)) is not row:
                self._merged.setdefault(other.slug, []).append(row)
        self._loosely = loosely
        # Made when the first name is met that none is called by exactly.
        self._loose: list[_Called[Row]] | None = None
        self._exact: _Called[Row] = {}
        # Names already met as printed, with the one row each of them meant.
        self.met: dict[str, Row] = {}
        for rank in ranks:
            for name, fitting in self._spelled(rank, spelling.key).items():
                self._exact.setdefault(name, fitting)

    def standing(self, row: Row) -> Row:
        """The row itself, or the one it was merged into."""
        while row.merged_into_id is not None:  # type: ignore[attr-defined]
            row = self._by_pk[row.merged_into_id]  # type: ignore[attr-defined]
        return row

    def now(self, slug: str) -> Row:
        """The row that goes by this key, or the one it was merged into. Raises KeyError."""
        return self.standing(self.slugs[slug])

    def standing_for(self, row: Row) -> list[Row]:
        """A row and all that were merged into it."""
        return [row, *self._merged.get(row.slug, ())]

    def by_pk(self, pk: int) -> Row | None:
        return self._by_pk.get(pk)

    def fitting(self, name: str) -> list[Row]:
        """The rows that go by exactly this key or name; several, where it is not one row's."""
        if row := self.slugs.get(name):
            return [self.standing(row)]
        return list(self._exact.get(spelling.key(name), {}).values())

    def alike(self, name: str, *, rank: int = 0) -> list[Row]:
        """The rows that go by a name spelled like this one, in the loose spelling of that rank."""
        if self._loose is None:
            self._loose = [self._spelled(_all_names, how) for how in self._loosely]
        return list(self._loose[rank].get(self._loosely[rank](name), {}).values())

    def add(self, row: Row, name: str) -> None:
        """Let a new row be found by its name."""
        self.slugs[row.slug] = row
        _enter(self._exact, spelling.key(name), row)
        for how, found in zip(self._loosely, self._loose or [], strict=False):
            _enter(found, how(name), row)

    def free_slug(self, name: str, otherwise: str) -> str:
        """A key no row has yet, made of the name in Latin letters."""
        latin = spelling.in_latin_letters(name)
        wanted = slugify(latin)[:_LONGEST_SLUG].strip("-") or otherwise
        slug, number = wanted, 1
        while slug in self.slugs:
            number += 1
            slug = f"{wanted}-{number}"
        return slug

    def _spelled(self, names: Callable[[Row], list[str]], how: Spelling) -> _Called[Row]:
        found: _Called[Row] = {}
        for row in self.slugs.values():
            for name in names(row):
                if name:
                    _enter(found, how(name), self.standing(row))
        return found


def _all_names(row: RegisterRow) -> list[str]:
    return row.all_names()


def _enter(found: _Called[Row], name: str, row: Row) -> None:
    if name:
        found.setdefault(name, {})[row.slug] = row


def the_one(fitting: list[Row]) -> Row | None:
    """The only row; failing that, the first one an earlier load made for this very doubt."""
    if len(fitting) == 1:
        return fitting[0]
    unchecked = [row for row in fitting if not row.checked]
    return min(unchecked, key=lambda row: row.slug, default=None)
