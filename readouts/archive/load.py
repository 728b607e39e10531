"""The loader: archive files become public archive entries, in one transaction.

Records are read, planned and written some hundred at a time, so that memory stays flat however
large the file. A load that is refused, tried out or killed leaves the database as it was: a dry
run is the very same load, rolled back.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from django import db
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from readouts.archive import review
from readouts.archive.alone import alone, seldom_collecting
from readouts.archive.doubts import Principals, doubts
from readouts.archive.keeping import source_columns
from readouts.archive.later import Later
from readouts.archive.lines import Problem
from readouts.archive.near_texts import near_texts
from readouts.archive.outcomes import Outcome, Planned
from readouts.archive.planning import plan
from readouts.archive.reading import Line, Reading
from readouts.archive.register_file import take_register
from readouts.archive.report import Listener, Report
from readouts.archive.resolving import Register
from readouts.archive.translations import without_refused_originals
from readouts.editorial.accession import Accession, Intake
from readouts.editorial.log import ARCHIVE_LOADER, Robot, name_of, user_of
from readouts.models.readout import Readout
from readouts.models.source import ImportBatch

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LOADER = Robot(ARCHIVE_LOADER, frozenset({"load_archive", "start_correction", "submit"}))
_AT_ONCE = 1000
# Told how many bytes of how many are read (None where nobody can know), and how many records.
Progress = Callable[[int, int | None, int], None]


class NotLoaded(ValueError):  # noqa: N818 - it says what happened to the files
    """Nothing was loaded; `report` says why, `problems` are its refusals, `str()` one a line."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.problems = report.refusals
        super().__init__("\n".join(map(str, report.refusals)))


def load(
    paths: Iterable[Path | None],
    by: User | Robot = LOADER,
    progress: Progress | None = None,
    *,
    by_record: bool = False,
    dry_run: bool = False,
    strict: bool = False,
    as_own: bool = True,
    listener: Listener | None = None,
) -> Report:
    """Load archive files as public entries; None among `paths` is standard input.

    Whole or not at all, unless `by_record` keeps the good ones. `dry_run` writes nothing;
    `strict` refuses what is doubtful too; without `as_own` no record may say that it is the
    office's own. `listener` is told of every refusal, doubt and change as it is found.

    Raises NotLoaded when anything is refused (nothing is loaded then), OSError for a file that
    cannot be opened, workflow.Refused when `by` may not load archive records, and Busy.
    """
    reading = Reading(paths)
    report = Report(reading.names, reading.skipped, dry_run, listener)
    with alone(), seldom_collecting():
        _Load(reading, report, by, strict=strict, as_own=as_own).all(progress)
        is_refused = bool(report.counts["refused"]) and not by_record
        if dry_run or is_refused:
            transaction.set_rollback(True)
    if is_refused:
        raise NotLoaded(report)
    return report


class _Load:
    """One load under way."""

    def __init__(
        self, reading: Reading, report: Report, by: User | Robot, *, strict: bool, as_own: bool
    ) -> None:
        self.reading, self.report, self.by = reading, report, by
        self.strict, self.as_own = strict, as_own
        self.batch = ImportBatch.objects.create(
            at=timezone.now(), by=user_of(by), by_name=name_of(by), files=reading.names
        )
        report.batch = self.batch.pk
        self.intake = Intake(self.batch, by)

    def all(self, progress: Progress | None) -> None:
        for problem in take_register(self.reading.register_objects(), self.report):
            self.report.refuse(problem, b"")
        self.register = Register()
        self.principals = Principals(self.register)
        with Later() as self.later:
            for lines in _some(self.reading.lines()):
                self.some(lines)
                if progress:
                    done = self.reading.position
                    progress(done, self.reading.total, self.report.counts["read"])
            for lines in _some(self.later.lines()):
                self.some(lines, last_chance=True)
        self.report.keep(self.batch)

    def some(self, lines: list[Line], *, last_chance: bool = False) -> None:
        """Plan and write some records."""
        good = []
        for line in lines:
            self.report.counts["read"] += not last_chance
            problems = [
                Problem(line.file, line.number, *words, line.reference) for words in line.problems
            ]
            problems += [] if problems else self._not_ours(line)
            if problems:
                self.report.refuse_all(problems, line.raw)
            else:
                good.append(line)
        planned = plan(good, self.register, self.batch.pk, last_chance=last_chance)
        new = [one for one in planned if one.outcome is Outcome.NEW]
        self._doubt(new)
        self._write(planned)
        if settings.DEBUG:
            db.reset_queries()  # Django would keep the words of every statement

    def _not_ours(self, line: Line) -> list[Problem]:
        if self.as_own or line.told.origin != Readout.Origin.OFFICE:
            return []
        cure = (
            "It says that it is the office’s own text. Such records come back by the command "
            "load_archive alone; leave “origin” out to load it as an archive record."
        )
        return [line.problem("origin", line.told.origin, cure)]

    def _doubt(self, new: list[Planned]) -> None:
        for one in new:
            for name, value, words in doubts(one, self.register):
                one.doubt(name, value, words)
        for one, name, value, words in self.principals.doubts(new):
            one.doubt(name, value, words)
        for one, other, likeness in near_texts(new, self.register):
            cure = (
                f"The text is nearly that of {other} (likeness {likeness:.0f} of 100, same day and "
                "counterpart). Load only one of the two, or see that both are meant."
            )
            one.doubt("body", one.reference, cure)
        for one in new:
            if self.strict and one.doubts:
                one.outcome, one.problems = Outcome.REFUSED, one.doubts
                continue
            for doubt in one.doubts:
                self.report.doubt(doubt)
        if self.strict:
            without_refused_originals(new)

    def _write(self, planned: list[Planned]) -> None:
        new = [one for one in planned if one.outcome is Outcome.NEW]
        brought = [one for one in planned if one.outcome in (Outcome.NEW, Outcome.CHANGED)]
        shapes = (version.shape for one in brought for version in one.versions)
        self.report.register_rows(self.register.save(shapes))
        self.intake.take([_accession(one, self.later.keys(one)) for one in new])
        for one in planned:
            self._settle(one)

    def _settle(self, one: Planned) -> None:
        waits = ""
        if one.outcome is Outcome.REFUSED:
            self.report.refuse_all(one.problems, one.line.raw)
        elif one.outcome is Outcome.LATER:
            self.later.put_off(one, self.intake.reserve(len(one.line.told.earlier) + 1))
        elif one.outcome is Outcome.CHANGED:
            waits = review.bring(one, self.batch, self.by)
        elif one.outcome is Outcome.REINSTATED:
            review.reinstate(one, self.batch)
        elif one.outcome is Outcome.PROTECTED:
            review.protect(one, self.batch)
        self.report.settle(one, waits)


def _accession(one: Planned, keys: list[int]) -> Accession:
    record = one.line.told
    source = source_columns(record.source, file=one.line.file)
    return Accession(
        versions=one.versions,
        withdrawal=one.withdrawal,
        origin=record.origin,
        address=record.address,
        source=source | review.load_columns(one),
        keys=keys,
    )


def _some(lines: Iterable[Line]) -> Iterator[list[Line]]:
    lines = iter(lines)
    while some := list(itertools.islice(lines, _AT_ONCE)):
        yield some
