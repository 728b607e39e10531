"""The home of the desk: what waits for whom."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from readouts.admin.desk import sections
from readouts.editorial.clearances import ask_clearance
from readouts.editorial.log import record_event
from readouts.editorial.schedule import ROBOT
from tests import make

pytestmark = pytest.mark.django_db


def _waiting(user):
    return {section.heading: [row.readout for row in section.rows] for section in sections(user)}


def test_a_writer_finds_drafts_and_what_was_sent_back(writer, approver):
    draft = make.draft(writer)
    make.draft(make.user("wes", "Writers"))
    back = make.in_review(writer)
    make.step(back, "request_changes", approver, note="Shorter.")
    submitted = make.in_review(writer)
    assert _waiting(writer) == {
        "Your drafts": [draft],
        "Sent back to you": [back],
        "In review": [submitted],
    }
    assert sections(writer)[0].rows[0].words == "Ada: “Shorter.”"


def test_an_approver_finds_what_others_wrote(writer, approver):
    theirs = make.in_review(writer)
    own = make.in_review(approver)
    ready = make.approved(writer, approver)
    assert _waiting(approver) == {
        "Waiting for your approval": [theirs],
        "In review": [own],
        "Approved, to be published": [ready],
    }


def test_schedules_and_embargoes_are_told_in_the_office_zone(writer):
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    scheduled = make.scheduled(tomorrow)
    held_back = make.in_review(hold_until=tomorrow)
    found = {section.heading: section for section in sections(make.user("arlo", "Archivists"))}
    assert found["Scheduled"].rows[0].readout == scheduled
    zone = timezone.localtime(tomorrow).strftime("%H:%M %Z")
    assert zone in found["Scheduled"].rows[0].words
    assert [row.readout for row in found["Embargoes ending within a week"].rows] == [held_back]


def test_failed_schedules_stay_until_something_happens(approver):
    scheduled = make.scheduled()
    record_event(scheduled, "schedule_failed", ROBOT, note="The embargo lasts.")
    assert _waiting(approver)["Schedule failed"] == [scheduled]
    make.step(scheduled, "unschedule", approver)
    assert "Schedule failed" not in _waiting(approver)


def test_urgent_publications_wait_for_their_review(writer, approver, other_approver):
    readout = make.draft(writer)
    make.step(readout, "publish_urgently", approver, note="Now.", authority="Chief of staff")
    heading = "Published urgently, to be reviewed"
    assert _waiting(other_approver)[heading] == [readout]
    readout.refresh_from_db()
    make.step(readout, "review_afterwards", other_approver, note="In order.")
    assert heading not in _waiting(other_approver)


def test_clearances_wait_for_whom_they_were_asked_of(writer, reviewer, approver):
    readout = make.in_review(writer)
    ask_clearance(readout, approver, person=reviewer, reason="The treaty.")
    assert _waiting(reviewer)["Clearances asked of you"] == [readout]
    assert "Clearances asked of you" not in _waiting(approver)
    make.edit(readout, writer, body="<p>Another.</p>")
    assert "Clearances asked of you" not in _waiting(reviewer)


def test_the_home_shows_it_escaped(client, writer):
    make.draft(writer, title="<b>Bold</b> claim", title_reason="x")
    client.force_login(writer)
    page = client.get(reverse("admin:index")).content.decode()
    assert "&lt;b&gt;Bold&lt;/b&gt; claim" in page
    assert "Your drafts" in page


def test_the_home_tells_nothing_to_those_who_may_not_read(client):
    make.in_review()
    client.force_login(make.user("guest"))
    page = client.get(reverse("admin:index"))
    assert page.status_code == 200
    assert "Nothing waits for you." in page.content.decode()


def test_more_drafts_need_no_more_queries(client, writer):
    client.force_login(writer)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("admin:index"))
        return len(captured)

    make.draft(writer)
    few = queries()
    for _ in range(4):
        make.draft(writer)
    assert queries() == few
