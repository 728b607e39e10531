"""What a load would do: which records are new, which stand here already, and which contradict
what stands here. A plan writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from readouts.archive.lines import Line, Problem
from readouts.archive.resolving import Register
from readouts.archive.versions import is_notice, versions_of, withdrawal_of
from readouts.editorial.publishing import Version, Withdrawal
from readouts.editorial.shape import Shape
from readouts.folding import fold
from readouts.models.publication import Publication
from readouts.models.readout import Readout

_AT_ONCE = 500
_ON_A_NOTICE = ("reference", "language", "translation_of", "title")


@dataclass(frozen=True)
class Entry:
    """A record to be loaded: all its versions with their register rows named."""

    line: Line
    versions: list[Version]
    withdrawal: Withdrawal | None


@dataclass
class Plan:
    """What a load would do. With any problem it does nothing at all."""

    register: Register
    new: list[Entry] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)


def plan(lines: list[Line], progress: Callable[[int], None] | None = None) -> Plan:
    """Plan the load of lines read; originals come before their translations."""
    plan = Plan(Register())
    plan.problems += _translation_problems(lines)
    ordered = sorted(lines, key=lambda line: bool(line.record.translation_of))
    originals = _originals_here(lines)
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        here = _Here([line.record.reference for line in some])
        for line in some:
            entry = _entry(line, plan.register, originals)
            originals[line.record.reference] = entry.versions[-1].shape
            _place(plan, entry, here)
        if progress:
            progress(len(some))
    return plan


def _entry(line: Line, register: Register, originals: dict[str, Shape]) -> Entry:
    versions = versions_of(line.record)
    original = originals.get(line.record.translation_of)
    for version in versions:
        register.resolve(version.shape, original)
    return Entry(line, versions, withdrawal_of(line.record))


def _place(plan: Plan, entry: Entry, here: _Here) -> None:
    reference = entry.line.record.reference
    readout = here.readouts.get(reference)
    if readout is None:
        plan.new.append(entry)
    elif readout.origin != Readout.Origin.ARCHIVE or reference not in here.publications:
        cure = "The desk works on a text with this reference. Give the record another one."
        plan.problems.append(entry.line.problem("reference", reference, cure))
    elif differing := _differing(entry, here.publications[reference]):
        cure = (
            f"{reference} is public here and differs in {', '.join(differing)}. Nothing public is "
            "overwritten: correct it at the desk, or take the line out of the file."
        )
        plan.problems.append(entry.line.problem("", "", cure))
    else:
        plan.unchanged += 1


class _Here:
    """What stands here already of some references: readouts, and their publications in order."""

    def __init__(self, references: list[str]) -> None:
        self.readouts = Readout.objects.in_bulk(references, field_name="reference")
        self.publications: dict[str, list[Publication]] = defaultdict(list)
        rows = Publication.objects.filter(reference__in=references)
        for row in rows.order_by("reference", "number"):
            self.publications[row.reference].append(row)


# --- comparing ----------------------------------------------------------------------------------


def _differing(entry: Entry, publications: list[Publication]) -> list[str]:
    """The fields in which the record contradicts what was loaded. What the desk corrected or
    withdrew since contradicts nothing, and what the register learned since is no change."""
    if len(publications) < len(entry.versions):
        return [f"the number of versions ({len(entry.versions)}, here {len(publications)})"]
    found: dict[str, None] = {}
    for number, (version, row) in enumerate(
        zip(entry.versions, publications, strict=False), start=1
    ):
        for name, said in _printed(version.shape).items():
            # Where the text was removed, a record may tell no more than the notice does.
            told = name in _ON_A_NOTICE or not is_notice(entry.line.record)
            if told and said != _printed(row.shape)[name]:
                found[name if len(entry.versions) == 1 else f"{name} of version {number}"] = None
        if version.at != row.published_at:
            found["published_at" if number == 1 else f"the moment of version {number}"] = None
    if entry.withdrawal and publications[-1].withdrawn_at != entry.withdrawal.at:
        found["withdrawn"] = None
    return list(found)


def _printed(shape: Any) -> dict[str, Any]:
    """A shape as far as it is printed: without the keys by which people and offices are found,
    and without the order of lists that have none."""
    return {
        **shape,
        "principal": _without_keys(shape["principal"]),
        "encounters": [
            {**encounter, "participants": [_without_keys(p) for p in encounter["participants"]]}
            for encounter in shape["encounters"]
        ],
        "organizations": {row["key"] for row in shape["organizations"]},
        "topics": {row["key"] for row in shape["topics"]},
        "tags": {fold(tag) for tag in shape["tags"]},
    }


def _without_keys(person: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in person.items() if name != "register"}


# --- translations -------------------------------------------------------------------------------


def _originals_here(lines: list[Line]) -> dict[str, Shape]:
    """The public texts of which lines are translations, and which no line brings itself."""
    wanted = {line.record.translation_of for line in lines} - {""}
    rows = Publication.objects.current().filter(reference__in=wanted)
    return {row.reference: row.shape for row in rows}


def _translation_problems(lines: list[Line]) -> Iterator[Problem]:
    """Every translation has an original that is none itself, and is alone in its language."""
    brought = {line.record.reference: line.record for line in lines}
    wanted = {line.record.translation_of for line in lines} - {""}
    here = {
        row.reference: row
        for row in Readout.objects.filter(reference__in=wanted).prefetch_related("translations")
    }
    languages: dict[tuple[str, str], str] = {
        (original.reference, translation.language): translation.reference
        for original in here.values()
        for translation in original.translations.all()
    }
    for line in lines:
        record = line.record
        original = record.translation_of
        if not original:
            continue
        if cure := _original_problem(original, brought, here):
            yield line.problem("translation_of", original, cure)
        other = languages.setdefault((original, record.language), record.reference)
        if other != record.reference:
            cure = f"{other} is the {record.language} version of it already. Keep one of the two."
            yield line.problem("language", record.language, cure)


def _original_problem(
    original: str, brought: dict[str, Any], here: dict[str, Readout]
) -> str | None:
    if original in brought:
        is_translation = bool(brought[original].translation_of)
    elif original in here:
        is_translation = here[original].translation_of_id is not None
    else:
        return "No record of these files, and none here, has this reference. Mend or add it."
    if is_translation:
        return "This is a translation itself. Name the original instead."
    return None
