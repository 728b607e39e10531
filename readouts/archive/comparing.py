"""In what a record contradicts what is public here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readouts.archive.names import Names
from readouts.archive.resolving import Register
from readouts.editorial.series import Version, Withdrawal
from readouts.editorial.shape import RegisterName
from readouts.folding import fold
from readouts.models.publication import Publication

_ON_A_NOTICE = ("reference", "language", "translation_of", "title")
_FIRST_MOMENT = "published_at"
_MOMENT_OF = "the moment of version "


def differing(
    versions: Sequence[Version],
    withdrawal: Withdrawal | None,
    publications: Sequence[Publication],
    *,
    register: Register,
    is_notice: bool = False,
) -> list[str]:
    """The fields in which versions contradict what was loaded.

    What the desk corrected or withdrew since contradicts nothing, and what the register learned
    since is no change. Where the text was removed (`is_notice`), a record may tell no more than
    the notice does.
    """
    if len(publications) < len(versions):
        return [f"the number of versions ({len(versions)}, here {len(publications)})"]
    found: dict[str, None] = {}
    for number, (version, row) in enumerate(zip(versions, publications, strict=False), start=1):
        theirs = _printed(row.shape, register)
        for name, said in _printed(version.shape, register).items():
            is_told = name in _ON_A_NOTICE or not is_notice
            if is_told and said != theirs[name]:
                found[name if len(versions) == 1 else f"{name} of version {number}"] = None
        if version.at != row.published_at:
            found[f"{_MOMENT_OF}{number}" if number > 1 else _FIRST_MOMENT] = None
    if withdrawal and publications[-1].withdrawn_at != withdrawal.at:
        found["withdrawn"] = None
    return list(found)


def are_moments(names: Sequence[str]) -> bool:
    """Whether versions differ in nothing but when they were issued, which no revision changes."""
    return all(name == _FIRST_MOMENT or name.startswith(_MOMENT_OF) for name in names)


def _printed(shape: Any, register: Register) -> dict[str, Any]:
    """A shape as far as it is printed: without the keys by which people and offices are found,
    and without the order of lists that have none."""
    return {
        **shape,
        "principal": _without_keys(shape["principal"]),
        "encounters": [
            {**encounter, "participants": [_without_keys(p) for p in encounter["participants"]]}
            for encounter in shape["encounters"]
        ],
        "organizations": _standing(shape["organizations"], register.organizations),
        "topics": _standing(shape["topics"], register.topics),
        "tags": {fold(tag) for tag in shape["tags"]},
    }


def _standing(named: list[RegisterName], names: Names[Any]) -> set[str]:
    """The keys of the rows that now stand for those named: a double stands for the other."""
    rows = ((row["key"], names.slugs.get(row["key"])) for row in named)
    return {names.standing(found).slug if found else key for key, found in rows}


def _without_keys(person: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in person.items() if name != "register"}
