"""Pages of an archive that lost their titles, all but that in the citation which the archive asks
for at the end: "NAME, Readout of …'s Call with … Online by … The American Presidency Project"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readouts.archive.scrapes.heads import Head
from readouts.archive.scrapes.page import Page
from readouts.archive.scrapes.titles import read_title

_CITED = re.compile(
    r"(?P<author>[A-Z][^\d:;]{3,60}?), (?P<title>read-?out .+?),? online by .+"
    r"the american presidency project\b.*",
    re.I,
)


def cited_title(page: Page) -> Head | None:
    """Return the head of a page whose title stands in its citation alone, None of any other."""
    for number, line in enumerate(page.lines):
        found = _CITED.fullmatch(line)
        title = read_title(found["title"]) if found else None
        if title:
            return Head(title, (), page.lines[: number + 1])
    return None


def cited_author(lines: Sequence[str]) -> str:
    """Return the name that a citation begins with: that of the president in office."""
    return next((found["author"] for line in lines if (found := _CITED.fullmatch(line))), "")
