"""How far a long command has come: a bar with rate and time left on a terminal, a plain line now
and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TextIO

from django.core.management.base import OutputWrapper
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

_SECONDS_BETWEEN_LINES = 5.0
# Told how much of how much is done (None: nobody can know), and how many records.
Tell = Callable[[int, int | None, int], None]


class Shown(NamedTuple):
    """What a command tells while it works: `progress` how far it is, `say` a sentence beside."""

    progress: Tell
    say: Callable[[str], None]


@contextmanager
def bar(
    out: OutputWrapper | TextIO, errors: OutputWrapper | TextIO, doing: str = "Loading"
) -> Iterator[Shown]:
    """Show on `errors`, where it is a terminal, a bar under what is said there; plain lines on
    `out` elsewhere."""
    if not errors.isatty():
        yield Shown(_lines(out), lambda sentence: _write(errors, sentence))
        return
    columns = (
        TextColumn(doing),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[records]:,} records, {task.fields[rate]:,.0f} a second"),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    # The last of it is what the command says at its end, not a bar.
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(doing, total=None, records=0, rate=0.0)
        rate = _Rate()

        def tell(done: int, total: int | None, records: int) -> None:
            shown.update(task, completed=done, total=total, records=records, rate=rate.of(records))

        def say(sentence: str) -> None:
            shown.console.print(sentence, markup=False, highlight=False, soft_wrap=True)

        yield Shown(tell, say)


def _lines(out: OutputWrapper | TextIO) -> Tell:
    last = time.monotonic()
    rate = _Rate()

    def tell(done: int, total: int | None, records: int) -> None:
        nonlocal last
        if time.monotonic() - last < _SECONDS_BETWEEN_LINES:
            return
        last = time.monotonic()
        share = f", {100 * done // total}% done" if total else ""
        _write(out, f"{records} records{share}, {rate.of(records):.0f} a second.")

    return tell


def _write(out: OutputWrapper | TextIO, sentence: str) -> None:
    out.write(f"{sentence}\n")


class _Rate:
    """Records a second since the beginning."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def of(self, records: int) -> float:
        return records / max(time.monotonic() - self._began, 0.001)
