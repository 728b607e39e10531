"""One size of `tests.benchmarks.undoing`, in a process and on a database of its own."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from readouts.archive.load import LOADER, load  # noqa: E402
from readouts.archive.undoing import undo  # noqa: E402
from readouts.models.source import ImportBatch  # noqa: E402
from tests.benchmarks.loading_once import records, timed  # noqa: E402

REASON = "Loaded in error."


def file(folder: Path, count: int, *more: str) -> Path:
    """Generated records, each with further paragraphs."""
    path = folder / f"archive-{len(more)}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for record in records(count):
            out.write(json.dumps({**record, "body": [*record["body"], *more]}) + "\n")
    return path


def tell(what: str, seconds: float, count: int) -> None:
    each = seconds / count * 1000
    print(f"{connection.vendor:11} {what:16} {count:7} {seconds:7.1f} s {each:7.2f} ms each")


def main(count: int) -> None:
    call_command("migrate", verbosity=0)
    with tempfile.TemporaryDirectory() as name:
        paths = [file(Path(name), count), file(Path(name), count, "A paragraph more.")]
        for what, path in zip(("load", "load a change"), paths, strict=True):
            tell(what, timed(lambda path=path: load([path])), count)
    first, change = ImportBatch.objects.order_by("pk")
    for what, batch in (("undo the change", change), ("undo the load", first)):
        tell(what, timed(lambda batch=batch: undo(batch, LOADER, reason=REASON)), count)


if __name__ == "__main__":
    main(int(sys.argv[1]))
