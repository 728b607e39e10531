"""What names a row of the register, and so stands in the way of deleting it or changing its key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models.fields.related import ForeignKey
from taggit.models import TaggedItemBase

from readouts.models.publication import Publication, PublicationLink
from readouts.models.readout import Participation, Readout


def refusal(row: models.Model) -> str:
    """The sentence that refuses to delete `row`, with an example of each kind; empty if free."""
    named = dict(_naming(row))
    if not named:
        return ""
    examples = [f"{kind._meta.verbose_name} “{example}”" for kind, example in named.items()]
    listed = " and ".join(filter(None, [", ".join(examples[:-1]), examples[-1]]))
    return (
        f"“{row}” cannot be deleted, because it is named by other entries: {listed}. "
        "Change or remove these first. What a publication has named is kept for good."
    )


def named_in(row: models.Model) -> bool:
    """Whether a working copy or a publication names the row."""
    return any(kind in (Readout, Participation, Publication) for kind, _ in _naming(row))


def _naming(row: models.Model) -> Iterator[tuple[type[models.Model], str]]:
    """Each kind of entry that names the row, with one example."""
    for field in _pointing_fields(type(row)):
        pointing = field.model._base_manager.filter(**{field.name: row}).first()
        if pointing is not None:
            entry = _entry(pointing)
            yield type(entry), str(entry)


def _pointing_fields(model: type[models.Model]) -> list[ForeignKey]:
    relations: Any = model._meta.get_fields(include_hidden=True)
    return [
        relation.field
        for relation in relations
        if relation.auto_created and relation.one_to_many and relation.field.concrete
    ]


def _entry(pointing: Any) -> models.Model:
    """A row that only links two others stands for the one a reader knows."""
    if isinstance(pointing, PublicationLink):
        return pointing.publication
    if isinstance(pointing, TaggedItemBase):
        return pointing.content_object
    if type(pointing)._meta.auto_created is Readout:
        return pointing.readout
    return pointing
