"""`verify_history`: whether the record stands as it was written."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from readouts.editorial.history import damage


class Command(BaseCommand):
    help = "Verify the chains of events and the digests of revisions and publications."

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for sentence in damage():
            found += 1
            self.stderr.write(sentence)
        if found:
            sys.exit(1)
        self.stdout.write("The record stands as it was written.")
