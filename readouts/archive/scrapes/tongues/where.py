"""The city that a clause gives to its encounter: one that is known, behind the word for "in"."""

from __future__ import annotations

import re

from readouts.archive.scrapes.cities import country_of_city
from readouts.archive.scrapes.places import NOWHERE, Place, read_place
from readouts.archive.scrapes.tongues.grammar import CAPITAL, Tongue

_MOST_SIGNS = 8
_MOST_WORDS = 3
_NAME = rf"(?:[{CAPITAL}][\w'’.-]*(?:\s+(?:de|del|do|la|el|es|di|af)\s+|\s+)?){{1,{_MOST_WORDS}}}"


def place_in(text: str, tongue: Tongue) -> Place:
    """Return the first known city that stands behind "in", NOWHERE where none does."""
    name = _NAME if tongue.name == "" else rf"\w+(?:\s+\w+){{0,{_MOST_WORDS - 1}}}"
    if not tongue.is_spaced:
        name = rf"[\u4e00-\u9fff]{{2,{_MOST_SIGNS}}}"
    edge = r"(?<!\w)" if tongue.is_spaced else ""
    for found in re.finditer(rf"{edge}(?:{tongue.where})(?P<place>{name})", text):
        for city in _cities(found["place"], tongue):
            if country_of_city(city):
                return read_place(city)
    return NOWHERE


def _cities(printed: str, tongue: Tongue) -> list[str]:
    """Return what may be the city at the beginning of some words, the longest first."""
    if not tongue.is_spaced:
        return [printed[:length] for length in range(len(printed), 1, -1)]
    words = printed.split()
    names = [" ".join(words[:count]).rstrip(".,") for count in range(len(words), 0, -1)]
    endings = tongue.cases.cities if tongue.cases else (("", ""),)
    return [
        name.removesuffix(bent) + plain
        for name in names
        for bent, plain in endings
        if name.endswith(bent)
    ]
