"""`undo_load BATCH`: a load is taken back whole, as at the desk, however large it is."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from readouts.archive.load import LOADER
from readouts.archive.undoing import NotUndone, undo
from readouts.management.people import user_named
from readouts.models.source import ImportBatch


class Command(BaseCommand):
    help = "Withdraw what a load made public, and discard what it brought to review; all or none."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("batch", type=int, help="the number that load_archive told")
        parser.add_argument("--reason", default="", help="the public reads it at every record")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done")
        parser.add_argument("--by", metavar="USERNAME", help="who undoes it; a machine otherwise")

    def handle(
        self, *args: Any, batch: int, reason: str, dry_run: bool, by: str | None, **options: Any
    ) -> None:
        load = ImportBatch.objects.defer("report").filter(pk=batch).first()
        if load is None:
            raise CommandError(f"There is no load {batch}.")
        self.stdout.write(f"{load}.")
        try:
            done = undo(load, user_named(by) if by else LOADER, reason=reason, dry_run=dry_run)
        except NotUndone as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{done.told}{' Nothing was written: a dry run.' if dry_run else ''}")
