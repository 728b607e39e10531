"""The one definition of the filters: list, feed and whatever else lists readouts use it.

The gate's query set is passed in, never taken from the model. Filters go through the link tables;
those of the encounter (kind, country, dates) must all hold of the same encounter.
"""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import urlencode

import django_filters
from django.db.models import Q, QuerySet

from readouts import search
from readouts.models.publication import (
    PublicationEncounter,
    PublicationLink,
    PublicationOfficial,
    PublicationOrganization,
    PublicationQuerySet,
    PublicationTag,
    PublicationTopic,
)
from readouts.models.register import Official, Organization, Topic
from readouts.public import filter_form, statement
from readouts.public.filter_form import Choice, FilterForm
from readouts.public.periods import EXAMPLES, Period


class LinkFilter(django_filters.Filter):
    """Readouts that a link table joins to one row: a single range of its index, already in the
    order of lists. Only what stands has links."""

    field_class = filter_form.NamedField

    def __init__(self, link: type[PublicationLink], column: str, **kwargs: Any) -> None:
        self.link, self.column = link, column
        super().__init__(**kwargs)

    def links(self, value: Choice) -> QuerySet[Any]:
        return self.link._default_manager.filter(**{self.column: value.key})

    def filter(self, queryset: PublicationQuerySet, value: Choice | None) -> PublicationQuerySet:
        if value is None:
            return queryset
        return queryset.filter(pk__in=self.links(value).values("publication_id"))


class ColumnFilter(django_filters.Filter):
    """Readouts by a column of their own."""

    def filter(self, queryset: PublicationQuerySet, value: Choice | None) -> PublicationQuerySet:
        return queryset.filter(**{self.field_name: value.key}) if value else queryset


class PrincipalFilter(ColumnFilter):
    field_class = filter_form.NamedField


class LanguageFilter(ColumnFilter):
    field_class = filter_form.LanguageField


class EncounterFilter(django_filters.Filter):
    """A condition on the encounters told of; the filter set joins them to one."""

    def __init__(self, field_class: Any, **kwargs: Any) -> None:
        self.field_class = field_class
        super().__init__(**kwargs)

    def condition(self, value: Any) -> Q:
        if not isinstance(value, Period):
            return Q(**{self.field_name: value.key})
        if self.field_name == "to":
            return Q(date__lte=value.last)
        # No period is longer than a year, so the range of the index has a beginning too.
        beginning = datetime.date(value.first.year, 1, 1)
        return Q(until__gte=value.first, date__gte=beginning)


class WordsFilter(django_filters.Filter):
    field_class = filter_form.WordsField

    def filter(self, queryset: PublicationQuerySet, value: str) -> PublicationQuerySet:
        return search.match(queryset, value) if value else queryset


class OrderFilter(django_filters.ChoiceFilter):
    """By fit or by date; it narrows nothing."""

    def filter(self, queryset: PublicationQuerySet, value: str) -> PublicationQuerySet:
        return queryset


def _period_filter(name: str, label: str) -> EncounterFilter:
    return EncounterFilter(
        filter_form.PeriodField, field_name=name, label=label, max_length=40, help_text=EXAMPLES
    )


class ReadoutFilter(django_filters.FilterSet):
    """The filters of readouts, by the parameters that stand in addresses."""

    q = WordsFilter(label="Words", max_length=200)
    official = LinkFilter(PublicationOfficial, "official_id", model=Official, noun="official")
    organization = LinkFilter(
        PublicationOrganization, "organization_id", model=Organization, noun="organization"
    )
    topic = LinkFilter(PublicationTopic, "topic_id", model=Topic, noun="topic")
    tag = LinkFilter(PublicationTag, "slug", noun="tag")
    kind = EncounterFilter(filter_form.KindField, field_name="kind")
    country = EncounterFilter(filter_form.CountryField, field_name="country")
    principal = PrincipalFilter(field_name="principal_id", model=Official, noun="principal")
    language = LanguageFilter(field_name="language", max_length=20)
    first = _period_filter("from", "From")
    last = _period_filter("to", "To")
    order = OrderFilter(choices=[("relevance", "Best matches first"), ("date", "Newest first")])

    class Meta:
        form = FilterForm

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """Filters by parameter; `from` cannot be a name in Python."""
        spoken = {"first": "from", "last": "to"}
        return {spoken.get(name, name): f for name, f in super().get_filters().items()}

    @property
    def qs(self) -> PublicationQuerySet:
        """What the filters leave; nothing at all while one of them is nonsense."""
        return self.narrowed() if self.is_valid() else self.queryset.none()

    def is_valid(self) -> bool:
        return not self.is_bound or super().is_valid()

    @property
    def active(self) -> dict[str, Any]:
        """What is filtered by, parameter to value; empty where nothing is, or it is nonsense."""
        if not self.is_bound or not self.is_valid():
            return {}
        return {
            name: value
            for name, value in self.form.cleaned_data.items()
            if value and name != "order"
        }

    @property
    def by_relevance(self) -> bool:
        """Whether the best matches come first: the rule where words are looked for."""
        return bool(self.active.get("q")) and self.form.cleaned_data.get("order") != "date"

    def narrowed(self, *without: str) -> PublicationQuerySet:
        """What the filters leave, some of them left out; `is_valid` has been asked."""
        queryset: PublicationQuerySet = self.queryset
        for keys in self.keys(*without):
            queryset = queryset.filter(pk__in=keys)
        return queryset

    def keys(self, *without: str) -> list[QuerySet[Any]]:
        """Query sets of keys of publications: what all filters but some leave is in every one.

        Links are asked directly, without a look at the publications; filters on columns and words
        make one query set together.
        """
        found: list[QuerySet[Any]] = []
        of_row: PublicationQuerySet | None = None
        for name, value in self.active.items():
            filter_ = self.filters[name]
            if name in without or isinstance(filter_, EncounterFilter):
                continue
            if isinstance(filter_, LinkFilter):
                found.append(filter_.links(value).values("publication_id"))
            else:
                of_row = filter_.filter(self.queryset if of_row is None else of_row, value)
        if condition := self.encounter_condition(*without):
            encounters = PublicationEncounter.objects.filter(condition)
            found.append(encounters.values("publication_id"))
        return found if of_row is None else [*found, of_row.order_by().values("pk")]

    def leading_links(self) -> QuerySet[Any] | None:
        """The links of one filter, narrowed by all others; None where no filter goes by links.

        A list in the order of these links needs no sorting, however large the archive.
        """
        for name, value in self.active.items():
            filter_ = self.filters[name]
            if isinstance(filter_, LinkFilter):
                links = filter_.links(value)
                for keys in self.keys(name):
                    links = links.filter(publication__in=keys)
                return links
        return None

    def encounter_condition(self, *without: str) -> Q:
        """What must hold of one and the same encounter; an empty condition if nothing need."""
        condition = Q()
        for name, value in self.active.items():
            filter_ = self.filters[name]
            if name not in without and isinstance(filter_, EncounterFilter):
                condition &= filter_.condition(value)
        return condition

    # --- said in words and in addresses -----------------------------------------------------

    def parameters(self) -> dict[str, str]:
        """The state of the list, as it stands in its canonical address."""
        values = {name: _in_address(value) for name, value in self.active.items()}
        if self.active.get("q") and not self.by_relevance:
            values["order"] = "date"
        return values

    def query(self, *without: str, **instead: str) -> str:
        """The query of an address of this list, some filters left out and some put in."""
        kept = {name: v for name, v in self.parameters().items() if name not in without}
        if "q" in without:
            kept.pop("order", None)
        return urlencode(kept | instead)

    def sentence(self, count: int) -> str:
        """What is shown, as a sentence without its full stop."""
        return statement.sentence(self.active, count, by_relevance=self.by_relevance)

    def chips(self) -> list[statement.Chip]:
        """Each active filter, with the query that is left when it is removed."""
        return [
            statement.Chip(name, statement.chip_text(name, value), self.query(name))
            for name, value in self.active.items()
        ]

    def problems(self) -> list[str]:
        """What cannot be meant, and how to mend it."""
        if self.is_valid():
            return []
        return [str(message) for messages in self.errors.values() for message in messages]


def _in_address(value: Any) -> str:
    if isinstance(value, Period):
        return value.iso
    return value.value if isinstance(value, Choice) else str(value)
