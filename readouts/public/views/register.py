"""Pages of officials, organizations, topics and tags: only what a standing publication names."""

from __future__ import annotations

import itertools
from typing import Any

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from readouts.folding import fold
from readouts.models.publication import (
    PublicationOfficial,
    PublicationOrganization,
    PublicationTag,
    PublicationTopic,
)
from readouts.models.register import Official, Organization, Topic
from readouts.models.register_row import RegisterRow
from readouts.public import paging

# How organizations of a kind are headed; the order is that of the page.
HEADINGS = {
    Organization.Kind.STATE: "States",
    Organization.Kind.OBSERVER_STATE: "Observer states",
    Organization.Kind.IGO: "Intergovernmental organizations",
    Organization.Kind.ORGAN: "Organs",
    Organization.Kind.GROUP: "Regional groups",
    Organization.Kind.PARTY: "Parties and movements",
    Organization.Kind.CIVIL_SOCIETY: "Civil society",
    Organization.Kind.COMPANY: "Companies",
    Organization.Kind.OTHER: "Others",
}


@require_safe
@conditional_page
def officials(request: HttpRequest) -> HttpResponse:
    """Everyone named, by the first letter of the sort name."""
    rows = sorted(_counted(Official), key=lambda row: (fold(row.sort_name), row.slug))
    letters = itertools.groupby(rows, lambda row: fold(row.sort_name)[:1].upper())
    groups = [(letter, list(people)) for letter, people in letters]
    return render(request, "public/official_list.html", {"groups": groups})


@require_safe
@conditional_page
def official(request: HttpRequest, slug: str) -> HttpResponse:
    """An official's readouts, with the title printed each time."""
    public = Official.objects.public()
    row = public.filter(slug=slug).first()
    if row is None:
        return _moved(request, Official, slug)
    page = _page(PublicationOfficial.objects.filter(official=row), request)
    return render(request, "public/official_detail.html", {"official": row, "page": page})


@require_safe
@conditional_page
def organizations(request: HttpRequest) -> HttpResponse:
    """Every organization named, by kind."""
    rows = sorted(_counted(Organization), key=lambda row: (fold(row.name), row.slug))
    groups = [
        (heading, [row for row in rows if row.kind == kind]) for kind, heading in HEADINGS.items()
    ]
    found = [(heading, rows) for heading, rows in groups if rows]
    return render(request, "public/organization_list.html", {"groups": found})


@require_safe
@conditional_page
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    """An organization's readouts; whether it took part or is mentioned."""
    public = Organization.objects.public()
    row = public.filter(slug=slug).first()
    if row is None:
        return _moved(request, Organization, slug)
    page = _page(PublicationOrganization.objects.filter(organization=row), request)
    context = {
        "organization": row,
        "parent": public.filter(pk=row.parent_id).first() if row.parent_id else None,
        "organs": public.filter(parent=row),
        "page": page,
    }
    return render(request, "public/organization_detail.html", context)


@require_safe
@conditional_page
def topics(request: HttpRequest) -> HttpResponse:
    """The tree of topics, as far as readouts name them."""
    rows = sorted(_counted(Topic), key=lambda row: (fold(row.name), row.slug))
    keys = {row.pk for row in rows}
    tops = [row for row in rows if row.parent_id not in keys]
    tree = [(top, [row for row in rows if row.parent_id == top.pk]) for top in tops]
    return render(request, "public/topic_list.html", {"tree": tree})


@require_safe
@conditional_page
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    public = Topic.objects.public()
    row = public.filter(slug=slug).first()
    if row is None:
        return _moved(request, Topic, slug)
    context = {
        "topic": row,
        "parent": public.filter(pk=row.parent_id).first() if row.parent_id else None,
        "parts": public.filter(parent=row),
        "page": _page(PublicationTopic.objects.filter(topic=row), request),
    }
    return render(request, "public/topic_detail.html", context)


@require_safe
@conditional_page
def tags(request: HttpRequest) -> HttpResponse:
    """Every tag; two spellings of one slug are one tag."""
    counted = PublicationTag.objects.values("slug").annotate(name=Max("name"), number=Count("pk"))
    rows = sorted(counted, key=lambda row: (fold(row["name"]), row["slug"]))
    return render(request, "public/tag_list.html", {"tags": rows})


@require_safe
@conditional_page
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    page = _page(PublicationTag.objects.filter(slug=slug), request)
    context = {"slug": slug, "name": page.rows[0].name, "page": page}
    return render(request, "public/tag_detail.html", context)


def _moved(request: HttpRequest, model: type[RegisterRow], slug: str) -> HttpResponse:
    """The page of a double has moved to that of the row it was merged into; what is not public is
    not there at all."""
    row = model.objects.all().public_now(slug)
    if row is None:
        raise Http404
    address = reverse(f"public:{model._meta.model_name}", args=[row.slug])
    query = request.GET.urlencode()
    return redirect(f"{address}?{query}" if query else address, permanent=True)


def _counted(model: type[RegisterRow]) -> QuerySet[Any]:
    """The public rows of the register with the number of their readouts, from the same links."""
    links = model.public_links().filter(**{model.link_column: OuterRef("pk")}).order_by()
    number = links.values(model.link_column).annotate(n=Count("pk")).values("n")
    return model.objects.public().annotate(number=Subquery(number))


def _page(links: QuerySet[Any], request: HttpRequest) -> paging.Page:
    """A page of links with their publications, which carry all that a line prints."""
    rows = links.select_related("publication").defer(
        "publication__shape", "publication__body", "publication__plain_text"
    )
    try:
        page = paging.by_key(rows, request.GET, key="publication_id")
    except paging.UnknownPlaceError:
        raise Http404 from None
    if not page.rows:
        raise Http404
    return page
