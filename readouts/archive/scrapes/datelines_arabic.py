"""Datelines as the agencies of Arab states print them: "الدوحة في 3 مايو /قنا/ text" before a
text, and a line with the day in both calendars, "الرياض 2 رجب 1440 هـ الموافق 9 مارس 2019 م"."""

from __future__ import annotations

import re

# The national agencies by their signatures in Arabic, and those that they sign with elsewhere.
_AGENCIES = {
    "وام": "WAM", "واس": "SPA", "قنا": "QNA", "كونا": "KUNA", "بنا": "BNA", "العمانية": "ONA",
    "بترا": "PETRA", "وفا": "WAFA", "واج": "APS", "واع": "INA", "سانا": "SANA", "سونا": "SUNA",
    "وات": "TAP", "أ ش أ": "MENA",
}  # fmt: skip
_AGENCY = "|".join(_AGENCIES)
_HIJRI = re.compile(
    r"(?<!\d)\d{1,2}[\s/-]+(?:من\s+)?(?:محرم|صفر|ربيع ال\w+|جماد[ىي] ال\w+|رجب|شعبان|رمضان|شوال|"
    r"ذ[وي] القعدة|ذ[وي] الحجة)[\s/-]+1[34]\d\d\s*(?:هـ|ه)?[\s،,-]*(?:الموافق(?:\s+ل)?\s*)?"
)
_OF_OUR_ERA = re.compile(r"(?<=\d{4})\s*م(?!\w)")
_SIGNED = re.compile(rf"(?:^|[\s(/–—-])(?P<agency>{_AGENCY})[)/]?[\s.:–—-]*$")
_BEFORE_A_TEXT = re.compile(
    r"(?P<place>[\u0621-\u064a][\u0621-\u0652 ]{2,24}?)"
    r"(?:\s+(?:في\s+(?=\d|ال)|(?=\d))(?P<date>[^/().:]{3,40}?))?"
    rf"(?:\s*/\s*(?P<agency>{_AGENCY})\s*/|\s*[(]\s*(?P<bracketed>{_AGENCY})\s*[)]|"
    rf"\s*[–—-]\s*(?P<dashed>{_AGENCY})(?=\s*[:–—-]))\s*[:–—-]*\s*(?=\S)"
)


def in_one_calendar(text: str) -> str:
    """Return a line without the day in the calendar of the Hijra and the sign of the other era."""
    if not (_HIJRI.search(text) or _OF_OUR_ERA.search(text)):
        return text
    return " ".join(_OF_OUR_ERA.sub("", _HIJRI.sub("", text)).split())


def without_signature(text: str) -> tuple[str, str]:
    """Return a line without the agency that signs it at the end, and that agency, "" for none."""
    found = _SIGNED.search(text)
    return (text[: found.start()].strip(), _AGENCIES[found["agency"]]) if found else (text, "")


def before_a_text(paragraph: str) -> tuple[str, str, str, int] | None:
    """Return place, day and agency of the dateline that opens a paragraph, and where it ends."""
    found = _BEFORE_A_TEXT.match(paragraph)
    if not found:
        return None
    agency = found["agency"] or found["bracketed"] or found["dashed"]
    return found["place"], found["date"] or "", _AGENCIES[agency], found.end()
