"""An archive record says on its page where it came from, in plain words, and nothing runs."""

import pytest
from django.test import Client

from readouts.archive.load import load
from readouts.models.publication import Publication
from readouts.public.provenance import provenance
from tests import make
from tests.archive import samples

SOURCE = {
    "url": "https://archive.example.org/a?b=c&d=<e>",
    "retrieved": "2016-02-01T23:30:00Z",
    "file": "pages/a.html",
    "layout": "classic",
    "sha256": "a" * 64,
    "fields": {"title": "printed", "encounters[0].date": "body", "published_at": "body",
               "encounters[1].participants[0].name": "title"},
    "warnings": ["The <year> is not printed."],
}  # fmt: skip


@pytest.mark.django_db
def test_the_page_of_an_archive_record_tells_its_source(tmp_path):
    make.mandate()
    load([samples.file(tmp_path, samples.record("A-1", source=SOURCE), samples.record("A-2"))])
    client = Client()
    told, untold = Publication.objects.order_by("reference")
    page = client.get(told.get_absolute_url()).content.decode()
    assert 'href="https://archive.example.org/a?b=c&amp;d=&lt;e&gt;"' in page
    assert 'rel="external nofollow noopener noreferrer"' in page
    assert "captured 1 February 2016" in page
    assert "The &lt;year&gt; is not printed." in page
    for words in ("pages/a.html", "classic", "a" * 64, "date of encounter 1, published at"):
        assert words in page
    page = client.get(untold.get_absolute_url()).content.decode()
    assert "Archive record" in page
    assert "How it was read" not in page
    assert "<dt>Source</dt>" not in page


@pytest.mark.django_db
def test_a_text_of_the_office_has_no_source():
    page = Client().get(make.live(make.published()).get_absolute_url()).content.decode()
    assert "<dt>Source</dt>" not in page


@pytest.mark.django_db
def test_a_correction_keeps_the_source(tmp_path, writer, approver):
    make.mandate()
    load([samples.file(tmp_path, samples.record("A-1", source=SOURCE))])
    readout = make.step(Publication.objects.get().readout, "start_correction", writer)
    make.edit(readout, writer, body="<p>Mended.</p>", correction_note="The text was mended.")
    for step, actor in (("submit", writer), ("approve", approver), ("publish", approver)):
        make.step(readout, step, actor)
    assert make.live(readout).number == 2
    assert make.live(readout).source == SOURCE


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "/admin/", "//", "http://[", "page.html"]
)
def test_an_address_that_is_no_page_is_not_followed(address):
    found = provenance({"url": address})
    assert (found.address, found.url) == (address, "")


def test_what_is_known_is_told_in_words():
    found = provenance(SOURCE)
    assert found.details[-3:] == [
        ("Read in the body", "date of encounter 1, published at"),
        ("Read in the title", "name of participant 1 of encounter 2"),
        ("As printed", "title"),
    ]
    assert provenance({"retrieved": "around 2010"}).captured == "around 2010"
    assert provenance({}) is None
