"""Splitting a row of the register that wrongly joins two, and undoing it.

What is public names the row by key for good, in an immutable shape. So a split moves no key: it is
recorded as an exception, by what is printed (a name, an organization) or by reference, and every
link is written through `RegisterLookup`, which knows the exceptions. Publishing a correction,
reinstating, relinking and loading into an empty database therefore all agree with the decision,
no digest changes, and undoing it is to strike the exception out.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from readouts.editorial.links import relink
from readouts.editorial.log import Robot, name_of, user_of
from readouts.editorial.register_merging import NotDecided
from readouts.editorial.register_printed import Origin, Part, covered, kind_of, named_by, origins
from readouts.folding import fold
from readouts.models.publication import Publication
from readouts.models.register import Official, Organization
from readouts.models.register_decision import RegisterDecision

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_LONGEST_SLUG = 100


@dataclass(frozen=True)
class Split:
    """What a split would do; shown before it is done. `into` is a row, or the name of a new one."""

    row: Any
    into: Any
    refusals: list[str]
    # What would be found under the other row, the latest first.
    given: list[Publication] = field(default_factory=list)
    # How many would still be found under this one.
    staying: int = 0
    alias: str = ""
    # Whether later readouts that print the same go there too.
    lasts: bool = False

    @property
    def is_new(self) -> bool:
        return isinstance(self.into, str)


def planned_split(row: Any, into: Any, part: Part) -> Split:
    """What would happen; with any refusal nothing would."""
    if refusals := list(_refusals(row, into, part)):
        return Split(row, into, refusals)
    given = covered(row, part)
    names = [into] if isinstance(into, str) else into.all_names()
    rows = Publication.objects.filter(pk__in=given).newest_first()
    return Split(
        row,
        into,
        [],
        given=list(rows.only("reference", "title", "date", "precision", "readout_id")),
        staying=len(named_by(row) - given),
        alias=part.name if part.name not in names else "",
        lasts=not part.references,
    )


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
    if row == into:
        yield "Choose another entry than the one to be split."
        return
    for each in (row, into):
        if not isinstance(each, str) and each.merged_into_id:
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
