"""Texts that give spoken words: speeches with their address to those present, and transcripts of
press conferences, briefings and gaggles, whose speakers stand before a colon. They may tell of an
encounter, and are no account of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readouts.archive.scrapes.page import NotAReadout, Page

# Who speaks, at the head of a line of a transcript: "Q:", "Q Did they", "MR. MARSH:".
_AMERICAN = re.compile(
    r"(?:\*\*)?(?:(?i:Question|SG|The Secretary-General|Spokes\w+)\s?:|Q(?:\s?:|\s+[A-Z])|"
    r"(?:MR|MS|MRS|DR|AMBASSADOR|SECRETARY|(?:FOREIGN )?MINISTER|GENERAL|ADMIRAL)\.? "
    r"(?:Ma?c)?[A-Z][A-Z'’-]+:|"
    r"(?:THE (?:VICE )?PRESIDENT|(?:A )?SENIOR [A-Z ]{3,30}OFFICIAL(?: \w+)?|(?:THE )?MODERATOR|"
    r"PRESIDENT [A-Z]{3,20}|PRIME MINISTER [A-Z]{3,20}):)"
)
# Who asks and who answers, in the languages of those who print it.
_ASKED = re.compile(
    r"(?:вопрос|frage|periodista|pregunta|respuesta|jornalista|pergunta|resposta|journaliste|"
    r"vraag|antwoord|antwort|المذيعة?|سؤال|السؤال|جواب|الجواب|问|答|记者)\s?[:：]",
    re.I,
)
# "В.Путин: ...", "LE PRÉSIDENT : ..."
_SPEAKER = re.compile(r"(?P<who>[^\W\d_][^:：.,;()]{0,2}(?:\.\s?)?[^:：.,;()]{1,36})\s?[:：]\s*\S")
_ADDRESS = re.compile(
    r"\W*(?:уважаем(?:ый|ая|ые)\s|дамы и господа|sehr geehrte|meine (?:sehr geehrten )?damen|"
    r"mesdames(?:,|\s+et)\s|dames en heren|señor[ae]s\s+y\s+señor[ae]s|senhor[ae]s e senhor[ae]s|"
    r"尊敬的|各位(?:同事|朋友|来宾)|女士们|بسم الله الرحمن الرحيم|ladies and gentlemen\b)",
    re.I,
)
# "A在与B会晤时的讲话", "发言人就A会见B答记者问"
_TITLE = re.compile(r"(?:讲话|致辞|演讲|答记者问)(?:[（(].*)?$")
# What heads a page of such words, and a line below a title that says whose they are.
_BRIEFING = re.compile(r"(?:daily |regular |noon )?press (?:briefing|gaggle)\b.{0,60}", re.I)
_SPOKEN_BY = re.compile(
    r"(?:(?:opening|joint|press|introductory) )?(?:remarks|speech|address|press conference)"
    r" (?:by|of) .{3,160}(?<![.:;])$",
    re.I,
)
_BELOW = 6  # lines
_OPENING = 3  # paragraphs that may stand before the address
_FEW = 2


def refuse_a_transcript(lines: Sequence[str], page: Page) -> None:
    """Refuse what people said word for word, the speakers named before their words as American
    transcripts print them; on the page of a briefing one of them is enough."""
    speakers = sum(bool(_AMERICAN.match(line)) for line in lines)
    if speakers >= _FEW or (speakers and any(map(_BRIEFING.fullmatch, page.lines))):
        raise NotAReadout("The text is a transcript of questions and answers.")


def tells_who_spoke(lines: Sequence[str]) -> bool:
    """Tell whether a line below a title says whose remarks follow."""
    return any(map(_SPOKEN_BY.match, lines[:_BELOW]))


def is_spoken(title: str, body: Sequence[str]) -> bool:
    """Tell whether a text is a speech, with its address to those who listen, or mostly the words of
    speakers, one after the other."""
    if _TITLE.search(title) or any(map(_ADDRESS.match, body[:_OPENING])):
        return True
    speakers = [found["who"] for line in body if (found := _SPEAKER.match(line))]
    asked = any(map(_ASKED.match, body))
    again = max(Counter(speakers).values(), default=0)
    many = len(speakers) * 2 > len(body)
    return bool(many and len(speakers) >= _FEW and (asked or again >= _FEW))
