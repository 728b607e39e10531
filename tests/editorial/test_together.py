"""A step that many readouts take at once: each stands as if it had taken the step alone."""

import dataclasses
import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from readouts import search
from readouts.editorial import history, together, workflow
from readouts.editorial.log import Robot
from readouts.editorial.workflow import Refused
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State, Tag
from readouts.models.record import Event
from tests import make
from tests.editorial.test_accession import everything

pytestmark = pytest.mark.django_db

UNDOER = Robot("archive loader", frozenset({"withdraw"}))
WORDS = {"note": "Loaded in error.", "undone": 7, "text_removed": True}
MOMENT = datetime.datetime(2026, 3, 5, 9, 30, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """It stands still, so that moments are compared too."""
    monkeypatch.setattr(timezone, "now", lambda: MOMENT)


def published(**fields):
    """A readout with everything a desk can say, as the public reads it."""
    mentioned = [make.organization("Meridian Compact", kind="igo", official_name="")]
    body = "<p>They discussed the orchard treaty.</p>"
    return make.published(body=body, tags=["harvest"], organizations=mentioned, **fields)


def scheduled_again(readout):
    """The correction in hand, approved and waiting for its moment."""
    writer, approver = make.user("wren", "Writers"), make.user("ada", "Approvers")
    workflow.perform(readout, "start_correction", writer)
    make.edit(readout, writer, body="<p>Mended.</p>", correction_note="A word was mended.")
    for step, who, words in (
        ("submit", writer, {}),
        ("approve", approver, {}),
        ("schedule", approver, {"due_at": MOMENT + datetime.timedelta(days=1)}),
    ):
        workflow.perform(readout, step, who, **words)


def rename_a_tag(readout):
    """The working copy then reads otherwise than the public text, with nobody's hand in it."""
    Tag.objects.filter(name="harvest").update(name="vintage")


def standing(readout):
    readout.refresh_from_db()
    events = list(readout.events.order_by("number").values_list("number", "verb", "details"))
    return everything(readout), events


@pytest.mark.parametrize("before", [None, scheduled_again, rename_a_tag])
def test_each_stands_as_if_it_had_been_withdrawn_alone(before):
    alone, among, third = published(), published(), published()
    for readout in (alone, among, third):
        if before:
            before(readout)
    workflow.perform(alone, "withdraw", UNDOER, **WORDS)
    assert together.perform_all([among.pk, third.pk], "withdraw", UNDOER, **WORDS) == 2
    assert standing(among) == standing(alone)
    assert standing(third) == standing(alone)
    assert among.state == State.WITHDRAWN
    assert list(history.damage()) == []
    assert not search.match(Publication.objects.published(), "orchard").exists()


def test_the_chain_goes_on_from_the_last_event():
    first, second = published(), published()
    together.perform_all([first.pk, second.pk], "withdraw", UNDOER, **WORDS)
    last, before = second.events.order_by("-number")[:2]
    assert (last.previous_hash, last.number) == (before.hash, before.number + 1)


def test_more_readouts_cost_no_more_statements():
    def statements(*keys):
        with CaptureQueriesContext(connection) as told:
            together.perform_all(keys, "withdraw", UNDOER, **WORDS)
        return len(told)

    few = statements(published().pk, published().pk)
    assert statements(*(published().pk for _ in range(6))) == few


def refusal(*readouts, actor=UNDOER, **words):
    before = Event.objects.count()
    with pytest.raises(Refused) as refused:
        together.perform_all([one.pk for one in readouts], "withdraw", actor, **(WORDS | words))
    assert Event.objects.count() == before
    assert Publication.objects.published().exists()
    return str(refused.value)


def test_permission_state_reason_and_guards_are_asked(writer):
    standing, drafted = published(), make.draft()
    assert f"{drafted.reference}: Nothing of this readout is public." in refusal(standing, drafted)
    assert "is for Approvers" in refusal(standing, actor=writer)
    assert "needs a reason" in refusal(standing, note=" ")
    withdrawn = make.withdrawn()
    assert f"{withdrawn.reference}: “Withdraw” is not possible" in refusal(standing, withdrawn)


def test_a_guard_added_to_the_table_is_asked_here_too(monkeypatch):
    row = workflow.BY_NAME["withdraw"]
    guarded = dataclasses.replace(row, guards=(*row.guards, lambda case: case.shape["title"]))
    monkeypatch.setitem(workflow.BY_NAME, "withdraw", guarded)
    readout = published()
    assert f"{readout.reference}: {readout.title}" in refusal(readout)


def test_a_step_without_such_an_effect_is_for_perform(approver):
    with pytest.raises(KeyError):
        together.perform_all([make.in_review().pk], "approve", approver)


def test_nothing_to_do_is_done():
    assert together.perform_all([], "withdraw", UNDOER, **WORDS) == 0
    assert Readout.objects.count() == 0
