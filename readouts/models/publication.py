"""What the public sees: numbered, immutable versions, and the links by which they are found.

Written by `editorial.publishing` and by nothing else. Publication names its readout without a
database constraint, so that these tables can live in a database of their own.
"""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from readouts.models.natural import Appended, AppendedQuerySet
from readouts.models.partial_dates import Precision, consistent
from readouts.models.register import Official, Organization, Topic


class Grade(models.TextChoices):
    """What a correction changed; computed from the difference, never chosen."""

    TYPOGRAPHICAL = "typographical", "Typographical"
    SUBSTANTIVE = "substantive", "Substantive"
    FACTUAL = "factual", "Factual"
    PARTICIPANT = "participant", "Participants"


class PublicationQuerySet(AppendedQuerySet["Publication"]):
    """The one gate of the public side. The condition for "public" is written here alone."""

    def published(self, at: datetime.datetime | None = None) -> Self:
        """Versions the public may read now; with a moment, those it could read then."""
        if at is None:
            return self.filter(superseded_at__isnull=True, withdrawn_at__isnull=True)
        return self.filter(
            Q(superseded_at__isnull=True) | Q(superseded_at__gt=at),
            Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=at),
            published_at__lte=at,
        )

    def withdrawn(self) -> Self:
        """Current versions that stand as a notice."""
        return self.filter(superseded_at__isnull=True, withdrawn_at__isnull=False)

    def ever_withdrawn(self) -> Self:
        """Versions that were withdrawn and not reinstated, superseded ones included."""
        return self.filter(withdrawn_at__isnull=False)

    def current(self) -> Self:
        """The newest version of each readout, whether it stands or is withdrawn."""
        return self.filter(superseded_at__isnull=True)

    def newest_first(self) -> Self:
        """By the day of the encounter, the latest first; the order in which keys page."""
        return self.order_by("-date", "-id")


class Publication(Appended):
    """One version of a readout as the public reads it: everything a page prints, in one row."""

    natural_fields = ("reference", "number")
    may_change = frozenset({"superseded_at", "withdrawn_at", "withdrawal_reason", "text_removed"})

    readout = models.ForeignKey(
        "readouts.Readout", models.DO_NOTHING, db_constraint=False, related_name="publications"
    )
    reference = models.CharField(max_length=120)
    number = models.PositiveIntegerField()
    language = models.CharField(max_length=12)
    translation_of = models.CharField(max_length=120, blank=True)
    is_archive = models.BooleanField(default=False)

    # The permanent address, "2010/11/30/slug": fixed by the first version, kept by all others.
    address = models.CharField(max_length=200)
    title = models.CharField(max_length=400)
    summary = models.CharField(max_length=300, blank=True)
    body = models.TextField()
    plain_text = models.TextField()
    shape = models.JSONField()
    digest = models.CharField(max_length=64)
    # Where an archive record came from, as the public is told: "url", "retrieved", "file",
    # "layout", "warnings", "sha256"; {} for the office's own.
    source = models.JSONField(default=dict, blank=True)

    # The first encounter's, for sorting and for a line in a list.
    date = models.DateField()
    precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)
    kind = models.CharField(max_length=20)
    city = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2, blank=True)
    place = models.CharField(max_length=200, blank=True)

    principal = models.ForeignKey(Official, models.PROTECT, null=True, related_name="+")
    principal_name = models.CharField(max_length=200, blank=True)
    principal_title = models.CharField(max_length=300, blank=True)
    principal_organization = models.CharField(max_length=300, blank=True)

    # Where only the day of issue is known, the beginning of it on the office's clock.
    published_at = models.DateTimeField()
    published_hour_known = models.BooleanField(default=True)
    first_published_at = models.DateTimeField()
    first_published_hour_known = models.BooleanField(default=True)
    grade = models.CharField(max_length=14, choices=Grade.choices, blank=True)
    note = models.TextField(blank=True, help_text="What this version corrects, for the public.")

    superseded_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.TextField(blank=True)
    text_removed = models.BooleanField(default=False)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["reference", "number"], name="publication_number_unique"
            ),
            models.UniqueConstraint(
                fields=["address", "number"], name="publication_address_unique"
            ),
            models.UniqueConstraint(
                fields=["readout", "language"],
                condition=Q(superseded_at__isnull=True),
                name="publication_one_current",
            ),
            models.CheckConstraint(
                name="publication_withdrawal_has_reason",
                condition=Q(withdrawn_at__isnull=True, withdrawal_reason="", text_removed=False)
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
            ),
            models.CheckConstraint(
                name="publication_superseded_after_published",
                condition=Q(superseded_at__isnull=True) | Q(superseded_at__gte=F("published_at")),
            ),
            models.CheckConstraint(
                name="publication_correction_has_note",
                condition=Q(number=1) | ~Q(note=""),
            ),
            consistent("date", "precision", name="publication_precision"),
        ]
        indexes = [
            models.Index(
                fields=["-date", "-id"],
                name="publication_newest_first",
                condition=Q(superseded_at__isnull=True, withdrawn_at__isnull=True),
            ),
            models.Index(
                fields=["principal", "-date", "-id"],
                name="publication_by_principal",
                condition=Q(superseded_at__isnull=True, withdrawn_at__isnull=True),
            ),
            models.Index(
                fields=["language", "-date", "-id"],
                name="publication_by_language",
                condition=Q(superseded_at__isnull=True, withdrawn_at__isnull=True),
            ),
            models.Index(fields=["-published_at"], name="publication_newest_issued"),
            models.Index(fields=["translation_of"]),
            models.Index(
                fields=["-withdrawn_at"],
                name="publication_newest_withdrawn",
                condition=Q(withdrawn_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} (version {self.number})"

    @property
    def slug(self) -> str:
        return self.address.rsplit("/", 1)[-1]

    @property
    def is_correction(self) -> bool:
        return self.number > 1

    def get_absolute_url(self) -> str:
        """The permanent address, which always shows the current version."""
        year, month, day, slug = self.address.split("/")
        return reverse("public:readout", args=[int(year), month, day, slug])

    def get_version_url(self) -> str:
        """The address of exactly this version, for citation."""
        year, month, day, slug = self.address.split("/")
        return reverse("public:version", args=[int(year), month, day, slug, self.number])


class PublicationLink(models.Model):
    """What every link carries: the sort key, so that one filter is one index range.

    Only the current version of a readout that is not withdrawn has links.
    """

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="%(class)s_links")
    date = models.DateField()

    class Meta:
        abstract = True


class PublicationOfficial(PublicationLink):
    """An official who took part, with the title printed then."""

    official = models.ForeignKey(Official, models.PROTECT, related_name="+")
    title = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["official", "publication"], name="official_linked_once")
        ]
        indexes = [models.Index(fields=["official", "-date", "-publication"], name="by_official")]


class PublicationOrganization(PublicationLink):
    """An organization that took part or is mentioned."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    took_part = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "publication"], name="organization_linked_once"
            )
        ]
        indexes = [
            models.Index(fields=["organization", "-date", "-publication"], name="by_organization")
        ]


class PublicationTopic(PublicationLink):
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["topic", "publication"], name="topic_linked_once")
        ]
        indexes = [models.Index(fields=["topic", "-date", "-publication"], name="by_topic")]


class PublicationTag(PublicationLink):
    """A tag as published: words, not the desk's tag table, where drafts' tags live too."""

    slug = models.SlugField(max_length=100, allow_unicode=True)
    name = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["slug", "publication"], name="tag_linked_once")
        ]
        indexes = [models.Index(fields=["slug", "-date", "-publication"], name="by_tag")]


class PublicationEncounter(PublicationLink):
    """An encounter told of; `date` is its own first day, `until` the last day it may have been."""

    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    country = models.CharField(max_length=2, blank=True)
    city = models.CharField(max_length=120, blank=True)
    until = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "position"], name="encounter_linked_once"
            )
        ]
        indexes = [
            models.Index(fields=["kind", "-date", "-publication"], name="by_kind"),
            models.Index(fields=["country", "-date", "-publication"], name="by_country"),
            models.Index(fields=["-date", "-publication"], name="by_encounter_date"),
        ]
