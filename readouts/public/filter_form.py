"""What readers may put into a filter, and what they are told when it cannot be meant."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import CharField, QuerySet, Value
from django.http import QueryDict
from django_countries import countries

from readouts import search
from readouts.languages import language_name
from readouts.models.publication import PublicationTag
from readouts.models.register_row import RegisterRow
from readouts.models.words import EncounterKind
from readouts.public import periods
from readouts.public.periods import Period

# Parameters that say where in a list the reader stands, not what is listed.
POSITIONS = ("before", "after", "page", "more")
# What other sites hang on addresses they pass on; it means nothing to us and is let be.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref")


@dataclass(frozen=True)
class Choice:
    """One value of a filter: in the address, as people read it, and as the tables key it."""

    value: str
    label: str
    key: Any = None

    def __str__(self) -> str:
        return self.label


class NamedField(forms.CharField):
    """A slug that must name something public; `FilterForm` looks all of them up in one query."""

    def __init__(self, *, noun: str, model: type[RegisterRow] | None = None, **kwargs: Any) -> None:
        self.noun, self.model = noun, model
        super().__init__(max_length=120, **kwargs)

    def rows(self, name: str, slug: str) -> QuerySet[Any, tuple[Any, ...]]:
        """(filter, slug, label, key) of what is meant, for a union with other such fields."""
        which = Value(name, output_field=CharField())
        if self.model is None:
            tags = PublicationTag.objects.filter(slug=slug)
            return tags.order_by().values_list(which, "slug", "name", Value(0)).distinct()
        found: QuerySet[Any] = self.model.objects.public().filter(slug=slug).order_by()
        return found.values_list(which, "slug", "name", "pk")

    def choice_now(self, slug: str) -> Choice | None:
        """What is meant by the old key of a row that was merged into another."""
        row: Any = self.model.objects.all().public_now(slug) if self.model else None
        return Choice(row.slug, row.name, row.pk) if row else None


class CodeField(forms.CharField):
    """A word from a fixed list, upper or lower case; `choices` are (value, label) pairs."""

    def __init__(self, *, choices: Any, noun: str, examples: str, **kwargs: Any) -> None:
        self.labels = {value.casefold(): (value, str(label)) for value, label in choices}
        self.noun, self.examples = noun, examples
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> Choice | None:
        text = super().clean(value)
        if not text:
            return None
        if text.casefold() not in self.labels:
            raise forms.ValidationError(f"“{text}” is no {self.noun} we know. {self.examples}")
        code, label = self.labels[text.casefold()]
        return Choice(code, label, code)


class KindField(CodeField):
    def __init__(self, **kwargs: Any) -> None:
        names = ", ".join(EncounterKind.values)
        super().__init__(
            choices=EncounterKind.choices,
            noun="kind of encounter",
            examples=f"The kinds are {names}.",
            **kwargs,
        )


class CountryField(CodeField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=list(countries),
            noun="country",
            examples="Countries are written with their two letters, such as KZ for Kazakhstan.",
            **kwargs,
        )


class LanguageField(forms.CharField):
    """A language tag such as "en"; any that has a name."""

    def clean(self, value: Any) -> Choice | None:
        text = super().clean(value)
        if not text:
            return None
        if not (name := language_name(text.lower())):
            raise forms.ValidationError(
                f"“{text}” is no language we know. Languages are written like en, fr or ar."
            )
        return Choice(text.lower(), name, text.lower())


class PeriodField(forms.CharField):
    """A year, a month or a day."""

    def clean(self, value: Any) -> Period | None:
        text = super().clean(value)
        try:
            return periods.read(text) if text else None
        except ValueError as problem:
            raise forms.ValidationError(str(problem)) from problem


class WordsField(forms.CharField):
    """Words to look for; something must be left of them when they are folded."""

    def clean(self, value: Any) -> str:
        text = " ".join(super().clean(value).split())
        if text and not search.parse(text):
            raise forms.ValidationError(f"“{text}” holds no word to look for. Type a word or name.")
        return text


class FilterForm(forms.Form):
    """The filters of one request, checked together."""

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        self._refuse_repeated()
        self._refuse_unknown()
        self._look_up_names(cleaned)
        first, last = cleaned.get("from"), cleaned.get("to")
        if first and last and first.first > last.last:
            cleaned["from"], cleaned["to"] = last, first
        return cleaned

    def _refuse_repeated(self) -> None:
        if not isinstance(self.data, QueryDict):
            return
        for name in self.fields:
            if len(set(filter(None, self.data.getlist(name)))) > 1:
                self.add_error(
                    name, f"“{name}” is given more than once. Filter by one value of it at a time."
                )

    def _refuse_unknown(self) -> None:
        """An unknown filter left aside would silently show more than was asked for."""
        known = [*self.fields, *POSITIONS]
        for name in self.data:
            if name in known or _TRACKING.fullmatch(name):
                continue
            close = difflib.get_close_matches(name, list(self.fields), n=1)
            cure = (
                f"Did you mean “{close[0]}”?"
                if close
                else f"Filters are: {', '.join(self.fields)}."
            )
            self.add_error(None, f"“{name[:40]}” is no filter of this list. {cure}")

    def _look_up_names(self, cleaned: dict[str, Any]) -> None:
        wanted = {
            name: (field, cleaned[name])
            for name, field in self.fields.items()
            if isinstance(field, NamedField) and cleaned.get(name)
        }
        queries = [field.rows(name, slug) for name, (field, slug) in wanted.items()]
        rows = list(queries[0].union(*queries[1:])) if queries else []
        found = {name: Choice(slug, label, key or slug) for name, slug, label, key in rows}
        for name, (field, slug) in wanted.items():
            cleaned[name] = choice = found.get(name) or field.choice_now(slug)
            if choice is None:
                self.add_error(
                    name,
                    f"No readout here names the {field.noun} “{slug}”. "
                    "Check the spelling, or choose one of those listed under “Narrow down”.",
                )
