"""States by their names in any of the languages that are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from readouts.archive.scrapes.tongues.languages import TONGUES, likely
from readouts.archive.scrapes.tongues.states import state_at


@lru_cache(maxsize=4096)  # the same few states stand in every page of an archive
def state_code_abroad(name: str) -> str:
    """Return the ISO code of a state named in full in one of the languages, "" for any other."""
    for tongue in (*likely(name), *TONGUES.values()):
        state = state_at(name, 0, tongue)
        if state and state.end == len(name):
            return state.code
    return ""


def issuing_state(offices: Sequence[str], code: str) -> str:
    """Return the state that the last words of an office's name tell, "" where none does."""
    tongue = TONGUES[code]
    for office in offices:
        starts = [word.start() for word in re.finditer(r"[^\W\d_][\w’'-]*", office)]
        for start in starts[1:]:
            state = state_at(office, start, tongue)
            if state and state.end == len(office.rstrip(" .")):
                return state.name
    return ""
