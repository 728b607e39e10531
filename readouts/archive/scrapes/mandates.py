"""Who held the office of Secretary-General of the United Nations on a day, for pages that name the
office alone. No other office is known here."""

from __future__ import annotations

import datetime as dt

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
