"""Which sentences of a body report an encounter of the principal, and which only mention people."""

import pytest

from readouts.archive.scrapes.paragraphs import sentences
from readouts.archive.scrapes.reports import read_report

SUBJECTS = ("Secretary-General Ban Ki-moon", "Ban Ki-moon", "Secretary-General", "Mr. Ban")
DOE = "H.E. Ms. Ana Doe, Prime Minister of Peru"


@pytest.mark.parametrize(
    ("sentence", "kind", "further"),
    [
        (f"The Secretary-General met today, 3 May 2011, with {DOE}.", "meeting", False),
        (f"The Secretary-General met {DOE}, today in Lima.", "meeting", False),
        (f"Secretary-General Ban Ki-moon this morning met with {DOE}.", "meeting", False),
        (f"Mr. Ban met jointly with {DOE}.", "joint_meeting", False),
        (f"The Secretary-General spoke by phone today (3 May 2011) with {DOE}.", "call", False),
        (f"The Secretary-General had a telephone conversation with {DOE}.", "call", False),
        (f"The Secretary-General received a courtesy call from {DOE}.", "courtesy_call", False),
        (f"In his meeting with {DOE}, the Secretary-General raised trade.", "meeting", True),
        (f"He also met with {DOE}, and thanked her.", "meeting", True),
        (f"Later the Secretary-General had a separate working lunch with {DOE}.", "working_lunch",
         True),
        (f"In the evening, the Secretary-General hosted a dinner for {DOE}.", "working_dinner",
         True),
        (f"The following day, he held a working breakfast with {DOE}.", "working_breakfast", True),
    ],
)  # fmt: skip
def test_a_report_names_kind_and_party(sentence, kind, further):
    report = read_report(sentence, SUBJECTS)
    assert report
    assert (report.kind, report.is_further) == (kind, further)
    assert [(p.honorific, p.name, p.title, p.organization) for p in report.parties] == [
        ("H.E. Ms.", "Ana Doe", "Prime Minister", "Peru")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        f"The Secretary-General will meet with {DOE}.",
        f"He had earlier met with {DOE}.",
        f"The Secretary-General recalled that he met with {DOE}.",
        f"The President met with {DOE}.",
        f"The Secretary-General met with {DOE}, last year.",
        f"The Secretary-General thanked {DOE}.",
        "The Secretary-General expressed his sympathy.",
    ],
)
def test_a_mention_is_no_report(sentence):
    assert read_report(sentence, SUBJECTS) is None


def test_the_stops_of_honorifics_and_initials_end_no_sentence():
    text = "He met H.E. Mr. J. Doe of St. Lucia. They spoke. “All is well.” It was 3 p.m. there."
    assert sentences(text) == [
        "He met H.E. Mr. J. Doe of St. Lucia.",
        "They spoke.",
        "“All is well.”",
        "It was 3 p.m. there.",
    ]
