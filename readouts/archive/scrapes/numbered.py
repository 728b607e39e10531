"""Old United Nations addresses end in a number that rises with time, `?nid=2341`; it brackets the
date of a page that prints none."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

_NUMBER = re.compile(r"/offthecuff/.*[?&]nid=(?P<number>\d{1,5})\b", re.I)
# Numbers whose dates are known, from pages that print both.
_KNOWN = (
    (775, dt.date(2005, 9, 13)), (1906, dt.date(2011, 8, 11)), (2341, dt.date(2012, 5, 21)),
    (2491, dt.date(2012, 9, 23)), (2812, dt.date(2013, 5, 13)), (2952, dt.date(2013, 8, 28)),
    (3032, dt.date(2013, 9, 24)), (3140, dt.date(2013, 10, 17)), (3243, dt.date(2014, 1, 15)),
    (3455, dt.date(2014, 6, 21)), (4041, dt.date(2015, 8, 6)), (4238, dt.date(2015, 10, 27)),
)  # fmt: skip


def bracket_of(url: str) -> tuple[dt.date, dt.date] | None:
    """Return the days between which a numbered address was given out, None for any other."""
    found = _NUMBER.search(url)
    number = int(found["number"]) if found else 0
    for (low, first), (high, last) in pairwise(_KNOWN):
        if low <= number <= high:
            return first, last
    return None
