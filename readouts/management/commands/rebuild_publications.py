"""`rebuild_publications`: public pages of what `loaddata` brought."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from readouts.archive.rebuilding import rebuild


class Command(BaseCommand):
    help = (
        "Make public pages of what loaddata brought: names, publications, links, search; says what."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for sentence in rebuild().sentences():
            self.stdout.write(sentence)
