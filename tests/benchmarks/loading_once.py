"""One size of `tests.benchmarks.loading`, in a process and on a database of its own."""

from __future__ import annotations

import gc
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import django

django.setup()

from django.core import serializers  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from readouts.archive.load import load  # noqa: E402
from readouts.editorial.links import LINKS  # noqa: E402
from readouts.models import bulk  # noqa: E402
from readouts.models.publication import Publication  # noqa: E402
from readouts.models.readout import Encounter, Participation, Readout, TaggedReadout  # noqa: E402
from readouts.models.record import Event, Revision  # noqa: E402
from readouts.models.search import SearchEntry  # noqa: E402
from readouts.models.source import ImportBatch, SourceRecord  # noqa: E402
from tests.benchmarks import generate  # noqa: E402

# In the order in which every key finds its row.
TABLES = (
    ImportBatch, Readout, Readout.organizations.through, Readout.topics.through, TaggedReadout,
    Encounter, Participation, Revision, Event, Publication, *LINKS, SearchEntry, SourceRecord,
)  # fmt: skip
SEED = 7


def records(count: int) -> Iterator[dict[str, Any]]:
    """Archive records of generated readouts, the same every time."""
    dice = random.Random(SEED)
    for number in range(count):
        shape = generate.shape(number, dice)
        yield {
            "reference": shape["reference"],
            "language": shape["language"],
            "title": shape["title"],
            "principal": _printed(shape["principal"]),
            "issued": shape["issued"],
            "dateline": shape["dateline"],
            "published_at": f"{shape['issued']}T18:00:00Z",
            "encounters": [
                encounter | {"participants": [_printed(p) for p in encounter["participants"]]}
                for encounter in shape["encounters"]
            ],
            "organizations": [f"body-{number % 50}", f"body-{number % 70}"],
            "topics": [topic["key"] for topic in shape["topics"]],
            "tags": shape["tags"],
            "body": shape["body"],
            "source": {"file": f"page-{number}.html", "layout": "generic", "warnings": []},
        }


def _printed(person: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in person.items() if name != "register"}


def file(folder: Path, count: int) -> Path:
    path = folder / "archive.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for record in records(count):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def timed(act: Callable[[], Any]) -> float:
    gc.collect()
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def prepared() -> list[tuple[str, list[str], list[tuple[Any, ...]]]]:
    """Every row that was written, as the driver takes it."""
    found = []
    for model in TABLES:
        columns = [field.column for field in model._meta.concrete_fields]
        names = ", ".join(
            f'"{column}"::text' if _is_json(model, column) else f'"{column}"' for column in columns
        )
        with connection.cursor() as cursor:
            order = model._meta.pk.column
            cursor.execute(f'SELECT {names} FROM {model._meta.db_table} ORDER BY "{order}"')
            rows = cursor.cursor.fetchall() if connection.vendor == "sqlite" else cursor.fetchall()
        found.append((model._meta.db_table, columns, [tuple(row) for row in rows]))
    return found


def _is_json(model: Any, column: str) -> bool:
    if connection.vendor == "sqlite":
        return False
    fields = {field.column: field for field in model._meta.concrete_fields}
    return fields[column].get_internal_type() == "JSONField"


def write(tables: list[tuple[str, list[str], list[tuple[Any, ...]]]]) -> None:
    with transaction.atomic():
        bulk.write(tables)


def clear() -> None:
    tables = [model._meta.db_table for model in reversed(TABLES)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
            return
    with transaction.atomic(), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"DELETE FROM {table}")


def fixture(folder: Path) -> Path:
    path = folder / "fixture.json"
    with path.open("w", encoding="utf-8") as out:
        # What is many to many stands in the row of the readout.
        models = [model for model in TABLES if not model._meta.auto_created]
        rows = (row for model in models for row in model._default_manager.order_by("pk").iterator())
        serializers.serialize("json", rows, stream=out)
    return path


def speed(size: int, folder: Path) -> None:
    path = file(folder, size)
    loading = timed(lambda: load([path]))
    again = timed(lambda: load([path]))
    plain = fixture(folder)
    rows = prepared()
    clear()
    writing = timed(lambda: write(rows))
    count = sum(len(of_table) for _, _, of_table in rows)
    clear()
    second = timed(lambda: load([path]))
    clear()
    django_loading = timed(lambda: call_command("loaddata", str(plain), verbosity=0))
    print(f"{connection.vendor}, {size:,} records, {count / size:.1f} rows each")
    for name, seconds in (
        ("load", loading), ("load, second time on an empty database", second),
        ("load of what stands already", again), ("prepared rows by COPY", writing),
        ("loaddata of the same rows", django_loading),
    ):  # fmt: skip
        print(f"  {name:42} {size / seconds:10,.0f} records a second")
    best = min(loading, second)
    print(f"  load takes {best / writing:.2f} times as long as writing its prepared rows,")
    print(f"  and loaddata {django_loading / best:.1f} times as long as load")


def memory(size: int, folder: Path) -> None:
    path = file(folder, size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = timed(lambda: load([path]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{connection.vendor}, {size:,} records: peak {peak / 1024:.0f} MiB, before the load "
        f"{before / 1024:.0f} MiB; {size / seconds:,.0f} records a second"
    )


def main() -> None:
    what, size = sys.argv[1], int(sys.argv[2])
    call_command("migrate", verbosity=0)
    generate.register(random.Random(SEED))
    with tempfile.TemporaryDirectory() as folder:
        {"speed": speed, "memory": memory}[what](size, Path(folder))


if __name__ == "__main__":
    main()
