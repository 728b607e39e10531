"""Texts that stand here already under another reference are doubtful, and told."""

import pytest

from readouts.archive.load import NotLoaded, load
from tests.archive.samples import PRESIDENT, encounter, file, record

pytestmark = pytest.mark.django_db

BODY = ["They discussed the orchard treaty and the wells of the northern valleys at length."]
NEAR = ["They discussed the orchard treaty and the wells of the northern valleys, at length."]


def doubts(folder, *records, **words):
    return [doubt.field for doubt in load([file(folder, *records)], **words).doubts]


def test_a_near_text_of_a_counterpart_new_in_the_same_file_is_doubtful(tmp_path):
    assert doubts(tmp_path, record("A-1", body=BODY), record("A-2", body=NEAR)) == ["body"]


def test_a_near_text_of_what_stands_is_doubtful(tmp_path):
    assert doubts(tmp_path, record("A-1", body=BODY)) == []
    (doubt,) = load([file(tmp_path, record("A-2", body=NEAR))]).doubts
    assert "nearly that of A-1" in doubt.cure


@pytest.mark.parametrize(
    "other",
    [
        {"language": "fr"},
        {"encounters": [encounter(date="2015-03-04")]},
        {"encounters": [encounter(PRESIDENT | {"name": "Bastien Oréval"})]},
        {"body": ["They met on the margins of the assembly and spoke about ferries."]},
    ],
)
def test_another_language_day_person_or_text_is_no_doubt(tmp_path, other):
    assert (
        doubts(tmp_path, record("A-1", body=BODY), record("A-2", **({"body": NEAR} | other))) == []
    )


def test_who_is_strict_has_it_refused(tmp_path):
    with pytest.raises(NotLoaded):
        load([file(tmp_path, record("A-1", body=BODY), record("A-2", body=NEAR))], strict=True)
