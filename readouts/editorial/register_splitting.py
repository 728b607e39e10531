"""Splitting a row of the register that wrongly joins two, and undoing it.

What is public names the row by key for good, in an immutable shape. So a split moves no key: it is
recorded as an exception, by what is printed (a name, an organization) or by reference, and every
link is written through `RegisterLookup`, which knows the exceptions. Publishing a correction,
reinstating, relinking and loading into an empty database therefore all agree with the decision,
no digest changes, and undoing it is to strike the exception out.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count, Max
from django.utils import timezone
from django.utils.text import slugify

from readouts.editorial.links import relink
from readouts.editorial.log import Robot, name_of, user_of
from readouts.editorial.register_merging import NotDecided, kind_of, named_by
from readouts.folding import fold
from readouts.models.publication import Publication
from readouts.models.readout import Participation
from readouts.models.register import Official, Organization
from readouts.models.register_decision import RegisterDecision
from readouts.models.register_row import RegisterRow

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_LONGEST_SLUG = 100
# The column of a participation in which the name of a row is printed.
_COLUMNS: dict[type[RegisterRow], str] = {Official: "name", Organization: "organization_name"}


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


def split(
    row: Any, into: Any, part: Part, by: User | Robot, *, reason: str = ""
) -> list[RegisterDecision]:
    """Give a part of the readouts that name `row` to `into`, in one transaction. What names a
    double of `row` goes with it. Raises NotDecided with every reason."""
    with transaction.atomic():
        locked = type(row).objects.select_for_update(of=("self",)).order_by("pk")
        rows = {each.pk: each for each in locked.filter(pk__in=[row.pk, into.pk])}
        row, into = rows[row.pk], rows[into.pk]
        if refusals := list(_refusals(row, into, part)):
            raise NotDecided(" ".join(refusals))
        affected = named_by(row) | named_by(into)
        aliases = _lend_name(into, part)
        parts = [found for each in origins(row) if (found := _narrowed(each, part))]
        decisions = [
            RegisterDecision.objects.create(
                verb=RegisterDecision.Verb.SPLIT,
                kind=kind_of(row),
                key=key,
                into=into.slug,
                name=meant.name,
                organization=meant.organization,
                references=list(meant.references),
                moved={"aliases": aliases},
                reason=reason,
                at=timezone.now(),
                by=user_of(by),
                by_name=name_of(by),
            )
            for key, meant in parts
            if key != into.slug
        ]
        relink(affected)
    return decisions


def undo_split(decision: RegisterDecision, by: User | Robot) -> RegisterDecision:
    """Strike out a split: what it gave away is found by the first row again. Raises NotDecided
    when it is struck out already."""
    with transaction.atomic():
        decision = RegisterDecision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
        if decision.undone_at is not None or decision.verb != RegisterDecision.Verb.SPLIT:
            raise NotDecided("This split was undone already.")
        decision.undone_at = timezone.now()
        decision.undone_by, decision.undone_by_name = user_of(by), name_of(by)
        decision.save()
        into = decision.row_of(decision.into)
        affected: set[int] = set()
        if into is not None:
            affected = named_by(into)
            into.aliases = [n for n in into.aliases if n not in decision.moved["aliases"]]
            into.save()
        relink(affected)
    return decision


def _narrowed(origin: Origin, part: Part) -> tuple[str, Part] | None:
    """The key and the part of it that a split is about, where the row has only a part itself;
    None where the two have nothing in common."""
    given = origin.part
    for told, wanted in ((given.name, part.name), (given.organization, part.organization)):
        if told and wanted and told != wanted:
            return None
    references = part.references or given.references
    if part.references and given.references:
        references = tuple(each for each in part.references if each in given.references)
        if not references:
            return None
    organization = part.organization or given.organization
    return origin.key, Part(part.name or given.name, organization, references)


def _lend_name(into: Any, part: Part) -> list[str]:
    """The printed name becomes an alias of the other row, so that a loader finds it there too."""
    if not part.name or part.name in into.all_names():
        return []
    into.aliases = [*into.aliases, part.name]
    into.save()
    return [part.name]


def _refusals(row: Any, into: Any, part: Part) -> Iterator[str]:
    if row.pk == into.pk:
        yield "Choose another entry than the one to be split."
        return
    for each in (row, into):
        if each.merged_into_id:
            yield f"“{each}” is merged into another entry. Work on “{each.merged_into}” instead."
    if part == Part():
        yield "Say which readouts are meant: by what they print, or by their references."
    elif not covered(row, part):
        yield (
            f"No readout that is public under “{row}” prints that. "
            "Choose one of the printed forms listed, or mend the references."
        )


def split_to(
    row: Any, into: Any, part: Part, by: User | Robot, *, reason: str = ""
) -> tuple[Any, int]:
    """Split as `split` does, into a row or, where `into` is a name, into a new one of that name;
    returns the row and how many publications it was given. Raises NotDecided."""
    with transaction.atomic():
        if isinstance(into, str):
            into = _new_row(row, into)
        count = len(covered(row, part))
        split(row, into, part, by, reason=reason)
    return into, count


def _new_row(row: Any, name: str) -> Any:
    """A checked row of the same kind; the person who splits knows whom it is about."""
    model = type(row)
    wanted = slugify(fold(name))[:_LONGEST_SLUG].strip("-") or kind_of(row)
    taken = set(model.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (wanted if n == 1 else f"{wanted}-{n}" for n in itertools.count(1))
    slug = next(each for each in numbered if each not in taken)
    fields: dict[str, Any] = {"slug": slug, "name": name}
    if isinstance(row, Official):
        fields["sort_name"] = name
    if isinstance(row, Organization):
        fields["kind"] = row.kind
    return model.objects.create(**fields)
