"""The desk's tags by their words, case aside, as TAGGIT_CASE_INSENSITIVE has it."""

from __future__ import annotations

from collections.abc import Iterable

from readouts.models.readout import Tag


class Tags:
    """All tags there are, read once; those that are missing are made when they are needed."""

    def __init__(self) -> None:
        self._rows = {
            name.casefold(): (pk, name) for pk, name in Tag.objects.values_list("pk", "name")
        }

    def need(self, lists: Iterable[list[str]]) -> None:
        """Make the tags of these lists that do not stand yet."""
        for name in dict.fromkeys(name for names in lists for name in names):
            if name.casefold() not in self._rows:
                # An editor may have made it meanwhile.
                tag, _ = Tag.objects.get_or_create(name__iexact=name, defaults={"name": name})
                self._rows[name.casefold()] = (tag.pk, tag.name)

    def key(self, name: str) -> int:
        """The primary key of a tag that was needed before."""
        return self._rows[name.casefold()][0]

    def spelled(self, name: str) -> str:
        """A tag as the desk spells it; as it is given where the desk has none."""
        return self._rows.get(name.casefold(), (0, name))[1]
