"""What readouts do at their edges, loaded: order changed, one language mended, one title ten times,
issued weeks later, a state under an earlier name, people without an office."""

import pytest

from readouts.archive.load import load
from readouts.editorial import workflow
from readouts.models.publication import Publication
from readouts.models.readout import Participation, Readout, State
from readouts.models.register import Appointment, Organization
from tests import make
from tests.archive.samples import PRESIDENT, encounter, file, record, withdrawn

pytestmark = pytest.mark.django_db

GUEST = PRESIDENT | {"name": "Bastien Oréval", "title": "Minister", "organization": "Ordeval"}
FRENCH = {"language": "fr", "translation_of": "A-1", "body": ["Ils ont parlé des vergers."]}


@pytest.fixture
def loaded(tmp_path):
    make.mandate()
    return lambda *records, **words: load([file(tmp_path, *records)], **words)


def named(readout):
    people = Participation.objects.filter(encounter__readout=readout).order_by("pk")
    return [person.name for person in people]


def test_a_readout_withdrawn_and_issued_again_has_its_counterparts_in_the_new_order(
    loaded, approver
):
    loaded(withdrawn("A-1", encounters=[encounter(PRESIDENT, GUEST)]))
    again = record("A-1", encounters=[encounter(GUEST, PRESIDENT)])
    assert loaded(again).counts["changed"] == 1
    readout = Readout.objects.get()
    assert readout.state == State.IN_REVIEW
    assert named(readout) == ["Bastien Oréval", "Iria Solano"]
    workflow.perform(readout, "approve", approver)
    workflow.perform(readout, "publish", approver)
    first, second = Publication.objects.order_by("number")
    told = [person["name"] for person in second.shape["encounters"][0]["participants"]]
    assert told == ["Bastien Oréval", "Iria Solano"]
    told = [person["name"] for person in first.shape["encounters"][0]["participants"]]
    assert told == ["Iria Solano", "Bastien Oréval"]


def test_a_name_mended_in_one_language_leaves_the_other_as_it_is(loaded):
    english, french = record("A-1"), record("A-1-fr", **FRENCH)
    loaded(english, french)
    mended = french | {"encounters": [encounter(PRESIDENT | {"name": "Iria Solano-Reyes"})]}
    report = loaded(english, mended)
    assert (report.counts["changed"], report.counts["unchanged"]) == (1, 1)
    assert Readout.objects.get(reference="A-1").state == State.PUBLISHED
    assert named(Readout.objects.get(reference="A-1-fr")) == ["Iria Solano-Reyes"]


def test_one_title_ten_times_gives_ten_entries_with_addresses_of_their_own(loaded):
    told = [
        record(
            f"A-{number}",
            body=[f"They spoke of well {number} and of who keeps its pump in the valley."],
            published_at=f"2015-03-05T{number + 8:02}:00:00Z",
        )
        for number in range(10)
    ]
    assert loaded(*told).counts["new"] == 10
    addresses = {entry.get_absolute_url() for entry in Publication.objects.published()}
    assert len(addresses) == 10


def test_a_text_issued_weeks_after_the_other_side_told_of_the_meeting_is_no_doubt(loaded):
    report = loaded(record("A-1", encounters=[encounter(date="2015-01-28")]))
    assert not report.doubts
    entry = Publication.objects.get()
    assert entry.shape["issued"] == "2015-03-05"
    assert entry.shape["encounters"][0]["date"] == "2015-01-28"


def test_the_same_text_under_two_numbers_is_doubtful(loaded):
    body = ["They discussed the orchard treaty and the wells of the northern valleys at length."]
    report = loaded(record("web-2015-03-05", body=body), record("sgsm19512", body=body))
    assert [doubt.field for doubt in report.doubts] == ["body"]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Swaziland", "SZ"),
        ("Turkey", "TR"),
        ("Czech Republic", "CZ"),
        ("former Yugoslav Republic of Macedonia", "MK"),
        ("Hasemite Kingdom of Jordan", "JO"),  # a slip, kept as published
        ("République d’Arménie", "AM"),
        ("تشاد", "TD"),
        ("新西兰", "NZ"),
    ],
)
def test_a_state_keeps_the_name_that_was_printed_and_is_the_one_it_means(loaded, printed, code):
    today = make.organization(f"State {code}", country_code=code)
    loaded(record("A-1", encounters=[encounter(PRESIDENT | {"organization": printed})]))
    person = Participation.objects.get()
    assert person.organization_name == printed
    assert person.organization == today
    assert Organization.objects.filter(country_code=code).count() == 1


def test_a_state_new_in_a_load_is_one_state_under_all_its_names(loaded):
    names = ("Swaziland", "Eswatini", "Esuatini")
    told = [
        record(f"A-{n}", encounters=[encounter(PRESIDENT | {"organization": name})])
        for n, name in enumerate(names)
    ]
    loaded(*told)
    (state,) = Organization.objects.filter(country_code="SZ")
    assert (state.name, state.kind, state.checked) == ("Swaziland", "state", False)


def test_a_code_that_two_states_have_means_neither(loaded):
    for name in ("Kingdom of the Hills", "Republic of the Hills"):
        make.organization(name, country_code="SZ")
    loaded(record("A-1", encounters=[encounter(PRESIDENT | {"organization": "Swaziland"})]))
    assert Participation.objects.get().organization.name == "Swaziland"


@pytest.mark.parametrize(
    "guest",
    [
        {"name": "Odd Strand", "honorific": "Mr.", "side": "counterpart"},
        {"name": "Ana Berg", "title": "spouse of the Prime Minister", "side": "counterpart"},
        {"name": "", "title": "Nordic counterparts", "side": "counterpart"},
        {"name": "Olav II", "honorific": "H.M. King", "title": "King", "side": "counterpart"},
    ],
)
def test_people_and_groups_without_an_office_or_state_are_loaded_and_given_none(loaded, guest):
    assert loaded(record("A-1", encounters=[encounter(guest)])).counts["new"] == 1
    person = Participation.objects.get()
    assert (person.name, person.title) == (guest["name"], guest.get("title", ""))
    assert person.organization is person.appointment is None
    assert Appointment.objects.count() == 1  # that of the principal


def test_a_call_of_an_elect_is_that_of_no_mandate(loaded):
    elect = {"name": "Harold Quill", "title": "President-elect", "organization": ""}
    loaded(record("A-1", principal=elect))
    readout = Readout.objects.get()
    assert (readout.principal_title, readout.mandate) == ("President-elect", None)
