"""The names of countries as offices print them, and their ISO codes (from django-countries, and
from CLDR for the other languages of readouts)."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from django.utils import translation
from django_countries.data import COUNTRIES

from readouts.archive.scrapes.nationalities import state_of_adjective
from readouts.folding import fold

_LANGUAGES = ("en", "fr", "es", "pt", "de", "nl", "it", "ru", "ar", "zh")

# Names in use, now or on the day, that differ from the ISO short name.
_ALSO_PRINTED = {
    "Bolivia": "BO", "Britain": "GB", "Brunei": "BN", "Burma": "MM", "Cape Verde": "CV",
    "China": "CN", "Comoros": "KM", "Congo": "CG", "Cote d'Ivoire": "CI", "Czech Republic": "CZ",
    "Democratic People's Republic of Korea": "KP", "DPRK": "KP",
    "Democratic Republic of the Congo": "CD", "Democratic Republic of Congo": "CD", "DRC": "CD",
    "East Timor": "TL", "former Yugoslav Republic of Macedonia": "MK", "French Republic": "FR",
    "Great Britain": "GB", "Hellenic Republic": "GR", "Holy See": "VA", "Iran": "IR",
    "Italian Republic": "IT", "Ivory Coast": "CI", "Kosovo": "XK", "Kyrgyz Republic": "KG",
    "Laos": "LA",
    "Lebanese Republic": "LB", "Libya": "LY", "Libyan Arab Jamahiriya": "LY", "Macedonia": "MK",
    "Micronesia": "FM", "Moldova": "MD", "North Korea": "KP", "North Macedonia": "MK",
    "Palestine": "PS", "Portuguese Republic": "PT", "Republic of Congo": "CG",
    "Republic of Korea": "KR", "Republic of the Congo": "CG", "Russia": "RU",
    "Slovak Republic": "SK", "South Korea": "KR", "State of Palestine": "PS", "Swaziland": "SZ",
    "Swiss Confederation": "CH", "Syria": "SY", "Tanzania": "TZ", "Timor-Leste": "TL",
    "Turkey": "TR", "Türkiye": "TR", "UAE": "AE", "UK": "GB", "United Kingdom": "GB",
    "United Mexican States": "MX", "United States": "US", "United States of America": "US",
    "U.K.": "GB", "ROK": "KR", "PRC": "CN", "Union of Myanmar": "MM",
    "US": "US", "U.S.": "US", "USA": "US", "U.S.A.": "US", "Vatican City": "VA", "Vatican": "VA",
    "Venezuela": "VE", "Viet Nam": "VN", "Vietnam": "VN",
}  # fmt: skip
_AMBIGUOUS = frozenset({"korea", "virgin islands", "saint martin", "guinee", "guinea ecuatorial"})
# What CLDR calls by a name that no readout prints.
_PLAIN_NAMES = {
    "XK": "Kosovo", "PS": "Palestine", "MM": "Myanmar", "CD": "Democratic Republic of the Congo",
}  # fmt: skip
_FORM = (
    r"Republic|Kingdom|States?|Commonwealth|Principality|Sultanate|Union|(?:Grand )?Duchy|"
    r"Federation|Confederation|Emirate"
)
# "Federal Democratic Republic of Ethiopia", "Hashemite Kingdom of Jordan", "Union of the Comoros".
_OFFICIAL_FORM = re.compile(
    rf"(?:(?!(?:of|the|for|and)\b)[\w'’.-]+\s+){{0,4}}?(?:{_FORM})\s+of\s+(?:the\s+)?(?P<name>.+)"
)
_OFFICIAL_FORM_ABROAD = re.compile(
    r"(?:R[ée]p[úu]bli(?:que|ca)|Royaume|Reino|État|Estado|Republik|Königreich|Koninkrijk)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:(?:de la|de los|del|des|du|da|do|de|van|of)\s+|(?:de l|d)['’])"
    r"(?P<name>.+)",
    re.I,
)
# "Italian Republic", "Hellenic Republic".
_ADJECTIVE_FORM = re.compile(r"(?P<adjective>[^\W\d_a-z][\w-]+) (?:Republic|Kingdom|Federation)")
_ARTICLE = re.compile(r"^(?:the|an(?=\s+T[aá](?:oiseach|naiste)))\s+", re.I)
_MOST_WORDS = 9


def without_article(name: str) -> str:
    """Return `name` without a leading "the", unless the article is part of a city's name."""
    name = name.strip(" ,")
    return name if name.casefold() == "the hague" else _ARTICLE.sub("", name)


def country_code(name: str) -> str:
    """Return the ISO code of a country, in its short, official or another printed form, or ""."""
    name = without_article(name)
    if code := _codes().get(fold(name), ""):
        return code
    if official := _OFFICIAL_FORM.fullmatch(name) or _OFFICIAL_FORM_ABROAD.fullmatch(name):
        return country_code(official["name"])
    adjective = _ADJECTIVE_FORM.fullmatch(name)
    return state_of_adjective(adjective["adjective"]) if adjective else ""


def country_at_start(text: str) -> str:
    """Return the longest country name, as printed, that `text` begins with, "" if none."""
    words = list(re.finditer(r"[^\s,;()]+", text[:120]))
    whole = [n for n, word in enumerate(words, 1) if n <= _MOST_WORDS]
    for count in reversed(whole):
        printed = text[: words[count - 1].end()]
        if not re.search(r"[,;()]", printed) and country_code(printed):
            return printed
    return ""


def is_code(code: str) -> bool:
    """Tell whether ISO gives a country this code."""
    return code in COUNTRIES


@cache
def country_name(code: str) -> str:
    """Return the plain English name of a country, "Russia" for RU."""
    return _PLAIN_NAMES.get(code) or re.sub(r" \(.*", "", _cldr_names("en")[code])


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
    codes |= {fold(name): code for name, code in _ALSO_PRINTED.items()}
    for language in _LANGUAGES:
        for code, name in _cldr_names(language).items():
            if fold(name) not in _AMBIGUOUS:
                codes.setdefault(fold(name), code)
    return codes


def _cldr_names(language: str) -> dict[str, str]:
    names = Locale.parse(language).territories
    return {code: names[code] for code in COUNTRIES if code in names}


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
