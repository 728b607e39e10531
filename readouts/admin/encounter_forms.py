"""The forms of an encounter and of a participation: two flat lists, joined by the encounter's
number, so that no form stands inside a form.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError

from readouts.admin.partial_date import PartialDate, PartialDateField, ZoneField
from readouts.admin.proposals import appointment_choices
from readouts.models.partial_dates import Precision
from readouts.models.readout import Encounter, Participation, Readout
from readouts.models.register import Appointment

_CLOCK = ["%H:%M", "%H.%M", "%Hh%M", "%H:%M:%S"]


class _Row(forms.ModelForm):
    """One row of a list: left as it was offered, a new row counts for nothing."""

    offered: tuple[str, ...] = ()

    @property
    def changed_data(self) -> list[str]:
        changed = super().changed_data
        # What a fresh row is offered with says nothing by itself.
        return [name for name in changed if name not in self.offered] and changed

    @property
    def is_removed(self) -> bool:
        """Whether the row is to go; one without any word never came."""
        removed = self.cleaned_data.get("DELETE") if hasattr(self, "cleaned_data") else False
        return bool(removed)

    @property
    def is_blank(self) -> bool:
        return bool(self.empty_permitted) and not self.has_changed()


class EncounterForm(_Row):
    """One meeting, call or meal."""

    offered = ("position",)

    when = PartialDateField(
        label="Date",
        required=False,
        help_text="As far as it is known: 2010-11-30, 30 November 2010, 2010-11, 2010.",
    )
    time = forms.TimeField(
        required=False,
        input_formats=_CLOCK,
        widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "15:30"}),
        error_messages={"invalid": "Write the time on the clock of 24 hours, such as 15:30."},
        help_text="On the clock of the place.",
    )
    zone = ZoneField(
        label="Time zone",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"list": "zones", "placeholder": "Europe/Zurich"}),
    )

    class Meta:
        model = Encounter
        fields = ["position", "kind", "city", "country", "occasion"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        when = cleaned.get("when")
        exact = isinstance(when, PartialDate) and when.precision == Precision.DAY
        if cleaned.get("time") and "when" in cleaned and not exact:
            self.add_error("when", "A time needs the exact day. Give it, or leave out the time.")
        if cleaned.get("time") and "zone" in cleaned and not cleaned["zone"]:
            self.add_error("zone", "A time needs its zone. Choose one, or leave out the time.")
        return cleaned

    @property
    def day(self) -> tuple[Any, str]:
        """The date and its precision, as far as the form has a date that can be read."""
        when = getattr(self, "cleaned_data", {}).get("when") or self.initial.get("when")
        return (when.date, when.precision) if when else (None, Precision.DAY)


class ParticipationForm(_Row):
    """One who took part, with the words as printed."""

    offered = ("encounter", "position", "side")

    encounter = forms.IntegerField(
        min_value=1, initial=1, widget=forms.NumberInput(attrs={"min": 1}), label="Encounter"
    )

    class Meta:
        model = Participation
        fields = [
            "position", "side", "official", "appointment", "organization",
            "honorific", "name", "title", "organization_name",
        ]  # fmt: skip
        widgets = {
            name: AutocompleteSelect(
                Participation._meta.get_field(name),
                admin.site,
                attrs={"data-placeholder": words},
            )
            for name, words in (
                ("official", "Find by any name"),
                ("organization", "Find by any name"),
            )
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        appointment, official = cleaned.get("appointment"), cleaned.get("official")
        if appointment and official and appointment.official_id != official.pk:
            self.add_error(
                "appointment", f"{official} did not hold this office. Choose one of {official}."
            )
        elif appointment and not official:
            cleaned["official"] = appointment.official
        return cleaned

    def _post_clean(self) -> None:
        """Whether the row says who took part is asked once the register has filled it in."""

    @property
    def official_key(self) -> int | None:
        value = self["official"].value()
        return int(value) if str(value or "").isdigit() else None


class _EncounterList(forms.BaseFormSet):
    def clean(self) -> None:
        numbers = [form.cleaned_data["position"] for form in kept(self) if not form.is_blank]
        for number in {number for number in numbers if numbers.count(number) > 1}:
            raise ValidationError(
                f"Two encounters have the number {number}. Give each a number of its own."
            )


EncounterFormSet = forms.formset_factory(
    EncounterForm, formset=_EncounterList, extra=0, can_delete=True, max_num=30
)
ParticipationFormSet = forms.formset_factory(
    ParticipationForm, extra=0, can_delete=True, max_num=300
)


def kept(formset: Any) -> list[Any]:
    """The rows of a checked list that could be read and are not to go."""
    return [form for form in formset.forms if form.is_valid() and not form.is_removed]


def initial_rows(readout: Readout) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What the two lists show of a stored readout: its encounters, and its participations."""
    if readout.pk is None:
        return [], []
    encounters, participations = [], []
    for encounter in readout.encounters.prefetch_related("participations"):
        row = _fields(encounter, "position kind time zone city country occasion")
        if encounter.date:
            row["when"] = PartialDate(encounter.date, encounter.precision)
        encounters.append(row)
        for person in encounter.participations.all():
            words = _fields(person, " ".join(ParticipationForm.Meta.fields))
            participations.append(words | {"encounter": encounter.position})
    return encounters, participations


def _fields(row: Any, names: str) -> dict[str, Any]:
    keys = ("official", "appointment", "organization")
    return {
        name: getattr(row, f"{name}_id") if name in keys else getattr(row, name)
        for name in names.split()
    }


def offer_appointments(encounters: Any, participations: Any) -> None:
    """Give each participation the offices of its official to choose from, those of the day first.

    One query for all of them, and one for each encounter.
    """
    rows = [(form, form.official_key) for form in participations.forms]
    wanted = {key for _, key in rows if key}
    appointments = list(
        Appointment.objects.filter(official__in=wanted).select_related("organization")
    )
    days = {str(form["position"].value()): form.day for form in encounters.forms}
    held = {
        day: set(
            Appointment.objects.held_on(*day)
            .filter(official__in=wanted)
            .values_list("pk", flat=True)
        )
        for day in set(days.values())
        if day[0] and wanted
    }
    for form, key in rows:
        day = days.get(str(form["encounter"].value()), (None, Precision.DAY))
        theirs = [row for row in appointments if row.official_id == key]
        choices = appointment_choices(theirs, held.get(day, set()), *day)
        form.fields["appointment"].choices = choices
