"""The base of what is kept for reading at the desk: nothing is added, changed or deleted there."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html


class ReadOnlyAdmin(admin.ModelAdmin):
    """An admin of records: lists, filters and pages to read, and no way to write."""

    show_full_result_count = False
    list_per_page = 50
    empty_value_display = ""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def readable(value: Any) -> str:
    """JSON data or text, set so that it can be read: indented, its letters as they are."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)
    return render_to_string("admin/records/_text.html", {"text": text})


def link_to(row: Any, words: str) -> str:
    """These words as a link to the admin page of a row; the bare words if it has no page."""
    if not admin.site.is_registered(type(row)):
        return words
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', address, words)
