"""The steps at the desk: every route asks the same rule, and carries nothing but the step."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from readouts.editorial import content
from readouts.editorial.workflow import TRANSITIONS
from readouts.models.record import Clearance
from tests import make
from tests.admin.desk_hand import address, events, press, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_desk(client):
    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


def _list_action(desk, name, *readouts, **words):
    """The list action, confirmed; versions are those that the page showed."""
    chosen = {"action": f"transition_{name}", "_selected_action": [row.pk for row in readouts]}
    page = desk.post(address("changelist"), chosen)
    assert page.status_code == 200
    shown = {f"version_{row.pk}": row.lock_version for row in readouts}
    return desk.post(address("changelist"), chosen | shown | {"apply": "yes"} | words)


def test_a_text_goes_its_way_by_buttons(at_desk, writer, approver):
    readout = make.draft(writer)
    press(at_desk(writer), readout, "submit")
    readout.refresh_from_db()
    press(at_desk(approver), readout, "approve")
    readout.refresh_from_db()
    response = press(at_desk(approver), readout, "publish")
    assert response.url == address("change", readout.pk)
    assert told(response)[-1] == "Publish now: done. The readout is now “Published”."
    assert events(readout) == ["submit", "approve", "publish"]


def test_ones_own_text_cannot_be_approved_by_any_route(at_desk):
    root = make.user("root", is_superuser=True)
    readout = make.in_review(root)
    desk = at_desk(root)
    page = desk.get(address("transition", readout.pk, "approve")).content.decode()
    assert "You changed this text since it was last approved" in page
    response = press(desk, readout, "approve")
    assert response.status_code == 409
    assert "You changed this text" in response.content.decode()
    response = _list_action(desk, "approve", readout)
    assert readout.reference in told(response)[0]
    assert "You changed this text" in told(response)[0]
    readout.refresh_from_db()
    assert readout.state == "in_review"


def test_without_the_permission_no_route_leads_on(at_desk, writer):
    readout = make.in_review(make.user("wes", "Writers"))
    desk = at_desk(writer)
    response = press(desk, readout, "approve")
    assert "“Approve” is for Approvers." in response.content.decode()
    data = {"action": "transition_approve", "_selected_action": [readout.pk], "apply": "yes"}
    desk.post(address("changelist"), data)
    readout.refresh_from_db()
    assert readout.state == "in_review"


def test_an_old_button_does_nothing(at_desk, writer, approver):
    readout = make.in_review(writer)
    shown = readout.lock_version
    make.edit(readout, writer, body="<p>Quite another text.</p>")
    desk = at_desk(approver)
    page = desk.get(address("transition", readout.pk, "approve") + f"?version={shown}")
    assert "changed since the page you came from was opened" in page.content.decode()
    for version in (shown, "", "x", "9" * 30):
        response = press(desk, readout, "approve", version=version)
        assert response.status_code == 409
        assert "nothing was done" in response.content.decode()
    response = desk.post(address("transition", readout.pk, "approve"))
    assert response.status_code == 409


def test_the_approval_carries_no_edit(at_desk, writer, approver):
    readout = make.in_review(writer)
    before = content.digest(content.snapshot(readout))
    edit = {"title": "Mine", "body": "<p>Mine.</p>", "state": "published", "text_removed": "on"}
    press(at_desk(approver), readout, "approve", **edit)
    readout.refresh_from_db()
    assert readout.state == "approved"
    assert content.digest(content.snapshot(readout)) == before
    assert readout.approved_revision.digest == before


def test_a_reason_is_asked_for_and_kept(at_desk, writer, approver):
    readout = make.in_review(writer)
    desk = at_desk(approver)
    response = press(desk, readout, "request_changes", note="  ")
    assert "needs a reason. Write one." in response.content.decode()
    press(desk, readout, "request_changes", note="The <b>figure</b> is wrong.")
    page = desk.get(address("change", readout.pk)).content.decode()
    assert "The &lt;b&gt;figure&lt;/b&gt; is wrong." in page


def test_a_reason_survives_a_refusal(at_desk, writer, approver):
    readout = make.published(writer)
    response = press(at_desk(approver), readout, "withdraw", version=0, note="Issued in error.")
    assert response.status_code == 409
    assert "Issued in error." in response.content.decode()


def test_withdrawing_can_remove_the_text(at_desk, writer, approver):
    readout = make.published(writer)
    press(at_desk(approver), readout, "withdraw", note="In error.", text_removed="on")
    assert make.live(readout).text_removed


def test_a_schedule_is_on_the_clock_of_the_office(at_desk, writer, approver, settings):
    settings.TIME_ZONE = "Europe/Malta"
    with timezone.override("Europe/Malta"):
        readout = make.approved(writer, approver)
        desk = at_desk(approver)
        page = desk.get(address("transition", readout.pk, "schedule")).content.decode()
        assert "Europe/Malta" in page
        press(desk, readout, "schedule", due_at="2031-01-05T09:30")
        readout.refresh_from_db()
    assert readout.due_at == datetime.datetime(2031, 1, 5, 8, 30, tzinfo=datetime.UTC)


def test_a_schedule_needs_a_moment_to_come(at_desk, writer, approver):
    readout = make.approved(writer, approver)
    desk = at_desk(approver)
    assert "Say when" in press(desk, readout, "schedule").content.decode()
    response = press(desk, readout, "schedule", due_at="2001-01-05T09:30")
    assert "has passed. Choose a moment to come" in response.content.decode()


def test_urgent_publication_names_its_authority(at_desk, writer, approver):
    readout = make.draft(writer)
    desk = at_desk(approver)
    response = press(desk, readout, "publish_urgently", note="Now.")
    assert "Name on whose authority" in response.content.decode()
    press(desk, readout, "publish_urgently", note="Now.", authority="Chief of staff")
    readout.refresh_from_db()
    assert readout.state == "published"
    assert readout.events.get(verb="publish_urgently").details["authority"] == "Chief of staff"


@pytest.mark.parametrize("name", ["void_approval", "load_archive", "no-such-step"])
def test_steps_of_the_system_have_no_page(at_desk, name):
    desk = at_desk(make.user("root", is_superuser=True))
    assert desk.get(address("transition", make.draft().pk, name)).status_code == 404


def test_every_step_has_a_page(at_desk):
    desk = at_desk(make.user("root", is_superuser=True))
    readout = make.draft()
    for row in TRANSITIONS:
        if not row.is_automatic:
            page = desk.get(address("transition", readout.pk, row.name))
            assert page.status_code == 200
            assert row.explanation in page.content.decode()


def test_pages_are_for_those_who_may_read(client):
    readout = make.draft()
    client.force_login(make.user("guest"))
    for page in (
        address("transition", readout.pk, "submit"),
        address("preview", readout.pk),
        address("difference", readout.pk),
        address("clearance_ask", readout.pk),
        address("words"),
        address("title"),
    ):
        assert client.get(page).status_code == 403
    client.logout()
    assert client.get(address("preview", readout.pk)).status_code == 302


def test_the_approver_sees_what_changed_since_it_was_public(at_desk, writer, approver):
    readout = make.step(make.in_correction(writer), "submit", writer)
    page = at_desk(approver).get(address("transition", readout.pk, "approve")).content.decode()
    assert "Since the last approval" in page
    assert "Since the public text" in page
    assert "<ins>vineyard</ins>" in page


def test_a_list_action_tells_of_each(at_desk, writer, approver):
    ready = make.approved(writer, approver)
    early = make.draft(writer)
    response = _list_action(at_desk(approver), "publish", ready, early)
    done, refused = told(response)
    assert done == f"Publish now: done for {ready.reference}."
    assert refused.startswith(early.reference)
    assert "not possible from “Draft”" in refused


def test_a_list_action_asks_for_the_reason_once(at_desk, writer, approver):
    rows = [make.in_review(writer), make.in_review(writer)]
    desk = at_desk(approver)
    response = _list_action(desk, "request_changes", *rows)
    assert "needs a reason. Write one." in response.content.decode()
    _list_action(desk, "request_changes", *rows, note="Shorter.")
    assert [row.events.get(verb="request_changes").note for row in rows] == ["Shorter."] * 2


def test_a_list_action_is_for_the_version_shown(at_desk, writer, approver):
    readout = make.in_review(writer)
    desk = at_desk(approver)
    old = {f"version_{readout.pk}": readout.lock_version}
    make.edit(readout, writer, body="<p>Another.</p>")
    chosen = {"action": "transition_approve", "_selected_action": [readout.pk], "apply": "yes"}
    assert "changed since the page" in told(desk.post(address("changelist"), chosen | old))[0]
    assert "changed since the page" in told(desk.post(address("changelist"), chosen))[0]


def test_the_panel_says_what_blocks_and_who_can(at_desk, writer):
    page = at_desk(writer).get(address("change", make.in_review(writer).pk)).content.decode()
    assert "Recall from review…" in page
    assert "“Approve” is for Approvers." in page


def test_a_clearance_is_asked_answered_and_voided(at_desk, writer, reviewer, approver):
    readout = make.in_review(writer)
    desk = at_desk(approver)
    asked = {"person": reviewer.pk, "reason": "The treaty.", "required": "on"}
    assert desk.post(address("clearance_ask", readout.pk), asked).status_code == 302
    clearance = Clearance.objects.get()
    assert (
        "Clearance on this text is missing from" in press(desk, readout, "approve").content.decode()
    )
    page = address("clearance_answer", readout.pk, clearance.pk)
    refused = desk.post(page, {"answer": "cleared"}).content.decode()
    assert "can answer this request" in refused
    desk = at_desk(reviewer)
    response = desk.post(page, {"answer": "objects", "remark": ""})
    assert "Say in the remark what you object to" in response.content.decode()
    desk.post(page, {"answer": "cleared"})
    clearance.refresh_from_db()
    assert clearance.answered_by == reviewer
    make.edit(readout, writer, body="<p>Another.</p>")
    assert (
        "Void: the text changed since." in desk.get(address("change", readout.pk)).content.decode()
    )


def test_asking_nobody_is_refused_with_what_was_typed(at_desk, writer, approver):
    readout = make.draft(writer)
    page = at_desk(approver).post(address("clearance_ask", readout.pk), {"reason": "Please look."})
    assert "Choose the person or the group to ask." in page.content.decode()
    assert "Please look." in page.content.decode()


def test_the_index_of_addresses_is_behind_the_door(client):
    assert reverse("admin:login") in client.get(address("changelist")).url
