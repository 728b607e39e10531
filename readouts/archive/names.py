"""The rows of one register by every name they go by, accents, case and the article aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from django.utils.text import slugify

from readouts.folding import fold
from readouts.models.register_row import RegisterRow

Row = TypeVar("Row", bound=RegisterRow)
_LONGEST_SLUG = 100


class Names(dict[str, list[Row]]):
    """The rows of one register by folded name. Names of an earlier rank hide those of a later."""

    def __init__(self, rows: Iterable[Row], *ranks: Callable[[Row], list[str]]) -> None:
        super().__init__()
        self.slugs: dict[str, Row] = {row.slug: row for row in rows}
        for rank in ranks:
            found: dict[str, list[Row]] = defaultdict(list)
            for row in self.slugs.values():
                for name in dict.fromkeys(_key(name) for name in rank(row) if name):
                    found[name].append(row)
            for name, fitting in found.items():
                if name:
                    self.setdefault(name, fitting)

    def fitting(self, name: str) -> list[Row]:
        """The rows that go by this key or name; several, where it is not one row's alone."""
        if row := self.slugs.get(name):
            return [row]
        return self.get(_key(name), [])

    def add(self, row: Row, name: str) -> None:
        self.slugs[row.slug] = row
        if key := _key(name):
            self.setdefault(key, []).append(row)

    def free_slug(self, name: str, otherwise: str) -> str:
        wanted = slugify(fold(name))[:_LONGEST_SLUG].strip("-") or otherwise
        slug, number = wanted, 1
        while slug in self.slugs:
            number += 1
            slug = f"{wanted}-{number}"
        return slug


def _key(name: str) -> str:
    """A name as it is compared: "the Republic of Valmora" is "Republic of Valmora"."""
    return fold(name).removeprefix("the ")


def the_one(fitting: list[Row]) -> Row | None:
    """The only row; failing that, the one an earlier load made for this very doubt."""
    if len(fitting) == 1:
        return fitting[0]
    unchecked = [row for row in fitting if not row.checked]
    return unchecked[0] if len(unchecked) == 1 else None
