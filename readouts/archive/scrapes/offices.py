"""An office as printed, parted into its title and the state or body it belongs to.

"Minister of X and Y" is one office, "President of A and Chairperson of B" two; a person with
several offices keeps the whole printed text as the title, and the organization of the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.archive.scrapes.countries import (
    country_at_start,
    country_code,
    country_name,
    names_with_and,
    without_article,
)
from readouts.archive.scrapes.nationalities import state_adjective, state_of_adjective
from readouts.archive.scrapes.office_words import OFFICE_HEAD

# The words in front of "of" that belong to a portfolio, not to a state or body.
_ENTITY_NOUN = re.compile(
    r"\b(?:Union|Organi[sz]ation|Commission|Council|Bank|Fund|League|Community|Association|"
    r"Committee|Authority|Agency|Conference|Court|Parliament|Assembly|Federation|Forum|Congress|"
    r"Alliance|Movement|Party|Programme|Group|Secretariat|Nations|Tribunal|University|Institute|"
    r"Foundation|Coalition|Territory|Region|See|Government|Senate|Office|Ministry|Centre|Center)\b"
    r"|^Commonwealth$"
)
# Organs of a state: the state they belong to may be named after a further office.
_STATE_ORGAN = re.compile(
    r"(?:Council of Ministers|.*\bPresidency Council|Cabinet|State Council|Supreme .*Council|"
    r".*\b(?:Sovereign|Sovereignty|Transitional|Presidential|National)\b.*\b(?:Council|"
    r"Government))$"
)
# "UN Secretary-General", "OSCE Chairperson-in-Office".
_BODY_BEFORE = re.compile(
    r"(?:[Tt]he\s+)?(?P<body>(?:[A-Z][\w'’]+ ){0,2}Bank of (?:the )?[A-Z][\w-]+|"
    r"(?:U\.S\. )?(?:[A-Z][\w-]+ ){0,4}?(?:Nations|Union|Commission|Council|Bank|League|"
    r"Organi[sz]ation|Fund|Parliament|Secretariat|Agency|Authority|Programme|Committee|Community)"
    r"(?: (?:Commission|Council|Secretariat)| for(?: [A-Z][\w-]+){1,2})?|Commonwealth|[A-Z]{2,8})"
    r"(?:\s*\([A-Z]{2,8}\))?"
    r"(?:['’]s)?\s+"
)
# Short for a ministry, within an office: "MFA Secretary General".
_OF_AN_OFFICE = frozenset(["MFA", "MOD", "MoD"])
# "Governor of the Central Bank of Norway": the bank is the body, though it is named after a state.
_OF_A_BANK = re.compile(
    r"(?P<title>.*?)\s+of\s+(?:the\s+)?(?P<bank>(?:[A-Z][\w'’]+ ){0,3}(?:Bank|Monetary Authority)"
    r"(?: of (?:the )?[^,]+)?)"
)
_ACRONYM_AFTER = re.compile(r"\s*\([A-Z]{2,6}\)")
_ACRONYM_AT_END = re.compile(r"\s*\([A-Z]{2,8}\)$|(?<=[a-z]),\s+[A-Z]{3,8}$")
# The country these deal with is not theirs: "Special Envoy for Yemen".
_FOR_A_COUNTRY = re.compile(
    r"\b(?:Envoy|Representative|Advis[eo]r|Coordinator|Mediator|Rapporteur)"
    r"(?:\s+of\s+the\s+(?:UN |United Nations )?Secretary[- ]General)?\s+(?:for|to|on|in)\b"
)
# Whose chief sent an envoy, where it is printed.
_OF_THE_CHIEF = re.compile(
    r"\bof\s+the\s+(?P<body>UN|United Nations)\s+Secretary[- ]General(?![\w-])"
)
# The "of" in "Secretary of State" and "Minister of State" links to no state.
_ENTITY_LINK = re.compile(
    r"(?<!Secretary)(?<!Minister)\s+(?:of|for)\s+|\s+(?:of|for)\s+(?!State\b)|,\s+"
)
_ACRONYM = re.compile(r"(?:the\s+)?[A-Z][A-Z&-]{1,9}", re.I)
# What may follow the state or body inside one office.
_REMIT = re.compile(r"\s+(?:to\s+(?:the\s+)?[A-Z]|for\s+Foreign\s).*$")
_JOINT = re.compile(r",?\s+and\s+(?:as\s+|with\s+)?|,\s+(?!(?:Jr|Sr)\b)|;\s+")
_POSSESSIVE = re.compile(r"(?:the\s+)?(?P<state>[^,]{2,50}?)(?:['’`´]s|(?<=s)['’])\s+(?=\S)")


_FORMER = re.compile(r"(?:[Tt]he\s+)?(?P<former>[Ff]ormer|[Ii]ncoming|[Oo]utgoing)\s+")


# The house of an envoy stands between his office and his state: "Counsellor, Embassy of Ireland".
_MISSION = re.compile(
    r",\s+(?:(?:the )?(?:Royal )?Embassy|High Commission|Permanent Mission|Consulate[- ]General)$"
)


@dataclass(frozen=True)
class Office:
    """The title as printed and the organization as printed, "" where it can't be told."""

    title: str
    organization: str = ""


# Of these, whatever follows "of" is what they head, known to ISO or not.
_HEADS_OF = re.compile(
    r"(?P<title>(?:[\w-]+ )?(?:President|Prime Minister|Premier|King|Queen|Emir|Sultan|Chancellor|"
    r"Vice-President|Foreign Minister|CEO|Chief Executive(?: Officer)?)(?:-designate|-elect)?)"
    r"\s+of\s+(?:the\s+)?"
    r"(?P<state>(?!(?:Republic|Nation|Realm|Government)$)[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2})"
)


def begins_office(text: str) -> bool:
    """Tell whether `text` opens with an office: "the Foreign Minister", "Russian President"."""
    return bool(OFFICE_HEAD.match(text)) or bool(owned_office(text))


def read_office(text: str) -> Office:
    """Part a printed office into title and organization."""
    text = _ACRONYM_AT_END.sub("", text.strip(" ,"))
    if not text:
        return Office("")
    if owned := owned_office(text):
        office = read_office(owned[1])
        return Office(office.title, office.organization or owned[0])
    offices = _several(text)
    title, organization = _parted(offices[0])
    organization = _ACRONYM_AT_END.sub("", organization)
    return Office(text if len(offices) > 1 else _MISSION.sub("", title), organization)


def owned_office(text: str) -> tuple[str, str] | None:
    """Part "Kenya's Foreign Minister", "Kenyan Foreign Minister" and "UN Secretary-General" into
    state or body and office; None when neither stands before an office."""
    return possessive_office(text) or _office_after_adjective(text) or _office_after_body(text)


def possessive_office(text: str) -> tuple[str, str] | None:
    """Part "Kenya's Foreign Minister" into state and office; None when no state owns an office."""
    found = _POSSESSIVE.match(text)
    if found and country_code(found["state"]) and OFFICE_HEAD.match(text[found.end() :]):
        return found["state"], text[found.end() :]
    return None


def _office_after_adjective(text: str) -> tuple[str, str] | None:
    former = _FORMER.match(text)
    if former and (owned := _office_after_adjective(text[former.end() :])):
        return owned[0], f"{former[0]}{owned[1]}"  # "former Kenyan Minister" is a "former Minister"
    adjective = state_adjective().match(text)
    if adjective and OFFICE_HEAD.match(text[adjective.end() :]):
        code = state_of_adjective(adjective["state"])
        return country_name(code) if code else adjective["state"], text[adjective.end() :]
    country = country_at_start(without_article(text))
    if not country:
        return None
    after = without_article(text)[len(country) :]
    if acronym := _ACRONYM_AFTER.match(after):
        after = after[acronym.end() :]
    named = after.startswith(" ") and OFFICE_HEAD.match(after.lstrip())
    return (without_article(country), after.lstrip()) if named else None


def _office_after_body(text: str) -> tuple[str, str] | None:
    body = _BODY_BEFORE.match(text)
    if body and body["body"] in _OF_AN_OFFICE:
        return None
    if body and OFFICE_HEAD.match(text[body.end() :]) and not country_code(body["body"]):
        return body["body"], text[body.end() :]
    return None


def joints(text: str) -> list[re.Match[str]]:
    """Return the commas and "and"s of `text` that stand outside the names of countries."""
    names = [found.span() for found in names_with_and().finditer(text)]
    return [
        joint
        for joint in _JOINT.finditer(text)
        if not any(start <= joint.start() < end for start, end in names)
    ]


def _several(text: str) -> list[str]:
    """Cut where a new office begins after one that already names its state or body."""
    cuts = [0]
    for joint in joints(text):
        before, after = text[cuts[-1] : joint.start()], text[joint.end() :]
        organization = _parted(before)[1] if begins_office(after) else ""
        if organization and not _STATE_ORGAN.match(organization):
            cuts.append(joint.end())
    ends = [*cuts[1:], len(text)]
    return [
        re.sub(r",?\s+and(?:\s+as)?\s*$", "", text[start:end].strip(" ,"))
        for start, end in zip(cuts, ends, strict=True)
    ]


def _parted(office: str) -> tuple[str, str]:
    """Part one office: a state wins over a body, the longer name over the shorter."""
    if _FOR_A_COUNTRY.search(office) and not _REMIT.search(office):
        return office, of_the_chief["body"] if (
            of_the_chief := _OF_THE_CHIEF.search(office)
        ) else ""
    links = list(_ENTITY_LINK.finditer(office))
    if bank := _OF_A_BANK.fullmatch(office):
        return bank["title"], bank["bank"]
    for link in links:
        entity = office[link.end() :]
        if country_code(entity):
            return office[: link.start()].strip(" ,"), without_article(entity)
        if country_code(_REMIT.sub("", entity)):  # "of France to the United Nations"
            return office, without_article(_REMIT.sub("", entity))
    for link in links:
        entity = without_article(office[link.end() :])
        if _is_body(body := _REMIT.sub("", entity)) and body != entity:
            return office, body
        if _is_body(entity) and not _is_portfolio(link, entity):
            return office[: link.start()].strip(" ,"), entity
    if headed := _HEADS_OF.fullmatch(office):
        return headed["title"], headed["state"]
    return office, ""


def _is_portfolio(link: re.Match[str], entity: str) -> bool:
    """Tell whether "for Foreign Affairs of the Union" names a portfolio before the body."""
    of = re.search(r"\s+of\s+(?:the\s+)?", entity)
    return "for" in link[0] and bool(of) and _is_body(entity[of.end() :] if of else "")


def _is_body(name: str) -> bool:
    if not name or not name[0].isupper() or begins_office(name):
        return False
    return bool(_ENTITY_NOUN.search(name)) or (name.isupper() and bool(_ACRONYM.fullmatch(name)))
