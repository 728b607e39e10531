"""Under which keys a row of the register is found, how it is printed, and by what.

Here nothing is decided: `register_merging` and `register_splitting` read it before they do.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q

from readouts.models.publication import Publication
from readouts.models.readout import Participation, Readout
from readouts.models.register import Official, Organization
from readouts.models.register_decision import RegisterDecision
from readouts.models.register_row import RegisterRow

# The column of a participation in which the name of a row is printed.
_COLUMNS: dict[type[RegisterRow], str] = {Official: "name", Organization: "organization_name"}


def kind_of(row: RegisterRow) -> str:
    """The word under which decisions name this kind of row."""
    return str(row._meta.model_name)


def named_by(row: RegisterRow) -> set[int]:
    """The numbers of the publications that stand and are found by this row."""
    links = type(row).public_links().filter(**{row.link_column: row.pk})
    return set(links.values_list("publication_id", flat=True))


def printed_forms(row: RegisterRow) -> list[str]:
    """Every way in which working copies print the name of a row."""
    column = _COLUMNS.get(type(row))
    if column is None:
        return []
    printed = Participation.objects.filter(**{kind_of(row): row.pk}).exclude(**{column: ""})
    return sorted(set(printed.order_by().values_list(column, flat=True).distinct()))


def working_copies(row: RegisterRow) -> int:
    """How many readouts at the desk name the row."""
    if isinstance(row, Official):
        readouts = Readout.objects.filter(encounters__participations__official=row)
    elif isinstance(row, Organization):
        takes_part = Q(encounters__participations__organization=row)
        readouts = Readout.objects.filter(takes_part | Q(organizations=row))
    else:
        readouts = Readout.objects.filter(topics=row.pk)
    return readouts.distinct().count()


# --- a part of what is found by a row -----------------------------------------------------------


@dataclass(frozen=True)
class Printed:
    """One way in which a row is printed, in how many readouts, with the latest as an example."""

    name: str
    organization: str
    count: int
    example: str


@dataclass(frozen=True)
class Part:
    """Which of the readouts that name a row are meant: those that print this name, of this
    organization ("" for any), and only those of these references (none for all)."""

    name: str = ""
    organization: str = ""
    references: tuple[str, ...] = ()


def printed(row: RegisterRow) -> list[Printed]:
    """How working copies print what is found by a row now, the commonest first. What was given to
    it or away from it by reference alone is counted where its key is."""
    column = _COLUMNS.get(type(row))
    if column is None:
        return []
    kind = kind_of(row)
    by_key = defaultdict(list)
    for decision in RegisterDecision.objects.splits().filter(kind=kind, references=[]):
        by_key[decision.key].append(decision)
    found = (
        Participation.objects.filter(**{f"{kind}__slug__in": [each.key for each in origins(row)]})
        .exclude(**{column: ""})
        .order_by()
        .values_list(f"{kind}__slug", column, "organization_name")
        .annotate(
            count=Count("encounter__readout", distinct=True),
            example=Max("encounter__readout__reference"),
        )
    )
    own = set(keys_of(row))
    counted: dict[tuple[str, str], Printed] = {}
    for key, name, organization, count, example in found:
        given = next((d for d in by_key[key] if d.covers("", name, organization)), None)
        if (given.into if given else key) in own:
            form = (name, organization if kind == "official" else "")
            before = counted.get(form)
            counted[form] = Printed(*form, count + (before.count if before else 0), example)
    return sorted(counted.values(), key=lambda form: (-form.count, form.name, form.organization))


@dataclass(frozen=True)
class Origin:
    """A key in shapes by which a row is found; all of it, or the part that a split gave."""

    key: str
    part: Part = Part()


def origins(row: RegisterRow) -> list[Origin]:
    """Under which keys shapes name what is found by a row: its own, those of its doubles, and
    those from which a split gave it something."""
    keys = keys_of(row)
    given = RegisterDecision.objects.splits().filter(kind=kind_of(row), into__in=keys)
    return [
        *(Origin(key) for key in keys),
        *(Origin(d.key, Part(d.name, d.organization, tuple(d.references))) for d in given),
    ]


def keys_of(row: RegisterRow) -> list[str]:
    """The key of a row and of all that were merged into it."""
    keys: list[str] = []
    rows: list[Any] = [row]
    while rows:
        each = rows.pop(0)
        keys.append(each.slug)
        rows += each.merged.all()
    return keys


def covered(row: RegisterRow, part: Part) -> set[int]:
    """The numbers of the publications found by the row now that the part is about."""
    public = Publication.objects.filter(pk__in=named_by(row))
    if part.references:
        public = public.filter(reference__in=part.references)
    column = _COLUMNS.get(type(row))
    if column and (part.name or part.organization):
        words = {column: part.name}
        if isinstance(row, Official):
            words["organization_name"] = part.organization
        shown = Participation.objects.filter(
            **{f"{kind_of(row)}__slug__in": [each.key for each in origins(row)]},
            **{name: value for name, value in words.items() if value},
        )
        public = public.filter(readout__in=shown.values("encounter__readout"))
    return set(public.values_list("pk", flat=True))
