"""One step of `tests.benchmarks.exporting`: filling a database, or exporting it."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from readouts.archive.exporting.folder import export  # noqa: E402
from tests.benchmarks import generate  # noqa: E402


def fill(size: int) -> None:
    call_command("migrate", verbosity=0)
    generate.publications(size)


def measure(size: int) -> None:
    before = _peak()
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        export(Path(folder) / "out")
        seconds = time.perf_counter() - began
        files = [path for path in Path(folder).rglob("*") if path.is_file()]
        written = sum(path.stat().st_size for path in files)
    print(
        f"{connection.vendor}, {size} records: {seconds:.1f} s, {size / seconds:.0f} a second, "
        f"{written / 1e6:.0f} MB written, peak {_peak():.0f} MB ({_peak() - before:.0f} MB more "
        "than before)"
    )


def _peak() -> float:
    """The most memory this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    {"fill": fill, "export": measure}[sys.argv[1]](int(sys.argv[2]))
