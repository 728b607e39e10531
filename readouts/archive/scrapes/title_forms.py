"""The forms that titles take, in the order in which they are tried, and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readouts.archive.scrapes.kinds import KIND_WORDS, VERB_WORDS

LABEL = re.compile(
    r"(?:(?:press|news|media) (?:releases?|statements?|notes?|advisory)\s*[:–-]\s*|"
    r"notes? to correspondents\s*[:–-]\s*|updated?\s*[:–-]\s*|corrected\s*[:–-]\s*|"
    r"statement\s*[:–-]\s*)*"
    r"(?:(?:joint|official|press|background|brief|short|full|white house|spokesperson['’]s)\s+)*"
    r"read-?\s?out\s*(?:(?:of|on|from|for)\b[:\s]*|:\s*)"
    r"(?:an?\s+)?",
    re.I,
)
# "Information of the Press Service on the meeting of ...", "Press release from the meetings of".
_NEWS_OF = re.compile(
    r"(?:no\s?[:.]?\s?[\d/-]+,?\s+)?(?:(?:press|media) (?:release|statement|information|note)|"
    r"information|communiqu[ée]|announcement)\s(?:(?:of|by) the [^,]{3,160}? )?"
    rf"(?:on|from|about|regarding|concerning|following) (?:the |an? )?(?={KIND_WORDS}\s)",
    re.I,
)
# "Statement by NSC Spokesperson A on National Security Advisor B's Call with ..."
_STATEMENT = re.compile(
    r"(?:statement|background|[\w ]{0,40}spokes(?:person|man|woman) statement)(?: (?:by|"
    r"from) [^,]{3,80}?)? on (?:the\s+)?(?=.*(?:['’]s|s['’])\s)",
    re.I,
)
SUFFIX = re.compile(
    r"\s*(?:[–—-]\s+(?:communiqu[ée]|press release|statement) (?:issued|released) by .{3,80}|"
    r"\[[^\]]*\]|-\d|\*+|"
    r"\((?:unofficial transcript|as delivered|(?:provisional )?summary|provisional translation|"
    r"overview|outline|results?|\d{1,2}\.\s?\d{1,2}\.?|"
    r"SG['’]s remarks only|scroll down for \w+)\))\s*$",
    re.I,
)
BRACKETED_DATE = re.compile(r"\s*\((?P<date>[^()]{8,25})\)$")
DATED = re.compile(r"(?:\s*[:,–—-]|\s+on)\s*(?P<date>[^:,–—-]{8,25}|[A-Z][a-z]+ \d{1,2}, \d{4})$")

# The apostrophe may be straight, curly, lost, a question mark or a broken entity.
_POSSESSIVE = r"(?:['’‘`´?ʼ]s|(?<=s)['’]|(?:&?rsquo;)s|(?<=General)s?)"
_WHO = r"[^\W\d_][\w .,()’'/-]{1,90}?"
_CHIEF = (
    r"(?:(?:UK |Deputy |Vice |the )*(?:PM|FM|Prime Minister|President|Foreign Secretary|"
    r"Foreign Minister|Chancellor|Taoiseach|EAM|Amir|King))"
)
_STATE = r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}?"
_ALOUD = r"(?:with|to|from|between|on|by|in honou?r of)"


@dataclass(frozen=True)
class Form:
    """A pattern with the groups principal, kind and rest, and whether a line without the label
    "Readout of" may be read by it."""

    pattern: re.Pattern[str]
    needs_label: bool = False
    names_parties: bool = True
    # Whether the words for the principal must open with an office.
    of_an_office: bool = False
    # Whether principal and parties stand in one list: "between A, B and C".
    joins: bool = False
    # Whether the word for the principal must be the name of a state.
    of_states: bool = False


FORMS = (
    # "the Secretary-General's meeting with ..."
    Form(
        re.compile(
            rf"(?:the\s+)?(?P<principal>{_WHO}){_POSSESSIVE}\s+"
            rf"(?P<kind>{KIND_WORDS}),?\s+{_ALOUD}\s+(?P<rest>.+)",
            re.I,
        )
    ),
    # "the telephone conversation between President A and President B"
    Form(
        re.compile(
            rf"(?:the\s+)?(?P<kind>{KIND_WORDS})(?:\s+on\s+\w+day)?\s+between\s+(?:the\s+)?"
            r"(?P<principal>.+?),?\s+and\s+(?P<rest>.+)",
            re.I,
        ),
        joins=True,
    ),
    # "Courtesy Call on Prime Minister A by B"
    Form(
        re.compile(
            r"(?P<kind>(?i:courtesy (?:call|visit)))\s+(?:on|to)\s+(?:the\s+)?"
            r"(?P<principal>.+?)\s+by\s+(?P<rest>.+)"
        )
    ),
    # "Joint Call On Prime Minister A By B"
    Form(
        re.compile(
            r"(?P<kind>(?i:(?:(?:joint|farewell|introductory) )?call on))\s+(?:the\s+)?"
            r"(?P<principal>.+?)\s+(?i:by)\s+(?P<rest>.+)"
        ),
        of_an_office=True,
    ),
    # "The Foreign Minister of A calls on the President"
    Form(
        re.compile(
            r"(?P<rest>.+?)\s+(?P<kind>(?i:calls on|called on|pays? (?:an? )?courtesy (?:call|"
            r"visit)"
            r" (?:on|to)|paid (?:an? )?courtesy (?:call|visit) (?:on|to)))\s+(?:the\s+)?"
            r"(?P<principal>(?!.* to ).+)"
        ),
        of_an_office=True,
    ),
    # "PM call with President A"
    Form(
        re.compile(
            rf"(?P<principal>{_CHIEF})\s+(?P<kind>(?i:{KIND_WORDS}))\s+(?i:with)\s+(?P<rest>.+)"
        )
    ),
    # "Prime Minister A speaks with ...", "Amir Receives Phone Call from ..."
    Form(
        re.compile(
            rf"(?:(?i:the)\s+)?(?P<principal>{_WHO})\s+(?P<kind>{VERB_WORDS})\s+(?P<rest>.+)"
        )
    ),
    # "Foreign Secretary call with ..."
    Form(
        re.compile(
            rf"(?:(?i:the)\s+)?(?P<principal>{_WHO})\s+(?P<kind>(?i:{KIND_WORDS}))\s+(?i:with)\s+(?P<rest>.+)"
        ),
        of_an_office=True,
    ),
    # "Secretary General A discusses trade with B"
    Form(
        re.compile(
            rf"(?:(?i:the)\s+)?(?P<principal>{_WHO})\s+(?P<kind>(?i:discuss(?:es|ed)|"
            rf"exchanges? views|"
            r"reviews|reviewed))\s+(?:[^,]{3,100}?\s+)?with\s+(?P<rest>.+)"
        ),
        of_an_office=True,
    ),
    # "Secretary General A and Foreign Minister B discuss trade"
    Form(
        re.compile(
            rf"(?:(?i:the)\s+)?(?P<principal>{_WHO})\s+and\s+(?P<rest>[^,]+?)\s+(?P<kind>(?i:discuss(?:ed)?|"
            r"meet|met|hold|held|speak|spoke|talk|talked|exchange|review|reviewed))(?:\s+.*|$)"
        ),
        of_an_office=True,
    ),
    # "a meeting of the Secretary-General with ..."
    Form(
        re.compile(
            rf"(?:the\s+)?(?P<kind>{KIND_WORDS})\s+of\s+(?:the\s+)?(?P<principal>{_WHO})\s+with\s+"
            r"(?P<rest>.+)",
            re.I,
        ),
        of_an_office=True,
    ),
    # "the meetings of President A": the parties stand in the body only.
    Form(
        re.compile(
            rf"(?:the\s+)?(?P<kind>{KIND_WORDS})\s+of\s+(?:the\s+)?"
            rf"(?P<principal>(?!.* with ){_WHO})(?P<rest>)",
            re.I,
        ),
        needs_label=True,
        names_parties=False,
        of_an_office=True,
    ),
    # "Telephone conversation with ..."
    Form(
        re.compile(
            rf"(?P<kind>(?i:{KIND_WORDS}))\s+(?i:with)\s+(?P<principal>)(?P<rest>(?:the )?[^a-z].+)"
        )
    ),
    # "the Secretary-General's meetings in Ramallah": the parties stand in the body only.
    Form(
        re.compile(
            rf"(?:the\s+)?(?P<principal>{_WHO}){_POSSESSIVE}\s+"
            rf"(?P<kind>{KIND_WORDS})(?P<rest>(?!\w).*)",
            re.I,
        ),
        needs_label=True,
        names_parties=False,
    ),
    # "Japan-Australia Summit Telephone Talk", "Japan-US-ROK Trilateral Foreign Ministers' Meeting"
    Form(
        re.compile(
            rf"(?P<principal>{_STATE})[-–](?P<rest>{_STATE}(?:[-–]{_STATE})*)\s+(?:Trilateral\s+)?"
            r"(?:(?=Summit)|Leaders['’]?\s+|(?:Vice[- ])?(?:Foreign|Defen[cs]e)(?: and Defen[cs]e)?"
            rf"\s+Minister(?:s['’]?|ial)\s+)(?P<kind>(?i:{KIND_WORDS}))(?:\s+(?:at|in|on|during)\s.+)?"
        ),
        names_parties=False,
        of_states=True,
    ),
    # "Official Visit of Foreign Minister A to Perth, Australia"
    Form(
        re.compile(
            r"(?:(?i:official|state|working|introductory|the)\s+)*(?P<kind>(?i:visit))\s+(?:of|by)\s+"
            rf"(?:the\s+)?(?P<principal>{_WHO})\s+to\s+(?P<rest>[^a-z].+)"
        ),
        of_an_office=True,
        names_parties=False,
    ),
    # "Secretary General holds talks in Moscow"
    Form(
        re.compile(
            rf"(?:(?i:the)\s+)?(?P<principal>{_WHO})\s+(?:holds|held|has|had)\s+(?:an?\s+)?"
            rf"(?P<kind>(?i:{KIND_WORDS}))(?P<rest>\s+(?:in|at)\s+[A-Z].*)"
        ),
        names_parties=False,
        of_an_office=True,
    ),
    # "NATO Secretary General visits Latvia"
    Form(
        re.compile(
            r"(?P<principal>(?:[A-Z][\w.]* ){0,3}(?:(?:Secretary|Director)[ -]General|President|"
            r"Prime Minister|High Commissioner|(?:Foreign|Defen[cs]e) Minister)"
            r"(?: [A-Z][\w.-]+){0,3}) (?P<kind>[Vv]isits)(?P<rest> .+)"
        ),
        names_parties=False,
    ),
)


def label_of(line: str) -> re.Match[str] | None:
    """Return the label that a title opens with: "Readout of", "Statement by A on"."""
    return LABEL.match(line) or _STATEMENT.match(line) or _NEWS_OF.match(line)
