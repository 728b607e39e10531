"""States of the register by the name that another language, an earlier day or a slip of the pen
gives them: what is printed stays as it is, and beside it stands the state that it means."""

from __future__ import annotations

from functools import cached_property

from readouts.archive.names import Names
from readouts.archive.scrapes.countries import country_code
from readouts.archive.scrapes.tongues.codes import state_code_abroad
from readouts.models.register import Organization

_STATES = (Organization.Kind.STATE, Organization.Kind.OBSERVER_STATE)


def code_of(name: str) -> str:
    """The ISO code of the state that a name means in any language that is read; "" for none."""
    return country_code(name) or state_code_abroad(name)


class States:
    """The states of the register by their ISO codes; a code that two of them have means neither."""

    def __init__(self, organizations: Names[Organization]) -> None:
        self.organizations = organizations

    @cached_property
    def _by_code(self) -> dict[str, dict[str, Organization]]:
        found: dict[str, dict[str, Organization]] = {}
        for row in self.organizations.slugs.values():
            standing = self.organizations.standing(row)
            if standing.kind in _STATES and standing.country_code:
                found.setdefault(str(standing.country_code), {})[standing.slug] = standing
        return found

    def named(self, name: str) -> Organization | None:
        """The one state that a name means, where the register has it under other names only."""
        code = code_of(name)
        states = list(self._by_code.get(code, {}).values()) if code else []
        return states[0] if len(states) == 1 else None

    def add(self, row: Organization) -> None:
        """Let a state that was new be found by its other names."""
        if row.kind in _STATES and row.country_code:
            self._by_code.setdefault(str(row.country_code), {})[row.slug] = row
