"""Register rows for a batch of shapes, each kind fetched once."""

from __future__ import annotations

from collections.abc import Iterable

from django_countries import countries

from readouts.editorial.content import Shape
from readouts.models.register import Official, Organization, Topic


class RegisterLookup:
    """The officials, organizations and topics that shapes name, by key.

    Raises KeyError for a key that was not named by the shapes it was made for or is not in the
    register; `content.write` and the loader have checked before.
    """

    def __init__(self, shapes: Iterable[Shape]) -> None:
        officials: set[str] = set()
        organizations: set[str] = set()
        topics: set[str] = set()
        for shape in shapes:
            people = [shape["principal"]["register"]] + [
                person["register"]
                for encounter in shape["encounters"]
                for person in encounter["participants"]
            ]
            officials |= {keys["official"] for keys in people if "official" in keys}
            organizations |= {keys["organization"] for keys in people if "organization" in keys}
            organizations |= {row["key"] for row in shape["organizations"]}
            topics |= {row["key"] for row in shape["topics"]}
        self._named = {
            "officials": officials,
            "organizations": organizations,
            "topics": topics,
        }
        self._officials = {row.slug: row for row in Official.objects.filter(slug__in=officials)}
        self._organizations = {
            row.slug: row for row in Organization.objects.filter(slug__in=organizations)
        }
        self._topics = {row.slug: row for row in Topic.objects.filter(slug__in=topics)}
        # The register's own name of a state goes before the package's.
        self._countries = dict(countries) | {
            str(code): name
            for code, name in Organization.objects.exclude(country_code="").values_list(
                "country_code", "name"
            )
        }

    def missing(self) -> list[str]:
        """The keys that shapes name and the register does not have."""
        return sorted(
            (self._named["officials"] - self._officials.keys())
            | (self._named["organizations"] - self._organizations.keys())
            | (self._named["topics"] - self._topics.keys())
        )

    def official(self, key: str | None) -> Official | None:
        return self._officials[key] if key else None

    def organization(self, key: str) -> Organization:
        return self._organizations[key]

    def topic(self, key: str) -> Topic:
        return self._topics[key]

    def place(self, city: str, country: str) -> str:
        """A place as printed: "Astana, Kazakhstan"; a city that bears its state's name once."""
        name = self._countries.get(country, "")
        return ", ".join(dict.fromkeys(filter(None, [city, name])))

    def aliases(self, shape: Shape) -> list[str]:
        """Further names under which a shape is to be found: aliases, acronyms, other spellings."""
        keys = [shape["principal"]["register"]] + [
            person["register"]
            for encounter in shape["encounters"]
            for person in encounter["participants"]
        ]
        rows: list[Official | Organization | Topic] = [
            *(self._officials[k["official"]] for k in keys if "official" in k),
            *(self._organizations[k["organization"]] for k in keys if "organization" in k),
            *(self._organizations[row["key"]] for row in shape["organizations"]),
            *(self._topics[row["key"]] for row in shape["topics"]),
        ]
        places = [
            self._countries.get(encounter["country"], "") for encounter in shape["encounters"]
        ]
        return [*(name for row in dict.fromkeys(rows) for name in row.all_names()), *places]
