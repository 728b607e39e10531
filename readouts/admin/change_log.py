"""What changed from what to what, in words, for Django's log of the admin (“History”)."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms

from readouts.models.partial_dates import Precision, printed

Message = list[dict[str, dict[str, Any]]]


def with_values(message: Message, form: Any, formsets: Any, *, add: bool) -> Message:
    """Django's change message with the old and the new value of every field changed."""
    changed = [entry["changed"] for entry in message if "changed" in entry]
    for entry, form_changed in zip(changed, _changed_forms(form, formsets, add), strict=True):
        entry["fields"] = differences(form_changed)
    return message


def _changed_forms(form: Any, formsets: Any, add: bool) -> list[Any]:
    """The forms behind the “changed” entries of Django's message, in the order of the entries."""
    found = [form] if form.changed_data and not add else []
    for formset in formsets or []:
        forms_by_key = {each.instance.pk: each for each in formset.forms}
        found += [forms_by_key[row.pk] for row, _ in formset.changed_objects]
    return found


def differences(form: forms.BaseForm) -> list[str]:
    """One phrase a changed field: “short name from “Turkey” to “Türkiye””."""
    return [_difference(form, name) for name in form.changed_data]


def _difference(form: forms.BaseForm, name: str) -> str:
    field = form.fields[name]
    label = str(field.label or name.replace("_", " "))
    label = label[:1].lower() + label[1:]
    old = in_words(field, form.get_initial_for_field(field, name))
    new = in_words(field, form.cleaned_data.get(name))
    return f"{label} from {old} to {new}"


def in_words(field: forms.Field, value: Any) -> str:
    """A value as a person reads it: an object by its name, a choice by its label."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value in (None, "", [], {}):
        return "nothing"
    if isinstance(value, datetime.date):
        return printed(value, Precision.DAY)
    if isinstance(value, list):
        return "“" + "; ".join(map(str, value)) + "”"
    if isinstance(value, dict):
        return "“" + "; ".join(f"{key}={text}" for key, text in value.items()) + "”"
    return f"“{_label(field, value)}”"


def _label(field: forms.Field, value: Any) -> Any:
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
        key = getattr(value, "pk", value)
        return field.queryset.filter(pk=key).first() or value
    if isinstance(field, forms.ChoiceField):
        return dict(field.choices).get(value, value)  # type: ignore[arg-type]
    return value
