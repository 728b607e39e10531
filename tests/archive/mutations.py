"""Damage to good archive files, at random but the same for the same seed."""

from __future__ import annotations

import copy
import gzip
import json
import random
from collections.abc import Iterator
from typing import Any

import yaml
import zstandard

from tests.archive import samples

GOOD = [
    samples.record(source={"file": "a.html", "fields": {"title": "printed"}}),
    samples.corrected(tags=[]),
    samples.withdrawn(body=[{"html": "<ul><li>One.</li></ul>"}]),
]
# What breaks parsers: signs of the formats, controls, ends of characters, numbers, names.
NASTY = [
    *(bytes([byte]) for byte in b'{}[]",:\\\n\0\x7f\xff\xc3#&*!|>-?%@`'),
    *(b"\\ud800", b"1e999", b"9" * 5000, b"[" * 3000, b'"fields"', b'"model":', b"null"),
    *(
        b"0001-01-01T00:00:00+14:00",
        b"9999-12-31T23:59:59-14:00",
        b"<<: *x",
        b"&x ",
        b"\xe2\x80\xa8",
    ),
]
# What no field, or hardly one, expects.
_VALUES: list[Any] = [
    *(None, True, -1, 0, 2**63, 10**40, 1.5, 1e308, "", " ", [], {}, [[]], [None], {"": 1}),
    *("\0", "\x07\x1b[2J", "\u202e", "\ufeff", "e\u0301" * 9, "\ud800", "\U0001f540"),
    *("9999-12-31", "0001-01-01", "2015-02-30", "2015-03-05T25:00:00Z", "24:00", "Asia/Almaty"),
    *("x" * 130, "y" * 500, "z" * 300_000, "word " * 60_000, "https://a.example/" + "a" * 2000),
    *("<script>alert(1)</script>", "<p>" * 2000, "%s", "{}", "\\", "'; --", "A-2015-0001"),
]  # fmt: skip


def _deep(levels: int) -> Any:
    """Lists in lists; three of these in each other are still as many as Python writes down."""
    value: Any = "down"
    for _ in range(levels):
        value = [value]
    return value


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """`raw` with one to five random changes: bytes put in, put over, said twice or cut out."""
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(changed) + 1)
        length = chance.choice([0, 0, 1, 1, 5, 40])
        kind = chance.randrange(4)
        if kind == 0:
            changed[place : place + length] = chance.choice(NASTY)
        elif kind == 1:
            changed[place : place + length] = chance.randbytes(length)
        elif kind == 2:
            other = chance.randrange(len(changed) + 1)
            changed[place:place] = changed[other : other + 60]
        else:
            del changed[place : place + chance.choice([1, 10, len(changed)])]
    return bytes(changed)


def mistold(told: Any, chance: random.Random) -> Any:
    """Plain data with one to three values of the wrong type, size or depth, or none at all."""
    told = copy.deepcopy(told)
    for _ in range(chance.randint(1, 3)):
        holder, key = chance.choice(list(_places(told)))
        kind = chance.randrange(5)
        if kind == 0:
            del holder[key]
        elif kind == 1 and isinstance(holder, dict):
            holder[chance.choice(["colour", "", "a.b", "\n", "reference", "title", "at"])] = 7
        elif kind == 2:
            holder[key] = _deep(chance.choice([3, 39, 41, 200]))
        else:
            other, name = chance.choice(list(_places(told)))
            holder[key] = copy.deepcopy(chance.choice([*_VALUES, other[name]]))
    return told


def _places(told: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of plain data, as its holder and its key there."""
    for key in list(told) if isinstance(told, dict) else range(len(told)):
        yield told, key
        if isinstance(told[key], dict | list):
            yield from _places(told[key])


def lines_of(told: list[Any]) -> bytes:
    """JSON Lines, as an archivist's own program may write them."""
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in told).encode(
        errors="surrogatepass"
    )


def twice(raw: bytes, chance: random.Random) -> bytes:
    """JSON with a key that is there twice."""
    keys = [place for place in range(len(raw)) if raw[place : place + 2] == b'{"']
    place = chance.choice(keys) + 1
    end = raw.index(b":", place)
    return raw[:place] + raw[place:end] + b": 1, " + raw[place:]


def mutation(rows: list[Any], chance: random.Random) -> tuple[str, bytes]:
    """The name and the bytes of one damaged file; `rows` are those of a good fixture."""
    good = chance.choice([GOOD, GOOD, rows])
    stem = "fixture" if good is rows else "archive"
    told = mistold(good, chance) if chance.random() < 0.5 else good
    suffix = chance.choice([".jsonl", ".json", ".yaml"])
    if suffix == ".jsonl":
        raw = lines_of(told)
    elif suffix == ".json" or told is not good:
        # JSON is YAML, too, however deep.
        raw = json.dumps(told, indent=chance.choice([None, 1])).encode()
    else:
        raw = yaml.safe_dump(told, allow_unicode=chance.random() < 0.5).encode()
    if told is good:
        is_twice = suffix != ".yaml" and b'{"' in raw and chance.random() < 0.2
        raw = twice(raw, chance) if is_twice else damaged(raw, chance)
    packing = chance.random()
    if packing < 0.3:
        suffix, raw = _packed(suffix, raw, chance, in_two=packing < 0.15)
    return stem + suffix, raw


def _packed(suffix: str, raw: bytes, chance: random.Random, *, in_two: bool) -> tuple[str, bytes]:
    """A compressed file, half of them cut off or damaged themselves."""
    if chance.random() < 0.5:
        suffix, raw = suffix + ".gz", gzip.compress(raw)
    else:
        suffix, raw = suffix + ".zst", zstandard.compress(raw)
    if in_two:
        raw = raw[: chance.randrange(len(raw))] if chance.random() < 0.5 else damaged(raw, chance)
    return suffix, raw
