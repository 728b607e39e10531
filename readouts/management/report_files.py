"""What a load tells while it runs: sentences on standard error, a report for machines, and a file
of refused records that can be mended and loaded again."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

import msgspec
from django.core.management.base import CommandError, OutputWrapper

from readouts.archive.report import Report, Told

_LABELS = {"doubt": "Doubtful: ", "refused": "", "changed": "Changed: ", "protected": "Protected: "}


class ReportFiles:
    """Writes as it is told, so that a load of any size needs no memory for its remarks.

    The report is one JSON document: "remarks", each with file, line, field, value, cure and
    sentence, and then the counts; or instead of them "error", where the load came to no end. In the
    file of refused records every reason stands above its
    record in a line that begins with "#", which the loader skips.
    """

    def __init__(self, report: Path | None, refused: Path | None, errors: OutputWrapper) -> None:
        self._paths, self._errors = (report, refused), errors
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

    def tell(self, told: Told) -> None:
        """Write one remark everywhere it belongs."""
        self._errors.write(f"{_LABELS[told.what]}{told.problem}")
        if self._report:
            remark = {"what": told.what, **told.problem.plain()}
            self._report.write(b",\n" if self._remarks else b"\n")
            self._report.write(msgspec.json.encode(remark))
            self._remarks += 1
        if self._refused and told.what == "refused":
            self._refused_record(told)

    def _refused_record(self, told: Told) -> None:
        assert self._refused  # noqa: S101 - the caller has asked
        reason = " ".join(str(told.problem).split())
        self._refused.write(f"# {reason}\n".encode())
        if told.is_last and told.raw:
            self._refused.write(told.raw.rstrip(b"\n") + b"\n")

    def finish(self, report: Report) -> None:
        """End the report with what the load as a whole has to say."""
        whole = {name: report.plain()[name] for name in ("files", "dry_run", "batch", "counts")}
        self._end(whole | {"register_rows": report.rows})

    def _end(self, whole: dict[str, Any]) -> None:
        """End the report, if it has no end yet."""
        if self._report:
            self._report.write(b"\n],\n" + msgspec.json.encode(whole)[1:] + b"\n")
            self._report.close()
            self._report = None


def is_among(path: Path, files: list[Path]) -> bool:
    """Whether a file is one of those to be read, or in a folder of them."""
    places = [path.resolve(), *path.resolve().parents]
    return path.exists() and any(file.resolve() in places for file in files)
