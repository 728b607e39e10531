"""The record of the desk: revisions, events and clearances. Append-only, for good."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q

from readouts.models.natural import Appended, AppendedQuerySet
from readouts.models.readout import Readout


class RevisionQuerySet(AppendedQuerySet["Revision"]):
    """Revisions are written once."""


class Revision(Appended):
    """The content of a readout at one save that changed it, with its digest and its author."""

    natural_fields = ("readout__reference", "number")

    readout = models.ForeignKey(Readout, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    shape = models.JSONField()
    digest = models.CharField(max_length=64)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    author_name = models.CharField(max_length=150, help_text="Machines have names too.")
    at = models.DateTimeField()

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["readout", "number"], name="revision_number_unique")
        ]

    def __str__(self) -> str:
        return f"Revision {self.number} by {self.author_name}"


class EventQuerySet(AppendedQuerySet["Event"]):
    """Events are written once."""


class Event(Appended):
    """One line of the log: who did what to a readout, chained to the line before it."""

    natural_fields = ("readout__reference", "number")

    readout = models.ForeignKey(Readout, models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    verb = models.CharField(max_length=40)
    from_state = models.CharField(max_length=10, blank=True)
    to_state = models.CharField(max_length=10, blank=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=150)
    note = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True, help_text="The content this happened to.")
    details = models.JSONField(default=dict)
    at = models.DateTimeField()
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["readout", "number"], name="event_number_unique")
        ]
        indexes = [models.Index(fields=["verb", "at"])]

    def __str__(self) -> str:
        return f"{self.verb} by {self.actor_name}"


class Clearance(models.Model):
    """A request to a person or group for a sign-off on one exact text."""

    class Answer(models.TextChoices):
        PENDING = "pending", "Not answered"
        CLEARED = "cleared", "Cleared"
        CLEARED_WITH_EDITS = "edits", "Cleared with edits"
        OBJECTS = "objects", "Objects"
        NO_STAKE = "no_stake", "No stake"

    # A lapse never counts as a yes, and edits asked for are not a yes to this text.
    GIVEN = (Answer.CLEARED, Answer.NO_STAKE)

    readout = models.ForeignKey(Readout, models.PROTECT, related_name="clearances")
    digest = models.CharField(max_length=64)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="+")
    required = models.BooleanField(default=True)
    reason = models.CharField(max_length=300, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.PENDING)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    remark = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="clearance_asks_somebody",
                condition=Q(person__isnull=False) | Q(group__isnull=False),
            ),
            models.CheckConstraint(
                name="clearance_answer_has_author",
                condition=Q(answer="pending", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(answer="pending") & Q(answered_by__isnull=False, answered_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"Clearance by {self.person or self.group}: {self.get_answer_display()}"
