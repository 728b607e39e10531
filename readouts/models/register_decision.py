"""What registrars decided about doubles: rows merged, readouts given to another row, and both
undone. The words of publications and the keys in their shapes stay as they are."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from readouts.models.natural import NaturalKeyModel, NaturalKeyQuerySet
from readouts.models.register import Official, Organization, Topic
from readouts.models.register_row import RegisterRow

KINDS: dict[str, type[RegisterRow]] = {
    "official": Official,
    "organization": Organization,
    "topic": Topic,
}


class RegisterDecisionQuerySet(NaturalKeyQuerySet["RegisterDecision"]):
    """Decisions, asked which of them stand."""

    def standing(self) -> RegisterDecisionQuerySet:
        return self.filter(undone_at__isnull=True)

    def splits(self) -> RegisterDecisionQuerySet:
        """The exceptions that stand, in the order in which the later ones go before."""
        return self.standing().filter(verb=RegisterDecision.Verb.SPLIT).order_by("-at", "-pk")


class RegisterDecision(NaturalKeyModel):
    """One merge, or one split: which readouts that name the row `key` mean the row `into`.

    Rows are named by their keys, as shapes name them, so that a register put back from files
    means the same. A split says which readouts are meant by what they print: `name` and
    `organization` as printed (empty for any), and `references` (empty for all).
    """

    class Verb(models.TextChoices):
        MERGE = "merge", "Merged"
        SPLIT = "split", "Split"

    natural_fields = ("kind", "key", "verb", "at")

    verb = models.CharField(max_length=5, choices=Verb.choices)
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in KINDS])
    key = models.CharField(max_length=120)
    into = models.CharField(max_length=120)
    name = models.CharField("name as printed", max_length=300, blank=True)
    organization = models.CharField("organization as printed", max_length=300, blank=True)
    references = models.JSONField(default=list, blank=True)
    # What a merge moved, so that it can be undone: aliases added, and numbers of the rows that
    # pointed to the double, by model and column.
    moved = models.JSONField(default=dict, blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=150)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_by_name = models.CharField(max_length=150, blank=True)

    objects = RegisterDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="register_decision_about_two", condition=~Q(key=models.F("into"))
            ),
            models.CheckConstraint(
                name="register_split_says_which",
                condition=Q(verb="merge") | ~Q(name="", organization="", references=[]),
            ),
        ]
        indexes = [models.Index(fields=["kind", "key"]), models.Index(fields=["kind", "into"])]

    def __str__(self) -> str:
        if self.verb == self.Verb.MERGE:
            return f"{self.key} merged into {self.into}"
        return f"{self.which()} of {self.key} given to {self.into}"

    def natural_key(self) -> tuple[Any, ...]:
        *names, at = super().natural_key()
        return (*names, at.isoformat())

    def row_of(self, key: str) -> Any:
        """The row of this kind with that key, or None."""
        return KINDS[self.kind]._default_manager.filter(slug=key).first()

    def which(self) -> str:
        """Which readouts a split is about, in words."""
        told = [
            f"“{self.name}”" if self.name else "",
            f"of “{self.organization}”" if self.organization else "",
            f"in {', '.join(self.references)}" if self.references else "",
        ]
        return " ".join(filter(None, told))

    def covers(self, reference: str, name: str, organization: str) -> bool:
        """Whether a split is about somebody printed so in the readout of that reference."""
        return (
            self.name in ("", name)
            and self.organization in ("", organization)
            and (not self.references or reference in self.references)
        )
