"""The parts a layout finds on its page, and how they become an archive record.

Every layout only says where title, place, date and body stand; what they mean is read here, once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from readouts.archive.scrapes.days import Days, read_days
from readouts.archive.scrapes.encounters import encounters_of
from readouts.archive.scrapes.languages import language_of, other_languages
from readouts.archive.scrapes.organizations import organizations_in
from readouts.archive.scrapes.page import NotAReadout, Page
from readouts.archive.scrapes.paragraphs import body_of, sentences
from readouts.archive.scrapes.places import Place, read_place
from readouts.archive.scrapes.principals import Principal
from readouts.archive.scrapes.provenance import Provenance
from readouts.archive.scrapes.references import reference_of
from readouts.archive.scrapes.reports import read_report
from readouts.archive.scrapes.titles import Title

_TITLES_OF_OFFICE = ("Secretary-General",)


@dataclass(frozen=True)
class Parts:
    """Where things stand on one page: what a layout has to find."""

    title: Title
    principal: Principal
    principal_origin: str
    after_head: tuple[str, ...]
    place: tuple[str, ...] = ()
    date: dt.date | None = None


def record_of(parts: Parts, page: Page, *, sha256: str, found: Provenance) -> dict[str, Any]:
    """Return the archive record of a page without its `source`, keys in the order of the format.

    What is unknown is left out. Raises NotAReadout when no paragraph follows the head.
    """
    body = _body(parts, found)
    place = _dateline(parts, found)
    days = _days(parts, body, page=page, found=found)
    reference, origin = reference_of(
        title=parts.title.printed, url=page.url, issued=days.issued, sha256=sha256
    )
    for path, source in (("reference", origin), ("title", "printed"), ("body", "printed")):
        found.note(path, source)
    record: dict[str, Any] = {
        "reference": reference,
        "language": _language(body, found),
        "title": parts.title.printed,
        "principal": _principal(parts, found),
        "issued": days.issued.isoformat() if days.issued else None,
        "dateline": place.as_fields(),
        "encounters": encounters_of(
            parts.title,
            body=body,
            place=place,
            days=days,
            subjects=_subjects(parts.principal),
            found=found,
        ),
        "organizations": _organizations(parts, body, found),
        "body": body,
    }
    return {key: value for key, value in record.items() if value}


def _organizations(parts: Parts, body: list[str], found: Provenance) -> list[str]:
    organizations = organizations_in(body, own=parts.principal.organization)
    if organizations:
        found.note("organizations", "body")
    return organizations


def _body(parts: Parts, found: Provenance) -> list[str]:
    body, left_out = body_of(parts.after_head)
    if not body:
        raise NotAReadout("The title of a readout is there, but no paragraph follows it.")
    if left_out:
        found.warn(
            f"{len(left_out)} short {'line' if len(left_out) == 1 else 'lines'} around the body "
            f"{'was' if len(left_out) == 1 else 'were'} left out: {'; '.join(left_out)[:160]}."
        )
    return body


def _language(body: list[str], found: Provenance) -> str:
    language = language_of(" ".join(body))
    if not language:
        found.warn("The language of the body could not be told; it stays unknown.")
        return ""
    found.note("language", "body")
    if others := other_languages(body, language):
        found.warn(
            f"The body also holds paragraphs in another language ({', '.join(others)}); they may "
            "be a language version of their own."
        )
    return language


def _dateline(parts: Parts, found: Provenance) -> Place:
    place = read_place(*parts.place)
    if not place:
        found.warn("The page prints no place.")
        return place
    for key in place.as_fields():
        inferred = key == "country" and place.known_seat
        found.note(f"dateline.{key}", "register" if inferred else "printed")
    if place.known_seat:
        found.warn(f"No country is printed; {place.country} was added for {place.city}.")
    elif not place.country:
        found.warn(f"The country of {place.city} is not printed; it stays unknown.")
    return place


def _days(parts: Parts, body: list[str], *, page: Page, found: Provenance) -> Days:
    opening = sentences(body[0])[0]
    subjects = _subjects(parts.principal)
    for paragraph in body:  # the first sentence that reports the encounter, else the very first
        reports = [s for s in sentences(paragraph) if read_report(s, subjects)]
        if reports:
            opening = reports[0]
            break
    return read_days(opening, printed=parts.date or parts.title.date, url=page.url, found=found)


def _principal(parts: Parts, found: Provenance) -> dict[str, str]:
    principal = parts.principal.as_record()
    for key in principal:
        found.note(f"principal.{key}", parts.principal_origin)
    if parts.principal.is_relabelled:
        found.warn(
            "The label calls the principal “Former”, which is a later re-labelling of the archive; "
            "it was ignored."
        )
    if not parts.principal.name:
        found.warn("The page does not name the principal, only the office.")
    return principal


def _subjects(principal: Principal) -> tuple[str, ...]:
    """Return the words by which the body may call the principal."""
    full = f"{principal.title} {principal.name}".strip()
    # The family name may come first or last.
    families = {principal.name.partition(" ")[0], principal.name.rpartition(" ")[2]}
    styled = (f"{style} {name}" for style in ("Mr.", "Ms.", "Mrs.") for name in sorted(families))
    own = (full, principal.name, principal.title, *(styled if principal.name else ()))
    return tuple(name for name in own if name) or _TITLES_OF_OFFICE
