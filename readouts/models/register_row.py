"""What organizations, officials and topics share: a slug for good, names folded for looking up,
and the row they were merged into."""

from __future__ import annotations

from typing import Any, ClassVar, Self, TypeVar

from django.db import models

from readouts.folding import fold, fold_all
from readouts.models.natural import NaturalKeyModel, NaturalKeyQuerySet

R = TypeVar("R", bound="RegisterRow")


class RegisterQuerySet(NaturalKeyQuerySet[R]):
    """Rows of the register, found by any of their names, written with or without accents."""

    def named_like(self, words: str) -> Self:
        """Rows one of whose names or aliases contains every word of `words`."""
        found = self
        for word in fold(words).split():
            found = found.filter(folded__contains=word)
        return found

    def named(self, name: str) -> Self:
        """Rows one of whose names or aliases is `name`, accents and case aside."""
        folded = fold(name)
        candidates = self.filter(folded__contains=folded) if folded else self.none()
        keys = [row.pk for row in candidates if folded in row.folded.split(" | ")]
        return self.filter(pk__in=keys)

    def public(self) -> Self:
        """The gate of register pages: rows that a current publication names, and no others. Doubles
        are never among them: links lead to the row they were merged into."""
        return self.standing().filter(
            pk__in=self.model.public_links().values(self.model.link_column)
        )

    def standing(self) -> Self:
        """Rows that are not merged into another."""
        return self.filter(merged_into=None)

    def public_now(self, slug: str) -> R | None:
        """The public row to which the old key of a double leads; None where it leads nowhere."""
        row: Any = self.filter(slug=slug, merged_into__isnull=False).first()
        while row is not None and row.merged_into_id is not None:
            row = row.merged_into
        return self.public().filter(pk=row.pk).first() if row is not None else None

    def refold(self) -> int:
        """Write the folded names anew; needed after `loaddata`, which saves rows raw."""
        stale = [row for row in self.all() if row.folded != row.names_folded()]
        for row in stale:
            row.folded = row.names_folded()
        self.bulk_update(stale, ["folded"], batch_size=500)
        return len(stale)


class RegisterRow(NaturalKeyModel):
    """What organizations, officials and topics share: a slug for good, aliases, folded names."""

    natural_fields = ("slug",)
    link_column: ClassVar[str]

    slug = models.SlugField(
        max_length=120,
        unique=True,
        allow_unicode=False,
        help_text="The key in addresses and files. It never changes once something public uses it.",
    )
    aliases = models.JSONField(
        default=list,
        blank=True,
        help_text="Other spellings, transliterations and former names, one a line.",
    )
    checked = models.BooleanField(
        default=True,
        help_text="Unticked: created by an archive load and not yet confirmed by a registrar.",
    )
    folded = models.TextField(default="", blank=True, editable=False)
    # A row that turned out to be another one's double stays, because public texts name its key;
    # whoever follows the key arrives at the other.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    objects = RegisterQuerySet.as_manager()

    class Meta:
        abstract = True

    def all_names(self) -> list[str]:
        """Every name under which this row may be looked up."""
        raise NotImplementedError

    def names_folded(self) -> str:
        return fold_all(*self.all_names())

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = self.names_folded()
        super().save(*args, **kwargs)

    @classmethod
    def public_links(cls) -> models.QuerySet[Any]:
        """The link table through which a current publication names rows of this kind."""
        from readouts.models import publication

        links = {
            "Official": publication.PublicationOfficial,
            "Organization": publication.PublicationOrganization,
            "Topic": publication.PublicationTopic,
        }
        return links[cls.__name__]._default_manager.all()
