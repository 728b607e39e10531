"""Publications as an archive brings them: many at once, through the office's own publishing."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

from readouts.archive.load import LOADER
from readouts.editorial.accession import Accession, Intake
from readouts.editorial.series import Version, Withdrawal
from readouts.models.publication import Publication
from readouts.models.source import ImportBatch
from tests import make

_numbers = itertools.count(1)
AT = datetime.datetime(2024, 1, 15, 9, 30, tzinfo=datetime.UTC)


def person(name: str = "Iria Solano", title: str = "President", of: str = "Valmora", **fields: Any):
    """A participant who is in the register, with the words printed of them."""
    return {
        "side": "counterpart",
        "honorific": "H.E. Ms.",
        "name": name,
        "title": title,
        "organization": of,
        "register": {
            "official": make.official(name).slug,
            "organization": make.organization(of).slug,
        },
        **fields,
    }


def encounter(date: str | None = "2021-05-14", *people: Any, **fields: Any):
    return {
        "kind": "meeting",
        "date": date,
        "precision": "day",
        "time": None,
        "zone": "",
        "city": "Geneva",
        "country": "CH",
        "occasion": "",
        "participants": list(people or [person()]),
        **fields,
    }


def shape(*encounters: Any, **fields: Any):
    """A readout's shape; topics and tags by name."""
    number = next(_numbers)
    topics = [make.topic(name) for name in fields.pop("topics", [])]
    mentioned = [make.organization(name) for name in fields.pop("organizations", [])]
    return {
        "reference": f"A-{number:05d}",
        "language": "en",
        "translation_of": "",
        "title": f"Readout number {number}",
        "principal": {
            "name": "Tomas Arrel",
            "title": "Secretary-General",
            "organization": "Meridian Compact",
            "register": {
                "official": "tomas-arrel",
                "organization": "meridian-compact",
                "appointment": list(make.mandate().natural_key()),
            },
        },
        "issued": None,
        "dateline": {"city": "", "country": ""},
        "encounters": list(encounters or [encounter()]),
        "organizations": [{"key": row.slug, "name": row.name} for row in mentioned],
        "topics": [{"key": row.slug, "name": row.name} for row in topics],
        "tags": [],
        "body": [f"They discussed the orchard treaty, number {number}."],
        "note": "",
        **fields,
    }


def published(
    *encounters: Any, at: datetime.datetime = AT, hour_known: bool = True, **fields: Any
) -> Publication:
    """One publication of an archive, as first published."""
    version = Version(shape(*encounters, **fields), at, hour_known=hour_known)
    return _taken(Accession([version]))[0]


def load(*shapes: Any, at: datetime.datetime = AT) -> list[Publication]:
    """One publication for each shape."""
    return _taken(*(Accession([Version(said, at)]) for said in shapes))


def versions(*shapes: Any, withdrawal: Withdrawal | None = None) -> Publication:
    """The current version of one readout with as many versions as shapes, a day apart."""
    said = [Version(one, AT + datetime.timedelta(days=day)) for day, one in enumerate(shapes)]
    return _taken(Accession(said, withdrawal))[0]


def _taken(*accessions: Accession) -> list[Publication]:
    """The current publications of what is taken in, in order."""
    batch = ImportBatch.objects.create(at=AT, by_name=LOADER.name)
    Intake(batch, LOADER).take(accessions)
    references = [one.shape["reference"] for one in accessions]
    rows = Publication.objects.current().filter(reference__in=references)
    current = {row.reference: row for row in rows}
    return [current[reference] for reference in references]
