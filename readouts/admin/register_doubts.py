"""What the archive loads left to the registrars: unchecked rows, how they are printed, which other
rows may be the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.db.models import Count, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from readouts.archive.doubles import likely_doubles
from readouts.models.readout import Participation, Readout
from readouts.models.register import Official, Organization, Topic
from readouts.models.source import SourceRecord

_FORMS = 3


class MergedFilter(admin.SimpleListFilter):
    """Doubles are out of the way until somebody asks for them."""

    title = "doubles"
    parameter_name = "doubles"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("merged", "Merged into another")]

    def choices(self, changelist: ChangeList) -> Any:
        first, *others = super().choices(changelist)
        yield first | {"display": "Not merged"}
        yield from others

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(merged_into__isnull=self.value() != "merged")


class DoubtsList(ChangeList):
    """A list whose unchecked rows say how they are printed and which rows may be the same."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = [row for row in self.result_list if not row.checked and row.merged_into_id is None]
        if is_of_doubts(request):
            forms, doubles = printed_forms(rows), likely_doubles(rows)
            for row in rows:
                row.printed_forms = forms.get(row.pk, [])
                row.likely_doubles = doubles.get(row.pk, [])


def is_of_doubts(request: HttpRequest) -> bool:
    """Whether the list asked for is that of unchecked rows."""
    return request.GET.get("checked__exact") == "0"


def with_readouts(rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Rows with the number of public readouts that each is named by."""
    model: Any = rows.model
    links = model.public_links().filter(**{model.link_column: OuterRef("pk")}).order_by()
    number = links.values(model.link_column).annotate(n=Count("pk")).values("n")
    return rows.annotate(readouts=Coalesce(Subquery(number, output_field=IntegerField()), 0))


@dataclass(frozen=True)
class Form:
    """One way in which a row is printed, and where from: a readout and the file it came in."""

    name: str
    organization: str
    count: int
    readout: int
    reference: str
    file: str


def printed_forms(rows: list[Any]) -> dict[int, list[Form]]:
    """The commonest printed forms of each row, by its number, in three queries for all of them."""
    if not rows or isinstance(rows[0], Topic):
        return {}
    kind = str(rows[0]._meta.model_name)
    column = "name" if isinstance(rows[0], Official) else "organization_name"
    counted = list(
        Participation.objects.filter(**{f"{kind}__in": [row.pk for row in rows]})
        .order_by()
        .values(row=F(kind), printed=F(column), place=F("organization_name"))
        .annotate(count=Count("pk"), readout=models.Min("encounter__readout"))
        .order_by("-count", "printed")
    )
    examples = [form["readout"] for form in counted]
    references = dict(Readout.objects.filter(pk__in=examples).values_list("pk", "reference"))
    sources = {
        readout: file or url
        for readout, file, url in SourceRecord.objects.filter(readout__in=examples)
        .order_by("-pk")
        .values_list("readout", "file", "url")
    }
    found: dict[int, list[Form]] = defaultdict(list)
    for form in counted:
        if len(found[form["row"]]) < _FORMS:
            place = form["place"] if kind == "official" else ""
            readout = form["readout"]
            found[form["row"]].append(
                Form(
                    name=form["printed"],
                    organization=place,
                    count=form["count"],
                    readout=readout,
                    reference=references[readout],
                    file=sources.get(readout, ""),
                )
            )
    return found


def forms_in_words(row: Any) -> str:
    return render_to_string("admin/register/_forms.html", {"forms": row.printed_forms})


def doubles_in_words(row: Any) -> str:
    context = {"row": row, "doubles": row.likely_doubles, "kind": row._meta.model_name}
    return render_to_string("admin/register/_doubles.html", context)


@dataclass(frozen=True)
class Tile:
    """A number of rows that wait for a registrar, and the list of them."""

    label: str
    count: int
    address: str


def waiting(user: Any) -> list[Tile]:
    """The unchecked rows that this person may confirm, by kind."""
    tiles = []
    for model in (Official, Organization, Topic):
        name = model._meta.model_name
        if user.has_perm(f"readouts.change_{name}"):
            count = model.objects.filter(checked=False, merged_into=None).count()
            address = reverse(f"admin:readouts_{name}_changelist") + "?checked__exact=0"
            label = model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural
            tiles.append(Tile(str(label), count, address))
    return [tile for tile in tiles if tile.count]
