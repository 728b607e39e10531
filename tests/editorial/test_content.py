"""The one shape: what counts for the digest, what a whole readout is, and the way back."""

import copy
import datetime

import pytest

from readouts.editorial import content, desk_copy
from readouts.models.register import Topic
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def readout(db):
    return make.draft(
        organizations=[make.organization("Ordeval")],
        topics=[make.topic(), make.topic("Orchards")],
        tags=["harvest", "Ågren"],
        encounter={
            "time": datetime.time(9, 30),
            "zone": "Europe/Zurich",
            "occasion": "ahead of the Orchard Summit",
        },
        body="<p>One.</p><ul><li>a</li><li>b</li></ul>",
        issued=datetime.date(2021, 5, 15),
        dateline_city="Geneva",
        dateline_country="CH",
    )


def test_the_shape_in_full(readout):
    assert content.snapshot(readout) == {
        "reference": readout.reference,
        "language": "en",
        "translation_of": "",
        "title": (
            "Readout of the Secretary-General’s meeting with H.E. Ms. Iria Solano, President of "
            "the Republic of Valmora, ahead of the Orchard Summit"
        ),
        "principal": {
            "name": "Tomas Arrel",
            "title": "Secretary-General",
            "organization": "Meridian Compact",
            "register": {
                "official": "tomas-arrel",
                "organization": "meridian-compact",
                "appointment": [
                    "tomas-arrel",
                    "meridian-compact",
                    "Secretary-General",
                    "substantive",
                    "2014-02-01",
                ],
            },
        },
        "issued": "2021-05-15",
        "dateline": {"city": "Geneva", "country": "CH"},
        "encounters": [
            {
                "kind": "meeting",
                "date": "2021-05-14",
                "precision": "day",
                "time": "09:30",
                "zone": "Europe/Zurich",
                "city": "Geneva",
                "country": "CH",
                "occasion": "ahead of the Orchard Summit",
                "participants": [
                    {
                        "side": "counterpart",
                        "honorific": "H.E. Ms.",
                        "name": "Iria Solano",
                        "title": "President",
                        "organization": "Republic of Valmora",
                        "register": {
                            "official": "iria-solano",
                            "organization": "valmora",
                            "appointment": [
                                "iria-solano",
                                "valmora",
                                "President",
                                "substantive",
                                "2010-01-01",
                            ],
                        },
                    }
                ],
            }
        ],
        "organizations": [{"key": "ordeval", "name": "Ordeval"}],
        "topics": [
            {"key": "disarmament", "name": "Disarmament"},
            {"key": "orchards", "name": "Orchards"},
        ],
        "tags": ["harvest", "Ågren"],
        "body": ["One.", {"html": "<ul><li>a</li><li>b</li></ul>"}],
        "note": "",
    }


def test_a_shape_written_back_says_the_same(readout):
    shape = content.snapshot(readout)
    other = make.draft()
    desk_copy.write(other, {**shape, "reference": other.reference})
    assert content.snapshot(other) == {**shape, "reference": other.reference}


def test_writing_back_survives_a_mended_appointment(readout):
    shape = content.snapshot(readout)
    term = make.appointment()
    term.title = "President of the Republic"
    term.save()
    desk_copy.write(readout, shape)
    assert content.digest(content.snapshot(readout)) == content.digest(shape)


# --- the digest ---------------------------------------------------------------------------------


def digest(readout):
    return content.digest(content.snapshot(readout))


def test_renaming_what_the_register_holds_changes_no_digest(readout):
    before = digest(readout)
    person = readout.encounters.get().participations.get()
    for row in (person.official, person.organization, make.topic(), readout.mandate.official):
        row.name = f"{row.name} renamed"
        row.save()
    person.appointment.title = "President of the Republic"
    person.appointment.start = datetime.date(2010, 1, 2)
    person.appointment.save()
    assert digest(readout) == before


def test_an_empty_new_field_changes_no_digest(readout):
    shape = content.snapshot(readout)
    for empty in ("", None, [], {}):
        wider = copy.deepcopy(shape)
        wider["attachments"] = empty
        wider["encounters"][0]["room"] = empty
        assert content.digest(wider) == content.digest(shape)
        wider["encounters"][0]["room"] = "A"
        assert content.digest(wider) != content.digest(shape)


def leaves(value, path=()):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    else:
        yield path


def test_every_word_of_the_shape_counts(readout):
    shape = content.snapshot(readout)
    for path in leaves(shape):
        other = copy.deepcopy(shape)
        *way, last = path
        place = other
        for step in way:
            place = place[step]
        place[last] = f"{place[last]} changed"
        counts = "appointment" not in path and path[0::2] not in {
            ("organizations", "name"),
            ("topics", "name"),
        }
        assert (content.digest(other) != content.digest(shape)) == counts, path


def test_the_digest_does_not_depend_on_the_order_of_keys(readout):
    shape = content.snapshot(readout)
    assert content.digest(dict(reversed(shape.items()))) == content.digest(shape)


def test_the_order_of_participants_counts(readout):
    shape = content.snapshot(readout)
    people = shape["encounters"][0]["participants"]
    people.append({**people[0], "name": "Second"})
    other = copy.deepcopy(shape)
    other["encounters"][0]["participants"].reverse()
    assert content.digest(other) != content.digest(shape)


# --- what a whole readout is --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda s: s.update(title=" "),
            "The title is empty. Write it; the desk proposes one from encounters.",
        ),
        (
            lambda s: s.update(title="x" * 401),
            "The title is longer than 400 characters. Shorten it.",
        ),
        (
            lambda s: s.update(language="English"),
            "“English” is no language tag. Use one such as en, fr or ar.",
        ),
        (
            lambda s: s["principal"].update(name="", title=""),
            "No principal is given. Choose the mandate under which the encounter took place.",
        ),
        (
            lambda s: s["encounters"].clear(),
            "No encounter is given. Add the meeting or call.",
        ),
        (
            lambda s: s["encounters"][0].update(kind="chat"),
            "Encounter 1 is of the unknown kind “chat”. Choose a listed one.",
        ),
        (
            lambda s: s["encounters"][0].update(date=None),
            "Encounter 1 has no date. Give the day, or the month or year that is known.",
        ),
        (
            lambda s: s["encounters"][0].update(country="ZZ"),
            "Encounter 1: “ZZ” is no ISO country code. Use one like KZ.",
        ),
        (
            lambda s: s["encounters"][0]["participants"].clear(),
            "Encounter 1 names nobody. Add who took part, or the office if no name is known.",
        ),
        (
            lambda s: s["encounters"][0]["participants"][0].update(side="left"),
            "Encounter 1, participant 1: “left” is no side.",
        ),
        (
            lambda s: s["encounters"][0]["participants"][0].update(
                name="", title="", organization=""
            ),
            "Encounter 1, participant 1 has neither a name nor an office.",
        ),
        (lambda s: s["body"].clear(), "The body is empty. Write the text."),
        (
            lambda s: s.update(issued="2021-05-13"),
            "The text is dated 2021-05-13, before the encounter of 2021-05-14. "
            "Mend whichever date is wrong.",
        ),
    ],
)
def test_what_is_missing_is_said_with_its_cure(readout, change, sentence):
    shape = content.snapshot(readout)
    assert content.problems(shape) == []
    change(shape)
    assert content.problems(shape) == [sentence]


# --- revisions ----------------------------------------------------------------------------------


def test_a_revision_is_kept_only_for_changed_content(readout, writer):
    assert readout.revisions.count() == 1
    assert content.record_revision(readout, writer) is None
    readout.tags.add("new")
    second = content.record_revision(readout, writer)
    assert (second.number, second.author, second.digest) == (2, writer, digest(readout))
    assert second.shape == content.snapshot(readout)


def test_a_topic_taken_from_the_register_is_seen(readout, writer):
    before = digest(readout)
    Topic.objects.get(slug="orchards").delete()
    assert digest(readout) != before
