"""Lists of texts under their headlines, as pages of a subject or of an archive print them: below
each headline stand the first words of its text and no more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readouts.archive.scrapes.furniture import is_furniture
from readouts.archive.scrapes.head_lines import Kind, read_line
from readouts.archive.scrapes.paragraphs import is_prose

_FEWEST = 3
_LONG = 10  # signs
# An address that says that the page is a list: of a tag or section, or its page of a number.
_OF_A_LIST = re.compile(
    r"/(?:tags?|categor(?:y|ies|ia|ie)|topics?|themen?|tema|etiquetas?|search|archives?|author|"
    r"label)/|[/?&]pa?ge?[=/]\d+",
    re.I,
)


def lists_texts(lines: Sequence[str], titles: Sequence[int], url: str) -> bool:
    """Tell whether a page whose `titles` stand in these lines is a list of the beginnings of texts:
    several headlines, one paragraph below each. Of two, the address must say that it is a list."""
    if len(titles) < 2:  # noqa: PLR2004
        return False
    text = [line for line in lines[min(titles) :] if not is_furniture(line)]
    marks = "".join("p" if is_prose(line) else "h" if _is_headline(line) else "" for line in text)
    alone = len(re.findall(r"hp(?=h|$)", marks))
    longer = len(re.findall(r"hpp", marks))
    fewest = len(titles) if _OF_A_LIST.search(url) else _FEWEST
    return alone >= fewest and alone > longer


def _is_headline(line: str) -> bool:
    """Tell whether a line is too long for a place; a headline without verbs may look like one."""
    kind = read_line(line).kind
    return kind is Kind.OTHER or (kind is Kind.PLACE and len(line) >= _LONG)
