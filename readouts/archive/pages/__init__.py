"""The pages an import is given: single files, folders, manifests and web archives, one at a time.

Here stand only bytes, names and addresses; what a page says is read in `archive.scrapes`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from readouts.archive.pages.found import Found, Unreadable, read_file
from readouts.archive.pages.manifest import MANIFEST, addresses_in, pages_of_manifest
from readouts.archive.pages.sidecar import is_sidecar, with_sidecar
from readouts.archive.pages.warc import is_warc, pages_of_warc

__all__ = ["Found", "Unreadable", "pages_in"]

STANDARD_INPUT = "-"
# What a crawl keeps beside its pages.
_NO_PAGES = frozenset(
    {
        ".json", ".jsonl", ".csv", ".url", ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp",
        ".ico", ".pdf", ".css", ".js", ".xml", ".zip", ".gz", ".zst", ".doc", ".docx", ".xls",
        ".xlsx", ".ppt", ".pptx", ".mp3", ".mp4", ".woff", ".woff2", ".ttf", ".py", ".db",
        ".sqlite3", ".log",
    }
)  # fmt: skip

Pages = Iterator[Found | Unreadable]


def pages_in(paths: Iterable[Path], *, url: str = "") -> Pages:
    """Yield the pages under `paths`, each when it is asked for, folders in order of their names.

    A page that cannot be read is yielded as Unreadable; it never stops the others. `url` is the
    address of a single page and goes before what a sidecar says.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield Found("standard input", sys.stdin.buffer.read(), url=url)
        elif path.is_dir():
            yield from _pages_of_folder(path)
        elif path.suffix.lower() == ".csv":
            yield from pages_of_manifest(path)
        elif is_warc(path):
            yield from pages_of_warc(path)
        else:
            yield _page(path, path.name, url=url)


def _pages_of_folder(folder: Path) -> Pages:
    """Yield the pages below a folder, with the addresses its manifest gives."""
    addresses = {}
    if (manifest := folder / MANIFEST).is_file():
        rows = list(addresses_in(manifest))
        yield from (row for row in rows if isinstance(row, Unreadable))
        addresses = {row.path: row for row in rows if not isinstance(row, Unreadable)}
    for path in _files_below(folder):
        name = path.relative_to(folder).as_posix()
        row = addresses.get(path)
        if is_warc(path):
            yield from pages_of_warc(path, name)
        elif row:
            yield read_file(path, name, url=row.url, retrieved=row.retrieved)
        elif path.suffix.lower() not in _NO_PAGES and not is_sidecar(path):
            yield _page(path, name)


def _files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files_below(path)
        elif path.is_file():
            yield path


def _page(path: Path, name: str, *, url: str = "") -> Found | Unreadable:
    page = read_file(path, name, url=url)
    return with_sidecar(page, path) if isinstance(page, Found) else page
