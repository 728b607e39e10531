"""The page of a readout: the version that stands, earlier ones, and the notice of a withdrawal."""

import pytest

from readouts.models.publication import Publication
from tests import make
from tests.public import archive

pytestmark = pytest.mark.django_db


def text(client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def test_the_page_prints_everything_as_published(client):
    publication = make.live(make.published(tags=["harbours"]))
    page = text(client, publication.get_absolute_url())
    for printed in (
        publication.title,
        "H.E. Ms. <a",
        "President",
        "Republic of Valmora",
        "14 May 2021",
        "Geneva, Switzerland",
        "/topics/disarmament/",
        "/tags/harbours/",
        publication.reference,
        f"http://testserver{publication.get_version_url()}",
        "orchard treaty",
    ):
        assert printed in page, printed
    assert "noindex" not in page
    assert "Archive record" not in page


def test_an_archive_record_says_that_it_is_one(client):
    assert "Archive record" in text(client, archive.published().get_absolute_url())


def test_a_correction_line_and_the_earlier_version(client):
    current = make.live(make.corrected())
    page = text(client, current.get_absolute_url())
    assert "The treaty discussed was the vineyard treaty." in page
    assert "vineyard treaty" in page
    assert "orchard" not in page
    first = Publication.objects.get(reference=current.reference, number=1)
    assert first.get_version_url() in page
    earlier = text(client, first.get_version_url())
    assert "orchard" in earlier
    assert "This is version 1, replaced on" in earlier
    assert f'<a href="{current.get_absolute_url()}">Read the current version</a>' in earlier
    assert '<meta name="robots" content="noindex">' in earlier


def test_the_current_version_has_an_address_of_its_own_for_citation(client):
    current = make.live(make.corrected())
    assert current.get_version_url().endswith("/v2/")
    page = text(client, current.get_version_url())
    assert f'href="http://testserver{current.get_absolute_url()}"' in page
    assert "replaced on" not in page


def test_a_withdrawn_readout_keeps_its_text_under_the_notice(client):
    publication = make.live(make.withdrawn())
    page = text(client, publication.get_absolute_url())
    assert "This readout was withdrawn on" in page
    assert "Issued in error." in page
    assert "orchard" in page
    assert "noindex" in page


def test_a_removed_text_leaves_a_notice_that_it_is_gone(client):
    publication = make.live(make.withdrawn(text_removed=True))
    for path in (publication.get_absolute_url(), publication.get_version_url()):
        page = text(client, path, status=410)
        assert publication.title in page
        assert "Issued in error." in page
        assert "orchard" not in page


def test_other_languages_are_linked_and_the_text_has_its_direction(client):
    english = archive.published()
    arabic = archive.published(
        translation_of=english.reference, language="ar", body=["اجتمع الأمين العام"]
    )
    assert arabic.get_absolute_url() in text(client, english.get_absolute_url())
    page = text(client, arabic.get_absolute_url())
    assert '<h1 lang="ar" dir="rtl">' in page
    assert english.get_absolute_url() in page


@pytest.mark.parametrize("ending", ["v2/", "v0/", "v99999999999999999999999/", "x/"])
def test_a_version_that_never_was_is_not_here(client, ending):
    text(client, archive.published().get_absolute_url() + ending, status=404)


def test_an_address_with_another_day_is_not_here(client):
    publication = archive.published(archive.encounter("2021-05-14"))
    text(client, publication.get_absolute_url().replace("/14/", "/15/"), status=404)


def test_the_number_of_queries(client, django_assert_num_queries):
    current = make.live(make.corrected(tags=["harbours"]))
    with django_assert_num_queries(3):
        text(client, current.get_absolute_url())
