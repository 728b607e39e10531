"""Home, the filtered list, years and months: what they answer and what they cost."""

import pytest

from tests import make
from tests.public import archive

pytestmark = pytest.mark.django_db


def text(client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


@pytest.fixture
def shelf():
    archive.published(archive.encounter("2021-05-14"), title="In May", topics=["Trade"])
    archive.published(archive.encounter("2021-01-01", precision="year"), title="Some time in 2021")
    archive.published(
        archive.encounter("2010-11-30"),
        title="بيان موجز",
        language="ar",
        body=["اجتمع الأمين العام"],
        tags=["ports"],
    )


def test_home_lists_the_latest_by_day_and_leads_to_the_years(client, shelf):
    page = text(client, "/")
    assert page.index("14 May 2021") < page.index("In May") < page.index("30 November 2010")
    assert '<a href="/readouts/2010/">2010</a>' in page


def test_home_of_an_empty_archive(client):
    assert "No readout has been published yet." in text(client, "/")


def test_the_list_says_what_it_shows_and_how_to_undo_it(client, shelf):
    page = text(client, "/readouts/?topic=trade&from=2021")
    assert "1 readout about Trade since 2021." in page
    assert '<a href="/readouts/?from=2021"><span class="unseen">Remove </span>Topic: Trade' in page
    assert "In May" in page
    assert "Some time" not in page


def test_words_are_marked_where_they_were_found(client):
    archive.published(body=["They met at the Café Élysée in the spring."])
    assert "<mark>Élysée</mark>" in text(client, "/readouts/?q=elysee")


def test_what_was_typed_is_said_back_and_never_run(client):
    archive.published()
    page = text(client, "/readouts/?q=<script>alert(1)</script>orchard")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_nonsense_is_answered_with_400_and_the_cure(client, shelf):
    page = text(client, "/readouts/?from=3/4/2010", status=400)
    assert "Write 2010-04-03 for 3 April 2010 or 2010-03-04 for 4 March 2010." in page
    assert 'value="3/4/2010"' in page
    assert "In May" not in page


def test_a_list_with_nothing_in_it_is_no_error(client, shelf):
    assert "Nothing was published that fits all of this." in text(client, "/readouts/?country=TG")


def test_fields_a_form_sent_empty_leave_the_address(client, shelf):
    response = client.get("/readouts/?q=&from=2021&to=&topic=trade")
    assert response.status_code == 302
    assert response["Location"] == "/readouts/?from=2021&topic=trade"
    assert client.get("/readouts/?q=")["Location"] == "/readouts/"


def test_texts_carry_their_language_and_direction(client, shelf):
    assert '<h3 lang="ar" dir="rtl">' in text(client, "/readouts/?language=ar")


def test_filtered_lists_are_not_for_crawlers(client, shelf):
    assert 'content="noindex, follow"' in text(client, "/readouts/?topic=trade")
    assert "noindex" not in text(client, "/readouts/")


def test_a_year_counts_its_months_and_lists_all(client, shelf):
    page = text(client, "/readouts/2021/")
    assert '<a href="/readouts/2021/05/">May</a> <span class="count">1</span>' in page
    assert 'href="/readouts/2021/01/"' not in page
    assert "2021, month not known" in page


def test_a_month_lists_what_is_known_to_be_of_it(client, shelf):
    assert "In May" in text(client, "/readouts/2021/05/")
    text(client, "/readouts/2021/01/", status=404)


@pytest.mark.parametrize(
    "path",
    [
        "/readouts/1999/",
        "/readouts/21/",
        "/readouts/2021/5/",
        "/readouts/2021/13/",
        "/readouts/2021/00/",
        "/readouts/0000/",
        "/readouts/2021/?before=nonsense",
        "/readouts/2021/?before=1900-01-01.1",
    ],
)
def test_what_has_nothing_to_show_is_not_here(client, shelf, path):
    text(client, path, status=404)


def test_an_unchanged_page_is_not_sent_again(client, shelf):
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    make.published()
    assert client.get("/", headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/", 3),
        ("/readouts/", 12),
        ("/readouts/?topic=trade", 12),
        ("/readouts/?topic=trade&official=iria-solano&kind=meeting&from=2021", 12),
        ("/readouts/?q=orchard&order=date", 12),
        # Ranking asks for candidates and for their scores.
        ("/readouts/?q=orchard", 13),
        ("/readouts/2021/", 2),
        ("/readouts/2021/05/", 1),
    ],
)
def test_the_number_of_queries_is_bounded(client, shelf, django_assert_max_num_queries, path, most):
    with django_assert_max_num_queries(most):
        text(client, path)


def test_a_list_asked_for_again_counts_nothing_anew(client, shelf, django_assert_max_num_queries):
    text(client, "/readouts/?topic=trade")
    with django_assert_max_num_queries(3):
        text(client, "/readouts/?topic=trade")
