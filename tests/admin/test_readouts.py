"""The form of a readout: what is typed is kept, filled in, checked, and recorded once."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from readouts.admin.partial_date import partial_date
from readouts.editorial import content
from readouts.models.readout import Readout
from readouts.models.source import SourceRecord
from tests import make
from tests.admin.desk_hand import address, events, opened, send, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, writer):
    client.force_login(writer)
    return client


def _new(desk, **typed):
    data = opened(desk)
    person = {"official": "", "name": "", "title": "", **typed.pop("person", {})}
    data |= {f"participations-0-{name}": words for name, words in person.items()}
    data |= {"encounters-0-when": "14 May 2021", **typed}
    return send(desk, data)


def test_a_new_readout_is_filled_in_from_the_register(desk, writer):
    make.mandate()
    president = make.appointment()
    response = _new(desk, person={"official": president.official.pk, "honorific": "H.E. Ms."})
    readout = Readout.objects.get()
    assert response.url == address("change", readout.pk)
    person = readout.encounters.get().participations.get()
    assert (person.name, person.title, person.organization_name) == (
        "Iria Solano",
        "President",
        "Republic of Valmora",
    )
    assert person.appointment == president
    assert person.organization == president.organization
    assert readout.principal_name == "Tomas Arrel"
    assert readout.title == (
        "Readout of the Secretary-General’s meeting with H.E. Ms. Iria Solano, "
        "President of the Republic of Valmora"
    )
    assert readout.revisions.get().author == writer


def test_words_typed_are_not_overwritten(desk):
    president = make.appointment()
    _new(desk, person={"official": president.official.pk, "name": "I. Solano", "title": "Head"})
    person = Readout.objects.get().encounters.get().participations.get()
    assert (person.name, person.title) == ("I. Solano", "Head")


def test_no_office_is_guessed_where_two_were_held(desk):
    make.appointment(title="President")
    second = make.appointment(title="Commander-in-Chief")
    _new(desk, person={"official": second.official.pk})
    person = Readout.objects.get().encounters.get().participations.get()
    assert (person.name, person.title, person.appointment) == ("Iria Solano", "", None)


@pytest.mark.parametrize(
    ("typed", "date", "precision"),
    [
        ("2010", datetime.date(2010, 1, 1), "year"),
        ("2010-11", datetime.date(2010, 11, 1), "month"),
        ("November 2010", datetime.date(2010, 11, 1), "month"),
        ("2010-11-30", datetime.date(2010, 11, 30), "day"),
        ("30 November 2010", datetime.date(2010, 11, 30), "day"),
        ("30 Nov 2010", datetime.date(2010, 11, 30), "day"),
        ("November 30, 2010", datetime.date(2010, 11, 30), "day"),
    ],
)
def test_dates_are_taken_as_far_as_they_are_known(typed, date, precision):
    read = partial_date(typed)
    assert (read.date, read.precision) == (date, precision)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("3/4/2010", "can be read as two different days"),
        ("3.4.2010", "can be read as two different days"),
        ("31 February 2010", "There is no such day"),
        ("2010-13", "There is no such day"),
        ("next Tuesday", "is not a date"),
    ],
)
def test_an_unclear_date_is_refused_with_the_cure(desk, typed, sentence):
    response = _new(desk, **{"encounters-0-when": typed})
    page = response.content.decode()
    assert sentence in page
    assert "Write the day as 2010-11-30 or 30 November 2010" in page
    assert not Readout.objects.exists()
    assert f'value="{typed}"' in page


def test_a_participant_of_no_encounter_is_refused(desk):
    response = _new(desk, person={"name": "Iria Solano", "encounter": "4"})
    assert "There is no encounter 4." in response.content.decode()
    assert not Readout.objects.exists()


def test_a_time_needs_its_zone(desk):
    response = _new(desk, **{"encounters-0-time": "15:30"})
    assert "A time needs its zone." in response.content.decode()
    response = _new(desk, **{"encounters-0-time": "15:30", "encounters-0-zone": "Mars/North"})
    assert "“Mars/North” is not a time zone." in response.content.decode()
    _new(desk, **{"encounters-0-time": "15:30", "encounters-0-zone": "europe/zurich"})
    assert Readout.objects.get().encounters.get().zone == "Europe/Zurich"


def test_an_office_of_somebody_else_is_refused(desk):
    make.appointment()
    other = make.appointment(make.official("Bela Korr"), title="Minister")
    official = make.official()
    response = _new(desk, person={"official": official.pk, "appointment": other.pk})
    assert "did not hold this office" in response.content.decode()


def test_opening_and_saving_changes_nothing(desk, writer):
    readout = make.draft(writer, tags=["water", "two words"], issued=make.DAY)
    before = content.digest(content.snapshot(readout))
    response = send(desk, opened(desk, readout), readout)
    assert told(response) == ["Nothing had changed, so there is no new revision."]
    readout.refresh_from_db()
    assert content.digest(content.snapshot(readout)) == before
    assert readout.revisions.count() == 1
    assert readout.lock_version == 1


def test_a_change_is_a_revision(desk, writer):
    readout = make.draft(writer)
    data = opened(desk, readout) | {"body": "<p>They spoke of <b>water</b>.</p>"}
    assert told(send(desk, data, readout)) == ["Saved as revision 2."]
    readout.refresh_from_db()
    assert readout.body == "<p>They spoke of <strong>water</strong>.</p>"


def test_words_from_a_word_processor_come_clean(desk, writer):
    readout = make.draft(writer)
    pasted = (
        '<p class="MsoNormal" style="margin:0"><span lang="EN-GB">The <b>Treaty</b></span>'
        "<o:p></o:p></p><script>alert(1)</script>"
    )
    send(desk, opened(desk, readout) | {"body": pasted}, readout)
    readout.refresh_from_db()
    assert readout.body == "<p>The <strong>Treaty</strong></p>"


def test_the_title_follows_the_encounters_until_somebody_gives_another(desk, writer):
    readout = make.draft(writer)
    send(desk, opened(desk, readout) | {"encounters-0-kind": "call"}, readout)
    readout.refresh_from_db()
    assert readout.title.startswith("Readout of the Secretary-General’s call with")
    own = {"title": "A call", "title_reason": "Agreed with both sides"}
    send(desk, opened(desk, readout) | own, readout)
    send(desk, opened(desk, readout) | {"encounters-0-kind": "meeting"}, readout)
    readout.refresh_from_db()
    assert readout.title == "A call"


def test_a_removed_encounter_takes_its_participants_along(desk, writer):
    readout = make.draft(writer)
    send(desk, opened(desk, readout) | {"encounters-0-DELETE": "on"}, readout)
    assert not readout.encounters.exists()


def test_a_stale_save_shows_both_texts_and_loses_nothing(desk, writer, reviewer):
    readout = make.draft(writer)
    mine = opened(desk, readout) | {"body": "<p>They discussed the orchard charter.</p>"}
    make.edit(readout, reviewer, body="<p>They discussed the vineyard treaty.</p>")
    response = send(desk, mine, readout)
    page = response.content.decode()
    assert response.status_code == 409
    assert "its text was last saved by Rhea" in page
    assert "<del>vineyard</del>" in page
    assert "<ins>orchard</ins>" in page
    assert "They discussed the orchard charter." in page
    readout.refresh_from_db()
    assert "vineyard" in readout.body
    # Having read both, one may save over the newer text.
    fields = response.context["form"].data
    again = {name: fields.getlist(name) for name in fields}
    assert send(desk, again, readout).status_code == 302
    readout.refresh_from_db()
    assert "charter" in readout.body
    assert readout.revisions.count() == 3


def test_a_save_without_saying_what_was_seen_is_stale(desk, writer):
    readout = make.draft(writer)
    data = {k: v for k, v in opened(desk, readout).items() if not k.startswith("seen_")}
    assert send(desk, data, readout).status_code == 409


def test_a_changed_embargo_makes_a_save_stale_and_is_logged(desk, writer):
    readout = make.draft(writer)
    data = opened(desk, readout)
    send(desk, data | {"hold_until": "2031-05-01T10:00"}, readout)
    readout.refresh_from_db()
    assert timezone.localtime(readout.hold_until).hour == 10
    assert events(readout) == ["set_embargo"]
    assert send(desk, data | {"title": "Another"}, readout).status_code == 409


def test_what_was_typed_survives_a_lock(desk, writer, approver):
    readout = make.draft(writer)
    data = opened(desk, readout) | {"body": "<p>My long night’s work.</p>"}
    for name, actor in (("submit", writer), ("approve", approver), ("publish", approver)):
        make.step(readout, name, actor)
    response = send(desk, data, readout)
    assert response.status_code == 409
    assert "its text is locked" in response.content.decode()
    assert "My long night’s work." in response.content.decode()
    assert readout.revisions.count() == 1


@pytest.mark.parametrize("maker", [make.scheduled, make.published, make.held, make.withdrawn])
def test_a_locked_text_is_only_read(desk, maker):
    page = desk.get(address("change", maker().pk)).content.decode()
    assert 'id="readout_form"' not in page
    assert "They discussed the orchard treaty" in page


def test_without_permission_it_is_only_read(client):
    readout = make.draft()
    client.force_login(make.user("regi", "Registrars"))
    assert 'id="readout_form"' not in client.get(address("change", readout.pk)).content.decode()
    assert client.post(address("change", readout.pk), {"title": "Mine"}).status_code == 403
    assert client.get(address("add")).status_code == 403


def test_an_edit_voids_the_approval_and_says_so(desk, writer):
    readout = make.approved(writer)
    data = opened(desk, readout) | {"body": "<p>Another text.</p>"}
    assert "approval was for the text before and is void" in told(send(desk, data, readout))[0]
    readout.refresh_from_db()
    assert readout.state == "in_review"


def test_workflow_fields_are_no_fields(desk, writer):
    readout = make.draft(writer)
    forced = {"state": "published", "due_at": "2031-01-01T00:00", "approved_revision": "1"}
    send(desk, opened(desk, readout) | forced | {"reference": "X", "lock_version": "9"}, readout)
    readout.refresh_from_db()
    assert (readout.state, readout.due_at, readout.approved_revision) == ("draft", None, None)
    assert readout.reference.startswith("T-2021-")


def test_nothing_is_deleted(client):
    readout = make.draft()
    client.force_login(make.user("root", is_superuser=True))
    page = f"/admin/readouts/readout/{readout.pk}/delete/"
    assert client.post(page, {"post": "yes"}).status_code == 403
    assert Readout.objects.filter(pk=readout.pk).exists()


def test_the_correction_note_is_asked_for_corrections_only(desk, writer):
    assert "correction_note" not in opened(desk, make.draft(writer))
    assert "correction_note" in opened(desk, make.in_correction(writer))


def test_what_is_typed_is_never_markup(desk, writer):
    name = "<img src=x onerror=alert(1)>"
    readout = make.draft(writer, participant={"name": name}, tags=["<i>"])
    for page in ("change", "preview"):
        assert "<img src=x" not in desk.get(address(page, readout.pk)).content.decode()
    assert "<img src=x" not in desk.get(address("changelist")).content.decode()


def test_the_page_keeps_to_the_content_policy(desk, writer):
    response = desk.get(address("change", make.draft(writer).pk))
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    page = response.content.decode()
    assert f'<script type="importmap" nonce="{nonce}">' in page
    assert " style=" not in page


def test_the_preview_is_marked_and_not_kept(desk, writer):
    response = desk.get(address("preview", make.draft(writer).pk))
    assert "Preview, not public." in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_a_draft_without_any_date_has_a_preview(desk, writer):
    readout = make.draft(writer, encounter={"date": None})
    assert desk.get(address("preview", readout.pk)).status_code == 200


def test_two_revisions_are_compared(desk, writer):
    readout = make.draft(writer)
    make.edit(readout, writer, body="<p>They discussed the vineyard.</p>")
    page = desk.get(address("difference", readout.pk)).content.decode()
    assert "<ins>vineyard</ins>" in page
    assert desk.get(address("difference", readout.pk) + "?before=1&after=xx").status_code == 200


def test_the_source_is_shown(desk, writer):
    readout = make.draft(writer)
    SourceRecord.objects.create(
        readout=readout, file="page.txt", layout="classic", warnings=["Line 3 is damaged."]
    )
    assert "Line 3 is damaged." in desk.get(address("change", readout.pk)).content.decode()


def test_words_are_proposed_for_the_day(desk):
    then = make.appointment(title="Minister", start=datetime.date(2000, 1, 1), kind="acting")
    make.appointment(title="President", start=datetime.date(2022, 1, 1))
    query = f"?official={then.official_id}&date=2021-05"
    said = desk.get(address("words") + query).json()
    assert [(row["title"], row["held"]) for row in said["appointments"]] == [
        ("Acting Minister", True),
        ("President", False),
    ]
    assert desk.get(address("words") + f"?mandate={make.mandate().pk}").json() == {
        "principal_name": "Tomas Arrel",
        "principal_title": "Secretary-General",
        "principal_organization": "Meridian Compact",
    }
    assert desk.get(address("words") + "?official=none").status_code == 404


def test_the_title_is_proposed_for_what_is_typed(desk, writer):
    data = opened(desk, make.draft(writer)) | {"encounters-0-kind": "video_call"}
    said = desk.post(address("title"), data).json()
    assert said["title"].startswith("Readout of the Secretary-General’s video call with")
    assert desk.post(address("title"), {}).json() == {"title": ""}


def test_saving_can_lead_on_to_the_step(desk, writer):
    readout = make.draft(writer)
    response = send(desk, opened(desk, readout) | {"_then": "submit"}, readout)
    assert response.url.startswith(address("transition", readout.pk, "submit"))


def test_the_list_finds_by_anything_and_asks_no_more_for_more_rows(desk, writer):
    make.official("Iria Solano", aliases=["Írìa"])
    make.draft(writer)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(address("changelist")).status_code == 200
        return len(captured)

    few = queries()
    for _ in range(4):
        make.in_review(writer)
    make.in_review(writer)
    assert queries() <= few + 1  # who may approve is asked once
    for words in ("T-2021", "orchard", "solano", "iria", "Tomas"):
        assert desk.get(address("changelist"), {"q": words}).context["cl"].result_count == 6
    assert desk.get(address("changelist"), {"q": "nobody"}).context["cl"].result_count == 0
