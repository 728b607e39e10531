"""The refusal of pages that give what people said word for word: press conferences, briefings,
gaggles. They may tell of a meeting, and are no account of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readouts.archive.scrapes.page import NotAReadout, Page
from readouts.archive.scrapes.spoken import has_speakers

# What heads a page of such words.
_BRIEFING = re.compile(r"(?:daily |regular |noon )?press (?:briefing|gaggle)\b.{0,60}", re.I)


def refuse_a_transcript(lines: Sequence[str], page: Page) -> None:
    """Refuse what people said word for word, the speakers named before their words; on the page of
    a briefing one of them is enough."""
    briefed = any(map(_BRIEFING.fullmatch, page.lines)) and has_speakers(lines, at_least=1)
    if briefed or has_speakers(lines):
        raise NotAReadout("The text is a transcript of questions and answers.")
