"""The day that a text tells only after its first sentence: "The talks took place on 5 May"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from readouts.archive.scrapes.dates import dates_in, month_in
from readouts.archive.scrapes.paragraphs import sentences
from readouts.archive.scrapes.reports import read_report
from readouts.archive.scrapes.told_days import told_day, told_day_near

_PARAGRAPHS = 4
# A sentence whose subject is the encounter itself.
_OF_IT = re.compile(
    r"(?:(?:the|this|la|el|esta|este|a|o|le|l['’]|cette|cet|das|die|der|het|de|dit)\s*)?"
    r"(?:meeting|talks|(?:phone |telephone )?(?:call|conversation)|reuni[óo]n|encuentro|llamada|"
    r"conversaci[óo]n|audiencia|reunião|encontro|conversa|telefonema|audiência|rencontre|entretien|"
    r"entrevue|audience|réunion|treffen|gespräch|telefonat|begegnung|ontmoeting|gesprek|"
    r"встреча|переговоры|беседа|разговор|телефонный разговор|(?:هذا )?(?:ال)?(?:لقاء|اجتماع|اتصال)|"
    r"此次(?:会见|会谈|会晤|通话)|(?:会见|会谈|会晤|通话)(?=于|在))(?!\w)",
    re.I,
)
_WAS_HELD = re.compile(
    r"took place|(?:was|were) held|tuvo lugar|se (?:realizó|celebró|llevó a cabo|produjo)|"
    r"(?:teve|tive) lugar|realizou-se|foi realizad|decorreu|ocorreu|(?:a eu|ont eu) lieu|"
    r"s['’](?:est|était) (?:tenue?|déroulée?)|fand|stattgefunden|vond|plaatsgevonden|"
    r"состоял|прош(?:ла|[её]л|ли)|(?<!\w)(?:عقد|جرى|تم|جرت)|举行|进行",
    re.I,
)


def day_told_later(
    body: Sequence[str], opening: str, *, before: str, words: tuple[str, ...], near: dt.date | None
) -> str:
    """Return the sentence that dates the encounter where the `opening`, which reports it, does not:
    another report of it, or a sentence on the encounter itself; "" where none does."""
    first = told_day_near(opening, before, near=near)
    if first.tells_a_day or month_in(opening) or dates_in(opening):
        return ""
    told = [sentence for paragraph in body[:_PARAGRAPHS] for sentence in sentences(paragraph)]
    later = told[told.index(opening) + 1 :] if opening in told else []
    parties = getattr(read_report(opening, words), "parties", [])
    for sentence in later:
        if not told_day(sentence, near=near).tells_a_day:
            continue
        if _OF_IT.match(sentence) and _WAS_HELD.search(sentence):
            return sentence
        report = read_report(sentence, words)
        same = report and any(one.is_same_as(other) for one in report.parties for other in parties)
        if report and same and not report.is_further:
            return sentence
    return ""
