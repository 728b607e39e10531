"""`import_scrape FILE...`: scraped pages become archive records, or drafts at the desk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from readouts.archive.drafts import IMPORTER, NotDrafted, draft_all
from readouts.archive.pages import pages_in
from readouts.archive.scraped import Read, read_each
from readouts.management.output import written_whole
from readouts.management.people import user_named

NOTHING_READ = 3
_DESK = "admin:readouts_readout_change"
_FILE = "a page, a folder, a .csv manifest, a .warc or .warc.gz, or - for standard input"


class Command(BaseCommand):
    help = "Read scraped pages into archive records, one JSON object a line, or into drafts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=_FILE)
        parser.add_argument("--url", default="", help="the address the page was found at")
        parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write records there")
        parser.add_argument("--draft", action="store_true", help="make drafts at the desk")
        parser.add_argument("--by", metavar="USERNAME", help="who imports; a machine otherwise")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        if options["url"] and (len(files) > 1 or files[0].is_dir()):
            raise CommandError("One address belongs to one page. Name one file with --url.")
        by = user_named(options["by"]) if options["by"] else IMPORTER
        done, refused = 0, 0
        with written_whole(options["output"], self.stdout) as out:
            for page in read_each(pages_in(files, url=options["url"])):
                if isinstance(page, Read) and (told := self.told(page, options["draft"], by)):
                    out.write(told)
                    done += 1
                else:
                    refused += 1
                    if not isinstance(page, Read):
                        self.stderr.write(f"{page.name}: {page.reason}")
        if refused:
            sys.exit(1 if done else NOTHING_READ)

    def told(self, page: Read, as_draft: bool, by: Any) -> str:
        """The records of a page, a line each, or where their drafts are; "" when refused."""
        if not as_draft:
            return "".join(f"{msgspec.json.encode(told).decode()}\n" for told in page.records)
        try:
            drafts = draft_all(page.records, page.found.raw, by)
        except NotDrafted as refused:
            self.stderr.write(f"{page.found.name}: {refused}")
            return ""
        return "".join(f"Draft {d.reference}: {reverse(_DESK, args=[d.pk])}\n" for d in drafts)
