"""An office that several people hold, each in a state of his own: "los embajadores de X, Y y Z"."""

from __future__ import annotations

import re
from dataclasses import replace

from readouts.archive.scrapes.party import Party
from readouts.archive.scrapes.tongues.grammar import Tongue
from readouts.archive.scrapes.tongues.states import State, state_at


def of_each_state(
    text: str, start: int, party: Party, end: int, tongue: Tongue
) -> list[tuple[Party, int]]:
    """Return one party for each state that a list of them holds, with where its words end; the
    party as it is where its office is that of one."""
    if party.name or not party.organization or not _is_plural(text[start:end], tongue):
        return [(party, end)]
    each = replace(party, title=_singular(party.title, tongue))
    read = [(each, end)]
    while state := _next_state(text, read[-1][1], tongue):
        read.append((replace(each, organization=state.name), state.end))
    return read if len(read) > 1 else [(party, end)]


def _is_plural(words: str, tongue: Tongue) -> bool:
    return bool(tongue.pattern(rf"(?:.*[\s-])?(?:{tongue.plural})(?!\w)").match(words))


def _singular(title: str, tongue: Tongue) -> str:
    for form, put in tongue.singular:
        title = re.sub(form, put, title, flags=re.I)
    return title


def _next_state(text: str, start: int, tongue: Tongue) -> State | None:
    """Return the state behind a comma or "and", perhaps with "of" once more."""
    joint = tongue.pattern(rf",\s+|(?:{tongue.conjunction})").match(text, start)
    if not joint:
        return None
    link = tongue.pattern(tongue.link, ignore_case=False).match(text, joint.end() - 1)
    at = link.end() if link else joint.end()
    return state_at(text, joint.end(), tongue) or state_at(text, at, tongue)
