"""The register: organizations, officials, the appointments that join them, and topics.

It proposes and checks; what was printed in a readout it never rewrites.
"""

from __future__ import annotations

import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django_countries.fields import CountryField

from readouts.models.natural import NaturalKeyModel, NaturalKeyQuerySet
from readouts.models.partial_dates import Precision, consistent, in_order, last_day, printed
from readouts.models.register_row import RegisterRow


class Organization(RegisterRow):
    """A state, an intergovernmental organization, an organ, a party, a movement: one table."""

    class Kind(models.TextChoices):
        STATE = "state", "State"
        OBSERVER_STATE = "observer_state", "Observer state"
        IGO = "igo", "Intergovernmental organization"
        ORGAN = "organ", "Organ"
        GROUP = "group", "Regional group"
        PARTY = "party", "Party or movement"
        CIVIL_SOCIETY = "civil_society", "Civil society"
        COMPANY = "company", "Company"
        OTHER = "other", "Other"

    link_column = "organization_id"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField("short name", max_length=200)
    official_name = models.CharField(max_length=300, blank=True)
    acronym = models.CharField(max_length=40, blank=True)
    adjective = models.CharField(
        max_length=80, blank=True, help_text="As in “the Kazakh delegation”."
    )
    country_code = CountryField(blank=True, help_text="ISO 3166 code, for states.")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="organs")
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors"
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="organization_not_its_own_parent",
                condition=~Q(parent=models.F("pk")) | Q(parent__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["country_code"])]

    def __str__(self) -> str:
        return self.name

    def all_names(self) -> list[str]:
        return [self.name, self.official_name, self.acronym, *self.aliases]


class Official(RegisterRow):
    """A person. Titles and honorifics belong to time and place, not here."""

    link_column = "official_id"

    name = models.CharField(max_length=200)
    sort_name = models.CharField(
        max_length=200, help_text="As in an index: “Nazarbayev, Nursultan”; “Ban Ki-moon”."
    )
    identifiers = models.JSONField(
        default=dict,
        blank=True,
        help_text="Keys of this person elsewhere, such as {“wikidata”: “Q1254”}.",
    )

    class Meta:
        ordering = ["sort_name"]

    def __str__(self) -> str:
        return self.name

    def all_names(self) -> list[str]:
        return [self.name, self.sort_name, *self.aliases]

    def titles_on(self, day: datetime.date, precision: str = Precision.DAY) -> list[str]:
        """The titles held on that day, as "President, Kazakhstan"; several at once are normal."""
        held = self.appointments.held_on(day, precision).select_related("organization")
        return [f"{appointment.title}, {appointment.organization}" for appointment in held]


class AppointmentQuerySet(NaturalKeyQuerySet["Appointment"]):
    """Appointments, asked who held what and when."""

    def held_on(self, day: datetime.date, precision: str = Precision.DAY) -> Self:
        """Appointments held on `day`, or at any time in the month or year that begins there.

        Ends are inclusive and open ends never end. Precision widens a term: "until 2012" covers
        every day of 2012. The day is a day in the time zone of the encounter's place.
        """
        last = last_day(day, precision)
        not_over = (
            Q(end__isnull=True)
            | Q(end__gte=day)
            | Q(end_precision=Precision.MONTH, end__gte=day.replace(day=1))
            | Q(end_precision=Precision.YEAR, end__gte=day.replace(month=1, day=1))
        )
        return self.filter(not_over, Q(start__isnull=True) | Q(start__lte=last))

    def mandates(self) -> Self:
        """The office's own principals."""
        return self.filter(is_mandate=True)


class Appointment(NaturalKeyModel):
    """An office held by an official from one day to another; the office's own are mandates."""

    class Kind(models.TextChoices):
        SUBSTANTIVE = "substantive", "Substantive"
        ACTING = "acting", "Acting"
        DESIGNATE = "designate", "Designate"
        ELECT = "elect", "Elect"
        FORMER = "former", "Former (a standing style, not “no longer”)"

    natural_fields = ("official__slug", "organization__slug", "title", "kind", "start")
    natural_dependencies = ["readouts.official", "readouts.organization"]

    official = models.ForeignKey(Official, models.PROTECT, related_name="appointments")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="appointments")
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.SUBSTANTIVE)
    start = models.DateField("from", null=True, blank=True)
    start_precision = models.CharField(
        max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    end = models.DateField("to", null=True, blank=True)
    end_precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)
    is_mandate = models.BooleanField(
        "mandate", default=False, help_text="Tick for this office’s own principal."
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = [models.F("start").desc(nulls_last=True), "title"]
        constraints = [
            consistent("start", "start_precision", name="appointment_start_precision"),
            consistent("end", "end_precision", name="appointment_end_precision"),
            in_order("start", "end", "end_precision", name="appointment_in_order"),
        ]
        indexes = [models.Index(fields=["official", "start", "end"])]

    def __str__(self) -> str:
        return f"{self.title}, {self.organization} ({self.term()})"

    def natural_key(self) -> tuple[Any, ...]:
        *names, start = super().natural_key()
        return (*names, start.isoformat() if start else None)

    def term(self) -> str:
        """The term as printed: "30 November 2010 to 2012", "since March 2014", "dates unknown"."""
        start = printed(self.start, self.start_precision)
        end = printed(self.end, self.end_precision)
        if start and end:
            return f"{start} to {end}"
        if start:
            return f"since {start}"
        return f"until {end}" if end else "dates unknown"

    def equal_appointments(self) -> AppointmentQuerySet:
        """Other appointments of the same person to the same office, in the same capacity."""
        return Appointment.objects.filter(
            official_id=self.official_id,
            organization_id=self.organization_id,
            title=self.title,
            kind=self.kind,
        ).exclude(pk=self.pk)

    def clean(self) -> None:
        """Refuse what the database would refuse too (`models.enforcement`), with a cure."""
        if self.official_id is None or self.organization_id is None:
            return
        for other in self.equal_appointments():
            if self.overlaps(other):
                raise ValidationError(
                    f"{self.official} already holds this office in that time: {other.term()}. "
                    "End one term before the other begins, or edit the existing appointment."
                )

    def overlaps(self, other: Appointment) -> bool:
        """Whether the two terms have a day in common, the day of handing over aside."""

        def bounds(term: Appointment) -> tuple[datetime.date, datetime.date]:
            start = term.start or datetime.date.min
            end = term.end or datetime.date.max
            # A term of one day lasts that day; otherwise the day of handing over is shared.
            return start, end if end > start else start + datetime.timedelta(days=1)

        (start, end), (other_start, other_end) = bounds(self), bounds(other)
        return start < other_end and other_start < end


class Topic(RegisterRow):
    """A curated subject; the tree is two levels deep and no deeper."""

    link_column = "topic_id"

    name = models.CharField(max_length=120)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="topic_not_its_own_parent",
                condition=~Q(parent=models.F("pk")) | Q(parent__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def all_names(self) -> list[str]:
        return [self.name, *self.aliases]

    def clean(self) -> None:
        if self.parent is None:
            return
        if self.parent.parent_id is not None:
            raise ValidationError(
                {"parent": f"{self.parent} is a sub-topic. Choose one of the first level."}
            )
        if self.pk and self.parts.exists():
            raise ValidationError(
                {"parent": f"{self} has sub-topics and must stay on the first level."}
            )
