"""Where, in a list of parties, one ends and the next begins: an "and" may join two people, two
offices of one, or two words of a country's name."""

from __future__ import annotations

import re
from itertools import pairwise

from readouts.archive.scrapes.countries import without_article
from readouts.archive.scrapes.honorifics import HONORIFIC, STYLED_OFFICE, after_honorific
from readouts.archive.scrapes.names import NAME
from readouts.archive.scrapes.office_holders import is_one_remit, read_holder
from readouts.archive.scrapes.offices import begins_office, joints, owned_office, read_office

_BEFORE_A_PERSON = re.compile(r"(?:^|,|;|\band|&|\bwith|\bwell as|\b(?:wife|husband|spouse),?)\s*$")
# A name stands behind an office alone, or behind its state and a comma.
_NEAR = 2
_COMPANY = re.compile(
    r"(?:(?:the|other|several|some|Arab|regional|senior|key|[Gg]overnment|\w+an|\w+ish|\w+ese) )*"
    r"(?:members|representatives|delegation|leaders|officials|counterparts|envoys|delegates)\b"
)

_THEIR = re.compile(r"(?:his|her|their)\s+(?=[A-Z]\w+ [Cc]ounterpart\b|[Cc]ounterpart\b)")
# A semicolon before a style parts people for certain: their offices may have commas and "and"s.
_SEMICOLON = re.compile(
    rf";\s+(?:and\s+)?(?={HONORIFIC.pattern}|{STYLED_OFFICE.pattern.replace('?P<style>', '?:')})"
)
_ALIKE = re.compile(
    r"(?P<before>^|\s)(?<!Council of )(?<!Committee of )"
    r"(?P<office>(?:(?:Vice|Prime|Foreign|Defen[cs]e) )?(?:President|Minister|"
    r"Chancellor|Senator|Chairperson|Ambassador))s\s+(?=[^\W\d_a-z])"
)


def each_with_office(text: str) -> str:
    """Write "Presidents A and B of X" as "President A and President B of X"."""
    found = _ALIKE.search(text)
    if not found:
        return text
    pieces = re.split(r"(,?\s+and\s+|,\s+)", text[found.end() :])
    written, alike = "", True
    for number, piece in enumerate(pieces):
        link = number % 2 == 1
        alike = alike and (link or bool(NAME.match(piece) and not begins_office(piece)))
        written += piece if link or not alike else f"{found['office']} {piece}"
    return f"{text[: found.start()]}{found['before']}{written}"


def separate(text: str) -> list[str]:
    """Cut "H.E. Mr. A, President of X, and H.E. Ms. B, Prime Minister of Y" between the people."""
    parts = _SEMICOLON.split(text)
    offices = re.split(r";\s+(?:and\s+)?", text)
    if len(offices) > 1 and all(map(begins_office, offices)):
        parts = offices  # "the Ambassador of A, B; the Ambassador of C, D"
    return [piece for part in parts for piece in _separate(part)]


def _separate(text: str) -> list[str]:
    people = [
        found
        for found in HONORIFIC.finditer(text)
        if _BEFORE_A_PERSON.search(text[: found.start()])
    ]
    if people and begins_office(text):
        # Behind the only one with an honorific, another is known by name and office alone.
        behind = people[0].start()
        cuts = [
            cut
            for cut in _new_offices(text)
            if len(people) > 1
            or (_is_named(text[cut:]) and ((behind and cut > behind) or _is_named(text[:cut])))
        ]
        return _cut(text, cuts)
    if people and people[0].start() == 0:
        cuts = [found.start() for found in people[1:]]
        pieces = _cut(text, cuts)
        return [part for piece in pieces for part in _cut(piece, _new_people(piece))]
    return _cut(text, _new_people(text))


def _cut(text: str, cuts: list[int]) -> list[str]:
    edges = [0, *sorted(set(cuts)), len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]


def _new_offices(text: str) -> list[int]:
    return [joint.end() for joint in joints(text) if begins_office(text[joint.end() :])]


def _new_people(text: str) -> list[int]:
    """Return where, after an "and", a named person or an office with its own article begins."""
    cuts = []
    for joint in joints(text):
        before, after = text[: joint.start()], _THEIR.sub("", text[joint.end() :])
        if is_one_remit(before, after):
            continue
        person = begins_office(after) and _is_another_person(before, after)
        if "and" in joint[0] and not person:
            person = _is_named_with_office(after) or bool(_COMPANY.match(after))
            person = person or (_is_a_styled_name(before) and _is_named(after))
        if person:
            cuts.append(joint.end())
    return cuts


def _is_a_styled_name(text: str) -> bool:
    """Tell whether `text` is a style and a name, and no more: "His Majesty King A"."""
    style, name = after_honorific(text)
    return bool(style and NAME.fullmatch(name))


def _is_named_with_office(text: str) -> bool:
    """Tell whether `text` opens with a name, a comma and an office."""
    name = NAME.match(text)
    if not name or begins_office(text):
        return False
    comma = re.match(r",\s+", text[name.end() :])
    return bool(comma) and begins_office(text[name.end() :].lstrip(", "))


def _is_another_person(before: str, after: str) -> bool:
    """Tell whether an office after "and" is a second person's: both named, or it is "the ..."."""
    if after.startswith("the ") and before[:4].lower() == "the " and _of_a_body(before):
        return True
    if after.startswith("the ") and _is_named(before):  # "President A and the Chair of B"
        return True
    return all(_is_named(text) for text in (before, after))


def _of_a_body(text: str) -> bool:
    return bool(read_office(text).organization)


def _is_named(text: str) -> bool:
    """Tell whether a name stands behind the office that `text` opens with: "President A", "the
    Prime Minister of X, A"."""
    text = without_article(owned[1] if (owned := owned_office(text)) else text)
    ends = [joint.start() for joint in joints(text)][:_NEAR]
    holders = (read_holder(text[:end]) for end in (*ends, len(text)))
    return any(holder and holder.name for holder in holders)
