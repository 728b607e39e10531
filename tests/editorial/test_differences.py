"""Differences: nothing changed goes unseen, and no changed fact is called a slip of the pen."""

import copy

import pytest

from readouts.editorial import body, content, differences
from readouts.models.publication import Grade
from tests import make

pytestmark = pytest.mark.django_db
TEXT = "The President welcomed the agreement on 14 May and noted that 1,500 people had returned."


@pytest.fixture
def shape():
    return content.snapshot(make.draft(body=f"<p>{TEXT}</p>"))


def reworded(shape, text):
    return {**copy.deepcopy(shape), "body": body.blocks(text)}


def test_equal_shapes_have_no_changes(shape):
    assert differences.changes(shape, copy.deepcopy(shape)) == []


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (TEXT.replace("agreement", "agreemant"), Grade.TYPOGRAPHICAL),
        (TEXT.replace("agreement on", "agreement, on"), Grade.TYPOGRAPHICAL),
        (TEXT.replace("people", "persons"), Grade.SUBSTANTIVE),
        (TEXT.replace("welcomed", "unwelcomed"), Grade.SUBSTANTIVE),
        (TEXT + " They parted.", Grade.FACTUAL),
        (TEXT.replace("and noted", "and also noted"), Grade.SUBSTANTIVE),
        (TEXT.replace("14", "15"), Grade.FACTUAL),
        (TEXT.replace("1,500", "1.500"), Grade.FACTUAL),
        (TEXT.replace("1,500", "1500"), Grade.FACTUAL),
        (TEXT.replace("1,500 people", "1,500% people"), Grade.FACTUAL),
        (TEXT.replace("May", "June"), Grade.FACTUAL),
        (TEXT.replace("President", "Premier"), Grade.FACTUAL),
        (f"<p>{TEXT}</p><p>They met.</p>", Grade.SUBSTANTIVE),
        (TEXT.replace("agreement", "<em>agreement</em>"), Grade.TYPOGRAPHICAL),
        (
            TEXT.replace("agreement", '<a href="https://a.example/text">agreement</a>'),
            Grade.SUBSTANTIVE,
        ),
    ],
)
def test_the_grade_comes_from_the_words_that_changed(shape, text, grade):
    other = reworded(shape, text)
    assert differences.changes(shape, other)
    assert differences.grade(shape, other) == grade


@pytest.mark.parametrize(
    ("before", "after"),
    [("million", "billion"), ("fourteen", "fourteenth"), ("$500", "€500"), ("twelve", "eleven")],
)
def test_a_changed_figure_is_a_fact_in_words_too(shape, before, after):
    old, new = (reworded(shape, f"They spoke of {word} of something.") for word in (before, after))
    assert differences.grade(old, new) == Grade.FACTUAL


@pytest.mark.parametrize(("before", "after"), [("agreed", "disagreed"), ("affect", "effect")])
def test_a_word_that_means_something_else_is_no_slip(shape, before, after):
    old, new = (reworded(shape, f"The parties {word} the plan.") for word in (before, after))
    assert differences.grade(old, new) == Grade.SUBSTANTIVE


def _person(shape, **words):
    shape["encounters"][0]["participants"][0].update(words)


@pytest.mark.parametrize(
    ("change", "field", "grade"),
    [
        (lambda s: _person(s, name="Iria Solana"), "participants", Grade.PARTICIPANT),
        (lambda s: _person(s, side="host"), "participants", Grade.PARTICIPANT),
        (lambda s: s["principal"].update(title="Envoy"), "principal", Grade.PARTICIPANT),
        (lambda s: s["encounters"][0].update(date="2021-05-15"), "date", Grade.FACTUAL),
        (lambda s: s["encounters"][0].update(city="Vienna"), "place", Grade.FACTUAL),
        (lambda s: s["encounters"][0].update(kind="call"), "kind", Grade.FACTUAL),
        (lambda s: s["encounters"][0].update(occasion="at tea"), "occasion", Grade.FACTUAL),
        (lambda s: s.update(issued="2021-05-20"), "issued", Grade.FACTUAL),
        (lambda s: s["dateline"].update(city="Bern"), "dateline", Grade.FACTUAL),
        (lambda s: s["tags"].append("orchards"), "tags", Grade.SUBSTANTIVE),
        (lambda s: s["topics"].clear(), "topics", Grade.SUBSTANTIVE),
        (
            lambda s: s["organizations"].append({"key": "un", "name": "United Nations"}),
            "organizations",
            Grade.SUBSTANTIVE,
        ),
        (lambda s: s.update(translation_of="T-1"), "translation_of", Grade.SUBSTANTIVE),
        (
            lambda s: _person(s, register={"official": "iria-solano"}),
            "links",
            Grade.SUBSTANTIVE,
        ),
        (lambda s: s["principal"].update(register={}), "links", Grade.SUBSTANTIVE),
        (lambda s: s.update(note="A note."), "note", Grade.TYPOGRAPHICAL),
    ],
)
def test_every_field_of_the_shape_is_compared(shape, change, field, grade):
    other = copy.deepcopy(shape)
    change(other)
    assert content.digest(other) != content.digest(shape)
    assert field in {found.field for found in differences.changes(shape, other)}
    assert differences.grade(shape, other) == grade


def test_a_mended_paragraph_is_compared_word_by_word(shape):
    other = reworded(shape, TEXT.replace("14 May", "15 May"))
    (change,) = differences.changes(shape, other)
    assert change.label == "Paragraph 1"
    assert ("gone", "14") in change.pieces
    assert ("new", "15") in change.pieces
    assert "".join(words for kind, words in change.pieces if kind != "gone") == change.after
    assert "".join(words for kind, words in change.pieces if kind != "new") == change.before


def test_a_second_encounter_is_a_difference(shape):
    other = copy.deepcopy(shape)
    other["encounters"].append({**copy.deepcopy(shape["encounters"][0]), "kind": "call"})
    labels = [change.label for change in differences.changes(shape, other)]
    assert any(label.startswith("Encounter 2") for label in labels)
