"""The words by which a text tells that something is to come: verbs of what will be done, and
"tomorrow"."""

from __future__ import annotations

import re

# By language; what is done tomorrow may stand in the present.
_TO_COME = {
    "es": r"\b(?:(?:reunir|recibir|entrevistar|encontrar|conversar|visitar|sostendr|tendr|mantendr|"
    r"dialogar|viajar|realizar|celebrar|hablar)(?:á|án)|van? a (?:reunirse|recibir|entrevistarse|"
    r"conversar|visitar|sostener|tener|hablar)|(?<!esta )(?<!la )(?<!ayer )mañana)\b",
    "pt": r"\b(?:(?:receber|encontrar|conversar|visitar|ter|manter|dialogar|realizar|falar)"
    r"(?:á|ão)|(?:se )?reunirá|(?:reunir|encontrar)-se-á|vai (?:se )?(?:reunir|receber|encontrar|"
    r"conversar|ter|visitar|falar)(?:-se)?|amanhã)\b",
    "fr": r"\b(?:rencontrera|recevra|accueillera|s['’]entretiendra|se rendra|aura|tiendra|"
    r"effectuera|échangera|(?:va|doit) (?:rencontrer|recevoir|accueillir|s['’]entretenir|avoir|"
    r"échanger|tenir|visiter)|demain)\b",
    "de": r"\bwird\b(?!.{0,160}\b(?:vo[nm]|durch)\b).{0,200}\b(?:treffen|empfangen|sprechen|führen|"
    r"telefonieren|zusammenkommen|begrüßen|abstatten|besuchen|beraten|austauschen)\b|"
    r"(?<![Hh]eute )(?<![Gg]estern )\b(?-i:morgen)\b",
    "nl": r"\b(?:zal|gaat)\b.{0,160}\b(?:ontmoeten|ontvangen|spreken|bezoeken|overleggen|bellen|"
    r"praten)\b|(?<!de )(?<!dag )(?<!['’]s )\bmorgen\b",
    "ru": r"\b(?:встрет[ия]тся|провед[её]т|проведут|примет(?! участие)|обсуд[ия]т|поговорит|"
    r"побеседует|посетит|(?:планируе|намере|собирае)\w+|состоится|завтра)\b",
    "ar": r"(?<!\w)(?:س[يت](?:لتقي|ستقبل|جتمع|بحث|عقد|جري|زور|تباحث|ناقش|ترأس|توجه|صل)\w*|"
    r"غد[اً]*|بعد غد|من (?:المقرر|المنتظر|المرتقب) أن|[يت]عتزم)(?!\w)",
    "zh": r"将(?:于|在|同|与|会见|会晤|举行|对|应)|拟于|明天|明日|即将(?:同|与|会见|访问)",
}
# A sentence that opens with what is or will be done: what was done stands in the past, even where
# the headline stands in the present.
_OPENS = {
    "ar": r"(?:[يت](?:لتقي|ستقبل|جتمع|بحث|عقد|جري|زور|توجه|غادر|صل))(?!\w)",
}
# What is done now or soon, and words by which more of it is expected.
_PRESENT = re.compile(
    r"\b(?:se reúnen?|recibe|reúne-se|recebe|reçoit|rencontre|s['’]entretient|trifft|empfängt|"
    r"spricht|ontmoet|ontvangt|spreekt|проводит|встречается|принимает)\b",
    re.I,
)
_EXPECTED = re.compile(
    r"\b(?:se espera que|est[áa] previst[oa]|se prevé|vai cumprir|devrait|est prévue?|"
    r"voraussichtlich|soll(?:en)? (?:es|laut|auch)|wordt verwacht|naar verwachting|планируется|"
    r"ожидается)\b",
    re.I,
)
_FORMS = {code: re.compile(form, re.I | re.S) for code, form in _TO_COME.items()}
_OPENINGS = {code: re.compile(form) for code, form in _OPENS.items()}


def is_to_come(words: str, language: str) -> bool:
    """Tell whether words say that what they tell is to come."""
    return bool(_FORMS[language].search(words))


def is_expected(words: str, after: str) -> bool:
    """Tell whether what words tell in the present is only expected, as sentences behind say."""
    return bool(_PRESENT.search(words) and _EXPECTED.search(after))


def opens_in_the_present(sentence: str, language: str) -> bool:
    """Tell whether a sentence opens with a verb that tells of nothing done."""
    return language in _OPENINGS and bool(_OPENINGS[language].match(sentence))
