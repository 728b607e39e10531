"""How well pages are read: every case of the corpus against its record, field by field.

`python -m tests.archive.scorecard` prints the card; `--misses` adds what was read wrong, `--raise`
lifts the floors that are now exceeded, and `--reset` writes them anew, for when cases are added.
"""

import argparse
import json
import os
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from readouts.archive import scrapes
from readouts.archive.scrapes import NotAReadout

CORPUS = Path(__file__).parent / "corpus"
FLOORS = CORPUS / "floors.json"
READ = getattr(scrapes, "read_pages", None) or (
    lambda raw, **told: [scrapes.read_page(raw, **told)]
)
PLAIN = ("language", "title", "issued")
PARTS = {"principal": ("name", "title", "organization"), "dateline": ("city", "country")}
OF_ENCOUNTER = ("kind", "date", "precision", "city", "country", "occasion")
OF_PARTICIPANT = ("honorific", "name", "title", "organization", "side")


@dataclass(frozen=True)
class Case:
    """A page and what must become of it: its `records`, or words of the reason for refusing it."""

    name: str
    page: Path
    records: list[dict[str, Any]]
    refused: str = ""
    url: str = ""
    retrieved: str = ""

    @property
    def layout(self) -> str:
        return self.name.partition("/")[0]


@dataclass(frozen=True)
class Check:
    """One field of one page: what was expected and what was read."""

    case: Case
    field: str
    expected: Any
    read: Any

    @property
    def right(self) -> bool:
        return bool(self.expected == self.read)


@dataclass
class Score:
    """How many checks there were, and those that went wrong."""

    checks: int = 0
    misses: list[Check] = field(default_factory=list)

    def count(self, check: Check) -> None:
        self.checks += 1
        if not check.right:
            self.misses.append(check)

    @property
    def percent(self) -> float:
        return round(100 * (self.checks - len(self.misses)) / self.checks, 2)


def cases() -> list[Case]:
    """Return the cases of the corpus in order of their names, such as "un-former/two-meetings"."""
    found = []
    for sidecar in sorted(CORPUS.glob("*/*.json")):
        told = json.loads(sidecar.read_text())
        told.pop("shows")
        pages = [path for path in sidecar.parent.glob(f"{sidecar.stem}.*") if path != sidecar]
        (page,) = pages  # exactly one page stands beside each sidecar
        found.append(
            Case(
                name=f"{sidecar.parent.name}/{sidecar.stem}",
                page=page,
                records=told.pop("records", []),
                **told,
            )
        )
    return found


def checks_of(case: Case) -> list[Check]:
    """Read the page of a case and compare it, field by field."""
    try:
        records = READ(
            case.page.read_bytes(),
            name=case.page.name,
            url=case.url,
            retrieved=case.retrieved,
        )
        refusal = ""
    except NotAReadout as refused:
        records, refusal = [], str(refused)
    told = case.refused if case.refused and case.refused in refusal else refusal
    checks = [
        Check(case, "refusal", case.refused, told),
        Check(case, "records", len(case.records), len(records)),
    ]
    for expected, read in zip_longest(case.records, records, fillvalue={}):
        checks += [Check(case, *compared) for compared in _compared(expected, read)]
    return checks


def card(checks: list[Check]) -> tuple[dict[str, Score], dict[str, Score]]:
    """Return the scores by field and by layout."""
    by_field: dict[str, Score] = defaultdict(Score)
    by_layout: dict[str, Score] = defaultdict(Score)
    for check in checks:
        by_field[check.field].count(check)
        by_layout[check.case.layout].count(check)
    return dict(by_field), dict(sorted(by_layout.items()))


def _compared(expected: dict[str, Any], read: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    rows = [(key, expected.get(key, ""), read.get(key, "")) for key in PLAIN]
    for part, keys in PARTS.items():
        mine, theirs = expected.get(part, {}), read.get(part, {})
        rows += [(f"{part}.{key}", mine.get(key, ""), theirs.get(key, "")) for key in keys]
    rows += _encounters(expected.get("encounters", []), read.get("encounters", []))
    rows.append(("organizations", expected.get("organizations", []), read.get("organizations", [])))
    rows += _rows("body", expected.get("body", []), read.get("body", []))
    return rows + _of_the_source(expected.get("source", {}), read.get("source", {}))


def _encounters(expected: list[Any], read: list[Any]) -> list[tuple[str, Any, Any]]:
    rows: list[tuple[str, Any, Any]] = [("encounters", len(expected), len(read))]
    for mine, theirs in zip_longest(expected, read, fillvalue={}):
        rows += [(f"encounter.{key}", mine.get(key), theirs.get(key)) for key in OF_ENCOUNTER]
        people, others = mine.get("participants", []), theirs.get("participants", [])
        rows.append(("participants", len(people), len(others)))
        for person, other in zip_longest(people, others, fillvalue={}):
            rows += [
                (f"participant.{key}", person.get(key, ""), other.get(key, ""))
                for key in OF_PARTICIPANT
            ]
    return rows


def _of_the_source(expected: dict[str, Any], read: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """Compare the origins and warnings that a case asks for; others may be there too."""
    origins, warnings = read.get("fields", {}), "\n".join(read.get("warnings", []))
    return [
        *(
            ("origins", told, origins.get(path))
            for path, told in expected.get("fields", {}).items()
        ),
        *(
            ("warnings", words, words if words in warnings else warnings)
            for words in expected.get("warnings", [])
        ),
    ]


def _rows(name: str, expected: list[Any], read: list[Any]) -> list[tuple[str, Any, Any]]:
    return [(name, mine, theirs) for mine, theirs in zip_longest(expected, read)]


def floors() -> dict[str, dict[str, float]]:
    """Return the recorded floors, per cent right, by field and by layout."""
    recorded: dict[str, dict[str, float]] = json.loads(FLOORS.read_text())
    return recorded


def printed(scores: dict[str, Score]) -> str:
    """Return a table of scores, a line each."""
    return "\n".join(
        f"  {name:26} {score.percent:6.2f} %  {score.checks:5} checks"
        + (f"  {len(score.misses)} wrong" if score.misses else "")
        for name, score in scores.items()
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", help="words in the names of the cases to read")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--reset", action="store_true")
    options = parser.parse_args()
    chosen = [
        case
        for case in cases()
        if not options.only or any(word in case.name for word in options.only)
    ]
    checks = [check for case in chosen for check in checks_of(case)]
    by_field, by_layout = card(checks)
    wrong = {check.case.name for check in checks if not check.right}
    print(printed(by_field), printed(by_layout), sep="\n\n")
    print(f"\n{len(chosen)} cases, {len(chosen) - len(wrong)} right throughout")
    if options.misses:
        for check in checks:
            if not check.right:
                print(f"{check.case.name}: {check.field}")
                print(f"    expected {check.expected!r}\n    read     {check.read!r}")
    if (options.lift or options.reset) and not options.only:
        _record(by_field, by_layout, anew=options.reset)


def _record(by_field: dict[str, Score], by_layout: dict[str, Score], *, anew: bool) -> None:
    old = {"fields": {}, "layouts": {}} if anew else floors()
    new = {
        group: {
            name: max(score.percent, old[group].get(name, 0.0))
            for name, score in sorted(scores.items())
        }
        for group, scores in (("fields", by_field), ("layouts", by_layout))
    }
    FLOORS.write_text(json.dumps(new, indent=1) + "\n")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "readouts_site.settings")
    os.environ.setdefault("READOUTS_DEBUG", "1")
    import django

    django.setup()
    main()
