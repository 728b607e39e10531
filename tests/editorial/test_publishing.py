"""Publishing: the only door to the public, and what a publication carries."""

import datetime

import pytest
from django.utils import timezone

from readouts.editorial import content, printing, publishing
from readouts.models.publication import (
    Publication,
    PublicationEncounter,
    PublicationOfficial,
    PublicationOrganization,
    PublicationTag,
    PublicationTopic,
)
from readouts.models.readout import Encounter
from readouts.models.search import SearchEntry
from tests import make

pytestmark = pytest.mark.django_db
LINKS = (
    PublicationOfficial,
    PublicationOrganization,
    PublicationTopic,
    PublicationTag,
    PublicationEncounter,
)


def links(publication):
    return [link.objects.filter(publication=publication).count() for link in LINKS]


@pytest.fixture
def readout(db):
    return make.published(
        tags=["Harvest", "???"],
        organizations=[make.organization("Ordeval")],
        body="<p>One &amp; two.</p><ul><li>a</li><li>b</li></ul>",
    )


def test_a_publication_carries_everything_a_page_prints(readout):
    live = make.live(readout)
    assert live.shape == content.snapshot(readout)
    assert live.title == readout.title
    assert live.plain_text == "One & two.\n\na\nb"
    assert live.summary == "One & two. a b"
    assert live.body == "<p>One &amp; two.</p>\n<ul><li>a</li><li>b</li></ul>"
    assert (live.date, live.precision, live.kind) == (make.DAY, "day", "meeting")
    assert (live.city, live.country, live.place) == ("Geneva", "CH", "Geneva, Switzerland")
    assert (live.principal.slug, live.principal_name) == ("tomas-arrel", "Tomas Arrel")
    assert (live.number, live.grade, live.note, live.is_archive) == (1, "", "", False)
    assert live.first_published_at == live.published_at
    assert live.address.startswith("2021/05/14/secretary-generals-meeting-with-iria-solano")


def test_a_summary_is_cut_between_words_where_there_are_any():
    assert printing._summary("harvest " * 40) == "harvest " * 29 + "…"
    assert printing._summary("会见" * 200) == "会见" * 119 + " …"
    assert printing._summary("One.\n\nTwo.") == "One. Two."


def test_links_carry_the_sort_key_and_the_words_of_then(readout):
    live = make.live(readout)
    assert {
        (link.official.slug, link.title, link.date)
        for link in PublicationOfficial.objects.filter(publication=live)
    } == {
        ("tomas-arrel", "Secretary-General", make.DAY),
        ("iria-solano", "President", make.DAY),
    }
    assert {
        (link.organization.slug, link.took_part)
        for link in PublicationOrganization.objects.filter(publication=live)
    } == {("valmora", True), ("ordeval", False)}
    assert [tag.slug for tag in PublicationTag.objects.filter(publication=live)] == ["harvest"]


def test_a_month_is_linked_to_its_last_day():
    readout = make.draft()
    Encounter.objects.create(
        readout=readout, position=2, date=datetime.date(2021, 2, 1), precision="month"
    )
    shape = content.snapshot(readout)
    live = publishing.publish(readout, shape)
    rows = PublicationEncounter.objects.filter(publication=live).order_by("position")
    assert [(row.date, row.until) for row in rows] == [
        (make.DAY, make.DAY),
        (datetime.date(2021, 2, 1), datetime.date(2021, 2, 28)),
    ]


def test_a_correction_supersedes_and_keeps_the_address():
    readout = make.corrected()
    first, second = readout.publications.order_by("number")
    assert (second.number, second.address) == (2, first.address)
    assert second.first_published_at == first.published_at
    assert first.superseded_at == second.published_at
    assert second.superseded_at is None
    assert second.note == "The treaty discussed was the vineyard treaty."
    assert second.grade == "factual"
    assert links(first) == [0] * 5
    assert sum(links(second)) > 0


def test_only_the_standing_version_is_found(approver):
    readout = make.corrected()
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == {make.live(readout).pk}
    readout = make.step(readout, "withdraw", approver, note="Wrong.")
    assert not SearchEntry.objects.exists()
    assert links(make.live(readout)) == [0] * 5
    readout = make.step(readout, "reinstate", approver, note="Right.")
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == {make.live(readout).pk}
    assert sum(links(make.live(readout))) > 0


def test_two_readouts_of_the_same_words_have_two_addresses():
    same = {"title": "Readout of the visit", "title_reason": "As the series goes."}
    addresses = [make.live(make.published(**same)).address for _ in range(3)]
    assert addresses == ["2021/05/14/visit", "2021/05/14/visit-2", "2021/05/14/visit-3"]


def test_a_withdrawn_address_is_not_given_away():
    same = {"title": "Readout of the visit", "title_reason": "As the series goes."}
    make.withdrawn(**same)
    assert make.live(make.published(**same)).address == "2021/05/14/visit-2"


def test_a_preview_is_what_would_be_issued_and_is_not_saved(writer):
    readout = make.in_correction()
    preview = make.preview(readout)
    assert preview.pk is None
    assert Publication.objects.count() == 1
    assert (preview.number, preview.note) == (2, readout.correction_note)
    readout = make.step(readout, "submit", writer)
    approver = make.user("ada", "Approvers")
    readout = make.step(make.step(readout, "approve", approver), "publish", approver)
    live = make.live(readout)
    for field in ("title", "body", "shape", "digest", "address", "grade", "number", "summary"):
        assert getattr(preview, field) == getattr(live, field)


def test_a_mended_register_rewrites_no_publication(readout):
    before = Publication.objects.values().get()
    for row in (make.official(), make.organization(), make.topic(), make.appointment()):
        for field in ("name", "title", "official_name"):
            if hasattr(row, field):
                setattr(row, field, "Mended")
        row.save()
    assert Publication.objects.values().get() == before


def test_harmful_markup_from_a_file_is_not_published():
    readout = make.draft(origin="archive")
    shape = content.snapshot(readout)
    shape["body"] = [{"html": '<p onclick="x()">a<script>b</script></p>'}]
    assert publishing.publish(readout, shape).body == "<p>a</p>"


def test_withdrawal_takes_the_moment_it_is_given(approver):
    readout = make.published()
    at = timezone.now() + datetime.timedelta(hours=1)
    make.step(readout, "withdraw", approver, note="Wrong.", now=at)
    assert make.live(readout).withdrawn_at == at
