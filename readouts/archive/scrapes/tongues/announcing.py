"""Texts that announce an encounter. A headline has the same present tense for what was held and for
what will be; the first sentence below it tells which."""

from __future__ import annotations

from collections.abc import Sequence

from readouts.archive.scrapes.datelines import dateline_in
from readouts.archive.scrapes.paragraphs import is_prose, sentences
from readouts.archive.scrapes.titles import Title
from readouts.archive.scrapes.tongues.clauses import clause_in
from readouts.archive.scrapes.tongues.languages import TONGUES
from readouts.archive.scrapes.tongues.to_come import is_to_come, opens_in_the_present


def announces(title: Title, body: Sequence[str]) -> bool:
    """Tell whether a title and the first sentence of its text tell of what is to come, and nothing
    of what was held."""
    if not title.tongue:
        return False
    tongue = TONGUES[title.tongue]
    opening = tongue.plain(_opening(body))
    if opens_in_the_present(opening, tongue.code):
        return True
    if clause_in(opening.rstrip(" ."), tongue, whole=False):
        return False
    return any(is_to_come(words, tongue.code) for words in (title.printed, opening))


def _opening(body: Sequence[str]) -> str:
    text = next((line for line in body if is_prose(line)), "")
    dated = dateline_in(text)
    return next(iter(sentences(dated.text if dated else text)), "")
