"""The encounters of a readout: the one its title announces, and those its body reports after it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from readouts.archive.scrapes.confirming import (
    confirmed,
    is_a_count,
    tells_of_any,
    tells_them_apart,
)
from readouts.archive.scrapes.days import Days, day_of_later
from readouts.archive.scrapes.delegations import companions_in
from readouts.archive.scrapes.kinds import NOT_FACE_TO_FACE
from readouts.archive.scrapes.offices import begins_office
from readouts.archive.scrapes.paragraphs import sentences
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.places import NOWHERE, Place
from readouts.archive.scrapes.provenance import Provenance
from readouts.archive.scrapes.report import Report
from readouts.archive.scrapes.reports import read_report
from readouts.archive.scrapes.titles import Title
from readouts.folding import fold

_MET = re.compile(
    r"meet|met\b|visit|receiv|welcom|host|encounter|rencontr|reuni|встреч|会|لقاء", re.I
)


@dataclass
class _Encounter:
    """One encounter on the way to its record."""

    kind: str
    parties: list[Party]
    occasion: str = ""
    place: Place = NOWHERE
    date: dt.date | None = None
    precision: str = "day"

    def as_record(self) -> dict[str, Any]:
        fields: dict[str, Any] = {"kind": self.kind}
        if self.date:
            fields |= {"date": self.date.isoformat(), "precision": self.precision}
        fields |= self.place.as_fields()
        if self.occasion:
            fields["occasion"] = self.occasion
        return fields | {"participants": [party.as_record() for party in self.parties]}


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
    for number, encounter in enumerate(encounters):
        encounter.date, encounter.precision = days.encounter, days.precision
        if encounter.date:
            found.note(f"encounters[{number}].date", found.fields["encounters[0].date"])
    told = _Encounter(title.kind, [], title.occasion.text, place or title.occasion.place)
    told.date, told.precision = days.encounter, days.precision
    for report in reports[1:] if opening else reports:
        first = encounters[0] if encounters else told
        _add_further(report, encounters, first=first, days=days, found=found)
    encounters = _without_counts(encounters)
    _add_companions(companions_in(body, subjects), encounters)
    if title.tongue:
        _warn_of_cases(encounters, "\n".join([title.printed, *body]), found)
    return [encounter.as_record() for encounter in encounters]


def _without_principal(report: Report | None, subjects: tuple[str, ...]) -> Report | None:
    """Return a report without the principal among the others, None if nobody else is in it: "The
    President of A welcomed Dr. B", in the text of B."""
    if not report or not report.parties:
        return report
    mine = {fold(word) for word in subjects}
    others = [party for party in report.parties if not party.name or fold(party.name) not in mine]
    return replace(report, parties=others) if others else None


def _warn_of_cases(encounters: list[_Encounter], text: str, found: Provenance) -> None:
    """Tell of each name that the text prints in another case than the record."""
    for name in (party.name for encounter in encounters for party in encounter.parties):
        if name not in text:
            found.warn(
                f"The nominative “{name}” was made from the case that the text prints; check it."
            )


def _add_companions(companions: list[Party], encounters: list[_Encounter]) -> None:
    """Add to the first encounter those who came with a party and are not named in it yet."""
    if encounters:
        known = [party for encounter in encounters for party in encounter.parties]
        encounters[0].parties += [
            one for one in companions if not any(one.is_same_as(other) for other in known)
        ]


def _without_counts(encounters: list[_Encounter]) -> list[_Encounter]:
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
) -> list[_Encounter]:
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
        kind, printed=place, named=occasion.place, told=opening.place if opening else NOWHERE
    )
    apart = title.separate or (opening and tells_them_apart(opening))
    groups = [[party] for party in parties] if apart else [list(parties)]
    _warn_of_gaps(parties, found)
    encounters = [_Encounter(kind, group, occasion.text, where) for group in groups]
    origins = {"kind": kind_origin, "place": place_origin, "occasion": occasion_origin}
    for number, encounter in enumerate(encounters):
        _note(number, encounter, origins | {"participants": origin}, found)
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


def _note(number: int, encounter: _Encounter, origins: dict[str, str], found: Provenance) -> None:
    """Record the origin of each field that the encounter has."""
    path = f"encounters[{number}]"
    held = {
        "kind": encounter.kind,
        "date": encounter.date,
        "occasion": encounter.occasion,
        "participants": encounter.parties,
    }
    for key, value in held.items():
        if value and origins.get(key):
            found.note(f"{path}.{key}", origins[key])
    for number_of_party, party in enumerate(encounter.parties):
        if party.is_by_adjective:
            found.note(f"{path}.participants[{number_of_party}].organization", "register")
    for key in encounter.place.as_fields():
        inferred = key == "country" and encounter.place.known_seat
        found.note(f"{path}.{key}", "register" if inferred else origins["place"])


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


def _add_further(
    report: Report,
    encounters: list[_Encounter],
    *,
    first: _Encounter,
    days: Days,
    found: Provenance,
) -> None:
    known = [party for encounter in encounters for party in encounter.parties]
    parties = [_as_known(party, known) for party in report.parties]
    if _is_repeated(report, parties, encounters) or not (parties or report.is_further):
        return
    if not parties:
        found.warn(
            f"The body may report a further encounter, but names no party that could be read: "
            f"“{report.sentence[:120]}”"
        )
        return
    if len(parties) > 1 and tells_them_apart(report):
        for party in parties:
            alone = replace(report, parties=[party])
            _add_further(alone, encounters, first=first, days=days, found=found)
        return
    _warn_of_gaps(parties, found)
    date, date_origin = day_of_later(report.sentence, days=days, first=first.date)
    further = _Encounter(report.kind, parties, date=date)
    if date == first.date:
        further.precision = first.precision
        further = replace(further, occasion=report.occasion.text or first.occasion)
        further.place = NOWHERE if report.kind in NOT_FACE_TO_FACE else first.place
    told = report.place or report.occasion.place
    if told and report.kind not in NOT_FACE_TO_FACE and not told.is_within(further.place):
        further.place = told
    origins = {"kind": "body", "date": date_origin, "participants": "body"}
    origins["place"] = "body" if told and further.place == told else "neighbour"
    origins["occasion"] = "body" if report.occasion.text else "neighbour"
    _note(len(encounters), further, origins, found)
    encounters.append(further)


def _is_repeated(report: Report, parties: list[Party], encounters: list[_Encounter]) -> bool:
    """Tell whether a sentence speaks again of an encounter that is already there."""
    return bool(parties) and any(
        all(any(party.is_same_as(known) for known in encounter.parties) for party in parties)
        and (encounter.kind == report.kind or not report.is_further)
        for encounter in encounters
    )


def _is_opening(report: Report, body: list[str]) -> bool:
    """Tell whether a report is the account of the encounter that the title announces."""
    return not report.is_further or report.sentence == sentences(body[0])[0]


def _as_known(party: Party, known: list[Party]) -> Party:
    """Return the participant already named when the body says only "the President"."""
    if party.name:
        return party
    return next((other for other in known if party.is_same_as(other)), party)


def _warn_of_gaps(parties: list[Party], found: Provenance) -> None:
    for party in parties:
        who = party.name or party.title
        if party.is_counterpart:
            found.warn(
                f"The page calls {party.name or 'the other side'} only a counterpart; the office "
                "is that of the principal."
            )
        if not party.organization and (party.name or begins_office(party.title)) and party.title:
            found.warn(f"The organization of {who} could not be told from “{party.title}”.")
        elif not party.title and party.name:
            found.warn(f"No office is printed for {who}.")
