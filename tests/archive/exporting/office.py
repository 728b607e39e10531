"""An office with everything a site may have made public, and every public page of it."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.test import Client

from readouts.archive.load import load
from readouts.models.publication import Publication
from readouts.models.register import Official, Topic
from tests import make
from tests.archive import samples

SOURCE = {
    "url": "https://archive.example.org/2015/a?b=c",
    "retrieved": "2016-02-01T10:00:00Z",
    "file": "pages/a.html",
    "layout": "classic",
    "sha256": "0" * 64,
    "fields": {"title": "printed", "issued": "address", "body": "printed"},
    "warnings": ["The year is not printed."],
}


def fill(folder: Any) -> None:
    """Texts of the office and of an archive in every public state, some on one day."""
    make.mandate()
    parent = make.organization("Compact of Ports", kind="igo", aliases=["CoP"], acronym="CP")
    make.organization("Port Board", kind="organ", parent=parent)
    make.topic("Arms")
    make.topic("Ships", parent=make.topic("Arms"))
    double = make.official("Solano, I.", merged_into=make.official(), slug="solano-i")
    guest = samples.PRESIDENT | {"register": {"official": double.slug}}
    unnamed = {"title": "Foreign Minister", "organization": "Tessaly", "side": "host"}
    load(
        [
            samples.file(
                folder,
                samples.record("A-1", source=SOURCE, tags=["Ports", "pêche"]),
                samples.record("A-2", title="Entretien", language="fr", translation_of="A-1"),
                samples.record("A-3", title="Another meeting", tags=["ports"],
                               published_at="2015-03-04"),
                on_a_day(samples.corrected("A-4", source=SOURCE)),
                samples.withdrawn("A-5", published_at="2015-03-05"),
                samples.record("A-6", withdrawn={"at": "2015-05-01T09:00:00.123456Z",
                                                    "reason": "A double."}),
                samples.record("A-7", place="Geneva, Confederation", published_at=None,
                               encounters=[samples.encounter(guest, unnamed, date="2015-03-01",
                                                             precision="month")]),
                samples.record("A-8", body=["=1+1", {"html": "<ul><li>One</li></ul>"}],
                               organizations=["Port Board", "Compact of Ports"],
                               topics=["Ships", "Arms"],
                               encounters=[samples.encounter(time="15:30", zone="Europe/Zurich"),
                                           samples.encounter(unnamed, kind="call")]),
            )
        ]
    )  # fmt: skip
    make.published(reference="O-1", tags=["Ports"])
    make.corrected(reference="O-2")
    make.withdrawn(reference="O-3")
    make.withdrawn(reference="O-4", text_removed=True, body="<p>REMOVED words.</p>")
    make.published(
        reference="O-5",
        participant={"official": None, "organization": None, "appointment": None,
                     "name": "Nobody Known"},
    )  # fmt: skip
    reissued()


def on_a_day(told: dict[str, Any]) -> dict[str, Any]:
    """The record, of whose first issue nobody knows the hour."""
    first, *later = told["earlier"]
    first = {**first, "published_at": "2015-03-04"}
    return {**told, "published_at": "2015-03-04", "earlier": [first, *later]}


def reissued() -> None:
    """A text that was withdrawn, then issued anew."""
    readout = make.withdrawn(reference="O-6")
    writer, approver = make.user("wren"), make.user("ada")
    make.step(readout, "start_correction", writer)
    make.edit(readout, writer, body="<p>Mended.</p>", correction_note="The text was mended.")
    for step, actor in (("submit", writer), ("approve", approver), ("publish", approver)):
        make.step(readout, step, actor)


def pages() -> dict[str, tuple[int, bytes]]:
    """Every public address and its answer: whatever links lead to, and every version."""
    client = Client()
    found: dict[str, tuple[int, bytes]] = {}
    waiting = [
        "/", "/sitemap.xml", "/robots.txt", "/readouts/feed/", "/about/", "/nowhere/",
        "/readouts/?q=orchard+treaty", "/readouts/?q=Solano&order=date", "/readouts/?q=CoP",
        *(f"/officials/{row.slug}/" for row in Official.objects.order_by("slug")),
        *(f"/topics/{row.slug}/" for row in Topic.objects.order_by("slug")),
        *(row.get_version_url() for row in Publication.objects.order_by("address", "number")),
        *(row.get_absolute_url() for row in Publication.objects.current().order_by("address")),
    ]  # fmt: skip
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        response = client.get(path)
        content = b"".join(response) if response.streaming else response.content
        found[path] = (response.status_code, content)
        for printed in re.findall(r'(?:href="|<loc>|<id>)([^"<]*)', content.decode()):
            link = printed.replace("&amp;", "&").removeprefix("http://testserver").partition("#")[0]
            if link.startswith("?"):
                link = path.partition("?")[0] + link
            # Filters lead to filters without end: one is followed, not two.
            if "?" in path and "?" in link:
                continue
            if link.startswith("/") and not link.startswith(("/static/", "/admin/")):
                waiting.append(link)
    return found


NOW = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
