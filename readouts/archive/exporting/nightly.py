"""The nightly dump: an export as one file, offered on the public site; old ones are taken away."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path

from django.utils import timezone

from readouts import dumps
from readouts.archive.exporting import folder
from readouts.archive.exporting.files import checked
from readouts.dumps import Dump

# So many are kept; each is whole, so that the last ones are for whom a download failed.
KEPT = 7


def dump(place: Path) -> Dump:
    """Write the dump of today (on the office's clock) into a folder, in place of an earlier one of
    the same day. Raises OSError where it cannot be written; those there were stay as they are."""
    place.mkdir(parents=True, exist_ok=True)
    at = timezone.now()
    path = place / f"readouts-{timezone.localdate(at):%Y-%m-%d}.zip"
    with tempfile.TemporaryDirectory(prefix=".dump-", dir=place) as waiting:
        counts = folder.export(Path(waiting) / path.stem).counts
        packed = Path(waiting) / path.name
        _pack(Path(waiting) / path.stem, packed)
        size, sha256 = checked(packed)
        # Nobody is told the checksum of one dump and given another.
        dumps.told_of(path).unlink(missing_ok=True)
        packed.replace(path)
    made = Dump(path, at, size, sha256, counts["readouts"])
    made.write()
    for old in dumps.written(place)[KEPT:]:
        old.told.unlink()
        old.path.unlink()
    return made


def _pack(source: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(source.rglob("*")):
            if path.is_file():
                packed.write(path, path.relative_to(source.parent))
    shutil.rmtree(source)
