"""Fixtures for tests, as `dumpdata` writes them, and the lines they are read as."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core import serializers

from readouts.archive.reading import Line, Reading

DERIVED = {"searchentry"}


def dumped(*names: str, natural: bool = True, shuffle: int = 0) -> list[dict[str, Any]]:
    """The rows of the named models (of all, if none is named) as plain data."""
    found: list[Any] = []
    for model in apps.get_app_config("readouts").get_models():
        if model._meta.model_name in (names or {model._meta.model_name}) and (
            model._meta.model_name not in DERIVED
        ):
            found += model._default_manager.order_by("pk")
    told = serializers.serialize(
        "json", found, use_natural_foreign_keys=natural, use_natural_primary_keys=natural
    )
    rows: list[dict[str, Any]] = json.loads(told)
    if shuffle:
        random.Random(shuffle).shuffle(rows)
    return rows


def fixture(folder: Path, rows: Any, name: str = "fixture.json") -> Path:
    """A file of rows, each on a line of its own."""
    path = folder / name
    told = ",\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text(f"[\n{told}\n]\n", encoding="utf-8")
    return path


def read(folder: Path, rows: Any, name: str = "fixture.json") -> list[Line]:
    return list(Reading([fixture(folder, rows, name)]).lines())
