"""The file of refused records: every reason stands above its record in a line that begins with "#",
which the loader skips, so that the file can be mended and loaded again."""

from __future__ import annotations

from readouts.archive.report import Told


def lines_of(told: Told) -> bytes:
    """What one remark of a load adds to the file; empty for remarks that refuse nothing."""
    if told.what != "refused":
        return b""
    reason = f"# {' '.join(str(told.problem).split())}\n".encode()
    record = told.raw.rstrip(b"\n") + b"\n" if told.is_last and told.raw else b""
    return reason + record
