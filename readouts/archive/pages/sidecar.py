"""The file beside a page that tells its address: `page.txt.json`, `page.json` or `page.txt.url`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from readouts.archive.pages.found import Found, Unreadable
from readouts.archive.pages.manifest import problem_of_row
from readouts.archive.scrapes.charsets import charset_in_header

# Names that crawlers give to the address and the moment.
_URL = ("url", "address", "source_url", "uri")
_RETRIEVED = ("retrieved", "retrieved_at", "fetched", "crawled", "date_retrieved")
_CHARSET = ("charset", "encoding", "content_type", "content-type", "Content-Type")
_LARGEST = 2**16


def is_sidecar(path: Path) -> bool:
    """Tell whether a file stands beside a page of the same name, to tell its address."""
    return path.suffix in (".url", ".json") or path.name.endswith(".meta")


def with_sidecar(page: Found, path: Path) -> Found | Unreadable:
    """Return the page with the address its sidecar tells; the one already known goes before."""
    for beside in (Path(f"{path}.json"), path.with_suffix(".json"), Path(f"{path}.meta")):
        if beside != path and beside.is_file():
            told = _told(beside)
            if isinstance(told, Unreadable):
                return told
            return replace(
                page,
                url=page.url or told["url"],
                retrieved=told["retrieved"],
                charset=told["charset"],
            )
    for beside in (Path(f"{path}.url"), path.with_suffix(".url")):
        if beside != path and beside.is_file():
            return replace(page, url=page.url or _shortcut(beside))
    return page


def _told(path: Path) -> dict[str, str] | Unreadable:
    """Read a sidecar; other keys than those of an address and of the answer are not ours."""
    try:
        with path.open("rb") as file:
            told: Any = json.loads(file.read(_LARGEST))
    except (ValueError, OSError, RecursionError) as error:
        return Unreadable(str(path), f"is no JSON: {error}. Mend it or take it away.")
    told = told if isinstance(told, dict) else {}
    source = told.get("source")
    told = told | source if isinstance(source, dict) else told
    url, retrieved = (
        next((str(told[key]) for key in keys if isinstance(told.get(key), str)), "")
        for keys in (_URL, _RETRIEVED)
    )
    if problem := problem_of_row(url, retrieved):
        return Unreadable(str(path), problem)
    stated = next((told[key] for key in _CHARSET if isinstance(told.get(key), str)), "")
    charset = charset_in_header(stated if "=" in stated else f"charset={stated}")
    return {"url": url, "retrieved": retrieved, "charset": charset}


def _shortcut(path: Path) -> str:
    """Read the address of a `.url` file: alone on its line, or after "URL="."""
    text = path.read_bytes()[:_LARGEST].decode("utf-8", "replace")
    lines = [line.strip().removeprefix("URL=") for line in text.splitlines()]
    return next((line for line in lines if line.startswith(("http://", "https://"))), "")
