"""The filters of a list said in words: the sentence over it, and the chips that remove them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma

from readouts.models.partial_dates import Precision
from readouts.public.periods import Period

LABELS = {
    "q": "Words",
    "official": "Official",
    "organization": "Organization",
    "topic": "Topic",
    "tag": "Tag",
    "kind": "Kind",
    "country": "Place",
    "principal": "Principal",
    "language": "Language",
    "from": "From",
    "to": "To",
}


@dataclass(frozen=True)
class Chip:
    """An active filter as shown, and the query of the address that removes it."""

    name: str
    text: str
    query: str


def chip_text(name: str, value: Any) -> str:
    return f"{LABELS[name]}: {f'“{value}”' if name == 'q' else value}"


def sentence(active: Mapping[str, Any], count: int, *, by_relevance: bool = False) -> str:
    """What a list shows.

    >>> sentence({"topic": "Disarmament"}, 42)
    '42 readouts about Disarmament, newest first'
    """
    with_whom = " and ".join(str(active[n]) for n in ("official", "organization") if n in active)
    parts = [
        _number(count, *_nouns(active)),
        f"by {active['principal']}" if "principal" in active else "",
        f"with {with_whom}" if with_whom else "",
        f"about {active['topic']}" if "topic" in active else "",
        f"tagged “{active['tag']}”" if "tag" in active else "",
        f"in {active['country']}" if "country" in active else "",
        _when(active.get("from"), active.get("to")),
        f"containing “{active['q']}”" if "q" in active else "",
    ]
    order = "best matches first" if by_relevance else "newest first"
    said = " ".join(filter(None, parts))
    return f"{said}, {order}" if count > 1 else said


def _number(count: int, one: str, several: str) -> str:
    return f"{intcomma(count) if count else 'No'} {one if count == 1 else several}"


def _nouns(active: Mapping[str, Any]) -> tuple[str, str]:
    """What is counted, for one and for several."""
    language = f" in {active['language']}" if "language" in active else ""
    if "kind" not in active:
        return f"readout{language}", f"readouts{language}"
    kind = str(active["kind"]).lower()
    one = "another encounter" if kind == "other encounter" else f"a {kind}"
    return f"readout{language} of {one}", f"readouts{language} of {kind}s"


def _when(first: Period | None, last: Period | None) -> str:
    if first and last:
        if first == last:
            return f"{'on' if first.precision == Precision.DAY else 'in'} {first}"
        return f"between {first} and {last}"
    if first:
        return f"since {first}"
    return f"until {last}" if last else ""
