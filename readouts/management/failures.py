"""What ends a command early, told in one sentence instead of a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError

from readouts.archive.alone import Busy
from readouts.editorial.workflow import Refused

INTERRUPTED = 130  # as shells tell of Ctrl-C


@contextmanager
def in_a_sentence(interrupted: str) -> Iterator[None]:
    """Raise CommandError for a file that cannot be read, a full disk, another load that runs, a
    step that is refused, and Ctrl-C; `interrupted` says what was left."""
    try:
        yield
    except OSError as error:
        what = f"{error.filename} cannot be read" if error.filename else interrupted.capitalize()
        raise CommandError(f"{what}: {error.strerror}.") from None
    except (Busy, Refused) as refused:
        raise CommandError(str(refused)) from None
    except KeyboardInterrupt:
        raise CommandError(f"Interrupted: {interrupted}.", returncode=INTERRUPTED) from None
