"""What is doubtful in a record is told with its place, and what is not is passed in silence."""

import datetime

import pytest

from readouts.archive.load import NotLoaded, load
from readouts.models.readout import Readout
from tests import make
from tests.archive.samples import PRESIDENT, encounter, file, record

pytestmark = pytest.mark.django_db

SOMEBODY = {"name": "Odo Brand", "title": "Secretary-General", "organization": "Meridian Compact"}
LATE = record(encounters=[encounter(date="2015-03-06")])
MISREAD = record(body=["Le prÃ©sident a Ã©tÃ© reÃ§u Ã\xa0 GenÃ¨ve."])


def doubts(folder, *records, **words):
    return [doubt.field for doubt in load([file(folder, *records)], **words).doubts]


def test_misread_letters_are_told_and_refused_by_who_is_strict(tmp_path):
    with pytest.raises(NotLoaded) as told:
        load([file(tmp_path, MISREAD)], strict=True)
    report = told.value.report
    assert ([one.field for one in report.refusals], report.doubts) == (["body[0]"], [])
    assert doubts(tmp_path, MISREAD) == ["body[0]"]


@pytest.mark.parametrize(
    "text", ["They agreed. Itâ€™s done.", "Mr. Ã–zal spoke.", "CafÃ©", "lost \ufffd"]
)
def test_one_misread_letter_is_enough_where_nothing_else_explains_it(tmp_path, text):
    assert doubts(tmp_path, record(body=[text])) == ["body[0]"]


def test_an_encounter_after_the_issue_is_refused(tmp_path):
    with pytest.raises(NotLoaded, match="before the encounter of 2015-03-06"):
        load([file(tmp_path, LATE)])


def test_a_later_encounter_among_several_is_doubtful(tmp_path):
    both = record(encounters=[encounter(), encounter(date="2015-03-06")])
    (doubt,) = load([file(tmp_path, both)]).doubts
    assert (doubt.field, doubt.value) == ("encounters[1].date", "2015-03-06")
    assert "after the day of issue, 2015-03-05. Mend" in doubt.cure


def test_a_month_around_the_issue_and_good_letters_are_no_doubt(tmp_path):
    part = encounter(date="2015-03-01", precision="month")
    good = "Reçu à Genève, déjà. “Đặng Thị Ngọc” – São Tomé’s £5 – €6; Łódź."
    assert doubts(tmp_path, record(encounters=[part], body=[good])) == []


def test_a_day_that_has_not_come_is_doubtful(tmp_path):
    far = record(issued="2999-01-05", encounters=[encounter(date="2999-01-05")])
    del far["published_at"]
    assert doubts(tmp_path, far) == ["issued", "encounters[0].date"]
    late = record("A-2", published_at="2999-01-05T10:00:00Z", body=["Else."])
    assert doubts(tmp_path, late) == ["published_at"]


@pytest.mark.parametrize(
    "text", ["<p>They met.</p>", "They met.<br/>", "Bread &amp; water", "a&#8217;s"]
)
def test_markup_as_plain_text_is_doubtful(tmp_path, text):
    (doubt,) = load([file(tmp_path, record(body=[text]))]).doubts
    assert (doubt.field, doubt.value) == ("body[0]", text)
    assert 'write the paragraph as {"html": "…"}' in doubt.cure


def test_signs_that_only_look_like_markup_are_no_doubt(tmp_path):
    texts = ["a < b and b > a", "R&D; Q&A", "<Inaudible>", {"html": "<p>They <em>met</em>.</p>"}]
    assert doubts(tmp_path, record(title="Trade & aid", body=texts)) == []


def test_a_key_that_the_register_does_not_have_is_doubtful(tmp_path):
    known = {"official": make.official("Iria Solano").slug}
    unknown = {"official": "nobody", "organization": "nowhere"}
    people = [PRESIDENT | {"register": keys} for keys in (known, unknown)]
    told = record(encounters=[encounter(*people)])
    told["principal"]["register"] = {"organization": "nowhere"}
    assert doubts(tmp_path, told) == [
        "principal.register.organization",
        "encounters[0].participants[1].register.official",
        "encounters[0].participants[1].register.organization",
    ]


def test_another_principal_than_the_registers_is_doubtful(tmp_path):
    make.mandate()
    assert doubts(tmp_path, record()) == []
    assert doubts(tmp_path, record("A-2", principal=SOMEBODY, body=["Else."])) == ["principal.name"]


def test_two_principals_on_one_day_are_doubtful(tmp_path):
    other = record("A-2", principal=SOMEBODY, body=["Something else was said."])
    assert doubts(tmp_path, record(), other) == ["principal.name"]


def test_two_principals_on_one_day_are_doubtful_where_one_stands_here_already(tmp_path):
    assert doubts(tmp_path, record()) == []
    other = record("A-2", principal=SOMEBODY, body=["Something else was said."])
    assert doubts(tmp_path, other) == ["principal.name"]


def test_on_the_day_of_a_handover_both_are_principals(tmp_path):
    day = datetime.date(2015, 3, 5)
    term = make.mandate()
    term.end = day
    term.save()
    make.appointment(
        make.official("Odo Brand"), term.organization, title=term.title, start=day, is_mandate=True
    )
    new = record("A-2", principal=SOMEBODY, body=["Something else was said."])
    assert doubts(tmp_path, record(), new) == []
    again = record("A-3", body=["They met once more."])
    assert doubts(tmp_path, again) == []


def test_an_office_held_at_another_time_is_doubtful(tmp_path):
    term = make.appointment()
    assert doubts(tmp_path, record()) == []
    early = encounter(date="2009-06-01")
    told = record("A-2", encounters=[early], issued="2009-06-02", published_at=None)
    (doubt,) = load([file(tmp_path, told)]).doubts
    assert doubt.field == "encounters[0].participants[0].title"
    assert "Iria Solano did not hold this office on 2009-06-01" in doubt.cure
    # An office the register gives her at no time is no contradiction, nor is one without a title.
    minister = encounter(PRESIDENT | {"title": "Minister"}, date="2009-06-01")
    nameless = encounter(PRESIDENT | {"title": ""}, date="2009-06-01")
    for reference, part in (("A-3", minister), ("A-4", nameless)):
        words = {"issued": "2009-06-02", "published_at": None, "body": [f"On {reference}."]}
        assert doubts(tmp_path, record(reference, encounters=[part], **words)) == []
    # Whom another row stands for held its offices.
    double = make.official("Irja Solanova", merged_into=term.official)
    part = encounter(PRESIDENT | {"register": {"official": double.slug, "organization": "valmora"}},
                     date="2009-06-01")  # fmt: skip
    told = record("A-5", encounters=[part], body=["Else."], issued="2009-06-02", published_at=None)
    assert doubts(tmp_path, told) == ["encounters[0].participants[0].title"]


def test_no_translation_stands_without_an_original_that_was_refused_as_doubtful(tmp_path):
    told = file(
        tmp_path, MISREAD, record("A-fr", language="fr", translation_of=MISREAD["reference"])
    )
    report = load([told], strict=True, by_record=True)
    assert (report.counts["new"], report.counts["refused"]) == (0, 2)
    assert [problem.field for problem in report.refusals] == ["body[0]", "translation_of"]
    assert not Readout.objects.exists()
