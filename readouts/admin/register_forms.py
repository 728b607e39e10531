"""Forms of the register: names a line each, keys as “name=value”, terms that don't overlap."""

from __future__ import annotations

import datetime
from itertools import combinations
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from readouts.models.partial_dates import Precision
from readouts.models.register import Appointment


class LinesField(forms.CharField):
    """A list of words, one a line; blank lines and repetitions are dropped."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = (" ".join(line.split()) for line in (super().to_python(value) or "").splitlines())
        return list(dict.fromkeys(filter(None, lines)))

    def run_validators(self, value: Any) -> None:
        super().run_validators("\n".join(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.to_python(data)


class PairsField(forms.CharField):
    """Keys of a row in other systems, “wikidata=Q1253”, one a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return "\n".join(f"{key}={text}" for key, text in value.items())
        return value

    def to_python(self, value: Any) -> Any:
        pairs: dict[str, str] = {}
        for line in filter(None, map(str.strip, (super().to_python(value) or "").splitlines())):
            key, equals, text = (part.strip() for part in line.partition("="))
            if not (key and equals and text):
                raise ValidationError(
                    "“%(line)s” is not understood. Write the name of the system, an equals sign "
                    "and the key there, such as wikidata=Q1253.",
                    params={"line": line},
                )
            pairs[key] = text
        return pairs

    def run_validators(self, value: Any) -> None:
        super().run_validators("\n".join(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return (initial or {}) != self.to_python(data)
        except ValidationError:
            return True


def _textarea(*, rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "class": "vLargeTextField"})


class RegisterForm(forms.ModelForm):
    """The form of an organization or a topic."""

    aliases = LinesField(
        required=False,
        widget=_textarea(rows=5),
        help_text="Other spellings, transliterations, translations and former names, one a line. "
        "Accents and capitals do not matter for searching.",
    )


class OfficialForm(forms.ModelForm):
    """The form of a person."""

    aliases = LinesField(
        required=False,
        widget=_textarea(rows=5),
        help_text="Other spellings, transliterations and former names, one a line. "
        "Accents and capitals do not matter for searching.",
    )
    identifiers = PairsField(
        required=False,
        widget=_textarea(rows=2),
        help_text="Keys of this person elsewhere, one a line, such as wikidata=Q1253.",
    )


class AppointmentForm(forms.ModelForm):
    """The form of one appointment. A date known to the month is kept as its first day."""

    class Meta:
        labels = {
            "start": "First day",
            "start_precision": "First day known to the",
            "end": "Last day",
            "end_precision": "Last day known to the",
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        for end in ("start", "end"):
            date, precision = cleaned.get(end), cleaned.get(f"{end}_precision")
            if date and precision:
                cleaned[end] = _first_day(date, precision)
        return cleaned


def _office(appointment: Appointment) -> tuple[object, ...]:
    return appointment.organization_id, appointment.title, appointment.kind


def _first_day(date: datetime.date, precision: str) -> datetime.date:
    if precision == Precision.YEAR:
        return date.replace(month=1, day=1)
    return date.replace(day=1) if precision == Precision.MONTH else date


class AppointmentFormSet(forms.BaseInlineFormSet):
    """The appointments of one official, looked at together: each form knows only what is saved."""

    def clean(self) -> None:
        super().clean()
        for earlier, later in combinations(self._kept(), 2):
            if _office(earlier) == _office(later) and earlier.overlaps(later):
                raise ValidationError(
                    f"Two of these appointments are the same office at the same time: {earlier} "
                    f"and {later}. End one term before the other begins, or remove one of them."
                )

    def _kept(self) -> list[Appointment]:
        deleted = self.deleted_forms if self.can_delete else []
        forms_kept = [form for form in self.forms if form not in deleted and form.has_changed()]
        return [form.instance for form in forms_kept if form.is_valid()]
