"""One export: a folder that is written beside its place and moved there when it is whole."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.utils import timezone

from readouts.archive.exported import FORMAT, MANIFEST, RECORDS, REGISTER
from readouts.archive.exporting import fixture, register, selection, tables, words
from readouts.archive.exporting.files import Files, Written, checked
from readouts.archive.exporting.selection import Exported, Named
from readouts.archive.versions import line_of

# Told how many readouts are written, and how many there are.
Progress = Callable[[int, int], None]


class TargetExists(FileExistsError):  # noqa: N818 - it says what is wrong
    """The target stands already; an export never writes over anything."""

    def __init__(self, target: Path) -> None:
        super().__init__(f"{target} exists already. Name another place, or move it away.")


@dataclass(frozen=True)
class Exportation:
    """What an export wrote: the place, and how many of everything."""

    folder: Path
    counts: dict[str, int]

    def sentences(self) -> list[str]:
        told = self.counts
        return [
            f"{told['readouts']} readouts in {told['versions']} versions, "
            f"{told['withdrawn']} of them withdrawn, and {told['register']} register rows "
            f"written to {self.folder}."
        ]


def export(target: Path, *, packing: str = "", progress: Progress | None = None) -> Exportation:
    """Write everything public to the new folder `target`, as one moment saw it.

    `packing` is "", "gz" or "zst" (records; the fixture is packed as .gz then, which loaddata
    reads). Raises TargetExists, and OSError where nothing can be written; nothing is left then.
    """
    with new_folder(target) as folder:
        counts = write(folder, packing=packing, progress=progress)
    return Exportation(target, counts)


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A folder to be filled, which becomes `target` if nothing goes wrong, and else vanishes."""
    if target.exists():
        raise TargetExists(target)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.resolve().parent))
    try:
        yield folder
        folder.chmod(0o755)
        if target.exists():
            raise TargetExists(target)
        folder.rename(target)
    except BaseException:
        shutil.rmtree(folder)
        raise


def write(folder: Path, *, packing: str = "", progress: Progress | None = None) -> dict[str, int]:
    """Write an export into an empty folder; returns the counts."""
    at = timezone.now()
    with selection.snapshot():
        with Files(folder) as files:
            named, counts = _readouts(files, packing, progress)
            counts["register"] = _register(files, named)
        for name, text in _about(packing).items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
            files.written.append(Written(name, 0, *checked(folder / name)))
    manifest = {
        "format": FORMAT,
        "software": f"readouts {version()}",
        "office": settings.OFFICE_NAME,
        "at": at.isoformat(),
        "counts": counts,
        "files": [file.told() for file in sorted(files.written, key=lambda file: file.path)],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    for path in folder.rglob("*"):
        if path.is_file():
            _to_disk(path)
    return counts


def version() -> str:
    """The version of this software."""
    told = tomllib.loads((Path(settings.BASE_DIR) / "pyproject.toml").read_text(encoding="utf-8"))
    return str(told["project"]["version"])


def _to_disk(path: Path) -> None:
    """See that a file outlives a power cut before its folder gets its name."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _readouts(
    files: Files, packing: str, progress: Progress | None
) -> tuple[Named, dict[str, int]]:
    """Every readout into every form at once, read once."""
    named, counts = Named(), Counter(readouts=0, versions=0, withdrawn=0)
    total = selection.count()
    stream, records = files.begin(RECORDS, packing)
    rows = _Rows(files, "archive.json", "gz" if packing else "")
    tags = fixture.Tags()
    flat = [_Table(files, table) for table in tables.TABLES]
    for one in selection.exported():
        stream.write(line_of(one.record) + b"\n")
        records.count += 1
        for row in fixture.rows(one, tags):
            rows.add(row)
        for table in flat:
            table.add(one)
        for publication in one.publications:
            named.add(publication.shape)
        counts["readouts"] += 1
        counts["versions"] += len(one.publications)
        counts["withdrawn"] += one.last.withdrawn_at is not None
        if progress:
            progress(counts["readouts"], total)
    rows.end()
    return named, dict(counts)


def _register(files: Files, named: Named) -> int:
    rows = _Rows(files, REGISTER, "")
    for row in register.rows(named):
        rows.add(row)
    rows.end()
    return rows.file.count


class _Rows:
    """A Django fixture, one row a line."""

    def __init__(self, files: Files, path: str, packing: str) -> None:
        self._stream, self.file = files.begin(path, packing)
        self._stream.write(b"[")

    def add(self, row: dict[str, Any]) -> None:
        told = msgspec.json.encode(row, enc_hook=str, order="deterministic")
        self._stream.write((b",\n" if self.file.count else b"\n") + told)
        self.file.count += 1

    def end(self) -> None:
        self._stream.write(b"\n]\n")


class _Table:
    """A table as CSV, its heading first."""

    def __init__(self, files: Files, table: tables.Table) -> None:
        stream, self.file = files.begin(f"tables/{table.name}.csv")
        self._table, self._stream = table, stream
        stream.write(_csv([[column.name for column in table.columns]]))

    def add(self, one: Exported) -> None:
        cells = list(self._table.cells(one))
        self._stream.write(_csv(cells))
        self.file.count += len(cells)


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _about(packing: str) -> dict[str, str]:
    records = RECORDS + (f".{packing}" if packing else "")
    return {
        "README.md": words.README.format(
            records=records, fixture="archive.json" + (".gz" if packing else "")
        ),
        "codebook.md": words.codebook(),
        "codebook.csv": _csv(tables.codebook()).decode(),
    }
