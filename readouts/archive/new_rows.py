"""Register rows that a load made for names the register did not know, until they are written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from readouts.editorial.shape import Shape
from readouts.models.register import Official, Organization, Topic
from readouts.models.register_row import RegisterRow

# In the order in which they are written.
_MODELS: tuple[type[Any], ...] = (Organization, Official, Topic)


class NewRows:
    """Rows that were made and are not written yet."""

    def __init__(self) -> None:
        self.unsaved: list[RegisterRow] = []

    def add(self, row: RegisterRow) -> None:
        self.unsaved.append(row)

    def save(self) -> list[RegisterRow]:
        """Write them all, in bulk; returns them with their numbers."""
        rows, self.unsaved = self.unsaved, []
        _insert(rows)
        return rows

    def save_of(self, shapes: Iterable[Shape]) -> list[RegisterRow]:
        """Write those that these shapes name; returns them. Others wait to be named."""
        if not self.unsaved:
            return []
        named = set().union(*map(_keys, shapes))
        needed = [row for row in self.unsaved if (type(row), row.slug) in named]
        self.unsaved = [row for row in self.unsaved if (type(row), row.slug) not in named]
        _insert(needed)
        return needed


def _insert(rows: list[RegisterRow]) -> None:
    for model in _MODELS:
        some = [row for row in rows if type(row) is model]
        for row in some:
            row.folded = row.names_folded()
        model.objects.bulk_create(some, batch_size=500)


def _keys(shape: Shape) -> set[tuple[type[RegisterRow], str]]:
    """The register rows a shape names, as kind and key."""
    people = [person for encounter in shape["encounters"] for person in encounter["participants"]]
    registers = [shape["principal"]["register"], *(person["register"] for person in people)]
    return {
        *((Official, keys["official"]) for keys in registers if "official" in keys),
        *((Organization, keys["organization"]) for keys in registers if "organization" in keys),
        *((Organization, row["key"]) for row in shape["organizations"]),
        *((Topic, row["key"]) for row in shape["topics"]),
    }
