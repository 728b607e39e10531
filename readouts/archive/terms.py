"""Appointments as a load needs them: who held which office on a day, asked in memory."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from readouts.archive import spelling
from readouts.editorial.shape import RegisterKeys
from readouts.models.partial_dates import last_day
from readouts.models.register import Appointment, Official


@dataclass(frozen=True, slots=True)
class Term:
    """One appointment. `official` is the key of the row that stands for the person now."""

    pk: int
    official: str
    organization: str
    title: str
    # Days inclusive; an open end reaches to the end of time.
    first: datetime.date
    last: datetime.date
    is_mandate: bool
    natural_key: tuple[str | None, ...]

    def keys(self) -> RegisterKeys:
        """The appointment as a shape names it, with who was appointed and where."""
        official, organization, *_ = self.natural_key
        return {
            "official": str(official),
            "organization": str(organization),
            "appointment": list(self.natural_key),
        }


class Terms:
    """All appointments of the register, by official."""

    def __init__(self, standing: Callable[[str], Official]) -> None:
        self.by_official: dict[str, list[Term]] = defaultdict(list)
        self.by_natural_key: dict[tuple[str | None, ...], Term] = {}
        self.mandates: list[Term] = []
        rows = Appointment.objects.values_list(
            "pk",
            "official__slug",
            "organization__slug",
            "title",
            "kind",
            "start",
            "end",
            "end_precision",
            "is_mandate",
        )
        for pk, official, organization, title, kind, start, end, precision, is_mandate in rows:
            term = Term(
                pk=pk,
                official=standing(official).slug,
                organization=organization,
                title=spelling.key(title),
                first=start or datetime.date.min,
                last=last_day(end, precision) if end else datetime.date.max,
                is_mandate=is_mandate,
                natural_key=(
                    official,
                    organization,
                    title,
                    kind,
                    start.isoformat() if start else None,
                ),
            )
            self.by_official[term.official].append(term)
            self.by_natural_key[term.natural_key] = term
            if is_mandate:
                self.mandates.append(term)

    def of(self, people: Iterable[Official]) -> list[Term]:
        return [term for row in people for term in self.by_official.get(row.slug, ())]


def held(terms: Iterable[Term], day: datetime.date, precision: str) -> list[Term]:
    """Those of the terms that were held on that day, or at any time in the month or year that
    begins there; as `AppointmentQuerySet.held_on` has it."""
    last = last_day(day, precision)
    return [term for term in terms if term.first <= last and term.last >= day]


def appointment(terms: list[Term], title: str, organization: str | None) -> Term | None:
    """The appointment with that title, or the only one with that organization. Two offices in one
    title ("Foreign Minister and Chairperson-in-Office") are no single appointment."""
    if organization:
        terms = [term for term in terms if term.organization == organization]
    wanted = spelling.key(title)
    exact = [term for term in terms if term.title == wanted]
    if len(exact) == 1:
        return exact[0]
    names_two_offices = " and " in title
    return terms[0] if organization and len(terms) == 1 and not names_two_offices else None
