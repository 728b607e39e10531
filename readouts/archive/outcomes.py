"""One record of a load, and what becomes of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Any

from readouts.archive.lines import Problem
from readouts.archive.reading import Line
from readouts.archive.standing import Standing
from readouts.editorial.series import Version, Withdrawal


class Outcome(enum.StrEnum):
    """What becomes of a record."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    PROTECTED = "protected"
    REINSTATED = "reinstated"
    REFUSED = "refused"
    LATER = "later"


@dataclass
class Planned:
    """One record and what becomes of it. `versions` have their register rows named."""

    line: Line
    outcome: Outcome
    digest: str = ""
    versions: list[Version] = field(default_factory=list)
    withdrawal: Withdrawal | None = None
    problems: list[Problem] = field(default_factory=list)
    # What is doubtful but keeps nothing from being loaded.
    doubts: list[Problem] = field(default_factory=list)
    # The fields in which it differs from what stands here.
    differing: list[str] = field(default_factory=list)
    # Why a change is kept and not applied, and what to do about it.
    left_because: str = ""
    standing: Standing | None = None

    @property
    def reference(self) -> str:
        return self.line.told.reference

    def refuse(self, name: str, value: Any, cure: str) -> None:
        self.outcome = Outcome.REFUSED
        self.problems.append(self.line.problem(name, value, cure))

    def protect(self, why: str) -> None:
        self.outcome, self.left_because = Outcome.PROTECTED, why

    def doubt(self, name: str, value: Any, words: str) -> None:
        self.doubts.append(self.line.problem(name, value, words))
