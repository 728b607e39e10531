"""The folder that an export is, as far as whoever loads it again must know it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FORMAT = "readouts export, version 1"
MANIFEST, REGISTER, RECORDS = "manifest.json", "register.json", "records.jsonl"
# A manifest is small; a file beyond this is none.
_LARGEST_MANIFEST = 1 << 20
_BAG = "bagit.txt"


def told_elsewhere(inside: Iterable[Path]) -> set[Path]:
    """Those of some files that belong to an export and are not to be loaded: what they say stands
    in its register and its records, too, or is not for loading."""
    files = list(inside)
    wholes = {path.parent: _whole(path.parent) for path in files if _is_manifest(path)}
    parts = {path for path in files if any(whole in path.parents for whole in wholes.values())}
    return {path for path in parts if path.parent not in wholes or not _is_loaded(path.name)}


def _whole(export: Path) -> Path:
    """The folder of an export, or the whole preservation package that it is the public part of."""
    package = export.parent.parent
    return package if (package / _BAG).is_file() else export


def _is_loaded(name: str) -> bool:
    return name == REGISTER or name.startswith(RECORDS)


def _is_manifest(path: Path) -> bool:
    if path.name != MANIFEST or path.stat().st_size > _LARGEST_MANIFEST:
        return False
    try:
        told: Any = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return False  # It is another file of that name, and is refused when it is read.
    return isinstance(told, dict) and told.get("format") == FORMAT
