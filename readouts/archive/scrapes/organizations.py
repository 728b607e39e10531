"""The organizations a body mentions, in order, under the full name it prints.

An acronym is joined to its full form by the printed bracket or by the initials; an organ of a
body counts as that body. States are not organizations here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from readouts.archive.scrapes.countries import country_code, without_article
from readouts.archive.scrapes.nationalities import state_of_adjective

# The nouns an organization's name turns on; those of the second group are followed by "of" only.
_BROAD = (
    r"Organi[sz]ation|Council|Cent(?:re|er)|Commission|Committee|Fund|Bank|Tribunal|Association|"
    r"Agency|Authority|Programme|Court|Mission|Office|Secretariat"
)
_ORGANS = r"(?:\s+(?:Commission|Council|Secretariat|Assembly)(?![\w-]))?"
_NARROW = r"Union|League|Community|Alliance|Parliament|Assembly|Quartet|Federation"
_CAP = r"(?:[^\W\d_a-z][\w'’-]*)"
_MORE = rf"{_CAP}(?:,?\s+(?!(?:{_BROAD}|{_NARROW})\b){_CAP}|\s+and\s+(?!the\b){_CAP})*"
# "the Commission of the Economic Community of ...": one of the second group within a name.
_INNER = rf"(?:{_CAP}\s+){{0,3}}?(?:{_NARROW})(?![\w-])(?:\s+of\s+(?:[Tt]he\s+)?{_MORE})?"
# "Economic and Social Council", "Educational, Scientific and Cultural Organization".
_PAIRED = (
    r"(?:(?:[A-Z][a-z]+(?:ic|al|ive)(?:,\s+|\s+and\s+))+(?=[A-Z][a-z]+(?:ic|al|ive)\b)|"
    r"Peace\s+and\s+(?=Security\b))?"
    rf"(?:{_CAP}\s+){{0,5}}?"
)
_NAME = re.compile(
    rf"(?<![\w-])(?:U\.S\.\s+)?(?:{_CAP}\s+){{0,5}}?{_PAIRED}(?:"
    rf"(?:{_BROAD})(?![\w-])(?:(?<=Mission)\s+in\s+{_CAP})?(?:\s+(?:of|for|on|"
    rf"against)\s+(?:[Tt]he\s+)?(?:{_INNER}|{_MORE})"
    rf"(?:\s+in\s+(?:the\s+)?{_CAP})?)*|"
    rf"(?:{_NARROW})(?![\w-]){_ORGANS}(?:\s+of\s+(?:[Tt]he\s+)?{_MORE})*)"
)
_LEADING = re.compile(r"^(?:(?:The|In|At|He|She|They|On|Its|This|As|Both|Former|Kazakhstan's)\s+)+")
_BRACKET = re.compile(r"\s*\((?P<acronym>[A-Z][A-Za-z&-]{1,11})(?:['’]s)?\)")
# Bodies only where their acronym stands beside them: "UN Disengagement Observer Force (UNDOF)".
_WITH_ACRONYM = re.compile(
    rf"(?<![\w-])(?:{_CAP}\s+){{1,6}}(?:Force|Operation|Team|Group|Forum|Partnership)"
    rf"(?:\s+(?:in|for|on)\s+(?:the\s+)?{_CAP}(?:\s+{_CAP})*)?(?=\s*\()"
)
# A shore, people who live together, a room, a paper: no organizations for all their nouns.
_NONE = re.compile(
    r"(?:West|East|North|South|Left|Right) Bank|(?:\w+ ){1,2}Community|"
    r"(?:\w+ )?(?:Oval|Round) Office"
)
# The Council of the European Union is none of these: that is its own name.
_ORGAN_OF = re.compile(
    rf"(?:Commission|Secretariat|Assembly|Committee|Authority) of the "
    rf"(?P<body>(?:{_CAP} ){{1,3}}(?:{_NARROW})(?: of .+)?)"
)
_COMMUNITIES = frozenset(
    ["European Community", "Caribbean Community", "East African Community", "Andean Community"]
)
# "Bank of Norland Governor Nils Moe": its holder is no part of the name.
_HOLDER = re.compile(
    r",\s+(?:Mr|Ms|Mrs|Dr|Amb|H)\b.*$|"
    r"(?<!the)\s+(?:Managing |Executive |Deputy )*(?:Governor|President|Director|Secretary|"
    r"Chair\w*|Commissioner|Chief)(?:[ -]General)?(?:\s+[^\W\d_a-z].*)?$"
)
_SMALL = re.compile(r"^(?:of|for|on|in|against|and|the|to|de|des|du|la)$", re.I)
# Acronyms of organizations that texts use without spelling them out.
_KNOWN = frozenset(
    {
        "AfDB", "ADB", "AL", "ALBA", "ASEAN", "AU", "BSEC", "CARICOM", "CEEAC", "CEMAC",
        "CELAC", "CIS", "CPLP", "CSTO", "EAC", "ECCAS", "ECOWAS", "EU", "FAO", "GCC", "IAEA",
        "ICAO", "ICC", "ICJ", "ICRC", "IFAD", "IGAD", "ILO", "IMF", "IMO", "INTERPOL", "IOM",
        "ITU", "LAS", "MERCOSUR", "NAM", "NATO", "OAS", "OECD", "OECS", "OHCHR", "OIC", "OIF",
        "OPCW", "OPEC", "OSCE", "PIF", "SAARC", "SADC", "SCO", "UNDP", "UNEP", "UNESCO",
        "UNFPA", "UNHCR", "UNICEF", "UNIDO", "UNODC", "UNRWA", "UNWTO", "WFP", "WHO", "WIPO",
        "WMO", "WTO",
    }
)  # fmt: skip
# Arabic letters and Chinese signs may stand next to one without a space.
_LATIN = "[0-9A-Za-z\u00c0-\u024f_]"
_ACRONYM = re.compile(rf"(?<!{_LATIN})(?<![(-])[A-Z][A-Za-z]{{1,8}}(?!{_LATIN})(?!-)")
_OWN = frozenset({"united nations", "un", "united nations organization"})


@dataclass(frozen=True)
class _Mention:
    start: int
    name: str
    acronym: str = ""


def organizations_in(paragraphs: list[str], *, own: str, people: Sequence[str] = ()) -> list[str]:
    """Return the organizations mentioned, but not the principal's `own`, in order of mention; the
    names of `people` are no part of theirs."""
    text = "\n¶\n".join(paragraphs)  # no name goes on in the next paragraph
    for person in filter(None, people):
        text = text.replace(f" {person}", f" ¶{person}")
    named = [
        mention
        for pattern in (_NAME, _WITH_ACRONYM)
        for found in pattern.finditer(text)
        if (mention := _named(found, text)) and (pattern is _NAME or mention.acronym)
    ]
    full = {mention.acronym: mention.name for mention in named if mention.acronym}
    for mention in named:
        for initials in _initials(mention.name):
            full.setdefault(initials, mention.name)
    spans = [(mention.start, mention.start + len(mention.name)) for mention in named]
    short = [
        _Mention(found.start(), full.get(found[0], found[0]))
        for found in _ACRONYM.finditer(text)
        if (found[0] in _KNOWN or found[0] in _bracketed(named))
        and not any(start <= found.start() < end for start, end in spans)
    ]
    mentions = [_Mention(m.start, _parent(m.name, full)) for m in named] + short
    left_out = _OWN | {own.casefold(), own.partition(" and the ")[0].casefold()}
    if own and own.casefold() not in _OWN:  # the own organs too: "ASEAN Secretariat"
        left_out |= {f"{own} {organ}".casefold() for organ in ("Secretariat", "Office", "Council")}
        left_out |= {full.get(own, "").casefold()}
    names = [m.name for m in sorted(mentions, key=lambda mention: mention.start)]
    return list(dict.fromkeys(name for name in names if name.casefold() not in left_out))


def _named(found: re.Match[str], text: str) -> _Mention | None:
    name = _LEADING.sub("", found[0])
    name = _HOLDER.sub("", re.sub(r"\bThe\b", "the", name)).strip(" ,")
    name = _before_a_national(name)
    if len(name.split()) == 1 or country_code(name) or _is_of_a_state(name):
        return None
    if _NONE.fullmatch(name) and name not in _COMMUNITIES:
        return None
    bracket = _BRACKET.match(text, found.end())
    return _Mention(found.start(), name, bracket["acronym"] if bracket else "")


def _before_a_national(name: str) -> str:
    """Return "Council of A" of "Council of A, Norwegian B C": who holds its office is no part."""
    before, comma, after = name.partition(", ")
    return before if comma and state_of_adjective(after.split(" ")[0]) else name


def _is_of_a_state(name: str) -> bool:
    """Tell whether a body is one of a state: "Council of Ministers", "Parliament of Kenya"."""
    return bool(re.match(r"(?:(?:Council|Committee) of Ministers|State Council)$", name)) or any(
        country_code(name[of.end() :]) or state_of_adjective(without_article(name[of.end() :]))
        for of in re.finditer(r"\s+of\s+", name)
    )


def _parent(name: str, full: dict[str, str]) -> str:
    """Return the body of an organ: "Council of Foreign Ministers of the OIC" is the OIC's."""
    organ = re.search(r"\s+of\s+(?:the\s+)?(?P<acronym>[A-Z]{2,9})$", name)
    if not organ and (organ := _ORGAN_OF.fullmatch(name)):
        return organ["body"]
    return full.get(organ["acronym"], organ["acronym"]) if organ else name


def _initials(name: str) -> set[str]:
    """Return the acronyms a name may have: with and without its small words."""
    return {
        "".join(word[0].upper() for word in words if small or not _SMALL.match(word))
        for words in (name.split(), name.replace("-", " ").split())
        for small in (True, False)
    }


def _bracketed(mentions: list[_Mention]) -> set[str]:
    return {mention.acronym for mention in mentions if mention.acronym}
