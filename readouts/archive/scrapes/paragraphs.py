"""The body among the lines of a page: what is furniture, where the text begins and ends, and how
a paragraph falls into sentences."""

from __future__ import annotations

import re

from readouts.archive.scrapes.honorifics import ABBREVIATION

_FURNITURE = re.compile(
    r"(?:welcome to the united nations|skip to (?:main )?content|scroll to top|back to top|"
    r"main con(?:tainer|tent)|write a comment|you are subscribed to|this post was originally|"
    r"original article link|distributed by apo group|terug naar boven|click here for|"
    r"(?:for )?immediate release|white house shareables|in progress at unhq|un photo/|"
    r"\[?scroll down for \w+\]?|share this|full access to)\b.*"
    # One word of the site's own, at most with two more, and no full stop.
    r"|(?:search|print|share|array|verification code|tweet|facebook|twitter|e-?mail|menu|home|"
    r"sort by)(?: [\w-]+){0,2}",
    re.I,
)
_FURNITURE_WITHIN_A_LINE = 90
_FROZEN = re.compile(
    r"frozen in time|historical material|historical collection|this is an archived|"
    r"official website of the united states|here'?s how you know|share sensitive information",
    re.I,
)
_END = re.compile(
    r"(?:readouts on \d|for information media|\W*not an official record|###|# # #|\* \*{3} \*|"
    r"source:.{0,120}$|related (?:readouts|links)|latest readouts|previous readouts?|"
    r"©|copyright\s*(?:©|\d)|terms of use\b.{0,60}$|united nations \|)",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]*(?=\s+['\"“‘(\[]?[^\W_a-z])")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;…]['\"”’)\]*]*$|[。؟।]$")
_SHORT = 80


def is_furniture(line: str) -> bool:
    """Tell whether a line belongs to the site around the text: search, share, frozen banner."""
    if _FROZEN.search(line):
        return True
    return len(line) <= _FURNITURE_WITHIN_A_LINE and bool(_FURNITURE.fullmatch(line))


def is_frozen_banner(line: str) -> bool:
    """Tell whether a line only says that the site is kept as history."""
    return bool(_FROZEN.search(line))


def is_prose(line: str) -> bool:
    """Tell whether a line reads as a paragraph: long, or a sentence with its full stop."""
    return len(line) > _SHORT or (bool(_ENDS_A_SENTENCE.search(line)) and len(line.split()) > 3)  # noqa: PLR2004


def body_of(lines: tuple[str, ...] | list[str]) -> tuple[list[str], list[str]]:
    """Return the paragraphs among the lines after the head, and the lines left out at the ends."""
    kept: list[str] = []
    for line in lines:
        if _END.match(line):
            break
        if not is_furniture(line):
            kept.append(line)
    first = next((n for n, line in enumerate(kept) if is_prose(line)), len(kept))
    last = next((n for n in range(len(kept), first, -1) if is_prose(kept[n - 1])), first)
    return kept[first:last], kept[:first] + kept[last:]


def sentences(paragraph: str) -> list[str]:
    """Cut a paragraph into sentences; the stops of "H.E. Mr." and of initials end none."""
    pieces: list[str] = []
    start = 0
    for stop in _SENTENCE_END.finditer(paragraph):
        if not ABBREVIATION.search(paragraph[start : stop.start() + 1]):
            pieces.append(paragraph[start : stop.end()].strip())
            start = stop.end()
    pieces.append(paragraph[start:].strip())
    return [piece for piece in pieces if piece]
