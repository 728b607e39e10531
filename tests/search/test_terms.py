"""Terms: what a reader typed, as words and phrases both engines understand alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.folding import fold
from readouts.search.terms import MOST_WORDS, Terms, parse


@pytest.mark.parametrize(
    ("typed", "phrases", "open_end"),
    [
        ("", (), False),
        ("  \n ", (), False),
        ("?! … —", (), False),
        ("Orchard", (("orchard",),), True),
        ("orchard treaty", (("orchard",), ("treaty",)), True),
        ("Côte d’Ivoire", (("cote",), ("divoire",)), True),
        ("Secretary-General", (("secretary", "general"),), True),
        ('"working lunch"', (("working", "lunch"),), False),
        ("“working lunch” Geneva", (("working", "lunch"), ("geneva",)), True),
        ("«déjeuner de travail»", (("dejeuner", "de", "travail"),), False),
        ('"unclosed phrase', (("unclosed",), ("phrase",)), True),
        ("plan B", (("plan",), ("b",)), False),
        ("title:orchard", (("title", "orchard"),), True),
        ("orchard*", (("orchard",),), True),
        ("الرِّيَاض", (("الرياض",),), True),
    ],
)
def test_words_and_phrases(typed, phrases, open_end):
    assert parse(typed) == Terms(phrases, open_end)


def test_a_query_has_a_bound():
    terms = parse(" ".join(f"word{number}" for number in range(100)))
    assert len(terms.words) == MOST_WORDS


@given(st.text())
def test_terms_hold_folded_words_only(typed):
    for word in parse(typed).words:
        assert word
        assert fold(word) == word
        assert " " not in word
