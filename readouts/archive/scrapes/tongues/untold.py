"""Texts in other languages than English whose title says nothing of an encounter: their first
sentence does, if it introduces the holder of an office by name."""

from __future__ import annotations

from readouts.archive.scrapes.datelines import dateline_in
from readouts.archive.scrapes.paragraphs import sentences
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.report import Report
from readouts.archive.scrapes.tongues import languages
from readouts.archive.scrapes.tongues.clauses import Clause, clause_in

# So many sentences of the first paragraph may report the encounter.
_OPENING = 2


def told_by_name(paragraph: str) -> tuple[Party, Report, str] | None:
    """Return who is introduced with name and office in the first sentences of a text, the encounter
    they report, and the code of their language; None where they report none."""
    dated = dateline_in(paragraph)
    for sentence in sentences(dated.text if dated else paragraph)[:_OPENING]:
        for tongue in languages.likely(sentence):
            clause = clause_in(sentence.rstrip(" ."), tongue, whole=False)
            subject = clause.subject if clause else None
            if clause and subject and subject.name and subject.title:
                return subject, _report(sentence, clause), tongue.code
    return None


def _report(sentence: str, clause: Clause) -> Report:
    parties = list(clause.parties)
    return Report(sentence, clause.kind, parties, clause.occasion, False, clause.place)
