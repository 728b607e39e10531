"""Passages: the text around what was found, its words marked as the index compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.search.highlight import CONTEXT, passages
from readouts.search.terms import parse

TEXT = "They discussed the orchard treaty with Côte d’Ivoire and the Secretary-General of Valmora."


def marked(text, typed):
    return [piece for piece, is_marked in passages(text, parse(typed)) if is_marked]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("orchard", ["orchard"]),
        ("ORCH", ["orchard"]),
        ("cote d'ivoire", ["Côte", "d’Ivoire"]),
        ("general", ["Secretary-General"]),
        ("the", ["They", "the", "the"]),
        ('"orchard treaty"', ["orchard", "treaty"]),
        ("vineyard", []),
        ("", []),
    ],
)
def test_what_was_found_is_marked(typed, words):
    assert marked(TEXT, typed) == words


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Co\u0302te", "cote"),
        ("الرِّيَاض", "الرياض"),
        ("co\u00adoperation", "cooperation"),
    ],
)
def test_a_word_with_marks_and_invisible_characters_is_marked_whole(text, typed):
    assert marked(text, typed) == [text]


def test_a_short_text_is_shown_whole():
    assert "".join(piece for piece, _ in passages(TEXT, parse("orchard"))) == TEXT


def test_a_long_text_is_cut_between_words_around_the_first_find():
    text = "harvest " * 100 + "orchard " + "winter " * 100
    shown = "".join(piece for piece, _ in passages(text, parse("orchard")))
    assert shown.startswith("… harvest")
    assert shown.endswith("winter …")
    assert len(shown) <= 2 * CONTEXT + len("orchard") + 6


@given(
    st.text(alphabet="abcé ’-\u0301\u200b\n", max_size=600), st.text(alphabet="abcé ", max_size=5)
)
def test_a_passage_is_a_piece_of_the_text(text, typed):
    pieces = passages(text, parse(typed))
    shown = "".join(piece for piece, _ in pieces)
    assert shown.removeprefix("… ").removesuffix(" …") in text
    assert not pieces or any(is_marked for _, is_marked in pieces)
