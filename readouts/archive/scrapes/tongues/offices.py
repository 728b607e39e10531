"""Offices as one language prints them: head, portfolio, state or body, in the order it has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.archive.scrapes.tongues.grammar import CAPITAL, Tongue
from readouts.archive.scrapes.tongues.states import state_at, state_name, state_of

# An unknown name after "of" is that of a state or body as far as it has capitals.
_CAPITALISED = rf"[{CAPITAL}][\w’'-]+"
_UNKNOWN = re.compile(
    rf"(?:{_CAPITALISED}(?:\s+(?:d[aeo]s?|del|de la|du|des|van|von|der|y|e|et|и)\s+{_CAPITALISED}|"
    rf"\s+{_CAPITALISED})*)(?=\s*(?:[,;(]|$))"
)
_IN_BRACKETS = re.compile(rf"\s*\([{CAPITAL}]{{2,9}}\)")
_ACRONYM = re.compile(rf"(?:[{CAPITAL}]{{2,9}})(?![\w-])")


@dataclass(frozen=True)
class Office:
    """An office in a text: its title and organization as printed, and where it ends."""

    title: str
    organization: str
    end: int
    by_adjective: bool = False
    is_counterpart: bool = False
    title_end: int = 0


def begins_office(text: str, start: int, tongue: Tongue) -> bool:
    """Tell whether an office, perhaps after its state, begins at `start`."""
    return office_at(text, start, tongue) is not None


def office_at(text: str, start: int, tongue: Tongue) -> Office | None:
    """Return the office that begins at `start`, None where none does."""
    before = _state_before(text, start, tongue)
    head_start = before[2] if before else start
    head = tongue.head.match(text, head_start)
    if not head:
        return None
    walk = _Walk(text, tongue, head.end(), before)
    walk.go()
    printed = _printed(text, head_start, walk)
    is_counterpart = bool(re.match(rf"(?:{tongue.counterpart})", head[0], re.I))
    return Office(
        tongue.nominative(printed), walk.organization, walk.end, walk.by_adjective,
        is_counterpart, walk.title_end,
    )  # fmt: skip


def _state_before(text: str, start: int, tongue: Tongue) -> tuple[str, bool, int] | None:
    """Return the state or body in front of an office: its name, whether an adjective told it, and
    where the office begins."""
    if tongue.state_first:
        if state := state_at(text, start, tongue):
            return state.name, False, state.end
        body = _body(text, start, tongue)
        return (body[0], False, body[1]) if body else None
    adjective = re.compile(r"(?P<word>[\w-]+)\s+").match(text, start)
    if tongue.demonym_first and adjective and (code := state_of(adjective["word"], tongue)):
        return state_name(code, tongue), True, adjective.end()
    return None


# So long may a remit be that stands before a state; no remit goes on behind these.
_REMIT = 90
_STOPS = re.compile(r"[,;:.()–—]|\d")


class _Walk:
    """Follows one office, and those joined to it, through portfolio and state or body."""

    def __init__(
        self, text: str, tongue: Tongue, end: int, before: tuple[str, bool, int] | None
    ) -> None:
        self.text, self.tongue, self.end = text, tongue, end
        self.organization, self.by_adjective = (before[0], before[1]) if before else ("", False)
        self.title_end = end
        self.left_out: list[tuple[int, int]] = []  # adjectives that stand inside the title

    def go(self) -> None:
        steps = (self._portfolio, self._organization, self._realm, self._adjective, self._further)
        while any(step() for step in steps):
            pass

    def _portfolio(self) -> bool:
        words = self.tongue.portfolio
        found = self.tongue.pattern(words).match(self.text, self.end) if words else None
        if not found or found.end() == self.end:
            return False
        self.end = self.title_end = found.end()
        joint = self.tongue.pattern(self.tongue.conjunction).match(self.text, self.end)
        link = self.tongue.pattern(self.tongue.link, ignore_case=False)
        if joint and (more := link.match(self.text, joint.end() - 1)):
            self._remit(more.end())  # "de l'agriculture et de l'élevage du Mali"
        return True

    def _organization(self) -> bool:
        if self.organization:
            return False
        link = self.tongue.pattern(self.tongue.link, ignore_case=False).match(self.text, self.end)
        if not link:
            return False
        if state := state_at(self.text, link.end(), self.tongue):
            self.organization, self.end = state.name, state.end
        elif body := _body(self.text, link.end(), self.tongue):
            self.organization, self.end = body
        elif formal := self._formal(link.end()):
            self.organization, self.end = self.tongue.nominative(formal), link.end() + len(formal)
        elif self._realm() or self._remit(link.end()):
            return True
        elif link[0].strip() and (unknown := _UNKNOWN.match(self.text, link.end())):
            self.organization, self.end = unknown[0], unknown.end()
        else:
            return False
        if acronym := _IN_BRACKETS.match(self.text, self.end):
            self.end = acronym.end()
        return True

    def _formal(self, start: int) -> str:
        """Return a state that no list has, by its official form: "Республики А" before initials."""
        words = rf"(?:{self.tongue.official}){_CAPITALISED}(?:\s+{_CAPITALISED})?"
        form = rf"{words}(?=\s+[{CAPITAL}]\.|\s*[,;(]|$)"
        found = self.tongue.pattern(form, ignore_case=False).match(self.text, start)
        return found[0] if found else ""

    def _remit(self, start: int) -> bool:
        """Keep in the title a remit that no list has, where a state follows it: "Ministre de l'eau
        du Mali"."""
        link = self.tongue.pattern(self.tongue.link, ignore_case=False)
        for later in link.finditer(self.text, start, start + _REMIT):
            words = self.text[start : later.start()]
            if _STOPS.search(words) or self.tongue.head.search(words):
                return False
            if words and state_at(self.text, later.end(), self.tongue):
                self.end = self.title_end = later.start()
                return True
        return False

    def _realm(self) -> bool:
        """Keep in the title a realm that is not named: "Président de la République"."""
        found = self.tongue.pattern(self.tongue.realm).match(self.text, self.end)
        if not found or self.organization:
            return False
        self.end = self.title_end = found.end()
        return True

    def _adjective(self) -> bool:
        if self.organization or self.tongue.demonym_first:
            return False
        word = re.compile(r"\s+(?P<word>[\w-]+)").match(self.text, self.end)
        code = state_of(word["word"], self.tongue) if word else ""
        if not word or not code:
            return False
        self.organization, self.by_adjective = state_name(code, self.tongue), True
        self.left_out.append((word.start(), word.end()))
        self.end = word.end()
        return True

    def _further(self) -> bool:
        """Go on to another office of the same person: "Ministro de X y Presidente de Y"."""
        joint = self.tongue.pattern(self.tongue.and_office).match(self.text, self.end)
        head = self.tongue.head.match(self.text, joint.end()) if joint else None
        more = office_at(self.text, joint.end(), self.tongue) if joint and head else None
        if not joint or not more or more.is_counterpart:
            return False
        self.title_end = more.end if self.organization else more.title_end
        self.organization = self.organization or more.organization
        self.end = more.end
        return True


def _printed(text: str, start: int, walk: _Walk) -> str:
    kept, at = "", start
    for first, last in walk.left_out:
        if last <= walk.title_end:
            kept, at = kept + text[at:first], last
    return (kept + text[at : walk.title_end]).strip(" ,")


def _body(text: str, start: int, tongue: Tongue) -> tuple[str, int] | None:
    found = tongue.pattern(tongue.bodies, ignore_case=False).match(text, start) or _ACRONYM.match(
        text, start
    )
    return (found[0].strip(), found.end()) if found else None
