"""What a load makes of each record: new, unchanged, changed, protected or refused; and of a
translation that stands before its original, that it comes later. Planning writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readouts.archive import comparing
from readouts.archive.keeping import record_digest
from readouts.archive.outcomes import Outcome, Planned
from readouts.archive.reading import Line
from readouts.archive.resolving import Register
from readouts.archive.standing import Standing, add_publications, standing_of
from readouts.archive.translations import Originals
from readouts.archive.versions import is_notice, versions_of, withdrawal_of


def plan(
    lines: list[Line], register: Register, batch: int, *, last_chance: bool = False
) -> list[Planned]:
    """Plan some records, in their order. `batch` is the load they are part of; with
    `last_chance` no original will come any more."""
    standing = standing_of([line.told.reference for line in lines])
    planned = [Planned(line, Outcome.NEW, digest=record_digest(line.told)) for line in lines]
    fresh = list(_placed(planned, standing, batch))
    originals = Originals(fresh)
    for one in fresh:
        one.versions = one.line.versions or versions_of(one.line.told)
    register.expect(version.shape for one in fresh for version in one.versions)
    # Originals before their translations, whose parties are those of the original.
    for one in sorted(fresh, key=lambda one: bool(one.line.told.translation_of)):
        if one.outcome is Outcome.NEW:
            originals.check(one, last_chance=last_chance)
        if one.outcome in (Outcome.NEW, Outcome.CHANGED):
            _resolve(one, register, originals)
    changed = [one for one in planned if one.outcome is Outcome.CHANGED]
    add_publications([one.standing for one in changed if one.standing])
    for one in changed:
        _compare(one, register)
    return planned


def _placed(
    planned: Iterable[Planned], standing: dict[str, Standing], batch: int
) -> Iterator[Planned]:
    """Put every record beside what stands here; yields those whose words are still needed."""
    firsts: dict[str, Line] = {}
    for one in planned:
        first = firsts.setdefault(one.reference, one.line)
        here = one.standing = standing.get(one.reference)
        if first is not one.line:
            _stands_twice(one, first.file, first.number)
        elif here is None:
            yield one
        elif here.batch == batch:
            _stands_twice(one, here.load_file, here.load_line)
        elif one.digest in here.digests and not here.is_undone:
            one.outcome = Outcome.UNCHANGED
        else:
            one.outcome = Outcome.CHANGED
            yield one


def _stands_twice(one: Planned, file: str, number: int | None) -> None:
    where = f"on line {number} of {file}" if number else f"in {file}"
    one.refuse("reference", one.reference, f"It is also {where}. Keep one of the two.")


def _resolve(one: Planned, register: Register, originals: Originals) -> None:
    one.withdrawal = withdrawal_of(one.line.told)
    original = originals.shape(one.line.told.translation_of)
    for version in one.versions:
        register.resolve(version.shape, original)
    originals.add(one)


def _compare(one: Planned, register: Register) -> None:
    """Say what a record that stands here already is: unchanged, changed, protected or refused."""
    here = one.standing
    if here is None:  # pragma: no cover - only records that stand here are compared
        raise LookupError(one.reference)
    if not here.publications or not (here.is_archive or here.is_public):
        cure = "The desk works on a text with this reference. Give the record another one."
        one.refuse("reference", one.reference, cure)
        return
    notice = is_notice(one.line.told)
    one.differing = comparing.differing(
        one.versions, one.withdrawal, here.publications, register=register, is_notice=notice
    )
    if here.is_loaded_withdrawn and not one.withdrawal:
        one.differing.append("withdrawn")
    if here.is_undone:
        same = not comparing.differing(one.versions, None, here.publications, register=register)
        one.outcome = Outcome.REINSTATED if same else Outcome.CHANGED
    elif not one.differing:
        one.outcome = Outcome.UNCHANGED
    elif not here.is_archive:
        cure = (
            f"{one.reference} is this office’s own text and differs in {', '.join(one.differing)}. "
            "Correct it at the desk, or take the line out of the file."
        )
        one.refuse("", "", cure)
    elif here.touched:
        one.protect(f"{here.touched}: left as it is. Correct it at the desk if the source is right")
    elif comparing.are_moments(one.differing):
        one.protect(
            "what was issued keeps its moment: left as it is. Tell it in the note of a correction "
            "if the source is right"
        )
