"""The names of countries as offices print them, and their ISO codes (from django-countries)."""

from __future__ import annotations

import re
from functools import cache

from django.utils import translation
from django_countries.data import COUNTRIES

from readouts.folding import fold

# Names in use, now or on the day, that differ from the ISO short name.
_ALSO_PRINTED = {
    "Bolivia": "BO", "Brunei": "BN", "Burma": "MM", "Cape Verde": "CV", "China": "CN",
    "Comoros": "KM", "Congo": "CG", "Cote d'Ivoire": "CI", "Czech Republic": "CZ",
    "Democratic People's Republic of Korea": "KP", "DPRK": "KP",
    "Democratic Republic of the Congo": "CD", "Democratic Republic of Congo": "CD", "DRC": "CD",
    "East Timor": "TL", "former Yugoslav Republic of Macedonia": "MK", "French Republic": "FR",
    "Great Britain": "GB", "Hellenic Republic": "GR", "Holy See": "VA", "Iran": "IR",
    "Italian Republic": "IT", "Ivory Coast": "CI", "Kyrgyz Republic": "KG", "Laos": "LA",
    "Lebanese Republic": "LB", "Libya": "LY", "Libyan Arab Jamahiriya": "LY", "Macedonia": "MK",
    "Micronesia": "FM", "Moldova": "MD", "North Korea": "KP", "North Macedonia": "MK",
    "Palestine": "PS", "Portuguese Republic": "PT", "Republic of Congo": "CG",
    "Republic of Korea": "KR", "Republic of the Congo": "CG", "Russia": "RU",
    "Slovak Republic": "SK", "South Korea": "KR", "State of Palestine": "PS", "Swaziland": "SZ",
    "Swiss Confederation": "CH", "Syria": "SY", "Tanzania": "TZ", "Timor-Leste": "TL",
    "Turkey": "TR", "Türkiye": "TR", "UAE": "AE", "UK": "GB", "United Kingdom": "GB",
    "United Mexican States": "MX", "United States": "US", "United States of America": "US",
    "US": "US", "U.S.": "US", "USA": "US", "U.S.A.": "US", "Vatican City": "VA", "Venezuela": "VE",
    "Viet Nam": "VN", "Vietnam": "VN",
}  # fmt: skip
_AMBIGUOUS = frozenset({"korea", "virgin islands", "saint martin"})
# "Federal Democratic Republic of Ethiopia", "Hashemite Kingdom of Jordan", "Union of the Comoros".
_OFFICIAL_FORM = re.compile(
    r"(?:(?!(?:of|the|for|and)\b)[\w'’.-]+\s+){0,4}?(?:Republic|Kingdom|States?|Commonwealth|Principality|Sultanate|Union|"
    r"(?:Grand )?Duchy|Federation|Confederation|Emirate)\s+of\s+(?:the\s+)?(?P<name>.+)"
)
_ARTICLE = re.compile(r"^the\s+", re.I)


def without_article(name: str) -> str:
    """Return `name` without a leading "the", unless the article is part of a city's name."""
    name = name.strip(" ,")
    return name if name.casefold() == "the hague" else _ARTICLE.sub("", name)


def country_code(name: str) -> str:
    """Return the ISO code of a country, in its short, official or another printed form, or ""."""
    name = without_article(name)
    if code := _codes().get(fold(name), ""):
        return code
    official = _OFFICIAL_FORM.fullmatch(name)
    return _codes().get(fold(official["name"]), "") if official else ""


@cache
def names_with_and() -> re.Pattern[str]:
    """Return a pattern of the country names that hold an "and" of their own."""
    english = [name for name in _english_names().values() if " and " in name]
    english += ["Great Britain and Northern Ireland", "St. Kitts and Nevis"]
    english += ["St. Vincent and the Grenadines", "Bosnia & Herzegovina"]
    plain = {re.sub(r"\s*\(.*", "", name) for name in english}
    return re.compile("|".join(re.escape(name) for name in sorted(plain, key=len, reverse=True)))


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for code, name in _english_names().items():
        for form in _forms(name):
            codes.setdefault(fold(form), code)
    for ambiguous in _AMBIGUOUS:
        codes.pop(ambiguous, None)
    return codes | {fold(name): code for name, code in _ALSO_PRINTED.items()}


def _forms(name: str) -> list[str]:
    """ "Korea (the Republic of)" gives "Korea" and "Republic of Korea"."""
    short, _, rest = name.partition(" (")
    rest = _ARTICLE.sub("", rest.rstrip(")"))
    saint = [short.replace("Saint ", "St. ")] if short.startswith("Saint ") else []
    return [short, *saint, *([f"{rest} {short}"] if rest else [])]


@cache
def _english_names() -> dict[str, str]:
    with translation.override(None):
        return {code: str(name) for code, name in COUNTRIES.items()}
