"""The application, and the admin site that carries its faces."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class ReadoutsConfig(AppConfig):
    name = "readouts"
    verbose_name = "Readouts"

    def ready(self) -> None:
        # The admin room first: were the admin site asked for before, it would import the room
        # half-way through being made, and what registers there would be lost.
        from readouts import (  # noqa: F401 - checks and admins register themselves
            admin,
            checks,
            installation,
        )

        # Not a signal between rooms: the one moment Django offers for what must stand after every
        # migration (database rules that a rebuilt SQLite table would lose, the roles).
        post_migrate.connect(installation.install, sender=self)


class OfficeAdminConfig(AdminConfig):
    default_site = "readouts.admin.site.OfficeAdminSite"
