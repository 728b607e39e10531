"""What is doubtful in a record is told with its place, and what is not is passed in silence."""

import pytest

from readouts.archive.load import NotLoaded, load
from readouts.models.readout import Readout
from tests import make
from tests.archive.samples import encounter, file, record

pytestmark = pytest.mark.django_db

SOMEBODY = {"name": "Odo Brand", "title": "Secretary-General", "organization": "Meridian Compact"}
LATE = record(encounters=[encounter(date="2015-03-06")])
MISREAD = record(body=["Le prÃ©sident a Ã©tÃ© reÃ§u Ã\xa0 GenÃ¨ve."])


def doubts(folder, *records, **words):
    return [doubt.field for doubt in load([file(folder, *records)], **words).doubts]


def test_misread_letters_are_told_and_refused_by_who_is_strict(tmp_path):
    with pytest.raises(NotLoaded):
        load([file(tmp_path, MISREAD)], strict=True)
    assert doubts(tmp_path, MISREAD) == ["body[0]"]


def test_an_encounter_after_the_issue_is_refused(tmp_path):
    with pytest.raises(NotLoaded, match="before the encounter of 2015-03-06"):
        load([file(tmp_path, LATE)])


def test_a_month_around_the_issue_and_good_letters_are_no_doubt(tmp_path):
    part = encounter(date="2015-03-01", precision="month")
    assert doubts(tmp_path, record(encounters=[part], body=["Reçu à Genève, déjà."])) == []


def test_another_principal_than_the_registers_is_doubtful(tmp_path):
    make.mandate()
    assert doubts(tmp_path, record()) == []
    assert doubts(tmp_path, record("A-2", principal=SOMEBODY, body=["Else."])) == ["principal.name"]


def test_two_principals_on_one_day_are_doubtful(tmp_path):
    other = record("A-2", principal=SOMEBODY, body=["Something else was said."])
    assert doubts(tmp_path, record(), other) == ["principal.name"]


def test_no_translation_stands_without_an_original_that_was_refused_as_doubtful(tmp_path):
    told = file(
        tmp_path, MISREAD, record("A-fr", language="fr", translation_of=MISREAD["reference"])
    )
    report = load([told], strict=True, by_record=True)
    assert (report.counts["new"], report.counts["refused"]) == (0, 2)
    assert [problem.field for problem in report.refusals] == ["body[0]", "translation_of"]
    assert not Readout.objects.exists()
