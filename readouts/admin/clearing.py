"""Clearances at the desk: the page that asks for one and the page that answers it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from readouts.admin.panel import state_of
from readouts.admin.reading import Reading
from readouts.editorial import content
from readouts.editorial.clearances import ClearanceRefused, answer_clearance, ask_clearance
from readouts.editorial.readiness import moment
from readouts.models.readout import Readout
from readouts.models.record import Clearance


def _people() -> Any:
    """Those who can answer at all; superusers among them."""
    may = Q(groups__permissions__codename="clear_readout") | Q(is_superuser=True)
    may |= Q(user_permissions__codename="clear_readout")
    people = get_user_model().objects.filter(may, is_active=True).distinct()
    return people.order_by("first_name", "last_name", "username")


class _PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return obj.get_full_name() or obj.get_username()


class AskForm(forms.Form):
    """Whom to ask for a clearance of the text as it stands, by when and why."""

    person = _PersonField(queryset=None, required=False, empty_label="Nobody in particular")
    group = forms.ModelChoiceField(
        queryset=Group.objects.filter(permissions__codename="clear_readout").order_by("name"),
        required=False,
        empty_label="No group",
        help_text="Anybody in the group can answer, if no person is named.",
    )
    reason = forms.CharField(
        required=False, max_length=300, help_text="What they should look at, in a sentence."
    )
    due_at = forms.DateTimeField(
        required=False,
        label="Wanted by",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    required = forms.BooleanField(
        required=False,
        initial=True,
        label="Required",
        help_text="The text cannot be approved or published without it. A lapse is never a yes.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = _people()  # type: ignore[attr-defined]
        zone = timezone.get_current_timezone_name()
        self.fields["due_at"].help_text = f"On the office’s clock ({zone})."


class AnswerForm(forms.Form):
    """The answer to a request for clearance."""

    answer = forms.ChoiceField(
        choices=[row for row in Clearance.Answer.choices if row[0] != Clearance.Answer.PENDING],
        widget=forms.RadioSelect,
    )
    remark = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed with an objection, and where edits are asked for.",
    )


def ask(model_admin: Any, request: HttpRequest, readout: Readout) -> HttpResponse:
    """The page that asks a person or a group to clear the text as it stands."""
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            asked = ask_clearance(readout, request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except ClearanceRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"{asked.person or asked.group} was asked for a clearance.")
            return redirect("admin:readouts_readout_change", readout.pk)
    return _page(model_admin, request, readout, form, title="Ask for a clearance", button="Ask")


def answer(
    model_admin: Any, request: HttpRequest, readout: Readout, clearance: int
) -> HttpResponse:
    """The page that answers a request, with the text it is about."""
    asked = get_object_or_404(readout.clearances, pk=clearance)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        try:
            answer_clearance(
                asked,
                request.user,  # type: ignore[arg-type]
                words["answer"],
                remark=words["remark"].strip(),
            )
        except ClearanceRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Your answer is recorded.")
            return redirect("admin:readouts_readout_change", readout.pk)
    lead = f"Asked by {asked.requested_by} on {moment(asked.requested_at)}."
    lead += f" {asked.reason}" if asked.reason else ""
    return _page(
        model_admin, request, readout, form, title="Clear this text", button="Answer", lead=lead
    )


def _page(
    model_admin: Any,
    request: HttpRequest,
    readout: Readout,
    form: forms.Form,
    *,
    title: str,
    button: str,
    lead: str = "",
) -> HttpResponse:
    shape = content.snapshot(readout)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "opts": model_admin.opts,
        "readout": readout,
        "form": form,
        "button": button,
        "lead": lead,
        "reading": Reading(shape),
        "digest": content.digest(shape),
        "state": state_of(readout),
    }
    return TemplateResponse(request, "admin/readouts/clearance.html", context)
