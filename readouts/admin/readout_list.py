"""The list of readouts: what a line says, how it is searched, and whom a readout waits for."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest

from readouts.editorial import content
from readouts.editorial.readiness import moment
from readouts.editorial.workflow import who_may
from readouts.folding import fold
from readouts.models.partial_dates import printed
from readouts.models.readout import Encounter, Participation, Readout, State
from readouts.models.record import Revision

# The step that a readout in this state waits for.
_NEXT = {
    State.IN_REVIEW: "approve",
    State.APPROVED: "publish",
    State.HELD: "release",
}


class LanguageFilter(admin.SimpleListFilter):
    title = "language"
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return content.languages()

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(language=self.value()) if self.value() else queryset


class ReadoutList(admin.ModelAdmin):
    """Columns, filters and search of the list; the joins it needs are named here."""

    list_display = ["line", "state_words", "date", "principal", "language_words",
                    "changed", "waits_for"]  # fmt: skip
    list_filter = ["state", LanguageFilter, "origin", ("topics", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["reference"]
    search_help_text = "Reference, title, words of the text, or who took part."
    list_per_page = 50
    show_full_result_count = False
    empty_value_display = ""
    ordering = ["-changed_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Readout]:
        """Readouts with the day of their first encounter and their last author, in one query."""
        first = Encounter.objects.filter(readout=OuterRef("pk")).order_by("position", "pk")
        last = Revision.objects.filter(readout=OuterRef("pk")).order_by("-number")
        rows = super().get_queryset(request)
        return rows.annotate(
            first_date=Subquery(first.values("date")[:1]),
            first_precision=Subquery(first.values("precision")[:1]),
            last_author=Subquery(last.values("author_name")[:1]),
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Readout], search_term: str
    ) -> tuple[QuerySet[Readout], bool]:
        """Readouts that hold every word somewhere: reference, title, body, or a participant."""
        for word in search_term.split():
            took_part = Participation.objects.filter(
                Q(name__icontains=word)
                | Q(title__icontains=word)
                | Q(organization_name__icontains=word)
                | Q(official__folded__contains=fold(word) or word)
                | Q(organization__folded__contains=fold(word) or word),
                encounter__readout=OuterRef("pk"),
            )
            queryset = queryset.filter(
                Q(reference__icontains=word)
                | Q(title__icontains=word)
                | Q(body__icontains=word)
                | Q(principal_name__icontains=word)
                | Exists(took_part)
            )
        return queryset, False

    @admin.display(description="readout", ordering="title")
    def line(self, readout: Any) -> str:
        return f"{readout.reference} · {readout.title or 'No title yet'}"

    @admin.display(description="state", ordering="state")
    def state_words(self, readout: Any) -> str:
        return readout.get_state_display().partition(":")[0]

    @admin.display(description="date", ordering=F("first_date").desc(nulls_last=True))
    def date(self, readout: Any) -> str:
        return printed(readout.first_date, readout.first_precision)

    @admin.display(description="principal", ordering="principal_name")
    def principal(self, readout: Any) -> str:
        return readout.principal_name

    @admin.display(description="language", ordering="language")
    def language_words(self, readout: Any) -> str:
        return dict(content.languages()).get(readout.language, readout.language)

    @admin.display(description="changed", ordering="changed_at")
    def changed(self, readout: Any) -> str:
        return moment(readout.changed_at)

    @admin.display(description="waits for")
    def waits_for(self, readout: Any) -> str:
        if readout.state == State.DRAFT:
            return readout.last_author or "its author"
        if readout.state == State.SCHEDULED:
            return moment(readout.due_at)
        step = _NEXT.get(readout.state)
        return self._who_may(step) if step else ""

    def _who_may(self, step: str) -> str:
        """The groups that can take a step, asked once a request (see `changelist_view`)."""
        if step not in self._asked:
            self._asked[step] = who_may(step)
        return self._asked[step]

    _asked: dict[str, str]
