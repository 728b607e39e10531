"""The grammar of titles: "Readout of the Secretary-General's meeting with ..., ahead of ...".

A title is cut into label, principal, kind, parties, context and suffix; its printed words stay.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from readouts.archive.scrapes.countries import country_code
from readouts.archive.scrapes.dates import date_line
from readouts.archive.scrapes.honorifics import HONORIFIC
from readouts.archive.scrapes.kinds import is_plural, kind_of
from readouts.archive.scrapes.occasions import Occasion, cut_context
from readouts.archive.scrapes.offices import begins_office
from readouts.archive.scrapes.parties import read_parties
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.party_lists import each_with_office, separate
from readouts.archive.scrapes.places import NOWHERE, Place, read_place
from readouts.archive.scrapes.title_forms import (
    BRACKETED_DATE,
    DATED,
    FORMS,
    LABEL,
    SUFFIX,
    Form,
    label_of,
)

_LONGEST = 600
_LONGEST_UNLABELLED = 300
_SMALL_WORDS = re.compile(r"(?:an?|and|at|by|for|from|in|of|on|or|the|to|with)", re.I)
_LINKS = re.compile(r"(?<= )(?:Of|For|And|The|At|In|On)(?= )")
# Kept as they are in a title all in capitals.
_SHORT_FORMS = re.compile(r"(?:[A-Z]\.)+|(?:UN|EU|AU|US|UK|NATO|OSCE|HE|HH|HM|II|III|IV|VI)\b.*")
_REQUEST = re.compile(r"\s+at (?:the )?Request(?: of .+)?$|\s+upon Request$", re.I)
_WEEKDAY = re.compile(r",?\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_INSIDE = re.compile(r"\b(?i:in) (?P<city>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) (?i:with|to)$")
# "to discuss trade", "over the decisions of the summit"
_TOPIC = re.compile(
    r",?\s+(?:to (?:discuss|review|exchange views)|about|regarding|concerning|"
    r"over(?! (?:the )?(?:(?:tele)?phone|video|zoom)))\b.*$|"
    r"\s+for (?:an? )?(?:bilateral |official |working |brief )?(?:talks|meetings?|discussions?)$",
    re.I | re.S,
)
# "meets A in X, and also meets with B"
_FURTHER = re.compile(
    r",?\s+and\s+(?:also\s+|then\s+|later\s+|separately\s+)?(?:meets|met|speaks|spoke|talks|"
    r"holds (?:a )?(?:talks|meeting)|receives|received)\s+(?:with\s+|to\s+)?|"
    # "call on Saturday between A and B and call on Sunday between A and C"
    r",?\s+and\s+(?:an?\s+)?(?:call|meeting|conversation)(?:\s+on\s+\w+day)?\s+"
    r"(?:with|between\s+[^,]{3,60}?\s+and)\s+"
)
_SHORT_OFFICE = re.compile(r"(?:the\s+)?(?:D?SG|PM|FM|EAM|NSA|HRVP|DG|SACEUR)\b")
# "welcomes A to Headquarters"
_TO_A_PLACE = re.compile(r"\s+(?:to|at)\s+(?:the\s+)?[A-Z][^,]*$")
_SEVERAL = re.compile(
    r"(?:the\s+)?(?:[A-Z][\w-]+\s+){0,4}(?:Minister|President|Leader|Secretarie)s\s+of\b"
)
# "Audience with A: attention to the talks"
_SUBTITLE = re.compile(r"(?<=[^\W\d]):\s+(?=[^\W\d]).+$", re.S)
_MEANS = re.compile(
    r",?\s+(?:(?:on|over|by|via)\s+(?:the\s+)?(?:(?:tele)?phone|video(?:[ -]?\w+)?|zoom))$", re.I
)
_MONTH = re.compile(
    r"\s*[,:–—(-]\s*(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\s+(?:19|20)\d\d\)?$"
)
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]\w+\s+\w+|[.!?]$")
_ABBREVIATED = re.compile(r"(?:[A-Z]\.)+|\b(?:Mr|Ms|Mrs|Dr|St|Jr|Hon|Sr)\.")


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
    tongue: str = ""  # the language whose grammar read it, where that is not English
    subject: Party | None = None
    # Where it says that they met: "meets in Oslo with".
    place: Place = NOWHERE


def has_label(line: str) -> bool:
    """Tell whether a line opens like the title of a readout."""
    return bool(LABEL.match(line)) and len(line) <= _LONGEST


def read_title(line: str, *, labelled: bool = True) -> Title | None:
    """Parse a title; None when the line is none. Without the label "Readout of", the line must
    name a party and be no sentence."""
    label = label_of(line)
    if len(line) > _LONGEST or (labelled and not label):
        return None
    text = line[label.end() :] if label else line
    small = _in_small_letters(text) if text.isupper() else _with_small_links(text)
    core, date = without_suffix(small)
    if not label and (len(core) > _LONGEST_UNLABELLED or _is_a_sentence(text.strip())):
        return None
    for form in FORMS:
        if (label or not form.needs_label) and (found := form.pattern.fullmatch(core)):
            if form.of_an_office and not _is_an_office(found["principal"]):
                continue
            if form.of_states and not country_code(found["principal"]):
                continue
            title = _title(line, found, date=date, form=form)
            if label or title.parties or not form.names_parties:
                return title
    return None


def _title(line: str, found: re.Match[str], *, date: dt.date | None, form: Form) -> Title:
    principal, beside = found["principal"].strip(" ,"), []
    words = _WEEKDAY.sub("", _REQUEST.sub("", found["rest"]))
    if re.match("welcome", found["kind"], re.I):
        words = _TO_A_PLACE.sub("", words)
    words = _TOPIC.sub("", _SUBTITLE.sub("", words))
    means = _MEANS.search(words)
    rest, *further = _FURTHER.split(_MEANS.sub("", words))
    kind_words = f"{found['kind']}{means[0]}" if means else found["kind"]
    people, occasion = cut_context(rest)
    if form.joins:  # "between A, B and C": the first is the principal
        shared = read_parties(f"{principal} and {people}")
        if _SEVERAL.match(principal) and len(shared) > 1:  # "between Foreign Ministers of A and B"
            listed = [f"{party.title} of {party.organization}" for party in shared]
        else:
            listed = separate(each_with_office(f"{principal} and {people}"))
        principal, *others = listed
        people = " and ".join(map(_whole, others)) or people
        principal = _whole(principal) if others else found["principal"]
    elif form.names_parties and len(alone := separate(principal)) > 1:
        principal, *others = map(_whole, alone)
        beside = [replace(one, side="ours") for other in others for one in read_parties(other)]
    parties = [*beside, *read_parties(people)] if form.names_parties else []
    parties += [party for more in further for party in read_parties(cut_context(more)[0])]
    return Title(
        printed=line,
        principal=principal,
        kind=kind_of(kind_words),
        parties=tuple(parties),
        occasion=occasion,
        separate=bool(further) or (is_plural(found["kind"]) and len(parties) > 1),
        date=date,
        kind_words=kind_words,
        place=read_place(inside["city"]) if (inside := _INSIDE.search(found["kind"])) else NOWHERE,
    )


def _is_an_office(words: str) -> bool:
    """Tell whether the words for a principal print an office or style, in full or short."""
    return begins_office(words) or bool(_SHORT_OFFICE.match(words) or HONORIFIC.search(words))


def _whole(piece: str) -> str:
    """Return one of a list without the "and" behind it."""
    return re.sub(r",?\s+and$", "", piece.strip(" ,")).strip(" ,")


def _is_a_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(_ABBREVIATED.sub("", text))) or not text[:1].isupper()


def _in_small_letters(text: str) -> str:
    """Write a title that stands all in capitals the way it is written elsewhere."""
    return " ".join(map(_word, text.split(" ")))


def _with_small_links(text: str) -> str:
    """Write "Secretary Of The Treasury" as an office is written elsewhere."""
    return _LINKS.sub(lambda link: link[0].lower(), text) if " Of " in text else text


def _word(word: str) -> str:
    if _SHORT_FORMS.fullmatch(word):
        return word
    if _SMALL_WORDS.fullmatch(word):
        return word.lower()
    return "-".join(part.capitalize() for part in word.split("-"))


def without_suffix(text: str) -> tuple[str, dt.date | None]:
    """Part a title from what is printed behind it, and from the date at its end if it has one."""
    text = text.strip(" ")
    text = text if _ABBREVIATED.search(text[-4:]) else text.strip(" .")
    while (shorter := SUFFIX.sub("", text)) != text:
        text = shorter
    text = _MONTH.sub("", text)
    dated = DATED.search(text) or BRACKETED_DATE.search(text)
    date = date_line(dated["date"]) if dated else None
    return (text[: dated.start()] if dated and date else text), date
