"""How fast an archive is loaded, against plain `loaddata` and against the bare database.

    python -m tests.benchmarks.loading --sizes 2000 10000
    DATABASE_URL=postgres://… python -m tests.benchmarks.loading
    python -m tests.benchmarks.loading --memory 10000 1000000

Side by side in one run, on databases made for it: `load` of JSON Lines; the very rows it wrote,
written again by COPY (one prepared statement on SQLite) with everything prepared, into the same
tables with the same indexes, triggers and search; and `loaddata` of those rows as a fixture. What
counts are the ratios. `--memory` tells the peak of the loading process instead.
"""

from __future__ import annotations

import argparse

from tests.benchmarks.pages import database, run_once


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[])
    parser.add_argument("--memory", type=int, nargs="+", default=[])
    told = parser.parse_args()
    runs = [("speed", size) for size in told.sizes or ([] if told.memory else [2000])]
    runs += [("memory", size) for size in told.memory]
    for what, size in runs:
        with database() as url:
            run_once("loading", what, str(size), url=url)


if __name__ == "__main__":
    main()
