"""What must stand after every migration: the database's own rules, the search index, the roles."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.db import connections, router

from readouts import search
from readouts.models import enforcement

# Who may do what. Every permission "verb_readout" is a transition of the workflow table.
_DESK_MODELS = (
    "readout encounter participation revision event clearance publication sourcerecord "
    "official organization appointment topic tag"
)
_DESK_VIEW = [f"view_{model}" for model in _DESK_MODELS.split()]
_WRITE = [
    *(f"{verb}_{model}" for verb in ("add", "change") for model in ("readout", "tag")),
    *(
        f"{verb}_{model}"
        for verb in ("add", "change", "delete")
        for model in ("encounter", "participation")
    ),
    "submit_readout",
    "recall_readout",
    "start_correction_readout",
    "discard_correction_readout",
    "discard_reissue_readout",
]
_REVIEW = ["request_changes_readout", "clear_readout", "ask_clearance_readout"]
_APPROVE = [
    "approve_readout",
    "publish_readout",
    "schedule_readout",
    "unschedule_readout",
    "withdraw_readout",
    "reinstate_readout",
    "hold_readout",
    "release_readout",
    "publish_urgently_readout",
    "review_afterwards_readout",
]
ROLES: dict[str, list[str]] = {
    "Writers": [*_DESK_VIEW, *_WRITE],
    "Reviewers": [*_DESK_VIEW, *_WRITE, *_REVIEW],
    "Approvers": [*_DESK_VIEW, *_WRITE, *_REVIEW, *_APPROVE],
    "Archivists": [
        *_DESK_VIEW,
        *_WRITE,
        "view_importbatch",
        "undo_importbatch",
        "load_archive_readout",
    ],
    "Registrars": [
        *_DESK_VIEW,
        *(
            f"{verb}_{model}"
            for verb in ("add", "change", "delete")
            for model in ("official", "organization", "appointment", "topic", "tag")
        ),
    ],
}


def install(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Install everything on the database just migrated; may run again and again."""
    from readouts.models.search import SearchEntry

    connection = connections[using]
    # Nothing to stand on while migrations are undone down to zero.
    if SearchEntry._meta.db_table not in connection.introspection.table_names():
        return
    enforcement.install(connection)
    search.install(connection)
    install_roles(sender, using)


def install_roles(sender: AppConfig, using: str) -> None:
    """Give each group exactly its permissions; permissions an office added by hand are kept."""
    from django.contrib.auth.models import Group, Permission

    if not router.allow_migrate_model(using, Group):
        return
    # Django makes permissions in a post-migrate step of its own, in no promised order.
    create_permissions(sender, verbosity=0, using=using)
    permissions = Permission.objects.using(using).filter(content_type__app_label="readouts")
    for name, codenames in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.add(*permissions.filter(codename__in=codenames))
