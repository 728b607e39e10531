"""Titles in other languages than English, read by the grammar of each."""

from __future__ import annotations

from readouts.archive.scrapes.titles import Title
from readouts.archive.scrapes.tongues import clauses, languages
from readouts.archive.scrapes.tongues.grammar import Tongue


def read_tongue_title(line: str, *, labelled: bool) -> Title | None:
    """Parse a title in one of the languages known; None when it is none, or names no party."""
    for tongue in languages.likely(line):
        label = tongue.pattern(tongue.label).match(line)
        if labelled and not label:
            continue
        core = (line[label.end() :] if label else line).strip(" .")
        if clause := clauses.clause_in(core, tongue, whole=True):
            return _title(line, clause, tongue)
    return None


def _title(line: str, clause: clauses.Clause, tongue: Tongue) -> Title:
    return Title(
        line,
        clause.subject_words.strip(" ,"),
        clause.kind,
        clause.parties,
        clause.occasion,
        kind_words=clause.kind_words,
        tongue=tongue.code,
        subject=clause.subject,
    )
