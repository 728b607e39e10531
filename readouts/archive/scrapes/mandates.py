"""Who held the office of Secretary-General of the United Nations on a day, for pages that name the
office alone; and the state of offices and holders that copies print without it."""

from __future__ import annotations

import datetime as dt
import re

_OFFICES = frozenset(
    {
        ("Secretary-General", "United Nations"),
        ("Secrétaire général", "Nations Unies"),
        ("Secretario General", "Naciones Unidas"),
        ("Secretário-Geral", "Nações Unidas"),
    }
)
# The first day of each term of office; every holder served until the next.
_TERMS = (
    (dt.date(1992, 1, 1), "Boutros Boutros-Ghali"),
    (dt.date(1997, 1, 1), "Kofi Annan"),
    (dt.date(2007, 1, 1), "Ban Ki-moon"),
    (dt.date(2017, 1, 1), "António Guterres"),
)
# The last day for which this table speaks.
_UNTIL = dt.date(2026, 12, 31)


def holder_on(title: str, organization: str, day: dt.date | None) -> str:
    """Return the name of the holder, "" for another office or a day outside the table."""
    if (title, organization) not in _OFFICES or day is None or not _TERMS[0][0] <= day <= _UNTIL:
        return ""
    return [name for first, name in _TERMS if first <= day][-1]


# Titles that only the government of one state gives, however many copy its texts.
_OF_THE_STATES = re.compile(
    r"(?:(?:Acting|Deputy|Under|Assistant) )*(?:Secretary of (?:Defense|War|the Treasury|"
    r"Homeland Security|Commerce|Energy|Agriculture)|(?:U\.S\. )?Treasury Secretary|"
    r"Chairman of the Joint Chiefs of Staff)"
)
# Of those whose office other states have too, the family names since 1993.
_FAMILIES = {
    "President": "Clinton Bush Obama Trump Biden",
    "Vice President": "Gore Cheney Biden Pence Harris Vance",
    "First Lady": "Bush Obama Trump Biden",
    "Secretary of State": "Christopher Albright Powell Rice Clinton Kerry Tillerson Pompeo Blinken"
    " Rubio",
}
_SUFFIXES = re.compile(r",? (?:Jr\.?|III)$")


def state_of_holder(title: str, name: str) -> str:
    """Return the state of an office or of its holder where nothing on the page tells it, "" for
    most: "Secretary of the Treasury", "President NAME"."""
    family = _SUFFIXES.sub("", name).rpartition(" ")[2]
    known = bool(family) and family in _FAMILIES.get(title, "").split()
    return "United States" if known or _OF_THE_STATES.fullmatch(title) else ""
