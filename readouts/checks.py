"""System checks: rules of the house that Django can see."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, register


@register()
def permissions_equal_transitions(**kwargs: Any) -> list[CheckMessage]:
    """Every transition has a permission on Readout, and every custom permission is used."""
    from readouts.editorial.workflow import TRANSITIONS, VERBS_BESIDE_THE_TABLE, WITHOUT_PERMISSION
    from readouts.models.readout import Readout

    declared = {codename for codename, _ in Readout._meta.permissions}
    needed = {f"{t.name}_readout" for t in TRANSITIONS if t.name not in WITHOUT_PERMISSION} | {
        f"{verb}_readout" for verb in VERBS_BESIDE_THE_TABLE
    }
    if declared == needed:
        return []
    return [
        Error(
            f"Permissions and transitions differ: {sorted(declared ^ needed)}.",
            hint="Edit Readout.Meta.permissions and the table in editorial/workflow.py together.",
            id="readouts.E001",
        )
    ]
