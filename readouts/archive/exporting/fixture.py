"""The same readouts as rows of a Django fixture with natural keys: what `loaddata` takes.

The rows of the desk are written from the last public text, never from the desk itself. Links and
the search index are left out: `rebuild_publications` makes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.text import slugify

from readouts.archive.exporting.register import Row
from readouts.archive.exporting.selection import Exported
from readouts.editorial import body
from readouts.models.publication import Publication
from readouts.models.readout import State


class Tags:
    """The desk's tags, each written before the first readout that bears it."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._slugs: set[str] = set()

    def rows(self, names: list[str]) -> Iterator[Row]:
        """Those of these tags that are not written yet."""
        for name in names:
            if name not in self._names:
                self._names.add(name)
                wanted = slugify(name, allow_unicode=True) or "tag"
                slug, number = wanted, 1
                while slug in self._slugs:
                    number += 1
                    slug = f"{wanted[:95]}-{number}"
                self._slugs.add(slug)
                yield _row("tag", name=name, slug=slug)


def rows(one: Exported, tags: Tags) -> Iterator[Row]:
    """All rows of one readout, each after those it names; an original may come later."""
    shape: Any = one.last.shape
    yield from tags.rows(shape["tags"])
    yield _row("readout", **_readout(one))
    for name in shape["tags"]:
        yield _row("taggedreadout", content_object=[shape["reference"]], tag=[name])
    for position, encounter in enumerate(shape["encounters"], start=1):
        key = [shape["reference"], position]
        yield _row("encounter", readout=key[:1], position=position, **_encounter(encounter))
        for order, person in enumerate(encounter["participants"], start=1):
            yield _row("participation", encounter=key, position=order, **_participation(person))
    yield from map(_publication, one.publications)
    if source := one.last.source:
        yield _row("sourcerecord", readout=[shape["reference"]], batch=None, **source)


def _row(model: str, **fields: Any) -> Row:
    return {"model": f"readouts.{model}", "fields": fields}


def _readout(one: Exported) -> dict[str, Any]:
    """The working copy that says what the public reads."""
    last = one.last
    shape: Any = last.shape
    principal = shape["principal"]
    return {
        "reference": last.reference,
        "origin": one.record.origin,
        "language": shape["language"],
        "translation_of": [shape["translation_of"]] if shape["translation_of"] else None,
        "title": shape["title"],
        "body": body.markup_of(shape["body"]),
        "mandate": principal["register"].get("appointment"),
        "principal_name": principal["name"],
        "principal_title": principal["title"],
        "principal_organization": principal["organization"],
        "issued": shape["issued"],
        "dateline_city": shape["dateline"]["city"],
        "dateline_country": shape["dateline"]["country"],
        "correction_note": shape["note"],
        "organizations": [[row["key"]] for row in shape["organizations"] if row["key"]],
        "topics": [[row["key"]] for row in shape["topics"] if row["key"]],
        "state": State.WITHDRAWN if last.withdrawn_at else State.PUBLISHED,
        "created_at": last.first_published_at,
        "changed_at": last.withdrawn_at or last.published_at,
    }


def _encounter(shape: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in shape.items() if name != "participants"}


def _participation(person: dict[str, Any]) -> dict[str, Any]:
    keys = person["register"]
    return {
        "side": person["side"],
        "honorific": person["honorific"],
        "name": person["name"],
        "title": person["title"],
        "organization_name": person["organization"],
        "official": [keys["official"]] if "official" in keys else None,
        "organization": [keys["organization"]] if "organization" in keys else None,
        "appointment": keys.get("appointment"),
    }


def _publication(row: Publication) -> Row:
    fields = {field.name: getattr(row, field.attname) for field in row._meta.concrete_fields}
    del fields["id"]
    fields["readout"] = [row.reference]
    fields["principal"] = [row.principal.slug] if row.principal else None
    return _row("publication", **fields)
