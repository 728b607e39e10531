"""The principal: from the line under the title, from the title itself, or completed from the
sentence in which the body first names the person.

"Former" in the line is a later re-labelling of the archive; the office is that of the day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from readouts.archive.scrapes.honorifics import after_honorific
from readouts.archive.scrapes.introductions import called_on, held_between, introduced
from readouts.archive.scrapes.names import NAME
from readouts.archive.scrapes.nationalities import state_adjective
from readouts.archive.scrapes.office_holders import STYLES
from readouts.archive.scrapes.offices import begins_office, owned_office
from readouts.archive.scrapes.paragraphs import sentences
from readouts.archive.scrapes.parties import read_parties
from readouts.archive.scrapes.party import Party, is_same_office
from readouts.folding import fold

_SECTION = (
    r"(?P<section>readouts?|read-outs?|res[úu]men(?:es)?|comptes?[- ]rendus?|lecturas?|"
    r"informes?|краткие отчеты|отчеты?|قراءات|纪要)"
)
# The office in the other languages of the organization, and its name in each.
_ABROAD = {
    "Secrétaire général": "Nations Unies", "Secretario General": "Naciones Unidas",
    "Secretário-Geral": "Nações Unidas", "Генеральный секретарь": "Организация Объединённых Наций",
    "الأمين العام": "الأمم المتحدة", "秘书长": "联合国",
}  # fmt: skip
_NAMED = r"(?P<name>[^\W\d_a-z][\w'’. -]{2,60}?)"
LABEL = re.compile(
    rf"(?:(?i:{_SECTION})\s*\|\s*)?{_NAMED}[,،，]\s*(?P<former>(?:[Ff]ormer|[Aa]ncien|"
    rf"[Ee]x)\s+)?(?:the\s+)?"
    r"(?:(?:UN|United Nations)\s+)?"
    rf"(?P<title>(?:Deputy[- ])?Secretary-General|{'|'.join(_ABROAD)})"
    r"(?:\s+of the United Nations|\s+de (?:las|l['’]Organisation des|das)? ?(?:Nations|Naciones|"
    r"Nações) [Uu]n\w+)?"
)
HEADING = re.compile(
    r"(?:Statement by the\s+)?(?:United Nations\s+|UN\s+)?(?:[Ff]ormer\s+)?"
    rf"(?P<title>(?:Deputy[- ])?Secretary-General)\s+{_NAMED}"
)
_STYLE = re.compile(
    r"^(?:H\.?\s?[HM]\.?|H\.?\s?R\.?\s?H\.?|H\.?\s?E\.?|His (?:Royal )?Highness|His Majesty|"
    r"His Excellency|Her (?:Royal )?Highness|Her Majesty|"
    r"Her Excellency)\s+(?=(?:the\s+)?[A-Z]\w+\b)"
)
_OFFICE_OF_ANY_STATE = re.compile(r"Heads? of (?:State|Government|Diplomacy)", re.I)
_TITLED = re.compile(r"^(?:UN|United Nations)\s+")
_ENDS_AS_OFFICE = re.compile(
    r"\s(?:Governor|Minister|President|Ambassador|Premier|Envoy|Director)$"
)
# As headlines print them everywhere.
_SHORT_FORMS = {"PM": "Prime Minister", "FM": "Foreign Minister", "DPM": "Deputy Prime Minister",
    "EAM": "External Affairs Minister",
    "EU HRVP": "EU High Representative", "EU HR/VP": "EU High Representative",
    "EU HR": "EU High Representative", "HRVP": "EU High Representative",
    "HR/VP": "EU High Representative",
}  # fmt: skip
# How a text calls the principal in later sentences.
_STYLED = ("Mr.", "Ms.", "Mrs.", "Dr.", "Mr", "Ms", "Mrs", "Dr", "M.", "Mme")
# No office holds these words: the name they stand before is another's.
_TELLS = re.compile(r"\b(?:has|have|had|met|spoke|held|received|with)\b")
# So many sentences of the body may still introduce the principal.
_INTRODUCTION = 3


@dataclass(frozen=True)
class Principal:
    """Whose readout it is: name, title and organization as printed, "" where unknown."""

    name: str = ""
    title: str = ""
    organization: str = ""
    is_relabelled: bool = False
    has_section: bool = False

    def as_record(self) -> dict[str, str]:
        """Return the principal of the archive record, unknown parts left out."""
        fields = {"name": self.name, "title": self.title, "organization": self.organization}
        return {key: value for key, value in fields.items() if value}


def read_label(line: str) -> Principal | None:
    """Read "Readouts | Name, Former Secretary-General" and "Name, Secretary-General"."""
    found = LABEL.fullmatch(line)
    if not found:
        return None
    return Principal(
        name=found["name"].strip(),
        title=_plain(found["title"]),
        organization=_ABROAD.get(found["title"], "United Nations"),
        is_relabelled=bool(found["former"]),
        has_section=bool(found["section"]),
    )


def read_heading(line: str) -> Principal | None:
    """Read "Secretary-General Name", a line of its own."""
    found = HEADING.fullmatch(line)
    if not found or not NAME.fullmatch(found["name"].strip()):
        return None
    return Principal(found["name"].strip(), _plain(found["title"]), "United Nations")


def _plain(title: str) -> str:
    return title.replace("Deputy-", "Deputy ")


def principal_in_title(words: str, offices: Mapping[str, str] | None = None) -> Principal:
    """Read the principal of a title: "President Name", "Name", "the Secretary-General", or one of
    the short forms that `offices` gives in full ("PM")."""
    words = re.sub(r"^the\s+", "", _STYLE.sub("", words.strip(" ,")), flags=re.I)
    known = _SHORT_FORMS | dict(offices or {})
    for short, office in sorted(known.items(), key=lambda pair: -len(pair[0])):
        of_state = state_adjective().match(words)  # "Chinese FM"
        start = of_state.end() if of_state and short in _SHORT_FORMS else 0
        found = re.compile(rf"{re.escape(short)}(?:,?\s+|$)", re.I).match(words, start)
        name = after_honorific(words[found.end() :].strip(" ,"))[1] if found else ""
        if found and (not name or (NAME.fullmatch(name) and not begins_office(name))):
            owned = owned_office(f"{words[:start]}{office}")
            return Principal(name, *((owned[1], owned[0]) if owned else (office, "")))
    if _OFFICE_OF_ANY_STATE.fullmatch(words):
        return Principal()  # what the person is, and no title that is borne
    plain = _TITLED.sub("", words)
    organization = "United Nations" if plain != words else ""
    people = read_parties(plain)
    if len(people) == 1 and (people[0].name or begins_office(plain)):
        person = people[0]
        return Principal(person.name, person.title, organization or person.organization)
    if _ENDS_AS_OFFICE.search(words):  # "Southern Governor"
        return Principal(title=words)
    return Principal(name=after_honorific(words)[1])


def completed(
    principal: Principal,
    paragraphs: Sequence[str],
    offices: Mapping[str, str] | None = None,
    others: Sequence[Party] = (),
) -> Principal:
    """Complete the principal from the sentence whose subject it is, where the body gives more:
    "Secretary Kolb" in the title is "Secretary of State Anna M. Kolb" in the text. It is none of
    the `others` of the title: "The President and Prime Minister Okello spoke" names the latter."""
    offices = offices or {}
    families = {word for other in others for word in fold(other.name).split()[-1:]}
    opening = [s for paragraph in paragraphs[:2] for s in sentences(paragraph)][:_INTRODUCTION]
    for sentence in opening:
        for person in (*introduced(sentence), *called_on(sentence), *held_between(sentence)):
            is_other = not principal.name and not families.isdisjoint(fold(person.name).split())
            if not is_other and _may_be(person, principal, offices):
                return _fuller(principal, person, offices)
        office = _office_before(principal.name, sentence)
        if office and not (principal.title and office in STYLES):
            return replace(principal, title=office)
    return principal


def _may_be(person: Party, principal: Principal, offices: Mapping[str, str]) -> bool:
    """Tell whether the subject of a sentence is the principal, by name or else by office."""
    if principal.name:
        words = fold(person.name).split()
        return fold(principal.name).split()[-1] in words or words[-1:] == [fold(principal.name)]
    if principal.title:
        known = {principal.title, offices.get(principal.title, "")}
        return any(is_same_office(person.title, office) for office in known if office)
    known = {*offices, *offices.values()}
    return bool(person.title) and (
        not known or any(is_same_office(person.title, office) for office in known)
    )


def _office_before(name: str, sentence: str) -> str:
    """Return all that stands before a name known in full that opens a sentence, if an office."""
    found = re.match(
        rf"(?:[^.A-Z]{{0,9}}[^.,]{{0,60}},\s+)?(?:the\s+)?(?P<office>[A-Z][^.]{{3,200}}?),?\s+"
        rf"{re.escape(name)}(?:,|\s+[a-z])",
        sentence,
    )
    found = found if " " in name and found and not _TELLS.search(found["office"]) else None
    return found["office"] if found and begins_office(found["office"]) else ""


def _fuller(principal: Principal, more: Party, offices: Mapping[str, str]) -> Principal:
    """Return the principal with the longer forms of the same name and office."""
    title = principal.title
    is_only_a_style = title in STYLES and more.title  # an Ambassador, the Trade Representative
    if fold(title) in fold(more.title) or not title or is_only_a_style:
        title = more.title  # the same office, with its remit
    title = offices.get(title, title)
    name = max(principal.name, more.name, key=len)
    return replace(
        principal,
        name=name,
        title=title,
        organization=_fuller_name(principal.organization, more.organization),
    )


def _fuller_name(known: str, told: str) -> str:
    """Return the longer of two names of one body, "ICRC" and "International Committee of …"."""
    initials = "".join(word[0] for word in told.split() if word[0].isupper())
    return told if fold(known) in fold(told) or known == initials else known


def subjects(principal: Principal) -> tuple[str, ...]:
    """Return the words by which the body may call the principal, the longest first."""
    if not (principal.name or principal.title):
        return ("Secretary-General",)
    # The family name may come first or last.
    families = {principal.name.partition(" ")[0], principal.name.rpartition(" ")[2]} - {""}
    # "Secretary of State" is "the Secretary", "Prime Minister" is "the PM".
    short = {
        principal.title,
        re.split(r" (?:of|for) ", principal.title, maxsplit=1)[0],
        *_SHORT.get(principal.title, ()),
    }
    offices = short - {""}
    named = {
        f"{office}{link}{name}"
        for office in offices
        for name in {principal.name, *families} - {""}
        for link in (" ", ", ")
    }
    apposed = {f"{office}, {principal.name}," for office in offices if principal.name}
    styled = {f"{style} {name}" for style in _STYLED for name in families}
    words = {principal.name, *families, *offices, *named, *apposed, *styled} - {""}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


_SHORT = {
    "Prime Minister": ("PM",),
    "Secretary-General": ("UN Secretary-General", "UN chief"),
    # The shell of a page may be in French around a text in English.
    "Secrétaire général": ("Secretary-General",),
    "Secretario General": ("Secretary-General",),
}
