"""The log of the desk: events, each carrying the hash of the one before it.

Nothing else writes an Event.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

import msgspec
from django.utils import timezone

from readouts.models.readout import Readout
from readouts.models.record import Event

if TYPE_CHECKING:
    from django.contrib.auth.models import User


# The machine that loads archives and takes loads back. Each step it takes names the one permission
# it needs.
ARCHIVE_LOADER = "archive loader"


@dataclass(frozen=True)
class Robot:
    """A machine that acts; it has a name in the log and may do just what is listed."""

    name: str
    may: frozenset[str] = frozenset()


def name_of(actor: User | Robot) -> str:
    return actor.name if isinstance(actor, Robot) else (actor.get_full_name() or actor.username)


def user_of(actor: User | Robot) -> User | None:
    return None if isinstance(actor, Robot) else actor


class Words(TypedDict, total=False):
    """What a line of the log may say besides the step; a state left out is the one there is."""

    from_state: str
    to_state: str
    note: str
    digest: str
    details: Mapping[str, Any] | None


def record_event(readout: Readout, verb: str, actor: User | Robot, **words: Unpack[Words]) -> Event:
    """Append one line to the log of a readout; call it inside the transaction of what it records,
    with the readout locked."""
    event = unchained(readout, verb, actor, **words)
    _chain(event, readout.events.order_by("-number").first())
    event.save()
    return event


def unchained(readout: Readout, verb: str, actor: User | Robot, **words: Unpack[Words]) -> Event:
    """One line for the log, at this moment, unsaved; `record_events` chains and appends it."""
    return Event(
        readout=readout,
        verb=verb,
        from_state=words.get("from_state") or readout.state,
        to_state=words.get("to_state") or readout.state,
        actor=user_of(actor),
        actor_name=name_of(actor),
        note=words.get("note", ""),
        digest=words.get("digest", ""),
        details=dict(words.get("details") or {}),
        at=timezone.now(),
    )


def record_events(events: Collection[Event]) -> None:
    """Append one line each (`unchained`) to the logs of several readouts, all locked, in the
    transaction of what they record."""
    rows = Event.objects.filter(readout__in=[event.readout_id for event in events])
    last = {row.readout_id: row for row in rows.order_by("number")}
    for event in events:
        _chain(event, last.get(event.readout_id))
    Event.objects.bulk_create(events, batch_size=500)


def _chain(event: Event, last: Event | None) -> None:
    """Put an event behind the last one of its readout."""
    event.number = last.number + 1 if last else 1
    event.previous_hash = last.hash if last else ""
    event.hash = event_hash(event)


def event_hash(event: Event) -> str:
    """SHA-256 of everything the event says, the hash of the event before it included."""
    return hash_of(event.readout.reference, vars(event))


def hash_of(reference: str, said: Mapping[str, Any]) -> str:
    """The hash of an event of the readout `reference`, given by its columns."""
    canonical = canonical_json(
        {
            "reference": reference,
            "number": said["number"],
            "verb": said["verb"],
            "from": said["from_state"],
            "to": said["to_state"],
            "actor": said["actor_name"],
            "note": said["note"],
            "digest": said["digest"],
            "details": said["details"],
            "at": said["at"].isoformat(),
            "previous": said["previous_hash"],
        }
    )
    return hashlib.sha256(canonical).hexdigest()


def canonical_json(told: Any) -> bytes:
    """Plain data in the one form that is hashed: UTF-8, keys in order, nothing between the parts.

    Hashes outlive libraries: a test compares every character with what `json.dumps` writes.
    """
    return msgspec.json.encode(told, order="sorted")


def broken_links(readout: Readout) -> list[str]:
    """What is wrong with the chain of a readout's events, in sentences; empty when it verifies."""
    found = []
    previous = ""
    for number, event in enumerate(readout.events.order_by("number"), start=1):
        where = f"{readout.reference}, event {event.number} ({event.verb})"
        if event.number != number:
            found.append(f"{where}: event {number} is missing.")
            break
        if event.previous_hash != previous:
            found.append(f"{where} does not follow from the event before it.")
        if event.hash != event_hash(event):
            found.append(f"{where} was altered after it was written.")
        previous = event.hash
    return found
