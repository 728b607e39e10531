"""How fast everything public is exported, and in how much memory.

    python -m tests.benchmarks.exporting --sizes 10000 100000
    DATABASE_URL=postgres://… python -m tests.benchmarks.exporting

Each size in a process and on a database of its own; the peak is that of the whole process beyond
what it took before the export began.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from tests.benchmarks.pages import database


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000])
    for size in parser.parse_args().sizes:
        with database() as url:
            # A process of its own for each database: settings are read once.
            environment = os.environ | {
                "DATABASE_URL": url,
                "READOUTS_DEBUG": "",
                "READOUTS_SECRET_KEY": "benchmark",
                "READOUTS_ALLOWED_HOSTS": "127.0.0.1",
                "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
            }
            for step in ("fill", "export"):
                subprocess.run(
                    [sys.executable, "-m", "tests.benchmarks.exporting_once", step, str(size)],
                    env=environment,
                    check=True,
                )


if __name__ == "__main__":
    main()
