"""What undoing a load costs, a record, beside what the load cost.

    python -m tests.benchmarks.undoing --sizes 2000 10000
    DATABASE_URL=postgres://… python -m tests.benchmarks.undoing

On a database made for it: records are loaded, then a tenth of them changed and loaded again; then
the change is undone, and after it the load.
"""

from __future__ import annotations

import argparse

from tests.benchmarks.pages import database, run_once


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000])
    for size in parser.parse_args().sizes:
        with database() as url:
            run_once("undoing", str(size), url=url)


if __name__ == "__main__":
    main()
