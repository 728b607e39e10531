"""What a site has beside its readouts: about, robots, sitemaps, and the page not found."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from readouts.models.publication import Publication
from readouts.public.views.dumps import offered
from readouts.public.views.listings import UNPRINTED, years

# Readouts offered to those who found nothing.
OFFERED = 5


@require_safe
@conditional_page
def about(request: HttpRequest) -> HttpResponse:
    """What a readout is, and how this site corrects and withdraws."""
    return render(request, "public/about.html", {"has_dumps": bool(offered())})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers may read everything but the endless combinations of filters."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('public:readouts')}?",
        f"Disallow: {reverse('admin:index')}",
        f"Sitemap: {request.build_absolute_uri(reverse('public:sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@conditional_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """An index of sitemaps, one for each year."""
    pages = [
        request.build_absolute_uri(reverse("public:sitemap_of_year", args=[year]))
        for year, _ in years()
    ]
    return _xml(request, "public/sitemap_index.xml", {"pages": pages})


@require_safe
@conditional_page
def sitemap_of_year(request: HttpRequest, year: int) -> HttpResponse:
    """Every readout of a year, with the moment its current version was published, or the day."""
    rows = Publication.objects.published().filter(date__year=year).newest_first()
    pages = [
        (
            request.build_absolute_uri(row.get_absolute_url()),
            row.published_at,
            "c" if row.published_hour_known else "Y-m-d",
        )
        for row in rows.only("address", "published_at", "published_hour_known")
    ]
    if not pages:
        raise Http404
    return _xml(request, "public/sitemap.xml", {"pages": pages})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for whatever is not here: one and the same, whether or not it ever was."""
    latest = Publication.objects.published().newest_first().defer(*UNPRINTED)[:OFFERED]
    return render(request, "404.html", {"latest": latest}, status=HTTPStatus.NOT_FOUND)


def _xml(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return render(request, template, context, content_type="application/xml; charset=utf-8")
