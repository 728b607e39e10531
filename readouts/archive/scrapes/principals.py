"""The principal: from the line under the title, from the title itself, or completed from the
sentence in which the body first names the person.

"Former" in the line is a later re-labelling of the archive; the office is that of the day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from readouts.archive.scrapes.names import NAME
from readouts.archive.scrapes.offices import OFFICE_HEAD
from readouts.archive.scrapes.paragraphs import sentences
from readouts.folding import fold

_SECTION = (
    r"(?P<section>readouts?|read-outs?|res[úu]men(?:es)?|comptes?[- ]rendus?|lecturas?|"
    r"informes?|краткие отчеты|отчеты?|قراءات|纪要)"
)
_NAMED = r"(?P<name>[^\W\d_a-z][\w'’. -]{2,60}?)"
LABEL = re.compile(
    rf"(?:(?i:{_SECTION})\s*\|\s*)?{_NAMED},\s*(?P<former>[Ff]ormer\s+)?(?:the\s+)?"
    r"(?:(?:UN|United Nations)\s+)?"
    r"(?P<title>(?:Deputy[- ])?Secretary-General)(?:\s+of the United Nations)?"
)
HEADING = re.compile(
    r"(?:Statement by the\s+)?(?:United Nations\s+|UN\s+)?(?:[Ff]ormer\s+)?"
    rf"(?P<title>(?:Deputy[- ])?Secretary-General)\s+{_NAMED}"
)
_TITLED = re.compile(r"^(?:UN|United Nations)\s+")
# So many sentences of the body may still introduce the principal.
_INTRODUCTION = 3
_DOES = (
    r"\s*,?\s+(?:(?:also|today|yesterday|again|then|jointly|separately|"
    r"this (?:morning|afternoon|evening)|"
    r"and)\b|met|meets|spoke|speaks|talked|called|calls|received|hosted|held|had|convened|welcomed|"
    r"welcomes|participated|joined|placed|conducted|visited|travell?ed|hosts|congratulated)"
)


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
        organization="United Nations",
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
    words = re.sub(r"^the\s+", "", words.strip(), flags=re.I)
    for short, office in sorted((offices or {}).items(), key=lambda pair: -len(pair[0])):
        if found := re.match(rf"{re.escape(short)}(?:,?\s+|$)", words, re.I):
            return Principal(words[found.end() :].strip(" ,"), office)
    plain = _TITLED.sub("", words)
    organization = "United Nations" if plain != words else ""
    office_head = OFFICE_HEAD.match(plain)
    if not office_head:
        return Principal(name=words)
    name = plain[office_head.end() :].strip(" ,")
    return Principal(name, office_head["office"], organization)


def completed(
    principal: Principal, paragraphs: Sequence[str], offices: Mapping[str, str] | None = None
) -> Principal:
    """Complete the principal from the sentence whose subject it is, where the body gives more:
    "Secretary Kolb" in the title is "Secretary of State Anna M. Kolb" in the text."""
    known = [principal.title] if principal.title else list(dict.fromkeys((offices or {}).values()))
    if not known:
        return principal
    forms = sorted({*known, *(offices or {})} if not principal.title else set(known), key=len)
    opening = [s for paragraph in paragraphs[:2] for s in sentences(paragraph)][:_INTRODUCTION]
    for sentence in opening:
        if more := _subject(sentence, forms[::-1]):
            fuller = _fuller(principal, more, offices or {})
            if fuller != principal:
                return fuller
    return principal


def _subject(sentence: str, forms: Sequence[str]) -> Principal | None:
    """Return the person and office that open a sentence, when the office is one of `forms`."""
    office = "|".join(rf"(?:[A-Z][\w.’'-]*\s+){{0,3}}?{re.escape(form)}" for form in forms)
    found = re.match(
        rf"(?:[^.]{{0,70}}?,\s+|(?:Earlier )?[Tt]oday\s+)??(?:[^.,A-Z]{{0,6}})"
        rf"(?:H[HMRE]+\s+)?(?:[Tt]he\s+)?"
        rf"(?P<office>(?:{office})(?:[- ]elect|[- ]designate)?"
        rf"(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+)*?)?),?\s+"
        rf"(?:(?:H\.E\.|Mr\.|Ms\.|Mrs\.|Dr\.|the Rt Hon\.?)\s+)*(?P<name>{NAME.pattern}){_DOES}",
        sentence,
    )
    if found:
        return Principal(found["name"], found["office"])
    # "Mr. NAME, Prime Minister of Japan, held …"
    after = re.match(
        rf"(?:.{{0,90}}?,\s+)??(?:(?:H\.E\.|Mr\.|Ms\.|Mrs\.|Dr\.)\s+)*(?P<name>{NAME.pattern}),\s+"
        rf"(?:the\s+)?(?P<office>{office})(?:\s+of\s+[A-Z]\w+)?,{_DOES}",
        sentence,
    )
    return Principal(after["name"], after["office"]) if after else None


def _fuller(principal: Principal, more: Principal, offices: Mapping[str, str]) -> Principal:
    """Return the principal with the longer forms of the same name and office."""
    if principal.name and fold(principal.name).split()[-1] not in fold(more.name).split():
        return principal
    title = more.title if len(more.title) > len(principal.title) else principal.title
    title = offices.get(title, title)
    name = more.name if len(more.name) > len(principal.name) else principal.name
    return replace(principal, name=name, title=title)


def subjects(principal: Principal) -> tuple[str, ...]:
    """Return the words by which the body may call the principal, the longest first."""
    if not (principal.name or principal.title):
        return ("Secretary-General",)
    # The family name may come first or last.
    families = {principal.name.partition(" ")[0], principal.name.rpartition(" ")[2]} - {""}
    # "Secretary of State" is "the Secretary", "Prime Minister" is "the PM".
    short = {
        principal.title,
        principal.title.partition(" of ")[0],
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
    styled = {f"{style} {name}" for style in ("Mr.", "Ms.", "Mrs.", "Dr.") for name in families}
    words = {principal.name, *families, *offices, *named, *apposed, *styled} - {""}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


_SHORT = {"Prime Minister": ("PM",), "Secretary-General": ("UN Secretary-General", "UN chief")}
