"""axe on every kind of page, at a desk and on a phone; every rule of it.

Exempt is only the list inside Select2, whose markup comes with Django.

The content policy is bypassed here alone: axe sets styles while it measures contrast.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


EXEMPT = {"exclude": [[".select2-selection__rendered"]]}


def violations(page, path: str) -> list[str]:
    page.goto(path)
    found = Axe().run(page, context=EXEMPT).response["violations"]
    return [
        f"{path}: {each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_public_pages(width, office, open_page):
    readout = make.corrected(tags=["harbours"])
    withdrawn = make.live(make.withdrawn()).get_absolute_url()
    live = make.live(readout)
    page = open_page(width=width, bypass_csp=True)
    found = []
    for path in (
        "/",
        "/readouts/",
        "/readouts/?q=treaty&topic=disarmament",
        "/readouts/?from=3/4/2010",
        live.get_absolute_url(),
        f"{live.get_absolute_url()}v1/",
        withdrawn,
        "/officials/",
        "/officials/iria-solano/",
        "/organizations/",
        "/organizations/valmora/",
        "/topics/",
        "/tags/harbours/",
        "/readouts/2021/",
        "/about/",
        "/nothing-here/",
    ):
        found += violations(page, path)
    assert "\n".join(found) == ""


def test_pages_of_ours_at_the_desk(office, open_page):
    readout = make.in_review()
    page = open_page("oren", "Approvers", bypass_csp=True)
    found = []
    for path in (
        "/admin/",
        f"/admin/readouts/readout/{readout.pk}/change/",
        f"/admin/readouts/readout/{readout.pk}/transition/approve/",
        f"/admin/readouts/readout/{readout.pk}/difference/",
    ):
        found += violations(page, path)
    assert "\n".join(found) == ""
