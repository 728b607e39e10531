"""Property: whatever a record says, a second load knows it again; a change waits for people."""

import copy

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readouts.archive import versions
from readouts.archive.load import load
from readouts.editorial import history, workflow
from readouts.models.publication import Publication
from readouts.models.readout import Readout, State
from tests import make
from tests.archive import samples
from tests.archive.any_record import WORDS, records
from tests.archive.counting import everything

pytestmark = pytest.mark.django_db
CHANCE = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def folder(tmp_path_factory):
    make.appointment()
    make.mandate()
    return tmp_path_factory.mktemp("again")


def counted(folder, told):
    """What a load made of one record."""
    counts = load([samples.file(folder, told)]).counts
    outcomes = ("new", "unchanged", "changed", "protected", "refused")
    return [name for name in outcomes if counts[name]]


@CHANCE
@given(told=records())
def test_a_record_loaded_again_is_unchanged(folder, told):
    with transaction.atomic():
        assert counted(folder, told) == ["new"]
        before = everything()
        turned = dict(reversed(told.items()))
        exported = versions.record_of(list(Publication.objects.order_by("number")))
        for again in (told, turned, versions.line_of(exported).decode()):
            assert counted(folder, again) == ["unchanged"]
            assert everything() == before
        transaction.set_rollback(True)


@st.composite
def changes(draw):
    """A record that stands, and the same one with a small change."""
    told = draw(records()) | {"origin": "archive", "withdrawn": None}
    changed = copy.deepcopy(told)
    kind = draw(st.sampled_from(["title", "body", "occasion", "tag", "participant"]))
    word = draw(WORDS.filter(str.isalpha)) + " zz"
    if kind == "title":
        changed["title"] = f"{told['title']} {word}"
    elif kind == "body":
        changed["body"].append(word)
    elif kind == "occasion":
        changed["encounters"][-1]["occasion"] = word
    elif kind == "tag":
        changed["tags"].append(word)
    else:
        changed["encounters"][0]["participants"].append({"name": word, "side": "counterpart"})
    return told, changed


@CHANCE
@given(both=changes())
def test_a_small_change_waits_for_review_and_the_public_text_stands(folder, both):
    told, changed = both
    with transaction.atomic():
        assert counted(folder, told) == ["new"]
        public = list(Publication.objects.order_by("number").values())
        assert counted(folder, changed) == ["changed"]
        assert Readout.objects.get().state in (State.DRAFT, State.IN_REVIEW)
        assert list(Publication.objects.order_by("number").values()) == public
        held = everything()
        assert counted(folder, changed) == counted(folder, told) == ["unchanged"]
        assert everything() == held
        assert list(history.damage()) == []
        transaction.set_rollback(True)


@CHANCE
@given(both=changes())
def test_a_small_change_of_what_an_editor_touched_is_protected(folder, both):
    told, changed = both
    with transaction.atomic():
        assert counted(folder, told) == ["new"]
        writer = make.user("wren", "Writers")
        readout = workflow.perform(Readout.objects.get(), "start_correction", writer)
        make.edit(readout, writer, body="<p>Mended at the desk.</p>")
        assert counted(folder, changed) == ["protected"]
        readout.refresh_from_db()
        assert readout.body == "<p>Mended at the desk.</p>"
        assert counted(folder, told) == ["unchanged"]
        transaction.set_rollback(True)
