"""What one version prints: the columns of a publication, from its shape."""

from __future__ import annotations

import datetime
from typing import Any

from readouts.editorial import body, content, titles
from readouts.editorial.content import Shape
from readouts.editorial.register_lookup import RegisterLookup

_SUMMARY_LENGTH = 240
# So much of a text nearly always holds its summary, in whatever lines it stands.
_ENOUGH = 2 * _SUMMARY_LENGTH


def columns(shape: Shape, register: RegisterLookup) -> dict[str, Any]:
    """The columns of a publication that follow from its shape and the register alone.

    Whose version it is, its number, its moments and its address are for the caller to add.
    """
    first = first_encounter(shape)
    text = "\n\n".join(body.plain(shape["body"]))
    principal = shape["principal"]
    official = register.official(principal["register"].get("official"))
    return {
        "reference": shape["reference"],
        "language": shape["language"],
        "translation_of": shape["translation_of"],
        "title": shape["title"],
        "summary": _summary(text),
        "body": body.markup_of(shape["body"]),
        "plain_text": text,
        "shape": shape,
        "digest": content.digest(shape),
        "date": datetime.date.fromisoformat(first["date"]),
        "precision": first["precision"],
        "kind": first["kind"],
        "city": first["city"],
        "country": first["country"],
        "place": register.place(first["city"], first["country"]),
        "principal_id": official.pk if official else None,
        "principal_name": principal["name"],
        "principal_title": principal["title"],
        "principal_organization": principal["organization"],
    }


def address(shape: Shape) -> str:
    """The address a readout gets when it is first published, if nobody has it: "2010/11/30/…"."""
    day = datetime.date.fromisoformat(first_encounter(shape)["date"])
    return f"{day:%Y/%m/%d}/{titles.slug(shape['title'])}"


def first_encounter(shape: Shape) -> Any:
    """The first encounter with a date; `content.problems` has seen to it that there is one."""
    return next(encounter for encounter in shape["encounters"] if encounter["date"])


def _summary(text: str) -> str:
    """The beginning of `text` in one line, cut between words where its script parts them."""
    line = " ".join(text[:_ENOUGH].split())
    if len(line) <= _SUMMARY_LENGTH < len(text):  # many spaces: all of it, then
        line = " ".join(text.split())
    if len(line) <= _SUMMARY_LENGTH:
        return line
    cut = line[: _SUMMARY_LENGTH - 2]
    words = cut.rpartition(" ")[0]
    return (words if len(words) > _SUMMARY_LENGTH // 2 else cut) + " …"
