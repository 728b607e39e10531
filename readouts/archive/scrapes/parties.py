"""The other parties of an encounter, read from the words after "with": who they are, how styled,
in which office. A name that is only mentioned never comes here."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from readouts.archive.scrapes.countries import (
    country_code,
    country_name,
    without_article,
)
from readouts.archive.scrapes.honorifics import HONORIFIC, STYLED_OFFICE, after_honorific
from readouts.archive.scrapes.names import NAME
from readouts.archive.scrapes.nationalities import state_adjective, state_of_adjective
from readouts.archive.scrapes.office_holders import read_holder
from readouts.archive.scrapes.offices import Office, begins_office, owned_office, read_office
from readouts.archive.scrapes.party import Party, royal_title
from readouts.archive.scrapes.party_lists import each_with_office, separate
from readouts.archive.scrapes.shared_offices import (
    held_in_common,
    names_first,
    shared_office,
    with_one_office,
)

_TRAILING = re.compile(
    r",?\s+(?:and|with|accompanied by)\s+(?:his|her|their)\s+"
    r"(?:accompanying )?(?:wife|husband|spouse|delegation|team|advisers|colleagues),?$|"
    r",?\s+and(?:\s+with)?$|;$|,$"
)
# Several people known by what they share: "Nordic counterparts", "members of the Elders".
_GROUP = re.compile(
    r"(?:the\s+|a\s+)?(?P<group>(?:[\w'’-]+ ){0,5}(?:members|representatives|leaders|heads|"
    r"delegation|delegations|counterparts|principals|group|allies|partners|ambassadors|ministers|"
    r"envoys|officials|families|relatives|victims|survivors|students|women|youth|experts|"
    r"legislators|"
    r"parliamentarians|participants|businesses|companies|investors|coaches|counselors|employees|"
    r"staff|veterans)"
    r"(?:\s+(?:of|from|on|in|to|for)\s+.+)?)",
    re.I,
)
# "the President and Prime Minister of X" are two people: nobody holds both offices at once.
_PAIR = re.compile(
    r"(?:the\s+)?(?P<first>President|King|Amir|Emir)\s+and\s+(?:the\s+)?(?P<second>Prime Minister|"
    r"Queen|Foreign Minister|Vice[- ]President|Crown Prince)\s+of\s+(?P<state>.+)"
)
_JUNIOR = re.compile(r"\b(?:Jr|Sr)\.$")
_TALKED_OF = re.compile(
    r"(?:(?<=leaders)|(?<=counterparts)|(?<=ministers))\s+(?:on|about|to discuss)\s.+$", re.I
)
_INNER_OFFICE = re.compile(
    r"(?P<body>[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){0,4}?) (?P<rest>(?:(?:Deputy|Vice|"
    r"Executive|"
    r"Managing|Foreign|Defen[cs]e|Finance) )*(?:President|Prime Minister|Premier|Minister|Mayor|"
    r"Governor|Director|Chairman|Chairwoman|Chairperson|Commissioner|Secretary[ -]General|Director"
    r"[ -]General|CEO) [^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’.-]+){0,4})$"
)
_LETTERS = re.compile(r",?\s+(?:MP|MEP|KC|QC|KCB|CBE|OBE|KBE|TD)(?![\w-])")
# "the President of sisterly Turkmenistan": no part of the name of a state.
_WARM = re.compile(r"\b(?:sisterly|brotherly|friendly)\s+(?=[A-Z]|the [A-Z])")
# "his brother, President A"
_KIN = re.compile(
    r"\b(?:his|her) (?:dear |younger |elder )?(?:brother|sister|friend|colleague),?\s+"
    r"(?=[A-Z]|the [A-Z])"
)
_AS_WELL_AS = re.compile(
    r",?\s+as well as(?:\s+(?:with|to))?\s+|,\s+(?:and\s+)?with\s+(?=the\s+[A-Z])"
)
# "the ambassadors accredited to X: the Ambassador of A, B; ...": who they are stands behind.
_LISTED = re.compile(
    r"^(?:the\s+)?(?:\w+\s+){0,3}(?:[Aa]mbassadors|ministers|leaders|heads)\b[^:;,]{0,80}:\s+"
    r"(?=the\s+[A-Z]|[A-Z])"
)
_NICKNAME = re.compile(r"\s+[\"“][^\"”]{1,30}[\"”]")
_BRACKETED = re.compile(r"\s*\([^)]{1,40}\)")
_PERSONAL = re.compile(r"\b(?:Mr|Ms|Mrs|Miss|Dr|Mme|Prof|Mawla[vw]i)\b")
_NOT_A_PERSON = re.compile(
    r"\b(?:Government|Council|Union|Nations|States|Commission|Committee|Assembly|Group|Ministry|"
    r"Parliament|Members?|Team|Mission|Party|Delegation|Summit|Conference|Office|Quartet|House|"
    r"Leaders?|Counterparts?|Partners?|Allies|Coalition|Representatives|Officials|Families|Press|"
    r"After|Before|Presenting|"
    r"Media|Today|Yesterday)\b|"
    r"\s(?:Governor|Minister|President|Ambassador|Premier|Envoy|Director)$"
)
# "PM A" is printed short in headlines only.
_PM = re.compile(r"(?<!\d )(?<!\d)\bPM(?=\s+[^\W\d_a-z]|$)")
_FM = re.compile(r"(?<!\d )(?<!\d)\bFM(?=\s+[^\W\d_a-z]|$)")
# "the Deputy Wali (Governor) of Kordal": what an office abroad would be called here.
_GLOSS = re.compile(r"(?<=[a-z])\s*\([A-Z][a-z]+\)(?=\s+of\b)")
# Who leads a delegation is whom they met.
_LED_BY = re.compile(
    r"\b(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?[Dd]elegation\s+(?:led|headed)\s+by\s+"
)
# "Richard (Dick) A": a short name within the whole.
_SHORT_NAME = re.compile(r"(?<=[^\W\d_A-Z])\s+\([A-Z][a-z]+\)(?=\s+[A-Z])")
_COUNTERPART = re.compile(r"\b[Cc]ounterpart,?\s+(?:the\s+)?")
_NEWLY = re.compile(
    r"\b(?:the\s+)?(?:recently|newly)[ -](?:appointed|elected)\s+(?=[A-Z])|"
    r"\b(?<=the )new\s+(?=[A-Z])"
)
_THEIR = re.compile(
    r"^(?:(?:his|her|their|its|(?:the )?(?:visiting|outgoing|incoming|newly[ -]accredited))\s+)+"
    r"(?=[^\W\d_])"
)


def read_parties(text: str) -> list[Party]:
    """Read "H.E. Mr. A, President of X, and H.E. Ms. B, Prime Minister of Y" and its variants.

    What is neither a name nor an office nor a group of people gives no party.
    """
    text = _LISTED.sub("", text.replace(" Of ", " of "))  # no name has it
    text = _SHORT_NAME.sub("", _AS_WELL_AS.sub(", and ", _GLOSS.sub("", _KIN.sub("", text))))
    text = _LED_BY.sub("", _FM.sub("Foreign Minister", text))
    text = _NEWLY.sub("", _WARM.sub("", _PM.sub("Prime Minister", _LETTERS.sub("", text))))
    text = _without_counterpart(text)
    text = each_with_office(text.strip(" ,") if _JUNIOR.search(text) else text.strip(" ,."))
    text = names_first(text)
    if shared := _of_a_shared_office(text):
        return shared
    if held := held_in_common(text):
        return held
    parties = [party for piece in separate(text) for party in _read_piece(piece)]
    return with_one_office(_with_state_of_the_chief(parties))


def _with_state_of_the_chief(parties: list[Party]) -> list[Party]:
    """Give a deputy the state of the chief told before: "Kenyan Minister A and Deputy Minister
    B"."""
    for number, (chief, deputy) in enumerate(pairwise(parties), start=1):
        is_deputy = chief.title and deputy.title in _deputies(chief.title)
        if is_deputy and chief.is_by_adjective and not deputy.organization:
            state = chief.organization
            parties[number] = replace(deputy, organization=state, is_by_adjective=True)
    return parties


def _deputies(title: str) -> set[str]:
    return {f"{rank} {title}" for rank in ("Deputy", "First Deputy", "Vice")}


def _without_counterpart(text: str) -> str:
    """Return "Thai Deputy Minister A" of "Thai counterpart, Deputy Minister A"."""
    for found in reversed(list(_COUNTERPART.finditer(text))):
        if begins_office(text[found.end() :]):
            text = text[: found.start()] + text[found.end() :]
    return text


def _read_piece(piece: str) -> list[Party]:
    piece = _THEIR.sub("", _TRAILING.sub("", piece).strip(" ,;"), count=1)
    if shared := _of_a_shared_office(piece):
        return shared
    pair = _PAIR.fullmatch(piece)
    if pair and country_code(pair["state"]):
        state = without_article(pair["state"])
        return [Party("", "", pair[office], state) for office in ("first", "second")]
    party = _read_party(piece)
    return [_with_royal_title(party)] if party else []


def _read_party(piece: str) -> Party | None:
    if styled := STYLED_OFFICE.match(piece):  # "His Highness the Crown Prince A"
        return _office_first(piece[styled.end() :], styled["style"])
    honorific, rest = after_honorific(piece)
    if not honorific and (party := _office_before_honorific(piece)):
        return party
    personal = bool(_PERSONAL.search(honorific))  # "Mr. Emir Hadžić" is no emir
    if not personal and begins_office(rest) and not re.match(r"\w+ers of ", rest):
        return _office_first(rest, honorific)
    if group := _GROUP.fullmatch(_TALKED_OF.sub("", rest)):
        return Party("", honorific, group["group"])
    return _name_first(rest, honorific)


def _with_royal_title(party: Party) -> Party:
    """Give "King A of X" the title its style already says."""
    title = royal_title(party)
    return replace(party, title=title) if title and party.organization else party


def _name_first(text: str, honorific: str) -> Party | None:
    """Read "A, President of X", "King A of X" and "A" alone."""
    if not honorific and (inner := _INNER_OFFICE.match(text)):  # "Kurdistan Region President A"
        return replace(_office_first(inner["rest"], ""), organization=inner["body"])
    if not honorific and (of_state := _of_a_nationality(text)):
        return of_state
    found = NAME.match(text)
    if not found:
        return None
    nickname = _NICKNAME.match(text, found.end())
    name = text[: nickname.end()] if nickname else found[0]
    after = _BRACKETED.sub("", text[len(name) :], count=1)
    if honorific and after.startswith(" of "):
        return Party(name, honorific, "", without_article(after[len(" of ") :].split(",")[0]))
    apposed = after.startswith(",") or (honorific and begins_office(after.strip()))
    office = read_office(without_article(after.lstrip(" ,"))) if apposed else Office("")
    if honorific or begins_office(office.title):
        return Party(name, honorific, *_pair(office))
    return Party(name) if not after.strip(" ,") and _is_a_persons(name) else None


def _of_a_nationality(text: str) -> Party | None:
    """Read "Norwegian A B": the demonym tells the state, and no office is printed."""
    demonym = state_adjective().match(text)
    code = state_of_adjective(demonym["state"]) if demonym else ""
    name = NAME.fullmatch(text[demonym.end() :]) if demonym and code else None
    if not name or " " not in name[0] or not _is_a_persons(name[0]):
        return None
    return Party(name[0], organization=country_name(code), is_by_adjective=True)


def _is_a_persons(name: str) -> bool:
    """Tell whether a name without honorific or office can be that of a person."""
    return not (country_code(name) or _NOT_A_PERSON.search(name) or name.isupper())


def _office_before_honorific(text: str) -> Party | None:
    """Read "the President of X, H.E. Mr. A"."""
    found = HONORIFIC.search(text)
    head = text[: found.start()] if found else ""
    if not found or not begins_office(head):
        return None
    name = NAME.match(text[found.end() :])
    office = read_office(without_article(head))
    party = Party(name[0] if name else "", found[0].strip(), *_pair(office))
    return replace(party, is_by_adjective=not _prints(head, office.organization))


def _prints(text: str, state: str) -> bool:
    """Tell whether `text` prints the name of a state itself, and not only its adjective."""
    return not state or bool(re.search(rf"{re.escape(state)}(?!\w)", text))


def _office_first(text: str, honorific: str) -> Party:
    """Read "President Hamid Karzai of Afghanistan", "the Prime Minister of X", "X's President"."""
    if owned := owned_office(text):
        state, office_text = owned
        party = _office_first(office_text, honorific)
        if country_code(party.organization):
            return party
        return replace(party, organization=state, is_by_adjective=not _prints(text, state))
    text = without_article(text)
    if holder := read_holder(text):
        styles = f"{honorific} {holder.honorific}".strip()
        return Party(holder.name, styles, *_pair(holder.office))
    return Party("", honorific, *_pair(read_office(text)))


def _of_a_shared_office(text: str) -> list[Party]:
    """Read "the Foreign Ministers of A and B" as one unnamed participant for each state; what
    follows the states may be other offices."""
    holders, rest = shared_office(text)
    others = [party for piece in rest for party in _read_piece(piece)]
    return holders + others if len(others) >= len(rest) else []


def _pair(office: Office) -> tuple[str, str]:
    return office.title, office.organization
