"""Pages that list readouts: home, the filtered list, years and months."""

from __future__ import annotations

import calendar
from http import HTTPStatus

from django.db.models import Count
from django.db.models.functions import ExtractMonth, ExtractYear
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import conditional_page, require_safe

from readouts.models.partial_dates import Precision
from readouts.models.publication import Publication, PublicationQuerySet
from readouts.public import freshness, paging
from readouts.public.listing import Line, by_day, by_month, listing

# Readouts on the first page of the site.
LATEST = 12
# What no list of readouts prints, and what is long.
UNPRINTED = ("shape", "body", "plain_text")


@require_safe
@conditional_page
def home(request: HttpRequest) -> HttpResponse:
    """The latest readouts, by day."""
    latest = Publication.objects.published().newest_first().defer(*UNPRINTED)[:LATEST]
    return render(
        request,
        "public/home.html",
        {"days": by_day(map(Line, latest)), "years": years()},
    )


@require_safe
@conditional_page
def readouts(request: HttpRequest) -> HttpResponse:
    """The list under its filters. A filter that cannot be meant answers 400 with the cure, so that
    no machine takes an empty list for an answer."""
    if any(value == "" for value in request.GET.values()):
        return redirect(f"{request.path}?{_filled(request)}".rstrip("?"))
    found = listing(request.GET)
    status = HTTPStatus.BAD_REQUEST if found.problems else HTTPStatus.OK
    return render(request, "public/readout_list.html", {"listing": found}, status=status)


@require_safe
@conditional_page
def year(request: HttpRequest, year: int) -> HttpResponse:
    """The readouts of a year, by month, with the months counted."""
    of_year = Publication.objects.published().filter(date__year=year)
    page = _page(of_year, request)
    context = {
        "year": year,
        "months": months(of_year),
        "days": list(by_month(map(Line, page.rows))),
        "page": page,
    }
    return render(request, "public/year.html", context)


@require_safe
@conditional_page
def month(request: HttpRequest, year: int, month: str) -> HttpResponse:
    """The readouts of a month, by day; those known to the year alone stand with the year."""
    if not 1 <= int(month) <= 12:  # noqa: PLR2004
        raise Http404
    of_month = Publication.objects.published().filter(date__year=year, date__month=int(month))
    page = _page(of_month.exclude(precision=Precision.YEAR), request)
    context = {
        "year": year,
        "month": calendar.month_name[int(month)],
        "days": by_day(map(Line, page.rows)),
        "page": page,
    }
    return render(request, "public/month.html", context)


def years() -> list[tuple[int, int]]:
    """Every year with the number of its readouts, the latest first."""
    published = Publication.objects.published().order_by()
    counted = published.values_list(ExtractYear("date")).annotate(n=Count("pk"))
    return freshness.kept("years", freshness.stamp(), lambda: sorted(counted, reverse=True))


def months(of_year: PublicationQuerySet) -> list[tuple[str, str, int]]:
    """The months of a year as (two digits, name, number of readouts)."""
    known = of_year.exclude(precision=Precision.YEAR).order_by()
    counted = known.values_list(ExtractMonth("date")).annotate(n=Count("pk"))
    return [(f"{number:02d}", calendar.month_name[number], n) for number, n in sorted(counted)]


def _page(queryset: PublicationQuerySet, request: HttpRequest) -> paging.Page:
    """A page of a list that exists only while it has something to show."""
    try:
        page = paging.by_key(queryset.defer(*UNPRINTED), request.GET)
    except paging.UnknownPlaceError:
        raise Http404 from None
    if not page.rows:
        raise Http404
    return page


def _filled(request: HttpRequest) -> str:
    """The query without the fields a form sent empty, so that a list has one address."""
    query = request.GET.copy()
    for name, values in list(query.lists()):
        query.setlist(name, [value for value in values if value])
    return query.urlencode()
