"""Register rows for a batch of shapes, each kind fetched once.

A shape names rows by key for good. Who is meant now may be another row: the one a double was merged
into, or the one to which a registrar gave what is printed so (`models.register_decision`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

from django_countries import countries

from readouts.editorial.content import Shape
from readouts.models.register import Official, Organization, Topic
from readouts.models.register_decision import RegisterDecision
from readouts.models.register_row import RegisterRow

Row = TypeVar("Row", bound=RegisterRow)


class _Rows(Generic[Row]):
    """The rows of one kind that shapes name, and those that are meant instead."""

    def __init__(self, model: Any, keys: set[str], splits: list[RegisterDecision]) -> None:
        self.named = keys
        self._splits = [split for split in splits if split.key in keys]
        wanted = keys | {split.into for split in self._splits}
        self._rows: dict[str, Row] = {
            row.slug: row for row in model.objects.filter(slug__in=wanted)
        }
        self._by_pk: dict[int, Row] = {row.pk: row for row in self._rows.values()}
        while missing := self._merged_into() - self._by_pk.keys():
            self._by_pk |= model.objects.in_bulk(missing)

    def _merged_into(self) -> set[int]:
        rows: list[Any] = list(self._by_pk.values())
        return {row.merged_into_id for row in rows if row.merged_into_id is not None}

    def missing(self) -> set[str]:
        return self.named - self._rows.keys()

    def standing(self, key: str) -> Row:
        """The row of that key, or the one it was merged into. Raises KeyError."""
        row: Any = self._rows[key]
        while row.merged_into_id is not None:
            row = self._by_pk[row.merged_into_id]
        return row

    def meant(self, key: str, *, reference: str, name: str = "", organization: str = "") -> Row:
        """The row that is meant by what is printed under that key. Raises KeyError."""
        for split in self._splits:
            is_known = split.key == key and split.into in self._rows
            if is_known and split.covers(reference, name, organization):
                return self.standing(split.into)
        return self.standing(key)


class RegisterLookup:
    """The officials, organizations and topics that shapes name, by key.

    Raises KeyError for a key that was not named by the shapes it was made for or is not in the
    register; `desk_copy.write` and the loader have checked before.
    """

    def __init__(self, shapes: Iterable[Shape]) -> None:
        officials: set[str] = set()
        organizations: set[str] = set()
        topics: set[str] = set()
        for shape in shapes:
            people = [shape["principal"], *_participants(shape)]
            keys = [person["register"] for person in people]
            officials |= {each["official"] for each in keys if "official" in each}
            organizations |= {each["organization"] for each in keys if "organization" in each}
            organizations |= {row["key"] for row in shape["organizations"]}
            topics |= {row["key"] for row in shape["topics"]}
        splits: dict[str, list[RegisterDecision]] = defaultdict(list)
        for split in RegisterDecision.objects.splits():
            splits[split.kind].append(split)
        self._officials: _Rows[Official] = _Rows(Official, officials, splits["official"])
        self._organizations: _Rows[Organization] = _Rows(
            Organization, organizations, splits["organization"]
        )
        self._topics: _Rows[Topic] = _Rows(Topic, topics, splits["topic"])
        # The register's own name of a state goes before the package's.
        self._countries = dict(countries) | {
            str(code): name
            for code, name in Organization.objects.filter(merged_into=None)
            .exclude(country_code="")
            .values_list("country_code", "name")
        }

    def missing(self) -> list[str]:
        """The keys that shapes name and the register does not have."""
        every: list[_Rows[Any]] = [self._officials, self._organizations, self._topics]
        return sorted(set().union(*(rows.missing() for rows in every)))

    def official(self, key: str | None) -> Official | None:
        """The official of that key, a double followed; None for no key."""
        return self._officials.standing(key) if key else None

    # --- who is meant in a shape ----------------------------------------------------------------

    def officials_of(self, shape: Any) -> dict[Official, str]:
        """The principal and everyone who took part, with the title printed first."""
        found: dict[Official, str] = {}
        if key := shape["principal"]["register"].get("official"):
            found[self._officials.standing(key)] = shape["principal"]["title"]
        for person in _participants(shape):
            if key := person["register"].get("official"):
                row = self._officials.meant(
                    key,
                    reference=shape["reference"],
                    name=person["name"],
                    organization=person["organization"],
                )
                found.setdefault(row, person["title"])
        return found

    def organizations_of(self, shape: Any) -> dict[Organization, bool]:
        """Organizations, and whether they took part rather than being mentioned."""
        reference = shape["reference"]
        found = {
            self._organizations.meant(row["key"], reference=reference, name=row["name"]): False
            for row in shape["organizations"]
        }
        for person in _participants(shape):
            if key := person["register"].get("organization"):
                name = person["organization"]
                found[self._organizations.meant(key, reference=reference, name=name)] = True
        return found

    def topics_of(self, shape: Any) -> list[Topic]:
        """Topics, each once."""
        rows = [
            self._topics.meant(row["key"], reference=shape["reference"], name=row["name"])
            for row in shape["topics"]
        ]
        return list(dict.fromkeys(rows))

    def place(self, city: str, country: str) -> str:
        """A place as printed: "Astana, Kazakhstan"; a city that bears its state's name once."""
        name = self._countries.get(country, "")
        return ", ".join(dict.fromkeys(filter(None, [city, name])))

    def aliases(self, shape: Shape) -> list[str]:
        """Further names under which a shape is to be found: aliases, acronyms, other spellings."""
        rows: list[Official | Organization | Topic] = [
            *self.officials_of(shape),
            *self.organizations_of(shape),
            *self.topics_of(shape),
        ]
        if key := shape["principal"]["register"].get("organization"):
            rows.append(self._organizations.standing(key))
        places = [
            self._countries.get(encounter["country"], "") for encounter in shape["encounters"]
        ]
        return [*(name for row in dict.fromkeys(rows) for name in row.all_names()), *places]


def _participants(shape: Any) -> Iterator[Any]:
    return (person for encounter in shape["encounters"] for person in encounter["participants"])
