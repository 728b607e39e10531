"""Other forms of reporting an encounter than "the principal met with A": told in passing, of two
together, in the passive, in another language, with those who met introduced in full."""

from __future__ import annotations

import re
from dataclasses import replace

from readouts.archive.scrapes.introductions import introduced, meeting_held
from readouts.archive.scrapes.kinds import KIND_WORDS, kind_of
from readouts.archive.scrapes.occasions import Occasion
from readouts.archive.scrapes.parties import read_parties
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.people_told import people_and_occasion
from readouts.archive.scrapes.report import Report
from readouts.archive.scrapes.report_words import (
    ADJECTIVES,
    ADVERBS,
    BOTH,
    CALLED_ON,
    MET,
    OPENER,
    TIME_OR_MEANS,
    TIMES,
)
from readouts.archive.scrapes.tongues.sentences import told_in
from readouts.folding import fold


def abroad(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    """Read a report in another language."""
    told = told_in(sentence, subjects)
    if not told:
        return None
    clause = told.clause
    parties = list(clause.parties)
    return Report(sentence, clause.kind, parties, clause.occasion, told.is_further, clause.place)


def in_passing(sentence: str, subject: str) -> Report | None:
    """Read "In his meeting with ..., the Secretary-General raised ...", "..., said the
    Secretary-General after his meeting with ..." and "With ..., he", which does not say of what
    kind the encounter was."""
    found = re.match(
        rf"(?:(?:In|During|At) (?:his|her|a|the|their) (?P<noun>{KIND_WORDS}) with|With|To) "
        rf"(?P<rest>.+?),\s+(?i:(?:the )?(?:{subject})|he|she|they|{BOTH})\s",
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
    people, occasion = people_and_occasion(found["rest"])
    parties = read_parties(people)
    if not found["noun"] and not all(party.name for party in parties):
        return None
    if re.fullmatch(r"(?:\w+ )?conversations?", found["noun"] or "", re.I):
        # By telephone or not, it does not say.
        means = kind_of(found["noun"]) if re.match("(?:tele)?phone", found["noun"]) else "other"
        return Report(found[0], means, parties, occasion, True)
    # What stands behind is what was spoken of, and at times where that is.
    return Report(found[0], kind_of(found["noun"] or ""), parties, occasion, True)


def in_the_course_of(sentence: str, alone: str) -> Report | None:
    """Read "King A, in a phone call on Monday with President B, discussed ..."."""
    found = re.match(
        rf"{OPENER}{alone},?\s+(?:in|during)\s+(?:an?|his|her)\s+{ADJECTIVES}(?P<noun>{KIND_WORDS})"
        rf"(?:,?\s+{TIME_OR_MEANS},?)?\s+with\s+(?P<rest>.+?),\s+(?:also\s+|today\s+)?[a-z]+ed\b",
        sentence,
        re.S,
    )
    parties = read_parties(people_and_occasion(found["rest"])[0]) if found else []
    return Report(sentence, kind_of(found["noun"]), parties, Occasion(), False) if found else None


_CALL = r"(?:(?:tele)?phone )?call\b"


def call_returned(sentence: str, alone: str) -> Report | None:
    """Read "Late on Saturday, the President returned Prime Minister A's call"; `alone` are the
    words for the principal."""
    found = re.search(
        rf"(?:^|,\s+)(?:the )?{alone}\s+returned (?:(?P<owner>[^.;]+?)['’]s {_CALL}|"
        rf"the {_CALL} (?:of|from) (?P<of>.+))",
        sentence,
    )
    if not found:
        return None
    parties = read_parties(people_and_occasion(found["of"] or found["owner"])[0])
    return Report(sentence, "call", parties, Occasion(), False) if parties else None


# What two did together, with nobody named behind the verb.
_JOINTLY = (
    r"(?P<verb>met|spoke|spoken|talked|exchanged views (?:by|on the|over the) (?:tele)?phone|"
    rf"(?:held|had)\s+(?:an?\s+)?{ADJECTIVES}(?:{KIND_WORDS})|"
    rf"(?:discussed|reviewed)\b[^.;]{{3,160}}?\s(?:in|during|at|over|by) (?:an? |the |their )?"
    rf"{ADJECTIVES}(?P<noun>{KIND_WORDS}|(?:tele)?phone))\b"
    r"(?!\s+(?:\w+\s+)?(?:with|to(?=\s+(?:the\s|[A-Z])))\s+(?!each |one another))"
    r"(?!(?:,?\s+(?:today|yesterday|earlier|this|morning|afternoon|evening|here|in|at|on|the|"
    r"[A-Z][\w’'-]+)){1,6},?\s+with\s+(?!each |one another))"
    r"(?!\s+and (?:held|had)\b)"
)


def together_in_full(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    """Read "Mr. A, Minister of B of C, and the Honorable D, Secretary of E, held a telephone talk",
    where each is introduced with an office."""
    found = re.search(rf"\s+{ADVERBS}{_JOINTLY}", sentence)
    people = introduced(sentence) if found else []
    alike = [person for person in people if _is_one_of(person, subjects)]
    mine = [person for person in alike if person.name in subjects] or alike  # of two presidents
    others = [person for person in people if person not in mine]
    if not found or len(mine) != 1 or not all(person.title for person in people):
        return None
    kind = kind_of(found["noun"] or found["verb"])
    return Report(sentence, kind, others, Occasion(), False) if others else None


def together(sentence: str, alone: str, whole: str) -> Report | None:
    """Read "The Secretary-General and President A of B spoke about ..." and, where all others are
    told with their offices, "The Prime Minister, President A and Chancellor B spoke"; `alone` are
    the words for the principal without, `whole` with the name behind them."""
    for who, named in ((whole, False), (alone, True)):
        joint = r"(?:,?\s+and|,)\s+" if named else r"\s+and\s+"
        found = re.match(
            rf"{OPENER}{who}{joint}(?P<rest>(?:(?!,\s+wh(?:o|ich)\b).)+?)"
            rf"(?:,?\s+{TIME_OR_MEANS},?)?\s+(?P<adverbs>{ADVERBS})"
            rf"{_JOINTLY}",
            sentence,
            re.S,
        )
        parties = read_parties(found["rest"]) if found else []
        known = all(
            party.title and party.organization if not party.name else party.title or not named
            for party in parties
        )
        if found and parties and known:
            kind = kind_of(found["noun"] or found["verb"])
            return Report(sentence, kind, parties, Occasion(), False)
    return None


def was_held(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    """Read "A meeting was held today between the Minister and the Ambassadors of ..."."""
    found = meeting_held(sentence)
    if not found:
        return None
    people, occasion = people_and_occasion(found["rest"])
    parties = read_parties(people)
    alike = [party for party in parties if _is_one_of(party, subjects)]
    if not alike:
        return None
    mine = next((party for party in alike if party.name in subjects), alike[0])
    others = [party for party in parties if party is not mine]
    means = " ".join(TIMES.findall(found["rest"]))  # "by telephone"
    return Report(sentence, kind_of(f"{found['noun']} {means}"), others, occasion, False)


def of_those_introduced(sentence: str, subjects: tuple[str, ...]) -> Report | None:
    """Read a sentence whose subject is printed in full, with offices, asides and companions: "The
    President of A, B, and the President of C, D, met"; or the guest: "E called on the King"."""
    people = introduced(sentence)
    if not people:
        return None
    mine = next((person for person in people if _is_one_of(person, subjects)), None)
    form = rf"\s+(?P<adverbs>{ADVERBS})(?P<verb>(?P<called>{CALLED_ON})|{MET})(?P<rest>.+)"
    found = re.search(form, sentence, re.S)
    if not found:
        return None
    told, occasion = people_and_occasion(found["rest"])
    hosts = read_parties(told)
    if not mine or any(host.name in subjects for host in hosts if " " in host.name):
        meant = _is_one_of if found["called"] else _is_alone_or_named
        others = [host for host in hosts if not meant(host, subjects)]
        if len(others) == len(hosts):
            return None
        return Report(sentence, kind_told(found), [*people, *others], occasion, False)
    beside = [replace(person, side="ours") for person in people if person is not mine]
    return Report(sentence, kind_told(found), beside + hosts, occasion, False)


def kind_told(found: re.Match[str]) -> str:
    """Return the kind that a report tells by its noun, else by its verb: talks may be held "by
    video", which only the words around the noun say."""
    whole = kind_of(f"{found['adverbs']} {found['verb']}")
    kind = kind_of(found["noun"] or "")
    return whole if not found["noun"] or (kind == "meeting" and "call" in whole) else kind


def _is_alone_or_named(person: Party, subjects: tuple[str, ...]) -> bool:
    """Tell whether a person is meant by the name; or by an office that is told with neither name
    nor state: "the President of X" is another one."""
    alone = not (person.name or person.organization)
    return _is_one_of(person if alone else replace(person, title=""), subjects)


def _is_one_of(person: Party, subjects: tuple[str, ...]) -> bool:
    """Tell whether a person is the one whom the words for the principal mean."""
    named = {fold(word) for word in subjects}
    families = {fold(person.name), fold(person.name).rpartition(" ")[2]}
    return bool(named & families) or bool(person.title and fold(person.title) in named)
