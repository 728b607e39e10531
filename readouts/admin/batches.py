"""The loads of archives at the desk: what each did, loading a file, undoing a load."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path

from readouts.admin import loading
from readouts.admin.load_reports import brought, counted, remarks, taken_back
from readouts.admin.readonly import ReadOnlyAdmin
from readouts.archive import undoing
from readouts.archive.built_on import in_the_way
from readouts.archive.undoing import NotUndone
from readouts.models.source import ImportBatch

# A load of more records is undone by the command: no browser waits for minutes.
_MOST = 5000


class UndoForm(forms.Form):
    reason = forms.CharField(
        label="Public reason",
        help_text="The public reads this at the address of every record.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the load is undone."},
    )


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    list_display = ["at", "by_name", "files_listed", "what_it_did", "is_undone"]
    list_filter = ["at"]
    search_fields = ["by_name"]
    change_list_template = "admin/batches/list.html"
    change_form_template = "admin/batches/batch.html"

    class Media:
        css = {"all": ["readouts/records.css", "readouts/admin/batches.css"]}

    def get_urls(self) -> list[Any]:
        def page(route: str, view: Any, step: str) -> Any:
            asked = self.admin_site.admin_view(partial(view, self))
            return path(route, asked, name=f"readouts_importbatch_{step}")

        return [
            page("load/", loading.choose_page, "load"),
            page("load/<str:token>/", loading.tried_page, "tried"),
            page("load/<str:token>/refused/", loading.refused_page, "refused"),
            page("<int:pk>/undo/", undo_page, "undo"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> Any:
        whole = request.resolver_match and "object_id" in request.resolver_match.kwargs
        rows = super().get_queryset(request)
        return rows if whole else rows.defer("report")

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        told = {"may_load": request.user.has_perm(loading.PERMISSION)}
        return super().changelist_view(request, told | (extra_context or {}))

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        batch = self.get_object(request, object_id)
        told: dict[str, Any] = {"title": f"What load {object_id} did", "subtitle": None}
        told |= _told(batch, request) if isinstance(batch, ImportBatch) else {}
        return super().change_view(request, object_id, form_url, told | (extra_context or {}))

    @admin.display(description="what it did")
    def what_it_did(self, batch: ImportBatch) -> str:
        found = [f"{count} {words}" for words, count in brought(batch.counts)]
        return ", ".join(found) or "nothing"

    @admin.display(description="files")
    def files_listed(self, batch: ImportBatch) -> str:
        more = len(batch.files) - 3
        return ", ".join(batch.files[:3]) + (f" and {more} more" if more > 0 else "")

    @admin.display(description="undone", boolean=True)
    def is_undone(self, batch: ImportBatch) -> bool:
        return batch.undone_at is not None


def _told(batch: ImportBatch, request: HttpRequest) -> dict[str, Any]:
    """What the page of a load shows."""
    may_undo = request.user.has_perm(undoing.PERMISSION)
    return {
        "counts": counted(batch.counts),
        "remarks": remarks(batch.report, batch.counts),
        "records": batch.sources.count(),
        "may_undo": may_undo,
        "taken_back": taken_back(batch.counts),
        "in_the_way": in_the_way(batch) if may_undo and not batch.undone_at else [],
    }


def undo_page(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """The confirm page of undoing a load, and its carrying out when it is posted."""
    batch = get_object_or_404(ImportBatch, pk=pk)
    if not request.user.has_perm(undoing.PERMISSION):
        raise PermissionDenied
    form = UndoForm(request.POST if request.method == "POST" else None)
    refused = in_the_way(batch)
    is_large = undoing.size(batch) > _MOST
    if request.method == "POST" and not is_large and form.is_valid():
        try:
            done = undoing.undo(batch, request.user, reason=form.cleaned_data["reason"])  # type: ignore[arg-type]
        except NotUndone as refusal:
            refused = [str(refusal)]
        else:
            again = " Loading the same file again makes them public again."
            told = f"The load is undone. {done.told}{again if done.withdrawn else ''}"
            messages.success(request, told)
            return redirect("admin:readouts_importbatch_change", pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": "Undo this load",
        "row": batch,
        "counts": counted(batch.counts),
        "form": form,
        "refused": refused,
        "is_large": is_large,
        "most": f"{_MOST:,}",
        "was_asked": request.method == "POST",
        "media": model_admin.media,
    }
    return TemplateResponse(request, "admin/batches/undo.html", context)
