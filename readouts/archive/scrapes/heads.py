"""The head of a page: which line is the title, and what stands above and below it."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.archive.scrapes.dates import date_line
from readouts.archive.scrapes.page import NotAReadout, Page
from readouts.archive.scrapes.paragraphs import body_of, is_frozen_banner, is_furniture, is_prose
from readouts.archive.scrapes.principals import Principal, read_heading, read_label
from readouts.archive.scrapes.titles import Title, has_label, read_title


@dataclass(frozen=True)
class Head:
    """The one title of the page, the lines above it and those below."""

    title: Title
    above: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def label(self) -> tuple[int, Principal] | None:
        """Return the line below the title that names the principal, with its number."""
        for number, line in enumerate(self.below[:4]):
            if principal := read_label(line):
                return number, principal
        return None

    @property
    def heading(self) -> Principal | None:
        """Return the principal of a line above the title, "Secretary-General Name"."""
        return next((found for line in self.above if (found := read_heading(line))), None)


def find_head(page: Page) -> Head:
    """Return the head of the one readout on a page.

    Raises NotAReadout, with the reason, when there is none or more than one.
    """
    titles = _titles(page)
    if not titles:
        raise NotAReadout(_why_none(page))
    ends = [*(number for number, _ in titles[1:]), len(page.lines)]
    with_text = [
        (number, title)
        for (number, title), end in zip(titles, ends, strict=True)
        if _has_body(page.lines[number + 1 : end])
    ]
    if len(with_text) > 1:
        raise NotAReadout(
            f"The file holds {len(with_text)} readouts; split it into one file for each."
        )
    if not with_text and len(titles) > 1:
        raise NotAReadout(
            f"The file is a list of {len(titles)} titles without their texts, not a readout."
        )
    number, title = (with_text or titles)[0]
    end = next((later for later, _ in titles if later > number), len(page.lines))
    above = tuple(line for line in page.lines[:number] if not is_furniture(line))
    return Head(title, above, page.lines[number + 1 : end])


def _titles(page: Page) -> list[tuple[int, Title]]:
    """Return the titles of the page; unlabelled ones count only when no labelled one is there."""
    for labelled in (True, False):
        found: list[tuple[int, Title]] = []
        for number, line in enumerate(page.lines):
            if not labelled and (is_prose(line) and line.endswith(".")):
                continue
            title = read_title(line, labelled=labelled)
            if title and not any(title.printed == earlier.printed for _, earlier in found):
                found.append((number, title))
        if found:
            return found
    return []


def _has_body(lines: tuple[str, ...]) -> bool:
    text = [line for line in lines if not read_label(line) and not date_line(line)]
    return bool(body_of(text)[0])


def _why_none(page: Page) -> str:
    rest = [line for line in page.lines if not is_furniture(line)]
    if not rest and any(is_frozen_banner(line) for line in page.lines):
        return "The file holds only the banner of a site that is kept as history."
    if any(has_label(line) for line in page.lines):
        return "A line opens like the title of a readout, but says neither who nor with whom."
    if not any(is_prose(line) for line in rest):
        return "The file holds only navigation: short lines and no paragraph."
    return "No line of the file is the title of a readout."
