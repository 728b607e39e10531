"""The pages beside the form: words from the register, the title proposed, differences, preview."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from readouts.admin import proposals
from readouts.admin.forms import ReadoutForm
from readouts.admin.panel import revision_words, state_of
from readouts.admin.partial_date import partial_date
from readouts.admin.reading import Comparison, Reading
from readouts.editorial import content, differences, publishing
from readouts.models.readout import Readout
from readouts.models.register import Appointment, Official


def words(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """What the form proposes for an official on a day, or for a mandate, as JSON."""
    if key := request.GET.get("mandate", ""):
        mandate = get_object_or_404(Appointment, pk=_number(key))
        principal: dict[str, Any] = {"mandate": mandate}
        proposals.fill_principal(principal)
        del principal["mandate"]
        return JsonResponse(principal)
    official = get_object_or_404(Official, pk=_number(request.GET.get("official", "")))
    try:
        when = partial_date(request.GET.get("date", ""))
        day, precision = when.date, when.precision
    except ValidationError:
        day, precision = None, "day"
    return JsonResponse(proposals.as_data(official, day, precision))


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 18:  # noqa: PLR2004 - the largest key a database holds
        raise Http404("There is no such entry in the register.")
    return int(text)


def title(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """The title that what is typed so far gives, as JSON; nothing is saved."""
    if not (model_admin.has_add_permission(request) or model_admin.has_change_permission(request)):
        raise PermissionDenied
    form = ReadoutForm(request.POST)
    form.is_valid()
    return JsonResponse({"title": form.canonical_title()})


def difference(model_admin: Any, request: HttpRequest, readout: Readout) -> HttpResponse:
    """Any two revisions compared, word by word; by default the last two."""
    revisions = list(readout.revisions.defer("shape"))
    numbers = [revision.number for revision in revisions]
    after = _chosen(request, "after", numbers, numbers[0] if numbers else 0)
    before = _chosen(request, "before", numbers, max(after - 1, 1))
    old = get_object_or_404(readout.revisions, number=before)
    new = get_object_or_404(readout.revisions, number=after)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Differences between revisions",
        "opts": model_admin.opts,
        "readout": readout,
        "revisions": revisions,
        "before": before,
        "after": after,
        "comparison": Comparison(
            f"From revision {before} to {after}",
            revision_words(old),
            revision_words(new),
            differences.changes(old.shape, new.shape),
        ),
        "reading": Reading(new.shape),
    }
    return TemplateResponse(request, "admin/readouts/difference.html", context)


def _chosen(request: HttpRequest, name: str, numbers: list[int], otherwise: int) -> int:
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and int(text) in numbers else otherwise


def preview(model_admin: Any, request: HttpRequest, readout: Readout) -> HttpResponse:
    """The page the public would get, marked as a preview and kept by no cache."""
    shape = content.snapshot(readout)
    context = {"readout": readout, "reading": Reading(shape), "state": state_of(readout)}
    if any(encounter["date"] for encounter in shape["encounters"]):
        context["publication"] = publishing.preview(readout)
    response = TemplateResponse(request, "admin/readouts/preview.html", context)
    response["Cache-Control"] = "no-store"
    return response
