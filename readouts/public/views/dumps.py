"""Everything public to download, where the office offers it."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Max
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from readouts.dumps import Dump, written
from readouts.models.publication import Publication


def offered() -> list[Dump]:
    """The dumps there are, the latest first; none that may hold a text which was removed since."""
    found = written(settings.DUMPS_DIR)
    if not found:
        return []
    removed = Publication.objects.ever_withdrawn().filter(text_removed=True)
    last = removed.aggregate(last=Max("withdrawn_at"))["last"]
    return [dump for dump in found if last is None or dump.at > last]


@require_safe
def dumps(request: HttpRequest) -> HttpResponse:
    """What may be downloaded; a page that exists only while there is something."""
    found = offered()
    if not found:
        raise Http404
    return render(request, "public/dump_list.html", {"dumps": found})


@require_safe
def dump(request: HttpRequest, name: str) -> FileResponse:
    """One dump, by the name the page gives; no other file can be named."""
    for found in offered():
        if found.name == name:
            return FileResponse(found.path.open("rb"), as_attachment=True, filename=name)
    raise Http404
