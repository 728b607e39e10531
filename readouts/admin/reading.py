"""Texts to be read at the desk: one shape in words, two compared, and the preview of the page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django_countries import countries

from readouts.clock import time_of_day
from readouts.editorial import body, differences, titles
from readouts.editorial.shape import EncounterShape, Shape
from readouts.languages import direction
from readouts.models.partial_dates import printed
from readouts.models.publication import Publication
from readouts.models.readout import Readout
from readouts.models.words import EncounterKind, Side


@dataclass(frozen=True)
class Reading:
    """A shape as a person reads it."""

    shape: Shape

    @property
    def title(self) -> str:
        return self.shape["title"] or "No title yet"

    @property
    def direction(self) -> str:
        return direction(self.shape["language"])

    @property
    def body(self) -> str:
        """Sanitized HTML, made from the blocks."""
        return body.markup_of(self.shape["body"])

    @property
    def encounters(self) -> list[dict[str, Any]]:
        return [_encounter(shape) for shape in self.shape["encounters"]]

    @property
    def principal(self) -> str:
        words = self.shape["principal"]
        office = titles.office(words["title"], words["organization"])
        return ", ".join(filter(None, [words["name"], office]))

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What is told beside the encounters, by label; what is not given is left out."""
        shape = self.shape
        told = {
            "Principal": self.principal,
            "Issued": self.issued,
            "Organizations mentioned": "; ".join(row["name"] for row in shape["organizations"]),
            "Topics": "; ".join(row["name"] for row in shape["topics"]),
            "Tags": ", ".join(shape["tags"]),
            "Correction note": shape["note"],
        }
        return [(label, words) for label, words in told.items() if words]

    @property
    def issued(self) -> str:
        issued, dateline = self.shape["issued"], self.shape["dateline"]
        day = printed(datetime.date.fromisoformat(issued), "day") if issued else ""
        return ", ".join(filter(None, [day, _place(dateline["city"], dateline["country"])]))


def _encounter(shape: EncounterShape) -> dict[str, Any]:
    date = datetime.date.fromisoformat(shape["date"]) if shape["date"] else None
    when = [printed(date, shape["precision"]), time_of_day(date, shape["time"], shape["zone"])]
    sides = dict(Side.choices)
    facts = {
        "Date": ", ".join(filter(None, when)),
        "Place": _place(shape["city"], shape["country"]),
        "Occasion": shape["occasion"],
    }
    return {
        "facts": [(label, words) for label, words in facts.items() if words],
        "kind": dict(EncounterKind.choices).get(shape["kind"], shape["kind"]),
        "when": ", ".join(filter(None, when)) or "No date yet",
        "place": _place(shape["city"], shape["country"]),
        "occasion": shape["occasion"],
        "participants": [
            {"side": sides.get(person["side"], person["side"]), "words": titles.party(person)}
            for person in shape["participants"]
        ],
    }


def _place(city: str, country: str) -> str:
    name = countries.name(country) if country else ""
    return ", ".join(dict.fromkeys(filter(None, [city, name])))


@dataclass(frozen=True)
class Comparison:
    """Two texts side by side, with the words that say which they are."""

    heading: str
    before: str
    after: str
    changes: list[differences.Change]


def since_approval(readout: Readout, shape: Shape) -> Comparison | None:
    """What differs from the text that was last approved; None if none ever was."""
    approvals = readout.events.filter(verb="approve", details__has_key="revision")
    last = approvals.order_by("-number").first()
    revision = readout.revisions.filter(number=last.details["revision"]).first() if last else None
    if last is None or revision is None:
        return None
    return Comparison(
        "Since the last approval",
        f"Revision {revision.number}, approved by {last.actor_name}",
        "The text as it stands",
        differences.changes(revision.shape, shape),
    )


def since_publication(live: Publication | None, shape: Shape) -> Comparison | None:
    """What differs from the text the public reads; None if nothing was ever public."""
    if live is None:
        return None
    return Comparison(
        "Since the public text",
        f"Version {live.number}, {'withdrawn' if live.withdrawn_at else 'public now'}",
        "The text as it stands",
        differences.changes(live.shape, shape),
    )
