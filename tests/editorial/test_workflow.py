"""The workflow: every step from every state by everyone, against a grid written by hand."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from readouts.editorial import content, publishing, workflow
from readouts.editorial.log import Robot, broken_links
from readouts.editorial.schedule import ROBOT
from readouts.editorial.workflow import Refused, available, perform
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State
from readouts.models.record import Event, Revision
from tests import make

pytestmark = pytest.mark.django_db

EVERY_STEP = (
    "submit recall request_changes approve void_approval schedule unschedule publish "
    "publish_urgently review_afterwards start_correction discard_correction discard_reissue "
    "withdraw reinstate hold release load_archive"
)
# Who may take which step from where, as the office wants it; read nothing of this off the table.
GRID = {
    "draft": {
        "author": "submit",
        "approver": "publish_urgently",
        "superuser": "publish_urgently",
    },
    "in_review": {
        "author": "recall",
        "reviewer": "request_changes",
        "approver": "approve request_changes publish_urgently",
        "superuser": "approve request_changes publish_urgently",
    },
    "approved": {
        "reviewer": "request_changes",
        "approver": "request_changes schedule publish hold",
        "superuser": "request_changes schedule publish hold",
    },
    "scheduled": {
        "approver": "unschedule publish",
        "superuser": "unschedule publish",
    },
    "due": {
        "approver": "unschedule publish",
        "superuser": "unschedule publish",
        "robot": "publish",
    },
    "held": {
        "approver": "release",
        "superuser": "release",
    },
    "published": {
        "author": "start_correction",
        "writer": "start_correction",
        "reviewer": "start_correction",
        "archivist": "start_correction",
        "approver": "start_correction withdraw",
        "superuser": "start_correction withdraw",
    },
    "withdrawn": {
        "author": "start_correction",
        "writer": "start_correction",
        "reviewer": "start_correction",
        "archivist": "start_correction",
        "approver": "start_correction reinstate",
        "superuser": "start_correction reinstate",
    },
    "in_correction": {
        "author": "submit discard_correction",
        "writer": "discard_correction",
        "reviewer": "discard_correction",
        "archivist": "discard_correction",
        "approver": "discard_correction publish_urgently withdraw",
        "superuser": "discard_correction publish_urgently withdraw",
    },
    "correction_in_review": {
        "author": "recall discard_correction",
        "writer": "discard_correction",
        "reviewer": "discard_correction request_changes",
        "archivist": "discard_correction",
        "approver": "discard_correction request_changes approve publish_urgently withdraw",
        "superuser": "discard_correction request_changes approve publish_urgently withdraw",
    },
    "correction_approved": {
        "author": "discard_correction",
        "writer": "discard_correction",
        "reviewer": "discard_correction request_changes",
        "archivist": "discard_correction",
        "approver": "discard_correction request_changes schedule publish hold withdraw",
        "superuser": "discard_correction request_changes schedule publish hold withdraw",
    },
    "correction_scheduled": {
        "approver": "unschedule publish withdraw",
        "superuser": "unschedule publish withdraw",
    },
    "correction_held": {
        "approver": "release withdraw",
        "superuser": "release withdraw",
    },
    "reissue": {
        "author": "submit discard_reissue",
        "writer": "discard_reissue",
        "reviewer": "discard_reissue",
        "archivist": "discard_reissue",
        "approver": "discard_reissue publish_urgently",
        "superuser": "discard_reissue publish_urgently",
    },
    "urgent": {
        "author": "start_correction",
        "writer": "start_correction",
        "reviewer": "start_correction",
        "archivist": "start_correction",
        "approver": "start_correction withdraw",
        "other_approver": "start_correction withdraw review_afterwards",
        "superuser": "start_correction withdraw review_afterwards",
    },
}
INPUTS = {
    "schedule": {"due_at": timezone.now() + datetime.timedelta(days=3)},
    "publish_urgently": {"authority": "The Secretary-General, by telephone"},
}


def people():
    return {
        "author": make.user("wren", "Writers"),
        "writer": make.user("wanda", "Writers"),
        "reviewer": make.user("rhea", "Reviewers"),
        "approver": make.user("ada", "Approvers"),
        "other_approver": make.user("oren", "Approvers"),
        "archivist": make.user("arlo", "Archivists"),
        "registrar": make.user("reg", "Registrars"),
        "superuser": make.user("sue", is_superuser=True),
        "nobody": make.user("nora"),
        "retired": make.user("rita", "Approvers", is_active=False),
        "robot": ROBOT,
    }


def take(readout, name, actor, **words):
    return perform(readout, name, actor, **{"note": "As agreed.", **INPUTS.get(name, {}), **words})


def due():
    readout = make.scheduled(due_at=timezone.now() + datetime.timedelta(seconds=30))
    Readout.objects.filter(pk=readout.pk).update(due_at=timezone.now())
    readout.refresh_from_db()
    return readout


def correction(*steps):
    readout = make.in_correction()
    for name in steps:
        actor = make.user("wren") if name == "submit" else make.user("ada", "Approvers")
        readout = take(readout, name, actor)
    return readout


def reissue():
    author = make.user("wren", "Writers")
    readout = take(make.withdrawn(), "start_correction", author)
    return make.edit(readout, author, body="<p>Again.</p>", correction_note="Issued anew.")


def urgent():
    return take(make.in_review(), "publish_urgently", make.user("ada", "Approvers"))


MAKERS = {
    "draft": make.draft,
    "in_review": make.in_review,
    "approved": make.approved,
    "scheduled": make.scheduled,
    "due": due,
    "held": make.held,
    "published": make.published,
    "withdrawn": make.withdrawn,
    "in_correction": make.in_correction,
    "correction_in_review": lambda: correction("submit"),
    "correction_approved": lambda: correction("submit", "approve"),
    "correction_scheduled": lambda: correction("submit", "approve", "schedule"),
    "correction_held": lambda: correction("submit", "approve", "hold"),
    "reissue": reissue,
    "urgent": urgent,
}


def everything(readout):
    """All that a refused step must leave as it is."""
    return (
        Readout.objects.filter(pk=readout.pk).values().get(),
        content.digest(content.snapshot(Readout.objects.get(pk=readout.pk))),
        list(Revision.objects.values_list("pk", flat=True)),
        list(Event.objects.values_list("pk", flat=True)),
        list(Publication.objects.order_by("pk").values()),
    )


def assert_sound(readout):
    """What holds after every transition, whatever it was."""
    readout = Readout.objects.get(pk=readout.pk)
    live = workflow.live_publication(readout)
    assert broken_links(readout) == []
    assert (readout.due_at is not None) == (readout.state == State.SCHEDULED)
    if readout.state == State.PUBLISHED:
        assert live.withdrawn_at is None
        assert live.digest == content.digest(content.snapshot(readout))
    if readout.state == State.WITHDRAWN:
        assert live.withdrawn_at is not None
        assert live.digest == content.digest(content.snapshot(readout))


class UndoneError(Exception):
    """Raised to roll back a step that was taken only to see whether it can be."""


def steps_open_to(readout, actor):
    """The steps `actor` can really take; taken and undone; no refused one left a trace."""
    before = everything(readout)
    can = {name for name in EVERY_STEP.split() if can_take(readout, name, actor)}
    assert everything(readout) == before
    return can


def can_take(readout, name, actor):
    try:
        with transaction.atomic():
            taken = take(readout, name, actor)
            event = taken.events.first()
            assert (event.verb, event.to_state) == (name, taken.state)
            assert_sound(taken)
            raise UndoneError
    except UndoneError:
        return True
    except Refused:
        return False


@pytest.mark.parametrize("standing", GRID)
def test_every_step_from_every_state_by_everyone(standing):
    assert {t.name for t in workflow.TRANSITIONS} == set(EVERY_STEP.split())
    everyone = people()
    readout = MAKERS[standing]()
    assert_sound(readout)
    expected = {
        role: set((GRID[standing].get(role) or GRID[standing].get(_like(role), "")).split())
        for role in everyone
    }
    assert {role: steps_open_to(readout, actor) for role, actor in everyone.items()} == expected
    for role, actor in everyone.items():
        shown = {step.transition.name for step in available(readout, actor) if step.is_open}
        assert shown == expected[role], role


def _like(role):
    """Another approver may what an approver may, unless the grid says otherwise."""
    return "approver" if role == "other_approver" else role


def test_an_archive_record_is_loaded_by_archivists_once_its_versions_are_public(archivist):
    readout = make.draft(origin="archive")
    found = refused(readout, "load_archive", archivist)
    assert list(found) == ["series_is_public"]
    publishing.publish(readout, content.snapshot(readout))
    can = {role for role, who in people().items() if can_take(readout, "load_archive", who)}
    assert can == {"archivist", "superuser"}


def test_a_text_of_the_office_is_not_loaded_past_its_approval(archivist):
    readout = make.draft()
    publishing.publish(readout, content.snapshot(readout))
    assert list(refused(readout, "load_archive", archivist)) == ["record_is_from_an_archive"]


# --- what every step has in common --------------------------------------------------------------


def refused(readout, name, actor, **words):
    before = everything(readout)
    with pytest.raises(Refused) as caught:
        take(readout, name, actor, **words)
    assert everything(readout) == before
    return {refusal.rule: refusal.sentence for refusal in caught.value.refusals}


def test_a_stale_version_is_refused(approver):
    readout = make.approved()
    seen = readout.lock_version
    make.step(readout, "hold", approver, note="Internal.")
    found = refused(readout, "release", approver, expected_version=seen)
    assert list(found) == ["version"]
    assert "changed since the page was opened, so nothing was done" in found["version"]
    readout.refresh_from_db()
    take(readout, "release", approver, expected_version=readout.lock_version)


def test_an_edit_makes_the_version_stale(writer, approver):
    readout = make.in_review(writer)
    seen = readout.lock_version
    make.edit(readout, writer, body="<p>Other words.</p>")
    assert list(refused(readout, "approve", approver, expected_version=seen)) == ["version"]


@pytest.mark.parametrize(
    ("standing", "name"),
    [
        ("in_review", "request_changes"),
        ("draft", "publish_urgently"),
        ("urgent", "review_afterwards"),
        ("published", "withdraw"),
        ("withdrawn", "reinstate"),
        ("approved", "hold"),
        ("held", "release"),
    ],
)
@pytest.mark.parametrize("note", ["", "  \n"])
def test_a_reason_is_required(standing, name, note):
    found = refused(MAKERS[standing](), name, make.user("oren", "Approvers"), note=note)
    assert list(found) == ["note"]
    assert found["note"].endswith("needs a reason. Write one.")


def test_a_refusal_names_every_reason_and_who_can_act(writer):
    readout = make.in_review(writer)
    found = refused(readout, "approve", writer)
    assert found["permission"] == "“Approve” is for Approvers."
    assert "You changed this text since it was last approved" in found["actor_wrote_none_of_it"]
    assert "Somebody in Approvers" in found["actor_wrote_none_of_it"]


def test_a_step_from_the_wrong_state_says_where_the_text_stands(approver):
    found = refused(make.draft(), "approve", approver)
    assert found == {"state": "“Approve” is not possible from “Draft”."}


def test_a_robot_does_just_what_is_listed():
    robot = Robot("night porter", frozenset({"withdraw"}))
    readout = make.published()
    assert list(refused(readout, "start_correction", robot)) == ["permission"]
    taken = take(readout, "withdraw", robot)
    event = taken.events.first()
    assert (event.actor, event.actor_name) == (None, "night porter")


def test_a_robot_cannot_approve_submit_or_review_even_if_listed():
    robot = Robot("night porter", frozenset(EVERY_STEP.split()))
    assert "actor_contributed" in refused(make.draft(), "submit", robot)
    assert "actor_contributed" in refused(make.in_review(), "recall", robot)
    assert "actor_wrote_none_of_it" in refused(make.in_review(), "approve", robot)
    assert "actor_did_not_publish_it" in refused(urgent(), "review_afterwards", robot)
    assert "schedule_is_due" in refused(make.approved(), "publish", robot)


# --- the two-person rule ------------------------------------------------------------------------


@pytest.fixture
def superuser(db):
    return make.user("sue", is_superuser=True)


def test_the_first_author_cannot_approve(approver):
    assert "actor_wrote_none_of_it" in refused(make.in_review(approver), "approve", approver)


def test_a_superuser_who_wrote_cannot_approve(superuser):
    assert "actor_wrote_none_of_it" in refused(make.in_review(superuser), "approve", superuser)


def test_a_later_editor_cannot_approve(writer, approver, other_approver):
    readout = make.edit(make.in_review(writer), approver, body="<p>A better word.</p>")
    found = refused(readout, "approve", approver)
    assert "contributors: Wren, Ada" in found["actor_wrote_none_of_it"]
    assert take(readout, "approve", other_approver).state == "approved"


def test_who_edited_and_took_it_back_cannot_approve(writer, approver):
    readout = make.in_review(writer)
    words = readout.body
    make.edit(readout, approver, body="<p>A better word.</p>")
    make.edit(readout, approver, body=words)
    assert "actor_wrote_none_of_it" in refused(readout, "approve", approver)


def test_who_only_changed_a_tag_cannot_approve(writer, approver):
    readout = make.in_review(writer)
    readout.tags.add("orchards")
    workflow.record(readout, approver)
    assert "actor_wrote_none_of_it" in refused(readout, "approve", approver)


def test_a_save_that_changes_nothing_makes_no_contributor(writer, approver):
    readout = make.in_review(writer)
    assert workflow.record(readout, approver) is False
    assert take(readout, "approve", approver).state == "approved"


def test_an_approver_of_the_first_version_who_writes_the_second_needs_another(
    approver, other_approver
):
    readout = make.step(make.published(), "start_correction", approver)
    make.edit(readout, approver, body="<p>Mended.</p>", correction_note="A word was mended.")
    readout = take(readout, "submit", approver)
    assert "actor_wrote_none_of_it" in refused(readout, "approve", approver)
    assert take(readout, "approve", other_approver).state == "approved"


# --- what an approval covers --------------------------------------------------------------------


def test_one_changed_character_voids_the_approval_visibly(writer, approver):
    readout = make.approved(writer)
    make.edit(readout, writer, body=readout.body.replace("orchard", "orchards"))
    assert readout.state == "in_review"
    assert readout.approved_revision is None
    event = readout.events.first()
    assert (event.verb, event.from_state, event.actor) == ("void_approval", "approved", writer)
    assert refused(readout, "publish", approver) == {
        "state": "“Publish now” is not possible from “In review”."
    }
    assert_sound(readout)


def test_words_slipped_in_past_the_form_are_not_published(approver):
    readout = make.approved()
    Readout.objects.filter(pk=readout.pk).update(body="<p>Never approved.</p>")
    found = refused(readout, "publish", approver)
    assert {"text_is_recorded", "approval_still_holds"} <= set(found)


def test_what_is_published_is_what_was_approved(approver):
    readout = make.approved()
    approved = readout.approved_revision
    readout = take(readout, "publish", approver)
    live = make.live(readout)
    assert (live.shape, live.digest) == (approved.shape, approved.digest)
    event = readout.events.first()
    assert event.digest == live.digest
    assert event.details == {"version": 1, "revision": approved.number, "grade": ""}


@pytest.mark.parametrize("standing", ["scheduled", "held", "published", "withdrawn"])
def test_the_text_is_locked_where_it_is_settled(standing, writer):
    readout = MAKERS[standing]()
    before = everything(readout)
    with pytest.raises(Refused, match="The text is locked while it is"), transaction.atomic():
        make.edit(readout, writer, body="<p>Too late.</p>")
    assert everything(readout) == before


def test_a_register_repair_voids_nothing(approver):
    readout = make.approved(topics=[make.topic()], organizations=[make.organization("Ordeval")])
    term = readout.encounters.get().participations.get().appointment
    for row, words in (
        (term, {"title": "President of the Republic"}),
        (term.official, {"name": "Iria Solano y Vega"}),
        (term.organization, {"official_name": "Federal Republic of Valmora"}),
        (make.topic(), {"name": "Arms control"}),
        (make.organization("Ordeval"), {"name": "Ordevale"}),
    ):
        for field, value in words.items():
            setattr(row, field, value)
        row.save()
    readout = take(readout, "publish", approver)
    assert_sound(readout)
    assert_sound(take(readout, "withdraw", approver))


# --- break-glass --------------------------------------------------------------------------------


def test_urgent_publication_needs_a_named_authority(approver):
    found = refused(make.draft(), "publish_urgently", approver, authority=" ")
    assert found == {
        "authority_is_named": "Name on whose authority the text is published without approval."
    }


def test_urgent_publication_records_the_authority_and_is_reviewed_by_a_second_person(
    writer, approver, other_approver
):
    readout = take(make.draft(writer), "publish_urgently", approver)
    event = readout.events.first()
    assert event.details["authority"] == "The Secretary-General, by telephone"
    assert event.note == "As agreed."
    assert make.live(readout).digest == event.digest
    found = refused(readout, "review_afterwards", approver)
    assert found == {
        "actor_did_not_publish_it": (
            "You published this urgently. A second person in Approvers has to review it."
        )
    }
    readout = take(readout, "review_afterwards", other_approver, note="It was right.")
    event = readout.events.first()
    assert (event.verb, event.actor, event.note) == (
        "review_afterwards",
        other_approver,
        "It was right.",
    )
    assert list(refused(readout, "review_afterwards", other_approver)) == ["urgent_review_is_open"]


def test_whoever_wrote_the_urgent_text_does_not_review_it(approver, other_approver):
    readout = take(make.draft(other_approver), "publish_urgently", approver)
    found = refused(readout, "review_afterwards", other_approver)
    assert (
        "You wrote some of what was published urgently"
        in (found["actor_wrote_none_of_what_it_published"])
    )


def test_a_later_approval_opens_no_way_to_review_ones_own_words(approver, other_approver, writer):
    readout = take(make.draft(other_approver), "publish_urgently", approver)
    readout = take(readout, "start_correction", writer)
    make.edit(readout, writer, body="<p>Mended.</p>", correction_note="Mended.")
    readout = take(readout, "submit", writer)
    readout = take(readout, "approve", make.user("una", "Approvers"))
    readout = take(readout, "publish", approver)
    assert "actor_wrote_none_of_what_it_published" in (
        refused(readout, "review_afterwards", other_approver)
    )


def test_who_writes_the_approved_words_anew_is_a_contributor(approver):
    readout = make.corrected()
    words = {"body": readout.body, "correction_note": readout.correction_note}
    readout = take(take(readout, "withdraw", approver), "start_correction", approver)
    readout = take(make.edit(readout, approver, **words), "submit", approver)
    assert "actor_wrote_none_of_it" in refused(readout, "approve", approver)


def test_two_urgent_versions_are_not_reviewed_by_either_publisher(approver, other_approver, writer):
    readout = take(make.draft(writer), "publish_urgently", approver)
    readout = take(readout, "start_correction", writer)
    make.edit(readout, writer, body="<p>Mended.</p>", correction_note="Mended.")
    readout = take(readout, "publish_urgently", other_approver)
    for publisher in (approver, other_approver):
        assert "actor_did_not_publish_it" in refused(readout, "review_afterwards", publisher)
    take(readout, "review_afterwards", make.user("una", "Approvers"))


def test_namesakes_are_two_people(approver):
    readout = take(make.draft(), "publish_urgently", approver)
    namesake = make.user("ada2", "Approvers", first_name=approver.first_name)
    assert take(readout, "review_afterwards", namesake).state == "published"


# --- hold, withdraw, correct --------------------------------------------------------------------


def test_what_is_held_is_not_public_until_released_and_published(approver):
    readout = make.held()
    assert workflow.live_publication(readout) is None
    readout = take(readout, "release", approver)
    assert readout.approved_revision is not None
    assert take(readout, "publish", approver).state == "published"


def test_withdrawing_with_a_correction_in_hand_returns_to_the_live_text(approver):
    for standing in ("in_correction", "correction_approved", "correction_held"):
        readout = MAKERS[standing]()
        live = make.live(readout)
        in_hand = content.last_revision(readout)
        readout = take(readout, "withdraw", approver, note="Issued in error.")
        assert_sound(readout)
        assert content.snapshot(readout) == live.shape
        assert readout.approved_revision is None
        assert Revision.objects.filter(pk=in_hand.pk).exists()
        assert content.last_revision(readout).author_name == "return to the public text"
        assert make.live(readout).withdrawal_reason == "Issued in error."


def test_discarding_a_correction_keeps_what_was_in_hand_in_the_revisions(writer):
    readout = make.in_correction()
    in_hand = content.last_revision(readout)
    live = make.live(readout)
    readout = take(readout, "discard_correction", writer)
    assert_sound(readout)
    assert content.snapshot(readout) == live.shape
    assert Revision.objects.get(pk=in_hand.pk).shape["body"] == [
        "They discussed the vineyard treaty."
    ]


def test_a_second_correction_begins_without_the_note_of_the_first(writer):
    readout = take(make.corrected(), "start_correction", writer)
    assert readout.correction_note == ""
    revision = content.last_revision(readout)
    assert revision.author_name == "start of a correction"
    assert revision.digest == content.digest(content.snapshot(readout))
    assert_sound(take(readout, "discard_correction", writer))


def test_a_withdrawn_text_is_reissued_as_the_next_version(writer, approver):
    readout = take(take(reissue(), "submit", writer), "approve", approver)
    readout = take(readout, "publish", approver)
    live = make.live(readout)
    assert (live.number, live.withdrawn_at, live.note) == (2, None, "Issued anew.")
    assert_sound(readout)


def test_a_discarded_reissue_leaves_the_notice(writer):
    readout = reissue()
    notice = make.live(readout)
    readout = take(readout, "discard_reissue", writer)
    assert readout.state == "withdrawn"
    assert make.live(readout) == notice
    assert_sound(readout)


def test_reinstating_puts_back_the_same_version(approver):
    readout = make.withdrawn()
    number = make.live(readout).number
    readout = take(readout, "reinstate", approver)
    live = make.live(readout)
    assert (live.number, live.withdrawn_at, live.withdrawal_reason) == (number, None, "")
    assert_sound(readout)


def test_the_lock_version_rises_with_every_step_and_every_edit(writer, approver):
    readout = make.draft(writer)
    seen = [readout.lock_version]
    for name, actor in (("submit", writer), ("approve", approver), ("publish", approver)):
        readout = take(readout, name, actor)
        seen.append(readout.lock_version)
    assert seen == sorted(set(seen))


def test_the_steps_shown_say_why_a_step_is_closed(writer):
    readout = make.in_review(writer)
    steps = {step.transition.name: step for step in available(readout, writer)}
    assert set(steps) == {"recall", "request_changes", "approve", "publish_urgently"}
    assert steps["recall"].is_open
    assert [refusal.rule for refusal in steps["approve"].refusals] == [
        "permission",
        "actor_wrote_none_of_it",
    ]
