"""The principal: from the line under the title, or from the title itself.

"Former" in the line is a later re-labelling of the archive; the office is that of the day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.archive.scrapes.offices import OFFICE_HEAD

_SECTION = r"(?P<section>readouts?|read-outs?|res[úu]menes|comptes?[- ]rendus?)"
_NAMED = r"(?P<name>[^\W\d_a-z][\w'’. -]{2,60}?)"
LABEL = re.compile(
    rf"(?:(?i:{_SECTION})\s*\|\s*)?{_NAMED},\s*(?P<former>[Ff]ormer\s+)?"
    r"(?P<title>(?:Deputy )?Secretary-General)(?:\s+of the United Nations)?"
)
HEADING = re.compile(rf"(?:United Nations\s+)?(?P<title>Secretary-General)\s+{_NAMED}")
_TITLED = re.compile(r"^(?:UN|United Nations)\s+")


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
        title=found["title"],
        organization="United Nations",
        is_relabelled=bool(found["former"]),
        has_section=bool(found["section"]),
    )


def read_heading(line: str) -> Principal | None:
    """Read "Secretary-General Name", a line of its own."""
    found = HEADING.fullmatch(line)
    return Principal(found["name"].strip(), found["title"], "United Nations") if found else None


def principal_in_title(words: str) -> Principal:
    """Read the principal of a title: "President Name", "Name", "the Secretary-General"."""
    plain = _TITLED.sub("", words)
    organization = "United Nations" if plain != words else ""
    office = OFFICE_HEAD.match(plain)
    if not office:
        return Principal(name=words)
    return Principal(plain[office.end() :].strip(" ,"), office["office"], organization)
