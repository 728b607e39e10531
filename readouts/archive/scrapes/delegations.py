"""Those who came with a party, told by name in a sentence or list of their own: "The Prime Minister
was accompanied by ..."; interpreters and staff without names are never participants."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readouts.archive.scrapes.paragraphs import BULLET, is_listed, sentences
from readouts.archive.scrapes.parties import read_parties
from readouts.archive.scrapes.party import Party

_OPENS = re.compile(
    r"(?P<who>[^.;:]{3,120}?)\s+(?:was|were)\s+(?:also\s+)?(?:accompanied|"
    r"joined)\s+by:?\s+(?P<rest>.+)|"
    r"(?P<of>(?:The|His|Her|Their)\s+(?:[\w’'-]+\s+){0,4}?delegation[^.;:]{0,60}?)\s+(?:also\s+)?"
    r"(?:included|comprised|consisted\s+of|was\s+(?:composed|made\s+up)\s+of):?\s+(?P<members>.+)|"
    r"(?:Also\s+present|Also\s+attending|Also\s+in\s+attendance|Present)[^.;:]{0,40}?\s+were"
    r"(?:\s+also)?:?\s+(?P<present>.+)|"
    r"(?:(?:The\s+)?(?:members|list)\s+of\s+)?(?:the|his|her|their)?\s*(?:[\w’'-]+\s+){0,4}?"
    r"delegation[^.;:]{0,60}:\s+(?P<listed>.+)",
    re.S | re.I,
)
_PEOPLE = ("rest", "members", "present", "listed")
_STAFF = re.compile(r"\b(?:interpreter|note-?taker|translator)s?\b", re.I)


def _with_lists(body: Sequence[str]) -> list[str]:
    """Join to each paragraph that ends in a colon the short lines that go on with it."""
    joined: list[str] = []
    goes_on = False
    for paragraph in body:
        goes_on = goes_on and is_listed(paragraph)
        if goes_on:
            colon = joined[-1].endswith(":")
            joined[-1] += f"{' ' if colon else '; '}{BULLET.sub('', paragraph).rstrip(' ,;.')}"
        else:
            joined.append(paragraph)
            goes_on = paragraph.endswith(":")
    return joined


def companions_in(body: Sequence[str], subjects: tuple[str, ...]) -> list[Party]:
    """Return the people who came with a party, in order; those of the principal are "ours"."""
    found: list[Party] = []
    for sentence in (one for paragraph in _with_lists(body) for one in sentences(paragraph)):
        opening = _OPENS.match(sentence)
        if not opening:
            continue
        rest = next(opening[part] for part in _PEOPLE if opening[part])
        ours = any(subject in (opening["who"] or "") for subject in subjects)
        side = "ours" if ours else "accompanying"
        people = [
            person
            for text in re.split(r";\s+(?:and\s+)?", rest)
            if not _STAFF.search(text)
            for person in read_parties(text)
        ]
        found += [replace(person, side=side) for person in people if person.name]
    return found
