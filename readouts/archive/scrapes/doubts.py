"""What is doubtful about a text and cannot be mended: lost quotation marks and apostrophes, a
paragraph that belongs to another text. Each doubt is a sentence for the person who checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_QUESTION_MARKS = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])|(?<=\s)\?(?=[^\W\d_])")
_LOST_APOSTROPHE = re.compile(
    r"\b(?:Secretary-General|Prime Minister|President|Minister|Government|Council|Ukraine|Israel|"
    r"Iran|China|America|Russia|country|world)s (?=[a-z]\w+\b)(?!and\b|of\b|to\b|in\b|on\b|from\b|"
    r"met\b|spoke\b|discussed\b|agreed\b|also\b|have\b|had\b|were\b|are\b|that\b|who\b|with\b|"
    r"for\b|"
    r"at\b|as\b|will\b|should\b|must\b|can\b|may\b|exchanged\b|expressed\b|welcomed\b|by\b|or\b|"
    r"reiterated\b|stressed\b|underscored\b|condemned\b|then\b|both\b|[a-z]+ed\b)"
)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[^\W\d_a-z][\w’'-]{2,}")
_SPEAKS_ON = re.compile(
    r"\b(?:he|she|they|both|leaders?|ministers?|secretar(?:y|ies)|president|prime|king|ambassador|"
    r"sides?|talks|meeting|call|discussions?|conversation|il|elle|ils|ellos)\b",
    re.I,
)


def doubts_of(title: str, body: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for everything about the words that a person should look at."""
    text = "\n".join([title, *body])
    if _QUESTION_MARKS.search(text):
        yield "A ? stands where a quotation mark, apostrophe or letter was lost; it was kept."
    if lost := _LOST_APOSTROPHE.search(text):
        shown = text[lost.start() : lost.end() + 8].strip()
        yield f"An apostrophe may be missing, as in “{shown}”."
    for number, paragraph in enumerate(body[1:], start=1):
        if _is_a_stranger(paragraph, [title, *body[:number]]):
            yield f"This paragraph may not belong to the text: “{paragraph[:80]}”."


def _is_a_stranger(paragraph: str, before: Sequence[str]) -> bool:
    """Tell whether a paragraph shares no name with the text before it and speaks of nobody."""
    if len(paragraph) < 60 or _SPEAKS_ON.search(paragraph):  # noqa: PLR2004
        return False
    known = {name.lower() for text in before for name in _NAME.findall(text)}
    return not any(name.lower() in known for name in _NAME.findall(paragraph))
