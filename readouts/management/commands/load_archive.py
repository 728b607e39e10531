"""`load_archive FILE...`: archive records become public archive entries, all of them or none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from readouts.archive.load import LOADER, NotLoaded, load
from readouts.editorial.workflow import Refused
from readouts.management.people import user_named
from readouts.management.progress import bar


class Command(BaseCommand):
    help = "Load archive records (JSON lines) as public archive entries, all of them or none."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--by", metavar="USERNAME", help="who loads; a machine otherwise")

    def handle(self, *args: Any, files: list[Path], by: str | None, **options: Any) -> None:
        actor = user_named(by) if by else LOADER
        try:
            with bar(self.stdout) as progress:
                report = load(files, actor, progress)
        except NotLoaded as refused:
            count = len(refused.problems)
            raise CommandError(f"{refused}\nNothing was loaded: {count} problem(s).") from None
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be read: {error.strerror}.") from None
        except Refused as refused:
            raise CommandError(str(refused)) from None
        for sentence in report.sentences():
            self.stdout.write(sentence)
