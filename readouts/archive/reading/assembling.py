"""From the fixture rows of one readout to its archive record.

What was published is what counts: where a readout has publications, the record tells of those, and
else of the working copy, as far as that was public or is a row of an archive.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import msgspec

from readouts.archive import lines
from readouts.archive.reading import rows
from readouts.archive.reading.line import Line, shown_reference
from readouts.archive.reading.published import Published
from readouts.archive.reading.register_keys import RegisterKeys
from readouts.archive.reading.rows import Row
from readouts.archive.reading.staging import Staging
from readouts.archive.reading.working_copy import WorkingCopy
from readouts.archive.records import Record
from readouts.archive.wording import Words, shown

_NO_OWNER = "What it belongs to is in none of these files. Add that row, or take this one out."


def assembled(staging: Staging) -> Iterator[Line]:
    """Every readout of the fixtures in the order they stand, then what could not be placed."""
    keys = RegisterKeys(staging)
    for name in staging.references():
        yield _readout(staging, keys, name)
    for row in staging.without_owner():
        owner = rows.OWNER[row.model]
        words = (f"fields.{owner}", shown(row.fields[owner]), _NO_OWNER)
        yield Line(row.file, row.line, None, [words], row.raw())
    for file, number, problem, raw in staging.refused():
        yield Line(file, number, None, [problem], raw)


def _readout(staging: Staging, keys: RegisterKeys, name: str) -> Line:
    copies = [WorkingCopy(staging, keys, row) for row in staging.named(rows.READOUT, name)]
    versions = staging.owned(rows.PUBLICATION, [name])
    one = Published(versions, copies[0].sources if copies else []) if versions else copies[0]
    told = one.told()
    found = [*_twice(staging, copies, versions), *one.problems]
    record = None
    if told is not None:
        record, problems, _ = lines.checked(told)
        for path, value, cure in problems:
            row, field = one.place_of(path)
            found.append((row, (field, value, cure)))
    raw = one.row.raw() if told is None else msgspec.json.encode(told)
    return _line(one.row, record, found, raw)


def _twice(
    staging: Staging, copies: list[WorkingCopy], versions: list[Row]
) -> Iterator[tuple[Row, Words]]:
    """Rows of which there are two."""
    for other in copies[1:]:
        first = copies[0].row
        cure = f"It is also on line {first.line} of {first.file}. Keep one of the two."
        yield other.row, ("fields.reference", shown(other.row.fields.get("reference")), cure)
    for row in itertools.chain(*(copy.all_rows() for copy in copies), versions):
        if words := staging.twice(row):
            yield row, words


def _line(head: Row, record: Record | None, found: list[tuple[Row, Words]], raw: bytes) -> Line:
    """The line of one readout: where its first problem is, or else where it begins itself; what
    is wrong in other rows says where those are."""
    first = found[0][0] if found else head
    problems = []
    for row, (field, value, cure) in found:
        where = field
        if (row.file, row.line) != (first.file, first.line):
            of_file = f" of {row.file}" if row.file != first.file else ""
            where = f"{field} on line {row.line}{of_file}".strip()
        problems.append((where, value, cure))
    named = shown_reference(head.fields)
    return Line(first.file, first.line, record, problems, raw, named=named)
