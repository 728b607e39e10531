"""A manifest: a CSV file that names pages with their addresses, `file,url,retrieved`."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from readouts.archive.pages.found import Found, Unreadable, read_file

MANIFEST = "manifest.csv"
# Each column and the other names it may have.
_COLUMNS = {
    "file": ("file", "path", "filename", "name"),
    "url": ("url", "address", "source_url", "uri"),
    "retrieved": ("retrieved", "retrieved_at", "fetched", "crawled", "date"),
}
_ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.I)
_LONGEST = 1000


@dataclass(frozen=True)
class Row:
    """One line of a manifest: the page's path and name, its address and when it was retrieved."""

    path: Path
    name: str
    url: str = ""
    retrieved: str = ""


def pages_of_manifest(path: Path) -> Iterator[Found | Unreadable]:
    """Yield the pages a manifest names, one at a time; paths start at the manifest's folder."""
    for row in addresses_in(path):
        if isinstance(row, Unreadable):
            yield row
        else:
            yield read_file(row.path, row.name, url=row.url, retrieved=row.retrieved)


def addresses_in(path: Path) -> Iterator[Row | Unreadable]:
    """Yield the lines of a manifest; one that is wrong is told with line, field and cure."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            columns = _columns(next(reader, []))
            if "file" not in columns:
                yield Unreadable(
                    f"{path}, line 1",
                    "there is no column “file”. Begin with a line such as file,url,retrieved.",
                )
                return
            for fields in reader:
                if any(field.strip() for field in fields):
                    yield _row(fields, columns, path, reader.line_num)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        yield Unreadable(str(path), f"cannot be read as UTF-8 CSV: {error}. Save it anew.")


def _columns(header: list[str]) -> dict[str, int]:
    names = [name.strip().lower() for name in header]
    return {
        column: names.index(name)
        for column, others in _COLUMNS.items()
        for name in reversed(others)
        if name in names
    }


def _row(fields: list[str], columns: dict[str, int], manifest: Path, line: int) -> Row | Unreadable:
    told = {
        column: fields[at].strip() if at < len(fields) else "" for column, at in columns.items()
    }
    where = f"{manifest}, line {line}"
    file, url, retrieved = told["file"], told.get("url", ""), told.get("retrieved", "")
    if not file:
        return Unreadable(where, "file: the name of the page is missing. Fill it in.")
    path = manifest.parent / file
    if not path.is_file():
        return Unreadable(
            where,
            f"file: there is no file {file} in {manifest.parent}. Paths start at the folder of "
            "the manifest.",
        )
    if problem := problem_of_row(url, retrieved):
        return Unreadable(where, problem)
    return Row(path, file, url, retrieved)


def problem_of_row(url: str, retrieved: str) -> str:
    """Return what is wrong with an address or a day of retrieval and how to mend it, else ""."""
    if url and (not _ADDRESS.fullmatch(url) or len(url) > _LONGEST):
        return f"url: {url[:80]!r} is no address. Write it whole, with http:// or https://."
    if retrieved and not _is_moment(retrieved):
        return (
            f"retrieved: {retrieved[:40]!r} is no date. Write it year first, such as 2024-02-01 "
            "or 2024-02-01T00:00:00Z."
        )
    return ""


def _is_moment(text: str) -> bool:
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return len(text) <= 40  # noqa: PLR2004 - as long as the column that keeps it
