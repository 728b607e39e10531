"""Places as printed: a line or two above the title, or the end of an occasion."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.archive.scrapes.countries import country_code, without_article

# Seats of the United Nations and its courts, printed without a country as a rule.
_SEATS = {"New York": "US", "Geneva": "CH", "Vienna": "AT", "Nairobi": "KE", "The Hague": "NL"}
# In "Atlanta, Georgia" the name of a state is that of a part of another.
_NOT_THE_STATE = frozenset({"Atlanta", "Savannah", "Plains"})
_PLACE_LINE = re.compile(r"[^\W\d_][\w'’. ()-]{1,48}(?:,\s[\w'’. ()-]{2,48}){0,2}")
_NOT_A_PLACE = re.compile(
    r"\b(?:welcome|search|menu|home|news|readouts?|secretary|general|united nations|language|skip|"
    r"share|print|video|photos?|statements?|english|français|español|русский|document|archive|"
    r"latest|content|page|office|president|minist\w+|department|government|press|media|release)\b",
    re.I,
)


@dataclass(frozen=True)
class Place:
    """A city, a country by its ISO code, or both; `known_seat` says the country was not printed."""

    city: str = ""
    country: str = ""
    known_seat: bool = False

    def as_fields(self) -> dict[str, str]:
        """Return the keys of the archive record, unknown ones left out."""
        fields = {"city": self.city, "country": self.country}
        return {key: value for key, value in fields.items() if value}

    def __bool__(self) -> bool:
        return bool(self.city or self.country)


NOWHERE = Place()


def read_place(*lines: str) -> Place:
    """Read "City", "City, Country", "Country", or city and country on two lines."""
    printed = ", ".join(line.strip(" ,") for line in lines if line.strip(" ,"))
    if not printed:
        return NOWHERE
    if code := country_code(printed):
        return Place(country=code)
    city, comma, country = printed.rpartition(",")
    if comma and city.strip() in _NOT_THE_STATE:
        return Place(city=printed)
    if comma and (code := country_code(country)):
        return Place(city=city.strip(), country=code)
    if code := _SEATS.get(printed, ""):
        return Place(city=printed, country=code, known_seat=True)
    return Place(city=printed)


def looks_like_place(line: str) -> bool:
    """Tell whether a line above a title may be a place: short, capitalised, no page furniture."""
    if not _PLACE_LINE.fullmatch(line) or _NOT_A_PLACE.search(line):
        return False
    first = without_article(line)[0]
    return not first.islower() and not line.endswith(".")


def place_above(lines: tuple[str, ...] | list[str]) -> list[str]:
    """Return the one or two lines at the end of `lines` that print the place."""
    last = lines[-1] if lines else ""
    if not looks_like_place(last):
        return []
    if country_code(last) and len(lines) > 1 and looks_like_place(lines[-2]):
        return [lines[-2], last]
    return [last]
