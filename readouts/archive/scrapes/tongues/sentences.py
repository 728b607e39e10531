"""Sentences in other languages than English that report an encounter of the principal, and what
they add to the principal that the title names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readouts.archive.scrapes.paragraphs import sentences
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.principals import Principal
from readouts.archive.scrapes.titles import Title
from readouts.archive.scrapes.tongues import languages
from readouts.archive.scrapes.tongues.clauses import Clause, clause_in
from readouts.archive.scrapes.tongues.grammar import Tongue, shared_letters
from readouts.folding import fold

# So many sentences of the body may still introduce the principal.
_INTRODUCTION = 3
_SHORTEST = 3
_PRONOUN = re.compile(r"(?:il|elle|[ée]l|ella|ele|ela|er|sie|hij|zij|он|она|و?هو|他|她)", re.I)


@dataclass(frozen=True)
class Told:
    """A clause about the principal; `is_further` says that its words set it beside an earlier."""

    clause: Clause
    is_further: bool


def told_in(sentence: str, subjects: tuple[str, ...]) -> Told | None:
    """Read a sentence that reports an encounter of one of `subjects`, None for any other."""
    for tongue in languages.likely(sentence):
        clause = clause_in(sentence.rstrip(" ."), tongue, whole=False)
        if not clause or re.search(tongue.reported, clause.subject_words, re.I):
            continue
        further = tongue.pattern(rf"(?:.*[\s,،])?(?:{tongue.further})").match(clause.subject_words)
        opens = tongue.pattern(tongue.further).match(sentence)
        who = clause.subject_words[further.end() :] if further else clause.subject_words
        if not who.strip(" ,،") or _is_of(clause, who, subjects):
            return Told(clause, bool(further or opens))
    return None


def _is_of(clause: Clause, who: str, subjects: tuple[str, ...]) -> bool:
    """Tell whether the subject of a clause is the principal, by name, office or pronoun."""
    if _PRONOUN.fullmatch(who.strip(" ,،")):
        return True
    if subjects == ("Secretary-General",):  # no principal is known: the clause names its own
        return bool(clause.subject)
    said = fold(who)
    return any(_shares(said, fold(subject)) for subject in subjects)


def _shares(one: str, other: str) -> bool:
    """Tell whether two texts share a word, in whatever case it stands."""
    if any("\u4e00" <= sign <= "\u9fff" for sign in one):
        return one in other or other in one
    return any(
        mine == theirs or shared_letters(mine, theirs) >= max(len(mine), len(theirs), 5) - 2
        for mine in one.split()
        for theirs in other.split()
        if min(len(mine), len(theirs)) >= _SHORTEST
    )


def principals_abroad(title: Title, paragraphs: Sequence[str]) -> tuple[Principal, Principal]:
    """Return the principal as a title names it, and as the sentence completes it that has the
    same subject."""
    named = title.subject or Party()
    principal = Principal(named.name, named.title, named.organization)
    for subject in _subjects(paragraphs, languages.TONGUES[title.tongue]):
        if fuller := _fuller(principal, subject):
            return principal, fuller
    return principal, principal


def _subjects(paragraphs: Sequence[str], tongue: Tongue) -> Iterator[Party]:
    opening = [s for paragraph in paragraphs[:2] for s in sentences(paragraph)][:_INTRODUCTION]
    for sentence in opening:
        clause = clause_in(sentence.rstrip(" ."), tongue, whole=False)
        if clause and clause.subject and not re.search(tongue.reported, clause.subject_words):
            yield clause.subject


def _fuller(principal: Principal, subject: Party) -> Principal | None:
    """Return the principal with the longer forms of name and office; None for somebody else."""
    if principal.name and subject.name and not _shares(fold(subject.name), fold(principal.name)):
        return None
    offices = (fold(subject.title), fold(principal.title))
    if not principal.name and all(offices) and not _shares(*offices):
        return None
    return replace(
        principal,
        name=max(principal.name, subject.name, key=len),
        title=max(principal.title, subject.title, key=len),
        organization=principal.organization or subject.organization,
    )
