"""From the bytes of a page to its text: in UTF-8 where they are it, else in the character set that
the page or its server declares, else in the one that the bytes most likely are."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes
from ftfy import bad_codecs

bad_codecs.ok()  # makes "sloppy-windows-1252" known: it decodes every byte

WESTERN = "sloppy-windows-1252"
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# A page declares its set near its head: `<meta charset>`, its older form, or `<?xml encoding`.
_NEAR_THE_HEAD = 4096
_DECLARED = re.compile(
    rb"<(?:meta\b[^<>]{0,200}?\bcharset|\?xml\b[^<>]{0,100}?\bencoding)"
    rb"\s*=\s*[\"']?\s*(?P<label>[\w:.+-]{2,40})",
    re.I,
)
_IN_A_HEADER = re.compile(r"\bcharset\s*=\s*[\"']?(?P<label>[\w:.+-]{2,40})", re.I)
# Browsers read these labels as the larger set, and pages are written for browsers (WHATWG,
# Encoding Standard, "Names and labels").
_LARGER = {
    "ascii": WESTERN, "iso8859-1": WESTERN, "cp1252": WESTERN, "latin-1": WESTERN,
    "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
# Sets whose bytes are all those of ASCII, so that they pass as UTF-8.
_SEVEN_BITS = frozenset({"iso2022_jp", "hz", "iso2022_kr"})
_LIKELY = ["cp1251", "koi8_r", "cp1256", "gb18030", "cp932", "euc_jp", "big5", "cp949", "cp1252"]
# So many broken signs in a hundred still leave a text of UTF-8, cut or spliced somewhere.
_BROKEN = 0.02
_ACCENTED = 0.5


def charset_in_header(content_type: str) -> str:
    """Return the character set that a Content-Type states, "" where it states none."""
    found = _IN_A_HEADER.search(content_type or "")
    return found["label"] if found else ""


def decoded(raw: bytes, *, charset: str = "") -> tuple[str, list[str]]:
    """Return the text of a page and a sentence for what is doubtful about how it was read.

    `charset` is what the server declared; it goes before what the page says of itself.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace"), []
    labels = [charset, *(label.decode("ascii") for label in _DECLARED.findall(_head(raw))[:1])]
    declared = [encoding for label in labels if (encoding := _known(label))]
    text = _utf8(raw)
    if text is not None and not any(encoding in _SEVEN_BITS for encoding in declared):
        return text, []
    for encoding in declared:
        if (text := _read_as(raw, encoding)) is not None:
            return text, []
    return _guessed(raw, declared)


def _head(raw: bytes) -> bytes:
    return raw[:_NEAR_THE_HEAD]


def _known(label: str) -> str:
    """Return the codec of a declared label, "" for one that nobody knows."""
    try:
        name = codecs.lookup(label).name
        " ".encode(name)  # not every codec is one of text
    except (LookupError, UnicodeError, TypeError):
        return ""
    return _LARGER.get(name, name)


def _utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _read_as(raw: bytes, encoding: str) -> str | None:
    """Return the text in a declared set, None where too many bytes are none of it.

    No language of Europe's west writes more letters with an accent than without one.
    """
    text = raw.decode(encoding, errors="replace")
    beyond_ascii = sum(not sign.isascii() for sign in text) or 1
    if encoding == WESTERN and beyond_ascii > sum(map(str.isalpha, text)) * _ACCENTED:
        return None
    return text if text.count("\ufffd") <= beyond_ascii * _BROKEN else None


def _guessed(raw: bytes, declared: list[str]) -> tuple[str, list[str]]:
    """Read what declares nothing that fits; the scripts of Europe's west are not told apart."""
    if (text := _read_as(raw, "utf-8")) is not None:
        return text, ["Some bytes of the file are no UTF-8, as the others are; they stay unknown."]
    best = from_bytes(raw, cp_isolation=_LIKELY).best()
    likely = best.encoding if best else WESTERN
    told = f"The file does not fit the set it declares, {declared[0]}. " if declared else ""
    if best is None or likely == "cp1252":
        return raw.decode(WESTERN), [f"{told}The file is not UTF-8 and was read as Windows-1252."]
    told += f"The file is not UTF-8 and was read as {likely}, which its letters suggest; "
    return str(best), [f"{told}compare with the original."]
