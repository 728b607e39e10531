"""How far a command has come: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from django.core.management.base import OutputWrapper
from rich.progress import Progress as Bar
from rich.progress import TaskID

_SECONDS_BETWEEN_LINES = 5.0


@contextmanager
def bar(out: OutputWrapper | TextIO) -> Iterator[Callable[[str, int, int], None]]:
    """A function to be told what is done, how much of it, and how much there is."""
    if not out.isatty():
        yield _lines(out)
        return
    with Bar() as shown:
        tasks: dict[str, TaskID] = {}

        def tell(what: str, done: int, count: int) -> None:
            if what not in tasks:
                tasks[what] = shown.add_task(what, total=count)
            shown.update(tasks[what], completed=done)

        yield tell


def _lines(out: OutputWrapper | TextIO) -> Callable[[str, int, int], None]:
    last = time.monotonic()

    def tell(what: str, done: int, count: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            out.write(f"{what} {done} of {count}.\n")

    return tell
