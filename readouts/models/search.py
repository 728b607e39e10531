"""The folded words of one current publication: a small table of its own, because on SQLite an
altered table is rebuilt and silently loses its triggers."""

from __future__ import annotations

from django.db import models

from readouts.models.publication import Publication


class SearchEntry(models.Model):
    """Text for the index, already folded; the engines' own index hangs on it (`search.install`)."""

    publication = models.OneToOneField(
        Publication, models.CASCADE, primary_key=True, related_name="search_entry"
    )
    date = models.DateField()
    title = models.TextField()
    names = models.TextField()
    text = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["-date", "-publication"], name="search_newest_first")]

    def __str__(self) -> str:
        return self.title
