"""The schedule: what is due goes out, what may not stays and says why, and stops no other."""

import datetime

import pytest
from django.utils import timezone

from readouts.editorial import publishing, schedule
from readouts.models.readout import Readout
from tests import make

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def due():
    return timezone.now() + DAY


def test_what_is_due_is_published_by_the_machine(due):
    readout = make.scheduled(due)
    assert schedule.publish_due(due - datetime.timedelta(seconds=1)) == []
    assert schedule.publish_due() == []
    outcomes = schedule.publish_due(due)
    assert outcomes == [schedule.Outcome(readout.reference)]
    assert outcomes[0].is_published
    readout.refresh_from_db()
    assert (readout.state, readout.due_at) == ("published", None)
    assert make.live(readout).published_at == due
    event = readout.events.first()
    assert (event.verb, event.actor, event.actor_name) == ("publish", None, "scheduled publishing")


def test_it_publishes_once(due):
    readout = make.scheduled(due)
    schedule.publish_due(due)
    assert schedule.publish_due(due) == []
    assert readout.publications.count() == 1


def test_a_readout_taken_off_meanwhile_is_left_alone(due, approver):
    readout = make.scheduled(due)
    stale = Readout.objects.get(pk=readout.pk)
    make.step(readout, "unschedule", approver)
    assert schedule._publish(stale, due) is None
    make.step(readout, "schedule", approver, due_at=due + DAY)
    assert schedule._publish(stale, due) is None
    assert readout.events.first().verb == "schedule"


def test_an_embargo_is_asked_again_when_it_fires(due):
    held, free = make.scheduled(due), make.scheduled(due)
    Readout.objects.filter(pk=held.pk).update(hold_until=due + DAY)
    outcomes = {outcome.reference: outcome for outcome in schedule.publish_due(due)}
    assert outcomes[free.reference].is_published
    assert "under embargo until" in outcomes[held.reference].failure
    held.refresh_from_db()
    assert held.state == "scheduled"
    event = held.events.first()
    assert (event.verb, event.note) == ("schedule_failed", outcomes[held.reference].failure)


def test_a_failure_is_recorded_once_for_the_same_reason_and_tried_again(due):
    readout = make.scheduled(due)
    Readout.objects.filter(pk=readout.pk).update(hold_until=due + DAY)
    for _ in range(3):
        assert not schedule.publish_due(due)[0].is_published
    assert readout.events.filter(verb="schedule_failed").count() == 1
    assert schedule.publish_due(due + DAY)[0].is_published


def test_a_text_changed_past_the_form_is_not_published(due):
    readout = make.scheduled(due)
    Readout.objects.filter(pk=readout.pk).update(body="<p>Slipped in.</p>")
    (outcome,) = schedule.publish_due(due)
    assert "the approval is void" in outcome.failure
    assert readout.publications.count() == 0


def test_an_unforeseen_failure_stops_no_other(due, monkeypatch):
    broken, whole = make.scheduled(due), make.scheduled(due)
    publish = publishing.publish

    def fail_for_one(readout, shape, **words):
        if readout.pk == broken.pk:
            raise KeyError("out of ink")
        return publish(readout, shape, **words)

    monkeypatch.setattr(publishing, "publish", fail_for_one)
    outcomes = {outcome.reference: outcome for outcome in schedule.publish_due(due)}
    assert outcomes[broken.reference].failure == "KeyError: 'out of ink'"
    assert outcomes[whole.reference].is_published
    assert broken.events.first().verb == "schedule_failed"


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_publish_once(due):
    import threading

    from django.db import connections

    readout = make.scheduled(due)
    outcomes = []

    def run():
        outcomes.extend(schedule.publish_due(due))
        connections.close_all()

    runs = [threading.Thread(target=run) for _ in range(4)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert [outcome.is_published for outcome in outcomes] == [True]
    assert readout.publications.count() == 1
