"""What a load did, for a person, for a machine, and for the page of the batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from readouts.archive.lines import Problem
from readouts.archive.outcomes import Outcome, Planned
from readouts.archive.wording import listed
from readouts.models.source import ImportBatch

# Of each kind this many are kept in memory; the listener is told of all.
_KEPT = 1000
COUNTS = (
    "read", "new", "unchanged", "changed", "protected", "reinstated", "refused",
    "versions", "withdrawn", "doubts", "register_rows",
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One thing a load has to say. `what` is refused, doubt, changed or protected; `raw` are the
    bytes of a refused record, and `is_last` tells the last of its problems."""

    what: str
    problem: Problem
    raw: bytes = b""
    is_last: bool = True


Listener = Callable[[Told], None]


@dataclass
class Report:
    """Counts of everything, and the first thousand of each kind of remark."""

    files: list[str] = field(default_factory=list)
    # What lay in folders and is nothing to load.
    passed_over: list[str] = field(default_factory=list)
    dry_run: bool = False
    listener: Listener | None = None
    batch: int | None = None
    counts: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(COUNTS, 0)))
    refusals: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    changes: list[Problem] = field(default_factory=list)
    protected: list[Problem] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)

    # --- told by the loader ---------------------------------------------------------------------

    def refuse_all(self, problems: list[Problem], raw: bytes) -> None:
        """Count one refused record; `raw` are its bytes."""
        self.counts["refused"] += 1
        for number, problem in enumerate(problems, start=1):
            self._add(self.refusals, Told("refused", problem, raw, number == len(problems)))

    def refuse(self, problem: Problem, raw: bytes) -> None:
        self.refuse_all([problem], raw)

    def doubt(self, problem: Problem) -> None:
        self.counts["doubts"] += 1
        self._add(self.doubts, Told("doubt", problem))

    def settle(self, one: Planned, waits: str) -> None:
        """Count a record for what became of it; `waits` is why a changed one stays a draft."""
        if one.outcome in (Outcome.REFUSED, Outcome.LATER):
            return
        self.counts[one.outcome.value] += 1
        if one.outcome is Outcome.NEW:
            self.counts["versions"] += len(one.versions)
            self.counts["withdrawn"] += one.withdrawal is not None
        names = ", ".join(one.differing)
        if one.outcome is Outcome.CHANGED:
            words = f"{one.reference} differs in {names}: a revision waits for review. {waits}"
            self._add(self.changes, Told("changed", one.line.problem("", "", words.strip())))
        elif one.outcome is Outcome.PROTECTED:
            words = f"{one.reference} differs in {names}, but {one.left_because}."
            self._add(self.protected, Told("protected", one.line.problem("", "", words)))

    def register_rows(self, rows: Iterable[Model]) -> None:
        for row in rows:
            self.counts["register_rows"] += 1
            if len(self.rows) < _KEPT:
                self.rows.append(f"{row._meta.verbose_name} {row}")

    def _add(self, kept: list[Problem], told: Told) -> None:
        if len(kept) < _KEPT:
            kept.append(told.problem)
        if self.listener:
            self.listener(told)

    # --- asked by others ------------------------------------------------------------------------

    def keep(self, batch: ImportBatch) -> None:
        """Write what was done into the batch; a batch that did nothing is none."""
        brought = ("new", "changed", "protected", "reinstated", "register_rows")
        if not any(self.counts[name] for name in brought):
            batch.delete()
            self.batch = None
            return
        batch.counts = dict(self.counts)
        batch.report = {name: value for name, value in self.plain().items() if name != "counts"}
        batch.save(update_fields=["counts", "report"])

    def plain(self) -> dict[str, Any]:
        """The report as plain data: counts, and the first remarks of each kind."""
        return {
            "files": self.files,
            "passed_over": self.passed_over[:_KEPT],
            "dry_run": self.dry_run,
            "batch": self.batch,
            "counts": dict(self.counts),
            "refused": [problem.plain() for problem in self.refusals],
            "doubts": [problem.plain() for problem in self.doubts],
            "changed": [problem.plain() for problem in self.changes],
            "protected": [problem.plain() for problem in self.protected],
            "register_rows": self.rows,
        }

    def sentences(self) -> list[str]:
        """The report for a person to read."""
        n = self.counts
        told = [
            f"{_counted(n['read'], 'record')} read: {n['new']} new, {n['unchanged']} unchanged, "
            f"{n['changed']} changed, {n['protected']} protected, {n['refused']} refused."
        ]
        if not n["read"] and not n["register_rows"]:
            told.append("The files hold no records. Look at them if they should.")
        if names := self.passed_over:
            told.append(f"Passed over, as nothing to load: {listed(names, len(names))}.")
        if n["reinstated"]:
            told.append(f"{_counted(n['reinstated'], 'record')} public again, as loaded before.")
        if n["new"]:
            told.append(
                f"{_counted(n['versions'], 'version')} made public, {n['withdrawn']} withdrawn."
            )
        if n["register_rows"]:
            told.append(
                f"{_counted(n['register_rows'], 'register row')} made; those for names the "
                "register did not know wait for a registrar to check them."
            )
        if n["doubts"]:
            told.append(f"{_counted(n['doubts'], 'doubt')} to look at.")
        if self.dry_run:
            told.append("This was a dry run: nothing was written.")
        elif self.batch:
            told.append(f"This is load {self.batch}: by that number it can be taken back.")
        return told


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
