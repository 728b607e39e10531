"""The base of the register's admins: any name finds, history has values, deletion needs reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.db import models, transaction
from django.db.models import Case, Value, When
from django.db.models.functions import Concat
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from readouts.admin.change_log import with_values
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


class RegisterAdmin(admin.ModelAdmin):
    """The base of the register: found by any name, logged with values, deleted only when free."""

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
