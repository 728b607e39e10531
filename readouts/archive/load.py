"""The loader: archive files become public archive entries, all of them or none.

Archive records carry their own dates and versions. No approval is invented for them, and what is
public here already is never overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from django.db import transaction
from django.utils import timezone

from readouts.archive import lines
from readouts.archive.planning import Entry, plan
from readouts.archive.records import Source
from readouts.editorial import content, publishing, workflow
from readouts.editorial.log import Robot, name_of, user_of
from readouts.editorial.publishing import Series
from readouts.models.readout import Readout
from readouts.models.source import ImportBatch, SourceRecord

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LOADER = Robot("archive loader", frozenset({"load_archive"}))
# The withdrawal is the archive's own, recorded as it was told; whoever loads need not hold the
# permission to withdraw what this office published.
_WITHDRAWER = Robot("archive loader", frozenset({"withdraw"}))
_AT_ONCE = 200

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Report:
    """What a load did."""

    read: int
    new: int
    unchanged: int
    versions: int
    withdrawn: int
    # Register rows made for names the register did not know; a registrar confirms them.
    register_rows: list[str]

    def sentences(self) -> list[str]:
        """The report for a person to read."""
        told = [
            f"{_counted(self.read, 'record')} read: {self.new} loaded, {self.unchanged} unchanged."
        ]
        if self.new:
            told.append(
                f"{_counted(self.versions, 'version')} made public, {self.withdrawn} withdrawn."
            )
        if self.register_rows:
            told.append(
                f"{_counted(len(self.register_rows), 'register row')} made for names the register "
                "did not know, to be checked by a registrar."
            )
        return told


class NotLoaded(ValueError):  # noqa: N818 - it says what happened to the files
    """Nothing was loaded; `problems` holds every reason, `str()` one a line."""

    def __init__(self, problems: list[lines.Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def load(
    paths: Iterable[Path], by: User | Robot = LOADER, progress: Progress | None = None
) -> Report:
    """Load archive files as public entries, in one transaction.

    `progress` is called with what is being done, how much of it is done and how much there is.
    Raises NotLoaded with every problem of every line, OSError for a file that cannot be opened,
    and workflow.Refused when `by` may not load archive records; nothing is loaded then.
    """
    paths = list(paths)
    reading = lines.read(paths)
    count = len(reading.lines)
    if reading.problems:
        raise NotLoaded(reading.problems)
    with transaction.atomic():
        planned = plan(reading.lines, _counting(progress, "Compared", count))
        if planned.problems:
            raise NotLoaded(planned.problems)
        versions = [version for entry in planned.new for version in entry.versions]
        created = planned.register.save(version.shape for version in versions)
        report = Report(
            read=count,
            new=len(planned.new),
            unchanged=planned.unchanged,
            versions=len(versions),
            withdrawn=sum(entry.withdrawal is not None for entry in planned.new),
            register_rows=[f"{row._meta.verbose_name} {row}" for row in created],
        )
        if planned.new:
            batch = _batch(paths, by, report)
            done = _counting(progress, "Loaded", len(planned.new))
            for start in range(0, len(planned.new), _AT_ONCE):
                done(_apply(planned.new[start : start + _AT_ONCE], batch, by))
    return report


def _batch(paths: list[Path], by: User | Robot, report: Report) -> ImportBatch:
    counts = {
        "read": report.read,
        "new": report.new,
        "unchanged": report.unchanged,
        "versions": report.versions,
        "withdrawn": report.withdrawn,
        "register_rows": len(report.register_rows),
    }
    return ImportBatch.objects.create(
        at=timezone.now(),
        by=user_of(by),
        by_name=name_of(by),
        files=[path.name for path in paths],
        counts=counts,
    )


def _apply(entries: list[Entry], batch: ImportBatch, by: User | Robot) -> int:
    """Load some entries: working copies, publications, log."""
    series = [_series(entry, batch, by) for entry in entries]
    publishing.publish_many(series)
    for entry, one in zip(entries, series, strict=True):
        workflow.perform(one.readout, "load_archive", by, batch=batch.pk)
        if told := entry.withdrawal:
            workflow.perform(
                one.readout,
                "withdraw",
                _WITHDRAWER,
                note=told.reason,
                now=told.at,
                text_removed=told.text_removed,
            )
    return len(entries)


def _series(entry: Entry, batch: ImportBatch, by: User | Robot) -> Series:
    """The working copy of one entry, holding its last version; and all versions to publish."""
    last = entry.versions[-1]
    record = entry.line.record
    readout = Readout(reference=last.shape["reference"], origin=record.origin)
    content.write(readout, last.shape)
    workflow.record(readout, by)
    keep_source(readout, record.source, batch=batch, file=entry.line.file)
    # The last version is published as the working copy holds it, so that the two are equal; what
    # is mentioned keeps its printed names.
    recorded = content.last_revision(readout)
    if recorded and recorded.digest != content.digest(last.shape):
        last = replace(last, shape=recorded.shape)
    return Series(readout, [*entry.versions[:-1], last], address=record.address)


def keep_source(
    readout: Readout,
    source: Source | None,
    *,
    batch: ImportBatch | None = None,
    file: str = "",
    raw: bytes | None = None,
) -> SourceRecord:
    """Keep where a readout came from; `file` is the file it was loaded from, if none is told."""
    told = msgspec.structs.asdict(source) if source else {}
    told["file"] = told.get("file") or file
    told["raw"] = raw or told.get("raw")
    return SourceRecord.objects.create(readout=readout, batch=batch, **told)


def _counting(progress: Progress | None, what: str, count: int) -> Callable[[int], None]:
    done = 0

    def more(number: int) -> None:
        nonlocal done
        done += number
        if progress:
            progress(what, done, count)

    return more


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
