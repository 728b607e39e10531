"""Where a sentence says that an encounter took place: "met in Vienna with ...", "on the margins of
the Assembly in New York"."""

from __future__ import annotations

import re

from readouts.archive.scrapes.calendars import months, weekdays
from readouts.archive.scrapes.places import NOWHERE, Place, read_place

_WORD = r"[^\W\d_a-z][\w'’.-]*"
_NAMES = rf"(?:The )?{_WORD}(?:[ -](?:(?:el|al|de|da|do|la|es|of|sur)[ -])?{_WORD}){{0,3}}"
_IN = re.compile(
    rf"(?:\b(?:here )?in|\b(?:is|was|currently|while) visiting|\bvisit to|"
    rf"(?P<gone>\b(?:visited|travell?ed to)))\s+"
    rf"(?P<place>{_NAMES}(?:,\s+(?:the\s+)?{_NAMES})?)"
)
_TO = re.compile(rf"\s+to\s+(?P<place>{_NAMES}(?:,\s+(?:(?:[A-Z]\.){{2,}}|{_NAMES}))?)")
# What was before stands in front, with a place of its own: "After talks in Oslo, the King met".
_BEFORE = re.compile(
    r"(?:Following|After|Before|Ahead of|Prior to)\b[^;]*?"
    r"(?=\b(?:met|spoke|held|hosted|received|welcomed)\b)"
)
_AFTER_PEOPLE = re.compile(
    rf",?\s+(?:here )?in\s+(?P<place>{_NAMES}(?:,\s+(?:the\s+)?{_NAMES})?)(?=,?\s+(?:and|to|on|at|"
    r"during|ahead|following)\b|[,;]|$)"
)
_ROOM = re.compile(
    rf",?\s+(?:in|at|inside|aboard|from)\s+(?:the\s+|his\s+|her\s+)?(?:{_WORD}\s+|"
    rf"of\s+(?:the\s+)?){{0,5}}?"
    r"(?:Office|Room|House|Palace|Headquarters|headquarters|Pentagon|Hall|Residence|residence|"
    r"Embassy|Castle|Diwan|Court|Chancellery|Kremlin|Bhavan|Secretariat|Airport|airport|Base|"
    r"Library|Hotel|Street|Centre|Center|Nation|Nations|HQ|People|Square|Mansion|"
    r"Department)(?![\w-])"
    rf"(?:\s+of\s+(?:the\s+)?{_WORD})?|"
    r",?\s+(?:in|at) (?:No\.? ?10|Number (?:10|Ten)|Chequers)(?!\w)"
)
_HIS_OFFICE = re.compile(r",?\s+(?:here\s+)?(?:in|at)\s+(?:his|her|the)\s+office\b")
# From here on a sentence says what was talked about.
_TOPICS = re.compile(
    r"\b(?:about|regarding|concerning|during which|where (?:they|he|she)|who (?!is\b|was\b)|"
    r"to (?!the\b|a\b|an\b|his\b|her\b|their\b|NATO\b)[a-z]+\s+(?:\w+\s+){0,2}?|"
    r"on (?:the )?(?:situation|crisis|latest|recent|current|ongoing|developments|events|way|need))|"
    r",?\s+and (?:discussed|exchanged|thanked|agreed|expressed|reaffirmed|underscored|conveyed)\b|"
    r"\b(?:ahead of|prior to|following|after|before)\b(?!.*\bmet\b)"
)
# Behind these a place is that of an office or a topic.
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:Representative|Envoy|Mission|Ambassador|Coordinator|Office|situation|crisis|war|"
    r"conflict|"
    r"elections?|refugees|troops|forces|peace|efforts|people|operations?|Operation|Force|"
    r"developments|"
    r"stability|security|democracy)\s*$"
)
# An office of theirs is held in a place: "Special Representative of the Secretary-General in X".
_POSTED = re.compile(r"\b(?:Representative|Envoy|Mission|Ambassador|Coordinator|Chief)\b[^,]*$")
_MET = re.compile(
    r"\b(?:met|meeting|talks|lunch|dinner|breakfast|call|visit|today|yesterday|morning|afternoon|"
    r"evening|\w+day|Headquarters|Summit|Conference|Forum|Meeting|Assembly|\d{4})[,)]?\s*$"
)


def place_told(sentence: str) -> Place:
    """Return the place that a sentence gives to the encounter it reports, NOWHERE if it gives none.

    A name that is no known city or country counts only right behind the verb, "met in X with".
    """
    if earlier := _BEFORE.match(sentence):
        sentence = sentence[earlier.end() :]
    topics = _TOPICS.search(sentence, len(sentence.split(" ", 1)[0]))
    told = sentence[: topics.start()] if topics else sentence
    places = []
    for found in _IN.finditer(told):
        before, after = told[: found.start()], told[found.end() :]
        if not _OF_SOMETHING_ELSE.search(before):
            sure = _is_beside_the_verb(before, after) or _ends_with_a_room(before)
            place = _place(_bare(found["place"]), sure=sure)
            # A visit to a whole country says less than where they met.
            places.append(NOWHERE if found["gone"] and not place.city else place)
    cities = [place for place in places if place.city]
    return next(iter(cities), next(filter(None, places), NOWHERE))


def city_told(words: str) -> Place:
    """Return the known city behind "to" in "welcomed A to Paris", NOWHERE for a house there."""
    found = _TO.match(words)
    place = _place(_bare(found["place"]), sure=False) if found else NOWHERE
    return place if place.city else NOWHERE


def _bare(printed: str) -> str:
    """Return a place without the full stop of its sentence: "Washington, D.C." keeps its own."""
    return printed if re.search(r"\b[A-Z]\.[A-Z]\.$", printed) else printed.rstrip(".")


def without_room(text: str) -> str:
    """Return the words that name people without the room or building behind them."""
    return _ROOM.sub("", _HIS_OFFICE.sub("", text))


def without_rooms(text: str) -> str:
    """Return the words that name people without the rooms, buildings and known places behind them:
    "King A of X in the Blue Room" is the King of X."""
    text = without_room(text)
    for found in reversed(list(_AFTER_PEOPLE.finditer(text))):
        before = text[: found.start()]
        place = _place(found["place"], sure=False)
        its = _OF_SOMETHING_ELSE.search(before) or (not place.city and _POSTED.search(before))
        if its or not place:
            continue
        text = before + text[found.start() + len(found[0]) :]
    return text


def _ends_with_a_room(text: str) -> bool:
    """Tell whether a text ends with a house that stands in the place named next."""
    return any(room.end() == len(text.rstrip()) for room in _ROOM.finditer(text))


def _is_beside_the_verb(before: str, after: str) -> bool:
    return bool(_MET.search(before)) and bool(re.match(r"(?:\s+[^,.]{0,40})?,?\s+with\b", after))


def _place(printed: str, *, sure: bool) -> Place:
    """Read the longest known place that `printed` begins with: "Vienna, Foreign Minister" is
    Vienna."""
    first = printed.partition(",")[0]
    for words in dict.fromkeys([printed, first]):
        place = read_place(words)
        if place.city and place.country:
            return place
    if first.lower().split(" ")[0] in {*months(), *weekdays()}:
        return NOWHERE
    place = read_place(first)
    return place if place.country or (sure and place.city) else NOWHERE
