"""Archive records for tests, as plain data, and the files that hold them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PRESIDENT = {
    "name": "Iria Solano",
    "honorific": "H.E. Ms.",
    "title": "President",
    "organization": "Republic of Valmora",
    "side": "counterpart",
}


def record(reference: str = "A-2015-0001", **fields: Any) -> dict[str, Any]:
    """A whole record: one meeting in Geneva with the President of Valmora."""
    return {
        "reference": reference,
        "language": "en",
        "title": "Readout of the Secretary-General’s meeting with the President of Valmora",
        "principal": {
            "name": "Tomas Arrel",
            "title": "Secretary-General",
            "organization": "Meridian Compact",
        },
        "issued": "2015-03-05",
        "dateline": {"city": "Geneva", "country": "CH"},
        "published_at": "2015-03-05T17:42:00Z",
        "encounters": [encounter()],
        "organizations": ["Meridian Compact"],
        "topics": ["Disarmament"],
        "tags": ["ports"],
        "body": ["They discussed the orchard treaty.", "They agreed to meet again."],
    } | fields


def encounter(*people: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "kind": "meeting",
        "date": "2015-03-05",
        "precision": "day",
        "city": "Geneva",
        "country": "CH",
        "participants": list(people or [PRESIDENT]),
    } | fields


def corrected(reference: str = "A-2015-0002", **fields: Any) -> dict[str, Any]:
    """A record of three versions, whose body and participants read differently before."""
    first = {"body": ["They discussed the orchard treaty of 2004."], "encounters": [encounter()]}
    guest = PRESIDENT | {"name": "Bastien Oréval", "title": "Minister"}
    return record(
        reference,
        encounters=[encounter(PRESIDENT, guest)],
        body=["They discussed the orchard treaty of 2014."],
        corrections=[
            {
                "number": 2,
                "at": "2015-03-06T08:00:00Z",
                "grade": "participant",
                "note": "The Minister was missing.",
            },
            {
                "number": 3,
                "at": "2015-03-07T08:00:00Z",
                "grade": "factual",
                "note": "The year of the treaty was corrected.",
            },
        ],
        earlier=[
            {"number": 1, "published_at": "2015-03-05T17:42:00Z", **first},
            {"number": 2, "published_at": "2015-03-06T08:00:00Z", "body": first["body"]},
        ],
        **fields,
    )


def withdrawn(reference: str = "A-2015-0003", **fields: Any) -> dict[str, Any]:
    told = {"at": "2015-04-01T09:00:00Z", "reason": "Issued in error.", "text_removed": True}
    return record(reference, withdrawn=told, **fields)


def file(folder: Path, *records: Any, name: str = "archive.jsonl") -> Path:
    """A file of records, one a line; a `str` stands as it is."""
    path = folder / name
    lines = [told if isinstance(told, str) else json.dumps(told) for told in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
