"""What crawling and copying did to the characters of a page: how it is recognised and mended.

Only copies are mended; the stored bytes are the caller's and stay as they are.
"""

from __future__ import annotations

import html
import re
import unicodedata

from ftfy import fix_encoding
from ftfy.badness import badness

from readouts.archive.scrapes.charsets import decoded

_HIGH_LATIN = re.compile("[\u00a1-\u00ff]{4,}")
# Punctuation written as two GBK bytes and read as Latin-1: ¡° and ¡± are quotation marks, ¡¯ an
# apostrophe. Read alone, "¡" opens a Spanish exclamation and is followed by a letter.
_GBK_PUNCTUATION = re.compile("¡[®¯°±ª\u00ad]")
# No word ends in these before a semicolon, so they are entities wherever they stand.
_ENTITY = (
    r"nbsp|mdash|ndash|ldquo|rdquo|lsquo|rsquo|hellip|laquo|raquo|"
    r"[aeiou](?:grave|acute|circ|uml)|[ano]tilde|ccedil|aring|oslash|szlig"
)
_LOST_AMPERSAND = re.compile(
    rf"(?<!&amp;)(?<![&\w])(?P<alone>{_ENTITY}|quot|amp);|(?<=[A-Za-z])(?<!&)(?P<joined>{_ENTITY});"
)
_LEFT_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d?);", re.I)
# A footnote or a tooltip flattened into the text: "Ivo Dahl Ivo Dahl".
_NAME_TWICE = re.compile(
    r"(?<![\w-])(?P<name>(?:[^\W\d_a-z][\w’'-]+\s){1,3}[^\W\d_a-z][\w’'-]+)\s(?P=name)(?![\w-])"
)
# The same with the office behind it: "President of A Ivo Dahl Ivo Dahl President of A ,".
_TOOLTIP = re.compile(
    r"(?<![\w-])(?P<office>[A-Z][\w'’ -]{3,80}?)\s(?P<name>(?:[^\W\d_a-z][\w'’-]+\s){1,3}"
    r"[^\W\d_a-z][\w'’-]+)\s(?P=name)\s?(?P=office)(?![\w-])\s*(?=(?P<stop>[,.;])?)"
)
_KEPT_CONTROLS = "\n\t"
# Whoever stored the page put a day before its first line: "date 2022-10-24 Press release".
_STORED_ON = re.compile(r"date (?P<day>\d{4}-\d\d(?:-\d\d)?)(?:\s+|$)")
GAP = "[…]"


def load_text(raw: bytes, *, charset: str = "") -> tuple[str, list[str]]:
    """Return the text of a file with a sentence for each repair; `charset` is the server's word.

    A repair is made line by line, and only where the line scores better after it.
    """
    text, warnings = decoded(raw, charset=charset)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    mended = [_mended(line) for line in lines]
    count = sum(before != after for before, after in zip(lines, mended, strict=True))
    if count:
        warnings.append(
            f"Characters read in a wrong character set were mended in {count} "
            f"{'line' if count == 1 else 'lines'}; compare with the original."
        )
    if "\ufffd" in text:
        warnings.append("Some characters were lost before the page was stored and stay unknown.")
    return "\n".join(_without_invisible(line) for line in mended), warnings


def without_damaged_site_name(lines: list[str]) -> tuple[list[str], list[str]]:
    """Drop lines that are only a site name read in a wrong character set; mark a gap in prose."""
    kept: list[str] = []
    warnings: list[str] = []
    for line in lines:
        if not (runs := [run for run in _HIGH_LATIN.findall(line) if _is_double_byte_name(run)]):
            kept.append(line)
        elif line in runs:
            warnings.append(
                f"“{line}” is a site name whose bytes were read in a wrong character set; "
                "it was left out."
            )
        else:
            for run in runs:
                line = line.replace(run, GAP)  # noqa: PLW2901
                warnings.append(
                    f"“{run}” is a name whose bytes were read in a wrong character set; "
                    f"its place is marked {GAP}."
                )
            kept.append(line)
    return kept, warnings


def without_stored_day(lines: list[str]) -> tuple[list[str], str]:
    """Take from the first line the day that whoever stored the page put before it, "" if none: it
    is no part of the page, and may be the day of issue or another."""
    found = _STORED_ON.match(lines[0]) if lines else None
    if not found:
        return lines, ""
    rest = lines[0][found.end() :]
    return ([rest, *lines[1:]] if rest else lines[1:]), found["day"]


# What a screen reader is told of a link, and of the picture above a text.
_LINK = re.compile(
    r"^Cover picture for the article(?=\W?[A-Z])|\s?\(link is external\)|"
    r"\s?\(opens in (?:a )?new (?:window|tab)\)",
    re.I,
)


def without_leftovers(lines: list[str]) -> tuple[list[str], list[str]]:
    """Mend what the markup of a page left in its text: entities escaped twice, a name that stands
    twice because its tooltip was flattened; with a sentence for each kind."""
    plain = [_LINK.sub("", _without_entities(line)) for line in lines]
    once = [_NAME_TWICE.sub(r"\g<name>", _TOOLTIP.sub(_without_tooltip, line)) for line in plain]
    warnings = []
    if any(_LINK.search(line) for line in lines):
        warnings.append("What the site says of its links was left out of the text.")
    if plain != [_LINK.sub("", line) for line in lines]:
        warnings.append("Entities that stood in the text as letters were turned into their signs.")
    for found in (found for line in plain for found in _NAME_TWICE.finditer(line)):
        warnings.append(
            f"“{found['name']}” stood twice in a row, as a tooltip leaves it; once was kept."
        )
    return once, warnings


def _without_tooltip(found: re.Match[str]) -> str:
    after = "" if found["stop"] or not found[0].endswith(" ") else " "
    return f"{found['office']} {found['name']}{after}"


def _without_entities(line: str) -> str:
    for _ in range(2):  # escaped twice at most, seen so far
        line = _LEFT_ENTITY.sub(lambda found: html.unescape(found[0]).replace("\u00a0", " "), line)
    return line


def _mended(line: str) -> str:
    if line.isascii() and ";" not in line:
        return line
    if _is_double_byte_name(line.strip()):
        return line  # to be named as damage, not turned into other letters
    better = _GBK_PUNCTUATION.sub(lambda found: found[0].encode("latin-1").decode("gbk"), line)
    repaired = fix_encoding(better)
    if badness(repaired) < badness(better):
        better = repaired
    return _LOST_AMPERSAND.sub(
        lambda found: html.unescape(f"&{found['alone'] or found['joined']};"), better
    )


def _is_double_byte_name(run: str) -> bool:
    """Tell whether a run of high Latin letters is really Chinese written in two bytes each."""
    if not _HIGH_LATIN.fullmatch(run) or len(run) % 2 or run.isalpha():
        return False  # letters only may be a word of French or Icelandic
    raw = run.encode("latin-1")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return False  # UTF-8 read as Latin-1: another family, and it can be mended
    try:
        return all(unicodedata.name(sign, "").startswith("CJK") for sign in raw.decode("gbk"))
    except UnicodeDecodeError:
        return False


def _without_invisible(line: str) -> str:
    """Drop zero-width and control characters; make every run of spaces and every kind of hyphen the
    plain one."""
    line = line.replace("\u2011", "-")
    kept = (
        " " if unicodedata.category(sign) in ("Zs", "Zl", "Zp") else sign
        for sign in line
        if sign in _KEPT_CONTROLS or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Cn")
    )
    return re.sub("(?<=\\S)  +(?=\\S)", " ", "".join(kept))
