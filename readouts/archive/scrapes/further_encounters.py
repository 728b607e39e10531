"""The encounters that a body reports after the first: "Later he also met with ..."."""

from __future__ import annotations

from dataclasses import replace

from readouts.archive.scrapes.confirming import tells_them_apart
from readouts.archive.scrapes.days import Days, day_of_later
from readouts.archive.scrapes.encounter import Encounter, note_origins, warn_of_gaps
from readouts.archive.scrapes.kinds import NOT_FACE_TO_FACE
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.places import NOWHERE
from readouts.archive.scrapes.provenance import Provenance
from readouts.archive.scrapes.report import Report


def add_further(
    report: Report,
    encounters: list[Encounter],
    *,
    first: Encounter,
    days: Days,
    found: Provenance,
) -> None:
    """Add the encounter of a report to `encounters`, unless it is there already; what the report
    leaves unsaid is as in the `first`."""
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
            add_further(alone, encounters, first=first, days=days, found=found)
        return
    warn_of_gaps(parties, found)
    date, date_origin = day_of_later(report.sentence, days=days, first=first.date)
    further = Encounter(report.kind, parties, date=date)
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
    note_origins(len(encounters), further, origins, found)
    encounters.append(further)


def _is_repeated(report: Report, parties: list[Party], encounters: list[Encounter]) -> bool:
    """Tell whether a sentence speaks again of an encounter that is already there."""
    return bool(parties) and any(
        all(any(party.is_same_as(known) for known in encounter.parties) for party in parties)
        and (encounter.kind == report.kind or not report.is_further)
        for encounter in encounters
    )


def _as_known(party: Party, known: list[Party]) -> Party:
    """Return the participant already named when the body says only "the President"."""
    if party.name:
        return party
    return next((other for other in known if party.is_same_as(other)), party)
