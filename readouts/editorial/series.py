"""All versions of one readout, as an archive brings them: what publishing takes, and no rule."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from readouts.editorial.shape import Shape


@dataclass(frozen=True)
class Withdrawal:
    at: datetime.datetime
    reason: str
    text_removed: bool = False


@dataclass(frozen=True)
class Version:
    """One version to be made public: its words and the moment (UTC) it was issued; where only the
    day is known, the beginning of it.

    `place` is the place as it was printed, where the register would print another; `source` what
    the public is told of where an archive record came from; `withdrawal` that of a version which
    was withdrawn before the next one replaced it.
    """

    shape: Shape
    at: datetime.datetime
    grade: str = ""
    hour_known: bool = True
    place: str = ""
    source: dict[str, Any] = field(default_factory=dict)
    withdrawal: Withdrawal | None = None
