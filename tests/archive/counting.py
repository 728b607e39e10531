"""Everything that stands in the database, counted."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import connection

TABLES = sorted(
    {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    - {"django_migrations"}
)
STATEMENT = "SELECT " + ", ".join(f'(SELECT count(*) FROM "{table}")' for table in TABLES)


def everything() -> dict[str, int]:
    """How many rows every table of the project and of its libraries has."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT)
        return counted(cursor.fetchone())


def counted(row: Any) -> dict[str, int]:
    """What `STATEMENT` answers, by table."""
    return dict(zip(TABLES, row, strict=True))
