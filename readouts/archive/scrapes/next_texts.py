"""Where, on a page that holds several texts one below the other, another begins below a readout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readouts.archive.scrapes.head_lines import Kind, read_line
from readouts.archive.scrapes.paragraphs import is_prose

# "Press Releases: Remarks With Foreign Minister A Before Their Meeting"
_SPOKEN_WORDS = re.compile(
    r"(?:press releases?:\s+)?(?:remarks|interview|press (?:availability|conference|briefing)|"
    r"joint press \w+|background briefing|transcript)\s(?:with|by|at|to|on|of|before|after)\b"
    r".{3,160}(?<![.:”\"])",
    re.I,
)
_PUT_UP = re.compile(r"\W*(?:first |last )?(?:published|posted|issued|updated|released)\b", re.I)
# So many lines below its date the text of another document may begin.
_SOON = 5


def begins_another(lines: Sequence[str], number: int) -> bool:
    """Tell whether another text begins with a line: a heading of spoken words, or a line with a
    date of its own right below, and a paragraph below that."""
    line, following = lines[number], lines[number + 1 : number + 2]
    if _SPOKEN_WORDS.fullmatch(line):
        return True
    if not following or read_line(following[0]).kind is not Kind.DATE:
        return False
    goes_on = any(map(is_prose, lines[number + 2 : number + 2 + _SOON]))
    is_heading = read_line(line).kind is Kind.OTHER and not line.endswith((".", ":", "”"))
    if _PUT_UP.match(following[0]) or _PUT_UP.match(line) or "://" in line:
        return False  # the day on which the text above was put up
    return goes_on and is_heading


def up_to_another(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a text as far as the spoken words that follow it."""
    end = next((n for n, line in enumerate(lines) if n and _SPOKEN_WORDS.fullmatch(line)), None)
    return lines[:end]
