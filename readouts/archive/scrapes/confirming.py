"""The parties that a title names, confirmed and completed by what the body says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.report import Report
from readouts.archive.scrapes.tongues.languages import TONGUES
from readouts.folding import fold

_PLURAL = re.compile(
    r"(?:leaders|officials|counterparts|ministers|presidents|heads|partners|allies|"
    rf"{'|'.join(tongue.plural for tongue in TONGUES.values())})\b",
    re.I,
)
# "four leaders", "a number of counterparts", "world leaders"
_COUNT = re.compile(
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|several|some|various|many|"
    r"(?:a )?(?:number|range|series) of|multiple|other|foreign|world|\d+)\s+)+"
    r"(?:[\w-]+\s+){0,2}?(?:leaders|counterparts|presidents|officials|"
    r"ministers|delegations|heads)",
    re.I,
)
# "met separately today with", "held separate meetings with"
_APART = re.compile(
    r"\b(?:separately\b,?[^,.;]{0,40}? with\b|(?:met|spoke|talked)\b[^,.;]{0,40}? separately\b|"
    r"separate (?:\w+ )?(?:meetings|talks|calls|conversations|discussions)\b)",
    re.I,
)
# "had meetings with his counterparts from A and B"
_SEVERAL = re.compile(
    r"\b(?:held|had|conducted)\b[^,.;]{0,40}? (?:meetings|calls|conversations) with\b", re.I
)


def confirmed(
    printed: Sequence[Party], opening: Report | None, reports: list[Report]
) -> tuple[list[Party], str]:
    """Complete the title's parties from the body; the title's words win.

    "The President and other leaders" are those whom the opening sentence tells one by one.
    """
    told = opening.parties if opening else []
    parties = list(printed)
    origin = "title" if parties else "body"
    known = [party for party in parties if not party.title.startswith("other ")]
    if (
        not parties
        or (
            len(known) < len(parties) <= len(told)
            and all(any(party.is_same_as(other) for other in told) for party in known)
        )
        or (all(map(_is_a_group, parties)) and _is_told_singly(told, reports))
    ):
        parties, origin = list(told), "body"
    parties = _with_the_only_names(parties, told, opening.sentence if opening else "")
    named = [party for report in reports for party in report.parties if party.name]
    completed = []
    for party in parties:
        whole = " " in party.name and party.title
        accounts = told if whole else [*told, *named]
        for same in [other for other in accounts if party.is_same_as(other)]:
            party = party.completed_by(same)  # noqa: PLW2901
        completed.append(party)
    # Who met them beside the principal is no other party that the title could name.
    return completed + [
        one
        for one in told
        if one.side == "ours" and not any(one.is_same_as(other) for other in completed)
    ], origin


def _with_the_only_names(parties: Sequence[Party], told: list[Party], opening: str) -> list[Party]:
    """Name each office of the title by the person whom the opening tells in its place, where both
    are of the same state: the title's "Foreign Minister" is the text's "Minister for Europe"; or
    the opening says who holds the office besides the person's own."""
    if len(parties) != len(told):
        return list(parties)
    return [_named(office, person, opening) for office, person in zip(parties, told, strict=True)]


def _named(office: Party, person: Party, opening: str) -> Party:
    if office.name or not person.name:
        return office
    by_name_only = not (person.title or person.organization) and bool(office.title)
    same = office.is_of_one_state(person) or office.may_be_of(person) or by_name_only
    if not (same or _is_told_as(office, opening)):
        return office
    any_office = office.is_counterpart or office.title.lower() in ("counterpart", "leader")
    if any_office and person.title:
        return person
    return replace(office, name=person.name, honorific=office.honorific or person.honorific)


def _is_told_as(office: Party, opening: str) -> bool:
    """Tell whether a sentence says that someone in it holds the office too: "A, Permanent
    Representative of X, who is the President of the Council"."""
    printed = fold(f"{office.title} of {office.organization}" if office.organization else "")
    words = r"\s+(?:of\s+)?(?:the\s+)?".join(map(re.escape, printed.replace(" of ", " ").split()))
    said = (
        r"(?:who (?:is|was|holds)|as|in (?:his|her|the) capacity (?:as|of))(?: the)?(?: current)?"
    )
    return bool(words) and bool(re.search(rf"\b{said} {words}\b", fold(opening)))


def _is_told_singly(told: list[Party], reports: list[Report]) -> bool:
    """Tell whether a group is told by those who were in it, some perhaps in later sentences, or as
    a number of them."""
    if told and all(map(is_a_count, told)):
        return True
    several = sum(bool(party.name) for report in reports for party in report.parties) > 1
    return any(party.name for party in told) and several and not any(map(_is_a_group, told))


def _is_a_group(party: Party) -> bool:
    """Tell whether a party is only several people known by what they share."""
    whole = party.organization and _PLURAL.fullmatch(party.title)  # "Iraqi leaders"
    many = _PLURAL.search(party.title) if not party.organization else whole
    return not party.name and bool(many)


def is_a_count(party: Party) -> bool:
    """Tell whether a party is only a number of people, "four leaders"."""
    return not party.name and bool(_COUNT.match(party.title))


def tells_them_apart(report: Report) -> bool:
    """Tell whether a report is of one encounter with each party: "met separately with"."""
    offices = all(not party.name and party.organization for party in report.parties)
    apart = _APART.search(report.sentence) or (offices and _SEVERAL.search(report.sentence))
    return len(report.parties) > 1 and bool(apart)


def tells_of_any(report: Report, parties: Sequence[Party]) -> bool:
    """Tell whether a report is of an encounter with one of `parties`."""
    return any(
        told.is_same_as(party) or told.is_of_one_state(party)
        for told in report.parties
        for party in parties
    )
