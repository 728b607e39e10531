"""The words by which an office is known at the head of a text: its nouns, what stands before."""

from __future__ import annotations

import re

# "Israeli Prime Minister", "South African President", "U.S. Secretary of State".
_ADJECTIVE = (
    r"(?:(?:(?:[A-Z][a-z]+[ -])?[A-Z][a-z]+(?:an|i|ish|ese|ch|ek|ic|ss|ot)|"
    r"U\.S\.|US|UK|U\.K\.)\s+)?"
)
_BEFORE = (
    r"(?:(?:[Vv]ice|[Dd]eputy|[Aa]cting|[Ii]nterim|[Ff]irst|[Ss]econd|[Ff]ormer|[Ff]ormerly|"
    r"Prime|Foreign|State|Defen[cs]e|Interior|Finance|Federal|Transitional|Executive|Managing|"
    r"Permanent|Special|Joint|High|Senior|Under|Assistant|Supreme|Presidential|Parliamentary|"
    r"Government|Press|Personal|Chief|National|General|Principal|Head|Co|United|Nations|States|UN|EU|AU|NATO|OSCE|Security|"
    r"External Affairs|Foreign Affairs|Home Affairs|Home|Cabinet|Union|Treasury|Commerce|Energy|"
    r"Trade|Health|Economy|Economic|Environment|Climate|Justice|Labou?r|Agriculture|Education|"
    r"Transport|Development|Political|Army|Navy|Resident|Humanitarian|Regional|Associate|Minority|"
    r"(?:Foreign|Economy|Finance|Interior|Justice|Health|Education) and (?:European )?[A-Z]\w+|"
    r"Majority|House|Policy|"
    r"MFA|Foreign Ministry|Defen[cs]e Ministry|Chargé|Consul|Lieutenant|Premier|"
    r"Homeland)[\s-]+)*"
)
# Before a name of its own kind it is a name itself: "Amir Khan".
_AMIR = r"Amir(?!\s+(?!Sheikh|HH\b|H\.|His\b)[A-Z][a-z])"
_NOUNS = (
    r"Presidents?|Prime Ministers?|Secretary of State|Premier|Chancellor|"
    r"Ministers?(?: [Ww]ithout [Pp]ortfolio)?|"
    r"Secretary|Secretary-General|Secretaries|Director-General|Director|Chair(?:man|woman|person|"
    r"s)?(?:-in-Office)?|Rapporteur|"
    r"Representatives?|Commissioner|Envoys?|Governor|Mayor|Speaker|Leaders?|Head|Administrator|"
    rf"Coordinator|Prosecutor|King|Queen|Emir|{_AMIR}|Sultan|Crown Prince|Ambassadors?|Senator|"
    r"Congress(?:wo)?man|"
    r"Taoiseach|Tánaiste|Patriarch|Pope|Adviser|Advisor|Mediator|Facilitator|Chief|Members?|Rector|"
    r"Attorney General|Commander|First Lady|Wali|Councill?or|Coach|Delegate|Grand Duke|"
    r"Spokes(?:person|man|woman)|Holy Father|"
    r"Captain Regent|Principals?|Commander-in-Chief|Undersecretary|Under-Secretary|"
    r"Assistant(?= to the (?:President|Prime Minister)\b)|"
    r"Chargé d['’]Affaires(?: ad interim| a\.i\.)?|Commandant|Secretary of State|Consul General|"
    r"[Cc]ounterpart|Executive(?: Officer)?|CEO|Dean|President pro tempore|Staff"
)
_MARK = r"(?:[-\s](?:[Dd]esignate|[Ee]lect|General|in-Office))?"
# As news agencies print them: "Ukraine's foreign minister".
_IN_SMALL = (
    r"(?:(?:[Dd]eputy|[Vv]ice|[Aa]cting|[Ff]oreign|[Pp]rime|[Dd]efen[cs]e|[Ff]inance|[Ii]nterior|"
    r"health|energy|trade)[ -])*"
    r"(?:president|minister|chancellor|secretary[ -]general|director[ -]general|premier|ambassador|"
    r"chairperson|commissioner|governor|mayor|leader|chief(?= of\b|,|$)|"
    r"(?:member|head|chair(?:man|woman)|director|speaker|rector)(?= of\b))"
)
# "the Greek Cypriot leader": of those whom the words before name.
_LED = r"(?:[A-Z][\w’'-]+ ){1,3}leader"
OFFICE_HEAD = re.compile(
    rf"(?:[Tt]he\s+|An\s+(?=T[aá]))?(?P<office>(?:{_ADJECTIVE}{_BEFORE}(?:{_NOUNS}){_MARK}|{_IN_SMALL}|{_LED})(?![\w-]))"
)
