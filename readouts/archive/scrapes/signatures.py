"""The state whose ministry signs a text or heads its page: "Ministry of Foreign Affairs" and below
it "Singapore", "Kathmandu", or the name of the state in the same line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readouts.archive.scrapes.countries import country_code, country_name
from readouts.archive.scrapes.places import read_place

_MINISTRY = re.compile(
    r"(?:(?:source\s*:?|distributed by [\w ]{3,30} on behalf of)\s*)?(?:the\s+)?"
    r"(?:ministry of (?:foreign|external) affairs"
    r"(?: and [\w ]{4,40}?)?|office of the (?:president|prime minister)|prime minister['’]s office|"
    r"foreign ministry|presidency(?: of the republic)?|state house|"
    r"department of foreign affairs|government)"
    r"(?:,(?:\s+the)?|\s+of(?:\s+the)?|\s+[–-])?\s*(?P<state>[^\W\d_][\w'’ ,-]{1,60})?\.?",
    re.I,
)
# So many lines below the ministry may print its state or city.
_BELOW = 2


def state_that_signs(lines: Sequence[str]) -> str:
    """Return the state of the ministry among some lines, "" where none of them tells it."""
    for number, line in enumerate(lines):
        if line.strip(" *|").lower() == "the white house":
            return "United States"
        found = _MINISTRY.fullmatch(line.strip(" *|"))
        if not found:
            continue
        told = [found["state"]] if found["state"] else lines[number + 1 : number + 1 + _BELOW]
        for words in told:
            if code := _state(words.strip(" .,")):
                return country_name(code)
    return ""


def _state(words: str) -> str:
    """Return the code of a state, or of the state of a city that is known, "" for other words."""
    place = read_place(words)
    return country_code(words.title() if words.isupper() else words) or place.country
