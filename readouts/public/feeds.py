"""The Atom feed of what was published last, of everything or of any filtered list.

The filters are those of the list. Corrections are entries of their own; withdrawals are too, in
the feed without filters (what is withdrawn is linked to nothing that could be filtered by).
"""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from readouts.models.publication import Publication
from readouts.public.filters import ReadoutFilter

ENTRIES = 40


class ReadoutFeed(Feed):
    """Entries in the order of their publishing, the newest first."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> ReadoutFilter:
        filters = ReadoutFilter(request.GET, Publication.objects.published())
        if problems := filters.problems():
            raise BadRequest(" ".join(problems))
        return filters

    def title(self, filters: ReadoutFilter) -> str:
        chosen = ", ".join(chip.text for chip in filters.chips())
        return f"{settings.OFFICE_NAME}: readouts" + (f" ({chosen})" if chosen else "")

    def link(self, filters: ReadoutFilter) -> str:
        query = filters.query()
        return reverse("public:readouts") + (f"?{query}" if query else "")

    def items(self, filters: ReadoutFilter) -> list[Publication]:
        entries = list(filters.qs.order_by("-published_at", "-pk")[:ENTRIES])
        if not filters.active:
            entries += Publication.objects.withdrawn().order_by("-withdrawn_at", "-pk")[:ENTRIES]
        return sorted(entries, key=_moment, reverse=True)[:ENTRIES]

    def item_title(self, item: Publication) -> str:
        if item.withdrawn_at:
            return f"Withdrawn: {item.title}"
        return f"Corrected: {item.title}" if item.is_correction else item.title

    def item_description(self, item: Publication) -> str:
        if item.withdrawn_at:
            return item.withdrawal_reason
        return f"Correction: {item.note}" if item.is_correction else item.summary

    def item_link(self, item: Publication) -> str:
        """The address of the version, which tells one entry of a readout from the next."""
        return item.get_version_url() + ("#withdrawn" if item.withdrawn_at else "")

    def item_pubdate(self, item: Publication) -> datetime.datetime | None:
        """A moment, so nothing where only the day of issue is known."""
        return _moment(item) if item.withdrawn_at or item.published_hour_known else None

    def item_updateddate(self, item: Publication) -> datetime.datetime:
        """Atom asks every entry for one; of a day, it is the beginning."""
        return _moment(item)


def _moment(publication: Publication) -> datetime.datetime:
    return publication.withdrawn_at or publication.published_at
