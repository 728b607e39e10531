"""Datelines: "Berlin, 12 April 2016 –", "Paris - QNA", and the news agencies that sign them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from readouts.archive.scrapes.calendars import weekdays
from readouts.archive.scrapes.countries import country_name
from readouts.archive.scrapes.datelines_arabic import (
    before_a_text,
    in_one_calendar,
    without_signature,
)
from readouts.archive.scrapes.dates import dates_in
from readouts.archive.scrapes.line_forms import AFTER_A_DATE, NUMBER, OFFICE, SECTION
from readouts.archive.scrapes.places import looks_like_place, read_place

_ARTICLE = re.compile(
    r"(?:,\s+|^)(?!ON$)(?:le|den|el|em|a|am|on)$|\s+(?:في|بتاريخ)$|"
    r"^(?:ال)?(?:توقيت|تاريخ)(?: النشر)?[\s،,:]*$",
    re.I,
)
_WEEKDAY = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, weekdays()))})(?!\w)", re.I)
# The organization before the city of its seat: "United Nations, New York, 9 February 2010".
_AT_THE_SEAT = re.compile(
    r"(?:United Nations|UN|Nations Unies|Naciones Unidas)(?: Headquarters)?,\s*(?=[^\W\d_a-z])"
)
# Between a place and its date: a comma, a dash, a slash.
_BETWEEN = " ,،-–—/|:("
# The national agencies by their signatures.
_AGENCIES = {
    "QNA": "QA", "WAM": "AE", "SPA": "SA", "KUNA": "KW", "BNA": "BH", "ONA": "OM", "PETRA": "JO",
    "INA": "IQ", "MENA": "EG", "SANA": "SY", "IRNA": "IR", "TASS": "RU", "PTI": "IN", "APP": "PK",
    "BSS": "BD", "ENA": "ET", "SUNA": "SD", "SONNA": "SO", "NNA": "LB", "WAFA": "PS", "TAP": "TN",
    "Xinhua": "CN", "Yonhap": "KR", "Kyodo": "JP", "Kyodo News": "JP", "Jiji Press": "JP",
    "Bernama": "MY", "Antara": "ID", "PPI": "PK", "PPI-OT": "PK", "MONTSAME": "MN", "ANI": "IN",
    "IANS": "IN", "CNA": "TW", "PNA": "PH", "KPL": "LA", "AKP": "KH", "UNB": "BD", "RSS": "NP",
    "APS": "DZ", "MAP": "MA", "LANA": "LY", "ANA": "GR", "KCNA": "KP",
    "AMI": "MR", "VNA": "VN", "BTA": "BG",
}  # fmt: skip
_SIGNATURE = r"[A-Z]{3,8}(?:-[A-Z]{2,4})?|Xinhua|Yonhap|Kyodo(?: News)?|Jiji Press|Bernama|Antara"
_SIGNED = re.compile(rf"[(,/–—-]\s*(?P<agency>{_SIGNATURE})[)/]?[\s.:–—-]*$")


@dataclass(frozen=True)
class Dateline:
    """The place, date and agency at the head of a paragraph, and the text after them."""

    place: str
    date: dt.date | None
    text: str
    agency: str = ""


def _place_before(text: str) -> str:
    """Return the place before a date: the last part that is neither section nor office, without
    weekday and article."""
    parts = [part.strip(_BETWEEN) for part in re.split(r"\s+[-–—|·•]\s+|\|", text)]
    rest = [
        part
        for part in parts
        if part and not any(form.fullmatch(part) for form in (SECTION, OFFICE, NUMBER))
    ]
    place = _AT_THE_SEAT.sub("", rest[-1] if rest else "", count=1)
    place = _ARTICLE.sub("", _WEEKDAY.sub("", place)).strip(_BETWEEN)
    return "" if place.startswith("By ") else place  # who put it up


def place_with_date(text: str) -> tuple[str, dt.date] | None:
    """Part "Place, D Month YYYY" into place and date; None for any other line."""
    text = without_signature(in_one_calendar(text))[0]
    dates = dates_in(text)
    if len(dates) != 1 or not (date := dates[0].on()):
        return None
    place = _place_before(text[: dates[0].start])
    after = text[dates[0].end :].strip(" .")
    if SECTION.fullmatch(after.strip(_BETWEEN)):
        after = ""  # "9 May 2017 - Article"
    if not place and (found := _PLACE_AFTER.match(after)):  # "May 6, 2022 - Ottawa, Ontario - A"
        place, after = found["place"], ""
    if not place and (found := _PLACE_AFTER_CLOCK.match(after)):
        place, after = found["place"], ""
    if not place and after.startswith(",") and _is_sure(after.strip(_BETWEEN)):
        place, after = after.strip(_BETWEEN), ""  # "22 November 2019, Beijing"
    whole = not after or AFTER_A_DATE.fullmatch(after) or OFFICE.fullmatch(after)
    return (place, date) if whole and (not place or is_place(place)) else None


_PLACE_AFTER = re.compile(r"[–—|-]\s+(?P<place>[^\d–—|]{3,40}?)(?:\s+[–—|-]\s+[^–—|]{3,60})?$")
_PLACE_AFTER_CLOCK = re.compile(r",?\s*\d{1,2}:\d\d,\s+(?P<place>[^\W\d_a-z][^\d]{2,40})$")
_OF_AGENCY = re.compile(
    r"(?P<place>[^\W\d_a-z][\w'’., -]{2,40}?)(?:,\s+(?:[^\W\d_]{3,10}\.? \d{1,2}|"
    r"\d{1,2} [^\W\d_]{3,10}\.?))?(?:\s*[–—-]+\s*|,\s+|\s*\()[A-Z]{3,8}\)?\s*[–—-]*"
)
# No place, but a person, stands before the name of a party in brackets.
_PARTY = r"(?!(?:SPD|CDU|CSU|FDP|PSOE|VVD|CDA|PSD|PSL|MDB|PSDB)\))"
_IN_PARAGRAPH = re.compile(
    r"(?P<head>(?:[^.–—(]|\b(?:[A-Z]|St|\d\d?|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.){4,70}?)\s*"
    rf"(?:(?:(?P<agency>\({_PARTY}(?:[A-Z]{{2,6}}|[A-Z]{{2,4}}-[A-Z]{{2,4}}|Xinhua)\))|"
    rf"\({_PARTY}[\w. ]{{2,20}}\)|"
    r"/[A-Z][\w ]{1,20}/)[.:\s]*[–—-]*|"
    r"(?:[–—]|\s-(?=\s|[A-Z])|--|\.\s?[–—-]))\s*(?=\S)"
)
_DAY_AT_END = re.compile(r",\s+\d{1,2}\s+[^\W\d_]{3,10}\.?$")  # "Lima, 23 ene": no year
_DATE_THEN_DASH = re.compile(r"(?P<date>[^–—:]{6,30}?)\s*(?:[–—:]|\s-\s)\s*(?=\S)")
# The words of a photo run together with a dateline: "A in B, May 2022VIENNA, 17 May 2022 – text".
_RUN_TOGETHER = re.compile(
    r"\A.{10,240}?[\w)](?=[A-ZÀ-Þ][A-ZÀ-Þ' -]{3,25},\s+\d{1,2} [A-Z][a-z]+ \d{4}\s+[–—-]\s)"
)
# "YEREVAN, MARCH 31, ARMENPRESS. text", "ASTANA. KAZINFORM – text"
_SIGNED_BY_A_NEWSROOM = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,30})(?:,\s+(?P<date>[^,.]{4,20}))?[,.]\s+"
    r"(?P<agency>[A-Z]{5,16})\s*(?:\.|[–—-])\s+(?=\S)"
)
_AGENCY_ALONE = re.compile(r"(?P<agency>[A-Z]{3,5})\s*[–—-]\s+(?=[^\W\d_a-z])")
# "新华社北京5月6日电（记者某）": agency, place, day, and who wrote it.
_WIRE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4}[社网台]|[\u4e00-\u9fff]{2,4})(?P<place>[\u4e00-\u9fff]{2,8})"
    r"(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)电"
    r"\s*(?:[（(][^）)]{2,20}[）)])?\s*(?=\S)"
)


# "某网消息(栏目):": whose news it is.
_NEWS_OF = re.compile(
    r"(?:据)?[\u4e00-\u9fff]{2,10}(?:消息|讯)\s*(?:[（(][^）)]{2,20}[）)])?\s*[:：,，]\s*(?=\S)"
)
# "ТАШКЕНТ, 31 декабря. /АГЕНТСТВО/. text", "МОСКВА, 1 апр - АГЕНТСТВО. text"
_RUSSIAN_WIRE = re.compile(
    r"(?P<place>[А-ЯЁ][А-ЯЁ-]{2,20}),\s+(?P<date>\d{1,2}\s+[а-я]{3,8}\.?(?:\s+\d{4})?)\.?\s*"
    r"(?:/[^/]{2,30}/\.?|[–—-]\s[^.]{2,30}\.)\s*(?=[А-ЯЁ\d«])"
)
# "Nairobi: text", "Doha, Qatar: text"
_COLON = re.compile(r"(?P<place>[^\W\d_][^.:;–—(\d]{2,40}?):\s+(?=[^\W\d_a-z])")
# "Manama, His Majesty King A received"
_COMMA = re.compile(
    r"(?P<place>[^\W\d_a-z][\w' -]{2,25}),\s+(?=(?:His|Her|H\.\s?[ERM]|H[EHM]|HRH)\b)"
)
# "New York - Agency - text"
_AGENCY_THEN_DASH = re.compile(r"[A-Z][\w'’.]{1,12}(?: [A-Z][\w'’.]{1,12})? [-–—] (?=[^\W\d_a-z])")
# "WASHINGTON (Agency / Partner - 16th December, 2021) text"
_DAY_IN_BRACKETS = re.compile(
    r"(?P<place>[^\W\d_][^.(–—]{2,40}?),?\s*\((?P<signed>[^()]{0,60}?[\s–-](?P<date>[^()–]{6,30}))\)"
    r"\s*[:–—-]*\s*(?=\S)"
)


def dateline_in(paragraph: str) -> Dateline | None:
    """Part "Place, D Month YYYY – text" into its parts; None when none opens it."""
    paragraph = _RUN_TOGETHER.sub("", paragraph)
    signed = _DAY_IN_BRACKETS.match(paragraph)
    if signed and _is_sure(signed["place"]) and (date := _only_date(signed["signed"])):
        return Dateline(signed["place"], date, paragraph[signed.end() :], agency_in(signed[0]))
    if wire := _of_a_wire(paragraph):
        return wire
    bare = _COLON.match(paragraph) or _COMMA.match(paragraph)
    if bare and _is_known(bare["place"]):
        return Dateline(bare["place"], None, paragraph[bare.end() :])
    found = _IN_PARAGRAPH.match(paragraph)
    if not found:
        return None
    text, agency = _AGENCY_THEN_DASH.sub("", paragraph[found.end() :], count=1), agency_in(found[0])
    if parted := place_with_date(found["head"]):
        return Dateline(*parted, text, agency)
    dated = _DATE_THEN_DASH.match(text)  # "Place — Date — text"
    if dated and (parted := place_with_date(f"{found['head']}, {dated['date']}")):
        return Dateline(*parted, text[dated.end() :], agency)
    dates = dates_in(found["head"])
    if len(dates) == 1 and dates[0].end == len(found["head"].rstrip()):  # a day without its year
        place = found["head"][: dates[0].start].strip(_BETWEEN)
        sure = (agency and looks_like_place(place)) or _is_known(place)
        return Dateline(place, None, text, agency) if sure else None
    place = _DAY_AT_END.sub("", found["head"].strip(" ,"))
    place = re.sub(r"\b([A-Z]\.[A-Z])$", r"\1.", place)  # "Washington, D.C."
    if looks_like_place(place.replace(" / ", ", ")) and (found["agency"] or _is_sure(place)):
        return Dateline(place, None, text, agency)
    return None


def _of_a_wire(paragraph: str) -> Dateline | None:
    """Read the datelines of agencies in Arabic, Chinese and Russian, of newsrooms that sign, and
    those of agencies alone: "MAP - text"."""
    if arabic := before_a_text(paragraph):
        place, day, agency, end = arabic
        return Dateline(place, _only_date(in_one_calendar(day)), paragraph[end:], agency)
    alone = _AGENCY_ALONE.match(paragraph)
    if alone and alone["agency"] in _AGENCIES:
        return Dateline("", None, paragraph[alone.end() :], alone["agency"])
    if wire := _WIRE.match(paragraph):
        dates = dates_in(wire["date"])
        date = dates[0].on() if dates else None
        return Dateline(wire["place"], date, paragraph[wire.end() :])
    if news := _NEWS_OF.match(paragraph):
        return Dateline("", None, paragraph[news.end() :])
    if russian := _RUSSIAN_WIRE.match(paragraph):
        date = _only_date(russian["date"])
        return Dateline(russian["place"], date, paragraph[russian.end() :])
    newsroom = _SIGNED_BY_A_NEWSROOM.match(paragraph)
    if newsroom and _opens_a_dateline(newsroom):
        text = paragraph[newsroom.end() :]
        date = _only_date(newsroom["date"]) if newsroom["date"] else None
        return Dateline(newsroom["place"], date, text, newsroom["agency"])
    return None


def _opens_a_dateline(newsroom: re.Match[str]) -> bool:
    """Tell whether words in capitals are a place, and those behind it a day or nothing."""
    day = newsroom["date"]
    return looks_like_place(newsroom["place"]) and (not day or len(dates_in(day)) == 1)


def _only_date(text: str) -> dt.date | None:
    """Return the date that ends a text, None where it holds another or none."""
    dates = dates_in(text)
    return dates[0].on() if len(dates) == 1 and dates[0].end == len(text) else None


def agency_in(dateline: str) -> str:
    """Return the news agency that signs a dateline, "QNA" of "Doha (QNA) –", "" if none does."""
    found = _SIGNED.search(dateline)
    return found["agency"] if found else without_signature(dateline)[1]


def is_at_home(agency: str, country: str) -> bool:
    """Tell whether an agency tells of its own country, where its place is that of the event."""
    return _AGENCIES.get(agency, "") == country != ""


def state_of_agency(agency: str, country: str) -> str:
    """Return the state of an agency that signs a text in its own country, "" for any other."""
    return country_name(country) if agency and country and is_at_home(agency, country) else ""


def _is_sure(place: str) -> bool:
    """Tell whether words before a dash are a place for certain: in capitals, or known."""
    return place.isupper() or _is_known(place)


def _is_known(place: str) -> bool:
    """Tell whether words are a city of a country that is printed or known."""
    known = read_place(place)
    return bool(known.city and known.country)


def place_of_agency(text: str) -> str:
    """Return the place of a line such as "Paris - QNA" and "Doha (QNA)", "" for any other line."""
    found = _OF_AGENCY.fullmatch(text)
    return found["place"].strip() if found and is_place(found["place"].strip()) else ""


def is_place(text: str) -> bool:
    """Tell whether words beside a date may be a place: short, capitalised, no sentence."""
    return looks_like_place(text) and len(text.split()) < 8  # noqa: PLR2004
