"""`export_archive FOLDER`: everything public, in forms that load again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from readouts.archive.exporting import nightly
from readouts.archive.exporting.bag import export_bag
from readouts.archive.exporting.files import PACKINGS
from readouts.archive.exporting.folder import TargetExists, export
from readouts.management.progress import bar

_BAGIT = "a preservation package for the office: originals and the log too, not for publication"
_NIGHTLY = "a dump for the public site, into the folder READOUTS_DUMPS"


class Command(BaseCommand):
    help = "Write everything public as JSON Lines, CSV with a codebook, and Django fixture."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="a new folder")
        parser.add_argument("--pack", choices=PACKINGS, default="", help="pack records and fixture")
        parser.add_argument("--bagit", action="store_true", help=_BAGIT)
        parser.add_argument("--nightly", action="store_true", help=_NIGHTLY)

    def handle(self, *args: Any, folder: Path | None, **options: Any) -> None:
        if bool(folder) == options["nightly"]:
            raise CommandError("Name a new folder to write to, or --nightly, and not both.")
        try:
            sentences = self.export(folder, options) if folder else self.dump()
        except TargetExists as exists:
            raise CommandError(str(exists)) from None
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be written: {error.strerror}.") from None
        for sentence in sentences:
            self.stdout.write(sentence)

    def export(self, folder: Path, options: Any) -> list[str]:
        write = export_bag if options["bagit"] else export
        with bar(self.stdout, self.stderr, "Exporting") as shown:

            def progress(done: int, total: int) -> None:
                shown.progress(done, total, done)

            return write(folder, packing=options["pack"], progress=progress).sentences()

    def dump(self) -> list[str]:
        if settings.DUMPS_DIR is None:
            raise CommandError("READOUTS_DUMPS names no folder. Set it to where dumps may lie.")
        made = nightly.dump(settings.DUMPS_DIR)
        return [f"{made.readouts} readouts written to {made.path}, {made.size} bytes."]
