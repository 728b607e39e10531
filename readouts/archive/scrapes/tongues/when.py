"""Words around a verb that say when and where, and neither who nor with whom."""

from __future__ import annotations

import re

from readouts.archive.scrapes.calendars import DAY_BEFORE, SAME_DAY, weekdays
from readouts.archive.scrapes.dates import dates_in
from readouts.archive.scrapes.tongues.grammar import Tongue
from readouts.archive.scrapes.tongues.where import place_in

_DAY = re.compile("|".join(map(re.escape, (*SAME_DAY, *DAY_BEFORE, *weekdays()))), re.I)
_DAY_AT_END = re.compile(rf"[\s,،]+(?:{'|'.join(map(re.escape, (*SAME_DAY, *DAY_BEFORE)))})$", re.I)
_WEEKDAY_AT_END = re.compile(
    rf"[\s,،]+(?:(?:во?|le|el|am|op|na)\s+)?(?:{'|'.join(map(re.escape, weekdays()))})$", re.I
)


def without_time(who: str) -> str:
    """Return the words before a verb without the day that ends them: "Президент А 16 июля"."""
    who = _DAY_AT_END.sub("", who.rstrip(" ,،"))
    ends = [date.start for date in dates_in(who) if date.end == len(who)]
    who = who[: ends[0]].rstrip(" ,") if ends and ends[0] else who
    return _WEEKDAY_AT_END.sub("", who)


def says_no_more(rest: str, tongue: Tongue) -> bool:
    """Tell whether words between a subject and its verb only say when and where: "сегодня в
    городе X"."""
    bare = without_time(f"{rest} ").strip(" ,،")
    found = re.match(rf"(?:(?P<day>[^,]*?)[\s,]*)?(?<!\w)(?:{tongue.where})[^,]{{2,40}}$", bare)
    if found and place_in(bare, tongue):
        bare = (found["day"] or "").strip(" ,،")
    return not bare or tells_time(bare)


def tells_time(words: str) -> bool:
    """Tell whether words before a verb say when, and not who."""
    words = words.strip(" ,")
    if _DAY.fullmatch(without_time(words)):
        return True  # "Vandaag, dinsdag 26 januari"
    whole = (date.start <= len("the ") and date.end == len(words) for date in dates_in(words))
    return bool(_DAY.fullmatch(words)) or any(whole)
