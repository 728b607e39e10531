"""What a registrar chooses before a merge or a split: the other entry, the part, the reason."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect

from readouts.editorial.register_printed import Part, Printed, printed


class OtherForm(forms.Form):
    """Which other row is meant."""

    into: Any = forms.ModelChoiceField(queryset=None, label="The entry that stays")

    def __init__(self, data: Any, *, model_admin: Any) -> None:
        super().__init__(data)
        field: Any = self.fields["into"]
        field.queryset = model_admin.model.objects.standing()
        relation = model_admin.model._meta.get_field("merged_into")
        field.widget = AutocompleteSelect(relation, model_admin.admin_site)
        field.widget.choices = field.choices


class ReasonForm(forms.Form):
    reason = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text="Kept with the decision, for whoever asks later. Not public.",
    )


class SplitForm(ReasonForm):
    """Which of the readouts that name a row belong to another row, and to which."""

    form = forms.ChoiceField(
        required=False,
        widget=forms.RadioSelect,
        label="Printed so",
        help_text="All readouts that print exactly this, today and later.",
    )
    references = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        label="Only the readouts",
        help_text="Their references, one a line. Empty: all that print it so.",
    )
    into: Any = forms.ModelChoiceField(queryset=None, required=False, label="Belong to")
    new_name = forms.CharField(
        required=False,
        max_length=120,
        label="or to a new entry named",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    field_order = ["form", "references", "into", "new_name", "reason"]

    def __init__(self, data: Any, *, row: Any, model_admin: Any) -> None:
        super().__init__(data)
        self.forms_printed = {_key(form): form for form in printed(row)}
        choices: Any = self.fields["form"]
        choices.choices = [("", "Whatever they print")] + [
            (key, f"“{form.name}”" + (f", {form.organization}" if form.organization else "")
             + f" ({form.count})")
            for key, form in self.forms_printed.items()
        ]  # fmt: skip
        other: Any = self.fields["into"]
        other.queryset = model_admin.model.objects.standing().exclude(pk=row.pk)
        relation = model_admin.model._meta.get_field("merged_into")
        other.widget = AutocompleteSelect(relation, model_admin.admin_site)
        other.widget.choices = other.choices

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if bool(cleaned.get("into")) == bool(cleaned.get("new_name")) and not self.errors:
            raise forms.ValidationError(
                "Choose the entry to which these readouts belong, or name a new one; not both."
            )
        return cleaned

    def target(self) -> Any:
        """The entry to which they belong, or the name of a new one."""
        return self.cleaned_data["into"] or self.cleaned_data["new_name"].strip()

    def part(self) -> Part:
        """What is meant."""
        chosen = self.cleaned_data.get("form")
        lines = self.cleaned_data["references"].split("\n")
        references = tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))
        if not chosen:
            return Part(references=references)
        form = self.forms_printed[chosen]
        return Part(form.name, form.organization, references)


def _key(form: Printed) -> str:
    """A printed form by its words, so that what was previewed is what is split."""
    return hashlib.sha256(f"{form.name}\n{form.organization}".encode()).hexdigest()[:16]
