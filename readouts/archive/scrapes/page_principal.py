"""Whose readout a page is: the principal of its label or its title, completed from the body and
from what the layout knows, and where each part of that came from."""

from __future__ import annotations

import re
from dataclasses import replace

from readouts.archive.scrapes.addresses import body_of_address
from readouts.archive.scrapes.cited import cited_author
from readouts.archive.scrapes.countries import country_code
from readouts.archive.scrapes.head_lines import Kind
from readouts.archive.scrapes.heads import Head
from readouts.archive.scrapes.honorifics import after_honorific
from readouts.archive.scrapes.introductions import introduced
from readouts.archive.scrapes.layout import Layout
from readouts.archive.scrapes.mandates import state_of_holder
from readouts.archive.scrapes.paragraphs import sentences
from readouts.archive.scrapes.parties import read_parties
from readouts.archive.scrapes.party import Party, state_of_title
from readouts.archive.scrapes.principals import (
    Principal,
    completed,
    principal_in_title,
    subjects,
)
from readouts.archive.scrapes.reports import read_report
from readouts.archive.scrapes.tongues.codes import issuing_state
from readouts.archive.scrapes.tongues.sentences import principals_abroad

# So many lines below the title may still name the principal.
_NEAR = 8
# So many sentences of a paragraph may tell of the encounter.
_OPENING = 2
_ON_BEHALF = re.compile(
    r"(?:press )?(?:statement|note|release) (?:on behalf of|by|attributable to) (?P<who>.+)", re.I
)


def page_principal(
    head: Head, layout: Layout, paragraphs: list[str], *, home: str = "", url: str = ""
) -> tuple[Principal, dict[str, str]]:
    """Return the principal, and where its name, title and organization came from: the page, the
    layout, or at last `home`, the state whose government or agency issues it, or the body that has
    the address, if the office is that of its head; else what the office or its holder tells."""
    principal, origins = _on_the_page(head, layout, paragraphs)
    if not principal.organization:
        holder = state_of_holder(principal.title, principal.name)
        home = (
            holder
            or state_of_title(principal.title)
            or body_of_address(url, principal.title)
            or home
        )
    known = principal.organization and country_code(principal.organization) != country_code(home)
    if not home or known or not (principal.name or principal.title) or _is_to_come(principal):
        return principal, origins
    return replace(principal, organization=home), origins | {"organization": "neighbour"}


def _named_alone(head: Head, paragraphs: list[str]) -> str:
    """Return the name of whoever, without an office, meets those whom the title names, as only the
    principal does: "PM meeting with A" is summed up as "Edwin Boles met A"."""
    for sentence in (one for text in paragraphs[:2] for one in sentences(text)[:1]):
        for person in introduced(sentence)[:1]:
            report = read_report(sentence, (person.name,))
            met = report.parties if report and not person.title else []
            if any(one.is_same_as(other) for one in met for other in head.title.parties):
                return person.name
    return ""


def _office_that_reports(layout: Layout, paragraphs: list[str]) -> str:
    """Return the publisher's office of which the text tells whom it met: "Secretary General
    received A", below a title that has the name alone, or nobody."""
    for sentence in (one for text in paragraphs[:2] for one in sentences(text)[:_OPENING]):
        for office, full in layout.offices.items():
            report = read_report(sentence, (office,))
            if report and report.parties:
                return full
    return ""


def _met_by_another(known: Principal, head: Head, paragraphs: list[str]) -> Principal | None:
    """Return the principal as the first sentence prints it, where that tells of the encounter from
    the side of one whom the title names beside it: "President A held talks with President B" is
    told as "President B received A"."""
    mine = Party(known.name, "", known.title, known.organization)
    for sentence in (one for text in paragraphs[:1] for one in sentences(text)[:1]):
        for person in introduced(sentence)[:1]:
            if not any(person.is_same_as(other) for other in head.title.parties):
                continue
            words = subjects(Principal(person.name, person.title, person.organization))
            report = read_report(sentence, words)
            for other in report.parties if report else []:
                if mine.is_same_as(other):
                    return Principal(other.name, other.title, other.organization)
    return None


def _spoken_for(known: Principal, head: Head) -> Principal | None:
    """Return the principal as a title prints it that only says for whom somebody speaks:
    "Statement on behalf of the Envoy for X, A"."""
    found = _ON_BEHALF.match(head.title.printed)
    people = read_parties(found["who"]) if found and known.name else []
    if len(people) != 1 or not people[0].name.endswith(known.name):
        return None
    return Principal(people[0].name, people[0].title, people[0].organization)


def _is_to_come(principal: Principal) -> bool:
    """Tell whether an office is not held yet, so that nobody speaks for a government by it."""
    return bool(re.search(r"[ -](?:elect|designate)$", principal.title))


def _on_the_page(
    head: Head, layout: Layout, paragraphs: list[str]
) -> tuple[Principal, dict[str, str]]:
    if printed := head.label or head.heading:
        return printed, dict.fromkeys(printed.as_record(), "label")
    if head.title.tongue:
        named, fuller = principals_abroad(head.title, paragraphs)
        state = _issuing_state(head) if not fuller.organization else ""
        of_office = replace(fuller, organization=state or fuller.organization)
        principal, origins = _with_origins(named, of_office, head, layout)
        return principal, origins | ({"organization": "neighbour"} if state else {})
    named = principal_in_title(head.title.principal, layout.offices)
    if country_code(named.name):  # "Japan-Norway Summit Telephone Talk" names no person
        named = Principal()
    known = named
    if told := head.title.subject:  # a page without a title: the text alone says whose it is
        known = Principal(told.name, told.title, told.organization)
    fuller = completed(known, paragraphs, layout.offices, head.title.parties)
    if not fuller.name:
        fuller = replace(fuller, name=_named_alone(head, paragraphs))
    if not fuller.title:
        fuller = replace(fuller, title=_office_that_reports(layout, paragraphs))
    fuller = _met_by_another(fuller, head, paragraphs) or _spoken_for(fuller, head) or fuller
    return _with_origins(named, fuller, head, layout)


def _issuing_state(head: Head) -> str:
    """Return the state whose office issues a page abroad, "" where its head tells none: "Ministerio
    de Relaciones Exteriores de Chile"."""
    offices = [line.text for line in head.over if line.kind is Kind.OFFICE]
    return issuing_state(offices, head.title.tongue)


def _with_origins(
    named: Principal, fuller: Principal, head: Head, layout: Layout
) -> tuple[Principal, dict[str, str]]:
    """Return the principal with what the layout knows, and where each part came from: `named` is
    what the title says, `fuller` what the body makes of it."""
    of_the_body = fuller.organization
    named_here = layout.named_in and layout.named_office in ("", fuller.title)
    if not fuller.name and named_here and (name := _named_near(head, layout.named_in)):
        fuller = replace(fuller, name=after_honorific(name)[1])
    if fuller.name and not fuller.title:
        fuller = replace(fuller, title=layout.offices.get(fuller.name, ""))
    usual = layout.organizations.get(fuller.title, layout.organization)
    if (fuller.title or fuller.name) and (
        not fuller.organization or _is_part_of(fuller.organization, usual)
    ):
        fuller = replace(fuller, organization=usual)
    before = named.as_record() if head.title.principal in head.title.printed else {}
    after = fuller.as_record()
    return fuller, {
        key: "title"
        if before.get(key) == value
        else "neighbour"
        if key == "organization" and not of_the_body
        else "body"
        for key, value in after.items()
    }


def _is_part_of(printed: str, usual: str) -> bool:
    """Tell whether a name is another of the usual one's: "Republic of Malta" of Malta, "UN" of the
    United Nations; or that of a body of the usual state."""
    if code := country_code(usual):
        return country_code(printed) in (code, "")
    return printed == "".join(word[0] for word in usual.split() if word[0].isupper())


def _named_near(head: Head, form: str) -> str:
    """Return the name that the layout expects on a line of its own near the title."""
    near = (*head.above, *head.below[:_NEAR])
    names = (found["name"] for text in near if (found := re.match(form, text, re.I)))
    return next(names, "") or cited_author(head.below)
