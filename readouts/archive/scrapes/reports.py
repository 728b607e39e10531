"""Sentences of a body that report an encounter of the principal: "He also met with ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from readouts.archive.scrapes.countries import country_code
from readouts.archive.scrapes.introductions import introduced, meeting_held
from readouts.archive.scrapes.kinds import KIND_WORDS, NOT_FACE_TO_FACE, kind_of
from readouts.archive.scrapes.names import NAME
from readouts.archive.scrapes.occasions import Occasion, cut_context
from readouts.archive.scrapes.parties import read_parties
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.places import NOWHERE, Place
from readouts.archive.scrapes.told_places import place_told, without_rooms
from readouts.archive.scrapes.tongues.sentences import told_in
from readouts.folding import fold

_ADVERBS = (
    r"(?:(?:also|then|later|subsequently|earlier|separately|jointly|briefly|again|today|yesterday|"
    r"has|had|have|just)\s+)*"
)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?"
_DATE = (
    rf"(?:\w+day,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|"
    rf"th)?)"
    r"(?:,?\s+\d{4})?"
)
_PART_OF_DAY = "(?:morning|afternoon|evening)"
_TIME_OR_MEANS = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \(\d[^)]{3,18}\))?|earlier today|"
    r"later today|today(?: \([^)]{3,20}\))?|yesterday(?: (?:morning|afternoon|evening))?|tonight|"
    r"this (?:morning|afternoon|evening)|last (?:night|evening)|separately|jointly|briefly|"
    r"again|later|bilaterally|virtually|earlier|"
    r"(?:by|over the|on the|via) (?:tele)?phone|"
    r"(?:by|via) video(?:[ -]?(?:tele)?(?:conference|link|call))?|"
    rf"on (?:the {_PART_OF_DAY} of )?(?:{_DATE}|\w+day(?: {_PART_OF_DAY})?)|"
    rf"[(\[]{_DATE}[)\]]|{_DATE}|(?:here|at (?:the )?(?:[A-Z]\w+ ){{1,3}}Headquarters)|in person)"
)
_CAPITALS = r"[A-Z][\w.'’-]+(?:(?: of)?(?: the)?(?:,? )[A-Z][\w.'’-]+){0,4}"
_WHEN = rf"(?:,?\s+(?:{_TIME_OR_MEANS}|(?:here )?(?:in|at) (?:the )?{_CAPITALS}),?)*"
# "a warm and productive meeting"
_ADJECTIVES = r"(?:[a-z][\w-]+,?\s+){0,4}?"
_MET = (
    rf"(?:met|spoke|talked|spoken|conferred){_WHEN}\s+(?:with|to)\s+|"
    rf"(?:met|received(?: in (?:private )?audience)?|telephoned|phoned){_WHEN}\s+"
    r"(?=[A-Z]|the |members |representatives |leaders )|"
    rf"hosted{_WHEN}\s+(?=[A-Z])|"
    rf"welcomed{_WHEN}\s+(?=(?:[^.]|\bM[rs]s?\.|\bDr\.)+?\s"
    r"(?:to (?:the )?[A-Z]|for (?:talks|an? |discussions)|at the ))|"
    rf"called{_WHEN}\s+(?=[A-Z])(?![A-Z][\w’']*\s+(?:an?|the)\b)|"
    rf"(?:held|had|hosted|received|made|placed|convened|conducted){_WHEN}\s+"
    rf"(?:(?:a|an|his|her|separate|number of|series of)\s+)*{_ADJECTIVES}"
    rf"(?P<noun>{KIND_WORDS}){_WHEN},?\s+(?:including )?(?:with|for|to|from|by|in honou?r of)\s+"
)
# The principal opens the sentence, or stands after words that only say when or where; in "the
# President recalled that he met with ..." somebody else is reporting.
_OPENER = (
    r"(?:(?:Later|Earlier|Also|There|Here|On|In|At|After|Before|During|Today|Yesterday|This|Separately|Then|"
    r"Subsequently|Afterwards?|Following|Last|While|Tonight|The (?:following|next) day)\b"
    r"(?:[^.]|\b[ap]\.m\.){0,80}?,?\s+)?"
)
# What the principal did first, in the same sentence: "visited Paris and met with A".
_BEFORE_THAT = (
    r"(?:\s+(?:attended|visited|arrived in|took part in|participated in|joined|travell?ed to)\b"
    r"(?:[^.;]|\b[A-Z]\.){2,140}?,?\s+and)?"
)
# Around the words for the principal: "OSCE Secretary General A", "the Prime Minister, B,".
_BEFORE_SUBJECT = (
    r"(?:the\s+)?(?:(?!Deputy|Former|Special|Under|Assistant|Vice|First|Acting)"
    r"[A-Z][\w.’'-]*\s+){0,3}?"
)
_AFTER_SUBJECT = (
    rf"(?:\s+\([A-Z]{{2,6}}\))?(?:,?\s+(?:H\.E\.\s+)?(?:M[rs]s?\.\s+)?{NAME.pattern},?)?"
)
# Where the words that name a party end inside a sentence.
_CLAUSE_ENDS = re.compile(
    r",\s+[A-Z][\w'’ ]{2,40} (?:has learn(?:t|ed)|reports?|reported|said)\b.*|"
    r",?\s+(?:at (?:the |his |her )?(?:[\w ]+['’]s |latter )?request|"
    r"for (?:about |around |approximately |over )?(?:\d+|an?|half an|two) (?:minutes|hours?)|"
    r"to (?!the\b|a\b)[a-z]+|alongside|"
    r"at (?:the|his|her|their) (?:request|invitation)|wherein|where|who|during which|about|"
    r"regarding|concerning|"
    r"for (?:an? )?(?:\w+ ){0,2}(?:talks|discussions|meetings?|lunch|dinner|visit|consultations)|"
    r"on (?:the (?:situation|crisis|latest|recent|current|ongoing|way|need|importance|state|issue)"
    r"|recent|ongoing|developments|a range|issues)|as (?:they|he|she|part)|"
    r"(?:among|and) others|speaking (?:of|about)|discussing|"
    # "and told him": no second party begins with a verb.
    r"and (?!(?:the|other|several|members|representatives|leaders|senior|his|her|their|with|former|"
    r"acting|interim|as|some|key|delegates|officials|newly)\b)[a-z]+\s"
    r")\b.*|,?\s+and (?:he|she|they)\b.*|;(?!\s+(?:and\s+)?(?:the |[A-Z])).*",
    re.S,
)
_ON = re.compile(
    rf"(?P<comma>,?)\s+on\s+(?!(?:the )?(?:margins?|sidelines?|side|occasion|(?:tele)?phone|line|"
    rf"{_PART_OF_DAY}|same|following|\d\d?(?:st|nd|rd|th)?)\b|behalf\b|{_DATE}|\w+day\b)"
)
_ACRONYM = re.compile(r"\s*\([A-Z]{2,6}\)$")
_BRACKETED_NAME = re.compile(r"\[([A-Z][\w'’ -]+)\]")
_TIMES = re.compile(rf",?\s+{_TIME_OR_MEANS}(?![\w-])(?:\s+in (?:the )?{_CAPITALS}(?=[,.;]|$))?,?")
_TIME_AT_END = re.compile(
    r",?\s+(?:today|yesterday|tonight|this (?:morning|afternoon|evening)|last night)$"
)
_FURTHER = re.compile(
    r"^(?:later|earlier|also|separately|subsequently|afterwards?|then|in the (?:evening|afternoon|"
    r"morning)|on \w+|after the|before the|the (?:following|next) day)\b",
    re.I,
)
# Others who took part on the principal's side: "the Secretary-General, the Chairperson of A, and
# the President of B met today with ...".
_BESIDE = (
    r"(?:,?\s+(?:and\s+)?(?:the|H\.\s?E\.|President|Prime Minister)\s"
    r"(?:(?!\b(?:who|which|that|said|told|will|was|has|had|is)\b)(?:H\.\s?E\.|Mrs?\.|Ms\.|[^.;]))"
    r"{3,600}?)?"
)
# The guest is the subject: "A called on the President".
_CALLED_ON = r"(?:called on|paid an? (?:courtesy call|courtesy visit|visit) (?:on|to))\s+"
# A spokesperson's words are quoted, each paragraph with a mark of its own.
_QUOTES = "\"'“‘«"
# Those who met, told of together.
_BOTH = (
    r"(?:the|both)(?: two)? (?:leaders|sides|men|women|ministers|presidents|officials|parties)|"
    r"both|the two"
)
_LONG_AGO = re.compile(
    r"\bhad (?:\w+ )?(?:met|spoken)\b|"
    r"\b(?:last (?:week|month|year|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)|ago|previously|in (?:19|20)\d\d)\b"
)


@dataclass(frozen=True)
class Report:
    """One sentence that reports an encounter: its kind, its parties, the occasion it names.

    `is_further` means that its own words set it beside an earlier one: "later", "also".
    """

    sentence: str
    kind: str
    parties: list[Party]
    occasion: Occasion
    is_further: bool
    place: Place = NOWHERE


def read_report(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    """Read "the Secretary-General met today with ..."; None when the sentence reports nothing.

    What someone will do, or had done long before, is no report.
    """
    report = _read(sentence, subjects)
    if not report:
        return None
    return replace(report, sentence=sentence, place=report.place or place_told(sentence))


def _read(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    subject = "|".join(re.escape(name) for name in subjects if name)
    alone = rf"(?i:{_BEFORE_SUBJECT}(?:{subject}))(?!-)"
    who = alone + _AFTER_SUBJECT
    sentence = sentence.lstrip(_QUOTES)
    if _LONG_AGO.search(sentence):
        return None
    pattern = (
        rf"{_OPENER}(?:{who}|(?i:he|she))"
        rf"{_BESIDE}"
        rf"(?:,?\s+{_TIME_OR_MEANS},?)?{_BEFORE_THAT}"
        rf"\s+(?P<adverbs>{_ADVERBS})(?P<verb>{_MET})(?P<rest>.+)"
    )
    found = re.match(pattern, sentence, re.S)
    report = _of_the_verb(sentence, found) if found else None
    if report and report.parties:
        return report
    return (  # "A, President B and Chancellor C spoke to discuss ..." names nobody behind the verb
        _in_passing(sentence, subject)
        or _together(sentence, alone, who)
        or _was_held(sentence, subjects)
        or _abroad(sentence, subjects)
        or _of_those_introduced(sentence, subjects)
        or report
    )


def _of_the_verb(sentence: str, found: re.Match[str]) -> Report:
    """Read what stands behind the verb of the principal: who, and on what occasion."""
    people, occasion = _people_and_occasion(found["rest"])
    kind = _kind(found)
    means = kind_of(" ".join(_TIMES.findall(_CLAUSE_ENDS.sub("", found["rest"]))))
    if kind in ("meeting", "other") and means in NOT_FACE_TO_FACE:
        kind = means  # "talked to A on the phone"
    further = bool(
        _FURTHER.match(sentence) or re.search(r"\b(?:also|then|later)\b", found["adverbs"])
    )
    return Report(sentence, kind, read_parties(people), occasion, further)


def _kind(found: re.Match[str]) -> str:
    """Return the kind that a report tells by its noun, else by its verb: talks may be held "by
    video", which only the words around the noun say."""
    whole = kind_of(f"{found['adverbs']} {found['verb']}")
    kind = kind_of(found["noun"] or "")
    return whole if not found["noun"] or (kind == "meeting" and "call" in whole) else kind


def _abroad(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    """Read a report in another language."""
    told = told_in(sentence, subjects)
    if not told:
        return None
    clause = told.clause
    parties = list(clause.parties)
    return Report(sentence, clause.kind, parties, clause.occasion, told.is_further, clause.place)


def _in_passing(sentence: str, subject: str) -> Report | None:
    """Read "In his meeting with ..., the Secretary-General raised ...", "..., said the
    Secretary-General after his meeting with ..." and "With ..., he", which does not say of what
    kind the encounter was."""
    found = re.match(
        rf"(?:(?:In|During|At) (?:his|her|a|the|their) (?P<noun>{KIND_WORDS}) with|With|To) "
        rf"(?P<rest>.+?),\s+(?i:(?:the )?(?:{subject})|he|she|they|{_BOTH})\s",
        sentence,
        re.S,
    ) or re.search(
        rf"\bsaid (?i:(?:the )?(?:{subject})) (?:after|following) (?:his|her|the|a) "
        rf"(?P<noun>{KIND_WORDS}) with (?P<rest>.+)",
        sentence,
        re.S,
    )
    if not found:
        return None
    people, occasion = _people_and_occasion(found["rest"])
    parties = read_parties(people)
    if not found["noun"] and not all(party.name for party in parties):
        return None
    return Report(sentence, kind_of(found["noun"] or ""), parties, occasion, True)


def _together(sentence: str, alone: str, whole: str) -> Report | None:
    """Read "The Secretary-General and President A of B spoke about ..." and, where all others are
    told with their offices, "The Prime Minister, President A and Chancellor B spoke"; `alone` are
    the words for the principal without, `whole` with the name behind them."""
    for who, named in ((whole, False), (alone, True)):
        joint = r"(?:,?\s+and|,)\s+" if named else r"\s+and\s+"
        found = re.match(
            rf"{_OPENER}{who}{joint}(?P<rest>(?:(?!,\s+wh(?:o|ich)\b).)+?)\s+(?P<adverbs>{_ADVERBS})"
            rf"(?P<verb>met|spoke|talked|(?:held|had)\s+(?:an?\s+)?{_ADJECTIVES}(?:{KIND_WORDS}))\b",
            sentence,
            re.S,
        )
        parties = read_parties(found["rest"]) if found else []
        known = all(party.name and (party.title or not named) for party in parties)
        if found and parties and known:
            return Report(sentence, kind_of(found["verb"]), parties, Occasion(), False)
    return None


def _was_held(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    """Read "A meeting was held today between the Minister and the Ambassadors of ..."."""
    found = meeting_held(sentence)
    if not found:
        return None
    people, occasion = _people_and_occasion(found["rest"])
    parties = read_parties(people)
    alike = [party for party in parties if _is_one_of(party, subjects)]
    if not alike:
        return None
    mine = next((party for party in alike if party.name in subjects), alike[0])
    others = [party for party in parties if party is not mine]
    means = " ".join(_TIMES.findall(found["rest"]))  # "by telephone"
    return Report(sentence, kind_of(f"{found['noun']} {means}"), others, occasion, False)


def _of_those_introduced(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    """Read a sentence whose subject is printed in full, with offices, asides and companions: "The
    President of A, B, and the President of C, D, met"; or the guest: "E called on the King"."""
    people = introduced(sentence)
    if not people:
        return None
    mine = next((person for person in people if _is_one_of(person, subjects)), None)
    form = _MET if mine else _CALLED_ON
    found = re.search(rf"\s+(?P<adverbs>{_ADVERBS})(?P<verb>{form})(?P<rest>.+)", sentence, re.S)
    if not found:
        return None
    told, occasion = _people_and_occasion(found["rest"])
    if not mine:
        hosts = read_parties(told)
        if not any(_is_one_of(host, subjects) for host in hosts):
            return None
        return Report(sentence, kind_of(found["verb"]), people, occasion, False)
    beside = [replace(person, side="ours") for person in people if person is not mine]
    return Report(sentence, _kind(found), beside + read_parties(told), occasion, False)


def _without_topic(people: str) -> str:
    """Return the words that name people without what they spoke "on", which stands after a comma or
    behind the name of a state: "the Minister of Malaysia on trade"."""
    for found in _ON.finditer(people):
        before = _ACRONYM.sub("", people[: found.start()])
        states = (before[of.end() :] for of in re.finditer(r"\bof\s+", before))
        if found["comma"] or any(map(country_code, states)):
            return people[: found.start()]
    return people


def _is_one_of(person: Party, subjects: tuple[str, ...]) -> bool:
    """Tell whether a person is the one whom the words for the principal mean."""
    named = {fold(word) for word in subjects}
    families = {fold(person.name), fold(person.name).rpartition(" ")[2]}
    return bool(named & families) or bool(person.title and fold(person.title) in named)


def _people_and_occasion(rest: str) -> tuple[str, Occasion]:
    rest = _BRACKETED_NAME.sub(r"\1", rest)
    people, occasion = cut_context(_without_topic(_CLAUSE_ENDS.sub("", rest)).rstrip(" ."))
    occasion = replace(occasion, text=_TIME_AT_END.sub("", occasion.text))
    people = _TIMES.sub("", without_rooms(people))
    return cut_context(people) if not occasion.text and not occasion.place else (people, occasion)
