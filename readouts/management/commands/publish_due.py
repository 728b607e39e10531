"""`publish_due [--watch]`: publish what is due, once or for as long as it runs."""

from __future__ import annotations

import signal
import sys
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections

from readouts.editorial.schedule import publish_due


class Command(BaseCommand):
    help = "Publish scheduled readouts that are due; rules are checked again at that moment."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--watch", action="store_true", help="go on until stopped")
        parser.add_argument("--every", type=float, default=10, help="seconds between rounds")

    def handle(self, *args: Any, watch: bool, every: float, **options: Any) -> None:
        if not watch:
            sys.exit(0 if self.round() else 1)
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        while not stopped.is_set():
            try:
                self.round()
            except DatabaseError as error:
                self.stderr.write(f"The database did not answer, trying again: {error}")
            close_old_connections()
            stopped.wait(every)

    def round(self) -> bool:
        """Publish what is due now and say so; whether nothing failed."""
        outcomes = publish_due()
        for outcome in outcomes:
            if outcome.is_published:
                self.stdout.write(f"{outcome.reference}: published.")
            else:
                self.stderr.write(f"{outcome.reference}: not published. {outcome.failure}")
        return all(outcome.is_published for outcome in outcomes)
