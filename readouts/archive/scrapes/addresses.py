"""Whose a page is by its address: a host under "gov", "go" or "gob" of a state, or a ministry's own
host there, is that of the state's government."""

from __future__ import annotations

import re

from readouts.archive.scrapes.countries import country_name, is_code

# "www.mofa.gov.np", "mofa.go.kr", "www.gob.mx", "mfa.gr", "president.mn".
OF_A_GOVERNMENT = (
    r"^(?:https?://)?(?:[\w-]+\.)*(?:govt?|go|gob|gouv|gub|guv|gc|gv|government|mfa|mofa|mid|mzv|"
    r"urm|presiden\w+|prezident|premier|primeminister|pmo)\.(?P<state>[a-z]{2})(?=[:/?#]|$)"
)
_HOST = re.compile(OF_A_GOVERNMENT, re.I)
# Their part of the address is not the code that ISO gives them.
_OTHER_CODES = {"UK": "GB"}


def state_of_address(url: str) -> str:
    """Return the state whose government has the address, "" where that can't be told from it."""
    found = _HOST.match(url)
    if not found:
        return ""
    code = found["state"].upper()
    code = _OTHER_CODES.get(code, code)
    return country_name(code) if is_code(code) else ""
