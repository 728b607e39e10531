"""One clause, title or sentence, that tells of an encounter: who, which kind, with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from readouts.archive.scrapes.occasions import Occasion
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.places import NOWHERE, Place, read_place
from readouts.archive.scrapes.tongues.grammar import Tongue
from readouts.archive.scrapes.tongues.people import Case, parties_in, person_at
from readouts.archive.scrapes.tongues.to_come import is_to_come
from readouts.archive.scrapes.tongues.when import says_no_more, tells_time, without_time
from readouts.archive.scrapes.tongues.where import place_in

# Words that may stand in front of the subject: a time, a place, an occasion.
_LONGEST_OPENER = 170
_LONGEST = 600
# So far behind the people a place may still be that of the encounter.
_BEHIND_PEOPLE = 60
# "accompagné de son épouse", "en visite à X": those who came along, and where they are, are no
# subject.
_WITH_COMPANY = re.compile(
    r"[,،]\s+(?:accompagnée?s?|acompañad[oa]s?|acompanhad[oa]s?|begleitet|vergezeld|"
    r"в сопровождении|يرافقه|ترافقه|находящ\w+ся|находивш\w+ся|прибывш\w+|en visite|"
    r"de visita|em visita|op bezoek)\s[^,،]{3,80}(?=[,،]|$)",
    re.I,
)
_NEAR_THE_VERB = 12
_REMOTE = re.compile(r"t[ée]l[ée]f|t[ée]l[ée]ph|vid[ée]o|visio|телефон|видео|هاتف|电话|视频", re.I)
# "s'est entretenu au Palais avec": both were there.
_IN_A_HOUSE = re.compile(
    r"\b(?:au|à\s+la|à\s+l['’]|dans)\s*(?:palais|siège|primature|résidence|ministère|hôtel|château|"
    r"élysée)\b",
    re.I,
)
# So far behind the subject the other party may be named.
_UP_TO_A_STOP = re.compile(r"(?:[^.;:]|\.(?=\S)|(?<=\d)\.){0,130}")
_SEGMENT = re.compile(r"^|[，：]")
# What two parties do together: a word that is no name stands behind them.
_VERB = re.compile(r"\s+[^\W\d_A-ZÀ-ÞА-ЯЁ]{3,}")
_STARTS = re.compile(r"(?:^|[,،，:]\s*|(?<=\s))")


@dataclass(frozen=True)
class Clause:
    """What a clause tells; `subject` is the principal's side as far as it could be read."""

    subject: Party | None
    subject_words: str
    kind: str
    kind_words: str
    parties: tuple[Party, ...]
    occasion: Occasion
    place: Place = NOWHERE
    is_noun: bool = False  # no verb, but "Entretien avec ..."


def clause_in(text: str, tongue: Tongue, *, whole: bool) -> Clause | None:
    """Read a clause; None when no form of the language fits, or nobody is named after it.

    `whole` says that the text is a title, whose subject is all that stands before the verb. A
    sentence of what is to come reports nothing.
    """
    if len(text) > _LONGEST:
        return None
    clause = _read(tongue.plain(text), tongue, whole=whole)
    if clause and not whole and _tells_what_is_to_come(clause, tongue):
        return None
    return clause


def _tells_what_is_to_come(clause: Clause, tongue: Tongue) -> bool:
    before = clause.subject_words[-_NEAR_THE_VERB:]  # "A将于5日同"
    return is_to_come(f"{before} {clause.kind_words}", tongue.code)


def _read(text: str, tongue: Tongue, *, whole: bool) -> Clause | None:
    for found, is_noun in _fits(text, tongue):
        who = found.groupdict().get("who") or ""
        subject = _subject(who, tongue, tongue.genitive_name if is_noun else str, whole=whole)
        if who and (tells_time(who) or (subject is None and whole) or _has_verb(who, tongue)):
            continue
        also = not whole and tongue.pattern(tongue.further).fullmatch(who.strip())
        if also and (clause := _inverted(text, tongue)):
            return clause  # "كما استقبل الوزير": the subject stands behind the verb
        parts = _Parts(
            who=who,
            words=found[0] if not tongue.is_spaced else found["kind"],
            before=text[: found.start("rest")],
            rest=found["rest"],
        )
        if clause := _clause(subject, parts, tongue):
            return replace(clause, is_noun=is_noun and tongue.is_spaced and not found.start())
    return (
        _inverted(text, tongue)
        or _together(text, tongue)
        or (_joined(text, tongue) if whole else None)
    )


def _has_verb(who: str, tongue: Tongue) -> bool:
    """Tell whether the words before a verb hold the one that belongs to it, with subject and object
    behind that: "heeft minister A minister B ontmoet"."""
    return bool(tongue.demonym_first and re.search(rf"(?:^|\s)(?:{tongue.inverted})", f"{who} "))


@dataclass(frozen=True)
class _Parts:
    """The words of a clause: the subject, the kind, all before the parties, all from there on."""

    who: str
    words: str
    before: str
    rest: str


def _clause(subject: Party | None, parts: _Parts, tongue: Tongue) -> Clause | None:
    """Read the parties that the rest opens with; None when it opens with none."""
    rest = parts.rest.rstrip(" .。")
    parties, end = parties_in(rest, tongue, _case_of(parts.words, tongue))
    if not parties:
        return None
    after = rest[end : end + _BEHIND_PEOPLE]
    place = place_in(parts.before, tongue) or place_in(after, tongue)
    kind = tongue.kind(parts.words + (after if _REMOTE.search(after) else ""))
    is_near = place or _IN_A_HOUSE.search(parts.words)
    if kind == "call" and is_near and not _REMOTE.search(parts.before + after):
        kind = "meeting"  # "s'est entretenu à Paris avec" needs no telephone
    return Clause(
        subject=subject,
        subject_words=parts.who,
        kind=kind,
        kind_words=parts.words.strip(),
        parties=tuple(_with_office(parties, subject)),
        occasion=occasion_in(rest, tongue),
        place=place,
    )


def _case_of(act: str, tongue: Tongue) -> Case:
    direct = tongue.pattern(tongue.direct).match(act)
    return tongue.genitive_name if direct else tongue.nominative_name


def _fits(text: str, tongue: Tongue) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield each form that fits, and whether it names the encounter by a noun."""
    starts = [0] if tongue.is_spaced else [found.end() for found in _SEGMENT.finditer(text)]
    for number, form in enumerate(tongue.clauses):
        for start in starts:
            if found := form.match(text, start):
                yield found, number >= len(tongue.acts)
    happened = tongue.pattern(rf"(?:[^,،]{{0,80}}[,،]\s+)?[^,]{{0,60}}?(?:{tongue.happened})\s+")
    if started := happened.match(text):
        for noun_form in tongue.forms:
            if found := tongue.pattern(noun_form).match(text, started.end()):
                yield found, True


def _joined(text: str, tongue: Tongue) -> Clause | None:
    """Read a title in which two parties do something together, by whatever verb: "El canciller A y
    su homólogo de B revisan la agenda". Its kind is "other" until the text tells that they met."""
    for conjunction in tongue.pattern(tongue.conjunction).finditer(text):
        who, rest = text[: conjunction.start()], text[conjunction.end() :]
        subject = _subject(who, tongue, str, whole=True)
        parties, end = parties_in(rest, tongue)
        if not (subject and parties and _VERB.match(rest, end)):
            continue
        if all(party.is_counterpart or party.title for party in (subject, *parties)):
            joined = tuple(_with_office(parties, subject))
            return Clause(subject, who, "other", "", joined, occasion_in(rest, tongue))
    return None


def _together(text: str, tongue: Tongue) -> Clause | None:
    """Read a sentence in which two met, with both before the verb: "El canciller A, y la ministra B
    sostuvieron una llamada telefónica"."""
    verb = tongue.pattern(rf",?\s+(?:{tongue.together})(?!\w)").search(text)
    if not verb:
        return None
    joint = tongue.pattern(rf",?(?:{tongue.conjunction})")
    for conjunction in joint.finditer(text, 0, verb.start()):
        subject = _subject(text[: conjunction.start()], tongue, str, whole=False)
        parties, end = parties_in(text[conjunction.end() : verb.start()], tongue)
        is_all = not text[conjunction.end() + end : verb.start()].strip(" ,،")
        if subject and parties and is_all and all(one.title for one in (subject, *parties)):
            words = text[verb.start() : verb.end() + _BEHIND_PEOPLE]
            return Clause(
                subject=subject,
                subject_words=text[: conjunction.start()],
                kind=tongue.kind(words),
                kind_words=words.strip(" ,"),
                parties=tuple(_with_office(parties, subject)),
                occasion=occasion_in(text[verb.end() :], tongue),
                place=place_in(words, tongue),
            )
    return None


def _inverted(text: str, tongue: Tongue) -> Clause | None:
    """Read a clause whose verb stands before its subject: "Heute traf der Minister ... mit"."""
    verb = tongue.pattern(
        rf"(?:.{{0,{_LONGEST_OPENER}}}?[\s،,])??(?P<verb>{tongue.inverted})"
    ).match(text)
    subject = person_at(text, verb.end(), tongue) if verb else None
    if not verb or not subject:
        return None
    who = text[verb.end() : subject.end]
    for begin in _begins_of_parties(text, subject.end, tongue):
        words = verb["verb"] + text[subject.end : begin]
        parts = _Parts(who, words, text[:begin], text[begin:])
        if clause := _clause(subject.party, parts, tongue):
            return clause
    return None


def _begins_of_parties(text: str, start: int, tongue: Tongue) -> Iterator[int]:
    """Yield where, behind the subject, the words for the other party may begin."""
    region = _UP_TO_A_STOP.match(text, start)
    end = region.end() if region else start
    for found in tongue.pattern(rf"(?:{tongue.to_party})").finditer(text, start, end + 1):
        yield found.end()


def _with_office(parties: list[Party], subject: Party | None) -> list[Party]:
    """Give a "homologue" the office of the one whose homologue it is."""
    title = subject.title if subject else ""
    return [
        replace(party, title=title or party.title) if party.is_counterpart else party
        for party in parties
    ]


def _subject(who: str, tongue: Tongue, case: Case, *, whole: bool) -> Party | None:
    """Return the person that the words before the verb name, all of them or after a comma."""
    who = _WITH_COMPANY.sub("", without_time(who))
    for start in _STARTS.finditer(who):
        if start.start() and whole:
            return None
        read = person_at(who, start.end(), tongue, case)
        if not read or not says_no_more(who[read.end :].strip(" ,،"), tongue):
            continue
        # In the middle of a sentence a bare name may be that of a place.
        if start[0] or not start.start() or read.party.title or read.party.honorific:
            return read.party
    return None


def occasion_in(rest: str, tongue: Tongue) -> Occasion:
    """Return what the encounter was held on the margins of, and the place printed with it."""
    found = re.search(
        rf"(?:^|[\s,،，])(?P<occasion>(?:{tongue.contexts})[^.;。؛]{{3,160}})", rest, re.I
    )
    if not found:
        return Occasion()
    text = re.split(r"[,،，]\s+(?=[^\W\d_])(?![A-ZÀ-Þ])", found["occasion"])[0].strip(" ,،，.")
    last = re.search(r"(?:\b(?:en|em|in|à|a|в)\s+)(?P<place>[^\W\d_a-z][^,]*,\s+[^,]+)$", text)
    place = read_place(last["place"]) if last else NOWHERE
    return Occasion(text, place if place.country else NOWHERE)
