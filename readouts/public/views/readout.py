"""The page of a readout: the version that stands, an earlier one, or the notice of a withdrawal."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.encoding import uri_to_iri
from django.views.decorators.http import conditional_page, require_safe

from readouts.models.publication import Publication
from readouts.public.reading import Reading, reading


@require_safe
@conditional_page
def current(request: HttpRequest, year: int, month: str, day: str, slug: str) -> HttpResponse:
    """The current version at its permanent address."""
    address = f"{year:04d}/{month}/{day}/{slug}"
    publication = get_object_or_404(Publication.objects.current(), address=address)
    return _page(request, reading(publication))


@require_safe
@conditional_page
def version(
    request: HttpRequest, *, year: int, month: str, day: str, slug: str, number: int
) -> HttpResponse:
    """Exactly one version, for citation; superseded ones say so."""
    address = f"{year:04d}/{month}/{day}/{slug}"
    publication = get_object_or_404(Publication, address=address, number=number)
    return _page(request, reading(publication))


def _page(request: HttpRequest, found: Reading) -> HttpResponse:
    """The text with its standing; where the text was removed, the notice alone, as 410 Gone."""
    publication = found.publication
    context = {
        "reading": found,
        "publication": publication,
        "canonical": request.build_absolute_uri(publication.get_absolute_url()),
        "address": uri_to_iri(request.build_absolute_uri(publication.get_version_url())),
    }
    if found.is_removed:
        return render(request, "public/readout_removed.html", context, status=HTTPStatus.GONE)
    return render(request, "public/readout_detail.html", context)
