"""The guards: each one silent where it should be, and speaking in a sentence with the cure."""

import datetime

import pytest
from django.utils import timezone

from readouts.archive.load import load
from readouts.editorial import clearances, content, readiness, workflow
from readouts.editorial.log import Robot
from readouts.editorial.readiness import Case
from readouts.models.readout import Readout
from tests import make
from tests.archive import samples

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def case(readout, actor=None, **words):
    return Case(readout, actor or make.user("ada", "Approvers"), **words)


def silent(guard, *cases):
    for one in cases:
        assert guard(one) is None


# --- the text -----------------------------------------------------------------------------------


def test_text_is_recorded(writer):
    silent(readiness.text_is_recorded, case(make.draft(writer)))
    readout = make.draft(writer)
    Readout.objects.filter(pk=readout.pk).update(body="<p>Slipped in.</p>")
    readout.refresh_from_db()
    assert readiness.text_is_recorded(case(readout)) == (
        "The text holds changes that were never saved as a revision. Open it and save it once."
    )


def test_content_is_complete():
    silent(readiness.content_is_complete, case(make.draft()))
    assert readiness.content_is_complete(case(make.draft(body=""))) == (
        "The body is empty. Write the text."
    )


def test_title_is_canonical_or_explained():
    guard = readiness.title_is_canonical_or_explained
    silent(
        guard,
        case(make.draft()),
        case(make.draft(title="Readout of a visit", title_reason="The visit had no counterpart.")),
        case(make.draft(title="Old title", origin="archive")),
        case(make.draft(title="Compte rendu", language="fr")),
    )
    sentence = guard(case(make.draft(title="Readout of a visit")))
    assert sentence == (
        "The title differs from the one the encounters give (“Readout of the Secretary-General’s "
        "meeting with H.E. Ms. Iria Solano, President of the Republic of Valmora”). "
        "Use it, or say why."
    )


def test_an_apostrophe_makes_no_other_title():
    readout = make.draft()
    readout.title = readout.title.replace("’", "'")
    readout.save()
    silent(readiness.title_is_canonical_or_explained, case(readout))


def test_correction_has_a_note(writer):
    guard = readiness.correction_has_a_note
    silent(guard, case(make.draft()), case(make.in_correction()))
    readout = make.step(make.published(), "start_correction", writer)
    assert guard(case(readout)) == (
        "This corrects a published text. Say in the public note what the correction changes."
    )
    make.edit(readout, writer, correction_note="Nothing really.")
    assert guard(case(readout)) == (
        "Nothing differs from the published text. Change it, or discard the correction."
    )


def test_titles_fit_the_date():
    guard = readiness.titles_fit_the_date
    silent(guard, case(make.draft()))
    silent(guard, case(make.draft(participant={"appointment": None})))
    readout = make.draft(encounter={"date": datetime.date(2009, 5, 14)})
    assert guard(case(readout)) == (
        "Iria Solano is printed as President, Valmora (since 1 January 2010), who did not hold "
        "that office on 14 May 2009. Choose the appointment of that day, or mend the register."
    )


def test_mandate_fits_the_date():
    guard = readiness.mandate_fits_the_date
    silent(guard, case(make.draft()), case(make.draft(mandate=None)))
    readout = make.draft(encounter={"date": datetime.date(2013, 12, 1)})
    assert guard(case(readout)) == (
        "The principal’s mandate (Secretary-General, Meridian Compact (since 1 February 2014)) "
        "does not cover the encounter of 01 December 2013. Choose the mandate of that day."
    )


def test_original_is_not_itself_a_translation():
    guard = readiness.original_is_not_itself_a_translation
    original = make.draft()
    french = make.draft(language="fr", title="Compte rendu", translation_of=original)
    silent(guard, case(original), case(french))
    spanish = make.draft(language="es", title="Comunicado", translation_of=french)
    assert guard(case(spanish)) == (
        "This is marked as a translation of a translation. Choose the original instead."
    )


# --- the people ---------------------------------------------------------------------------------


def test_actor_wrote_none_of_it(writer, approver):
    guard = readiness.actor_wrote_none_of_it
    readout = make.in_review(writer)
    silent(guard, case(readout, approver))
    assert guard(case(readout, writer)) == (
        "You changed this text since it was last approved (contributors: Wren). "
        "Somebody in Approvers who changed nothing has to take this step."
    )
    assert guard(case(readout, Robot("porter"))) == (
        "A machine cannot approve. Ask an approver who changed none of the text."
    )


def test_contributors_are_those_since_the_last_approval(writer, approver, other_approver):
    readout = make.in_review(writer)
    make.edit(readout, approver, body="<p>Other words.</p>")
    assert set(readiness.contributors(readout)) == {writer.pk, approver.pk}
    readout = make.step(readout, "approve", other_approver)
    assert readiness.contributors(readout) == {}
    make.edit(readout, writer, body="<p>Again others.</p>")
    assert readiness.contributors(readout) == {writer.pk: "Wren"}


def test_actor_contributed(writer):
    guard = readiness.actor_contributed
    readout = make.draft(writer)
    silent(guard, case(readout, writer))
    other = make.user("wanda", "Writers")
    assert guard(case(readout, other)) == "Only a contributor can take this step: Wren."
    assert guard(case(readout, Robot("porter"))) == "A machine cannot take this step."


def urgent(author, publisher):
    return make.step(
        make.draft(author), "publish_urgently", publisher, note="Now.", authority="The S-G"
    )


def test_actor_did_not_publish_it(writer, approver, other_approver):
    guard = readiness.actor_did_not_publish_it
    readout = urgent(writer, approver)
    silent(guard, case(readout, other_approver), case(make.published(), approver))
    assert guard(case(readout, approver)) == (
        "You published this urgently. A second person in Approvers has to review it."
    )
    assert guard(case(readout, Robot("porter"))) == (
        "A machine cannot review. Ask an approver who did not publish it."
    )


def test_actor_wrote_none_of_what_it_published(writer, approver, other_approver):
    guard = readiness.actor_wrote_none_of_what_it_published
    silent(guard, case(urgent(writer, approver), other_approver))
    assert guard(case(urgent(writer, approver), writer)) == (
        "You wrote some of what was published urgently (contributors: Wren). "
        "Somebody in Approvers who changed nothing has to review it."
    )


def test_clearances_are_given(writer, reviewer, approver):
    guard = readiness.clearances_are_given
    readout = make.in_review(writer)
    silent(guard, case(readout))
    asked = clearances.ask_clearance(readout, reviewer, person=approver)
    missing = "Clearance on this text is missing from ada. Ask again if it changed."
    assert guard(case(readout)) == missing
    clearances.answer_clearance(asked, approver, "cleared")
    silent(guard, case(readout))
    make.edit(readout, writer, body="<p>Other words.</p>")
    assert guard(case(readout)) == missing


def test_only_a_yes_clears(writer, reviewer, approver):
    for answer, is_yes in (
        ("cleared", True),
        ("no_stake", True),
        ("objects", False),
        ("edits", False),
    ):
        readout = make.in_review(writer)
        asked = clearances.ask_clearance(readout, reviewer, person=approver)
        clearances.answer_clearance(asked, approver, answer, remark="As written.")
        assert (readiness.clearances_are_given(case(readout)) is None) == is_yes


def test_a_clearance_that_is_not_required_blocks_nothing(writer, reviewer, approver):
    readout = make.in_review(writer)
    clearances.ask_clearance(readout, reviewer, person=approver, required=False)
    silent(readiness.clearances_are_given, case(readout))


def test_a_lapse_is_not_a_yes(writer, reviewer, approver):
    readout = make.in_review(writer)
    past = timezone.now() - HOUR
    clearances.ask_clearance(readout, reviewer, person=approver, due_at=past)
    assert readiness.clearances_are_given(case(readout))


# --- approval, schedule, embargo ----------------------------------------------------------------


def test_approval_still_holds():
    guard = readiness.approval_still_holds
    readout = make.approved()
    silent(guard, case(readout))
    assert guard(case(make.in_review())) == (
        "This text is not approved. Submit it and have it approved by a second person."
    )
    Readout.objects.filter(pk=readout.pk).update(body="<p>Slipped in.</p>")
    readout.refresh_from_db()
    assert guard(case(readout)) == (
        "The text changed after it was approved, so the approval is void. Have it approved."
    )


def test_embargo_is_over():
    guard = readiness.embargo_is_over
    until = datetime.datetime(2030, 1, 2, 9, 30, tzinfo=datetime.UTC)
    silent(guard, case(make.draft()), case(make.draft(hold_until=until), now=until))
    early = case(make.draft(hold_until=until), now=until - HOUR)
    assert guard(early) == (
        "The text is under embargo until 2 January 2030, 09:30 UTC. "
        "Wait, or have the embargo lifted."
    )


def test_due_time_is_ahead():
    guard = readiness.due_time_is_ahead
    now = datetime.datetime(2030, 1, 2, 9, 30, tzinfo=datetime.UTC)
    silent(guard, case(make.draft(), due_at=now + HOUR, now=now))
    assert guard(case(make.draft())) == "Say when the text is to be published."
    assert guard(case(make.draft(), due_at=now, now=now)) == (
        "2 January 2030, 09:30 UTC has passed. Choose a moment to come, or publish now."
    )


def test_due_time_is_after_the_embargo():
    guard = readiness.due_time_is_after_the_embargo
    until = datetime.datetime(2030, 1, 2, 9, 30, tzinfo=datetime.UTC)
    readout = make.draft(hold_until=until)
    silent(guard, case(readout), case(readout, due_at=until), case(make.draft(), due_at=until))
    assert guard(case(readout, due_at=until - HOUR)) == (
        "The embargo lasts until 2 January 2030, 09:30 UTC. Schedule it for then or later."
    )


def test_schedule_is_due():
    guard = readiness.schedule_is_due
    robot = Robot("porter", frozenset({"publish"}))
    due = datetime.datetime(2030, 1, 2, 9, 30, tzinfo=datetime.UTC)
    readout = make.scheduled(due_at=due)
    silent(guard, case(readout), case(readout, robot, now=due))
    assert guard(case(make.approved(), robot)) == "This readout is not scheduled."
    assert guard(case(readout, robot, now=due - HOUR)) == (
        "This readout is due at 2 January 2030, 09:30 UTC, not yet."
    )


# --- what is public -----------------------------------------------------------------------------


def test_something_is_public():
    guard = readiness.something_is_public
    silent(guard, case(make.published()), case(make.in_correction()))
    for readout in (make.draft(), make.withdrawn()):
        assert guard(case(readout)) == "Nothing of this readout is public."


def test_notice_is_public():
    guard = readiness.notice_is_public
    silent(guard, case(make.withdrawn()))
    for readout in (make.draft(), make.published()):
        assert guard(case(readout)) == "No withdrawal notice of this readout is public."


def test_register_still_names_it(approver):
    guard = readiness.register_still_names_it
    readout = make.withdrawn(topics=[make.topic("Salt")])
    silent(guard, case(readout), case(make.draft()))
    make.topic("Salt").delete()
    assert guard(case(readout)) == (
        "The register no longer has salt, which the public text names. "
        "Put it back into the register under the same key."
    )
    with pytest.raises(workflow.Refused, match="no longer has salt"):
        make.step(readout, "reinstate", approver, note="It was right.")


def test_text_is_here(tmp_path):
    guard = readiness.text_is_here
    silent(guard, case(make.withdrawn(text_removed=True)), case(make.draft()))
    told = {
        "reference": "N-1",
        "title": "A notice",
        "encounters": [{"date": "2015-03-05"}],
        "withdrawn": {"at": "2015-04-01T09:00:00Z", "reason": "In error.", "text_removed": True},
    }
    load([samples.file(tmp_path, told)])
    assert guard(case(Readout.objects.get(reference="N-1"))) == (
        "Only the notice of this text came back, not the text. Start a new version and write it."
    )


def test_urgent_review_is_open(writer, approver, other_approver):
    guard = readiness.urgent_review_is_open
    readout = urgent(writer, approver)
    silent(guard, case(readout))
    make.step(readout, "review_afterwards", other_approver, note="Right.")
    for other in (readout, make.published()):
        assert guard(case(other)) == "No urgent publication of this readout waits for review."


def test_authority_is_named():
    guard = readiness.authority_is_named
    silent(guard, case(make.draft(), options={"authority": "The Secretary-General"}))
    for options in ({}, {"authority": "  "}):
        assert guard(case(make.draft(), options=options)) == (
            "Name on whose authority the text is published without approval."
        )


def test_record_is_from_an_archive():
    guard = readiness.record_is_from_an_archive
    silent(guard, case(make.draft(origin="archive")))
    assert guard(case(make.draft())) == (
        "Only archive records are loaded as published; a text of the office needs approval."
    )


def test_series_is_public():
    guard = readiness.series_is_public
    silent(guard, case(make.published()))
    for readout in (make.draft(), make.in_correction(), make.withdrawn()):
        assert guard(case(readout)).startswith("The versions of this record are not public")


def test_every_guard_has_its_test():
    asked = {guard.__name__ for row in workflow.TRANSITIONS for guard in row.guards}
    assert {f"test_{name}" for name in asked} <= set(globals())


def test_what_is_said_leaves_out_the_note():
    shape = content.snapshot(make.draft())
    assert readiness.said(shape) == readiness.said({**shape, "note": "A note."})
