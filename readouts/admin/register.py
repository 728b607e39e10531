"""The register at the desk: officials with their appointments, organizations, topics and tags."""

from __future__ import annotations

from typing import Any

import taggit.admin  # noqa: F401  (registers a Tag of its own, which the office does not use)
from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from taggit.models import Tag as UnusedTag

from readouts.admin.register_base import NamedAdmin, RegisterAdmin
from readouts.admin.register_forms import AppointmentForm, AppointmentFormSet, OfficialForm
from readouts.folding import fold
from readouts.models.readout import Tag
from readouts.models.register import Appointment, Official, Organization, Topic

admin.site.unregister(UnusedTag)


class AppointmentInline(admin.StackedInline):
    model = Appointment
    form = AppointmentForm
    formset = AppointmentFormSet
    extra = 0
    autocomplete_fields = ["organization"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("title", "organization"),
                    ("kind", "is_mandate"),
                    ("start", "start_precision"),
                    ("end", "end_precision"),
                ]
            },
        )
    ]


@admin.register(Official)
class OfficialAdmin(RegisterAdmin):
    form = OfficialForm
    inlines = [AppointmentInline]
    list_display = ["sort_name", "latest_office", "also_known_as", "checked"]
    list_filter = ["checked", "appointments__is_mandate", "appointments__kind"]
    fieldsets = [
        (None, {"fields": ["name", "sort_name", "slug", "checked"]}),
        ("Also known as", {"fields": ["aliases", "identifiers"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).prefetch_related("appointments__organization")

    @admin.display(description="latest office")
    def latest_office(self, official: Official) -> str:
        held = list(official.appointments.all())
        return str(held[0]) if held else ""


@admin.register(Organization)
class OrganizationAdmin(RegisterAdmin):
    list_display = ["name", "acronym", "kind", "also_known_as", "checked"]
    list_filter = ["checked", "kind"]
    autocomplete_fields = ["parent", "successor"]
    fieldsets = [
        (None, {"fields": ["name", "official_name", "acronym", "slug", "kind", "checked"]}),
        ("Also known as", {"fields": ["aliases"]}),
        ("In sentences", {"fields": ["adjective", "country_code"]}),
        ("Place among others", {"fields": ["parent", "successor"]}),
    ]


@admin.register(Topic)
class TopicAdmin(RegisterAdmin):
    list_display = ["in_tree", "level", "parent", "also_known_as", "checked"]
    list_filter = ["checked", ("parent", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["parent"]
    list_per_page = 200
    ordering = [Coalesce("parent__name", "name"), F("parent").asc(nulls_first=True), "name"]
    fieldsets = [
        (None, {"fields": ["name", "slug", "parent", "checked"]}),
        ("Also known as", {"fields": ["aliases"]}),
    ]

    @admin.display(description="topic", ordering="name")
    def in_tree(self, topic: Topic) -> str:
        return f"— {topic.name}" if topic.parent_id else topic.name

    @admin.display(description="level")
    def level(self, topic: Topic) -> int:
        return 2 if topic.parent_id else 1

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "parent":
            kwargs["queryset"] = Topic.objects.filter(parent=None)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Tag)
class TagAdmin(NamedAdmin):
    """The desk's free words. A published tag is copied, so that nothing here changes it."""

    form = forms.ModelForm
    actions = []
    list_display = ["name", "slug", "readouts"]
    search_help_text = ""

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        return admin.ModelAdmin.get_search_results(self, request, queryset, search_term)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).annotate(uses=Count("tagged_readouts"))

    @admin.display(description="readouts", ordering="uses")
    def readouts(self, tag: Any) -> int:
        return tag.uses


@admin.register(Appointment)
class AppointmentAdmin(NamedAdmin):
    """Edited with their official; here for autocomplete and for links, and not in the index."""

    form = AppointmentForm
    actions = []
    search_fields = ["title"]
    search_help_text = "Official, office or organization, by any name."
    list_display = ["official", "title", "organization", "kind", "term", "is_mandate"]
    list_filter = ["is_mandate", "kind"]
    list_select_related = ["official", "organization"]
    autocomplete_fields = ["official", "organization"]
    fieldsets = [(None, {"fields": ["official", *AppointmentInline.fieldsets[0][1]["fields"]]})]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return []

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).select_related("official", "organization")

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        for word in fold(search_term).split():
            queryset = queryset.filter(
                Q(official__folded__contains=word)
                | Q(organization__folded__contains=word)
                | Q(title__icontains=word)
            )
        return queryset, False
