"""The migration that tells days of issue from moments, on an archive that was loaded before it."""

import datetime
from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from readouts.models.publication import Publication
from tests.public import archive

pytestmark = pytest.mark.django_db

migration = import_module("readouts.migrations.0004_day_of_issue")
MIDNIGHT = datetime.datetime(2024, 1, 14, 23, tzinfo=datetime.UTC)


def test_archive_records_of_midnight_on_the_offices_clock_are_known_to_the_day(settings):
    settings.TIME_ZONE = "Europe/Malta"
    on_a_day = archive.published(at=MIDNIGHT)
    archive.published(at=MIDNIGHT + datetime.timedelta(hours=1))
    connection.check_constraints()
    then = MigrationLoader(connection).project_state(("readouts", "0004_day_of_issue"))
    migration.mark_days(then.apps, connection.schema_editor())
    told = Publication.objects.filter(published_hour_known=False)
    assert list(told) == [on_a_day]
    assert list(Publication.objects.filter(first_published_hour_known=False)) == [on_a_day]
