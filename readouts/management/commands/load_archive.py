"""`load_archive FILE...`: archive records become public archive entries, all of them or none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from readouts.archive.load import LOADER, NotLoaded, load
from readouts.archive.report import Report
from readouts.management.failures import in_a_sentence
from readouts.management.people import user_named
from readouts.management.progress import bar
from readouts.management.report_files import ReportFiles, check_places

# Exit codes: 0 all is loaded, 1 nothing is (after Ctrl-C 130), 3 the good records are and others
# were refused.
SOME_REFUSED = 3

_OPTIONS: dict[str, Any] = {
    "--dry-run": {"action": "store_true", "help": "check everything, write nothing"},
    "--by-record": {
        "action": "store_true",
        "help": "keep the good records and refuse the others, instead of all or none",
    },
    "--refused": {
        "type": Path,
        "metavar": "FILE",
        "help": "with --by-record: a .jsonl for refused records, to be mended and loaded again",
    },
    "--strict": {"action": "store_true", "help": "refuse what is doubtful too"},
    "--report": {"type": Path, "metavar": "FILE", "help": "write a report for machines"},
    "--by": {"metavar": "USERNAME", "help": "who loads; a machine otherwise"},
}
_FILES = (
    "records (docs/records.md) as JSONL, JSON or YAML, and fixtures, also .gz or .zst; a folder; "
    "- for standard input"
)


class Command(BaseCommand):
    help = "Load archive records and fixtures as public archive entries, all of them or none."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=_FILES)
        for name, told in _OPTIONS.items():
            parser.add_argument(name, **told)

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        check_places(files, options)
        with ReportFiles(options["report"], options["refused"]) as told:
            report = self.load(files, told, options)
            told.finish(report, loaded=not options["dry_run"])
        for sentence in [*report.sentences(), *told.sentences(report)]:
            self.stdout.write(sentence)
        if report.counts["refused"]:
            sys.exit(SOME_REFUSED)

    def load(self, files: list[Path], told: ReportFiles, options: Any) -> Report:
        paths: list[Path | None] = [None if str(path) == "-" else path for path in files]
        actor = user_named(options["by"]) if options["by"] else LOADER
        ways = {name: options[name] for name in ("by_record", "dry_run", "strict")}
        try:
            with in_a_sentence("nothing was loaded"), bar(self.stdout, self.stderr) as shown:
                listener = told.listener(shown.say)
                return load(paths, actor, shown.progress, listener=listener, **ways)
        except NotLoaded as refused:
            told.finish(refused.report, loaded=False)
            count = refused.report.counts["refused"]
            raise CommandError(f"Nothing was loaded: {count} refused.") from None
