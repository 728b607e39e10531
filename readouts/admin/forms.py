"""The form of a readout with its encounters and participations: read, filled in from the register,
checked together, compared with what somebody else saved meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.utils import timezone

from readouts.admin.encounter_forms import (
    EncounterFormSet,
    ParticipationFormSet,
    initial_rows,
    kept,
    offer_appointments,
)
from readouts.admin.form_shape import typed_shape
from readouts.admin.partial_date import zones
from readouts.admin.proposals import fill_participation, fill_principal, mandate_now
from readouts.editorial import content, differences, titles
from readouts.editorial.shape import LONGEST_TITLE, Shape
from readouts.models.publication import Publication
from readouts.models.readout import Readout
from readouts.models.register import Appointment


@dataclass(frozen=True)
class Stale:
    """Somebody saved since the form was opened: both texts, and how they differ."""

    stored: Shape
    typed: Shape
    is_locked: bool

    @property
    def changes(self) -> list[differences.Change]:
        """From the text that is stored to the one that was typed."""
        return differences.changes(self.stored, self.typed)


def seen(readout: Readout) -> dict[str, str]:
    """What a form was opened with: the lock version, the digest of the text, and the two words
    of the desk that are no part of the text."""
    until = readout.hold_until.isoformat() if readout.hold_until else ""
    return {
        "seen_version": str(readout.lock_version),
        "seen_digest": content.digest(content.snapshot(readout)) if readout.pk else "",
        "seen_margin": f"{until} {readout.title_reason}".strip(),
    }


def _hidden() -> forms.CharField:
    return forms.CharField(required=False, widget=forms.HiddenInput, strip=False)


class ReadoutForm(forms.ModelForm):
    """A readout as one form. `shape()` is what was typed; `stale` is set when it came too late."""

    language = forms.ChoiceField(choices=content.languages)
    translation_of = forms.ModelChoiceField(
        Readout.objects.all(),
        required=False,
        widget=AutocompleteSelect(
            Readout._meta.get_field("translation_of"),
            admin.site,
            attrs={"data-placeholder": "The original, if this is a translation"},
        ),
    )
    mandate = forms.ModelChoiceField(
        Appointment.objects.mandates().select_related("official", "organization"),
        required=False,
        label="Principal’s mandate",
        empty_label="No mandate chosen",
    )
    title = forms.CharField(
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Left empty, it becomes the title that the encounters give.",
    )
    issued = forms.DateField(
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="The date the text is given out, if not the encounter’s.",
    )
    hold_until = forms.DateTimeField(
        required=False,
        label="Embargo: hold until",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    seen_version = _hidden()
    seen_digest = _hidden()
    seen_margin = _hidden()

    class Meta:
        model = Readout
        fields = [
            "language", "translation_of", "title", "title_reason", "body", "mandate",
            "principal_name", "principal_title", "principal_organization", "issued",
            "dateline_city", "dateline_country", "correction_note", "organizations", "topics",
            "tags", "hold_until",
        ]  # fmt: skip
        widgets = {
            name: AutocompleteSelectMultiple(
                Readout._meta.get_field(name),
                admin.site,
                attrs={"data-placeholder": "Find by any name"},
            )
            for name in ("organizations", "topics")
        } | {"correction_note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stale: Stale | None = None
        self.zones = zones()
        rows = initial_rows(self.instance)
        data = self.data if self.is_bound else None
        self.encounters = EncounterFormSet(data, prefix="encounters", initial=rows[0])
        self.participations = ParticipationFormSet(data, prefix="participations", initial=rows[1])
        if self.instance.pk is None:
            self._begin_anew()
        else:
            self.initial.update(seen(self.instance))
        if not Publication.objects.filter(readout_id=self.instance.pk or 0).exists():
            self.fields.pop("correction_note", None)
        zone = timezone.localtime().tzname()
        self.fields[
            "hold_until"
        ].help_text = f"Not to be published before this moment, whoever asks. Office time ({zone})."

    def _begin_anew(self) -> None:
        """A new readout begins with today's mandate, one encounter and one participant."""
        mandate = mandate_now(timezone.localdate())
        self.initial.setdefault("mandate", mandate.pk if mandate else None)
        self.initial.setdefault("language", content.languages()[0][0])
        self.encounters.extra = self.participations.extra = 1

    @property
    def has_changed_beside_text(self) -> bool:
        """Whether anything was changed that is no part of the text."""
        return bool({"title_reason", "hold_until"} & set(self.changed_data))

    def rows_to_show(self) -> list[tuple[Any, list[Any]]]:
        """Each encounter's form with the forms of those who took part, in order."""
        offer_appointments(self.encounters, self.participations)
        rows: dict[str, tuple[Any, list[Any]]]
        rows = {str(form["position"].value()): (form, []) for form in self.encounters.forms}
        shown: list[tuple[Any, list[Any]]] = list(rows.values())
        for form in self.participations.forms:
            number = str(form["encounter"].value())
            (rows.get(number) or (shown[0] if shown else (None, [])))[1].append(form)
        return shown

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        whole = all([self.encounters.is_valid(), self.participations.is_valid()])
        whole = self._join_rows() and whole
        fill_principal(cleaned)
        if "title" in cleaned:
            cleaned["title"] = self._title_to_keep(cleaned)
        if not whole:
            self.add_error(None, "The encounters and participants need another look; see below.")
        self._compare_with_stored()
        return cleaned

    def _join_rows(self) -> bool:
        """Join participations to their encounters by number and fill in what they leave empty."""
        rows = {
            form.cleaned_data.get("position", form.initial.get("position", 1)): form
            for form in self.encounters.forms
            if hasattr(form, "cleaned_data")
        }
        joined = True
        for form in kept(self.participations):
            if form.is_blank:
                continue
            words = form.cleaned_data
            if words["encounter"] not in rows:
                form.add_error(
                    "encounter",
                    f"There is no encounter {words['encounter']}. Give the number of one above.",
                )
                joined = False
                continue
            fill_participation(words, *rows[words["encounter"]].day)
            if not (words.get("name") or words.get("title") or words.get("organization_name")):
                form.add_error(
                    None, "Say who took part: a name, or an office where no name is known."
                )
                joined = False
        return joined

    def _title_to_keep(self, cleaned: dict[str, Any]) -> str:
        """The title typed; the canonical one where it is empty, or was the canonical one before
        the encounters changed and nobody gave another."""
        title = cleaned["title"]
        follows = not title
        if self.instance.pk and title == self.instance.title and not cleaned.get("title_reason"):
            follows = title == titles.canonical_title(content.snapshot(self.instance))
        return (self.canonical_title() or title) if follows else title

    def canonical_title(self) -> str:
        """The title that what was typed gives; "" where it does not give one yet."""
        if not self.is_bound and self.instance.pk is None:
            return ""
        shape = self.shape() if self.is_bound else content.snapshot(self.instance)
        return titles.canonical_title(shape)[:LONGEST_TITLE]

    def shape(self) -> Shape:
        """What was typed, as the one shape; call it on a form that was cleaned."""
        return typed_shape(self)

    def _compare_with_stored(self) -> None:
        """Refuse a save that came after somebody else's, and keep both texts to compare."""
        if self.instance.pk is None:
            return
        now = seen(self.instance)
        locked = not self.instance.is_editable
        if not locked and all(self.cleaned_data.get(name) == now[name] for name in now):
            return
        self.stale = Stale(content.snapshot(self.instance), self.shape(), locked)
        # Whoever has read the comparison may save again, knowingly.
        typed: Any = self.data.copy()  # type: ignore[attr-defined]
        for name, words in now.items():
            typed[name] = words
        self.data = typed
        self.add_error(None, self._sentence_of_staleness(locked))

    def _sentence_of_staleness(self, locked: bool) -> str:
        state = self.instance.get_state_display()
        if locked:
            return (
                f"Nothing was saved: meanwhile this readout became “{state}”, and its text is "
                "locked. What you typed is still below; copy what you need."
            )
        last = content.last_revision(self.instance)
        who = f"; its text was last saved by {last.author_name}" if last else ""
        return (
            f"Nothing was saved: this readout changed since you opened it (now “{state}”{who}). "
            "What you typed is still below. Compare the two texts, then save again if yours is "
            "to stand."
        )
