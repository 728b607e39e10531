"""The base of the register's admins: any name finds, history has values, deletion needs reason."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.db import models, transaction
from django.db.models import Case, Value, When
from django.db.models.functions import Concat
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse

from readouts.admin import register_deciding
from readouts.admin.change_log import with_values
from readouts.admin.register_doubts import (
    DoubtsList,
    MergedFilter,
    doubles_in_words,
    forms_in_words,
    is_of_doubts,
    with_readouts,
)
from readouts.admin.register_forms import RegisterForm
from readouts.admin.standing import named_in, refusal
from readouts.folding import fold
from readouts.models.register_row import RegisterRow


@admin.action(description="Confirm as checked", permissions=["change"])
def confirm_as_checked(
    modeladmin: admin.ModelAdmin, request: HttpRequest, queryset: models.QuerySet[Any]
) -> None:
    """Tick rows that an archive load created, and log each of them."""
    with transaction.atomic():
        rows = list(queryset.select_for_update(of=("self",)).filter(checked=False))
        for row in rows:
            row.checked = True
            row.save()
            change = {"changed": {"fields": ["checked from no to yes"]}}
            modeladmin.log_change(request, row, [change])
    counted = f"{len(rows)} {'entry' if len(rows) == 1 else 'entries'} confirmed as checked."
    modeladmin.message_user(request, counted, messages.SUCCESS)


def nearest_first(rows: models.QuerySet[Any], words: str) -> models.QuerySet[Any]:
    """Exact names first, then those that begin with the words, then those with a word that does."""
    folded = fold(words)
    named = rows.annotate(
        fenced=Concat(Value("| "), "folded", Value(" |"), output_field=models.TextField())
    )
    return named.annotate(
        nearness=Case(
            When(fenced__contains=f"| {folded} |", then=0),
            When(fenced__contains=f"| {folded}", then=1),
            When(fenced__contains=f" {folded}", then=2),
            default=3,
        )
    ).order_by("nearness", *rows.query.order_by)


class NamedAdmin(admin.ModelAdmin):
    """What all of the register shares: found by any name, logged with values, deleted only when
    free."""

    form: type[forms.ModelForm] = RegisterForm
    search_fields = ["name"]
    search_help_text = "Any name or alias, with or without accents."
    actions = [confirm_as_checked]
    list_per_page = 50
    empty_value_display = ""

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        if not fold(search_term):
            return (queryset.none() if search_term.strip() else queryset), False
        found = queryset.named_like(search_term)  # type: ignore[attr-defined]
        sorted_by_hand = "o" in request.GET
        return (found if sorted_by_hand else nearest_first(found, search_term)), False

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> list[dict[str, dict[str, Any]]]:
        message = super().construct_change_message(request, form, formsets, add)
        return with_values(message, form, formsets, add=add)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Rows that others name are deleted one at a time, each with its reason if refused."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        may_delete = row is not None and self.has_delete_permission(request, row)
        if row is not None and may_delete and (sentence := refusal(row)):
            messages.error(request, sentence)
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", object_id)
        return super().delete_view(request, object_id, extra_context)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """The slug stays as it is once a readout or a publication names the row."""
        fields = list(super().get_readonly_fields(request, obj))
        return [*fields, "slug"] if obj and named_in(obj) else fields

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj else {"slug": ("name",)}

    @admin.display(description="aliases")
    def also_known_as(self, row: RegisterRow) -> str:
        more = len(row.aliases) - 3
        return ", ".join(row.aliases[:3]) + (f" and {more} more" if more > 0 else "")


class RegisterAdmin(NamedAdmin):
    """The rows that archives name too: unchecked until a registrar confirms, merges or splits."""

    actions = [confirm_as_checked]
    change_form_template = "admin/register/change_form.html"

    class Media:
        css = {"all": ["readouts/admin/register.css"]}

    def get_urls(self) -> list[Any]:
        """The pages on which a registrar decides about doubles, beside the form."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"

        def page(route: str, view: Any, step: str) -> Any:
            asked = self.admin_site.admin_view(partial(view, self))
            return path(f"<int:pk>/{route}", asked, name=f"{name}_{step}")

        return [
            page("merge/", register_deciding.merge_page, "merge"),
            page("split/", register_deciding.split_page, "split"),
            page("part/", register_deciding.undo, "part"),
            page("join/<int:decision>/", register_deciding.undo, "join"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return with_readouts(super().get_queryset(request))

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return DoubtsList

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [MergedFilter, *super().get_list_filter(request)]

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Unchecked rows with what a registrar needs to decide about them."""
        if is_of_doubts(request):
            return ["__str__", "public_readouts", "printed_as", "may_be"]
        named = list(super().get_list_display(request))
        return [*named[:-1], "public_readouts", named[-1]]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        told = register_deciding.beside_the_form(row) if row else {}
        return super().change_view(request, object_id, form_url, told | (extra_context or {}))

    @admin.display(description="readouts", ordering="readouts")
    def public_readouts(self, row: Any) -> int:
        return row.readouts

    @admin.display(description="printed as")
    def printed_as(self, row: Any) -> str:
        return forms_in_words(row)

    @admin.display(description="may be the same as")
    def may_be(self, row: Any) -> str:
        return doubles_in_words(row)

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        """Doubles are not offered where a row is chosen."""
        found, several = super().get_search_results(request, queryset, search_term)
        is_choice = request.path == reverse(f"{self.admin_site.name}:autocomplete")
        return (found.filter(merged_into=None) if is_choice else found), several
