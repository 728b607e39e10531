"""What a public page costs, against its own SQL alone and against a constant response.

    python -m tests.benchmarks.pages --sizes 10000 100000
    DATABASE_URL=postgres://… python -m tests.benchmarks.pages

Everything is measured side by side in one run: page, constant page and bare SQL by turns, medians
of bounded rounds, over loopback to a gunicorn of one worker that this program starts and ends.
The database is made for the run and dropped after it.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROUNDS = 60
PAGES = {
    "home": "/",
    "list": "/readouts/",
    "filtered: topic": "/readouts/?topic=topic-1",
    "filtered: official and dates": "/readouts/?official=official-3&from=2005&to=2015-06",
    "search: common word": "/readouts/?q=treaty",
    "search: rare words": "/readouts/?q=%22official+1234%22",
}


@contextlib.contextmanager
def database() -> Iterator[str]:
    """The address of an empty database of our own, removed afterwards."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        folder = Path(tempfile.mkdtemp(prefix="readouts-benchmark-"))
        try:
            yield f"sqlite:///{folder / 'benchmark.sqlite3'}"
        finally:
            shutil.rmtree(folder)
        return
    import psycopg

    name = f"readouts_benchmark_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield url.rpartition("/")[0] + f"/{name}"
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextlib.contextmanager
def server() -> Iterator[int]:
    """The port of a gunicorn with one worker, on this machine only."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = f"--bind 127.0.0.1:{port} --workers 1 --threads 1 --worker-class gthread"
    gunicorn = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            *options.split(),
            "--log-level",
            "error",
            "readouts_site.wsgi",
        ]
    )
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        yield port
    finally:
        gunicorn.terminate()
        gunicorn.wait(timeout=20)


def timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def fetch(port: int, path: str) -> None:
    """Get a page over a connection of its own, as the constant page is got."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with contextlib.closing(connection):
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
    if response.status != http.client.OK:
        raise RuntimeError(f"{path} answered {response.status}")


def queries_of(path: str) -> list[str]:
    """The SQL one request for `path` sends, as executed."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return [query["sql"] for query in captured]


def run_sql(statements: list[str]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in statements:
            if connection.vendor == "sqlite":
                cursor.cursor.connection.execute(statement).fetchall()
            else:
                cursor.execute(statement)
                if cursor.description:
                    cursor.fetchall()


def measure(port: int, pages: dict[str, str]) -> None:
    print(
        f"{'page':32} {'queries':>7} {'page ms':>8} {'SQL ms':>8} {'const ms':>8}"
        f" {'×SQL':>6} {'×const':>7}"
    )
    for name, path in pages.items():
        statements = queries_of(path)
        page, constant, sql = [], [], []
        for _ in range(ROUNDS):
            page.append(timed(lambda path=path: fetch(port, path)))
            constant.append(timed(lambda: fetch(port, "/constant/")))
            sql.append(timed(lambda statements=statements: run_sql(statements)))
        p, c, s = (statistics.median(values) for values in (page, constant, sql))
        print(f"{name:32} {len(statements):7} {p:8.2f} {s:8.2f} {c:8.2f} {p / s:6.1f} {p / c:7.1f}")


def run_once(benchmark: str, *words: str, url: str) -> None:
    """Run one step of a benchmark in a process of its own: settings are read once."""
    environment = os.environ | {
        "DATABASE_URL": url,
        "READOUTS_DEBUG": "",
        "READOUTS_SECRET_KEY": "benchmark",
        "READOUTS_ALLOWED_HOSTS": "127.0.0.1,testserver",
        "READOUTS_SSL_REDIRECT": "0",
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
    }
    subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{benchmark}_once", *words],
        env=environment,
        check=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000])
    sizes = parser.parse_args().sizes
    for size in sizes:
        with database() as url:
            run_once("pages", str(size), url=url)


if __name__ == "__main__":
    main()
