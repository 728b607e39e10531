"""Clearances: asked on one exact text, answered once, by those who were asked."""

import pytest
from django.contrib.auth.models import Group

from readouts.editorial import clearances
from readouts.editorial.clearances import ClearanceRefused, answer_clearance, ask_clearance
from readouts.editorial.log import broken_links
from readouts.models.record import Clearance
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def readout(writer):
    return make.in_review(writer)


@pytest.fixture
def asked(readout, reviewer, approver):
    return ask_clearance(readout, reviewer, person=approver, reason="The figures.")


def test_a_request_is_an_event_on_the_text_as_it_stands(readout, reviewer, asked):
    event = readout.events.first()
    assert (event.verb, event.actor, event.note) == ("ask_clearance", reviewer, "The figures.")
    assert event.digest == asked.digest == readout.revisions.first().digest
    assert event.details == {"asked": "ada", "required": True}
    assert broken_links(readout) == []


def test_an_answer_is_an_event(readout, approver, asked):
    answered = answer_clearance(asked, approver, "cleared", remark="Right.")
    assert (answered.answer, answered.answered_by) == ("cleared", approver)
    assert answered.answered_at is not None
    event = readout.events.first()
    assert (event.verb, event.actor, event.details["answer"]) == ("clear", approver, "cleared")


def test_anybody_of_a_group_answers_for_it(readout, reviewer, approver):
    asked = ask_clearance(readout, approver, group=Group.objects.get(name="Reviewers"))
    assert clearances.may_answer(asked, reviewer)
    assert not clearances.may_answer(asked, approver)
    assert answer_clearance(asked, reviewer, "no_stake").answered_by == reviewer


def refused_to_ask(readout, by, **whom):
    before = (Clearance.objects.count(), readout.events.count())
    with pytest.raises(ClearanceRefused) as caught:
        ask_clearance(readout, by, **whom)
    assert (Clearance.objects.count(), readout.events.count()) == before
    return str(caught.value)


def test_who_may_not_ask_is_told_who_may(readout, writer, approver):
    assert refused_to_ask(readout, writer, person=approver) == (
        "Asking for a clearance is for Approvers or Reviewers."
    )


def test_somebody_has_to_be_asked(readout, reviewer):
    assert refused_to_ask(readout, reviewer) == "Choose the person or the group to ask."


def test_only_those_who_may_answer_are_asked(readout, reviewer, writer):
    assert refused_to_ask(readout, reviewer, person=writer) == (
        "Wren cannot answer. Ask Approvers or Reviewers."
    )
    assert refused_to_ask(readout, reviewer, group=Group.objects.get(name="Writers")) == (
        "Writers cannot answer. Ask Approvers or Reviewers."
    )


def test_a_settled_text_is_not_asked_about(reviewer, approver):
    assert refused_to_ask(make.published(), reviewer, person=approver) == (
        "The text is “Published” and settled."
    )


def refused_to_answer(asked, by, answer="cleared", remark=""):
    events = asked.readout.events.count()
    with pytest.raises(ClearanceRefused) as caught:
        answer_clearance(asked, by, answer, remark=remark)
    assert Clearance.objects.get(pk=asked.pk).answer == asked.answer
    assert asked.readout.events.count() == events
    return str(caught.value)


def test_others_do_not_answer(asked, reviewer, other_approver):
    for other in (reviewer, other_approver, make.user("sue", is_superuser=True)):
        assert refused_to_answer(asked, other) == "Only ada can answer this request."


def test_an_answer_is_given_once(asked, approver):
    answered = answer_clearance(asked, approver, "objects", remark="The figures are wrong.")
    assert refused_to_answer(answered, approver) == (
        "This request was answered already. Ask again if the answer has changed."
    )


@pytest.mark.parametrize("answer", ["", "pending", "perhaps"])
def test_an_answer_is_chosen(asked, approver, answer):
    assert refused_to_answer(asked, approver, answer) == "Choose an answer."


@pytest.mark.parametrize("answer", ["objects", "edits"])
def test_an_objection_says_what_is_wrong(asked, approver, answer):
    assert refused_to_answer(asked, approver, answer) == (
        "Say in the remark what you object to, or which edits you need."
    )


def test_a_changed_text_needs_a_new_request(readout, asked, writer, approver):
    make.edit(readout, writer, body="<p>Other words.</p>")
    assert refused_to_answer(asked, approver) == (
        "The text changed since you were asked. Ask for a new request on the new text."
    )


def test_the_last_answer_of_each_counts(readout, reviewer, approver, other_approver, asked):
    answer_clearance(asked, approver, "objects", remark="The figures are wrong.")
    again = ask_clearance(readout, reviewer, person=approver)
    answer_clearance(again, approver, "cleared")
    assert make.step(readout, "approve", other_approver).state == "approved"
