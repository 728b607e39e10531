"""Provenance: where an archive record came from, kept whole."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from readouts.models.readout import Readout


class ImportBatch(models.Model):
    """One run of a loader: who loaded what, when, and what it did."""

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=150)
    files = models.JSONField(default=list)
    counts = models.JSONField(default=dict)
    report = models.JSONField(
        default=dict, help_text="What the load told: refusals, warnings, register rows made."
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_by_name = models.CharField(max_length=150, blank=True)
    undo_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-at"]
        permissions = [("undo_importbatch", "Can undo a load that nobody has built on")]
        verbose_name_plural = "import batches"

    def __str__(self) -> str:
        # The office's clock, which the pages of the desk read too.
        at = timezone.localtime(self.at, timezone.get_default_timezone())
        return f"Load of {at:%Y-%m-%d %H:%M %Z} by {self.by_name}"


class SourceRecordQuerySet(models.QuerySet["SourceRecord"]):
    """Sources, asked which of them were loaded into the text."""

    def taken(self) -> Self:
        """Those whose words stood in the working copy: not what people kept out of it, nor a
        change that was taken back before anybody approved it, which was never loaded."""
        undone = Q(outcome=SourceRecord.Outcome.CHANGED, batch__undone_at__isnull=False)
        return self.exclude(outcome=SourceRecord.Outcome.PROTECTED).exclude(undone)


class SourceRecord(models.Model):
    """The source of one readout: the bytes as they came, their checksum, what was read where."""

    class Outcome(models.TextChoices):
        """What a load made of the record."""

        NEW = "new", "New"
        CHANGED = "changed", "Changed: a revision for review"
        PROTECTED = "protected", "Protected: touched at the desk since, and left alone"

    readout = models.ForeignKey(Readout, models.PROTECT, related_name="sources")
    batch = models.ForeignKey(ImportBatch, models.PROTECT, null=True, related_name="sources")
    file = models.CharField(max_length=500, blank=True)
    url = models.CharField("address", max_length=1000, blank=True)
    retrieved = models.CharField(
        max_length=40, blank=True, help_text="The moment of capture, as far as it is known."
    )
    sha256 = models.CharField(max_length=64, blank=True)
    layout = models.CharField(max_length=60, blank=True)
    fields = models.JSONField(default=dict, help_text="Where each field was read.")
    warnings = models.JSONField(default=list)
    raw = models.BinaryField(null=True, help_text="The source byte for byte.")
    outcome = models.CharField(max_length=9, choices=Outcome.choices, default=Outcome.NEW)
    load_file = models.CharField(
        max_length=500, blank=True, help_text="The file it was loaded from."
    )
    load_line = models.PositiveIntegerField(null=True, help_text="Where it stood in that file.")
    revision = models.PositiveIntegerField(
        null=True, help_text="The revision it became, by which later edits are told apart."
    )
    record_digest = models.CharField(
        max_length=64, blank=True, help_text="Of the whole record, so that “unchanged” is cheap."
    )
    record = models.JSONField(
        null=True, help_text="What a protected record said; nothing a file told is lost."
    )
    findings = models.JSONField(default=list, help_text="What the loader found doubtful.")

    objects = SourceRecordQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.file or self.url or f"Source of {self.readout}"


class ArchiveUpload(models.Model):
    """An archive file at the desk between its dry run and its load: kept here, where every server
    of the office sees it, and removed when it was loaded or nobody came back for it."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    token = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField(db_index=True)
    name = models.CharField(max_length=60)
    data = models.BinaryField()
    by_record = models.BooleanField(default=False)
    strict = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
