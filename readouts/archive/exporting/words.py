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
| `register.json` | officials, organizations, topics, appointments that the texts name (Django fixture) |
| `{records}` | one readout a line, all its versions: the exact and complete form |
| `{fixture}` | the same readouts as a Django fixture |
| `tables/*.csv`, `codebook.csv`, `codebook.md` | the same readouts as flat tables, and what each column means |
| `manifest.json` | counts, sizes, checksums (SHA-256), the software that wrote this |

On an empty database, either

    manage.py load_archive register.json {records}

or

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

A text that begins with =, +, -, @ or a tab is preceded by one apostrophe, so that no spreadsheet
takes it for a formula; a text that began with an apostrophe itself stays as it is. The JSON Lines
hold every text unchanged.
"""


def codebook() -> str:
    parts = [_TABLES]
    for table in TABLES:
        parts.append(
            f"## {table.name}.csv\n\n{table.row}\n\n| Column | Type | Meaning | Values |\n"
        )
        parts[-1] += "|---|---|---|---|"
        for column in table.columns:
            allowed = ", ".join(f"`{value}`" for value in column.allowed)
            parts[-1] += f"\n| `{column.name}` | {column.type} | {column.meaning} | {allowed} |"
        parts[-1] += "\n"
    return "\n".join(parts)
