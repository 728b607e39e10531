"""Which official a printed name means: by spelling, by where, and by who held office that day.

Where these do not decide, nobody is taken for somebody else, and a row of its own waits for a
registrar.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from readouts.archive import spelling
from readouts.archive.names import Names
from readouts.archive.places import Places
from readouts.archive.terms import Term, Terms, held
from readouts.models.register import Official, Organization

_IN_ANY_ORDER = 1


class People:
    """The officials of the register as one load sees them."""

    def __init__(self, places: Places, officials: Names[Official], terms: Terms) -> None:
        self.officials = officials
        self.terms = terms
        self.places = places
        self._called: dict[str, list[Official]] | None = None

    def found(
        self,
        name: str,
        organization: Organization | None,
        *,
        day: datetime.date | None,
        precision: str,
    ) -> Official | None:
        """The official meant by `name`, said to be of that organization on that day; None where
        the register knows none, or several and nothing decides."""
        if spelling.is_one_word(name):
            return self._by_one_word(name, organization, day=day, precision=precision)
        fitting = self._spelled(name)
        if len(fitting) == 1 and not self.places.is_elsewhere(fitting[0], organization):
            return fitting[0]
        here = self._of_there(fitting, organization, day=day, precision=precision)
        if here or fitting:
            return here or _first_unchecked(self._of_nowhere(fitting, organization))
        # Names turned around say too little alone: they must be known to be of there.
        turned = self.officials.alike(name, rank=_IN_ANY_ORDER)
        return self._of_there(turned, organization, day=day, precision=precision)

    def expect(self, names: Iterable[str]) -> None:
        """Learn at once where all are of who may be meant by these names."""
        self.places.learn(row for name in names for row in self._spelled(name))

    def called(self, name: str) -> list[Official]:
        """All who go by this name, exactly or else loosely; by one word of it if it is one."""
        fitting = self._spelled(name)
        return fitting or (self._called_so(name) if spelling.is_one_word(name) else [])

    def _spelled(self, name: str) -> list[Official]:
        return (
            self.officials.fitting(name)
            or self.officials.fitting(spelling.bare(name))
            or self.officials.alike(name)
        )

    def _by_one_word(
        self,
        name: str,
        organization: Organization | None,
        *,
        day: datetime.date | None,
        precision: str,
    ) -> Official | None:
        """Who is meant by one word, such as "President Talabani": whoever of that name held office
        there that day; else who was printed so there before. A king is not the king of another
        state, nor a president the president after him."""
        fitting = self.officials.fitting(name)
        called = list({row.slug: row for row in [*fitting, *self._called_so(name)]}.values())
        if organization or fitting:
            there = self._who_held(
                called if organization else fitting, organization, day, precision
            )
            if len(there) == 1:
                return there[0]
        own = [row for row in fitting if _is_own_name(row, name)]
        if len(own) == 1 and len(fitting) == 1 and own[0].checked:
            return None if self.places.is_elsewhere(own[0], organization) else own[0]
        if organization is None:
            return _first_unchecked(self._of_nowhere(fitting, None))
        printed = [
            row
            for row in self.places.of(fitting, organization)
            if not self._held_there_at_other_times(row, organization)
        ]
        return printed[0] if len(printed) == 1 else _first_unchecked(printed)

    def _of_there(
        self,
        fitting: list[Official],
        organization: Organization | None,
        *,
        day: datetime.date | None,
        precision: str,
    ) -> Official | None:
        """Of several, the only one who held office there that day, or who is known of there."""
        there = self._who_held(fitting, organization, day, precision)
        if len(there) != 1 and organization:
            there = self.places.of(fitting, organization)
        if len(there) == 1:
            return there[0]
        return _first_unchecked(there) if organization else None

    def _who_held(
        self,
        people: list[Official],
        organization: Organization | None,
        day: datetime.date | None,
        precision: str,
    ) -> list[Official]:
        if day is None:
            return []
        terms: Iterable[Term] = held(self.terms.of(people), day, precision)
        if organization:
            terms = [term for term in terms if term.organization == organization.slug]
        return [self.officials.slugs[slug] for slug in dict.fromkeys(t.official for t in terms)]

    def _held_there_at_other_times(self, row: Official, organization: Organization) -> bool:
        terms = self.terms.by_official.get(row.slug, ())
        return any(term.organization == organization.slug for term in terms)

    def _of_nowhere(
        self, fitting: list[Official], organization: Organization | None
    ) -> list[Official]:
        """Rows of that name of which no organization is known: an earlier doubt about the name."""
        if organization is not None:
            return []
        return [row for row in fitting if not self.places.known(row)]

    def _called_so(self, name: str) -> list[Official]:
        """The officials who may be called by this one word."""
        if self._called is None:
            self._called = {}
            for row in self.officials.slugs.values():
                for word in spelling.surnames(row.name, row.sort_name):
                    self._called.setdefault(word, []).append(self.officials.standing(row))
        return self._called.get(spelling.surname(name), [])


def _is_own_name(row: Official, name: str) -> bool:
    """Whether a person has this one word for a name, and no courtesy or office stands before it."""
    return spelling.key(name) == spelling.bare(name) == spelling.key(row.name)


def _first_unchecked(rows: list[Official]) -> Official | None:
    """The row that an earlier load made for this doubt."""
    return min((row for row in rows if not row.checked), key=lambda row: row.slug, default=None)
