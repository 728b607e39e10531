"""The readout at the desk: one form for the text and its encounters, the panel beside it, the list.

State is never a field here: every step goes through `transitions`, every save through `saving`.
"""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from js_asset import Media

from readouts.admin import clearing, pages, transitions
from readouts.admin.forms import ReadoutForm
from readouts.admin.panel import panel
from readouts.admin.reading import Reading
from readouts.admin.readout_list import ReadoutList
from readouts.admin.saving import save
from readouts.editorial import content, workflow
from readouts.models.readout import Readout


@admin.register(Readout)
class ReadoutAdmin(ReadoutList):
    form = ReadoutForm
    fields = tuple(ReadoutForm.Meta.fields)
    change_form_template = "admin/readouts/readout/change_form.html"
    actions_on_bottom = False

    class Media:
        js = ["readouts/admin/desk.js", "readouts/admin/labels.js"]

    # --- who may do what

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing is deleted: revisions are kept for good, and so is what they belong to."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Content may be changed where the workflow says so. A form that is sent to a readout that
        was locked meanwhile is let in, to be refused with everything that was typed."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.is_editable or request.method == "POST")

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return transitions.actions(request)

    # --- pages

    def get_urls(self) -> list[Any]:
        """The pages of one readout, each with an address of its own, before Django's."""
        routes = (
            ("words/", pages.words, "words"),
            ("title/", pages.title, "title"),
            ("<int:pk>/transition/<slug:name>/", transitions.page, "transition"),
            ("<int:pk>/preview/", pages.preview, "preview"),
            ("<int:pk>/difference/", pages.difference, "difference"),
            ("<int:pk>/clearance/", clearing.ask, "clearance_ask"),
            ("<int:pk>/clearance/<int:clearance>/", clearing.answer, "clearance_answer"),
        )
        return [
            path(
                route,
                self.admin_site.admin_view(partial(self._page, view)),
                name=f"readouts_readout_{name}",
            )
            for route, view, name in routes
        ] + super().get_urls()

    def _page(
        self, view: Any, request: HttpRequest, pk: int | None = None, **kwargs: Any
    ) -> HttpResponse:
        """A page of ours, for those who may read readouts; with the readout it is about."""
        readout = None
        if pk is not None:
            readout = self.get_object(request, str(pk))
            if readout is None:
                raise Http404("There is no such readout.")
        if not self.has_view_permission(request, readout):
            raise PermissionDenied
        return view(self, request, *([readout] if readout else []), **kwargs)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        self._asked = {}
        return super().changelist_view(request, {"title": "Readouts"} | (extra_context or {}))

    # --- the form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """A save happens with the row locked, so that whether it comes too late is certain."""
        with transaction.atomic():
            if request.method == "POST" and object_id and object_id.isdecimal():
                list(Readout.objects.select_for_update(of=("self",)).filter(pk=int(object_id)))
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """The text with everything in it is saved at once, as one content."""
        form.said = save(form, request.user)  # type: ignore[arg-type]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing is left to save; say what was done."""
        messages.success(request, form.said)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._onward(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._onward(request, obj)

    def _onward(self, request: HttpRequest, readout: Readout) -> HttpResponse:
        """Back to the readout, or on to the confirm page of the step that was asked for."""
        name = request.POST.get("_then", "")
        if name in workflow.BY_NAME:
            address = reverse("admin:readouts_readout_transition", args=[readout.pk, name])
            return redirect(f"{address}?version={readout.lock_version}")
        return redirect("admin:readouts_readout_change", readout.pk)

    def render_change_form(  # noqa: PLR0917 - as Django calls it
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        form = context["adminform"].form
        nonce = str(request.csp_nonce)  # type: ignore[attr-defined]
        context["media"] = Media.from_media(context["media"], nonce=nonce)
        context["form"] = form
        context["title"] = "New readout"
        context["subtitle"] = None
        if change and obj is not None:
            # What was typed has touched the instance; the panel tells of the stored text.
            stored = Readout.objects.get(pk=obj.pk)
            context |= panel(stored, request.user)  # type: ignore[arg-type]
            context |= {"readout": stored, "title": str(stored)}
            context["reading"] = Reading(content.snapshot(stored))
        response = super().render_change_form(request, context, add, change, form_url, obj)
        if getattr(form, "stale", None):
            response.status_code = HTTPStatus.CONFLICT
        return response
