"""Whose a page is by its address: a host under "gov", "go" or "gob" of a state, or a ministry's own
host there, is that of the state's government."""

from __future__ import annotations

import re

from readouts.archive.scrapes.countries import country_name, is_code

# "www.mofa.gov.np", "mofa.go.kr", "www.gob.mx", "mfa.gr", "president.mn"; "gov" and "mil" alone are
# those of the United States. An archive of the web puts its own address before.
OF_A_GOVERNMENT = (
    r"^(?:https?://[^?#]+?/(?=https?://))?(?:https?://)?(?:[\w-]+\.)*(?:(?:govt?|go|gob|gouv|gub|guv|"
    r"gc|gv|merrionstreet|government|mfa|mofa|mid|mzv|urm|presiden\w+|prezident|premier|primeminister|pmo)\."
    r"(?P<state>[a-z]{2})|(?<=\.)(?:gov|mil))(?=[:/?#]|$)"
)
_HOST = re.compile(OF_A_GOVERNMENT, re.I)
# The hosts of bodies whose head is told by the office alone: "The Director-General met …".
_BODIES = {
    "unog.ch": ("United Nations Office at Geneva", "Director-General"),
    "ungeneva.org": ("United Nations Office at Geneva", "Director-General"),
    "unov.org": ("United Nations Office at Vienna", "Director-General"),
    "fao.org": ("FAO", "Director-General"), "unesco.org": ("UNESCO", "Director-General"),
    "opcw.org": ("OPCW", "Director-General"), "who.int": ("WHO", "Director-General"),
    "ilo.org": ("ILO", "Director-General"), "iaea.org": ("IAEA", "Director General"),
    "iom.int": ("IOM", "Director General"), "wipo.int": ("WIPO", "Director General"),
    "unido.org": ("UNIDO", "Director General"), "itu.int": ("ITU", "Secretary-General"),
    "imo.org": ("IMO", "Secretary-General"), "unhcr.org": ("UNHCR", "High Commissioner"),
    "ohchr.org": ("OHCHR", "High Commissioner"),
}  # fmt: skip
# The hosts of heads of state, governments and courts that no such name tells.
_HOSTS = {
    "elysee.fr": "FR", "bundesregierung.de": "DE", "bundeskanzler.de": "DE",
    "bundespraesident.de": "DE", "auswaertiges-amt.de": "DE", "bundespraesident.at": "AT",
    "admin.ch": "CH", "regierung.li": "LI", "koninklijkhuis.nl": "NL", "rijksoverheid.nl": "NL",
    "belgium.be": "BE", "monarchie.be": "BE", "kingabdullah.jo": "JO", "rhc.jo": "JO",
    "casareal.es": "ES", "kremlin.ru": "RU", "akorda.kz": "KZ", "presidencia.pt": "PT",
    "quirinale.it": "IT", "governo.it": "IT", "esteri.it": "IT", "regjeringen.no": "NO",
    "regeringen.se": "SE", "hrad.cz": "CZ",
}  # fmt: skip
_PLAIN_HOST = re.compile(r"(?:https?://)?(?:[\w-]+\.)*?(?P<host>[\w-]+\.\w+)(?=[:/?#]|$)", re.I)
# Their part of the address is not the code that ISO gives them.
_OTHER_CODES = {"UK": "GB"}


def body_of_address(url: str, title: str) -> str:
    """Return the body whose own address it is, if `title` is the office of its head; else ""."""
    found = _PLAIN_HOST.match(url)
    body, office = _BODIES.get(found["host"].lower() if found else "", ("", ""))
    return body if title.replace("-", " ") == office.replace("-", " ") else ""


def state_of_address(url: str) -> str:
    """Return the state whose government has the address, "" where that can't be told from it."""
    found = _HOST.match(url)
    if not found:
        own = _PLAIN_HOST.match(url)
        known = _HOSTS.get(own["host"].lower(), "") if own else ""
        return country_name(known) if known else ""
    code = (found["state"] or "us").upper()
    code = _OTHER_CODES.get(code, code)
    return country_name(code) if is_code(code) else ""
