"""The leak test: with a readout in each non-public state, every public address answers to the
byte as if that readout did not exist, and its own address as one that never existed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from readouts.archive.exporting import nightly
from readouts.editorial import publishing
from readouts.models.publication import Publication
from readouts.public import urls
from tests import make

pytestmark = pytest.mark.django_db

# What the hidden readout says and nothing else does; folded and slugged forms included.
SECRETS = ("Quandrix", "Xanthory", "Brontide", "Murklins", "Zyxomma", "Wolverhythe", "1987")
HIDDEN_DAY = datetime.date(1987, 3, 2)

# Every public address by name, for the visible readout; an address missing here fails the suite.
ADDRESSES: dict[str, list[Callable[[Publication], str]]] = {
    "home": [lambda _: "/"],
    "readouts": [
        lambda _: "/readouts/",
        lambda _: "/readouts/?q=treaty",
        lambda _: "/readouts/?q=treaty&order=date",
        lambda _: "/readouts/?official=iria-solano&from=1980&to=2030",
        lambda _: "/readouts/?organization=valmora",
        lambda _: "/readouts/?topic=disarmament",
        lambda _: "/readouts/?tag=harbours",
        lambda _: "/readouts/?kind=meeting&country=CH&language=en&principal=tomas-arrel",
        lambda _: "/readouts/?more=official",
    ],
    "feed": [lambda _: "/readouts/feed/", lambda _: "/readouts/feed/?country=CH"],
    "year": [lambda p: f"/readouts/{p.date.year}/"],
    "month": [lambda p: f"/readouts/{p.date:%Y/%m}/"],
    "readout": [lambda p: p.get_absolute_url()],
    "version": [lambda p: p.get_version_url()],
    "officials": [lambda _: "/officials/"],
    "official": [lambda _: "/officials/iria-solano/", lambda _: "/officials/tomas-arrel/"],
    "organizations": [lambda _: "/organizations/"],
    "organization": [lambda _: "/organizations/valmora/"],
    "topics": [lambda _: "/topics/"],
    "topic": [lambda _: "/topics/disarmament/"],
    "tags": [lambda _: "/tags/"],
    "tag": [lambda _: "/tags/harbours/"],
    "about": [lambda _: "/about/"],
    "dumps": [lambda _: "/dumps/"],
    "dump": [lambda _: f"/dumps/readouts-{timezone.localdate():%Y-%m-%d}.zip"],
    "robots": [lambda _: "/robots.txt"],
    "sitemap": [lambda _: "/sitemap.xml"],
    "sitemap_of_year": [lambda p: f"/sitemap-{p.date.year}.xml"],
}


def hidden(**fields):
    """The parts of a readout about people, bodies and subjects that nothing public names."""
    vole = make.official("Quandrix Vole")
    body = make.organization("Xanthory")
    term = make.appointment(vole, body, start=datetime.date(1980, 1, 1))
    principal = make.appointment(
        make.official("Old Principal"),
        make.organization("Meridian Compact", kind="igo", official_name=""),
        title="Secretary-General",
        start=datetime.date(1980, 1, 1),
        end=datetime.date(1990, 1, 1),
        is_mandate=True,
    )
    return {
        "body": "<p>They spoke of zyxomma.</p>",
        "topics": [make.topic("Brontide")],
        "tags": ["murklins"],
        "organizations": [body],
        "mandate": principal,
        "encounter": {"date": HIDDEN_DAY, "city": "Wolverhythe"},
        "participant": {
            "official": vole,
            "organization": body,
            "appointment": term,
            "name": vole.name,
            "organization_name": body.official_name,
        },
        **fields,
    }


STATES = {
    "draft": lambda: make.draft(**hidden()),
    "in review": lambda: make.in_review(**hidden()),
    "approved": lambda: make.approved(**hidden()),
    "scheduled": lambda: make.scheduled(**hidden()),
    "held": lambda: make.held(**hidden()),
    "embargoed": lambda: make.approved(
        **hidden(hold_until=timezone.now() + datetime.timedelta(days=1))
    ),
}


@pytest.fixture
def visible(settings, tmp_path):
    """A public readout with links of every kind, and one that was corrected."""
    make.corrected(tags=["harbours"])
    published = make.published(tags=["harbours"], organizations=[make.organization("Tessaly")])
    settings.DUMPS_DIR = tmp_path
    nightly.dump(tmp_path)
    return make.live(published)


def paths(publication: Publication) -> list[str]:
    return [address(publication) for listed in ADDRESSES.values() for address in listed]


def answers(publication: Publication) -> dict[str, tuple[int, bytes]]:
    client = Client()
    found = {}
    for path in paths(publication):
        response = client.get(path)
        content = b"".join(response) if response.streaming else response.content
        found[path] = (response.status_code, content)
    return found


def probes() -> list[str]:
    """Addresses somebody would guess at, and filters that name the hidden readout."""
    return [
        reverse("public:official", args=["quandrix-vole"]),
        reverse("public:organization", args=["xanthory"]),
        reverse("public:topic", args=["brontide"]),
        reverse("public:tag", args=["murklins"]),
        "/readouts/1987/",
        "/readouts/1987/03/",
    ]


def test_every_public_address_is_listed():
    named = {pattern.name for pattern in urls.urlpatterns}
    assert named - set(ADDRESSES) == set(), "List these addresses here, so that leaks are tested."
    assert set(ADDRESSES) - named == set()
    assert not [p for p in get_resolver().url_patterns if getattr(p, "name", None)], (
        "Addresses of the site belong in readouts/public/urls.py."
    )


@pytest.mark.parametrize("state", STATES)
def test_a_readout_that_is_not_public_changes_no_byte_of_any_page(state, visible):
    before = answers(visible)
    assert {status for status, _ in before.values()} <= {200, 301, 302}
    STATES[state]()
    after = answers(visible)
    assert {path for path in before if before[path] != after[path]} == set()


@pytest.mark.parametrize("state", STATES)
def test_its_addresses_answer_like_ones_that_never_existed(state, visible):
    readout = STATES[state]()
    address = publishing.preview(readout).get_absolute_url()
    client = Client()
    for path in [address, *probes()]:
        never = re.sub(r"[^/]+(?=/$)", "there-is-no-such", path) if "1987" not in path else path
        response = client.get(path)
        assert response.status_code == 404, path
        for secret in ("Quandrix", "Xanthory", "Brontide", "zyxomma"):
            assert secret not in response.content.decode().replace(path, ""), path
        other = client.get(never)
        assert other.status_code == 404
        assert response.content.decode().replace(path, "") == other.content.decode().replace(
            never, ""
        )


@pytest.mark.parametrize("state", STATES)
def test_filters_and_search_find_nothing_of_it(state, visible):
    STATES[state]()
    client = Client()
    for query in (
        "official=quandrix-vole",
        "organization=xanthory",
        "topic=brontide",
        "tag=murklins",
        "principal=old-principal",
        "from=1987&to=1987",
        "q=zyxomma",
        "q=Wolverhythe",
    ):
        text = client.get(f"/readouts/?{query}").content.decode()
        # What was asked for may be said back; what was not asked for may not.
        said = [secret for secret in SECRETS if secret.casefold() in text.casefold()]
        assert all(secret.casefold() in query.casefold() for secret in said), query


def test_a_correction_in_hand_changes_no_byte_of_any_page(visible):
    readout = make.published(reference="T-1999-0001")
    writer = make.user("wren")
    before = answers(visible) | answers(make.live(readout))
    make.step(readout, "start_correction", writer)
    make.edit(
        readout,
        writer,
        title="Readout of Quandrix",
        title_reason="As asked.",
        body="<p>They spoke of zyxomma.</p>",
        correction_note="Brontide.",
    )
    after = answers(visible) | answers(make.live(readout))
    assert before == after


@pytest.mark.parametrize("text_removed", [False, True])
def test_a_withdrawn_readout_is_in_no_list_and_search(text_removed, visible):
    before = answers(visible)
    readout = make.withdrawn(text_removed=text_removed, **hidden())
    after = answers(visible)
    changed = {path for path in before if before[path] != after[path]}
    # Dumps that may hold a text which was removed are offered no more, nor is the page named.
    no_more = {path for path in before if path.startswith(("/dumps/", "/about/"))}
    assert changed <= {reverse("public:feed")} | (no_more if text_removed else set())
    assert not text_removed or {after[path][0] for path in no_more} == {200, 404}
    client = Client()
    notice = client.get(make.live(readout).get_absolute_url())
    assert notice.status_code == (410 if text_removed else 200)
    assert "Issued in error." in notice.content.decode()
    assert ("zyxomma" in notice.content.decode()) is not text_removed
    for path in probes():
        assert client.get(path).status_code == 404


def test_the_versions_of_a_readout_whose_text_is_removed_are_gone(visible):
    readout = make.corrected(**hidden())
    first = Publication.objects.get(readout_id=readout.pk, number=1)
    make.step(readout, "withdraw", make.user("ada"), note="Issued in error.", text_removed=True)
    response = Client().get(first.get_version_url())
    assert response.status_code == 410
    assert "zyxomma" not in response.content.decode()
