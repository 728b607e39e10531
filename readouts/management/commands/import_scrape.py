"""`import_scrape FILE...`: scraped pages become archive records, or drafts at the desk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from readouts.archive.drafts import IMPORTER, NotDrafted, draft
from readouts.archive.scrapes import NotAReadout, read_page
from readouts.management.people import user_named

NOTHING_READ = 3


class Command(BaseCommand):
    help = "Read scraped pages into archive records, one JSON object a line, or into drafts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--url", default="", help="the address the page was found at")
        parser.add_argument("--draft", action="store_true", help="make drafts at the desk")
        parser.add_argument("--by", metavar="USERNAME", help="who imports; a machine otherwise")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        if options["url"] and len(files) > 1:
            raise CommandError("One address belongs to one page. Name one file with --url.")
        self.actor = user_named(options["by"]) if options["by"] else IMPORTER
        # A list, so that one refused page does not keep the others from being read.
        done = [self.read(path, options["url"], as_draft=options["draft"]) for path in files]
        if not any(done):
            sys.exit(NOTHING_READ)
        if not all(done):
            sys.exit(1)

    def read(self, path: Path, url: str, *, as_draft: bool) -> bool:
        try:
            raw = path.read_bytes()
            record = read_page(raw, name=path.name, url=url)
            self.stdout.write(self.drafted(record, raw) if as_draft else _line(record))
        except OSError as error:
            self.stderr.write(f"{path} cannot be read: {error.strerror}.")
        except (NotAReadout, NotDrafted) as refused:
            self.stderr.write(f"{path.name}: {refused}")
        else:
            return True
        return False

    def drafted(self, record: dict[str, Any], raw: bytes) -> str:
        readout = draft(record, raw, self.actor)
        address = reverse("admin:readouts_readout_change", args=[readout.pk])
        return f"Draft {readout.reference}: {address}"


def _line(record: dict[str, Any]) -> str:
    return msgspec.json.encode(record).decode()
