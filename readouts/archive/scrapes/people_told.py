"""The words behind a verb of meeting: where those that name people end, and the occasion begins."""

from __future__ import annotations

import re
from dataclasses import replace

from readouts.archive.scrapes.countries import country_code
from readouts.archive.scrapes.occasions import Occasion, cut_context
from readouts.archive.scrapes.report_words import DATE, PART_OF_DAY, TIMES
from readouts.archive.scrapes.told_places import without_rooms

# Where the words that name a party end inside a sentence.
CLAUSE_ENDS = re.compile(
    r"\s+[–—]\s+(?:their|his|her|the first|an?)\s.*|"
    r",\s+the press (?:service|office|center|centre)\b.*|"
    r",\s+[A-Z][\w'’ ]{2,60} (?:(?:has )?learn(?:t|ed)|(?:was|has been) informed|cites?|reports?|"
    r"reported|announced|said)\b.*|"
    r",?\s+(?:(?:and|with)|as well as(?: members of)?) (?:his|her|their) (?:\w+ )?"
    r"(?:delegation|cabinet|team)\b.*|"
    r",?\s+(?:at (?:the |his |her )?(?:[\w ]+['’]s |latter )?request|"
    r"for (?:about |around |approximately |over )?(?:\d+|an?|half an|two) (?:minutes|hours?)|"
    r"to (?!the\b|a\b)[a-z]+|alongside|"
    r"for the (?:first|second|third|fourth|last) time|"
    r"at (?:the|his|her|their) (?:request|invitation)|wherein|where|who|during which|about|"
    r"over (?!(?:the )?(?:(?:tele)?phone|video|zoom)|\d|an?\b|lunch|dinner|breakfast)\w+|"
    r"regarding|concerning|in which|(?:with|to|from|at|in) who(?:m|se)|"
    r"(?:on|at) (?:the )?[A-Z]\w+ (?:side|party)['’]s (?:initiative|"
    r"request)|"
    r"for (?:an? )?(?:[\w-]+ ){0,2}(?:talks|discussions?|meetings?|breakfast|lunch(?:eon)?|dinner|"
    r"tea|coffee|visit|consultations)|according to|"
    r"on (?:the (?:situation|crisis|latest|recent|current|ongoing|way|need|importance|state|issue)"
    r"|recent|ongoing|bilateral|regional|mutual|matters|ways|developments|a range|"
    r"issues)|as part|"
    r"(?:as|before|after|while|when) (?:they|he|she)|over (?!(?:the )?(?:(?:tele)?phone|video|zoom|"
    r"lunch|dinner|breakfast|weekend))|"
    r"(?:among|and) others|speaking (?:of|about)|discussing|focus(?:ing|ed)|"
    # "and told him": no second party begins with a verb.
    r"and (?!(?:the|other|several|members|representatives|leaders|senior|his|her|their|with|former|"
    r"acting|interim|as|some|key|delegates|officials|newly)\b)[a-z]+\s"
    r")\b.*|,?\s+and (?:he|she|they)\b.*|;(?!\s+(?:and\s+)?(?:the |[A-Z])).*",
    re.S,
)
_ON = re.compile(
    rf"(?P<comma>,?)\s+on\s+(?!(?:the )?(?:margins?|sidelines?|side|occasion|(?:tele)?phone|line|"
    rf"{PART_OF_DAY}|same|following|\d\d?(?:st|nd|rd|th)?)\b|behalf\b|{DATE}|\w+day\b)"
)
_ACRONYM = re.compile(r"\s*\([A-Z]{2,6}\)$")
_PICTURED = re.compile(r"\s*\((?:pictured|shown|seen)\b[^)]{0,30}\)")
_BRACKETED_NAME = re.compile(r"\[([A-Z][\w'’ -]+)\]")
# "A and, separately, with B"
_SEPARATELY = re.compile(r",?\s+and,?\s+separately,?\s+(?:with|to)\s+")
_WHICH = re.compile(r",\s+(?:which|that|where)\b.*$", re.S)
_TIME_AT_END = re.compile(
    r",?\s+(?:today|yesterday|tonight|this (?:morning|afternoon|evening)|last night)$"
)


def people_and_occasion(rest: str) -> tuple[str, Occasion]:
    rest = _PICTURED.sub("", rest)
    rest = _SEPARATELY.sub(" and ", _BRACKETED_NAME.sub(r"\1", rest))
    people, occasion = cut_context(_without_topic(CLAUSE_ENDS.sub("", rest)).rstrip(" ."))
    told = _WHICH.sub("", occasion.text)
    occasion = replace(occasion, text=_TIME_AT_END.sub("", told))
    people = TIMES.sub("", without_rooms(people))
    return cut_context(people) if not occasion.text and not occasion.place else (people, occasion)


def _without_topic(people: str) -> str:
    """Return the words that name people without what they spoke "on", which stands after a comma or
    behind the name of a state: "the Minister of Malaysia on trade"."""
    for found in _ON.finditer(people):
        before = _ACRONYM.sub("", people[: found.start()])
        states = (before[of.end() :] for of in re.finditer(r"\bof\s+", before))
        if found["comma"] or any(map(country_code, states)):
            return people[: found.start()]
    return people
