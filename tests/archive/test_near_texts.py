"""Texts that stand here already under another reference are doubtful, and told."""

import pytest

from readouts.archive import load as loading
from readouts.archive.load import NotLoaded, load
from readouts.editorial import register_merging
from readouts.models.register import Official, Organization
from tests import make
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


def test_a_near_text_of_a_counterpart_new_in_an_earlier_lot_is_doubtful(tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "_AT_ONCE", 1)
    assert doubts(tmp_path, record("A-1", body=BODY), record("A-2", body=NEAR)) == ["body"]


UNNAMED = encounter(PRESIDENT | {"name": ""})
BY_ANOTHER_NAME = encounter(PRESIDENT | {"name": "Irja Solanova"})


@pytest.mark.parametrize("first", [UNNAMED, encounter()])
def test_who_is_known_by_office_alone_is_known_by_the_organization(tmp_path, first):
    told = record("A-1", body=BODY, encounters=[first])
    again = record("A-2", body=NEAR, encounters=[UNNAMED])
    assert doubts(tmp_path, told, again) == ["body"]
    assert doubts(tmp_path, record("A-3", body=NEAR, encounters=[UNNAMED])) == ["body"]


def test_a_counterpart_merged_since_is_the_one_that_stands(tmp_path):
    told = record("A-1", body=BODY), record("A-2", body=["Else."], encounters=[BY_ANOTHER_NAME])
    assert doubts(tmp_path, *told) == []
    double = Official.objects.get(name="Irja Solanova")
    register_merging.merge(
        double, Official.objects.get(name="Iria Solano"), make.user("rosa", "Registrars")
    )
    # By name, and by the key that other records brought while the double stood by itself.
    keyed = encounter(PRESIDENT | {"register": {"official": double.slug}})
    for number, again in enumerate([BY_ANOTHER_NAME, keyed], start=3):
        near = record(f"A-{number}", body=NEAR, encounters=[again])
        (doubt,) = load([file(tmp_path, near)], dry_run=True).doubts
        assert "nearly that of A-1" in doubt.cure


def test_a_state_merged_since_is_the_one_that_stands(tmp_path):
    elsewhere = encounter(PRESIDENT | {"name": "", "organization": "Valmoran Republic"})
    assert doubts(tmp_path, record("A-1", body=BODY, encounters=[UNNAMED])) == []
    assert doubts(tmp_path, record("A-2", body=["Else."], encounters=[elsewhere])) == []
    double = Organization.objects.get(name="Valmoran Republic")
    into = Organization.objects.get(name="Republic of Valmora")
    register_merging.merge(double, into, make.user("rosa", "Registrars"))
    assert doubts(tmp_path, record("A-3", body=NEAR, encounters=[elsewhere])) == ["body"]


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
