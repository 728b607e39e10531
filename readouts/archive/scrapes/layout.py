"""What the description of a layout is made of, and how it is scored against a page.

A layout says by which marks its pages are known, whose readouts they are, and what else ends
their text; where date, place and principal stand is read by the shared parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from readouts.archive.scrapes.head_lines import Kind
from readouts.archive.scrapes.heads import Head
from readouts.archive.scrapes.page import Page, Recognition

# Below this no layout is taken to know a page; the generic rules read it.
SURE = 0.5


@dataclass(frozen=True)
class Mark:
    """One thing to look for, and what it adds to the score when it is there (or takes away)."""

    weight: float
    says: str
    address: str = ""
    line: str = ""
    title: str = ""
    over: Kind | None = None
    under: Kind | None = None
    absent: bool = False

    def is_on(self, page: Page, head: Head) -> bool:
        """Tell whether the page bears the mark: all of what is asked."""
        asked = [
            re.search(self.address, page.url, re.I) is not None if self.address else None,
            _any_line(self.line, page) if self.line else None,
            re.search(self.title, head.title.printed, re.I) is not None if self.title else None,
            any(line.kind is self.over for line in head.over) if self.over else None,
            any(line.kind is self.under for line in head.under) if self.under else None,
        ]
        return all(answer for answer in asked if answer is not None) != self.absent


@dataclass(frozen=True)
class Layout:
    """The description of one layout."""

    name: str
    marks: tuple[Mark, ...]
    # Words of a title that mean the principal, and the office meant; of the rest, nothing.
    organization: str = ""
    offices: Mapping[str, str] = field(default_factory=dict)
    # The organization's name where the office is printed in another language.
    organizations: Mapping[str, str] = field(default_factory=dict)
    # A line near the title that names the principal, as the group "name".
    named_in: str = ""
    # The office whose holder that line names, where it is not that of every principal.
    named_office: str = ""
    closers: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    # Whether a short line beside the date or title is a place though it names no country.
    trusts_places: bool = False
    # Whether the title may be a line that no grammar reads, if the body reports an encounter.
    any_title: bool = False

    def recognise(self, page: Page, head: Head) -> Recognition:
        """Say how sure the layout is that the page is one of its own."""
        borne = [mark for mark in self.marks if mark.is_on(page, head)]
        score = min(round(sum(mark.weight for mark in borne), 2), 1.0)
        reasons = ", ".join(mark.says for mark in borne if mark.weight > 0)
        return Recognition(max(score, 0.0), reasons or "It bears no mark of this layout.")


def _any_line(form: str, page: Page) -> bool:
    pattern = re.compile(form, re.I)
    return any(pattern.match(line) for line in page.lines)
