"""Where a command writes: to the terminal, or into a file that is there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError


@contextmanager
def written_whole(path: Path | None, terminal: Any) -> Iterator[Any]:
    """Give a file to write to; at `path` it appears when all is written, and not before.

    Without a path the terminal is given. Raises CommandError when nothing can be written there.
    """
    if path is None:
        yield terminal
        return
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)
