"""The log: every event carries the hash of the one before, and an altered one is found out."""

import json

import pytest
from django.db import connection

from readouts.editorial import log
from readouts.models.record import Event
from tests import make

pytestmark = pytest.mark.django_db


def past_every_rule(statement, *values):
    """Run SQL as somebody at the database's own prompt could, with its triggers asleep."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = origin")


def alter(event, **columns):
    for column, value in columns.items():
        past_every_rule(f"UPDATE readouts_event SET {column} = %s WHERE id = %s", value, event.pk)


def test_a_chain_that_was_left_alone_verifies():
    readout = make.corrected()
    assert readout.events.count() == 7
    assert log.broken_links(readout) == []


def test_events_are_numbered_and_chained():
    events = list(make.published().events.order_by("number"))
    assert [event.number for event in events] == [1, 2, 3]
    assert [event.previous_hash for event in events] == ["", events[0].hash, events[1].hash]


@pytest.mark.parametrize(
    ("column", "value"),
    [("note", "Other words."), ("actor_name", "Somebody"), ("verb", "recall"), ("digest", "")],
)
def test_an_altered_event_is_found_out(column, value):
    readout = make.published()
    alter(readout.events.get(number=2), **{column: value})
    assert [sentence.split(" (")[0] for sentence in log.broken_links(readout)] == [
        f"{readout.reference}, event 2"
    ]
    assert log.broken_links(readout)[0].endswith("was altered after it was written.")


def test_an_event_hashed_anew_breaks_the_chain_after_it():
    readout = make.published()
    event = readout.events.get(number=2)
    event.note = "Other words."
    alter(event, note=event.note, hash=log.event_hash(event))
    assert log.broken_links(readout) == [
        f"{readout.reference}, event 3 (publish) does not follow from the event before it."
    ]


def test_a_removed_event_is_missed():
    readout = make.published()
    event = readout.events.get(number=2)
    past_every_rule("DELETE FROM readouts_event WHERE id = %s", event.pk)
    assert log.broken_links(readout) == [
        f"{readout.reference}, event 3 (publish): event 2 is missing."
    ]


def test_machines_have_names():
    readout = make.draft()
    event = log.record_event(readout, "schedule_failed", log.Robot("porter"), note="No ink.")
    stored = Event.objects.get(pk=event.pk)
    assert (stored.actor, stored.actor_name) == (None, "porter")
    assert log.event_hash(stored) == event.hash


def test_what_is_hashed_is_written_as_any_library_of_json_would():
    letters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    told = {"é": ["".join(letters), None, True, 12], "b": {"z": "", "y": {}}, "a": []}
    plain = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert log.canonical_json(told) == plain.encode()
