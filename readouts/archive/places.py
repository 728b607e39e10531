"""Of which organizations each official is known to be: appointed there, or printed so before."""

from __future__ import annotations

from readouts.archive.names import Names
from readouts.archive.terms import Terms
from readouts.models.readout import Participation
from readouts.models.register import Official, Organization
from readouts.models.register_decision import RegisterDecision

_STATES = frozenset({Organization.Kind.STATE, Organization.Kind.OBSERVER_STATE})


class Places:
    """Where officials are of. What was printed is asked of the database for one official at a
    time, and only when a doubt needs it: an archive has far more participations than officials."""

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

    def add(self, official: Official, organization: Organization) -> None:
        """An official was printed as of this organization."""
        self._known.setdefault(official.slug, set()).add(organization.slug)

    def has(self, official: Official, organization: Organization) -> bool:
        """Whether an official is known to be of this organization."""
        surely = self._known.get(official.slug, ())
        return organization.slug in surely or organization.slug in self.known(official)

    def known(self, official: Official) -> set[str]:
        """The keys of all organizations an official is known to be of."""
        known = self._known.setdefault(official.slug, set())
        if official.pk is not None and official.slug not in self._asked:
            self._asked.add(official.slug)
            known |= self._printed(official)
        return known

    def _printed(self, official: Official) -> set[str]:
        """Where readouts here print an official, splits of registrars observed."""
        keys = [row.slug for row in self._officials.standing_for(official)]
        given = [split for split in self._splits if split.key in keys or split.into in keys]
        rows = Participation.objects.filter(
            official__slug__in={*keys, *(split.key for split in given)},
            organization__isnull=False,
        ).order_by()
        if not given:
            return set(rows.values_list("organization__slug", flat=True).distinct())
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
        if organization is None or self.has(official, organization):
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
