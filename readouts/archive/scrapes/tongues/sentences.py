"""Sentences in other languages than English that report an encounter of the principal, and what
they add to the principal that the title names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readouts.archive.scrapes.paragraphs import is_prose, sentences
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.principals import Principal
from readouts.archive.scrapes.titles import Title
from readouts.archive.scrapes.tongues import languages
from readouts.archive.scrapes.tongues.clauses import Clause, clause_in
from readouts.archive.scrapes.tongues.grammar import Tongue, shared_letters
from readouts.archive.scrapes.tongues.people import person_at
from readouts.folding import fold

# So many sentences of the body may still introduce the principal.
_INTRODUCTION = 6
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
        for mine in map(_without_article, one.split())
        for theirs in map(_without_article, other.split())
        if min(len(mine), len(theirs)) >= _SHORTEST
    )


def _without_article(word: str) -> str:
    """Return a word without the article that grows onto it in Arabic."""
    return word.removeprefix("ال")


def principals_abroad(title: Title, paragraphs: Sequence[str]) -> tuple[Principal, Principal]:
    """Return the principal as a title names it, and as the sentence completes it that has the
    same subject."""
    named = title.subject or Party()
    principal = Principal(named.name, named.title, named.organization)
    for clause in _clauses(paragraphs, languages.TONGUES[title.tongue]):
        if fuller := _fuller(principal, clause, title):
            return principal, _named(fuller, paragraphs, title)
    return principal, _named(principal, paragraphs, title)


def _named(principal: Principal, paragraphs: Sequence[str], title: Title) -> Principal:
    """Return a principal known by an office alone with the name of whoever a sentence of the
    opening introduces by that very office, if it is nobody whom the title sets opposite."""
    tongue = languages.TONGUES[title.tongue]
    if principal.name or not principal.title:
        return principal
    for paragraph in [text for text in paragraphs if is_prose(text)][:2]:
        read = person_at(paragraph, 0, tongue)
        one = read.party if read else Party()
        same = one.name and fold(one.title) == fold(principal.title)
        mine = not one.organization or not principal.organization
        theirs = any(one.is_of_one_state(party) for party in title.parties if party.organization)
        if same and (mine or one.organization == principal.organization) and not theirs:
            return replace(principal, name=one.name)
    return principal


def _clauses(paragraphs: Sequence[str], tongue: Tongue) -> Iterator[Clause]:
    prose = [paragraph for paragraph in paragraphs if is_prose(paragraph)]
    opening = [s for paragraph in prose[:4] for s in sentences(paragraph)][:_INTRODUCTION]
    for sentence in opening:
        clause = clause_in(sentence.rstrip(" ."), tongue, whole=False)
        if clause and clause.subject and not re.search(tongue.reported, clause.subject_words):
            yield clause


def _fuller(principal: Principal, clause: Clause, title: Title) -> Principal | None:
    """Return the principal with the longer forms of name and office; None for somebody else.

    Who meets the other party of the title is the principal, by whatever office: "the head of
    state" is "President A".
    """
    subject = clause.subject or Party()
    if principal.name and subject.name and not _shares(fold(subject.name), fold(principal.name)):
        return None
    office = max(principal.title, subject.title, key=len)
    offices = (fold(subject.title), fold(principal.title))
    if all(offices) and not principal.name and not _shares(*offices):
        if not _meets_the_same(clause, title):
            return None
        office = subject.title
    return replace(
        principal,
        name=max(principal.name, subject.name, key=len),
        title=office,
        organization=principal.organization or subject.organization,
    )


def _meets_the_same(clause: Clause, title: Title) -> bool:
    return any(
        one.is_same_as(other) or one.is_of_one_state(other)
        for one in clause.parties
        for other in title.parties
    )
