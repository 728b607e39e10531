"""The pages on which a registrar merges, splits and undoes; each shows what will happen first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from readouts.admin.register_choices import OtherForm, ReasonForm, SplitForm
from readouts.admin.register_doubts import printed_forms
from readouts.archive.doubles import likely_doubles
from readouts.editorial.register_merging import NotDecided, merge, planned_merge, undo_merge
from readouts.editorial.register_splitting import planned_split, split_to, undo_split
from readouts.models.register import Official, Topic
from readouts.models.register_decision import RegisterDecision

# --- pages --------------------------------------------------------------------------------------


def merge_page(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the other entry; read what moves; merge."""
    row = _row(model_admin, request, pk)
    told = request.POST if request.method == "POST" else request.GET
    choice = OtherForm(told if "into" in told else None, model_admin=model_admin)
    into = choice.cleaned_data["into"] if choice.is_bound and choice.is_valid() else None
    reason = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and into and reason.is_valid():
        try:
            merge(row, into, request.user, reason=reason.cleaned_data["reason"])  # type: ignore[arg-type]
        except NotDecided as refusal:
            messages.error(request, str(refusal))
        else:
            _log(model_admin, request, row, f"merged into “{into}” ({into.slug})")
            _log(model_admin, request, into, f"took in “{row}” ({row.slug})")
            messages.success(
                request, f"“{row}” is merged into “{into}”. Undo it on the page of “{row}”."
            )
            return redirect(_page_of(into))
    context = {
        "choice": choice,
        "into": into,
        "plan": planned_merge(row, into) if into else None,
        "reason": reason,
        "doubles": likely_doubles([row]).get(row.pk, []),
    }
    return _page(model_admin, request, row, "merge", context)


def split_page(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Say which readouts are meant and to which entry they belong; read what happens; split."""
    row = _row(model_admin, request, pk)
    data = request.POST if request.method == "POST" else None
    form = SplitForm(data, row=row, model_admin=model_admin)
    if isinstance(row, Topic):
        del form.fields["form"]
    plan = None
    if request.method == "POST" and form.is_valid():
        plan = planned_split(row, form.target(), form.part())
        if "decided" in request.POST and not plan.refusals:
            try:
                return _split(model_admin, request, row, form)
            except NotDecided as refusal:
                plan = replace(plan, refusals=[str(refusal)])
    return _page(model_admin, request, row, "split", {"form": form, "plan": plan})


def _split(model_admin: Any, request: HttpRequest, row: Any, form: SplitForm) -> HttpResponse:
    """Do what was previewed. Raises NotDecided."""
    told = form.cleaned_data
    into, count = split_to(
        row,
        form.target(),
        form.part(),
        request.user,  # type: ignore[arg-type]
        reason=told["reason"],
    )
    _log(model_admin, request, row, f"gave {_readouts(count)} to “{into}” ({into.slug})")
    _log(model_admin, request, into, f"took {_readouts(count)} from “{row}” ({row.slug})")
    messages.success(request, f"“{into}” has {_readouts(count)} that named “{row}”.")
    return redirect(_page_of(row))


def undo(model_admin: Any, request: HttpRequest, pk: int, decision: int = 0) -> HttpResponse:
    """Undo the merge of a row, or one split of it; asked by POST from its page."""
    row = _row(model_admin, request, pk)
    if request.method == "POST":
        try:
            if decision:
                wanted = get_object_or_404(
                    RegisterDecision,
                    pk=decision,
                    verb="split",
                    kind=model_admin.opts.model_name,
                    key=row.slug,
                )
                undo_split(wanted, request.user)  # type: ignore[arg-type]
                words = f"split undone: {wanted.which()} found here again"
            else:
                words = f"merge into “{row.merged_into}” undone"
                undo_merge(row, request.user)  # type: ignore[arg-type]
        except NotDecided as refusal:
            messages.error(request, str(refusal))
        else:
            _log(model_admin, request, row, words)
            messages.success(request, f"“{row}”: {words}.")
    return redirect(_page_of(row))


def beside_the_form(row: Any) -> dict[str, Any]:
    """What the page of a row tells besides its fields."""
    kind = str(row._meta.model_name)
    decisions = RegisterDecision.objects.standing().filter(kind=kind)
    found: dict[str, Any] = {
        "splits": decisions.filter(verb="split", key=row.slug),
        "doubles_here": list(row.merged.all()),
        "kind": kind,
    }
    if not row.checked and row.merged_into_id is None:
        found["forms"] = printed_forms([row]).get(row.pk, [])
        found["doubles"] = likely_doubles([row]).get(row.pk, [])
    return found


# --- what they share ----------------------------------------------------------------------------


def _row(model_admin: Any, request: HttpRequest, pk: int) -> Any:
    row = get_object_or_404(model_admin.model, pk=pk)
    if not model_admin.has_change_permission(request, row):
        raise PermissionDenied
    return row


def _page(
    model_admin: Any, request: HttpRequest, row: Any, name: str, context: dict[str, Any]
) -> HttpResponse:
    shared = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": f"{name.capitalize()} “{row}”",
        "row": row,
        "kind": model_admin.opts.model_name,
        "media": model_admin.media + (context.get("form") or context["choice"]).media,
        "is_person": model_admin.model is Official,
    }
    return TemplateResponse(request, f"admin/register/{name}.html", shared | context)


def _page_of(row: Any) -> Any:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def _log(model_admin: Any, request: HttpRequest, row: Any, words: str) -> None:
    model_admin.log_change(request, row, f"{words[:1].upper()}{words[1:]}.")


def _readouts(count: int) -> str:
    return f"{count} readout{'' if count == 1 else 's'}"
