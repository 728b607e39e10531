"""Of which organizations each official is known to be: appointed there, or printed so before."""

from __future__ import annotations

from collections.abc import Iterable

from readouts.archive.names import Names
from readouts.archive.terms import Terms
from readouts.models.readout import Participation
from readouts.models.register import Official, Organization
from readouts.models.register_decision import RegisterDecision

_NOWHERE: frozenset[str] = frozenset()
_STATES = frozenset({Organization.Kind.STATE, Organization.Kind.OBSERVER_STATE})


class Places:
    """Where officials are of. What was printed is asked of the database only for those whose names
    are met, many at once: an archive has far more participations than officials."""

    def __init__(
        self, officials: Names[Official], organizations: Names[Organization], terms: Terms
    ) -> None:
        self._officials = officials
        self._organizations = organizations
        self._known: dict[str, set[str]] = {
            slug: {term.organization for term in own} for slug, own in terms.by_official.items()
        }
        self._asked: set[str] = set()
        self._splits = list(RegisterDecision.objects.splits().filter(kind="official"))

    def begin(self, official: Official) -> None:
        """An official is new: nobody was printed so before, and the database need not be asked."""
        self._asked.add(official.slug)

    def add(self, official: Official, organization: Organization) -> None:
        """An official was printed as of this organization."""
        self._known.setdefault(official.slug, set()).add(organization.slug)

    def of(self, people: Iterable[Official], organization: Organization) -> list[Official]:
        """Those of some officials who are known to be of this organization."""
        people, slug, known = list(people), organization.slug, self._known
        self.learn(row for row in people if slug not in known.get(row.slug, _NOWHERE))
        return [row for row in people if slug in known.get(row.slug, _NOWHERE)]

    def known(self, official: Official) -> set[str]:
        """The keys of all organizations an official is known to be of."""
        self.learn([official])
        return self._known.get(official.slug, set())

    def learn(self, people: Iterable[Official]) -> None:
        """Ask where readouts here print some officials, as far as nobody has asked yet."""
        new = {row.slug: row for row in people if row.slug not in self._asked}
        if not new:
            return
        self._asked.update(new)
        owners: dict[str, str] = {}
        for slug, row in new.items():
            keys = [other.slug for other in self._officials.standing_for(row)]
            given = [split for split in self._splits if split.key in keys or split.into in keys]
            if given:
                self._known.setdefault(slug, set()).update(self._with_splits(keys, given))
            else:
                owners |= dict.fromkeys(keys, slug)
        rows = Participation.objects.filter(official__slug__in=owners, organization__isnull=False)
        found = rows.order_by().values_list("official__slug", "organization__slug").distinct()
        for key, organization in found if owners else ():
            self._known.setdefault(owners[key], set()).add(organization)

    def _with_splits(self, keys: list[str], given: list[RegisterDecision]) -> set[str]:
        """Where readouts print an official of these keys, splits of registrars observed."""
        rows = Participation.objects.filter(
            official__slug__in={*keys, *(split.key for split in given)},
            organization__isnull=False,
        ).order_by()
        found = rows.values_list(
            "official__slug",
            "encounter__readout__reference",
            "name",
            "organization_name",
            "organization__slug",
        )
        return {
            organization
            for key, *words, organization in found.iterator()
            if self._meant(key, words, given) in keys
        }

    @staticmethod
    def _meant(key: str, words: list[str], given: list[RegisterDecision]) -> str:
        splits = (split for split in given if split.key == key and split.covers(*words))
        return next((split.into for split in splits), key)

    def is_elsewhere(self, official: Official, organization: Organization | None) -> bool:
        """Whether all that is known of an official is of states other than this one: the king of
        one is not the king of another who bears his name. An organization that nobody checked yet
        may well be a state."""
        if organization is None or self.of([official], organization):
            return False
        here = self._state_of(organization)
        known = {self._state_of(self._organizations.slugs[slug]) for slug in self.known(official)}
        return here is not None and bool(known) and None not in known and here not in known

    def _state_of(self, organization: Organization) -> str | None:
        """The key of the state an organization is or is an organ of; None for what is of none."""
        row: Organization | None = self._organizations.standing(organization)
        while row is not None and row.kind not in _STATES:
            if row.parent_id is None:
                may_be_one = not row.checked and row.kind == Organization.Kind.OTHER
                return row.slug if may_be_one else None
            row = self._organizations.by_pk(row.parent_id)
        return row.slug if row else None
