"""Generated publications: as many as asked for, with links and search text, the same every time.

Names repeat as they do in life: a few officials and topics often, most of them seldom.
"""

from __future__ import annotations

import datetime
import random

from django.db import transaction
from django.utils import timezone

from readouts.archive.load import LOADER
from readouts.editorial.accession import Accession, Intake
from readouts.editorial.content import Shape
from readouts.editorial.series import Version
from readouts.models.register import Official, Organization, Topic
from readouts.models.source import ImportBatch
from readouts.models.words import EncounterKind

OFFICIALS, ORGANIZATIONS, TOPICS, TAGS = 2000, 200, 60, 300
FIRST_DAY = datetime.date(1997, 1, 1)
DAYS = 10_500
CITIES = [
    ("Geneva", "CH"),
    ("Vienna", "AT"),
    ("Nairobi", "KE"),
    ("Montevideo", "UY"),
    ("Lisbon", "PT"),
]
WORDS = [
    "ceasefire",
    "dialogue",
    "treaty",
    "orchard",
    "harvest",
    "border",
    "transit",
    "humanitarian",
    "access",
    "election",
    "observers",
    "reform",
    "vineyard",
    "river",
    "basin",
    "energy",
    "transition",
    "cooperation",
    "implementation",
    "mandate",
    "envoy",
    "regional",
    "summit",
    "security",
    "council",
    "resolution",
    "assistance",
    "refugees",
    "return",
    "education",
]
BATCH = 1000


def register(dice: random.Random) -> None:
    """The people, bodies and topics that the generated publications name."""
    Official.objects.bulk_create(
        Official(
            slug=f"official-{n}",
            name=f"Official {_name(dice)} {n}",
            sort_name=f"{n}",
            folded=str(n),
        )
        for n in range(OFFICIALS)
    )
    Organization.objects.bulk_create(
        Organization(slug=f"body-{n}", kind="state", name=f"Body {_name(dice)} {n}", folded=str(n))
        for n in range(ORGANIZATIONS)
    )
    Topic.objects.bulk_create(
        Topic(slug=f"topic-{n}", name=f"Topic {_name(dice)} {n}", folded=str(n))
        for n in range(TOPICS)
    )


def publications(count: int, *, seed: int = 7) -> None:
    """Write `count` publications through the office's own publishing, in batches."""
    dice = random.Random(seed)
    register(dice)
    batch = ImportBatch.objects.create(at=timezone.now(), by_name=LOADER.name)
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        with transaction.atomic():
            Intake(batch, LOADER).take([_accession(shape(number, dice)) for number in numbers])


def _accession(said: Shape) -> Accession:
    day = datetime.datetime.fromisoformat(f"{said['encounters'][0]['date']}T18:00:00+00:00")
    return Accession(versions=[Version(said, day)])


def shape(number: int, dice: random.Random) -> Shape:
    day = FIRST_DAY + datetime.timedelta(days=dice.randrange(DAYS))
    city, country = dice.choice(CITIES)
    who = _seldom(dice, OFFICIALS)
    # Few ever change their body.
    where = who % ORGANIZATIONS if dice.random() < 0.9 else _seldom(dice, ORGANIZATIONS)
    topics = {_seldom(dice, TOPICS) for _ in range(3)}
    paragraphs = [" ".join(dice.choices(WORDS, k=50)).capitalize() + "." for _ in range(3)]
    return {
        "reference": f"G-{number:07d}",
        "language": "en" if dice.random() < 0.9 else "fr",
        "translation_of": "",
        "title": f"Readout of the Secretary-General’s meeting with Official {who} of Body {where}",
        "principal": {
            "name": "Official 0",
            "title": "Secretary-General",
            "organization": "Body 0",
            "register": {"official": "official-0"},
        },
        "issued": day.isoformat(),
        "dateline": {"city": city, "country": country},
        "encounters": [
            {
                "kind": dice.choice(EncounterKind.values),
                "date": day.isoformat(),
                "precision": "day",
                "time": None,
                "zone": "",
                "city": city,
                "country": country,
                "occasion": "",
                "participants": [
                    {
                        "side": "counterpart",
                        "honorific": "H.E. Ms.",
                        "name": f"Official {who}",
                        "title": "President",
                        "organization": f"Body {where}",
                        "register": {
                            "official": f"official-{who}",
                            "organization": f"body-{where}",
                        },
                    }
                ],
            }
        ],
        "organizations": [],
        "topics": [{"key": f"topic-{n}", "name": f"Topic {n}"} for n in sorted(topics)],
        "tags": [f"tag {_seldom(dice, TAGS)}"],
        "body": list(paragraphs),
        "note": "",
    }


def _seldom(dice: random.Random, most: int) -> int:
    """A number below `most`, small ones far more often."""
    return min(int(dice.paretovariate(0.7)) - 1, most - 1)


def _name(dice: random.Random) -> str:
    return dice.choice(WORDS).capitalize()
