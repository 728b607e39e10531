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
        from readouts.admin import desk  # the site is made before the rooms are loaded

        waiting = (
            desk.sections(request.user)  # type: ignore[arg-type]
            if request.user.has_perm("readouts.view_readout")
            else []
        )
        return super().index(request, {"sections": waiting} | (extra_context or {}))
