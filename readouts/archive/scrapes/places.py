"""Places as printed: a line or two above the title, or the end of an occasion."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django_countries.data import COUNTRIES

from readouts.archive.scrapes.cities import country_of_city
from readouts.archive.scrapes.countries import country_code, without_article
from readouts.archive.scrapes.dates import dates_in
from readouts.folding import fold

# Also the name of a state, in which no text is dated without its capital.
_RATHER_CITIES = {"عمان": "JO"}
_CITY_STATES = frozenset({"Singapore", "Monaco", "Vatican City"})
# In "Atlanta, Georgia" the name of a state is that of a part of another.
_NOT_THE_STATE = frozenset({"Atlanta", "Savannah", "Plains"})
# "Ottawa, Ontario": a part of a state after its city.
_PARTS = {
    "US": "DC; D.C.; New York; N.Y.; NY; Georgia; California; Illinois; Massachusetts; Texas; "
    "Florida; Maryland; Virginia; Hawaii; Pennsylvania; Connecticut; New Jersey; Washington; "
    "Michigan; Colorado; Camp David; Delaware; Nevada; Ohio; Minnesota; Wisconsin; Louisiana",
    "CA": "Ontario; Quebec; Québec; British Columbia; Alberta; Manitoba; Nova Scotia; Saskatchewan;"
    " New Brunswick; Newfoundland and Labrador; Prince Edward Island; ON; QC; BC; AB; MB; NS; SK; "
    "NB; NL; PE",
    "GB": "England; Scotland; Wales; Northern Ireland",
}
_BRACKETS = re.compile(r"[^()]{2,40} \((?P<part>[^()]{2,30})\)")  # "Ottawa (Ontario)"
_PLACE_LINE = re.compile(r"[^\W\d_][\w'’. ()/-]{1,48}(?:,\s[\w'’. ()-]{2,48}){0,2}")
# Of no place's name, but for the small words within it.
_SMALL_WORD = re.compile(
    r"(?<![\w'’-])(?!(?:of|the|and|on|in|at|by|upon|near|de|del|der|den|la|las|los|le|les|el|al|du|"
    r"da|do|dos|das|am|im|an|sur|sous|et|y|e|und|van|von|ob|bei|pri)\b)[a-zà-ÿ]{2,}(?![\w'’-])"
)
_NOT_A_PLACE = re.compile(
    r"\b(?:welcome|bienvenidos?|bienvenue|search|menu|home|news|readouts?|secretary|general|"
    r"united nations|language|skip|share|print|video|photos?|statements?|english|français|español|"
    r"updated|secretariat|embassy|last|published|posted|русский|document|archive|latest|content|"
    r"page|office|president|"
    r"minist\w+|department|"
    r"government|press|media|release|today|yesterday|tonight|agency|by)\b",
    re.I,
)


@dataclass(frozen=True)
class Place:
    """A city, a country by its ISO code, or both; `known_seat` says the country was not printed
    but is that of a well-known city."""

    city: str = ""
    country: str = ""
    known_seat: bool = False

    def as_fields(self) -> dict[str, str]:
        """Return the keys of the archive record, unknown ones left out; no code but ISO's."""
        fields = {"city": self.city, "country": self.country if self.country in COUNTRIES else ""}
        return {key: value for key, value in fields.items() if value}

    def is_within(self, other: Place) -> bool:
        """Tell whether the other place is this one, perhaps told more closely ("New York" and "New
        York City")."""
        mine, theirs = fold(self.city).split(), fold(other.city).split()
        same = mine[: len(theirs)] == theirs or theirs[: len(mine)] == mine
        return same and (not (self.country and other.country) or self.country == other.country)

    def __bool__(self) -> bool:
        return bool(self.city or self.country)


NOWHERE = Place()


def read_place(*lines: str) -> Place:
    """Read "City", "City, Country", "Country", or city and country on two lines."""
    printed = ", ".join(_in_small(line.strip(" ,")) for line in lines if line.strip(" ,"))
    if not printed:
        return NOWHERE
    if code := _RATHER_CITIES.get(printed, ""):
        return Place(city=printed, country=code, known_seat=True)
    if code := country_code(printed):
        return Place(city=printed if printed in _CITY_STATES else "", country=code)
    if code := country_of_city(printed):
        return Place(city=printed, country=code, known_seat=True)
    if (inside := _BRACKETS.fullmatch(printed)) and (code := _state_of_part(inside["part"])):
        return Place(city=printed, country=code, known_seat=True)
    city, comma, country = printed.rpartition(",")
    if comma and city.strip() in _NOT_THE_STATE:
        return Place(city=printed)
    if comma and (code := country_code(country)):
        return Place(city=city.strip(), country=code)
    if code := _state_of_part(country) if comma else "":
        return Place(city=printed, country=code, known_seat=True)
    return Place(city=printed)


def _in_small(name: str) -> str:
    """Return a place of which a part stands all in capitals, as agencies print it, as written."""
    if ", " in name and not name.isupper():
        return ", ".join(map(_in_small, name.split(", ")))
    is_short = len(name) <= len("U.S.A.") and country_code(name)
    if not name.isupper() or len(name) <= len("DC") or is_short:
        return name
    parts = name.split(", ")  # "OTTAWA, ON": the province stays as it is
    return ", ".join(part if len(part) <= len("ON") else part.title() for part in parts)


def _state_of_part(name: str) -> str:
    parts = ((code, parts.split("; ")) for code, parts in _PARTS.items())
    return next((code for code, names in parts if name.strip() in names), "")


def looks_like_place(line: str) -> bool:
    """Tell whether a line above a title may be a place: short, capitalised, no page furniture."""
    bare = re.sub(r"\b([A-Z])\.", r"\1", line)  # "Washington, D.C."
    if not _PLACE_LINE.fullmatch(bare) or _NOT_A_PLACE.search(line) or dates_in(line):
        return False
    if len(_SMALL_WORD.findall(line)) > 1:  # "Presidents hold talks by telephone"
        return False
    first = without_article(line)[0]
    return not first.islower() and not bare.endswith(".")


def place_above(lines: tuple[str, ...] | list[str]) -> list[str]:
    """Return the one or two lines at the end of `lines` that print the place."""
    last = lines[-1] if lines else ""
    if last == "UN" and len(lines) > 1:  # "New York" and "UN" below it: the Headquarters
        return place_above(lines[:-1])
    if not looks_like_place(last):
        return []
    if country_code(last) and len(lines) > 1 and looks_like_place(lines[-2]):
        return [lines[-2], last]
    return [last]
