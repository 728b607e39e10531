"""`export_archive FOLDER`: everything public, in forms that load again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from readouts.archive.exporting.bag import export_bag
from readouts.archive.exporting.files import PACKINGS
from readouts.archive.exporting.folder import TargetExists, export


class Command(BaseCommand):
    help = "Write everything public as JSON Lines, CSV with a codebook, and Django fixture."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER", help="a new folder")
        parser.add_argument(
            "--bagit",
            action="store_true",
            help="a preservation package for the office: with originals and the log, not public",
        )
        parser.add_argument("--pack", choices=PACKINGS, default="", help="pack records and fixture")

    def handle(self, *args: Any, folder: Path, pack: str, **options: Any) -> None:
        write = export_bag if options["bagit"] else export
        try:
            done = write(folder, packing=pack)
        except TargetExists as exists:
            raise CommandError(str(exists)) from None
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be written: {error.strerror}.") from None
        for sentence in done.sentences():
            self.stdout.write(sentence)
