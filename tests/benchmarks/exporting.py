"""How fast everything public is exported, and in how much memory.

    python -m tests.benchmarks.exporting --sizes 10000 100000
    DATABASE_URL=postgres://… python -m tests.benchmarks.exporting

Each size in a process and on a database of its own; the peak is that of the whole process beyond
what it took before the export began.
"""

from __future__ import annotations

import argparse

from tests.benchmarks.pages import database, run_once


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000])
    for size in parser.parse_args().sizes:
        with database() as url:
            for step in ("fill", "export"):
                run_once("exporting", step, str(size), url=url)


if __name__ == "__main__":
    main()
