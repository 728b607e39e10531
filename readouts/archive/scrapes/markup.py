"""What the markup of an HTML page states beside its text: its address, its heading, its date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

import lxml.html
from lxml.etree import ParserError, _Element

_MARKUP = re.compile(
    r"<!doctype html|<(?:html|head|body|div|p|br|h[1-6]|table|article|section|span)\b[^<>]*>", re.I
)
_DATED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@name='date' or @name='dcterms.issued' or @name='dc.date.issued']/@content",
    "//meta[translate(@name,'DCTERMS.AE','dcterms.ae')='dcterms.date']/@content",
    "//article//time/@datetime",
    "//time/@datetime",
)
_ADDRESSED = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_ISO_DAY = re.compile(r"(?P<day>(?:19|20)\d\d-\d\d-\d\d)(?!\d)")


@dataclass(frozen=True)
class Stated:
    """What the markup states, each "" or None where it is silent."""

    address: str = ""
    heading: str = ""
    date: dt.date | None = None


NOTHING_STATED = Stated()


def is_markup(text: str) -> bool:
    """Tell whether a text is HTML."""
    return bool(_MARKUP.search(text))


def parse(text: str) -> _Element | None:
    """Return the tree of an HTML page, None when nothing is in it."""
    try:
        # Bytes, because lxml refuses text that declares an encoding of its own.
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return lxml.html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except ParserError:
        return None


def stated_in(page: _Element) -> Stated:
    """Read what the markup states; a date is taken only where it is written year first."""
    addresses = [found for form in _ADDRESSED for found in _strings(page, form)]
    headings = [" ".join(h.text_content().split()) for h in page.iter("h1")]
    return Stated(
        address=next((found for found in addresses if re.match(r"https?://", found)), ""),
        heading=headings[0] if len(headings) == 1 else "",
        date=_date(page),
    )


def _date(page: _Element) -> dt.date | None:
    for form in _DATED:
        days = {found["day"] for text in _strings(page, form) if (found := _ISO_DAY.match(text))}
        if len(days) == 1:
            try:
                return dt.date.fromisoformat(days.pop())
            except ValueError:  # the page states a day that no calendar has
                return None
    return None


def _strings(page: _Element, form: str) -> list[str]:
    found = page.xpath(form)
    return [str(text).strip() for text in found] if isinstance(found, list) else []
