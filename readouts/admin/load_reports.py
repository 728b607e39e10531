"""What a load did, set so that a page can show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from readouts.models.readout import Readout

# So many remarks of a kind are shown; the command writes all of them into a file.
_SHOWN = 100
_KINDS = (
    ("refused", "refused", "Refused"),
    ("changed", "changed", "Changed: a revision waits for review"),
    ("protected", "protected", "Protected, and why"),
    ("doubts", "doubts", "Doubts"),
    ("register_rows", "register_rows", "Register rows made, for a registrar to check"),
)
_COUNTED = {
    "read": "records read", "new": "new", "unchanged": "unchanged", "changed": "changed",
    "protected": "protected", "reinstated": "public again", "refused": "refused",
    "versions": "versions made public", "withdrawn": "of them withdrawn", "doubts": "doubts",
    "register_rows": "register rows made",
}  # fmt: skip
_ALWAYS = ("read", "new", "unchanged", "changed", "refused")
_BROUGHT = ("new", "changed", "protected", "reinstated", "refused")


@dataclass(frozen=True)
class Remarks:
    """What a load has to say of one kind: how many records or rows it is about, the first remarks
    (a record may be refused for several reasons), and how many there are besides."""

    kind: str
    title: str
    count: int
    rows: list[Any]
    rest: int


def remarks(told: dict[str, Any], counts: dict[str, int]) -> list[Remarks]:
    """The remarks of a load, given as plain data, by kind. One that is of a record has the key of
    its readout in "readout", where there is one."""
    found = [
        Remarks(
            name,
            title,
            count := counts.get(counted_as, len(rows)),
            rows[:_SHOWN],
            max(count, len(rows)) - len(rows[:_SHOWN]),
        )
        for name, counted_as, title in _KINDS
        if (rows := told.get(name, []))
    ]
    of_records = [row for kind in found for row in kind.rows if isinstance(row, dict)]
    named = {row["reference"] for row in of_records if row.get("reference")}
    keys = dict(Readout.objects.filter(reference__in=named).values_list("reference", "pk"))
    for row in of_records:
        row["readout"] = keys.get(row.get("reference", ""))
    return found


def counted(counts: dict[str, int]) -> list[tuple[str, int]]:
    """The counts of a load in words: those that always count, and others that are not nought."""
    return [
        (words, counts.get(name, 0))
        for name, words in _COUNTED.items()
        if counts.get(name) or name in _ALWAYS
    ]


def brought(counts: dict[str, int]) -> list[tuple[str, int]]:
    """What became of the records that were not here already, for a list."""
    return [(_COUNTED[name], counts[name]) for name in _BROUGHT if counts.get(name)]


def taken_back(counts: dict[str, int]) -> str:
    """What undoing a load would do, by what it did."""
    told = []
    if counts.get("new") or counts.get("reinstated"):
        told.append("every record that it made public would become a notice")
    if counts.get("changed"):
        told.append("its changes that wait for review would be discarded")
    sentence = " and ".join(told) or "no record would change"
    return f"{sentence[0].upper()}{sentence[1:]}."
