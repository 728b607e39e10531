"""Fixture rows on disk until those of one readout are together, so that they may come in any
order and memory stays flat."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from readouts.archive.reading import rows
from readouts.archive.reading.items import Item
from readouts.archive.reading.rows import Row
from readouts.archive.wording import Words, shown

_TABLES = """
    PRAGMA synchronous = OFF;
    PRAGMA journal_mode = OFF;
    CREATE TABLE file (id INTEGER PRIMARY KEY, path TEXT);
    CREATE TABLE row (
        number INTEGER PRIMARY KEY, file INTEGER, line INTEGER, model TEXT,
        pk TEXT, name TEXT, owner TEXT, is_used INTEGER DEFAULT 0, told BLOB
    );
    CREATE TABLE refused (file INTEGER, line INTEGER, words BLOB, raw BLOB);
"""
# Made when all rows are there, which is faster.
_INDEXES = """
    CREATE INDEX row_by_pk ON row (model, pk);
    CREATE INDEX row_by_name ON row (model, name);
    CREATE INDEX row_by_owner ON row (model, owner);
"""
_ROW = "SELECT number, path, line, model, told FROM row JOIN file ON id = file"


class Staging:
    """The rows of all fixtures of one reading, in a temporary database of its own."""

    def __init__(self) -> None:
        # No name: SQLite keeps it in a file that is gone when the connection is.
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.executescript(_TABLES)
        self._has_indexes = False
        self._file = 0

    def begin(self, file: str) -> None:
        """The rows that follow are of this file."""
        self._file = self._ask("INSERT INTO file (path) VALUES (?)", file).lastrowid or 0

    def add(self, item: Item) -> dict[str, Any] | None:
        """Take one object of a fixture; returns a row of the register, which is wanted at once."""
        told = item.told
        if told is None:
            self._refuse(item, item.problem)
        elif not rows.is_row(told):
            cure = (
                "This is a record among the rows of a fixture. Put the records into a file of "
                "their own."
            )
            self._refuse(item, ("", "", cure))
        elif problem := None if rows.is_passed_over(told) else rows.problem_of(told):
            self._refuse(item, problem)
        elif not rows.is_passed_over(told):
            return self._keep(item, told)
        return None

    def _keep(self, item: Item, told: dict[str, Any]) -> dict[str, Any] | None:
        model, pk, fields = told["model"].lower(), told.get("pk"), told["fields"]
        self._ask(
            "INSERT INTO row (file, line, model, pk, name, owner, told) VALUES (?,?,?,?,?,?,?)",
            self._file,
            item.number,
            model,
            None if pk is None else rows.reference_to(pk),
            rows.natural_name(model, fields),
            rows.owner_of(model, fields),
            msgspec.json.encode((pk, fields)),
        )
        return told if model in rows.REGISTER else None

    def _refuse(self, item: Item, words: Words | None) -> None:
        self._ask(
            "INSERT INTO refused VALUES (?,?,?,?)",
            self._file,
            item.number,
            msgspec.json.encode(words),
            item.raw,
        )

    # --- asking ---------------------------------------------------------------------------------

    def references(self) -> Iterator[str]:
        """The name of every readout that the rows tell of, in the order they stand."""
        if not self._has_indexes:
            self._database.executescript(_INDEXES)
            self._has_indexes = True
        found = self._ask(
            "SELECT name, min(number) FROM ("
            "  SELECT name, number FROM row WHERE model = ?"
            "  UNION ALL SELECT owner, number FROM row WHERE model = ?"
            ") GROUP BY name ORDER BY 2",
            rows.READOUT,
            rows.PUBLICATION,
        )
        for name, _ in found:
            yield name

    def named(self, model: str, reference: str) -> list[Row]:
        """The rows of one model with this natural key or number."""
        column = "pk" if reference.startswith("#") else "name"
        return self._rows(f"WHERE model = ? AND {column} = ? ORDER BY number", model, reference)

    def owned(self, model: str, owners: list[str]) -> list[Row]:
        """The rows of one model that belong to a row known by these keys; they are in use now."""
        marks = ",".join("?" * len(owners))
        found = self._rows(
            f"WHERE model = ? AND owner IN ({marks}) ORDER BY number", model, *owners
        )
        for row in found:
            self._ask("UPDATE row SET is_used = 1 WHERE number = ?", row.number)
        return found

    def without_owner(self) -> Iterator[Row]:
        """The rows whose owner is in none of the files; asked when all readouts were."""
        marks = ",".join("?" * len(rows.OWNER))
        for told in self._ask(
            f"{_ROW} WHERE is_used = 0 AND model IN ({marks}) ORDER BY number", *rows.OWNER
        ):
            yield _row(told)

    def refused(self) -> Iterator[tuple[str, int, Words, bytes]]:
        """The objects that were refused: file, line, what is wrong, and their bytes."""
        for file, line, words, raw in self._ask(
            "SELECT path, line, words, raw FROM refused JOIN file ON id = file "
            "ORDER BY refused.rowid"
        ):
            name, value, cure = msgspec.json.decode(words)
            yield file, line, (name, value, cure), raw

    def twice(self, row: Row) -> Words | None:
        """What is wrong where another row of the model has the same number."""
        if row.pk is None:
            return None
        same = self.named(row.model, rows.reference_to(row.pk) or "")
        first = next((other for other in same if other.number != row.number), None)
        if first is None:
            return None
        cure = f"Another row on line {first.line} of {first.file} has it too. Keep one of the two."
        return "pk", shown(row.pk), cure

    def _rows(self, where: str, *values: Any) -> list[Row]:
        return [_row(told) for told in self._ask(f"{_ROW} {where}", *values)]

    def _ask(self, statement: str, *values: Any) -> sqlite3.Cursor:
        return self._database.execute(statement, values)


def _row(told: Any) -> Row:
    number, file, line, model, data = told
    pk, fields = msgspec.json.decode(data)
    return Row(number, file, line, model, pk, fields)
