"""Titles in French: "Compte rendu de la rencontre du Secrétaire général avec S.E. M. NAME,
Président de la République de X", and those of others with a verb."""

from __future__ import annotations

import re

from readouts.archive.scrapes.names import NAME
from readouts.archive.scrapes.occasions import Occasion
from readouts.archive.scrapes.parties import Party
from readouts.archive.scrapes.titles import Title

_LABEL = re.compile(
    r"(?:compte[- ]rendu|résumé|lecture)\s+(?:de\s+l['’]|de\s+la\s+|du\s+|d['’]une?\s+)", re.I
)
_KIND = (
    r"(?P<kind>rencontres?|réunions?|entretiens?(?:\s+téléphoniques?)?|appels?(?:\s+téléphoniques?)?|"
    r"conversations?(?:\s+téléphoniques?)?|visioconférence|déjeuner|dîner|petit[- ]déjeuner)"
)
_FORMS = (
    re.compile(
        rf"{_KIND}\s+(?:du|de\s+la|de\s+l['’]|de|d['’])\s*(?P<principal>.{{3,80}}?)\s+avec\s+(?P<rest>.+)",
        re.I,
    ),
    re.compile(
        rf"{_KIND}\s+entre\s+(?:le\s+|la\s+|l['’])?(?P<principal>.{{3,80}}?)\s+et\s+(?P<rest>.+)",
        re.I,
    ),
    re.compile(
        r"(?:le\s+|la\s+)?(?P<principal>[^,.]{3,80}?)\s+(?P<kind>s['’](?:entretient|est\s+entretenue?)\s+"
        r"(?:(?:par\s+téléphone|aujourd['’]hui)\s+)?avec|rencontre|a\s+rencontré|reçoit|a\s+reçu)\s+"
        r"(?P<rest>.+)",
        re.I,
    ),
)
_KINDS = (
    ("video_call", r"visio"),
    ("call", r"téléphon|appel|s['’]ent|s['’]est"),
    ("working_breakfast", r"petit"),
    ("working_lunch", r"déjeuner"),
    ("working_dinner", r"dîner"),
)
_HONORIFIC = re.compile(
    r"(?:S\.\s?E\.?\s?(?:M\.|Mr\.?|Mme|Dr\.?)|S\.\s?E\.|(?:Son|Sa)\s+(?:Excellence|Majesté|Altesse)"
    r"(?:\s+(?:M\.|Mr\.?|Mme|le\s+Roi))?|M\.|Mme|Dr\.?)\s+"
)
_OFFICE = re.compile(
    r"(?:le\s+|la\s+|l['’])?(?:président|premi[eè]re?[- ]ministre|ministre|secrétaire|chancelière?|"
    r"roi|reine|haute?[- ]|représentante?|envoyée?|commissaire|directeur|directrice|ambassad|chef|"
    r"vice-)",
    re.I,
)
_OF = re.compile(r"\s(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])(?=[A-ZÀ-Ý])")
_BODIES = re.compile(
    r"République|Royaume|Union|Organisation|État|Etat|Commission|Conseil|Confédération"
)
_NEXT_PERSON = re.compile(rf"\s+et\s+(?:de\s+|d['’])?(?={_HONORIFIC.pattern})")


def read_french_title(line: str, *, labelled: bool) -> Title | None:
    """Parse a title in French; None when the line is none, or names no party."""
    label = _LABEL.match(line)
    if labelled and not label:
        return None
    core = (line[label.end() :] if label else line).strip(" .")
    for form in _FORMS:
        if found := form.fullmatch(core):
            parties = tuple(p for text in _NEXT_PERSON.split(found["rest"]) if (p := _party(text)))
            if parties:
                kind = found["kind"]
                return Title(
                    line, found["principal"], _kind(kind), parties, Occasion(), kind_words=kind
                )
    return None


def _kind(words: str) -> str:
    found = (kind for kind, form in _KINDS if re.search(form, words, re.I))
    return next(found, "meeting")


def _party(text: str) -> Party | None:
    """Read "S.E. M. NAME, Président de X" and "le premier ministre de X, NAME"."""
    text = text.strip(" ,.")
    honorific = _HONORIFIC.match(text)
    rest = text[honorific.end() :] if honorific else text
    first, _, second = rest.partition(", ")
    if _OFFICE.match(first) and not honorific:
        title, organization = _office(first)
        return Party(second if NAME.fullmatch(second) else "", "", title, organization)
    if NAME.fullmatch(first) and (honorific or _OFFICE.match(second)):
        title, organization = _office(second)
        return Party(first, honorific[0].strip() if honorific else "", title, organization)
    return None


def _office(text: str) -> tuple[str, str]:
    """Part an office into title and organization: the first body it names, else the last name."""
    text = re.sub(r"^(?:le\s+|la\s+|l['’])", "", text.strip(" ,"), flags=re.I)
    links = list(_OF.finditer(text))
    if not links:
        return text, ""
    chosen = next((link for link in links if _BODIES.match(text, link.end())), links[-1])
    return text[: chosen.start()], text[chosen.end() :]
