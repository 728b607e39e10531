"""What an encounter was held on the margins of: the end of a title or of an opening sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from readouts.archive.scrapes.countries import country_code
from readouts.archive.scrapes.offices import owned_office
from readouts.archive.scrapes.places import NOWHERE, Place, read_place
from readouts.archive.scrapes.told_places import without_room

_MARGINS = (
    r"on the (?:margins?|sidelines?) of|in the margins of|ahead of|prior to|following|during|"
    r"on the occasion of|on (?:the )?eve of|at (?:the )?(?=(?:UNGA|CHOGM|COP ?\d+|G\d+)\b)|"
    r"at the (?=(?:[\w'’-]+ ){0,8}?(?:Summit|Conference|Assembly|Forum|Session|"
    r"Meeting|session|meeting|summit|conference|margins))"
)
_CONTEXT = re.compile(rf",?\s+(?P<occasion>(?:{_MARGINS})\b.+)$", re.S | re.I)
_POSTED = re.compile(r"\b(?:Representative|Envoy|Ambassador|Coordinator|Chief|Head)\b", re.I)
_HEADQUARTERS = re.compile(r",?\s+at\s+(?:the\s+)?(?:UN|United Nations) Headquarters\b")
_IN_PLACE = re.compile(
    r"(?:^|,?\s+)in\s+(?P<place>(?:the\s+)?[^\W\d_a-z][\w'’.-]*(?:\s+[^\W\d_a-z][\w'’.-]*){0,3}"
    r"(?:,\s+(?:the\s+)?[^\W\d_a-z][\w'’ .-]+)?)$"
)


@dataclass(frozen=True)
class Occasion:
    """The occasion as printed ("" if none), and the place that is printed with it."""

    text: str = ""
    place: Place = NOWHERE


def cut_context(text: str) -> tuple[str, Occasion]:
    """Cut the occasion and a trailing place from the words that name the parties.

    The country after a city at the end of the occasion goes to the place: "ahead of OSCE Summit in
    Astana, Kazakhstan" keeps "ahead of OSCE Summit in Astana".
    """
    text = _HEADQUARTERS.sub("", text)
    if context := _CONTEXT.search(text):
        occasion = _occasion(context["occasion"])
        people, before = _cut_place(text[: context.start()].strip(" ,"))
        return people, replace(occasion, place=occasion.place or before)
    people, place = _cut_place(text)
    return people, Occasion("", place)


def _cut_place(text: str) -> tuple[str, Place]:
    """Cut the place where they met from the words that name the parties."""
    text = without_room(text)
    found = _IN_PLACE.search(text)
    place = read_place(found["place"]) if found else NOWHERE
    # "Special Envoy in Kosovo" is an office; only ", in Geneva" or a known country is a place.
    if found and (
        found[0].startswith(",")
        or (place.city and place.country)
        or _ends_with_country(text[: found.start()])
        or (place.country and _is_of_a_state(text[: found.start()]))
    ):
        return text[: found.start()].strip(" ,"), place
    return text.strip(" ,"), NOWHERE


def _is_of_a_state(text: str) -> bool:
    """Tell whether an office is that of a state already, and not one posted abroad."""
    return bool(owned_office(text)) and not _POSTED.search(text)


def _ends_with_country(text: str) -> bool:
    return any(country_code(text[of.end() :]) for of in re.finditer(r"\bof\s+", text))


def _occasion(text: str) -> Occasion:
    text = text.strip(" ,.?")
    found = _IN_PLACE.search(text)
    place = read_place(found["place"]) if found else NOWHERE
    if found and place.city and place.country and "," in found["place"]:
        text = text[: found.start("place")] + place.city
    return Occasion(text, place if place.country else NOWHERE)
