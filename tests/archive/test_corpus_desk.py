"""The pages of the corpus beyond the reader: what becomes of their records at the desk and in the
archive, with people and states that the register does not know."""

import json

import pytest

from readouts.archive.drafts import IMPORTER, draft_all
from readouts.archive.load import NotLoaded, load
from readouts.archive.scrapes import read_pages
from readouts.models.publication import Publication
from readouts.models.readout import Readout
from tests.archive import scorecard

pytestmark = pytest.mark.django_db
# What the desk can add and a page may lack: so the record is for a draft, and not for the archive.
LACKING = ("The title is empty.", "has no date.")


def pages():
    for case in scorecard.cases():
        if not case.refused:
            raw = case.page.read_bytes()
            yield raw, read_pages(raw, name=case.page.name, url=case.url, retrieved=case.retrieved)


def is_whole(record):
    return bool(record.get("title")) and all(one.get("date") for one in record["encounters"])


def in_a_file(folder, records):
    path = folder / "corpus.jsonl"
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records))
    return path


def test_every_page_becomes_a_draft_however_much_it_lacks():
    made = 0
    for raw, records in pages():
        made += len(draft_all(records, raw, by=IMPORTER))
    assert Readout.objects.count() == made


def test_what_is_whole_becomes_public_and_a_second_load_changes_nothing(tmp_path):
    records = [record for _, told in pages() for record in told if is_whole(record)]
    path = in_a_file(tmp_path, records)
    assert load([path]).counts["new"] == len(records)
    assert Publication.objects.count() == len(records)
    assert load([path]).counts["unchanged"] == len(records)


def test_what_lacks_its_date_or_title_is_refused_with_the_cure(tmp_path):
    records = [record for _, told in pages() for record in told if not is_whole(record)]
    assert records
    with pytest.raises(NotLoaded) as refused:
        load([in_a_file(tmp_path, records)])
    assert len({problem.line for problem in refused.value.problems}) == len(records)
    assert all(any(told in str(problem) for told in LACKING) for problem in refused.value.problems)
