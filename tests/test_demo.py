"""The demo office: everything in its state, kept on a second run, and never in production."""

import json
import stat

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from readouts.demo import desk
from readouts.demo.accounts import PEOPLE
from readouts.demo.office import NotTheDemo, open_office
from readouts.editorial import history, workflow
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State
from readouts.models.record import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings, tmp_path):
    settings.DEMO = True
    settings.VAR_DIR = tmp_path
    return tmp_path


def nothing(sentence):
    """Nobody listens."""


def later():
    """A later run is another transaction, with nothing pending from the first."""
    connection.check_constraints()


def test_the_office_opens_with_work_in_every_state(demo):
    told = []
    open_office(told.append)
    on_the_desk = Readout.objects.filter(origin=Readout.Origin.OFFICE)
    states = set(on_the_desk.values_list("state", flat=True))
    assert states == {State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SCHEDULED, State.HELD}
    assert Publication.objects.current().count() == 65
    assert Publication.objects.withdrawn().count() == 1
    assert set(Publication.objects.values_list("language", flat=True)) == {"en", "ar", "fr", "es"}
    assert list(history.damage()) == []
    assert any("65 new" in sentence for sentence in told)


def test_nobody_approved_what_they_wrote(demo):
    open_office(nothing)
    for approval in Event.objects.filter(verb="approve"):
        wrote = approval.readout.revisions.values_list("author_id", flat=True)
        assert approval.actor_id not in wrote


def test_a_correction_is_in_hand_beside_the_public_text(demo):
    open_office(nothing)
    readout = Readout.objects.get(events__verb="start_correction")
    live = workflow.live_publication(readout)
    assert readout.state == State.DRAFT
    assert readout.correction_note
    assert live.body != readout.body
    assert live.withdrawn_at is None


def test_a_second_run_keeps_everything(demo):
    first = open_office(nothing)
    mended = Readout.objects.get(events__verb="start_correction")
    workflow.perform(mended, "discard_correction", first["writer"].user)
    events = Event.objects.count()
    told = []
    later()
    again = open_office(told.append)
    assert told == []
    assert Event.objects.count() == events
    assert {name: account.password for name, account in again.items()} == {
        name: account.password for name, account in first.items()
    }


def test_people_can_sign_in_with_the_passwords_kept(demo):
    open_office(nothing)
    path = demo / "demo_accounts.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    kept = json.loads(path.read_text())
    assert kept.keys() == {person.username for person in PEOPLE}
    for username, password in kept.items():
        user = authenticate(username=username, password=password)
        assert user.is_staff
        assert user.get_full_name()
        assert user.is_superuser == (username == "administrator")


def test_lost_passwords_are_made_anew(demo):
    first = open_office(nothing)
    (demo / "demo_accounts.json").unlink()
    later()
    again = open_office(nothing)
    assert again["writer"].password != first["writer"].password
    assert authenticate(username="writer", password=again["writer"].password)


def test_a_schedule_that_has_passed_is_set_ahead(demo):
    late = {"due": "2020-01-01T09:00:00Z"}
    assert desk._due(late) > desk.timezone.now()


@pytest.mark.parametrize("command", ["make_demo", "serve_demo"])
def test_no_demo_with_the_settings_of_production(settings, command):
    settings.DEMO = False
    with pytest.raises(CommandError, match="READOUTS_DEMO=1"):
        call_command(command)
    with pytest.raises(NotTheDemo):
        open_office(nothing)


def test_make_demo_prints_the_accounts(demo, capsys):
    call_command("make_demo")
    printed = capsys.readouterr().out
    assert all(person.username in printed for person in PEOPLE)


def test_serve_demo_prints_addresses_and_serves(demo, capsys, monkeypatch):
    served = []
    monkeypatch.setattr("readouts.management.commands.serve_demo.serve", served.append)
    call_command("serve_demo", "127.0.0.1:8123")
    printed = capsys.readouterr().out
    assert "http://127.0.0.1:8123/admin/" in printed
    assert "approver2" in printed
    assert served == ["127.0.0.1:8123"]
