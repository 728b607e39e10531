"""The day that a sentence tells: a date, "today" or "yesterday", a weekday; and whether a date in
it belongs to something else."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from readouts.archive.scrapes.calendars import DAY_BEFORE, SAME_DAY, TWO_DAYS_BEFORE, weekdays
from readouts.archive.scrapes.dates import PrintedDate, ambiguous_dates_in, dates_in

_DAY = dt.timedelta(days=1)
_NEAR = _DAY * 31


def _any_of(words: tuple[str, ...] | dict[str, int]) -> str:
    """Match one of the words; those of Chinese and Korean stand without spaces."""
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    spaced = [word for word in longest_first if word < "\u3000"]
    joined = [word for word in longest_first if word >= "\u3000"]
    return "|".join([rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", *joined])


_DAY_WORD = re.compile(
    rf"(?P<twice>{_any_of(TWO_DAYS_BEFORE)})|(?P<same>{_any_of(SAME_DAY)})|(?P<before>{_any_of(DAY_BEFORE)})",
    re.I,
)
_WEEKDAY_NAME = _any_of({name: n for name, n in weekdays().items() if len(name) > 3})  # noqa: PLR2004
# "On Tuesday", "met Tuesday", "mardi"; a weekday of another language needs no preposition.
_WEEKDAY = re.compile(
    rf"(?:\b(?:on|this|met|spoke|talked|called|received|le|ce|el|este|am|op|em|na|nesta|neste|reçue?|"
    rf"rencontré|entretenue?|sprak|ontving|ontmoette|recibió|traf|empfing|had|heeft|"
    rf"hat|hatte|führte|en|في يوم|يوم)\s+|^|во?\s+)"
    rf"(?P<weekday>{_WEEKDAY_NAME})|"
    # "a reçu en audience, lundi, le ministre"
    rf"(?<=, )(?P<between>{_WEEKDAY_NAME})(?=,|\s+à\s)|"
    # "met A Wednesday in Beijing"; "the Minister, Monday received A"
    rf"(?:(?<=[a-z] )|(?<=, ))(?P<bare>{_WEEKDAY_NAME})(?= (?:in|at|morning|afternoon|evening|"
    r"night|received|met|held)\b)",
    re.I,
)
# A date after these words is that of something else: elections to come, a resolution adopted.
_ANOTHER_EVENT = re.compile(
    r"\b(?:ahead of|before|after|following|since|until|by(?! (?:tele)?phone| video)|elections?|"
    r"referendum|scheduled|adopted|resolution|anniversary|agreement|signed|summit|"
    r"(?<!video )conference|attacks?|"
    r"held(?! (?:an?|his|her|talks|bilateral|separate|joint|working|meetings?|(?:tele)?phone)\b))\b"
    r"|\bof\s*$",
    re.I,
)
PARTY_BEFORE = re.compile(
    r"\b(?:with|avec|con|com|mit|who|qui|que|der|die|с|со|مع)\b|[与同和]", re.I
)
# "at 8:00 p.m. local time (10:00 a.m. JST, Saturday, February 11)"
_ELSEWHERE = re.compile(
    r"\([^()]{0,80}\b(?:[A-Z]{2,4}T|GMT|UTC|local time|[A-Z]\w+ time)\b[^()]{0,60}\)"
)
_BARE_DAY = re.compile(
    r"[\u4e00-\u9fff·、A-Za-z]{2,30}?(?<![月至到])(?P<day>\d{1,2})日"
    r"(?=[\u4e00-\u9fff]{0,24}?(?:会见|会谈|会晤|同|与|和|通))"
)
_RECENT = 8  # days
_PART_OF_DAY = re.compile(r"(?:morning|afternoon|evening|night)\s+of\s*$")


@dataclass(frozen=True)
class ToldDay:
    """What a sentence says: an absolute date, and "today" or "yesterday" or a weekday."""

    date: dt.date | None
    offset: int | None  # days from the encounter to the issue: 0 today, 1 yesterday, 2, None unsaid
    weekday: str

    @property
    def tells_a_day(self) -> bool:
        return bool(self.date or self.weekday) or self.offset is not None


def told_day_near(opening: str, before: str, *, near: dt.date | None) -> ToldDay:
    """Return what the reporting sentence says of the day, or else what stands ahead of it."""
    told = told_day(opening, near=near)
    return told if told.tells_a_day or not before else told_day(before, near=near)


def told_day(sentence: str, *, near: dt.date | None) -> ToldDay:
    """Return the day that a sentence tells; a date without a year is one close to `near`."""
    sentence = _without_other_clocks(sentence)
    word = _DAY_WORD.search(sentence)
    offset = None if not word else 0 if word["same"] else 2 if word["twice"] else 1
    weekday = _WEEKDAY.search(sentence)
    days = {date.start: _calendar(date, near) for date in dates_in(sentence)}
    if not days and (bare := _bare_day(sentence, near)):
        return ToldDay(bare, None, "")
    beside = [
        day
        for start, day in days.items()
        if word and day and re.fullmatch(r"[\s,،(\[]*(?:\w+,?\s+)?", sentence[word.end() : start])
    ]
    plain = {
        day for start, day in days.items() if day and not is_of_another_event(sentence[:start])
    }
    settled = [day for both in ambiguous_dates_in(sentence) for day in both if day == near]
    date = beside[0] if beside else plain.pop() if len(plain) == 1 else next(iter(settled), None)
    if date and not beside and offset is not None and near and date + _DAY * offset != near:
        date = None  # "spoke today ... about the events of 4 April"
    return ToldDay(
        date,
        offset,
        (weekday["weekday"] or weekday["between"] or weekday["bare"]).lower()
        if weekday and not date
        else "",
    )


def _bare_day(sentence: str, near: dt.date | None) -> dt.date | None:
    """Return the day of a Chinese sentence that opens with whom and when, "国家主席A25日同": the
    last of that number up to `near`, where it is none of long before."""
    found = _BARE_DAY.match(sentence)
    if not found or not near:
        return None
    days = (near - _DAY * back for back in range(_RECENT))
    return next((day for day in days if day.day == int(found["day"])), None)


def _without_other_clocks(sentence: str) -> str:
    """Blank what hour and day it was elsewhere, where the sentence dates the encounter itself."""
    bare = _ELSEWHERE.sub(lambda found: " " * len(found[0]), sentence)
    return bare if dates_in(bare) else sentence


def _calendar(date: PrintedDate, near: dt.date | None) -> dt.date | None:
    """Give a date without a year the year that puts it close to the issue, if one does."""
    if date.year or not near:
        return date.on()
    days = (date.on(near.year + years) for years in (0, -1, 1))
    return next((day for day in days if day and abs(near - day) <= _NEAR), None)


def is_of_another_event(before: str) -> bool:
    """Tell whether a date belongs to another event than the encounter, by the words before it."""
    before = _PART_OF_DAY.sub("", before)
    clause = re.split(r"[,;]", before)[-1] if "," in before[-40:] else before[-40:]
    return bool(_ANOTHER_EVENT.search(clause))


def last_weekday(weekday: str, issued: dt.date) -> dt.date:
    return issued - _DAY * ((issued.weekday() - weekdays()[weekday]) % 7)
