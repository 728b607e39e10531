"""What looks like a readout and is none: the other series of a publisher, and texts that only
announce what is to come, under the title of an encounter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readouts.archive.scrapes.paragraphs import sentences

# The series of releases of the United Nations that hold no readouts, by the name of the file or the
# number printed in a line of its own.
OTHER_SERIES = (
    (
        re.compile(r"/sgt\d{3,}[\w.]*(?:[?#]|$)", re.I),
        re.compile(r"SG/T/\d+"),
        "The page reports a whole trip, day by day, not one encounter.",
    ),
    (
        re.compile(r"/db\d{6}[\w.]*(?:[?#]|$)", re.I),
        re.compile(r"DB/?\d{6}"),
        "The page is a press briefing, not a readout.",
    ),
    (
        re.compile(r"/highlights-of-(?:the-)?(?:press|noon|daily)-briefing", re.I),
        re.compile(r"highlights of (?:the )?(?:press|daily) briefing by .*", re.I),
        "The page is a press briefing, not a readout.",
    ),
)
_WILL = re.compile(
    r"\b(?:will|(?:is|are) (?:due|scheduled|expected|set|to)(?: to)?)\s+(?:(?:also|be|then)\s+)*"
    r"(?:visit|meet|hold|travel|pay|receiv|host|undertak|mak|attend|arriv|speak|talk|depart|embark|"
    r"lead|join|welcom|participat)"
)
_WAS = re.compile(
    r"\b(?:met|spoke|talked|received|welcomed|discussed|exchanged|agreed|underscored|reaffirmed|"
    r"thanked|(?:held|had) (?:an? )?(?:[\w-]+ ){0,3}(?:talks|meetings?|calls?|discussions?))\b"
)


def only_announces(body: Sequence[str]) -> bool:
    """Tell whether the first sentence of a text says what will be, and none says what was."""
    told = [sentence for paragraph in body for sentence in sentences(paragraph)]
    return bool(told) and bool(_WILL.search(told[0])) and not any(map(_WAS.search, told))
