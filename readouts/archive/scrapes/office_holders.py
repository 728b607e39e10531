"""From an office to its holder: "Minister of Defence A", "the Prime Minister of Japan, A"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.archive.scrapes.countries import country_at_start, country_code, without_article
from readouts.archive.scrapes.honorifics import after_honorific
from readouts.archive.scrapes.names import NAME
from readouts.archive.scrapes.nationalities import state_adjective, state_of_adjective
from readouts.archive.scrapes.office_words import OFFICE_HEAD
from readouts.archive.scrapes.offices import (
    Office,
    begins_office,
    possessive_office,
    read_office,
)

_PORTFOLIO_WORD = (
    r"(?:Foreign|External|Internal|International|Home|Interior|Affairs|Relations|Cooperation|"
    r"Co-operation|Defen[cs]e|Finance|Economy|Economic|Justice|Trade|Commerce|Industry|Energy|"
    r"Environment|Health|Education|Development|Europe|European|Security|National|Planning|"
    r"Integration|Regional|Strategic|State|Government|Policy|Treasury|Migration|Labou?r|Social|Culture|"
    r"Tourism|Agriculture|Water|Transport|Communications?|Information|Prisoners?|Women|Youth|"
    r"Global|Multilateral|Citizens?|Protection|Credit|Counternarcotics|Prevention|Consumer|North|"
    r"Africa|Americas?|Asia|Latin|Caribbean|Consular|Digital|Innovation|Investment|Infrastructure|"
    r"Housing|Maritime|"
    r"Religious|Veterans|Emergency|Situations|Natural|Resources|Mining|Indigenous|Citizenship|"
    r"Enlargement|Neighbou?rhood|Crisis|Competition|Cohesion|Market|Refugees|Families|"
    r"Fisheries|Oceans|Forestry|Rural|Urban|Sustainable|Ecology|Ecological|"
    r"Transition|Industrial|Arms|Control|Non-?[Pp]roliferation|African|Asian|Pacific|Indo-Pacific|"
    r"Western|Hemisphere|Near|Eastern|East|South|Central|Eurasian|Counterterrorism|Democracy|"
    r"Civilian|Growth|Acquisition|Personnel|Readiness|Intelligence|Research|Children|Gender|"
    r"Equality|Disaster|Management|Commonwealth|Middle|Sports?|Science|Technology|Climate|Change|"
    r"Humanitarian|Diaspora|Law|Parliamentary|Constitutional|Legal|Francophonie|Expatriates|"
    r"Reconciliation|Solidarity|Unity|Works|Livestock|Wildlife|Immigration|Broadcasting|Shipping|"
    r"Railways?|Aviation|Steel|Textiles|Irrigation|Gas|Electronics|Heritage|Arts|Higher|Homeland|"
    r"Territorial|Hajj|Islamic|Endowments|Manpower|Emiratization|Artificial|Advanced|"
    r"Emigrants|Public|Administration|Budget|Petroleum|Mines|Human|Rights|Political|Military|Peace)"
)
_PORTFOLIO = re.compile(
    rf"\s+(?:(?:responsible|in\s+charge)\s+)?(?:of|[Ff]or)\s+(?:the\s+)?{_PORTFOLIO_WORD}(?:(?:,?\s+and(?:\s+the)?|"
    rf",)?\s+{_PORTFOLIO_WORD})*(?![\w-])"
)
_IN_A_REMIT = re.compile(rf"\b(?:of|for)\s+(?:[^,]*?,?\s+)?{_PORTFOLIO_WORD}$")
_REMIT_WORD = re.compile(rf"{_PORTFOLIO_WORD}(?![\w-])")
# "President of the Republic", "President of the Council of Ministers" of a state named after it.
_REALM = re.compile(
    r"\s+of\s+the\s+(?:(?:Republic|Nation|Realm|Federation|Union)(?!\s+of\b|\w)|"
    r"(?:Council of Ministers|Government|Presidency|Cabinet|Foreign Ministry|Defen[cs]e Ministry|"
    r"Ministry of (?:(?:Foreign|External|Internal) Affairs|Defen[cs]e))(?!\w))"
)
# Bodies whose own names hold an "of" or "for".
_NAMED_BODY = re.compile(
    r"\s+of\s+(?P<body>(?:the\s+)?(?:(?:Parliamentary Assembly|Committee of Ministers|Congress of "
    r"Local and Regional Authorities) of the )?(?:Council of Europe|Council of the European Union|"
    r"United Nations (?:[A-Z][\w’'-]+ (?:and )?){1,4}?(?:Programme|Fund|Agency|Organi[sz]ation)|"
    r"Committee of the Regions|League of Arab States|Commonwealth of Independent States|"
    r"Cooperation Council for the Arab States of the Gulf|"
    r"International Committee of the Red Cross|International Federation of Red Cross and Red "
    r"Crescent Societies|"
    r"Organi[sz]ation (?:of American States|of Islamic Cooperation|of Turkic States|of African "
    r"Unity|for Security and Co-?operation in Europe|for Economic Co-?operation and Development|"
    r"for the Prohibition of Chemical Weapons)))(?!\w)"
)
_BODY_NOUN = (
    r"(?:Union|Council|Commission|Assembly|Bank|Fund|League|Community|Committee|Authority|Agency|"
    r"Parliament|Federation|Secretariat|Nations|Congress|Bureau|Forum|Organi[sz]ation|Association|"
    r"Alliance|Group|Programme)"
)
# "Organization for Security and Co-operation in Europe": what the noun is followed by.
_CAPITALS = r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}"
_ORGANIZATION = (
    rf"(?:the\s+)?Organi[sz]ation\s+(?:of|for)\s+(?:the\s+)?{_CAPITALS}"
    rf"(?:\s+(?:of|and|in|for)\s+(?:the\s+)?{_CAPITALS})*"
)
_BODY = re.compile(
    rf"\s+of\s+(?P<body>{_ORGANIZATION}(?=,|\s*\()|"
    r"(?:(?:the\s+)?(?:Office of the\s+)?(?:[A-Z][\w'’-]+\s+){0,4}?"
    rf"{_BODY_NOUN}(?:\s+{_BODY_NOUN})*|"
    r"(?:the\s+)?(?:[A-Z]{2,8}|Commonwealth(?!\s+of)))(?![\w-])"
    r"(?:\s+(?:of\s+the|for(?!\s+Foreign\s)|on)\s+[A-Z][\w-]+"
    r"(?:\s+(?:and\s+)?[A-Z][\w-]+){0,3}(?=,|\s*\())?)"
)
# "Governor of North Kordal, A": of a region called after where it lies.
_REGION = re.compile(
    r"\s+of\s+(?:the\s+)?(?P<body>(?:(?:North|South|East|West|Northern|Southern|Eastern|Western|"
    r"Central|Upper|Lower)\s+)+(?!of\b)[A-Z][\w’'-]+(?:\s+(?:Province|State|Region))?)(?=,|$)"
)
_SHORT_NAME = re.compile(r"\s*\([A-Z]{2,8}\)(?=,?\s+[A-Z])|,\s+[A-Z]{3,8}(?=,|$)")
STYLES = frozenset(["Ambassador", "Senator"])
_STYLE = re.compile(rf"(?P<rank>{'|'.join(sorted(STYLES))})\s+(?=[^\W\d_a-z])")
_OFFICE_AT_END = re.compile(
    r"\b(?:Commander|Minister|President|Ambassador|Director|Secretary|Commissioner|Chairman)$"
)
_TO = re.compile(r"\s+(?:to|for)\s+(?:the\s+)?")
_TO_A_BODY = re.compile(
    rf"\s+(?:to|for)\s+(?:the\s+)?(?:(?:[A-Z][\w'’-]+\s+){{0,3}}?{_BODY_NOUN}|[A-Z]{{2,8}})(?![\w-])"
)
_OF_THE_CHIEF = re.compile(
    r"\s+to\s+the\s+(?:President|Prime Minister)(?![\w-])|"
    r"\s+of\s+the\s+(?:UN\s+|United Nations\s+)?Secretary[- ]General(?![\w-])"
)
_OF = re.compile(r"\s+of\s+")
_AND = re.compile(r",?\s+and\s+(?=\S)|/(?=[A-Z])")
_COMMA = re.compile(rf",\s+(?=[A-Z])(?!(?:{'|'.join(sorted(STYLES))})\b)")
# "President A's special representative": what somebody is to another.
_ASIDE = re.compile(r"^(?:[A-Z][\w.-]+ ){1,4}[A-Z][\w-]+['’]s [a-z].*")
_AFTER_A_NAME = re.compile(r"(?:\s+of\s+(?P<of>.+)|,\s+(?:of\s+)?(?P<comma>.+)|\s*\([^)]*\))?")


# 'Benjamin "Ben" Marsh'
_NICKNAME = re.compile(rf"\s+[\"“][^\"”]{{1,30}}[\"”](?:\s+{NAME.pattern})?")


@dataclass(frozen=True)
class Holder:
    """An office with the name after it and that name's honorific, each "" where none is printed."""

    office: Office
    name: str = ""
    honorific: str = ""


def read_holder(text: str) -> Holder | None:
    """Read an office and its holder; None when the words after the office are no name."""
    office, rest = _walk(text)
    if not office.title:
        return None
    if not rest:
        return Holder(office)
    if rest.startswith(",") and country_code(rest.strip(" ,")):
        return Holder(Office(office.title, office.organization or without_article(rest)))
    honorific, after = after_honorific(_without_nationality(rest.lstrip(" ,")))
    if not honorific and rest.startswith(",") and (rank := _STYLE.match(after)):
        honorific, after = rank["rank"], after[rank.end() :]
    name = NAME.match(after)
    if not name or begins_office(after) or _is_entity(name[0]) or not rest.startswith((" ", ",")):
        return None
    whole = after[: name.end()]
    if nickname := _NICKNAME.match(after, name.end()):
        whole = nickname.string[: nickname.end()]
    tail = _AFTER_A_NAME.fullmatch(after[len(whole) :])
    if not tail:
        return None
    entity, further = (tail["of"] or "").strip(), _ASIDE.sub("", tail["comma"] or "").strip()
    if begins_office(second := entity.partition(", ")[2]):
        entity, further = entity.partition(", ")[0], second
    if begins_office(further):
        first = Office(office.title, office.organization or without_article(entity))
        return _of_two_offices(first, further, whole, honorific)
    entity = without_article(entity or further)
    entity = "" if entity[:1].islower() else entity  # "while attending a session"
    return Holder(Office(office.title, office.organization or entity), whole, honorific)


def _without_nationality(name: str) -> str:
    """Return "A B" of "Norwegian A B": of which nation the holder is, no part of the name."""
    nation = state_adjective().match(name)
    known = nation and state_of_adjective(nation["state"])
    whole = NAME.match(name, nation.end()) if nation and known else None
    return whole[0] + name[whole.end() :] if whole and " " in whole[0] else name


def _of_two_offices(first: Office, printed: str, name: str, honorific: str) -> Holder:
    """Return the holder of an office before the name and of another, as printed, behind it; before
    a name, "Ambassador" is how its bearer is styled."""
    second = read_office(printed)
    if first.title in STYLES and not first.organization:
        return Holder(second, name, f"{first.title} {honorific}".strip())
    if first.title.lower() == second.title.lower() and not first.organization:
        # "President A, president of X"
        return Holder(Office(first.title, second.organization), name, honorific)
    whole = f"{first.title} of {first.organization}" if first.organization else first.title
    organization = first.organization or second.organization
    return Holder(Office(f"{whole}, {printed}", organization), name, honorific)


def is_one_remit(before: str, after: str) -> bool:
    """Tell whether the words around an "and" are those of one remit: "of Finance and Public …"."""
    return bool(_IN_A_REMIT.search(before) and _REMIT_WORD.match(after))


def _is_entity(name: str) -> bool:
    if _OFFICE_AT_END.search(name):  # "US Ambassador, Central Command Commander"
        return True
    return bool(country_code(name)) or bool(re.search(rf"\b{_BODY_NOUN}$", name))


def _walk(text: str) -> tuple[Office, str]:
    """Follow an office through portfolio, state or body, and further offices; return the rest."""
    head = OFFICE_HEAD.match(text)
    if not head:
        return Office(""), text
    end = title_end = head.end()
    organization, offices = "", 1
    while True:
        rest = text[end:]
        realm = _REALM.match(rest) if not organization else None
        entity = (
            None if realm else _entity(rest)
        )  # before the remit: "of the European Council" is none
        if entity and not organization:
            organization = without_article(entity[0])
            end += entity[1]
        elif entity and offices > 1:
            end = title_end = end + entity[1]
        elif entity and not country_code(organization):  # "Bureau of the Central Committee"
            organization += f"{rest[: entity[1]]}"
            end += entity[1]
        elif (to := _TO.match(rest)) and (country := country_at_start(rest[to.end() :])):
            end = title_end = end + to.end() + len(country)  # "Ambassador of A to B"
        elif more := _TO_A_BODY.match(rest) or _OF_THE_CHIEF.match(rest):
            end = title_end = end + more.end()
        elif portfolio := realm or _PORTFOLIO.match(rest):
            end = title_end = end + portfolio.end()
        elif (joint := _AND.match(rest) or (not organization and _COMMA.match(rest))) and (
            length := _further_office(rest[joint.end() :])
        ):
            end = title_end = end + joint.end() + length
            offices += 1
        else:
            return Office(text[:title_end], organization), rest


def _further_office(text: str) -> int:
    """Return how long the office is that `text` opens with, "Italy's Foreign Minister" with its
    state; 0 without."""
    owned = possessive_office(text)
    office = OFFICE_HEAD.match(owned[1] if owned else text)
    if not office or text.startswith("the "):
        return 0
    return len(text) - len(owned[1] if owned else text) + office.end()


def _entity(rest: str) -> tuple[str, int] | None:
    """Return the state or body that `rest` names after "of", and where it ends."""
    of = _OF.match(rest)
    if of and (country := country_at_start(rest[of.end() :])):
        short = _SHORT_NAME.match(rest, of.end() + len(country))
        return country, short.end() if short else of.end() + len(country)
    body = _NAMED_BODY.match(rest) or _REGION.match(rest) or _BODY.match(rest)
    if not body:
        return None
    short = _SHORT_NAME.match(rest, body.end())  # "of the Northern Union (NU) A B"
    return body["body"], short.end() if short else body.end()
