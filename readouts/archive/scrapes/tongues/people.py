"""The people a text names after "con", "avec", "с" or "会见": from where they begin, one after
the other, as far as they can be read; what follows them is none of their business."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from readouts.archive.scrapes.cities import country_of_city
from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.tongues.grammar import CAPITAL, Tongue
from readouts.archive.scrapes.tongues.offices import Office, begins_office, office_at
from readouts.archive.scrapes.tongues.several import of_each_state
from readouts.archive.scrapes.tongues.states import state_at

Case = Callable[[str], str]

_MOST = 12
_BRACKETS = re.compile(r"\s*\((?P<words>[^()]{2,60})\)")
_COMMA = re.compile(r"\s*[,،]\s*")
_SPACE = re.compile(r"\s*")
# "en Santiago, NAME"
_CITY = re.compile(rf"[{CAPITAL}][^,;.:()]{{1,30}}(?=,\s+[{CAPITAL}])")
# "para la Región de los Lagos, NAME"
_CHARGED = re.compile(
    r"\s+(?:para|pour|für|voor)\s+(?:(?:las?|el|los|les?|as?|os?|die|das|den|de|het)\s+|l['’])?"
    rf"[{CAPITAL}][^,;.:()]{{2,50}}(?=,\s+[{CAPITAL}])"
)


@dataclass(frozen=True)
class Read:
    """A party, and where the words that name it end."""

    party: Party
    end: int


def parties_in(text: str, tongue: Tongue, case: Case = str) -> tuple[list[Party], int]:
    """Return the parties that `text` opens with, and where they end; `case` gives back the
    nominative of a name."""
    read = _people(text, 0, tongue, case)
    return [one.party for one in read], read[-1].end if read else 0


def person_at(text: str, start: int, tongue: Tongue, case: Case = str) -> Read | None:
    """Return the person or office that begins at `start`, None where none can be read."""
    start = _after_lead(text, start, tongue)
    honorific = tongue.honorific.match(text, start)
    at = honorific.end() if honorific else start
    styled = text[start:at].strip(" ,") if honorific else ""
    read: Read | None
    if group := tongue.pattern(tongue.group).match(text, at):
        return Read(Party("", styled, group[0].strip()), group.end())
    if office := office_at(text, at, tongue):
        read = _office_first(text, office, styled, tongue)
    else:
        read = _name_first(text, at, styled, tongue)
    if read is None and honorific:  # "al Embajador de Francia" is styled by his office alone
        office = office_at(text, start, tongue)
        read = _office_first(text, office, "", tongue) if office else None
    return _in_nominative(read, case) if read else None


def _in_nominative(read: Read, case: Case) -> Read:
    return replace(read, party=replace(read.party, name=case(read.party.name)))


def _people(text: str, start: int, tongue: Tongue, case: Case) -> list[Read]:
    read: list[Read] = []
    joint = tongue.pattern(tongue.joint, ignore_case=False)
    while len(read) < _MOST and (one := person_at(text, start, tongue, case)):
        if _is_no_name(one.party, tongue):
            break
        read += [Read(*each) for each in of_each_state(text, start, one.party, one.end, tongue)]
        one = read[-1]
        joined = joint.match(text, one.end)
        if not joined or not _begins_person(text, joined.end(), tongue, after=one):
            break
        start = joined.end()
    return read


def _is_no_name(party: Party, tongue: Tongue) -> bool:
    """Tell whether a name without office or style may be any words of a language without
    capitals, or is that of a city."""
    alone = not (party.title or party.honorific or party.organization)
    return alone and (_is_a_city(party.name, tongue) or bool(re.match(tongue.no_name, party.name)))


def _is_a_city(name: str, tongue: Tongue) -> bool:
    """Tell whether a word that no capital tells from a name is that of a city, perhaps with the
    preposition that grows onto it: "بأنقرة"."""
    return bool(tongue.name) and any(map(country_of_city, (name, name.removeprefix("ب"))))


def _begins_person(text: str, start: int, tongue: Tongue, *, after: Read) -> bool:
    """Tell whether a second person begins after an "and": styled, in office, or only named where
    the first is only named too."""
    at = _after_lead(text, start, tongue)
    if tongue.honorific.match(text, at) or begins_office(text, at, tongue):
        return True
    name = tongue.person.match(text, at)
    if not name:
        return False
    comma = _COMMA.match(text, name.end())
    return not after.party.title or bool(comma and begins_office(text, comma.end(), tongue))


def _after_lead(text: str, start: int, tongue: Tongue) -> int:
    found = tongue.pattern(rf"(?:{tongue.lead})*").match(text, start)
    return found.end() if found else start


def _office_first(text: str, office: Office, styled: str, tongue: Tongue) -> Read:
    """Read "la ministra de X de Y, NAME", "Präsident NAME", "法国总统马克龙"."""
    end, name = office.end, ""
    end = _after_accreditation(text, end, tongue)
    gap = _COMMA.match(text, end) or _SPACE.match(text, end)
    if office.is_counterpart and gap and (own := office_at(text, gap.end(), tongue)):
        return _of_the_counterpart(_office_first(text, own, styled, tongue), office)
    at = gap.end() if gap else end
    honorific = tongue.honorific.match(text, at)
    if honorific:
        at = honorific.end()
    found = tongue.person.match(text, at)
    if found and not _is_another(text, at, tongue) and not _is_a_city(found[0], tongue):
        end = _before_a_state(text, found, tongue)
        name = text[at:end].strip()
        styled = styled or (honorific[0].strip(" ,") if honorific else "")
    organization = office.organization
    if not organization and name and (later := _state_after(text, end, tongue)):
        organization, end = later
    elif not organization and name and (told := _office_behind(text, end, tongue, office)):
        organization, end = told.organization, told.end
    party = Party(
        name=name,
        honorific=styled,
        title=office.title,
        organization=organization,
        is_by_adjective=office.by_adjective,
        is_counterpart=office.is_counterpart,
    )
    return Read(party, end)


def _after_accreditation(text: str, end: int, tongue: Tongue) -> int:
    """Return where an office ends whose holder is posted or charged with a region: "Embajador de X
    en Y, NAME", "representante especial de X para Y, NAME"."""
    found = tongue.pattern(rf"\s+(?:{tongue.where})").match(text, end)
    if found and (state := state_at(text, found.end(), tongue)):
        return state.end if _COMMA.match(text, state.end) else end
    city = _CITY.match(text, found.end()) if found else None
    if city:
        return city.end()
    charged = _CHARGED.match(text, end)
    return charged.end() if charged else end


def _office_behind(text: str, end: int, tongue: Tongue, before: Office) -> Office | None:
    """Return the office of a state that follows a name with an office before it: "President NAME,
    President of X". Where no comma parts them, an office of more than one word before the name is
    whole, and the one behind it is that of somebody else."""
    gap = _COMMA.match(text, end) or (None if " " in before.title else _SPACE.match(text, end))
    office = office_at(text, gap.end(), tongue) if gap else None
    return office if office and office.organization and not office.is_counterpart else None


def _of_the_counterpart(read: Read, office: Office) -> Read:
    """Join "seinen kenianischen Amtskollegen, Außenminister NAME": the state of one, the office
    and name of the other."""
    party = read.party
    if not party.organization:
        party = replace(
            party, organization=office.organization, is_by_adjective=office.by_adjective
        )
    return replace(read, party=party)


def _is_another(text: str, at: int, tongue: Tongue) -> bool:
    """Tell whether what looks like a name is an office or a state."""
    return begins_office(text, at, tongue) or state_at(text, at, tongue) is not None


def _before_a_state(text: str, name: re.Match[str], tongue: Tongue) -> int:
    """Return where a name ends: "NAME van België" ends before its state."""
    links = tongue.pattern(tongue.link, ignore_case=False).finditer(text, name.start(), name.end())
    ends = [
        link.start() for link in links if link[0].strip() and state_at(text, link.end(), tongue)
    ]
    return ends[0] if ends else name.end()


def _state_after(text: str, start: int, tongue: Tongue) -> tuple[str, int] | None:
    """Return the state that follows a name: "premier NAME van België", "NAME (Chile)"."""
    brackets = _BRACKETS.match(text, start)
    if brackets and (state := state_at(brackets["words"], 0, tongue)):
        return (state.name, brackets.end()) if state.end == len(brackets["words"]) else None
    link = tongue.pattern(tongue.link, ignore_case=False).match(text, start)
    if link and link[0].strip() and (state := state_at(text, link.end(), tongue)):
        return state.name, state.end
    return None


def _name_first(text: str, at: int, styled: str, tongue: Tongue) -> Read | None:
    """Read "S.E. M. NAME, Président de X", "NAME (X)" and "NAME" alone."""
    found = tongue.person.match(text, at)
    if not found or state_at(found[0], 0, tongue):
        return None
    end = _before_a_state(text, found, tongue)
    name = text[at:end].strip()
    gap = _COMMA.match(text, end) or (
        None if tongue.is_spaced and tongue.name == "" else _SPACE.match(text, end)
    )
    office = office_at(text, _after_lead(text, gap.end(), tongue), tongue) if gap else None
    if office:
        party = Party(
            name, styled, office.title, office.organization,
            is_by_adjective=office.by_adjective,
        )  # fmt: skip
        return Read(party, office.end)
    organization = ""
    if later := _state_after(text, end, tongue):
        organization, end = later
    return Read(Party(name, styled, "", organization), end)
