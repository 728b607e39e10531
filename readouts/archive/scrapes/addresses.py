"""Whose a page is by its address: a host under "gov", "go" or "gob" of a state, or a ministry's own
host there, is that of the state's government."""

from __future__ import annotations

import re

from readouts.archive.scrapes.countries import country_name, is_code

# "www.mofa.gov.np", "mofa.go.kr", "www.gob.mx", "mfa.gr", "president.mn"; "gov" and "mil" alone are
# those of the United States. An archive of the web puts its own address before.
OF_A_GOVERNMENT = (
    r"^(?:https?://[^?#]+?/(?=https?://))?(?:https?://)?(?:[\w-]+\.)*(?:(?:govt?|go|gob|gouv|gub|guv|"
    r"gc|gv|government|mfa|mofa|mid|mzv|urm|presiden\w+|prezident|premier|primeminister|pmo)\."
    r"(?P<state>[a-z]{2})|(?<=\.)(?:gov|mil))(?=[:/?#]|$)"
)
_HOST = re.compile(OF_A_GOVERNMENT, re.I)
# Their part of the address is not the code that ISO gives them.
_OTHER_CODES = {"UK": "GB"}


def state_of_address(url: str) -> str:
    """Return the state whose government has the address, "" where that can't be told from it."""
    found = _HOST.match(url)
    if not found:
        return ""
    code = (found["state"] or "us").upper()
    code = _OTHER_CODES.get(code, code)
    return country_name(code) if is_code(code) else ""
