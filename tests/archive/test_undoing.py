"""A load is undone whole, only while nobody has built on it, and comes back by another load."""

import dataclasses

import pytest
from django.utils import timezone

from readouts import search
from readouts.archive import undoing
from readouts.archive.alone import Busy
from readouts.archive.load import LOADER, load
from readouts.archive.undoing import NotUndone, undo
from readouts.archive.versions import line_of, record_of
from readouts.editorial import clearances, history, register_merging, workflow
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State
from readouts.models.record import Event, Revision
from readouts.models.register import Official, Organization, Topic
from readouts.models.source import ImportBatch, SourceRecord
from tests import make
from tests.archive.samples import PRESIDENT, corrected, encounter, file, record, withdrawn

pytestmark = pytest.mark.django_db

OTHER = ["They discussed the harbour."]


@pytest.fixture
def loaded(tmp_path):
    """A function that loads records and returns the batch."""
    make.mandate()
    make.appointment()

    def loaded(*records, **words):
        report = load([file(tmp_path, *records)], **words)
        return ImportBatch.objects.get(pk=report.batch)

    return loaded


def readout(reference="A-2015-0001"):
    return Readout.objects.get(reference=reference)


def verbs(reference="A-2015-0001"):
    return list(readout(reference).events.order_by("number").values_list("verb", flat=True))


def refusal(batch, by=LOADER):
    before = Event.objects.count(), Publication.objects.published().count()
    with pytest.raises(NotUndone) as refused:
        undo(batch, by, reason="Loaded in error.")
    assert (Event.objects.count(), Publication.objects.published().count()) == before
    return str(refused.value)


# --- what is undone -----------------------------------------------------------------------------


def test_every_record_becomes_a_notice_with_the_public_reason(loaded, archivist):
    batch = loaded(record(), corrected())
    done = undo(batch, archivist, reason=" Loaded in error. ")
    assert done == (2, 0, 0)
    assert not Publication.objects.published().exists()
    for notice in Publication.objects.current():
        assert notice.text_removed
        assert notice.withdrawal_reason == "Loaded in error."
    assert search.match(Publication.objects.published(), "orchard").count() == 0
    assert set(Readout.objects.values_list("state", flat=True)) == {State.WITHDRAWN}
    assert Revision.objects.count() == 2
    assert list(history.damage()) == []


def test_the_batch_and_the_log_say_who_undid_what(loaded, archivist):
    batch = loaded(record())
    undo(batch, archivist, reason="Loaded in error.")
    assert batch.undone_at
    assert (batch.undone_by, batch.undone_by_name) == (archivist, "Arlo")
    assert batch.undo_reason == "Loaded in error."
    last = Event.objects.order_by("-number").first()
    assert (last.verb, last.details["undone"]) == ("withdraw", batch.pk)


def test_what_the_record_itself_withdrew_stays_as_it_is(loaded):
    batch = loaded(withdrawn(), record())
    assert undo(batch, LOADER, reason="Loaded in error.") == (1, 0, 0)
    assert verbs("A-2015-0003") == ["load_archive", "withdraw"]
    notice = Publication.objects.get(reference="A-2015-0003")
    assert notice.withdrawal_reason == "Issued in error."


def test_a_change_that_waits_for_review_is_discarded(loaded):
    loaded(record())
    second = loaded(record(body=OTHER))
    assert readout().state == State.IN_REVIEW
    assert undo(second, LOADER, reason="The wrong file.") == (0, 1, 0)
    assert readout().state == State.PUBLISHED
    assert "orchard" in readout().body
    assert "orchard" in Publication.objects.published().get().plain_text


def test_a_change_that_people_discarded_is_nothing_to_undo(loaded, approver):
    loaded(record())
    second = loaded(record(body=OTHER), record("A-2"))
    workflow.perform(readout(), "discard_correction", approver)
    assert undo(second, LOADER, reason="The wrong file.") == (1, 0, 0)
    assert readout().state == State.PUBLISHED


# --- loading again ------------------------------------------------------------------------------


def test_the_same_file_makes_the_same_records_public_again(loaded):
    first = loaded(record(), withdrawn())
    before = Publication.objects.published().values("pk", "digest", "published_at").get()
    undo(first, LOADER, reason="Loaded in error.")
    again = loaded(record(), withdrawn())
    assert (again.counts["reinstated"], again.counts["unchanged"]) == (1, 1)
    assert Publication.objects.published().values("pk", "digest", "published_at").get() == before
    assert search.match(Publication.objects.published(), "orchard").count() == 1
    assert list(history.damage()) == []


@pytest.mark.parametrize(
    ("model", "name", "other"),
    [
        (Official, "Noor Vandeleur", {"name": "Nour van der Leur", "sort_name": "Leur"}),
        (Organization, "Tessaly", {"name": "Tessalia", "kind": "state"}),
        (Topic, "Ships", {"name": "Vessels"}),
    ],
)
@pytest.mark.parametrize("is_keyed", [False, True])
def test_the_same_file_comes_back_where_a_register_row_was_merged_since(
    loaded, model, name, other, is_keyed
):
    guest = PRESIDENT | {"name": "Noor Vandeleur", "organization": "Tessaly"}
    told = record(encounters=[encounter(guest)], topics=["Ships"], organizations=["Tessaly"])
    batch = loaded(told)
    if is_keyed:
        told = line_of(record_of(list(Publication.objects.all()))).decode()
    undo(batch, LOADER, reason="Loaded in error.")
    into = model.objects.create(slug="other", **other)
    register_merging.merge(model.objects.get(name=name), into, make.user("rosa", "Registrars"))
    again = loaded(told)
    assert (again.counts["reinstated"], again.counts["refused"]) == (1, 0)
    publication = Publication.objects.published().get()
    found = search.match(Publication.objects.published(), into.name.split()[0])
    assert list(found) == [publication]
    assert list(history.damage()) == []


def test_a_changed_file_waits_for_review_and_the_notice_stands(loaded):
    undo(loaded(record()), LOADER, reason="Loaded in error.")
    second = loaded(record(body=OTHER))
    assert second.counts["changed"] == 1
    assert readout().state == State.IN_REVIEW
    assert not Publication.objects.published().exists()


def test_a_load_and_its_undoing_may_follow_each_other(loaded):
    for _ in range(3):
        batch = loaded(record())
        assert Publication.objects.published().count() == 1
        undo(batch, LOADER, reason="Loaded in error.")
        assert Publication.objects.published().count() == 0


def test_a_change_of_what_was_undone_is_discarded_to_the_notice(loaded):
    undo(loaded(record()), LOADER, reason="Loaded in error.")
    undo(loaded(record(body=OTHER)), LOADER, reason="The wrong file.")
    assert readout().state == State.WITHDRAWN
    assert loaded(record()).counts["reinstated"] == 1


def test_a_change_undone_may_be_brought_again_and_the_first_load_be_undone(loaded):
    first = loaded(record())
    undo(loaded(record(body=OTHER)), LOADER, reason="The wrong file.")
    again = loaded(record(body=OTHER))
    assert again.counts["changed"] == 1
    undo(again, LOADER, reason="The wrong file.")
    assert undo(first, LOADER, reason="Loaded in error.") == (1, 0, 0)


# --- a change in the place of another ------------------------------------------------------------

LATER = ["They discussed the lighthouse."]


def test_a_change_that_was_replaced_waits_again(loaded):
    loaded(record())
    second, third = loaded(record(body=OTHER)), loaded(record(body=LATER))
    assert "lighthouse" in readout().body
    done = undo(third, LOADER, reason="The wrong file.")
    assert done == (0, 1, 1)
    assert "1 gave way to those of an earlier load" in done.told
    assert readout().state == State.IN_REVIEW
    assert "harbour" in readout().body
    assert undo(second, LOADER, reason="The wrong file.") == (0, 1, 0)
    assert readout().state == State.PUBLISHED
    assert "orchard" in readout().body
    assert list(history.damage()) == []


def test_it_may_be_approved_then(loaded, approver):
    loaded(record())
    loaded(record(body=OTHER))
    undo(loaded(record(body=LATER)), LOADER, reason="The wrong file.")
    for step in ("approve", "publish"):
        workflow.perform(readout(), step, approver)
    assert "harbour" in Publication.objects.published().get().plain_text


def test_a_change_that_was_decided_about_does_not_wait_again(loaded, approver):
    loaded(record())
    loaded(record(body=OTHER))
    for step in ("approve", "publish"):
        workflow.perform(readout(), step, approver)
    third = loaded(record(body=LATER))
    assert third.counts["changed"] == 1
    assert undo(third, LOADER, reason="The wrong file.") == (0, 1, 0)
    assert readout().state == State.PUBLISHED
    assert "harbour" in readout().body


def test_loads_of_two_people_may_follow_each_other(loaded, archivist):
    loaded(record())
    loaded(record(body=OTHER), by=archivist)
    other = make.user("otto", "Archivists")
    third = loaded(record(body=LATER), by=other)
    assert undo(third, archivist, reason="The wrong file.") == (0, 1, 1)
    assert "harbour" in readout().body


# --- what is refused ----------------------------------------------------------------------------


def test_undoing_twice_is_refused(loaded):
    batch = loaded(record())
    undo(batch, LOADER, reason="Loaded in error.")
    assert "undone already, by archive loader" in refusal(batch)


def test_it_needs_a_reason_and_the_permission(loaded, writer):
    batch = loaded(record())
    with pytest.raises(NotUndone, match="Say why"):
        undo(batch, LOADER, reason="  ")
    assert "permission" in refusal(batch, writer)


def test_a_database_that_a_load_holds_is_said(loaded, monkeypatch):
    def held():
        raise Busy

    batch = loaded(record())
    monkeypatch.setattr(undoing, "alone", held)
    assert "Undo it when that has ended" in refusal(batch)


def test_a_load_that_brought_no_record_has_nothing_to_undo(loaded):
    batch = ImportBatch.objects.create(at=timezone.now(), by_name="arlo")
    assert "nothing to undo" in refusal(batch)


def test_work_of_people_is_in_the_way_and_named(loaded, writer):
    batch = loaded(*(record(f"A-{number}") for number in range(8)))
    for number in range(7):
        workflow.perform(readout(f"A-{number}"), "start_correction", writer)
    assert "A-0, A-1, A-2, A-3, A-4 and 2 more since" in refusal(batch)
    assert readout("A-7").state == State.PUBLISHED


def test_a_correction_begun_and_discarded_is_in_the_way_too(loaded, writer, approver):
    batch = loaded(record())
    workflow.perform(readout(), "start_correction", writer)
    workflow.perform(readout(), "discard_correction", approver)
    assert "worked on A-2015-0001" in refusal(batch)


def test_a_withdrawal_by_people_is_in_the_way(loaded, approver):
    batch = loaded(record())
    workflow.perform(readout(), "withdraw", approver, note="A doubt.")
    assert "worked on A-2015-0001" in refusal(batch)


def test_a_later_load_is_undone_first(loaded):
    first = loaded(record())
    second = loaded(record(body=OTHER))
    assert "later load brought changes to A-2015-0001" in refusal(first)
    undo(second, LOADER, reason="The wrong file.")
    undo(first, LOADER, reason="Loaded in error.")


def test_a_change_that_was_approved_or_asked_about_stands(loaded, reviewer, approver):
    loaded(record(), record("A-2"))
    second = loaded(record(body=OTHER), record("A-2", body=OTHER))
    clearances.ask_clearance(readout("A-2"), reviewer, person=approver)
    assert "worked on A-2 since" in refusal(second)
    workflow.perform(readout(), "approve", approver)
    assert "worked on A-2, A-2015-0001 since" in refusal(second)


def test_a_change_that_somebody_wrote_on_stands(loaded, writer):
    loaded(record())
    second = loaded(record(body=OTHER))
    make.edit(readout(), writer, body="<p>Mended.</p>")
    assert "worked on A-2015-0001" in refusal(second)


def test_a_translation_from_elsewhere_is_in_the_way_and_one_of_the_load_is_not(loaded):
    def translation(reference):
        return record(reference, language="fr", translation_of="A-2015-0001")

    first = loaded(record(), translation("A-FR"))
    second = loaded(translation("A-FR-2") | {"language": "es"})
    assert "A-FR-2 is a translation of a record of this load" in refusal(first)
    undo(second, LOADER, reason="The wrong file.")
    assert undo(first, LOADER, reason="Loaded in error.") == (2, 0, 0)


def test_one_refused_step_undoes_nothing(loaded, monkeypatch):
    batch = loaded(record(), record("A-2"))

    def refuse_the_second(case):
        return "No." if case.readout.reference == "A-2" else None

    row = dataclasses.replace(workflow.BY_NAME["withdraw"], guards=(refuse_the_second,))
    monkeypatch.setitem(workflow.BY_NAME, "withdraw", row)
    assert "Nothing was undone. A-2: No." in refusal(batch)
    assert SourceRecord.objects.count() == 2


def test_a_dry_run_tells_what_would_be_done_and_does_nothing(loaded):
    batch = loaded(record(), record("A-2"))
    assert undo(batch, LOADER, reason="", dry_run=True) == (2, 0, 0)
    assert batch.undone_at is None
    assert Publication.objects.published().count() == 2
    assert verbs() == ["load_archive"]
