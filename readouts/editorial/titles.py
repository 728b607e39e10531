"""The canonical title of a readout, from its parts, and the slug of its address.

The form is that of real series: "Readout of the Secretary-General’s meeting with H.E. Mr. …,
President of the Republic of …, ahead of the … Summit".
"""

from __future__ import annotations

import re

from django.utils.text import slugify

from readouts.editorial.content import EncounterShape, ParticipantShape, Shape
from readouts.folding import fold

_NOUNS = {
    "meeting": "meeting",
    "joint_meeting": "joint meeting",
    "call": "call",
    "video_call": "video call",
    "working_breakfast": "working breakfast",
    "working_lunch": "working lunch",
    "working_dinner": "working dinner",
    "courtesy_call": "courtesy call",
    "summit": "summit meeting",
    "other": "encounter",
}
# Names that are spoken with the article: "the Republic of …", "the African Union".
_WITH_ARTICLE = re.compile(
    r"\b(republic|kingdom|state|states|union|federation|principality|emirates|commonwealth|"
    r"islands|organi[sz]ation|commission|council|nations|bank|fund|league|committee|assembly|"
    r"community|conference|court|network|office|agency|movement|party|compact|duchy|sultanate|"
    r"holy see|netherlands|gambia|bahamas|philippines|forum|group|authority|centre|alliance)\b",
    re.IGNORECASE,
)
# The names of territories that end in a state-like word and are spoken bare.
_BARE = re.compile(r"^(south sudan)$", re.IGNORECASE)
_LABEL = re.compile(r"^read-?outs? (of|on) (the )?", re.IGNORECASE)
# Styles of courtesy say nothing in an address.
_STYLE = re.compile(r"\b(?:H\.\s?E\.|S\.\s?E\.|H\.\s?M\.|Mr\.|Ms\.|Mrs\.|Dr\.|Mme|M\.)[, ]*")
LONGEST_SLUG = 80


def canonical_title(shape: Shape) -> str:
    """The title the encounters give, in English; "" where they do not yet give one, and for texts
    in other languages, whose titles are written by hand."""
    if not shape["language"].startswith("en") or not shape["encounters"]:
        return ""
    encounter = shape["encounters"][0]
    parties = _parties(encounter)
    principal = shape["principal"]["title"] or shape["principal"]["name"]
    if not parties or not principal:
        return ""
    whose = possessive(f"the {principal}" if shape["principal"]["title"] else principal)
    noun = _NOUNS.get(encounter["kind"], "encounter")
    title = f"Readout of {whose} {noun} with {_joined(parties)}"
    return f"{title}, {encounter['occasion']}" if encounter["occasion"] else title


def possessive(name: str) -> str:
    """`name` as owner: "the Secretary-General’s"."""
    return f"{name}’s"


def party(person: ParticipantShape) -> str:
    """A participant as a title prints one: honorific, name, title and organization."""
    name = " ".join(filter(None, [person["honorific"], person["name"]]))
    return ", ".join(filter(None, [name, office(person["title"], person["organization"])]))


def office(title: str, organization: str) -> str:
    """A title with its organization: "President of the Republic of Kazakhstan"."""
    if not title or not organization or fold(organization) in fold(title):
        return title or organization
    return f"{title} of {with_article(organization)}"


def with_article(name: str) -> str:
    """`name` as it stands after "of": with "the" where it is spoken."""
    if name.lower().startswith("the ") or _BARE.match(name):
        return name
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


def slug(title: str) -> str:
    """The words of `title` for an address, cut between words at `LONGEST_SLUG` characters."""
    words = slugify(fold(_STYLE.sub("", _LABEL.sub("", title))), allow_unicode=True)
    if len(words) > LONGEST_SLUG:
        words = words[: LONGEST_SLUG + 1].rpartition("-")[0] or words[:LONGEST_SLUG]
    return words or "readout"


def _parties(encounter: EncounterShape) -> list[str]:
    """Those the principal met; our own side and those who merely came along are not named."""
    theirs = ("counterpart", "host", "mediator", "other")
    return [party(person) for person in encounter["participants"] if person["side"] in theirs]


def _joined(parties: list[str]) -> str:
    if len(parties) == 1:
        return parties[0]
    # Parties carry commas of their own, so the last is set off by one too.
    return (
        ", ".join(parties[:-1]) + (", and " if "," in "".join(parties) else " and ") + parties[-1]
    )
