"""`publish_due`: each readout for itself, never twice, and a watch that ends when told to."""

import datetime
import os
import signal
import threading

import pytest
from django.core.management import call_command
from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone

from readouts.editorial import publishing, schedule
from readouts.management.commands import publish_due as command
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State
from tests import make


def due(**fields):
    """A readout that has just come due."""
    readout = make.scheduled(**fields)
    past = timezone.now() - datetime.timedelta(minutes=1)
    Readout.objects.filter(pk=readout.pk).update(due_at=past)
    return readout


def run(*arguments):
    with pytest.raises(SystemExit) as ended:
        call_command("publish_due", *arguments)
    return ended.value.code


@pytest.mark.django_db
def test_what_is_due_is_published_and_named(capsys):
    readout = due()
    later = make.scheduled()
    assert run() == 0
    assert f"{readout.reference}: published." in capsys.readouterr().out
    readout.refresh_from_db()
    later.refresh_from_db()
    assert (readout.state, later.state) == (State.PUBLISHED, State.SCHEDULED)


@pytest.mark.django_db
def test_nothing_due_is_no_failure(capsys):
    assert run() == 0
    assert capsys.readouterr().out == ""


@pytest.mark.django_db
def test_one_that_fails_stops_no_other(capsys, monkeypatch):
    bad, good = due(), due()
    publish = publishing.publish

    def failing(readout, *args, **words):
        if readout.pk == bad.pk:
            raise OSError("the disk is full")
        return publish(readout, *args, **words)

    monkeypatch.setattr(publishing, "publish", failing)
    assert run() == 1
    told = capsys.readouterr()
    assert f"{good.reference}: published." in told.out
    assert f"{bad.reference}: not published. OSError: the disk is full" in told.err
    bad.refresh_from_db()
    assert bad.state == State.SCHEDULED
    assert bad.events.filter(verb="schedule_failed").count() == 1
    monkeypatch.undo()
    assert run() == 0
    bad.refresh_from_db()
    assert bad.state == State.PUBLISHED


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_at_once_publish_each_readout_once():
    references = [due().reference for _ in range(6)]
    outcomes, start = [], threading.Barrier(2)

    def publish():
        start.wait()
        try:
            outcomes.extend(schedule.publish_due())
        finally:
            connection.close()

    threads = [threading.Thread(target=publish) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcome.reference for outcome in outcomes) == sorted(references)
    assert all(outcome.is_published for outcome in outcomes)
    assert Publication.objects.count() == len(references)
    close_old_connections()


@pytest.fixture
def rounds(monkeypatch):
    """Plays one answer a round instead of asking the database: a list of outcomes, an error to
    raise, or a signal to send to this very process."""

    def play(*answers):
        told = iter(answers)

        def publish_due():
            answer = next(told)
            if isinstance(answer, Exception):
                raise answer
            if isinstance(answer, signal.Signals):
                os.kill(os.getpid(), answer)
                return []
            return answer

        monkeypatch.setattr(command, "publish_due", publish_due)
        monkeypatch.setattr(command, "close_old_connections", lambda: None)

    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield play
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_watch_ends_when_told_to(rounds, number):
    rounds([], number)
    call_command("publish_due", "--watch", "--every", "0.01")


def test_the_watch_outlives_a_database_that_is_away(rounds, capsys):
    back = [schedule.Outcome("R-2021-0001")]
    rounds(OperationalError("connection refused"), back, signal.SIGTERM)
    call_command("publish_due", "--watch", "--every", "0.01")
    told = capsys.readouterr()
    assert "connection refused" in told.err
    assert "R-2021-0001: published." in told.out
