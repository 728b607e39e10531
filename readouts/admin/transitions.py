"""Transitions at the desk: for each row of the workflow table a confirm page and a list action.

This is the only place that turns the table into pages; `workflow.perform` carries them out.
"""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from readouts.admin import panel
from readouts.admin.reading import Reading, since_approval, since_publication
from readouts.editorial import content, workflow
from readouts.editorial.workflow import BY_NAME, Refused, Step, Transition
from readouts.models.readout import Readout

OFFERED = tuple(row for row in workflow.TRANSITIONS if not row.is_automatic)
_PROMPTS = {
    "internal": ("Reason", "For the log; only the desk reads it."),
    "public": ("Public reason", "The public reads this on the page of the notice."),
}


class TransitionForm(forms.Form):
    """What a transition asks for beside the click: a reason, a moment, an authority. No content."""

    def __init__(self, transition: Transition, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.transition = transition
        if transition.name == "schedule":
            self.fields["due_at"] = _due_at()
        if transition.name == "publish_urgently":
            self.fields["authority"] = forms.CharField(
                max_length=200,
                label="On whose authority",
                help_text="Name and office of the person who ordered it.",
                error_messages={"required": "Name on whose authority the text is published."},
            )
        if transition.note:
            label, help_text = _PROMPTS[transition.note]
            self.fields["note"] = forms.CharField(
                label=label,
                help_text=help_text,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"required": f"“{transition.label}” needs a reason. Write one."},
            )
        if transition.name == "withdraw":
            self.fields["text_removed"] = forms.BooleanField(
                required=False,
                label="Remove the text too",
                help_text="The address then answers with the notice alone (410 Gone).",
            )

    def words(self) -> dict[str, Any]:
        """The arguments for `workflow.perform`, and nothing that is not asked for here."""
        return {name: self.cleaned_data[name] for name in self.fields}


def _due_at() -> forms.DateTimeField:
    zone = timezone.localtime().tzname()
    return forms.DateTimeField(
        label=f"Publish at ({zone})",
        help_text=f"Date and time on the office’s clock ({timezone.get_current_timezone_name()}).",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"required": "Say when the text is to be published."},
    )


def named(name: str) -> Transition:
    """The transition a page was asked for; 404 for one that people do not take."""
    transition = BY_NAME.get(name)
    if transition is None or transition.is_automatic:
        raise Http404(f"There is no step “{name}”.")
    return transition


def page(model_admin: Any, request: HttpRequest, readout: Readout, name: str) -> HttpResponse:
    """The confirm page of one transition, and its carrying out when it is posted."""
    transition = named(name)
    if request.method != "POST":
        form = TransitionForm(transition, initial=_initial(transition, readout))
        return _confirm(model_admin, request, readout, form)
    form = TransitionForm(transition, request.POST)
    if not form.is_valid():
        return _confirm(model_admin, request, readout, form)
    try:
        done = workflow.perform(
            readout,
            name,
            request.user,  # type: ignore[arg-type]
            expected_version=version_in(request.POST.get("expected_version")),
            **form.words(),
        )
    except Refused as refused:
        readout.refresh_from_db()
        return _confirm(model_admin, request, readout, form, refused=refused)
    state = done.get_state_display()
    messages.success(request, f"{transition.label}: done. The readout is now “{state}”.")
    return redirect("admin:readouts_readout_change", readout.pk)


def version_in(text: str | None) -> int:
    """The lock version a page was shown for; one that no readout has where it is missing."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else -1  # noqa: PLR2004


def _initial(transition: Transition, readout: Readout) -> dict[str, Any]:
    """A schedule is proposed for the end of the embargo, where there is one ahead."""
    ahead = readout.hold_until and readout.hold_until > timezone.now()
    if transition.name != "schedule":
        return {}
    return {"due_at": readout.hold_until if ahead else _next_full_hour()}


def _next_full_hour() -> datetime.datetime:
    later = timezone.localtime() + datetime.timedelta(hours=1)
    return later.replace(minute=0, second=0, microsecond=0)


def _confirm(
    model_admin: Any,
    request: HttpRequest,
    readout: Readout,
    form: TransitionForm,
    *,
    refused: Refused | None = None,
) -> HttpResponse:
    shape = content.snapshot(readout)
    shown = request.GET.get("version")
    comparisons = [
        since_approval(readout, shape),
        since_publication(workflow.live_publication(readout), shape),
    ]
    step = _step(readout, form.transition, request)
    refusals = refused.refusals if refused else step.refusals
    context = {
        **model_admin.admin_site.each_context(request),
        "title": form.transition.label,
        "subtitle": None,
        "opts": model_admin.opts,
        "readout": readout,
        "transition": form.transition,
        "form": form,
        "refusals": refusals,
        "is_open": step.is_open,
        "was_refused": refused is not None,
        "is_stale": request.method == "GET" and shown and version_in(shown) != readout.lock_version,
        "reading": Reading(shape),
        "digest": content.digest(shape),
        "comparisons": [each for each in comparisons if each],
        "state": panel.state_of(readout),
    }
    status = 409 if refused else 200
    return TemplateResponse(request, "admin/readouts/transition.html", context, status=status)


def _step(readout: Readout, transition: Transition, request: HttpRequest) -> Step:
    """The step as it stands for this person; refused if it does not lead on from here."""
    for step in workflow.available(readout, request.user):  # type: ignore[arg-type]
        if step.transition.name == transition.name:
            return step
    state = readout.get_state_display()
    sentence = f"“{transition.label}” is not possible now: the readout is “{state}”."
    return Step(transition, [workflow.Refusal("state", sentence)])


# --- list actions -------------------------------------------------------------------------------


def actions(request: HttpRequest) -> dict[str, tuple[Any, str, str]]:
    """A list action for every transition this person has the permission for."""
    return {
        f"transition_{row.name}": (_action(row), f"transition_{row.name}", f"{row.label}…")
        for row in OFFERED
        if request.user.has_perm(row.permission)
    }


def _action(transition: Transition) -> Any:
    def act(model_admin: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        form = TransitionForm(transition, request.POST if "apply" in request.POST else None)
        if not form.is_valid():
            return _confirm_list(model_admin, request, queryset, form)
        report(request, transition, [_perform(request, row, form) for row in queryset])
        return None

    act.__name__ = f"transition_{transition.name}"
    return act


def _perform(request: HttpRequest, readout: Readout, form: TransitionForm) -> tuple[Readout, str]:
    """One readout of the list: done, or the sentences of the refusal."""
    shown = request.POST.get(f"version_{readout.pk}")
    try:
        workflow.perform(
            readout,
            form.transition.name,
            request.user,  # type: ignore[arg-type]
            expected_version=version_in(shown),
            **form.words(),
        )
    except Refused as refused:
        return readout, str(refused)
    return readout, ""


def report(
    request: HttpRequest, transition: Transition, outcomes: list[tuple[Readout, str]]
) -> None:
    """Say what was done, and each refusal by name."""
    done = [str(readout.reference) for readout, refusal in outcomes if not refusal]
    if done:
        messages.success(request, f"{transition.label}: done for {', '.join(done)}.")
    for readout, refusal in outcomes:
        if refusal:
            messages.error(request, f"{readout.reference}, “{readout}”: {refusal}")


def _confirm_list(
    model_admin: Any, request: HttpRequest, queryset: Any, form: TransitionForm
) -> HttpResponse:
    rows = list(queryset)
    steps = [(row, _step(row, form.transition, request)) for row in rows]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": form.transition.label,
        "opts": model_admin.opts,
        "transition": form.transition,
        "form": form,
        "steps": steps,
        "how_many": sum(step.is_open for _, step in steps),
        "action": f"transition_{form.transition.name}",
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/readouts/transition_list.html", context)
