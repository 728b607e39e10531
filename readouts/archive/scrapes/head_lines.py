"""The lines around a title, told apart by what they print: a date, a place with its date, a
release line, an office, a number, the label that names the principal, the section."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from readouts.archive.scrapes.datelines import (
    agency_in,
    place_of_agency,
    place_with_date,
)
from readouts.archive.scrapes.dates import date_line, dates_in
from readouts.archive.scrapes.furniture import is_attribution, is_furniture
from readouts.archive.scrapes.line_forms import AFTER_A_DATE, NUMBER, OFFICE, SECTION
from readouts.archive.scrapes.places import looks_like_place
from readouts.archive.scrapes.principals import Principal, read_heading, read_label

LONGEST = 300


class Kind(StrEnum):
    """What a line of a head prints."""

    DATE = "date"
    DATELINE = "dateline"  # a place and a date in one line
    RELEASE = "release"  # "For Immediate Release", with or without the date
    OFFICE = "office"  # the office that issues
    NUMBER = "number"
    SECTION = "section"  # the kind of document, as the site files it
    LABEL = "label"
    HEADING = "heading"
    PLACE = "place"
    ATTRIBUTION = "attribution"
    FURNITURE = "furniture"
    OTHER = "other"


# The kinds of line that may print the day of issue.
DATED = (Kind.DATE, Kind.DATELINE, Kind.RELEASE)


@dataclass(frozen=True)
class HeadLine:
    """One line near the title, its kind, and what it says of date, place and principal."""

    text: str
    kind: Kind
    date: dt.date | None = None
    place: str = ""
    principal: Principal | None = None
    agency: str = ""  # of a news agency that signs the place: "QNA"


_RELEASE = re.compile(
    r"\W*(?:for )?immediate release\b[\s:|–-]*(?P<rest>.{0,60})|"
    r"(?:strictly )?embargo(?:ed)?\b.{0,80}",
    re.I,
)
_BEFORE_A_DATE = re.compile(
    r"(?:(?:published|posted) by\s*:\s*[\w. ]{2,30}\||"
    r"(?:first )?published(?: on| at)?|posted(?: on| at)?|issued(?: on)?|"
    r"released?(?: on| date)?|"
    r"date(?: of (?:issue|release|publication))?|created(?: on)?|"
    r"publi[ée] le|mis en ligne le|date de publication|fecha(?: de publicación)?|"
    r"publicado(?: e[lm])?|"
    r"data(?: de publicação)?|veröffentlicht am|datum|опубликовано|дата(?: публикации)?|"
    r"(?:تاريخ )?النشر|تاريخ|نشر (?:في|بتاريخ)|发布时间|发布日期|时间|日期|le|am|den|el|em|on|"
    r"statements? and releases?)(?:\s*[:：–-]\s*|\s+)",
    re.I,
)
# "The press release issued by NAME on D Month YYYY", in the languages of those who copy.
_ISSUED = re.compile(
    r"\bpressemitteilung (?:nr\. ?)?\d+\b.* (?:am|vom) |"
    r"\b(?:published|issued|released|posted|gepubliceerd|publié|publicado|veröffentlicht)\b",
    re.I,
)
_LONGEST_ISSUED = 120
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?", re.I)


@lru_cache(maxsize=512)  # every line of a page is asked for more than once
def read_line(text: str) -> HeadLine:
    """Tell what a line near a title prints; no line of a head is longer than LONGEST."""
    if len(text) > LONGEST:
        return HeadLine(text, Kind.FURNITURE if is_furniture(text) else Kind.OTHER)
    if principal := read_label(text):
        return HeadLine(text, Kind.LABEL, principal=principal)
    if principal := read_heading(text):
        return HeadLine(text, Kind.HEADING, principal=principal)
    if release := _RELEASE.fullmatch(text):
        return HeadLine(text, Kind.RELEASE, date=printed_date(release["rest"] or ""))
    if date := printed_date(text):
        return HeadLine(text, Kind.DATE, date=date)
    if place := place_of_agency(text):
        return HeadLine(place, Kind.PLACE, agency=agency_in(text))
    if _CLOCK.fullmatch(text):
        return HeadLine(text, Kind.FURNITURE)
    if found := place_with_date(text):
        return HeadLine(text, Kind.DATELINE, date=found[1], place=found[0], agency=agency_in(text))
    return HeadLine(text, _plain_kind(text))


def _plain_kind(text: str) -> Kind:
    if is_furniture(text):
        return Kind.FURNITURE
    if is_attribution(text):
        return Kind.ATTRIBUTION
    for kind, form in ((Kind.SECTION, SECTION), (Kind.OFFICE, OFFICE), (Kind.NUMBER, NUMBER)):
        if form.fullmatch(text.strip(" :|•·")):
            return kind
    return Kind.PLACE if looks_like_place(text) else Kind.OTHER


def printed_date(text: str) -> dt.date | None:
    """Return the date of a line that prints one and nothing else: but a weekday, a clock time,
    "Published"."""
    text = text.strip(" |•·.–—-")
    bare = _BEFORE_A_DATE.sub("", text, count=1)
    if date := date_line(bare) or date_line(AFTER_A_DATE.sub("", bare)):
        return date
    if len(text) > _LONGEST_ISSUED or not _ISSUED.search(text):
        return None
    text = AFTER_A_DATE.sub("", text)
    dates = dates_in(text)
    ends = len(dates) == 1 and dates[0].end == len(text)
    return dates[0].on() if ends else None
