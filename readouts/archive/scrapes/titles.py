"""The grammar of titles: "Readout of the Secretary-General's meeting with ..., ahead of ...".

A title is cut into label, principal, kind, parties, context and suffix; its printed words stay.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from readouts.archive.scrapes.dates import date_line
from readouts.archive.scrapes.kinds import KIND_WORDS, is_plural, kind_of
from readouts.archive.scrapes.occasions import Occasion, cut_context
from readouts.archive.scrapes.parties import Party, read_parties

_LABEL = re.compile(r"(?:press releases?:\s*)?(?:joint\s+)?read-?\s?out\s+(?:of|on)\b[:\s]*", re.I)
# The apostrophe may be straight, curly, lost, a question mark or a broken entity.
_POSSESSIVE = r"(?:['’‘`´?]s|(?<=s)['’]|(?:&?rsquo;)s|(?<=General)s?)"
_CORE = re.compile(
    rf"(?:the\s+)?(?P<principal>[^\W\d_][\w .,()’'-]{{1,90}}?){_POSSESSIVE}\s+"
    rf"(?P<kind>{KIND_WORDS})\s+(?:with|to|from|between)\s+(?P<rest>.+)",
    re.I,
)
# "the Secretary-General's meetings in Ramallah": the parties stand in the body only.
_WITHOUT_PARTY = re.compile(
    rf"(?:the\s+)?(?P<principal>[^\W\d_][\w .,()’'-]{{1,90}}?){_POSSESSIVE}\s+"
    rf"(?P<kind>{KIND_WORDS})(?P<rest>(?!\w).*)",
    re.I,
)
_BETWEEN = re.compile(
    rf"(?:the\s+)?(?P<kind>{KIND_WORDS})\s+between\s+(?:the\s+)?"
    r"(?P<principal>.+?)\s+and\s+(?P<rest>.+)",
    re.I,
)
_VERB = re.compile(
    r"(?:the\s+)?(?P<principal>[^\W\d_][\w .'’-]{1,90}?)\s+"
    r"(?P<kind>(?:meets|speaks|talks|met|spoke|holds (?:a )?(?:telephone |phone )?(?:call|meeting))"
    r"(?:\s+by\s+(?:tele)?phone)?)\s+(?:with|to)\s+(?P<rest>.+)"
)
_SUFFIX = re.compile(
    r"\s*(?:\[[^\]]*\]|-\d|"
    r"\((?:unofficial transcript|as delivered|summary|SG['’]s remarks only)\))\s*$",
    re.I,
)
_DATED = re.compile(r"\s*[:,–—-]\s*(?P<date>[^:,–—-]{8,25})$")
_LONGEST = 600


@dataclass(frozen=True)
class Title:
    """What a title says; `separate` means one encounter for each party."""

    printed: str
    principal: str
    kind: str
    parties: tuple[Party, ...]
    occasion: Occasion
    separate: bool = False
    date: dt.date | None = None
    kind_words: str = ""


def has_label(line: str) -> bool:
    """Tell whether a line opens like the title of a readout."""
    return bool(_LABEL.match(line)) and len(line) <= _LONGEST


def read_title(line: str, *, labelled: bool = True) -> Title | None:
    """Parse a title; None when the line is none. Unlabelled titles need a possessive and a kind."""
    label = _LABEL.match(line)
    if len(line) > _LONGEST or (labelled and not label):
        return None
    core, date = _without_suffix(line[label.end() :] if label else line)
    forms = (_CORE, _BETWEEN, _VERB, _WITHOUT_PARTY) if label else (_CORE,)
    for form in forms:
        if found := form.match(core):
            return _title(line, found, date)
    return None


def _title(line: str, found: re.Match[str], date: dt.date | None) -> Title:
    people, occasion = cut_context(found["rest"])
    parties = () if found.re is _WITHOUT_PARTY else tuple(read_parties(people))
    kind = kind_of(found["kind"])
    return Title(
        printed=line,
        principal=found["principal"].strip(" ,"),
        kind=kind,
        parties=parties,
        occasion=occasion,
        separate=is_plural(found["kind"]) and len(parties) > 1,
        date=date,
        kind_words=found["kind"],
    )


def _without_suffix(text: str) -> tuple[str, dt.date | None]:
    text = text.strip(" .")
    while (shorter := _SUFFIX.sub("", text)) != text:
        text = shorter
    dated = _DATED.search(text)
    date = date_line(dated["date"]) if dated else None
    return (text[: dated.start()] if dated and date else text), date
