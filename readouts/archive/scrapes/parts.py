"""How the parts that stand on a page become an archive record.

Where title, place, date and body stand is read in `reading`; what they mean is read here, once.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from readouts.archive.scrapes.countries import country_code
from readouts.archive.scrapes.datelines import is_at_home
from readouts.archive.scrapes.dates import date_in_address
from readouts.archive.scrapes.days import Days, read_days
from readouts.archive.scrapes.doubts import doubts_of
from readouts.archive.scrapes.encounters import encounters_of
from readouts.archive.scrapes.languages import language_of, other_languages
from readouts.archive.scrapes.later_days import day_told_later
from readouts.archive.scrapes.mandates import holder_on
from readouts.archive.scrapes.numbered import bracket_of
from readouts.archive.scrapes.organizations import organizations_in
from readouts.archive.scrapes.page import Page
from readouts.archive.scrapes.paragraphs import sentences
from readouts.archive.scrapes.places import NOWHERE, Place, read_place
from readouts.archive.scrapes.principals import subjects
from readouts.archive.scrapes.provenance import Provenance
from readouts.archive.scrapes.reading import Parts
from readouts.archive.scrapes.references import reference_of
from readouts.archive.scrapes.reports import read_report

# Pages were at times put up some days late.
_SLACK = dt.timedelta(days=7)


def record_of(
    parts: Parts, page: Page, *, sha256: str, found: Provenance, has_own_address: bool = True
) -> dict[str, Any]:
    """Return the archive record of a page without its `source`, keys in the order of the format.

    What is unknown is left out. `has_own_address` says that the address is that of this readout
    and of no other in the same file.
    """
    body = parts.body
    for doubt in doubts_of(parts.title.printed, body):
        found.warn(doubt)
    place = _dateline(parts, found)
    days = _days(parts, page=page, found=found)
    reference, origin = reference_of(
        title=parts.title.printed,
        url=page.url if has_own_address else "",
        issued=days.issued,
        sha256=sha256,
    )
    for path, source in (("reference", origin), ("title", "printed"), ("body", "printed")):
        found.note(path, source)
    if not parts.title.printed:
        del found.fields["title"]
        found.warn("The page prints no title; give the text one.")
    record: dict[str, Any] = {
        "reference": reference,
        "language": _language(body, parts.title.tongue, found),
        "title": parts.title.printed,
        "principal": _principal(parts, days, found),
        "issued": days.issued.isoformat() if days.issued else None,
        "dateline": place.as_fields(),
        "encounters": _encounters(parts, place, days, found),
    }
    record["organizations"] = _organizations(parts, record["encounters"], found)
    record["body"] = body
    return {key: value for key, value in record.items() if value}


def _encounters(parts: Parts, place: Place, days: Days, found: Provenance) -> list[dict[str, Any]]:
    return encounters_of(
        parts.title,
        body=parts.body,
        place=_of_the_meeting(place, parts, found),
        days=days,
        subjects=subjects(parts.principal),
        summary=parts.summary,
        found=found,
    )


def _organizations(parts: Parts, encounters: list[dict[str, Any]], found: Provenance) -> list[str]:
    body, office = parts.body, parts.principal.title
    # Its bodies are no mentions: "Director of the Office of A".
    texts = [text.replace(office, "") for text in body] if " of " in office else body
    people = [person["name"] for one in encounters for person in one["participants"]]
    organizations = organizations_in(texts, own=parts.principal.organization, people=people)
    if organizations:
        found.note("organizations", "body")
    return organizations


def _language(body: list[str], of_the_title: str, found: Provenance) -> str:
    language = language_of(" ".join(body))
    if not language and of_the_title:
        found.note("language", "title")
        found.warn("The body is too short to tell its language; that of the title was taken.")
        return of_the_title
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
    place = read_place(*parts.issued.place)
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


def _of_the_meeting(place: Place, parts: Parts, found: Provenance) -> Place:
    """Return the place as that of the encounter, NOWHERE where it is only that of a news agency:
    of another country than any of those who met."""
    agency = parts.issued.agency
    if not agency or is_at_home(agency, place.country):
        return place
    organizations = [party.organization for party in parts.title.parties]
    if place.country in map(country_code, [parts.principal.organization, *organizations]):
        return place
    found.warn(f"The place is that of an agency ({agency}), perhaps not of the encounter.")
    return NOWHERE


def _days(parts: Parts, *, page: Page, found: Provenance) -> Days:
    opening, before = sentences(parts.body[0])[0], ""
    words = subjects(parts.principal)
    for paragraph in parts.body:  # the first sentence that reports the encounter, else the first
        told = sentences(paragraph)
        first = next((n for n, sentence in enumerate(told) if read_report(sentence, words)), None)
        if first is not None:
            opening, before = told[first], " ".join(told[:first])
            break
    printed = parts.issued.date or parts.title.date
    near = printed or date_in_address(page.url) or page.stored_on
    later = day_told_later(parts.body, opening, before=before, words=words, near=near)
    days = read_days(
        later or opening,
        before=before,
        printed=parts.issued.date,
        titled=parts.title.date,
        stored=page.stored_on,
        url=page.url,
        found=found,
    )
    if printed and found.fields.get("issued") == "printed":
        found.note("issued", parts.issued.date_origin if parts.issued.date else "title")
    _check_number(days, page.url, found)
    return days


def _check_number(days: Days, url: str, found: Provenance) -> None:
    """Compare the day of issue with the number in an old address; it never gives the day."""
    if not (bracket := bracket_of(url)):
        return
    first, last = bracket
    if not days.issued:
        found.warn(f"The number in the address lies between those of {first} and {last}.")
    elif not first - _SLACK <= days.issued <= last + _SLACK:
        found.warn(
            f"The number in the address lies between those of {first} and {last}, which does not "
            f"fit the day of issue {days.issued}; check it."
        )


def _principal(parts: Parts, days: Days, found: Provenance) -> dict[str, str]:
    principal = parts.principal.as_record()
    for key in principal:
        found.note(f"principal.{key}", parts.principal_origin.get(key, "title"))
    if parts.principal.is_relabelled:
        found.warn(
            "The label calls the principal “Former”, which is a later re-labelling of the archive; "
            "it was ignored."
        )
    if not parts.principal.name:
        return principal | _holder(parts, days, found)
    return principal


def _holder(parts: Parts, days: Days, found: Provenance) -> dict[str, str]:
    """Name the one who held the office that day, where it is one whose holders are known."""
    day = days.encounter or days.issued
    name = holder_on(parts.principal.title, parts.principal.organization, day)
    if not name:
        found.warn("The page does not name the principal, only the office.")
        return {}
    found.note("principal.name", "neighbour")
    found.warn(f"The page does not name the principal, only the office; {name} held it on {day}.")
    return {"name": name}
