"""The working copy: a readout with its encounters and participations. Only the desk touches it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django_countries.fields import CountryField
from django_prose_editor.fields import ProseEditorField
from taggit.managers import TaggableManager
from taggit.models import TagBase, TaggedItemBase

from readouts.models.natural import NaturalKeyModel, NaturalKeyQuerySet
from readouts.models.partial_dates import Precision, consistent
from readouts.models.register import Appointment, Official, Organization, Topic
from readouts.models.words import EncounterKind, Side

# What the body may hold: paragraphs, lists, quotation, emphasis and links.
BODY_EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Link": {"enableTarget": False},
}


class State(models.TextChoices):
    """Where a readout stands on the desk."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    APPROVED = "approved", "Approved"
    SCHEDULED = "scheduled", "Scheduled"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"
    HELD = "held", "Held: cleared, not for publication"


# Content may be edited in these states; in every other it is locked.
EDITABLE = frozenset({State.DRAFT, State.IN_REVIEW, State.APPROVED})
# Written by the workflow only, never with the content.
WORKFLOW_FIELDS = ("state", "due_at", "approved_revision", "lock_version")


class Tag(TagBase):
    """A free word beside the curated topics."""

    class Meta:
        ordering = ["name"]


class TaggedReadout(TaggedItemBase):
    """A tag on a working copy; the public sees only the tags that publishing copies."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged_readouts")
    content_object = models.ForeignKey("Readout", models.CASCADE, related_name="+")

    # Asked for by loaddata; a dump names the row by what it joins.
    natural_key_fields = ("content_object_id", "tag_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="readout_tagged_once")
        ]


class ReadoutQuerySet(NaturalKeyQuerySet["Readout"]):
    """Readouts by natural key."""


class Readout(NaturalKeyModel):
    """The official account of one or more encounters, as the desk works on it."""

    class Origin(models.TextChoices):
        OFFICE = "office", "Written by the office"
        ARCHIVE = "archive", "Archive record"

    natural_fields = ("reference",)

    reference = models.CharField(max_length=120, unique=True)
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.OFFICE)
    language = models.CharField(max_length=12, default="en")
    translation_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="translations"
    )
    title = models.CharField(max_length=400, blank=True)
    title_reason = models.CharField(
        "reason for another title",
        max_length=300,
        blank=True,
        help_text="Needed when the title differs from the one the encounters give.",
    )
    body = ProseEditorField(extensions=BODY_EXTENSIONS, sanitize=True, blank=True)

    mandate = models.ForeignKey(
        Appointment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"is_mandate": True},
    )
    # The principal as printed: frozen words, proposed from the mandate.
    principal_name = models.CharField(max_length=200, blank=True)
    principal_title = models.CharField(max_length=300, blank=True)
    principal_organization = models.CharField(max_length=300, blank=True)

    issued = models.DateField(
        null=True, blank=True, help_text="The date the text is given out, if not the encounter’s."
    )
    dateline_city = models.CharField(max_length=120, blank=True)
    dateline_country = CountryField(blank=True)
    correction_note = models.TextField(
        blank=True,
        help_text="For a correction: what it changes, in a sentence for the public.",
    )

    organizations = models.ManyToManyField(
        Organization, blank=True, related_name="+", verbose_name="organizations mentioned"
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="+")
    tags = TaggableManager(through=TaggedReadout, blank=True)

    hold_until = models.DateTimeField(
        "embargo: hold until",
        null=True,
        blank=True,
        help_text="Not to be published before this moment, whoever asks.",
    )

    # --- written by the workflow only, never by a form
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.DRAFT, editable=False
    )
    due_at = models.DateTimeField(null=True, blank=True, editable=False)
    approved_revision = models.ForeignKey(
        "Revision", models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    lock_version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ReadoutQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at"]
        # One permission a transition, named for its verb (a system check compares them).
        permissions = [
            ("submit_readout", "Can submit readouts for review"),
            ("recall_readout", "Can recall readouts from review"),
            ("request_changes_readout", "Can send readouts back with a reason"),
            ("approve_readout", "Can approve readouts"),
            ("schedule_readout", "Can schedule readouts"),
            ("unschedule_readout", "Can take readouts off the schedule"),
            ("publish_readout", "Can publish approved readouts"),
            ("publish_urgently_readout", "Can publish without approval, on authority"),
            ("review_afterwards_readout", "Can review urgent publications afterwards"),
            ("start_correction_readout", "Can start corrections"),
            ("discard_correction_readout", "Can discard corrections in hand"),
            ("discard_reissue_readout", "Can discard new versions of withdrawn readouts"),
            ("withdraw_readout", "Can withdraw publications"),
            ("reinstate_readout", "Can reinstate withdrawn publications"),
            ("hold_readout", "Can hold readouts for internal use"),
            ("release_readout", "Can release held readouts"),
            ("load_archive_readout", "Can load archive records"),
            ("ask_clearance_readout", "Can ask for clearances"),
            ("clear_readout", "Can answer clearances"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["translation_of", "language"], name="readout_one_version_a_language"
            ),
            models.CheckConstraint(
                name="readout_not_its_own_translation",
                condition=~Q(translation_of=models.F("pk")) | Q(translation_of__isnull=True),
            ),
            models.CheckConstraint(name="readout_known_state", condition=Q(state__in=State.values)),
            models.CheckConstraint(
                name="readout_due_while_scheduled",
                condition=Q(state=State.SCHEDULED, due_at__isnull=False)
                | (~Q(state=State.SCHEDULED) & Q(due_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="readout_approval_has_revision",
                condition=~Q(state__in=[State.APPROVED, State.SCHEDULED, State.HELD])
                | Q(approved_revision__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["state", "due_at"])]

    def __str__(self) -> str:
        return self.title or self.reference

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the content. What the workflow wrote meanwhile is left as it stands, so that a form
        opened before a transition cannot undo it."""
        if not self.reference:
            self.reference = next_reference()
        if not self._state.adding and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = {
                field.name for field in self._meta.concrete_fields if not field.primary_key
            } - set(WORKFLOW_FIELDS)
        super().save(*args, **kwargs)

    def save_standing(self) -> None:
        """Save where the readout stands; for `editorial.workflow.perform` alone."""
        self.save(update_fields=[*WORKFLOW_FIELDS, "changed_at"])

    @property
    def is_editable(self) -> bool:
        return self.state in EDITABLE

    @property
    def language_name(self) -> str:
        return dict(settings.LANGUAGES).get(self.language, self.language)


def next_reference() -> str:
    """The next free reference of the running year in the office's zone, such as "R-2026-0042"."""
    from django.utils import timezone

    prefix = f"R-{timezone.localdate().year}-"
    last = (
        Readout.objects.filter(reference__regex=rf"^{prefix}[0-9]+$")
        .order_by(Length("reference").desc(), "-reference")
        .values_list("reference", flat=True)
        .first()
    )
    number = int(last.removeprefix(prefix)) + 1 if last else 1
    return f"{prefix}{number:04d}"


class EncounterQuerySet(NaturalKeyQuerySet["Encounter"]):
    """Encounters by natural key."""


class Encounter(NaturalKeyModel):
    """One meeting, call or meal; a readout tells of one or more, in their order."""

    natural_fields = ("readout__reference", "position")
    natural_dependencies = ["readouts.readout"]

    readout = models.ForeignKey(Readout, models.CASCADE, related_name="encounters")
    position = models.PositiveSmallIntegerField("number", default=1)
    kind = models.CharField(
        max_length=20, choices=EncounterKind.choices, default=EncounterKind.MEETING
    )
    date = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)
    time = models.TimeField(null=True, blank=True, help_text="On the clock of the place.")
    zone = models.CharField(
        "time zone", max_length=60, blank=True, help_text="Such as Asia/Almaty."
    )
    city = models.CharField(max_length=120, blank=True)
    country = CountryField(blank=True)
    occasion = models.CharField(
        max_length=300, blank=True, help_text="As in “ahead of the OSCE Summit in Astana”."
    )

    objects = EncounterQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["readout", "position"], name="encounter_position_unique"
            ),
            consistent("date", "precision", name="encounter_precision"),
            models.CheckConstraint(
                name="encounter_time_needs_day_and_zone",
                condition=Q(time__isnull=True)
                | (Q(date__isnull=False, precision=Precision.DAY) & ~Q(zone="")),
                violation_error_message="A time needs an exact day and a time zone.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.get_kind_display()}"


class ParticipationQuerySet(NaturalKeyQuerySet["Participation"]):
    """Participations by natural key."""


class Participation(NaturalKeyModel):
    """Who took part, on which side, under which words as printed."""

    natural_fields = ("encounter__readout__reference", "encounter__position", "position")
    natural_dependencies = ["readouts.encounter", "readouts.appointment"]

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="participations")
    position = models.PositiveSmallIntegerField("order", default=1)
    side = models.CharField(max_length=12, choices=Side.choices, default=Side.COUNTERPART)
    official = models.ForeignKey(
        Official, models.PROTECT, null=True, blank=True, related_name="participations"
    )
    organization = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="participations"
    )
    appointment = models.ForeignKey(
        Appointment, models.PROTECT, null=True, blank=True, related_name="participations"
    )
    honorific = models.CharField(max_length=80, blank=True)
    name = models.CharField("name as printed", max_length=200, blank=True)
    title = models.CharField("title as printed", max_length=300, blank=True)
    organization_name = models.CharField("organization as printed", max_length=300, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="participation_says_who",
                condition=~Q(name="") | ~Q(title="") | ~Q(organization_name=""),
                violation_error_message=(
                    "Say who took part: a name, or an office where no name is known."
                ),
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.name, self.title, self.organization_name]))
