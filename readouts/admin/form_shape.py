"""What is typed into the form, as the one shape: for the proposed title, the comparison with what
somebody else saved, and the saving itself.
"""

from __future__ import annotations

from typing import Any

from readouts.admin.encounter_forms import kept
from readouts.editorial import body
from readouts.editorial.shape import (
    EncounterShape,
    ParticipantShape,
    RegisterKeys,
    RegisterName,
    Shape,
)
from readouts.models.partial_dates import Precision
from readouts.models.readout import Readout


def typed_shape(form: Any) -> Shape:
    """The shape of what was typed, as far as it can be read; gaps are empty, as in a draft."""
    words = form.cleaned_data
    original: Readout | None = words.get("translation_of")
    issued = words.get("issued")
    return {
        "reference": form.instance.reference,
        "language": words.get("language") or form.instance.language,
        "translation_of": original.reference if original else "",
        "title": words.get("title") or "",
        "principal": {
            "name": words.get("principal_name") or "",
            "title": words.get("principal_title") or "",
            "organization": words.get("principal_organization") or "",
            "register": _mandate_keys(words.get("mandate")),
        },
        "issued": issued.isoformat() if issued else None,
        "dateline": {
            "city": words.get("dateline_city") or "",
            "country": str(words.get("dateline_country") or ""),
        },
        "encounters": _encounters(form),
        "organizations": _named(words.get("organizations")),
        "topics": _named(words.get("topics")),
        "tags": sorted(set(words.get("tags") or [])),
        "body": body.blocks(words.get("body") or ""),
        "note": words.get("correction_note", form.instance.correction_note) or "",
    }


def _named(rows: Any) -> list[RegisterName]:
    return [{"key": row.slug, "name": row.name} for row in sorted(rows or [], key=_slug)]


def _slug(row: Any) -> str:
    return row.slug


def _mandate_keys(mandate: Any) -> RegisterKeys:
    if mandate is None:
        return {}
    return {
        "official": mandate.official.slug,
        "organization": mandate.organization.slug,
        "appointment": list(mandate.natural_key()),
    }


def _encounters(form: Any) -> list[EncounterShape]:
    participants = [row for row in kept(form.participations) if not row.is_blank]
    numbers = {row.cleaned_data["encounter"] for row in participants}
    found = []
    for row in kept(form.encounters):
        number = row.cleaned_data.get("position") or row.initial.get("position") or 1
        # An encounter left as it was offered counts once somebody took part in it.
        if row.is_blank and number not in numbers:
            continue
        theirs = [each for each in participants if each.cleaned_data["encounter"] == number]
        theirs.sort(key=lambda each: each.cleaned_data["position"])
        found.append((number, _encounter(row, [_participant(each) for each in theirs])))
    return [shape for _, shape in sorted(found, key=lambda pair: pair[0])]


def _encounter(row: Any, participants: list[ParticipantShape]) -> EncounterShape:
    words = row.cleaned_data
    when, time = words.get("when"), words.get("time")
    return {
        "kind": words.get("kind") or "meeting",
        "date": when.date.isoformat() if when else None,
        "precision": when.precision if when else Precision.DAY.value,
        "time": time.strftime("%H:%M") if time else None,
        "zone": words.get("zone") or "",
        "city": words.get("city") or "",
        "country": str(words.get("country") or ""),
        "occasion": words.get("occasion") or "",
        "participants": participants,
    }


def _participant(row: Any) -> ParticipantShape:
    words = row.cleaned_data
    keys: RegisterKeys = {}
    if words.get("official"):
        keys["official"] = words["official"].slug
    if words.get("organization"):
        keys["organization"] = words["organization"].slug
    if words.get("appointment"):
        keys["appointment"] = list(words["appointment"].natural_key())
    return {
        "side": words["side"],
        "honorific": words.get("honorific") or "",
        "name": words.get("name") or "",
        "title": words.get("title") or "",
        "organization": words.get("organization_name") or "",
        "register": keys,
    }
