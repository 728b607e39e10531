"""One clause, title or sentence, that tells of an encounter: who, which kind, with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from readouts.archive.scrapes.calendars import DAY_BEFORE, SAME_DAY, weekdays
from readouts.archive.scrapes.dates import dates_in
from readouts.archive.scrapes.occasions import Occasion
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.places import NOWHERE, read_place
from readouts.archive.scrapes.tongues.grammar import Tongue
from readouts.archive.scrapes.tongues.people import Case, parties_in, person_at

# Words that may stand in front of the subject: a time, a place, an occasion.
_LONGEST_OPENER = 170
_LONGEST = 600
_DAY = re.compile("|".join(map(re.escape, (*SAME_DAY, *DAY_BEFORE, *weekdays()))), re.I)
_SEGMENT = re.compile(r"^|，")
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


def clause_in(text: str, tongue: Tongue, *, whole: bool) -> Clause | None:
    """Read a clause; None when no form of the language fits, or nobody is named after it.

    `whole` says that the text is a title, whose subject is all that stands before the verb.
    """
    if len(text) > _LONGEST:
        return None
    for found, is_noun in _fits(text, tongue):
        who = found.groupdict().get("who") or ""
        case = tongue.genitive_name if is_noun else str
        subject = _subject(who, tongue, case, whole=whole)
        if who and (_tells_time(who) or (subject is None and whole)):
            continue
        rest = found["rest"].rstrip(" .。")
        if parties := _with_office(
            parties_in(rest, tongue, _case_of(found["kind"], tongue)), subject
        ):
            words = found[0] if not tongue.is_spaced else found["kind"]
            return Clause(
                subject, who, tongue.kind(words), found["kind"].strip(), tuple(parties),
                occasion_in(rest, tongue),
            )  # fmt: skip
    return _inverted(text, tongue)


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


def _inverted(text: str, tongue: Tongue) -> Clause | None:
    """Read a clause whose verb stands before its subject: "Heute traf der Minister ... mit"."""
    verb = tongue.pattern(
        rf"(?:.{{0,{_LONGEST_OPENER}}}?[\s،,])??(?P<verb>{tongue.inverted})"
    ).match(text)
    subject = person_at(text, verb.end(), tongue) if verb else None
    if not verb or not subject:
        return None
    to_party = tongue.pattern(rf"{{gap}}(?:{tongue.to_party})").match(text, subject.end)
    rest = text[to_party.end() :].rstrip(" .") if to_party else ""
    words = verb["verb"] + (to_party[0] if to_party else "")
    parties = _with_office(parties_in(rest, tongue, _case_of(words, tongue)), subject.party)
    if not parties:
        return None
    who = text[verb.end() : subject.end]
    return Clause(
        subject.party, who, tongue.kind(words), words.strip(), tuple(parties),
        occasion_in(rest, tongue),
    )  # fmt: skip


def _with_office(parties: list[Party], subject: Party | None) -> list[Party]:
    """Give a "homologue" the office of the one whose homologue it is."""
    title = subject.title if subject else ""
    return [
        replace(party, title=title or party.title) if party.is_counterpart else party
        for party in parties
    ]


def _tells_time(words: str) -> bool:
    """Tell whether words before a verb say when, and not who."""
    return bool(_DAY.fullmatch(words.strip(" ,"))) or any(
        date.end == len(words.strip(" ,")) for date in dates_in(words.strip(" ,"))
    )


def _subject(who: str, tongue: Tongue, case: Case, *, whole: bool) -> Party | None:
    """Return the person that the words before the verb name, all of them or after a comma."""
    for start in _STARTS.finditer(who):
        if start.start() and whole:
            return None
        read = person_at(who, start.end(), tongue, case)
        if read and not who[read.end :].strip(" ,،"):
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
