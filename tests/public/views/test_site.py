"""What a site has beside its readouts, and the rules every page keeps."""

import re

import pytest
from django.urls import reverse
from lxml import etree

from readouts.public.urls import urlpatterns
from tests import make
from tests.public import archive

pytestmark = pytest.mark.django_db


def test_robots_may_read_all_but_combinations_of_filters(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /readouts/?" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_sitemaps_name_every_standing_readout_by_year(client):
    publication = archive.published(archive.encounter("2010-11-30"))
    withdrawn = make.live(make.withdrawn())
    index = etree.fromstring(client.get("/sitemap.xml").content)
    assert [loc.text for loc in index.iter("{*}loc")] == ["http://testserver/sitemap-2010.xml"]
    year = client.get("/sitemap-2010.xml").content
    assert publication.get_absolute_url().encode() in year
    assert b"<lastmod>2024-01-15T09:30:00" in year
    assert withdrawn.address.encode() not in year
    assert etree.fromstring(year).tag.endswith("urlset")
    assert client.get("/sitemap-1999.xml").status_code == 404


def test_a_sitemap_tells_the_day_alone_where_no_hour_is_known(client):
    archive.published(archive.encounter("2010-11-30"), hour_known=False)
    assert b"<lastmod>2024-01-15</lastmod>" in client.get("/sitemap-2010.xml").content


def test_the_page_for_what_is_not_here_helps_on(client):
    archive.published(title="The latest")
    response = client.get("/no/such/page/")
    page = response.content.decode()
    assert response.status_code == 404
    assert "There is no page at this address" in page
    assert "The latest" in page
    assert 'role="search"' in page


def pages(client):
    """The content of one page of every kind, by address."""
    publication = make.live(make.corrected(tags=["harbours"]))
    gone = make.live(make.withdrawn(text_removed=True))
    slugs = {
        "official": "iria-solano",
        "organization": "valmora",
        "topic": "disarmament",
        "tag": "harbours",
    }
    paths = [f"/{name}s/{slug}/" for name, slug in slugs.items()]
    paths += [f"/{name}s/" for name in slugs]
    paths += ["/", "/readouts/", "/readouts/?q=treaty", "/readouts/?x=1", "/about/", "/none/"]
    paths += [p.get_absolute_url() for p in (publication, gone)]
    paths += [f"/readouts/{publication.date:%Y}/", f"/readouts/{publication.date:%Y/%m}/"]
    paths += [publication.get_version_url().replace("/v2/", "/v1/")]
    return {path: client.get(path) for path in paths}


def test_no_page_has_inline_script_or_style(client):
    for path, response in pages(client).items():
        page = response.content.decode()
        assert "<script" not in page, path
        assert "<style" not in page, path
        assert not re.search(r"<[^>]+\s(style|on\w+)=", page), path
        assert "unsafe" not in response["Content-Security-Policy"]


def test_every_page_has_one_heading_a_title_and_a_way_past_the_masthead(client):
    for path, response in pages(client).items():
        page = response.content.decode()
        assert len(re.findall(r"<h1[ >]", page)) == 1, path
        assert re.search(r"<title>\s*\S", page), path
        assert 'class="skip" href="#main"' in page, path
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids)), path


def test_no_page_opens_a_session(client):
    for path, response in pages(client).items():
        assert not response.cookies, path
        assert "Cookie" not in response.get("Vary", ""), path


# Django's feeds answer every method alike, and change nothing.
PAGES = [pattern for pattern in urlpatterns if pattern.name != "feed"]


@pytest.mark.parametrize("pattern", PAGES, ids=lambda pattern: str(pattern.name))
def test_pages_are_only_read(client, pattern):
    publication = archive.published(topics=["Trade"], tags=["ports"])
    year, month, day, slug = publication.address.split("/")
    values = {"year": int(year), "month": month, "day": day, "slug": slug, "number": 1}
    values["name"] = "readouts-2026-01-01.zip"
    wanted = pattern.pattern.converters
    path = reverse(f"public:{pattern.name}", kwargs={name: values[name] for name in wanted})
    assert client.post(path).status_code == 405
