"""Which fields an archive record has at which place, for whoever wrote another one there."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from readouts.archive.records import Record

# What tells of other versions and rows; nobody means a field of these by its bare name.
_ASIDE = frozenset({"earlier", "corrections", "withdrawn", "register"})
# What other catalogues call what a record has.
_ELSEWHERE = {
    "body": ("content", "text", "fulltext", "full_text", "paragraphs", "html"),
    "city": ("location", "venue", "town"),
    "country": ("country_code", "nation"),
    "date": ("day", "held_on", "met_on", "when"),
    "encounters": ("encounter", "meeting", "meetings", "calls", "events"),
    "honorific": ("salutation", "prefix"),
    "issued": ("date", "issue_date", "date_issued", "release_date"),
    "kind": ("type", "format"),
    "language": ("lang", "locale"),
    "name": ("full_name", "person", "label"),
    "organization": ("org", "organisation", "affiliation", "country", "employer"),
    "participants": ("people", "attendees", "persons", "counterparts", "with"),
    "published_at": ("published", "publication_date", "pubdate", "timestamp"),
    "reference": ("id", "identifier", "number", "ref", "key"),
    "side": ("role_in_meeting", "party"),
    "source": ("provenance", "origin_url", "link"),
    "tags": ("keywords", "labels"),
    "title": ("headline", "subject", "heading", "role", "position", "office", "function"),
    "topics": ("subjects", "themes"),
}


def no_such_field(steps: Sequence[str | int]) -> str:
    """The cure for a field that a record does not have where `steps` lead: the one that was meant,
    where it belongs, or which there are."""
    name, known = str(steps[-1]), fields_at(steps[:-1])
    alike = name.lower().replace("-", "_")
    meant = [own for own in known if alike in _ELSEWHERE.get(own, ())]
    if not meant and (places := _places().get(name)):
        return f"There is no such field here. It belongs into {' or '.join(places)}."
    meant += difflib.get_close_matches(name, known, n=1)
    if meant:
        return f"There is no such field here. Did you mean “{meant[0]}”?"
    if not known:
        return "There is no such field here. Leave it out."
    return f"There is no such field here. Leave it out, or use one of {', '.join(known)}."


def fields_at(steps: Sequence[str | int]) -> list[str]:
    """The fields of an archive record at a place; none where it has no fields of its own."""
    kind: Any = msgspec.inspect.type_info(Record)
    for step in steps:
        inner = _of_fields(kind).get(step) if isinstance(step, str) else kind
        kind = inner if inner is not None else msgspec.inspect.AnyType()
    return list(_of_fields(kind))


def _of_fields(kind: Any) -> dict[str, Any]:
    """The fields, and the kind of each, of what may stand somewhere as an object or a list of
    such."""
    if isinstance(kind, msgspec.inspect.StructType):
        return {field.encode_name: field.type for field in kind.fields}
    inner = [*getattr(kind, "types", ()), getattr(kind, "item_type", None)]
    found = (_of_fields(one) for one in inner if one is not None)
    return {name: field for fields in found for name, field in fields.items()}


@cache
def _places() -> dict[str, list[str]]:
    """Where in a record, as people read it, each field is that does not stand at its top."""
    places: dict[str, list[str]] = {}
    for place, name in _inside(msgspec.inspect.type_info(Record), ""):
        places.setdefault(name, []).append(f"“{place}”")
    return places


def _inside(kind: Any, place: str) -> Iterator[tuple[str, str]]:
    for name, inner in _of_fields(kind).items():
        if place:
            yield place, name
        if name not in _ASIDE:
            yield from _inside(inner, f"{place}.{name}".removeprefix("."))
