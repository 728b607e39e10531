"""What an export says about itself, for those who open the folder: README.md and codebook.md."""

from __future__ import annotations

from readouts.archive.exporting.tables import TABLES

README = """\
# Readouts: an export

Everything this site has made public, as it was at one moment: all versions, corrections,
withdrawals, and where archive records came from. Of a text that was removed it holds what the
notice in its place says.

| File | What it holds |
|---|---|
| `register.json` | the people, bodies and topics that the texts name, as a Django fixture |
| `{records}` | one readout a line, all its versions: the exact and complete form |
| `{fixture}` | the same readouts as a Django fixture |
| `tables/*.csv` | the same readouts as flat tables |
| `codebook.csv`, `codebook.md` | what each column of the tables means |
| `manifest.json` | counts, sizes, checksums (SHA-256), the software that wrote this |

On an empty database, either

    manage.py load_archive FOLDER

with the name of this folder (it takes `register.json` and `{records}`), or

    manage.py loaddata register.json {fixture}
    manage.py rebuild_publications

makes the same public pages again. `loaddata` checks nothing and makes neither links nor search
entries: that is what `rebuild_publications` is for.
"""

_TABLES = """\
# Codebook

CSV as in RFC 4180: UTF-8 without byte order mark, commas, quotation marks where needed, one
heading line. What is not known is empty. Rows of all tables are joined by `reference` and
`version`. Moments are UTC; days and times of encounters are those of the place.

A text that begins with =, +, -, @, a tab or an apostrophe is preceded by one apostrophe, so that no
spreadsheet takes it for a formula: take off the first apostrophe of a cell to have the text as it
is. The JSON Lines hold every text unchanged.
"""


def codebook() -> str:
    parts = [_TABLES]
    for table in TABLES:
        lines = [f"## {table.name}.csv", "", table.row, ""]
        lines += ["| Column | Type | Meaning | Values |", "|---|---|---|---|"]
        for column in table.columns:
            allowed = ", ".join(f"`{value}`" for value in column.allowed)
            lines.append(f"| `{column.name}` | {column.type} | {column.meaning} | {allowed} |")
        parts.append("\n".join([*lines, ""]))
    return "\n".join(parts)
