"""The record at the desk, to be read only: revisions, events, publications, sources, loads."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from readouts.admin.readonly import ReadOnlyAdmin, link_to, readable
from readouts.editorial.readiness import moment
from readouts.models.publication import Publication
from readouts.models.record import Event, Revision
from readouts.models.source import SourceRecord


class Standing(admin.SimpleListFilter):
    """Whether a version is what the public reads now."""

    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [
            ("public", "Public now"),
            ("withdrawn", "Withdrawn"),
            ("superseded", "Superseded by a later version"),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "public":
            return queryset.published()
        if self.value() == "withdrawn":
            return queryset.withdrawn()
        if self.value() == "superseded":
            return queryset.exclude(pk__in=queryset.current())
        return queryset


class RecordAdmin(ReadOnlyAdmin):
    """What the lists of the record share: the readout they belong to, and its link."""

    list_select_related = ["readout"]
    search_fields = ["readout__reference", "readout__title"]
    search_help_text = "Reference or title of the readout."
    heavy: tuple[str, ...] = ()

    class Media:
        css = {"all": ["readouts/records.css"]}

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Lists leave out what only the page of one row shows: shapes, texts, raw sources."""
        rows = super().get_queryset(request).select_related(*self.list_select_related)
        whole = request.resolver_match and "object_id" in request.resolver_match.kwargs
        return rows if whole else rows.defer(*self.heavy, "readout__body")

    @admin.display(description="readout", ordering="readout__reference")
    def of_readout(self, row: Any) -> str:
        return link_to(row.readout, row.readout.reference)

    @admin.display(description="content")
    def shape_in_words(self, row: Any) -> str:
        return readable(row.shape)


@admin.register(Revision)
class RevisionAdmin(RecordAdmin):
    list_display = ["__str__", "of_readout", "at", "short_digest"]
    list_filter = ["at", "author_name"]
    date_hierarchy = "at"
    ordering = ["-at", "-pk"]
    heavy = ("shape",)
    fields = ["of_readout", "number", "at", "author_name", "author", "digest", "shape_in_words"]

    @admin.display(description="digest")
    def short_digest(self, revision: Revision) -> str:
        return revision.digest[:12]


@admin.register(Event)
class EventAdmin(RecordAdmin):
    list_display = ["at", "verb", "of_readout", "actor_name", "to_state", "note"]
    list_display_links = ["at", "verb"]
    list_filter = ["verb", "at", "actor_name"]
    date_hierarchy = "at"
    ordering = ["-at", "-pk"]
    heavy = ("details",)
    fieldsets = [
        (None, {"fields": ["of_readout", "number", "verb", "from_state", "to_state", "note"]}),
        ("Who and when", {"fields": ["actor_name", "actor", "at"]}),
        ("Evidence", {"fields": ["digest", "details_in_words", "previous_hash", "hash"]}),
    ]

    @admin.display(description="details")
    def details_in_words(self, event: Event) -> str:
        return readable(event.details)


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    list_display = ["title", "number", "of_readout", "date", "standing"]
    list_filter = [Standing, "language", "kind", "grade", "is_archive"]
    date_hierarchy = "date"
    search_fields = ["reference", "title"]
    heavy = ("shape", "body", "plain_text")
    fieldsets = [
        (
            None,
            {"fields": ["title", "of_readout", "number", "language", "translation_of", "address"]},
        ),
        (
            "Standing",
            {
                "fields": [
                    "standing",
                    "first_published",
                    "published",
                    "superseded_at",
                    "withdrawn_at",
                    "withdrawal_reason",
                    "text_removed",
                    "is_archive",
                ]
            },
        ),
        ("Correction", {"fields": ["grade", "note"]}),
        ("As printed", {"fields": ["principal_name", "principal_title", "date", "place"]}),
        ("Text", {"fields": ["text_in_words"]}),
        ("Evidence", {"fields": ["digest", "shape_in_words"]}),
    ]

    @admin.display(description="first published")
    def first_published(self, publication: Publication) -> str:
        known = publication.first_published_hour_known
        return moment(publication.first_published_at, hour_known=known)

    @admin.display(description="published")
    def published(self, publication: Publication) -> str:
        return moment(publication.published_at, hour_known=publication.published_hour_known)

    @admin.display(description="standing")
    def standing(self, publication: Publication) -> str:
        if publication.superseded_at:
            return "superseded"
        return "withdrawn" if publication.withdrawn_at else "public"

    @admin.display(description="text")
    def text_in_words(self, publication: Publication) -> str:
        return readable(publication.plain_text)


@admin.register(SourceRecord)
class SourceRecordAdmin(RecordAdmin):
    list_display = ["__str__", "of_readout", "layout", "retrieved", "batch", "warned"]
    list_filter = ["layout", "batch"]
    list_select_related = ["readout", "batch"]
    search_fields = [*RecordAdmin.search_fields, "file", "url"]
    search_help_text = "File, address, or the readout’s reference or title."
    heavy = ("raw", "fields")
    fieldsets = [
        (None, {"fields": ["of_readout", "file", "url", "retrieved", "layout", "batch"]}),
        ("What was read where", {"fields": ["fields_in_words", "warnings_in_words"]}),
        ("The source byte for byte", {"fields": ["sha256", "raw_as_text"]}),
    ]

    @admin.display(description="warnings")
    def warned(self, source: SourceRecord) -> str:
        return str(len(source.warnings)) if source.warnings else ""

    @admin.display(description="fields")
    def fields_in_words(self, source: SourceRecord) -> str:
        return readable(source.fields)

    @admin.display(description="warnings")
    def warnings_in_words(self, source: SourceRecord) -> str:
        return readable("\n".join(map(str, source.warnings)) or "None.")

    @admin.display(description="source text")
    def raw_as_text(self, source: SourceRecord) -> str:
        """The bytes as UTF-8; a byte that is none is shown as its number, never dropped."""
        if source.raw is None:
            return "No source was kept."
        return readable(bytes(source.raw).decode("utf-8", errors="backslashreplace"))
