"""Rows by the thousand: COPY on PostgreSQL, statements of many rows on SQLite.

Nothing here knows what a row means. Rows are given as column values; what is left out takes the
default of its field. Models' `save` and `clean` are not called: whoever writes in bulk answers for
what they would have seen to.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

import msgspec
from django.db import connection, models
from django.db.backends.utils import CursorWrapper
from django.db.models.fields.json import JSONField

Row = tuple[Any, ...]
# A table by name, its columns, and rows of them.
Table = tuple[str, list[str], Sequence[Row]]
# Statements of more rows gain nothing; SQLite may be built for no more than so many values in one.
_ROWS_A_STATEMENT = 200
_VALUES_A_STATEMENT = 32_000


class Rows:
    """Rows of one table, gathered until `taken`; in what order, the caller decides.

    `with_keys` says that every row brings its primary key (see `Keys`); otherwise the database
    gives it.
    """

    def __init__(self, model: type[models.Model], *, with_keys: bool = False) -> None:
        fields = [
            field for field in model._meta.concrete_fields if with_keys or not field.primary_key
        ]
        self.table = model._meta.db_table
        self.columns = [str(field.column) for field in fields]
        self._defaults = {str(field.column): field.get_default() for field in fields}
        self._values = itemgetter(*self.columns)
        prepared = [
            (column, _preparation(field))
            for column, field in zip(self.columns, fields, strict=True)
        ]
        self._prepared = [(column, prepare) for column, prepare in prepared if prepare]
        self.rows: list[Row] = []

    def add(self, **values: Any) -> None:
        """Gather one row, by column ("readout_id", not "readout")."""
        row = values if len(values) == len(self.columns) else self._defaults | values
        for column, prepare in self._prepared:
            if (value := row[column]) is not None:
                row[column] = prepare(value)
        self.rows.append(self._values(row))

    def taken(self) -> Table:
        """What was gathered; nothing is kept here."""
        rows, self.rows = self.rows, []
        return self.table, self.columns, rows


def write(tables: Sequence[Table]) -> None:
    """Write rows in the transaction of the caller, the first table first."""
    connection.ensure_connection()
    with connection.wrap_database_errors:
        for table, columns, rows in tables:
            if rows:
                # The driver itself, because Django would keep the words of every statement while
                # it debugs.
                WRITERS[connection.vendor](connection.connection, table, columns, rows)


class Keys:
    """Primary keys taken in advance, so that rows of several tables can name each other before
    any is written."""

    def __init__(self, model: type[models.Model]) -> None:
        self._table = model._meta.db_table
        self._take = {"sqlite": _next_on_sqlite, "postgresql": _next_on_postgresql}[
            connection.vendor
        ]

    def take(self, number: int) -> list[int]:
        """`number` keys that nobody else will get."""
        with connection.cursor() as cursor:
            return self._take(cursor, self._table, number)


def _next_on_sqlite(cursor: CursorWrapper, table: str, number: int) -> list[int]:
    """The table of sequences counts on, so that rows written meanwhile get later keys."""
    cursor.execute("UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s", [number, table])
    if not cursor.rowcount:
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number])
    cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
    last = cursor.fetchone()[0]
    return list(range(last - number + 1, last + 1))


def _next_on_postgresql(cursor: CursorWrapper, table: str, number: int) -> list[int]:
    cursor.execute(
        "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
        [table, number],
    )
    return [key for (key,) in cursor.fetchall()]


# --- values -------------------------------------------------------------------------------------


def _preparation(field: models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    """What makes a value of this field fit for the driver, or None where it is already."""
    if isinstance(field, JSONField):
        return _json
    if connection.vendor != "sqlite":
        return None
    return _FOR_SQLITE.get(field.get_internal_type())


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


@lru_cache(maxsize=1024)
def _moment(value: datetime.datetime) -> str:
    """An aware moment as Django keeps it on SQLite: naive, UTC."""
    return str(value.astimezone(datetime.UTC).replace(tzinfo=None))


_FOR_SQLITE: dict[str, Callable[[Any], Any]] = {
    "DateTimeField": _moment,
    "DateField": str,
    "TimeField": str,
}


# --- engines ------------------------------------------------------------------------------------


def _copy(driver: Any, table: str, columns: list[str], rows: Sequence[Row]) -> None:
    with (
        driver.cursor() as cursor,
        cursor.copy(f"COPY {table} ({_names(columns)}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _insert(driver: Any, table: str, columns: list[str], rows: Sequence[Row]) -> None:
    """Many rows a statement, which takes half as long as a statement a row."""
    holes = f"({', '.join('?' * len(columns))})"
    most = max(1, min(_ROWS_A_STATEMENT, _VALUES_A_STATEMENT // len(columns)))
    for start in range(0, len(rows), most):
        some = rows[start : start + most]
        driver.execute(
            f"INSERT INTO {table} ({_names(columns)}) VALUES {', '.join([holes] * len(some))}",  # noqa: S608
            list(itertools.chain.from_iterable(some)),
        )


def _names(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


WRITERS = {"postgresql": _copy, "sqlite": _insert}
