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

# A change is brought of every so many records.
PART = 10
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
        some = count // PART
        paths = [file(Path(name), count), file(Path(name), some, "A paragraph more.")]
        tell("load", timed(lambda: load([paths[0]])), count)
        tell("load a change", timed(lambda: load([paths[1]])), some)
    first, change = ImportBatch.objects.order_by("pk")
    tell("undo the change", timed(lambda: undo(change, LOADER, reason=REASON)), some)
    tell("undo the load", timed(lambda: undo(first, LOADER, reason=REASON)), count)


if __name__ == "__main__":
    main(int(sys.argv[1]))
