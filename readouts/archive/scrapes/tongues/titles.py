"""Titles in other languages than English, read by the grammar of each."""

from __future__ import annotations

import re
from dataclasses import replace

from readouts.archive.scrapes.dates import date_line
from readouts.archive.scrapes.places import NOWHERE, Place, read_place
from readouts.archive.scrapes.titles import Title
from readouts.archive.scrapes.tongues import clauses, languages
from readouts.archive.scrapes.tongues.grammar import Tongue
from readouts.archive.scrapes.tongues.states import state_at

# "Japon – Entretien de …": the state before the title; "… (Paris, 12 avril 2022)" behind it.
_AFTER_STATE = re.compile(r"\s*[–—:-]\s+")
_SUFFIX = re.compile(
    r"\s*[(（](?:(?P<place>[^()（）\d]{2,40}?),\s+)?(?P<date>[^()（）]*\d[^()（）]*)[)）]$"
)
# "Diplomatie : Le Président …", "Bundesregierung: Bundeskanzler …"
_SECTION = re.compile(r"[^\W\d_]\w+(?:[\s-]\w+){0,2}\s?:\s+(?=\S)")
_PUBLISHED = re.compile(r"\s+(?:Publié|Publicado|Mis en ligne|Veröffentlicht)\s.*\d{4}$")
_LONGEST_UNLABELLED = 240
# Written small in a title that stands all in capitals.
_SMALL = frozenset({
    "a", "al", "à", "au", "aux", "avec", "com", "con", "d", "da", "das", "de", "dei", "del",
    "den", "der", "des", "do", "dos", "du", "e", "em", "en", "entre", "et", "het", "la", "las",
    "le", "les", "los", "met", "mit", "o", "os", "para", "par", "por", "que", "se", "sobre",
    "sur", "und", "van", "von", "y", "zwischen", "и", "с", "со", "в", "на", "о", "об", "между",
})  # fmt: skip


def read_tongue_title(line: str, *, labelled: bool) -> Title | None:
    """Parse a title in one of the languages known; None when it is none, or names no party."""
    for tongue in languages.likely(line):
        label = tongue.pattern(tongue.label).match(line)
        if not label and (labelled or len(line) > _LONGEST_UNLABELLED):
            continue
        core = _PUBLISHED.sub("", line[label.end() :] if label else line)
        core, suffix = _without_suffix(_without_state(core, tongue).strip(" ."))
        clause = _clause(_in_small_letters(core), tongue)
        if clause and (label or not line.endswith(".") or clause.is_noun):
            return _title(line, clause, tongue, suffix)
    return None


def _clause(core: str, tongue: Tongue) -> clauses.Clause | None:
    """Read the clause of a title, or what stands behind its section if that has a subject."""
    if clause := clauses.clause_in(core, tongue, whole=True):
        return clause
    section = _SECTION.match(core)
    behind = clauses.clause_in(core[section.end() :], tongue, whole=True) if section else None
    return behind if behind and behind.subject else None


def _title(
    line: str, clause: clauses.Clause, tongue: Tongue, suffix: re.Match[str] | None
) -> Title:
    place = clause.occasion.place or clause.place or _place(suffix)
    return Title(
        line,
        clause.subject_words.strip(" ,"),
        clause.kind,
        clause.parties,
        replace(clause.occasion, place=place),
        date=date_line(suffix["date"]) if suffix else None,
        kind_words=clause.kind_words,
        tongue=tongue.code,
        subject=clause.subject,
    )


def _place(suffix: re.Match[str] | None) -> Place:
    return read_place(suffix["place"]) if suffix and suffix["place"] else NOWHERE


def _without_suffix(text: str) -> tuple[str, re.Match[str] | None]:
    suffix = _SUFFIX.search(text)
    if not suffix or not date_line(suffix["date"]):
        return text, None
    return text[: suffix.start()], suffix


def _without_state(text: str, tongue: Tongue) -> str:
    state = state_at(text, 0, tongue)
    dash = _AFTER_STATE.match(text, state.end) if state else None
    return text[dash.end() :] if dash else text


def _in_small_letters(text: str) -> str:
    """Write a title that stands all in capitals the way it is written elsewhere."""
    if not text.isupper():
        return text
    return " ".join(
        word.lower()
        if word.lower() in _SMALL
        else "-".join(part.capitalize() for part in word.split("-"))
        for word in text.split(" ")
    )
