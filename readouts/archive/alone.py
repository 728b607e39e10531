"""One load at a time, in one transaction, with as little as possible in its way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django import db
from django.db import OperationalError, transaction

# The number under which PostgreSQL keeps two loads from running at once: "read" in ASCII.
_ALONE = 0x72656164
# How many new objects make Python look for cycles among them.
_SELDOM = (20_000, 20, 20)


class Busy(RuntimeError):  # noqa: N818 - it says what the database is
    """Another process holds the database, and did not let go within the time SQLite waits."""

    def __init__(self) -> None:
        super().__init__(
            "Another load, or somebody at the desk, holds the database. Nothing was loaded; load "
            "again when that has ended."
        )


def be_alone() -> None:
    """Wait until no other load runs: two that make the same register row, or the same reference,
    would wait for each other for good. On SQLite the transaction itself keeps others out."""
    if db.connection.vendor == "postgresql":
        with db.connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ALONE])
            # Every statement checks what it wrote; a million records would leave forty million
            # checks waiting in memory.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@contextmanager
def alone() -> Iterator[None]:
    """One transaction, begun when no other load runs. Raises Busy."""
    with ExitStack() as stack:
        try:
            stack.enter_context(transaction.atomic())
        except OperationalError as error:
            if db.connection.vendor == "sqlite" and "locked" in str(error):
                raise Busy from error
            raise
        be_alone()
        yield


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let Python look for cycles less often: a load makes objects by the thousand, hardly any of
    them in a cycle, and a tenth of its time would go into looking."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
