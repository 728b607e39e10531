"""What a load writes while it runs: a report for machines, and a file of refused records that can
be mended and loaded again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

import msgspec
from django.core.management.base import CommandError

from readouts.archive.refused_file import lines_of
from readouts.archive.report import Listener, Report, Told

_LABELS = {"doubt": "Doubtful: ", "refused": "", "changed": "Changed: ", "protected": "Protected: "}
# What the loader takes a file of refused records for.
_LINES = (".jsonl", ".ndjson")


class ReportFiles:
    """Writes as it is told, so that a load of any size needs no memory for its remarks.

    The report is one JSON document: "remarks", each with file, line, field, value, cure and
    sentence, and then what the load as a whole has to say; or instead of that "error", where it
    came to no end.
    """

    def __init__(self, report: Path | None, refused: Path | None) -> None:
        self._paths = (report, refused)
        self._remarks = 0

    def __enter__(self) -> Self:
        self._files = ExitStack()
        try:
            self._report, self._refused = (
                self._files.enter_context(path.open("wb")) if path else None for path in self._paths
            )
        except OSError as error:
            self._files.close()
            words = f"{error.filename} cannot be written: {error.strerror}."
            raise CommandError(words) from None
        if self._report:
            self._report.write(b'{"remarks": [')
        return self

    def __exit__(self, kind: Any, error: BaseException | None, traceback: Any) -> None:
        if error:
            self._end({"error": str(error) or kind.__name__})
        self._files.close()

    def listener(self, say: Callable[[str], None]) -> Listener:
        """Who is to be told of every remark: it goes into the files, and is said to a person."""

        def listen(told: Told) -> None:
            say(f"{_LABELS[told.what]}{told.problem}")
            self._tell(told)

        return listen

    def _tell(self, told: Told) -> None:
        if self._report:
            remark = {"what": told.what, **told.problem.plain()}
            self._report.write(b",\n" if self._remarks else b"\n")
            self._report.write(msgspec.json.encode(remark))
            self._remarks += 1
        if self._refused:
            self._refused.write(lines_of(told))

    def finish(self, report: Report, *, loaded: bool) -> None:
        """End the report with what the load as a whole has to say, and whether it stands."""
        told = report.plain()
        names = ("files", "passed_over", "dry_run", "batch", "counts", "register_rows")
        self._end({"loaded": loaded} | {name: told[name] for name in names})

    def sentences(self, report: Report) -> list[str]:
        """What to do with the file of refused records, if any were."""
        refused = self._paths[1]
        if refused is None or not report.counts["refused"]:
            return []
        found = f"What was refused stands in {refused}, each record below its reasons."
        return [f"{found} Mend it and load that file."]

    def _end(self, whole: dict[str, Any]) -> None:
        """End the report, if it has no end yet."""
        if self._report:
            self._report.write(b"\n],\n" + msgspec.json.encode(whole)[1:] + b"\n")
            self._report.close()
            self._report = None


def check_places(files: list[Path], options: dict[str, Any]) -> None:
    """Raise CommandError where a file that is to be written is one of those to be read, or could
    not be loaded again, or would hold nothing."""
    report, refused = options["report"], options["refused"]
    if refused and not options["by_record"]:
        raise CommandError("--refused goes with --by-record: otherwise nothing is loaded.")
    if refused and refused.suffix not in _LINES:
        raise CommandError("Let the name of --refused end in .jsonl, so that it is loaded again.")
    if report and refused and report.resolve() == refused.resolve():
        raise CommandError("--report and --refused are one file. Name two.")
    for name, path in (("--report", report), ("--refused", refused)):
        if path and _is_among(path, files):
            raise CommandError(f"{name} would write over a file that is to be loaded.")


def _is_among(path: Path, files: list[Path]) -> bool:
    """Whether a file is one of those to be read, or in a folder of them."""
    places = [path.resolve(), *path.resolve().parents]
    return path.exists() and any(file.resolve() in places for file in files)
