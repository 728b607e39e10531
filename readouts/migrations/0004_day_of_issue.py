"""Where only the day of issue is known, a publication says so.

Until now the loader wrote the beginning of the day alone. Archive records that stand with exactly
that moment are taken to be such: a record that told midnight as its hour is rarer by far.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.db import migrations, models
from django.utils import timezone

_AT_ONCE = 500


def mark_days(apps: Any, editor: Any) -> None:
    rows = apps.get_model("readouts", "Publication").objects.using(editor.connection.alias)
    archive = rows.filter(is_archive=True).order_by("pk")
    moments = list(archive.values_list("pk", "number", "published_at", "first_published_at"))
    days = {
        "published_hour_known": [pk for pk, n, at, _ in moments if n == 1 and _is_midnight(at)],
        "first_published_hour_known": [pk for pk, _, _, first in moments if _is_midnight(first)],
    }
    if editor.connection.vendor == "postgresql":
        # What is public is kept by a trigger; these columns are new.
        editor.execute("ALTER TABLE readouts_publication DISABLE TRIGGER USER")
    for column, keys in days.items():
        for start in range(0, len(keys), _AT_ONCE):
            rows.filter(pk__in=keys[start : start + _AT_ONCE]).update(**{column: False})
    if editor.connection.vendor == "postgresql":
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or checks still wait for the table
        editor.execute("ALTER TABLE readouts_publication ENABLE TRIGGER USER")


def _is_midnight(at: datetime.datetime) -> bool:
    zone = timezone.get_default_timezone()
    return at.astimezone(zone).time() == datetime.time()


class Migration(migrations.Migration):
    dependencies = [("readouts", "0003_register_decisions")]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="first_published_hour_known",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="publication",
            name="published_hour_known",
            field=models.BooleanField(default=True),
        ),
        migrations.RunPython(mark_days, migrations.RunPython.noop, elidable=True),
    ]
