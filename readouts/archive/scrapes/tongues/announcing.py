"""Texts that announce an encounter. A headline has the same present tense for what was held and for
what will be; the first sentence below it tells which."""

from __future__ import annotations

from collections.abc import Sequence

from readouts.archive.scrapes.datelines import dateline_in
from readouts.archive.scrapes.paragraphs import is_prose, sentences
from readouts.archive.scrapes.titles import Title
from readouts.archive.scrapes.tongues.clauses import clause_in
from readouts.archive.scrapes.tongues.languages import TONGUES
from readouts.archive.scrapes.tongues.to_come import is_expected, is_to_come, opens_in_the_present

_PARAGRAPHS = 3


def announces(title: Title, body: Sequence[str]) -> bool:
    """Tell whether a title and the first sentence of its text tell of what is to come, and nothing
    of what was held."""
    if not title.tongue:
        return False
    tongue = TONGUES[title.tongue]
    told = _opening(body)
    opening = tongue.plain(told[0]) if told else ""
    if opens_in_the_present(opening, tongue.code):
        return True
    clause = clause_in(opening.rstrip(" ."), tongue, whole=False)
    if clause:
        return is_expected(clause.kind_words, " ".join(told[1:]))
    return any(is_to_come(words, tongue.code) for words in (title.printed, opening))


def _opening(body: Sequence[str]) -> list[str]:
    """Return the first sentences of a text, from the first behind its dateline."""
    texts = [line for line in body if is_prose(line)][:_PARAGRAPHS]
    dated = dateline_in(texts[0]) if texts else None
    told = [dated.text, *texts[1:]] if dated else texts
    return [sentence for text in told for sentence in sentences(text)]
