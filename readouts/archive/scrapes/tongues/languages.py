"""The languages whose titles and sentences are read by a grammar, and which of them a line may be
in. English has a grammar of its own, in `title_forms`."""

from __future__ import annotations

import re

from readouts.archive.scrapes.tongues.arabic import ARABIC
from readouts.archive.scrapes.tongues.chinese import CHINESE
from readouts.archive.scrapes.tongues.dutch import DUTCH
from readouts.archive.scrapes.tongues.french import FRENCH
from readouts.archive.scrapes.tongues.german import GERMAN
from readouts.archive.scrapes.tongues.grammar import Tongue
from readouts.archive.scrapes.tongues.portuguese import PORTUGUESE
from readouts.archive.scrapes.tongues.russian import RUSSIAN
from readouts.archive.scrapes.tongues.spanish import SPANISH

TONGUES = {
    tongue.code: tongue
    for tongue in (SPANISH, PORTUGUESE, FRENCH, GERMAN, DUTCH, RUSSIAN, ARABIC, CHINESE)
}
_SCRIPTS = (
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_JAPANESE = re.compile("[\u3041-\u30ff]")
_SCRIPT_SHARE = 0.4
# Small words that every clause of the language has, and an English one has not.
_SIGNS = {
    "es": re.compile(
        r"\b(?:con|del|el|los|las|por|al|se|su|una|para|y|recibe|recibió)\b|[ñ¿]", re.I
    ),
    "pt": re.compile(r"\b(?:com|d[ao]s?|em|ao|pel[ao]|o|uma|para|recebe|recebeu)\b|[ãõ]", re.I),
    "fr": re.compile(
        r"\b(?:avec|du|des|aux|le|les|et|par|une|été|à|reçoit|reçu|rencontrée?|rencontre|également)\b|"
        r"\b[dl]['’]",
        re.I,
    ),
    "de": re.compile(
        r"\b(?:mit|der|den|dem|und|von|hat|seinen?|ihren?|trifft|traf|empfängt|empfing|zwischen)\b",
        re.I,
    ),
    "nl": re.compile(
        r"\b(?:met|het|van|een|ontvangt|ontving|ontmoet|ontmoette|zijn|haar|sprak|spreekt|heeft)\b",
        re.I,
    ),
}


def likely(line: str) -> list[Tongue]:
    """Return the languages that a line may be in; none for English."""
    letters = sum(map(str.isalpha, line)) or 1
    for code, script in _SCRIPTS:
        if len(script.findall(line)) > letters * _SCRIPT_SHARE:
            return [] if code == "zh" and _JAPANESE.search(line) else [TONGUES[code]]
    counts = {code: len(signs.findall(line)) for code, signs in _SIGNS.items()}
    found = [code for code, count in counts.items() if count]
    return [TONGUES[code] for code in sorted(found, key=lambda code: -counts[code])]
