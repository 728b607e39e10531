"""Found publications in order of fit: their keys first, the rows of a page only when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from readouts.models.publication import Publication, PublicationQuerySet


class Ranked(Sequence[Publication]):
    """Publications, the best match first; a slice costs one query for just its rows."""

    def __init__(self, rows: PublicationQuerySet, keys: list[int]) -> None:
        self.rows, self.keys = rows, keys

    def defer(self, *fields: str) -> Ranked:
        """The same, its rows without these columns until they are asked for."""
        return Ranked(self.rows.defer(*fields), self.keys)

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> Publication: ...
    @overload
    def __getitem__(self, place: slice) -> list[Publication]: ...
    def __getitem__(self, place: int | slice) -> Publication | list[Publication]:
        keys = self.keys[place] if isinstance(place, slice) else [self.keys[place]]
        rows = {row.pk: row for row in self.rows.filter(pk__in=keys).order_by()}
        # A row withdrawn since the keys were read is left out.
        found = [rows[key] for key in keys if key in rows]
        return found if isinstance(place, slice) else found[0]

    def __iter__(self) -> Iterator[Publication]:
        return iter(self[:])
