"""Languages of readouts: their names and the direction in which they are written."""

from __future__ import annotations

from django.conf.locale import LANG_INFO

# Tags that offices use and Django's own list lacks.
_MORE = {"zh": ("Chinese", "中文")}


def language_name(tag: str) -> str:
    """The English name of a language tag; "" for one that has none.

    >>> language_name("fr")
    'French'
    """
    if tag in _MORE:
        return _MORE[tag][0]
    return str(_info(tag).get("name", ""))


def own_name(tag: str) -> str:
    """The name speakers give their language, with a capital; the tag where there is none."""
    name = _MORE[tag][1] if tag in _MORE else str(_info(tag).get("name_local", tag))
    return name[:1].upper() + name[1:]


def direction(tag: str) -> str:
    """The value of `dir` for text in that language: "rtl" or "ltr"."""
    return "rtl" if _info(tag).get("bidi") else "ltr"


def _info(tag: str) -> dict[str, object]:
    info = LANG_INFO.get(tag) or LANG_INFO.get(tag.partition("-")[0]) or {}
    for other in info.get("fallback", []):
        return dict(LANG_INFO.get(other, {}))
    return dict(info)
