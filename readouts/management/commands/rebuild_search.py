"""`rebuild_search`: write the search entries of all publications and the register's names anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from readouts.editorial.publishing import reindex
from readouts.models.register import Official, Organization, Topic


class Command(BaseCommand):
    help = "Rebuild search; needed after loaddata and after restoring a backup."

    def handle(self, *args: Any, **options: Any) -> None:
        names = sum(model.objects.all().refold() for model in (Official, Organization, Topic))
        self.stdout.write(f"{reindex()} publications indexed, {names} register rows renewed.")
