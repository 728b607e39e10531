"""Register rows for a batch of shapes, each kind fetched once.

A shape names rows by key for good. Who is meant now may be another row: the one a double was merged
into, or the one to which a registrar gave what is printed so (`models.register_decision`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
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

    def primary_keys(self) -> dict[str, int]:
        """The primary keys of the very rows named, doubles included, by key."""
        return {key: row.pk for key, row in self._rows.items()}

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


@dataclass(frozen=True, slots=True)
class Meant:
    """The register rows a shape is about, each once."""

    # The principal and everyone who took part, with the title printed first.
    officials: list[tuple[Official, str]]
    # Each with whether it took part rather than being mentioned.
    organizations: list[tuple[Organization, bool]]
    topics: list[Topic]

    def names(self) -> list[str]:
        """All names these rows go by."""
        found: list[str] = []
        for official, _ in self.officials:
            found += official.all_names()
        for organization, _ in self.organizations:
            found += organization.all_names()
        for topic in self.topics:
            found += topic.all_names()
        return found


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

    @cached_property
    def official_keys(self) -> dict[str, int]:
        """The primary keys of the very officials named, doubles not followed, by key."""
        return self._officials.primary_keys()

    @cached_property
    def organization_keys(self) -> dict[str, int]:
        """The same of organizations."""
        return self._organizations.primary_keys()

    @cached_property
    def topic_keys(self) -> dict[str, int]:
        """The same of topics."""
        return self._topics.primary_keys()

    def official(self, key: str | None) -> Official | None:
        """The official of that key, a double followed; None for no key."""
        return self._officials.standing(key) if key else None

    # --- who is meant in a shape ----------------------------------------------------------------

    def meant(self, shape: Any) -> Meant:
        """The rows a shape is about now."""
        return Meant(
            self._officials_of(shape), self._organizations_of(shape), self._topics_of(shape)
        )

    def _officials_of(self, shape: Any) -> list[tuple[Official, str]]:
        found: dict[int, tuple[Official, str]] = {}
        if key := shape["principal"]["register"].get("official"):
            row = self._officials.standing(key)
            found[row.pk] = row, shape["principal"]["title"]
        for person in _participants(shape):
            if key := person["register"].get("official"):
                row = self._officials.meant(
                    key,
                    reference=shape["reference"],
                    name=person["name"],
                    organization=person["organization"],
                )
                found.setdefault(row.pk, (row, person["title"]))
        return list(found.values())

    def _organizations_of(self, shape: Any) -> list[tuple[Organization, bool]]:
        reference = shape["reference"]
        found: dict[int, tuple[Organization, bool]] = {}
        for named in shape["organizations"]:
            row = self._organizations.meant(named["key"], reference=reference, name=named["name"])
            found[row.pk] = row, False
        for person in _participants(shape):
            if key := person["register"].get("organization"):
                name = person["organization"]
                row = self._organizations.meant(key, reference=reference, name=name)
                found[row.pk] = row, True
        return list(found.values())

    def _topics_of(self, shape: Any) -> list[Topic]:
        reference = shape["reference"]
        rows = (
            self._topics.meant(named["key"], reference=reference, name=named["name"])
            for named in shape["topics"]
        )
        return list({row.pk: row for row in rows}.values())

    def place(self, city: str, country: str) -> str:
        """A place as printed: "Astana, Kazakhstan"; a city that bears its state's name once."""
        name = self._countries.get(country, "")
        return ", ".join(dict.fromkeys(filter(None, [city, name])))

    def aliases(self, shape: Shape, meant: Meant) -> list[str]:
        """Further names under which a shape is to be found: aliases, acronyms, other spellings."""
        names = meant.names()
        if key := shape["principal"]["register"].get("organization"):
            names += self._organizations.standing(key).all_names()
        return names + [
            self._countries.get(encounter["country"], "") for encounter in shape["encounters"]
        ]


def _participants(shape: Any) -> Iterator[Any]:
    return (person for encounter in shape["encounters"] for person in encounter["participants"])
