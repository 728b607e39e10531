"""Whom a sentence introduces as its subject: "The President of Malta, Dr. A, met with ..."."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from readouts.archive.scrapes.kinds import KIND_WORDS
from readouts.archive.scrapes.nationalities import state_of_adjective
from readouts.archive.scrapes.parties import read_parties
from readouts.archive.scrapes.party import Party, royal_title
from readouts.archive.scrapes.places import read_place
from readouts.folding import fold

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?"
_ADVERB = (
    r"(?:also|today|yesterday|jointly|separately|then|later|again|earlier today|tonight|has|had|"
    r"have|this (?:morning|afternoon|evening)|last (?:night|evening)|on \w+day"
    r"(?: (?:morning|afternoon|evening|night))?|"
    rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:on )?{_DAY}|and)"
)
_VERB = re.compile(
    rf"(?:,?\s+{_ADVERB}\b,?)*\s+(?:met|meets|spoke|speaks|talked|spoken|called|calls|received|"
    r"receives|hosted|hosts|held|holds|had|has|convened|welcomed|welcomes|participated|joined|placed|"
    r"conducted|visited|paid|telephoned|phoned|travell?ed|congratulated|discussed|exchanged|made|"
    r"reviewed|conferred|began|opened|concluded|completed|ended|undertook|"
    r"attended|chaired|co-chaired|was received|"
    r"were received)\b"
)
# The subject opens the sentence, or stands after words that say when or where.
_BEGINS = re.compile(
    r"^(?:During|On|In|At|While)\b[^,.]{3,60}?\s(?=the\s+[A-Z])|,\s+|\s(?:[–—]|--)\s"
)
_WHEN = re.compile(
    r"[\"'“‘«]*(?:(?:Earlier today|Later today|Today|Yesterday|Tonight|Later|"
    r"On \w+day|(?:This|Yesterday) (?:morning|afternoon|evening)|Last (?:night|evening))"
    r"(?:\s+\([^)]{3,30}\))?,?\s+)?(?=\S)"
)
_ASIDE = re.compile(
    r",?\s+supported by\b.*$|,?\s+and (?:his|her|their) (?:accompanying )?delegation$|"
    r",\s+(?:who|which|while|also|currently|accompanied|together|along)\b.*$|"
    r"\s+who (?:is|was)\b.*$|(?<=[a-z]),\s+[A-Z]{3,8}$|"
    r",\s+(?:in|during)\s+an?\s+(?:[\w-]+\s+){0,3}(?:call|meeting|conversation|talks?)\b.*$",
    re.S,
)
_CALLED_ON = re.compile(
    r"\b(?:called on|paid an? (?:courtesy )?(?:call|visit) (?:on|to)|(?:was|were) received by)\s+"
    r"(?P<hosts>.+?)(?:,?\s+(?:today|yesterday|this|at|in|on|during|earlier|where)\b|;|\.?$)"
)
# "A meeting was held today between the Minister and the Ambassadors of ..."
_HELD = r"(?:(?:was|were|has been|have been) (?:also )?held|took place|ha(?:s|ve) taken place)"
_HELD_BETWEEN = re.compile(
    rf"(?:^|\s)(?i:an?|the) (?P<noun>{KIND_WORDS}) {_HELD}(?P<when>[^.;]{{0,80}}?),?\s+between\s+"
    r"(?P<rest>.+)",
    re.S,
)
# "Talks between the Foreign Minister and his counterpart by telephone took place today."
_BETWEEN_HELD = re.compile(
    rf"(?i:(?:an? |the )?(?P<noun>{KIND_WORDS}))\s+between\s+(?P<rest>.+?),?\s+{_HELD}\b", re.S
)
_WHICH = re.compile(r",?\s+(?:which|where|who|during|at which)\b.*$|;.*$|\.$", re.S)
_BRACKETED = re.compile(r"\s*[(\[][^)\]]{1,60}[)\]]")
_ANOTHER_OFFICE = re.compile(
    r",\s+(?:the\s+)?(?:(?:Deputy|Vice|Foreign) )*(?:President|Prime Minister|Minister|King|"
    r"Chair\w*|"
    r"Secretary-General|Premier|Chancellor)\b[^,]*$"
)
# An office and a body are called nothing of the kind.
_TELLS = re.compile(r"\b(?:has|have|had|met|spoke)\b")
_SMALL = frozenset(["the", "of", "and", "for", "to", "a", "an", "s", "on", "in"])
_NEWLY = frozenset(["recently", "newly", "appointed", "elected"])
# Letters behind a name: "KC MP".
_LETTERS = frozenset(["mp", "mep", "kc", "qc", "kcb", "cbe", "obe", "kbe", "td"])
_VERBS, _BEGINNINGS = 3, 6


def introduced(sentence: str) -> list[Party]:
    """Return those who are the subject of a sentence that tells what they did, each by name.

    Nobody, when any word before the verb belongs to none of them: "the President's envoy, A, met".
    """
    sentence = _BRACKETED.sub("", sentence[_words_of_time(sentence) :])
    for verb in islice(_VERB.finditer(sentence), _VERBS):
        before = sentence[: verb.start()]
        begins = [0, *(found.end() for found in _BEGINS.finditer(before))]
        if before.startswith("With "):  # who was there beside the subject
            begins = begins[-1:]
        for start in begins[:_BEGINNINGS]:
            if people := _people(before[start:]):
                return people
    return []


def _words_of_time(sentence: str) -> int:
    """Return how long the opening quotation mark and "Today," of a sentence are."""
    found = _WHEN.match(sentence)
    return found.end() if found else 0


def called_on(sentence: str) -> list[Party]:
    """Return the hosts of whom a sentence says that others called on them, each by name."""
    found = _CALLED_ON.search(sentence)
    people = read_parties(found["hosts"]) if found else []
    return people if all(person.name for person in people) else []


def meeting_held(sentence: str) -> re.Match[str] | None:
    """Return the noun and the people of "A meeting was held between A and B", None without."""
    return _HELD_BETWEEN.search(sentence) or _BETWEEN_HELD.match(sentence)


def held_between(sentence: str) -> list[Party]:
    """Return those between whom a sentence says that a meeting was held, each by name."""
    found = meeting_held(sentence)
    people = read_parties(_WHICH.sub("", found["rest"])) if found else []
    return [person for person in people if person.name]


def _people(text: str) -> list[Party]:
    text = _ASIDE.sub("", text).strip(" ,")
    if ":" in text:  # what somebody says himself
        return []
    people = read_parties(text)
    if _ANOTHER_OFFICE.search(text) and (not people or _left_over(text, people)):
        # "the Chair of A, the Hon. B, Prime Minister of C": the office behind the name is another's
        text = _ANOTHER_OFFICE.sub("", text)
        people = read_parties(text)
    named = people and all(
        person.name and not _TELLS.search(f"{person.title} {person.organization}")
        for person in people
    )
    if named and text.startswith(f"{people[0].name},") and _is_a_place(people[0].name):
        return []  # "in Boston, Massachusetts, Minister B": who stands behind a place
    if not named or _left_over(text, people):
        return []
    return [replace(person, title=person.title or royal_title(person)) for person in people]


def _is_a_place(name: str) -> bool:
    return bool(read_place(name).country or read_place(f"Town, {name}").country)


def _left_over(text: str, people: list[Party]) -> list[str]:
    """Return the words of a text that none of the people read from it accounts for."""
    fields = [
        field
        for person in people
        for field in (person.honorific, person.name, person.title, person.organization)
    ]
    known = (_SMALL | _LETTERS | _NEWLY).union(*map(_words, fields))
    return [w for w in _words(text) if w not in known and not state_of_adjective(w)]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(re.sub(r"['’`´]s\b", "", text)))
