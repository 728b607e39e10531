"""How far a load has come: a bar with rate and time left on a terminal, a plain line now and then
elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from django.core.management.base import OutputWrapper
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

_SECONDS_BETWEEN_LINES = 5.0
# Told how many bytes of how many are read (None: nobody can know), and how many records.
Tell = Callable[[int, int | None, int], None]


@contextmanager
def bar(out: OutputWrapper | TextIO) -> Iterator[Tell]:
    """A function to be told how far the load is."""
    if not out.isatty():
        yield _lines(out)
        return
    columns = (
        TextColumn("Loading"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[records]:,} records, {task.fields[rate]:,.0f} a second"),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as shown:
        task = shown.add_task("Loading", total=None, records=0, rate=0.0)
        rate = _Rate()

        def tell(done: int, total: int | None, records: int) -> None:
            shown.update(task, completed=done, total=total, records=records, rate=rate.of(records))

        yield tell


def _lines(out: OutputWrapper | TextIO) -> Tell:
    last = time.monotonic()
    rate = _Rate()

    def tell(done: int, total: int | None, records: int) -> None:
        nonlocal last
        if time.monotonic() - last < _SECONDS_BETWEEN_LINES:
            return
        last = time.monotonic()
        share = f", {100 * done // total}% of the files" if total else ""
        out.write(f"{records} records read{share}, {rate.of(records):.0f} a second.\n")

    return tell


class _Rate:
    """Records a second since the beginning."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def of(self, records: int) -> float:
        return records / max(time.monotonic() - self._began, 0.001)
