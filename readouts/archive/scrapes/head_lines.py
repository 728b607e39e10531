"""The lines around a title, told apart by what they print: a date, a place with its date, a
release line, an office, a number, the label that names the principal, the section."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from readouts.archive.scrapes.calendars import weekdays
from readouts.archive.scrapes.dates import date_line, dates_in
from readouts.archive.scrapes.furniture import is_attribution, is_furniture
from readouts.archive.scrapes.places import looks_like_place, read_place
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


@dataclass(frozen=True)
class HeadLine:
    """One line near the title, its kind, and what it says of date, place and principal."""

    text: str
    kind: Kind
    date: dt.date | None = None
    place: str = ""
    principal: Principal | None = None


_RELEASE = re.compile(
    r"\W*(?:for )?immediate release\b[\s:|–-]*(?P<rest>.{0,60})|embargoed until.{0,80}", re.I
)
_BEFORE_A_DATE = re.compile(
    r"(?:(?:first )?published(?: on| at)?|posted(?: on| at)?|issued(?: on)?|"
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
    r"\b(?:published|issued|released|posted|gepubliceerd|publié|publicado|veröffentlicht)\b", re.I
)
_LONGEST_ISSUED = 120
_AFTER_A_DATE = re.compile(
    r"[\s,|–-]*(?:(?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?"
    r"(?:\s*\[.*\])?|"
    r"(?:a las|às|à|um|в|الساعة)?\s*\d{1,2}[:.hH]\d\d(?::\d\d)?\s*(?:hrs?|horas|uhr|uur|h)?\.?|"
    r"(?:года|г)\.?(?:,?\s+\d{1,2}:\d\d)?|"
    r"\(?last updated.*|\|.*|\(?[A-Z]{2,6}\)?|(?:\d{1,2}[:.]\d\d\s*[ap]m\s+)?by [\w ]{2,20})\s*$",
    re.I,
)
_OFFICE = re.compile(
    r"(?:the )?(?:office of (?:the )?[\w' ,()-]{4,90}|prime minister['’]?s office\b.{0,60}|"
    r"press information bureau.{0,60}|from:.{0,80}|the white house|the briefing room|"
    r"(?:u\.?s\.? )?department of (?:state|defense|war)|news release|"
    r"ministry of (?:external|foreign) affairs.{0,60}|government of \w+|"
    r"minist(?:erio de|ério d[aeo]s?|ère de|ère des|erie van) .{4,60}|министерство .{4,60}|"
    r"وزارة .{4,60}|外交部|.{0,10}外交部网站|auswärtiges amt|bundesregierung|"
    r"presid[eê]ncia d.{3,40}|présidence d.{3,40}|cancillería(?: de .{3,40})?|"
    r"администрация президента.{0,30}|"
    r"(?:10 )?downing street|general secretariat of the council|presidential press.{0,60})",
    re.I,
)
_NUMBER = re.compile(
    r"(?:release )?no\s?[.:]*\s*[A-Z]{2}-\d.{0,20}|[A-Z]{1,4}/(?:[A-Z]{1,4}/)?\d+(?:-[A-Z/\d-]+)?|"
    r"press release\s*[(№#]?\s*\d.{0,30}|(?:release|reference)(?: no)?\.?\s*:?\s*[\w/-]*\d[\w/-]*|"
    r"[\w-]+ ?/\d{4}|\d{1,5}/\d{2,4}",
    re.I,
)
_SECTION = re.compile(
    r"(?:read-?\s?outs?|press releases?|news(?: stor(?:y|ies)| releases?)?|"
    r"statements?(?: & releases| and releases)?|statements? (?:&|and) remarks|"
    r"briefings?(?: room)?|phone calls|speeches|"
    r"activities|latest|media notes?|foreign policy|speech|"
    r"comunicados?(?: de (?:prensa|imprensa))?|communiqu[ée]s?(?: de presse)?|notas? (?:de prensa|"
    r"informativas?|à imprensa)|boletín(?: de prensa)?.{0,12}|noticias|notícias|prensa|imprensa|"
    r"sala de (?:prensa|imprensa)|actualités?|presse|pressemitteilung(?:en)?|meldung(?:en)?|"
    r"aktuelles|persberichte?n?|nieuws(?:berichte?n?)?|пресс-релизы?|сообщения?(?: для сми)?|"
    r"события|"
    r"(?:ال)?أخبار|بيان(?:ات)? صحفية?|新闻|要闻|外交活动|外事日程|新闻稿|重要新闻)",
    re.I,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?", re.I)
_ARTICLE = re.compile(r",\s+(?:le|den|el|em|a|on)$")
_WEEKDAY = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, weekdays()))})(?!\w)", re.I)
# Between a place and its date: a comma, a dash, a slash.
_BETWEEN = " ,-–—/|:("


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
        return HeadLine(place, Kind.PLACE)
    if _CLOCK.fullmatch(text):
        return HeadLine(text, Kind.FURNITURE)
    if found := place_with_date(text):
        return HeadLine(text, Kind.DATELINE, date=found[1], place=found[0])
    return HeadLine(text, _plain_kind(text))


def _plain_kind(text: str) -> Kind:
    if is_furniture(text):
        return Kind.FURNITURE
    if is_attribution(text):
        return Kind.ATTRIBUTION
    for kind, form in ((Kind.SECTION, _SECTION), (Kind.OFFICE, _OFFICE), (Kind.NUMBER, _NUMBER)):
        if form.fullmatch(text.strip(" :|•·")):
            return kind
    return Kind.PLACE if looks_like_place(text) else Kind.OTHER


def printed_date(text: str) -> dt.date | None:
    """Return the date of a line that prints one and nothing else: but a weekday, a clock time,
    "Published"."""
    text = text.strip(" |•·.")
    bare = _BEFORE_A_DATE.sub("", text, count=1)
    if date := date_line(bare) or date_line(_AFTER_A_DATE.sub("", bare)):
        return date
    dates = dates_in(text) if len(text) <= _LONGEST_ISSUED and _ISSUED.search(text) else []
    ends = len(dates) == 1 and dates[0].end == len(text)
    return dates[0].on() if ends else None


def _place_before(text: str) -> str:
    """Return the place before a date: the last part that is neither section nor office, without
    weekday and article."""
    parts = [part.strip(_BETWEEN) for part in re.split(r"\s+[-–—|·•]\s+|\|", text)]
    rest = [
        part
        for part in parts
        if part and not any(form.fullmatch(part) for form in (_SECTION, _OFFICE, _NUMBER))
    ]
    return _ARTICLE.sub("", _WEEKDAY.sub("", rest[-1] if rest else "")).strip(_BETWEEN)


def place_with_date(text: str) -> tuple[str, dt.date] | None:
    """Part "Place, D Month YYYY" into place and date; None for any other line."""
    dates = dates_in(text)
    if len(dates) != 1 or not (date := dates[0].on()):
        return None
    place = _place_before(text[: dates[0].start])
    after = text[dates[0].end :].strip(" .")
    if not place and (found := _PLACE_AFTER.match(after)):  # "May 6, 2022 - Ottawa, Ontario - A"
        place, after = found["place"], ""
    whole = not after or _AFTER_A_DATE.fullmatch(after) or _OFFICE.fullmatch(after)
    return (place, date) if whole and (not place or is_place(place)) else None


_PLACE_AFTER = re.compile(r"[–—|-]\s+(?P<place>[^\d–—|]{3,40}?)(?:\s+[–—|-]\s+[^–—|]{3,60})?$")
_OF_AGENCY = re.compile(
    r"(?P<place>[^\W\d_a-z][\w'’., -]{2,40}?)(?:\s*[–—-]+\s*|,\s+|\s*\()[A-Z]{3,5}\)?\s*[–—-]*"
)
_IN_PARAGRAPH = re.compile(
    r"(?P<head>(?:[^.–—(]|\b(?:[A-Z]|St|\d\d?)\.){4,70}?)\s*(?:\([\w. ]{2,20}\)[.\s]*[–—-]*|"
    r"(?:[–—]|\s-\s|--|\.\s?[–—-]))\s*(?=\S)"
)
# "新华社北京5月6日电（记者某）": agency, place, day, and who wrote it.
_WIRE = re.compile(
    r"[\u4e00-\u9fff]{2,4}社?(?P<place>[\u4e00-\u9fff]{2,8})(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)电"
    r"\s*(?:[（(][^）)]{2,20}[）)])?\s*(?=\S)"
)


def dateline_in(paragraph: str) -> tuple[str, dt.date | None, str] | None:
    """Part "Place, D Month YYYY – text" into place, date and text; None when none opens it."""
    if wire := _WIRE.match(paragraph):
        dates = dates_in(wire["date"])
        return wire["place"], dates[0].on() if dates else None, paragraph[wire.end() :]
    found = _IN_PARAGRAPH.match(paragraph)
    if not found:
        return None
    if parted := place_with_date(found["head"]):
        return (*parted, paragraph[found.end() :])
    place = found["head"].strip(" ,")
    if looks_like_place(place) and _is_sure(place):
        return place, None, paragraph[found.end() :]
    return None


def _is_sure(place: str) -> bool:
    """Tell whether words before a dash are a place for certain: in capitals, or known."""
    known = read_place(place)
    return place.isupper() or bool(known.city and known.country)


def place_of_agency(text: str) -> str:
    """Return the place of a line such as "Paris - QNA" and "Doha (QNA)", "" for any other line."""
    found = _OF_AGENCY.fullmatch(text)
    return found["place"].strip() if found and is_place(found["place"].strip()) else ""


def is_place(text: str) -> bool:
    """Tell whether words beside a date may be a place: short, capitalised, no sentence."""
    return looks_like_place(text) and len(text.split()) < 8  # noqa: PLR2004
