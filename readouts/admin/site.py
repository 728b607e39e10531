"""The admin site of the office."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse


class OfficeAdminSite(admin.AdminSite):
    """Django's admin; its home is the desk."""

    site_header = "Readouts"
    site_title = "Readouts"
    index_title = "The desk"
    enable_nav_sidebar = False

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """What waits for this person, then everything there is."""
        # The site is made before the rooms are loaded.
        from readouts.admin import desk, register_doubts

        waiting = (
            desk.sections(request.user)  # type: ignore[arg-type]
            if request.user.has_perm("readouts.view_readout")
            else []
        )
        told = {"sections": waiting, "register_doubts": register_doubts.waiting(request.user)}
        return super().index(request, told | (extra_context or {}))
