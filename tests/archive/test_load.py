"""Archive files become public entries, all of them or none, and never twice."""

import datetime
import json

import pytest

from readouts import search
from readouts.archive.load import LOADER, NotLoaded, load
from readouts.editorial import content, history, workflow
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State
from readouts.models.record import Event, Revision
from readouts.models.register import Official, Organization, Topic
from readouts.models.source import ImportBatch, SourceRecord
from tests import make
from tests.archive.samples import PRESIDENT, corrected, encounter, file, record, withdrawn

pytestmark = pytest.mark.django_db

TABLES = (
    Readout, Revision, Event, Publication, SourceRecord, ImportBatch, Official, Organization, Topic,
)  # fmt: skip


@pytest.fixture
def register():
    """The office's principal, one head of state and one subject."""
    make.mandate()
    make.appointment()
    make.topic()


NOTICE_WITH_ITS_TEXT = {"at": "2015-04-01T09:00:00Z", "reason": "Issued in error."}


@pytest.fixture
def loaded(tmp_path, register):
    """A function that loads records and returns the report."""
    return lambda *records, **words: load([file(tmp_path, *records)], **words)


def counts():
    return {model: model.objects.count() for model in TABLES}


def problems(loaded, *records):
    with pytest.raises(NotLoaded) as refused:
        loaded(*records)
    return refused.value.problems


# --- what is loaded -----------------------------------------------------------------------------


def test_a_record_becomes_a_public_archive_entry(loaded, archivist):
    loaded(record(), by=archivist)
    publication = Publication.objects.published().get()
    assert publication.is_archive
    assert publication.number == 1
    assert publication.published_at == datetime.datetime(2015, 3, 5, 17, 42, tzinfo=datetime.UTC)
    assert (
        publication.plain_text == "They discussed the orchard treaty.\n\nThey agreed to meet again."
    )
    assert publication.address.startswith("2015/03/05/")
    assert publication.principal_name == "Tomas Arrel"
    readout = Readout.objects.get()
    assert (readout.origin, readout.state) == ("archive", State.PUBLISHED)
    assert readout.mandate == make.mandate()
    assert content.digest(content.snapshot(readout)) == publication.digest


def test_the_log_names_who_loaded_and_invents_no_approval(loaded, archivist):
    loaded(record(), by=archivist)
    (event,) = Event.objects.all()
    assert (event.verb, event.actor, event.to_state) == ("load_archive", archivist, "published")
    assert Revision.objects.get().author == archivist
    assert Readout.objects.get().approved_revision is None


def test_without_a_person_the_loader_is_named(loaded):
    loaded(record())
    assert Event.objects.get().actor_name == LOADER.name
    assert ImportBatch.objects.get().by_name == LOADER.name


def test_who_may_not_load_loads_nothing(loaded, writer):
    before = counts()
    with pytest.raises(workflow.Refused, match="Archivists"):
        loaded(record(), by=writer)
    assert counts() == before


def test_the_history_of_what_was_loaded_verifies(loaded):
    loaded(record(), corrected(), withdrawn())
    assert list(history.damage()) == []


def test_what_was_loaded_is_found(loaded):
    loaded(record())
    found = search.match(Publication.objects.published(), "orchard solano")
    assert found.count() == 1


def test_an_archive_entry_is_corrected_like_any_other(loaded, writer, approver):
    loaded(record())
    readout = workflow.perform(Readout.objects.get(), "start_correction", writer)
    make.edit(readout, writer, body="<p>Mended.</p>", correction_note="The text was mended.")
    for step, actor in (("submit", writer), ("approve", approver), ("publish", approver)):
        workflow.perform(readout, step, actor)
    assert Publication.objects.published().get().number == 2


def test_a_date_may_be_known_to_the_month(loaded):
    told = encounter(date="2015-03-01", precision="month")
    loaded(record(encounters=[told], issued=None, published_at=None))
    publication = Publication.objects.get()
    assert (publication.date, publication.precision) == (datetime.date(2015, 3, 1), "month")


@pytest.mark.parametrize(
    "told", [{"published_at": None}, {"published_at": "2015-03-05"}, {"published_on": "2015-03-05"}]
)
def test_of_an_issue_may_be_known_but_the_day(loaded, settings, client, told):
    settings.TIME_ZONE = "Europe/Malta"
    loaded(record(**({"published_at": None} | told)))
    publication = Publication.objects.get()
    assert publication.published_at == datetime.datetime(2015, 3, 4, 23, tzinfo=datetime.UTC)
    assert not publication.published_hour_known
    assert not publication.first_published_hour_known
    page = client.get(publication.get_absolute_url()).content.decode()
    assert "5 March 2015" in page
    assert "00:00" not in page
    assert loaded(record(**({"published_at": None} | told))).counts["unchanged"] == 1


def test_a_correction_of_such_a_record_has_its_hour(loaded, writer, approver):
    loaded(record(published_at="2015-03-05"))
    readout = workflow.perform(Readout.objects.get(), "start_correction", writer)
    make.edit(readout, writer, body="<p>Mended.</p>", correction_note="The text was mended.")
    for step, actor in (("submit", writer), ("approve", approver), ("publish", approver)):
        workflow.perform(readout, step, actor)
    second = Publication.objects.published().get()
    assert (second.published_hour_known, second.first_published_hour_known) == (True, False)


def test_a_body_with_markup_is_made_safe(loaded):
    loaded(record(body=["One.", {"html": "<ul><li>Two<script>x</script></li></ul>"}]))
    body = Publication.objects.get().body
    assert "<li>" in body
    assert "script" not in body


# --- versions, withdrawal, translations ---------------------------------------------------------


def test_every_version_is_public_with_its_moment_grade_and_note(loaded):
    loaded(corrected())
    first, second, third = Publication.objects.order_by("number")
    assert [row.grade for row in (first, second, third)] == ["", "participant", "factual"]
    assert third.note == "The year of the treaty was corrected."
    assert first.plain_text == second.plain_text == "They discussed the orchard treaty of 2004."
    assert third.plain_text == "They discussed the orchard treaty of 2014."
    assert len(first.shape["encounters"][0]["participants"]) == 1
    assert len(second.shape["encounters"][0]["participants"]) == 2
    assert first.superseded_at == second.published_at
    assert second.superseded_at == third.published_at
    assert third.superseded_at is None
    assert {row.first_published_at for row in (first, second, third)} == {first.published_at}
    assert {row.address for row in (first, second, third)} == {first.address}


def test_a_withdrawn_record_is_a_notice_and_found_by_nothing(loaded):
    loaded(withdrawn())
    assert not Publication.objects.published().exists()
    notice = Publication.objects.withdrawn().get()
    assert notice.withdrawal_reason == "Issued in error."
    assert notice.text_removed
    assert notice.withdrawn_at == datetime.datetime(2015, 4, 1, 9, tzinfo=datetime.UTC)
    assert Readout.objects.get().state == State.WITHDRAWN
    assert not search.match(Publication.objects.all(), "orchard").exists()


def test_an_archivist_need_not_be_allowed_to_withdraw(loaded, archivist):
    loaded(withdrawn(), by=archivist)
    assert [event.verb for event in Event.objects.order_by("number")] == [
        "load_archive",
        "withdraw",
    ]


def test_a_translation_may_stand_before_its_original(loaded):
    french = record("A-fr", language="fr", translation_of="A-en", title="Compte rendu")
    loaded(french, record("A-en"))
    readout = Readout.objects.get(reference="A-fr")
    assert readout.translation_of.reference == "A-en"
    assert Publication.objects.get(reference="A-fr").translation_of == "A-en"


def test_a_translation_without_an_original_is_refused(loaded):
    (problem,) = problems(loaded, record("A-fr", language="fr", translation_of="A-en"))
    assert (problem.field, problem.line) == ("translation_of", 1)
    assert not Readout.objects.exists()


def test_a_translation_of_a_translation_is_refused(loaded):
    (problem,) = problems(
        loaded,
        record("A-en"),
        record("A-fr", language="fr", translation_of="A-en"),
        record("A-es", language="es", translation_of="A-fr"),
    )
    assert "Name the original" in problem.cure


def test_two_translations_into_one_language_are_refused(loaded):
    (problem,) = problems(
        loaded,
        record("A-en"),
        record("A-fr", language="fr", translation_of="A-en"),
        record("A-fr-2", language="fr", translation_of="A-en"),
    )
    assert (problem.line, problem.field) == (3, "language")


# --- a second load ------------------------------------------------------------------------------


def test_a_second_load_changes_nothing_and_says_so(loaded):
    lines = [record(), corrected(), withdrawn(), record("A-fr", translation_of="A-2015-0001",
             language="fr")]  # fmt: skip
    loaded(*lines)
    before = counts()
    report = loaded(*lines)
    assert (report.counts["new"], report.counts["unchanged"]) == (0, 4)
    assert "4 unchanged" in report.sentences()[0]
    assert not [told for told in report.sentences() if "This is load" in told]
    assert counts() == before


def test_a_load_tells_its_number_to_be_taken_back_by(loaded):
    told = loaded(record()).sentences()[-1]
    assert told.startswith(f"This is load {ImportBatch.objects.get().pk}:")


def test_new_records_beside_old_ones_are_loaded(loaded):
    loaded(record())
    report = loaded(record(), record("A-2015-0009"))
    assert (report.counts["new"], report.counts["unchanged"]) == (1, 1)


def test_a_changed_record_becomes_a_revision_for_review_beside_the_public_text(loaded, approver):
    loaded(record())
    report = loaded(record(body=["Something else."]))
    assert report.counts["changed"] == 1
    assert "A-2015-0001 differs in body: a revision waits for review." in str(report.changes[0])
    assert Publication.objects.get().plain_text.startswith("They discussed")
    readout = Readout.objects.get()
    assert readout.state == State.IN_REVIEW
    workflow.perform(readout, "approve", approver)
    workflow.perform(readout, "publish", approver)
    current = Publication.objects.published().get()
    assert (current.number, current.plain_text) == (2, "Something else.")
    assert current.note == "The archive’s source now differs in body."


def test_a_changed_record_loaded_twice_changes_nothing_the_second_time(loaded):
    loaded(record())
    loaded(record(body=["Something else."]))
    before = counts()
    assert loaded(record(body=["Something else."])).counts["unchanged"] == 1
    assert counts() == before


def test_a_record_that_changes_again_replaces_what_waits_for_review(loaded):
    loaded(record())
    loaded(record(body=["Something else."]))
    assert loaded(record(body=["Something third."])).counts["changed"] == 1
    assert "Something third." in Readout.objects.get().body
    assert Publication.objects.get().plain_text.startswith("They discussed")


def test_who_brought_the_change_cannot_approve_it(loaded, archivist, approver):
    approver.groups.add(*archivist.groups.all())
    loaded(record(), by=approver)
    loaded(record(body=["Something else."]), by=approver)
    with pytest.raises(workflow.Refused):
        workflow.perform(Readout.objects.get(), "approve", approver)


def test_what_an_editor_has_touched_since_is_protected(loaded, writer):
    loaded(record())
    readout = workflow.perform(Readout.objects.get(), "start_correction", writer)
    make.edit(readout, writer, body="<p>Mended.</p>")
    report = loaded(record(body=["Something else."]))
    assert report.counts["protected"] == 1
    assert "it was edited here since it was loaded: left as it is" in str(report.protected[0])
    readout.refresh_from_db()
    assert readout.body == "<p>Mended.</p>"
    kept = SourceRecord.objects.get(outcome="protected")
    assert kept.record["body"] == ["Something else."]
    loaded(record(body=["Something else."]))
    assert SourceRecord.objects.filter(outcome="protected").count() == 1


def test_a_change_of_what_people_withdrew_is_protected(loaded, approver):
    loaded(record())
    workflow.perform(Readout.objects.get(), "withdraw", approver, note="A doubt.")
    report = loaded(record(body=["Something else."]))
    assert "it is “Withdrawn” here: left as it is" in str(report.protected[0])


@pytest.mark.parametrize("told", [withdrawn(), record(withdrawn=NOTICE_WITH_ITS_TEXT)])
def test_a_change_of_what_its_source_withdrew_waits_for_review(loaded, told):
    loaded(told)
    report = loaded(told | {"title": "Readout of the meeting with the President of Valmora"})
    assert report.counts["changed"] == 1
    readout = Readout.objects.get()
    assert readout.title == "Readout of the meeting with the President of Valmora"
    assert readout.correction_note.endswith("differs in title. There it stays withdrawn.")
    assert not Publication.objects.published().exists()


@pytest.mark.parametrize("told", [record(), corrected()])
def test_a_moment_of_issue_is_never_changed(loaded, told):
    loaded(told)
    before = Publication.objects.order_by("pk").values_list("published_at", flat=True)
    moments = list(before)
    for correction in told.get("corrections", ()):
        correction["at"] = correction["at"].replace("T08", "T09")
    report = loaded(told | {"published_at": "2015-03-05T16:00:00Z"})
    assert report.counts["protected"] == 1
    assert "what was issued keeps its moment: left as it is" in str(report.protected[0])
    assert list(before.all()) == moments
    assert Readout.objects.get().state == State.PUBLISHED


def test_what_its_source_made_public_again_waits_for_review(loaded, approver):
    loaded(withdrawn())
    assert loaded(record("A-2015-0003")).counts["changed"] == 1
    readout = Readout.objects.get()
    assert readout.correction_note == "The archive’s source now differs in withdrawn."
    assert not Publication.objects.published().exists()
    workflow.perform(readout, "approve", approver)
    workflow.perform(readout, "publish", approver)
    assert Publication.objects.published().get().number == 2


def test_a_record_corrected_here_since_is_left_as_it_is(loaded, writer, approver):
    loaded(record())
    readout = workflow.perform(Readout.objects.get(), "start_correction", writer)
    make.edit(readout, writer, body="<p>Mended.</p>", correction_note="The text was mended.")
    for step, actor in (("submit", writer), ("approve", approver), ("publish", approver)):
        workflow.perform(readout, step, actor)
    assert loaded(record()).counts["unchanged"] == 1
    assert Publication.objects.published().get().plain_text == "Mended."


def test_a_text_of_the_office_is_never_taken_for_a_record(loaded):
    readout = make.draft()
    (problem,) = problems(loaded, record(readout.reference))
    assert (problem.field, problem.value) == ("reference", readout.reference)


def test_a_register_mended_since_is_no_change_and_gets_no_row_back(loaded):
    stranger = PRESIDENT | {"name": "Noor Vandeleur"}
    loaded(record(encounters=[encounter(stranger)]))
    row = Official.objects.get(name="Noor Vandeleur")
    row.name, row.sort_name, row.checked = "Nour van der Leur", "Leur, Nour van der", True
    row.save()
    before = counts()
    assert loaded(record(encounters=[encounter(stranger)])).counts["unchanged"] == 1
    assert counts() == before


# --- broken lines -------------------------------------------------------------------------------


def test_a_broken_line_names_file_line_field_and_cure_and_nothing_is_loaded(loaded):
    before = counts()
    bad = record("A-2", encounters=[encounter(date="2015-31-03")])
    (problem,) = problems(loaded, record(), bad, record("A-3"))
    assert (problem.file, problem.line) == ("archive.jsonl", 2)
    assert problem.field == "encounters[0].date"
    assert "2015-31-03" in problem.value
    assert "YYYY-MM-DD" in problem.cure
    assert counts() == before


@pytest.mark.parametrize(
    ("issued", "cure"),
    [
        ("2015-02-30", "There is no such day."),
        ("2015-31-03", "There is no such day."),
        ("31-03-2015", "Write the date as YYYY-MM-DD"),
        ("2015-02-30x", "Write the date as YYYY-MM-DD"),
    ],
)
def test_a_date_that_is_no_day_is_told_from_one_that_is_badly_written(loaded, issued, cure):
    (problem,) = problems(loaded, record(issued=issued))
    assert problem.value == issued
    assert problem.cure.startswith(cure)


def test_all_problems_of_all_lines_are_listed(loaded):
    found = problems(
        loaded,
        record("A-1", title=7, tags="ports", colour="blue"),
        "{nothing",
        record("A-3", encounters=[encounter(date="x", country="Kazakhstan", kind="chat"),
                                  encounter(date="y", time="25:00")]),
        json.dumps([1]),
    )  # fmt: skip
    assert {(problem.line, problem.field) for problem in found} == {
        (1, "title"),
        (1, "tags"),
        (1, "colour"),
        (2, ""),
        (3, "encounters[0].date"),
        (3, "encounters[0].country"),
        (3, "encounters[0].kind"),
        (3, "encounters[1].date"),
        (3, "encounters[1].time"),
        (4, ""),
    }


def test_a_reference_may_stand_in_the_files_once(loaded):
    (problem,) = problems(loaded, record(), record())
    assert (problem.line, problem.field) == (2, "reference")


def test_what_came_after_cannot_be_dated_before(loaded):
    told = corrected()
    told["corrections"][1]["at"] = "2015-03-05T20:00:00Z"
    (problem,) = problems(loaded, told)
    assert "dated before" in problem.cure


def test_a_correction_without_the_earlier_text_is_refused_with_the_cure(loaded):
    told = corrected()
    told["earlier"].pop()
    assert any("earlier" in problem.cure for problem in problems(loaded, told))


def test_unknown_may_be_null_or_left_out(loaded):
    told = record(dateline=None, issued=None, tags=None, topics=None, withdrawn=None)
    del told["organizations"]
    loaded(told)
    assert Publication.objects.count() == 1


def test_the_batch_says_what_was_done(loaded, archivist):
    loaded(record(), corrected(), withdrawn(), by=archivist)
    batch = ImportBatch.objects.get()
    assert batch.by == archivist
    assert batch.files == ["archive.jsonl"]
    assert batch.counts["new"] == 3
    assert batch.counts["versions"] == 5
    assert batch.counts["withdrawn"] == 1


def test_the_source_is_kept(loaded):
    source = {
        "file": "page.html",
        "url": "https://office.example/1",
        "retrieved": "2024-02-01",
        "sha256": "0" * 64,
        "layout": "classic",
        "fields": {"title": "printed"},
        "warnings": ["No place."],
    }
    loaded(record(source=source))
    kept = SourceRecord.objects.get()
    assert {name: getattr(kept, name) for name in source} == source
    assert kept.batch == ImportBatch.objects.get()


def test_a_record_without_source_names_the_file_it_stood_in(loaded):
    loaded(record())
    assert SourceRecord.objects.get().file == "archive.jsonl"


# --- the source of a change ---------------------------------------------------------------------

FIRST, SECOND = {"url": "https://office.example/1"}, {"url": "https://office.example/1?new"}


@pytest.fixture
def changed(loaded):
    """A record whose source and words differ from what was loaded; its change waits for review."""
    loaded(record(source=FIRST))
    loaded(record(body=["Something else."], source=SECOND))
    return Readout.objects.get()


def published_again(readout, writer, approver, **fields):
    make.edit(readout, writer, **fields)
    for step, actor in (("submit", writer), ("approve", approver), ("publish", approver)):
        readout = workflow.perform(readout, step, actor)
    return Publication.objects.published().get()


def test_a_change_that_is_published_brings_its_source(changed, writer, approver):
    assert Publication.objects.published().get().source == FIRST
    for step in ("approve", "publish"):
        changed = workflow.perform(changed, step, approver)
    assert Publication.objects.published().get().source == SECOND
    assert Publication.objects.get(number=1).source == FIRST
    # What people correct came from there still.
    changed = workflow.perform(changed, "start_correction", writer)
    words = {"body": "<p>Mended.</p>", "correction_note": "The text was mended."}
    assert published_again(changed, writer, approver, **words).source == SECOND


def test_a_change_that_people_gave_up_leaves_the_source_as_it_was(changed, writer, approver):
    readout = workflow.perform(changed, "discard_correction", approver)
    readout = workflow.perform(readout, "start_correction", writer)
    words = {"body": "<p>Mended.</p>", "correction_note": "The text was mended."}
    assert published_again(readout, writer, approver, **words).source == FIRST


def test_a_change_without_a_source_claims_none(loaded, approver):
    loaded(record(source=FIRST))
    loaded(record(body=["Something else."]))
    for step in ("approve", "publish"):
        workflow.perform(Readout.objects.get(), step, approver)
    assert Publication.objects.published().get().source == {}
    assert SourceRecord.objects.last().file == "archive.jsonl"
