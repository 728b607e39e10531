"""The encounters of a readout: the one its title announces, and those its body reports after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from readouts.archive.scrapes.confirming import (
    confirmed,
    is_a_count,
    tells_of_any,
    tells_them_apart,
)
from readouts.archive.scrapes.days import Days, day_of_later
from readouts.archive.scrapes.delegations import companions_in
from readouts.archive.scrapes.encounter import Encounter, note_origins, warn_of_gaps
from readouts.archive.scrapes.further_encounters import add_further
from readouts.archive.scrapes.kinds import NOT_FACE_TO_FACE
from readouts.archive.scrapes.paragraphs import sentences
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.places import NOWHERE, Place
from readouts.archive.scrapes.provenance import Provenance
from readouts.archive.scrapes.report import Report
from readouts.archive.scrapes.reports import read_report
from readouts.archive.scrapes.titles import Title
from readouts.archive.scrapes.tongues.spoke import met_by, only_spoke, telephoned
from readouts.folding import fold

_MET = re.compile(
    r"meet|met\b|visit|receiv|welcom|host|encounter|rencontr|reuni|встреч|会|لقاء", re.I
)


def encounters_of(
    title: Title, *, body: list[str], place: Place, days: Days, subjects: tuple[str, ...],
    found: Provenance, summary: Sequence[str] = (),
) -> list[dict[str, Any]]:  # fmt: skip
    """Return the encounters as records: the title's first, confirmed by the opening sentence."""
    # "With A, he spoke of B" is a call in a text on calls.
    unsaid = title.kind if title.kind in NOT_FACE_TO_FACE else "meeting"
    reports = [
        report if report.kind != "other" else replace(report, kind=unsaid)
        for paragraph in body
        for sentence in sentences(paragraph)
        if (report := _without_principal(read_report(sentence, subjects), subjects))
    ]
    opening = reports[0] if reports and _is_opening(reports[0], body) else None
    if not title.parties and not opening and any(report.parties for report in reports):
        encounters = []  # a title such as "Activities in ...": the text alone tells with whom
    else:
        summed = [report for line in summary if (report := read_report(line, subjects))]
        if opening and not opening.place:
            where = next((one.place for one in summed if one.place), NOWHERE)
            opening = replace(opening, place=where)
        encounters = _announced(title, opening, [*reports, *summed], place=place, found=found)
    if title.tongue and encounters:
        _settle_kind(encounters, title, opening, body, found)
    for number, encounter in enumerate(encounters):
        _date(encounter, number, reports, days=days, found=found)
    told = Encounter(title.kind, [], title.occasion.text, place or title.occasion.place)
    told.date, told.precision = days.encounter, days.precision
    for report in reports[1:] if opening else reports:
        first = encounters[0] if encounters else told
        add_further(report, encounters, first=first, days=days, found=found)
    encounters = _without_counts(encounters)
    _add_companions(companions_in(body, subjects), encounters)
    if title.tongue:
        _warn_of_cases(encounters, "\n".join([title.printed, *body]), found)
    return [encounter.as_record() for encounter in encounters]


def _settle_kind(
    encounters: list[Encounter],
    title: Title,
    opening: Report | None,
    body: list[str],
    found: Provenance,
) -> None:
    """Take from the text whether those met who only spoke; say so where the page leaves it open."""
    sentence = opening.sentence if opening else ""
    first = encounters[0]
    if (
        first.kind not in ("call", "meeting")
        or first.place
        or not only_spoke(f"{title.kind_words} {sentence}")
    ):
        return
    text = "\n".join([title.printed, *body])
    met = met_by(sentence, text)
    if first.kind == "meeting" and telephoned(text):
        first.kind = "call"
    elif met is None:
        found.warn("The page says that they spoke, not whether they met; check the kind.")
    elif met and first.kind == "call":
        for encounter in encounters:
            encounter.kind = "meeting"
        found.note("encounters[0].kind", "body")


def _date(
    encounter: Encounter, number: int, reports: list[Report], *, days: Days, found: Provenance
) -> None:
    """Date an encounter of the title: the first as the text is, each other by the sentence that
    reports it alone, where that tells a day of its own."""
    encounter.date, encounter.precision = days.encounter, days.precision
    origin = found.fields.get("encounters[0].date", "")
    own = [one for one in reports if number and _is_of(one, encounter)]
    if own:
        date, told = day_of_later(own[0].sentence, days=days, first=days.encounter)
        if date and told == "body":
            encounter.date, encounter.precision, origin = date, "day", told
    if encounter.date:
        found.note(f"encounters[{number}].date", origin)


def _is_of(report: Report, encounter: Encounter) -> bool:
    """Tell whether a sentence reports this encounter, and no other with it."""
    return len(report.parties) == len(encounter.parties) and all(
        any(party.is_same_as(other) for other in encounter.parties) for party in report.parties
    )


def _without_principal(report: Report | None, subjects: tuple[str, ...]) -> Report | None:
    """Return a report without the principal among the others, None if nobody else is in it: "The
    President of A welcomed Dr. B", in the text of B."""
    if not report or not report.parties:
        return report
    mine = {fold(word) for word in subjects}
    others = [party for party in report.parties if not party.name or fold(party.name) not in mine]
    return replace(report, parties=others) if others else None


def _warn_of_cases(encounters: list[Encounter], text: str, found: Provenance) -> None:
    """Tell of each name that the text prints in another case than the record."""
    for name in (party.name for encounter in encounters for party in encounter.parties):
        if name not in text:
            found.warn(
                f"The nominative “{name}” was made from the case that the text prints; check it."
            )


def _add_companions(companions: list[Party], encounters: list[Encounter]) -> None:
    """Add to the first encounter those who came with a party and are not named in it yet."""
    if encounters:
        known = [party for encounter in encounters for party in encounter.parties]
        encounters[0].parties += [
            one for one in companions if not any(one.is_same_as(other) for other in known)
        ]


def _without_counts(encounters: list[Encounter]) -> list[Encounter]:
    """Leave out "calls with four leaders" where the text then tells of the leaders one by one."""
    told = [one for one in encounters if not all(map(is_a_count, one.parties))]
    return told or encounters


def _announced(
    title: Title,
    opening: Report | None,
    reports: list[Report],
    *,
    place: Place,
    found: Provenance,
) -> list[Encounter]:
    parties, origin = confirmed(title.parties, opening, reports)
    occasion = title.occasion
    occasion_origin = "title"
    if not occasion.text and opening and opening.occasion.text:
        occasion, occasion_origin = replace(opening.occasion, place=occasion.place), "body"
    if not parties:
        found.warn("The title names no party that could be read; add the participants by hand.")
    if title.kind in ("working_breakfast", "working_lunch", "working_dinner") and (
        "working" not in title.kind_words.lower()
    ):
        found.warn(f"The page says {title.kind_words}; the nearest kind was taken.")
    kind, kind_origin = _kind_of(title, opening, reports)
    where, place_origin = _place_of(
        kind,
        printed=place,
        named=title.place or occasion.place,
        told=title.place or (opening.place if opening else NOWHERE),
    )
    apart = title.separate or (opening and tells_them_apart(opening))
    groups = [[party] for party in parties] if apart else [list(parties)]
    warn_of_gaps(parties, found)
    encounters = [Encounter(kind, group, occasion.text, where) for group in groups]
    origins = {"kind": kind_origin, "place": place_origin, "occasion": occasion_origin}
    for number, encounter in enumerate(encounters):
        note_origins(number, encounter, origins | {"participants": origin}, found)
    return encounters


def _kind_of(title: Title, opening: Report | None, reports: list[Report]) -> tuple[str, str]:
    """Return the kind and where it was read: the title's, unless the text tells it more closely."""
    of_them = [one for one in reports if not title.tongue or tells_of_any(one, title.parties)]
    if title.kind == "other" and of_them:  # "A discusses trade with B", "A and B review plans"
        return of_them[0].kind, "body"
    if title.tongue and title.kind == "call" and opening and opening.place:
        return opening.kind, "body"  # "s'entretient" in the title, "a reçu à Paris" in the text
    if title.kind != "meeting" or not opening:
        return title.kind, "title"
    if opening.kind == "joint_meeting":
        return opening.kind, "body"  # "met jointly with"
    # "Talks" may be held by video, a "gesprek" or "entretien" may be a call.
    may_be_afar = not _MET.search(title.kind_words)
    if may_be_afar and opening.kind in NOT_FACE_TO_FACE:
        return opening.kind, "body"
    return title.kind, "title"


def _place_of(kind: str, *, printed: Place, named: Place, told: Place) -> tuple[Place, str]:
    """Return the place of the encounter; a call has none, for the page prints the issuing city.

    Where the text tells another city than the page prints, the page prints that of the issue.
    """
    if kind in NOT_FACE_TO_FACE:
        return NOWHERE, ""
    if told.city and told.country and not told.is_within(printed):
        return told, "body"
    if printed.city or not (named or told):
        return printed, "printed"
    return (named, "title") if named else (told, "body")


def _is_opening(report: Report, body: list[str]) -> bool:
    """Tell whether a report is the account of the encounter that the title announces."""
    return not report.is_further or report.sentence == sentences(body[0])[0]
