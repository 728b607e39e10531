"""The demo office on an empty database: register, archive, accounts, work in hand. What is there
already is kept as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from readouts.archive.load import load
from readouts.demo import desk
from readouts.demo.accounts import Account, accounts
from readouts.models.register import Official, Organization, Topic
from readouts.models.source import ImportBatch

_REGISTERS = ("register.json", "demo_register.json")
_ARCHIVE = "demo.jsonl"
_DESK = "demo_desk.jsonl"


class NotTheDemo(RuntimeError):  # noqa: N818 - it says where this runs
    """The demo was asked for on a machine that does not run as the demo."""

    def __init__(self) -> None:
        super().__init__(
            "This makes accounts whose passwords are printed, so it runs in the demo only. "
            "Set READOUTS_DEMO=1 and leave the variables of production unset, or use “make run”."
        )


def open_office(tell: Callable[[str], object]) -> dict[str, Account]:
    """Make the demo ready and return its accounts; `tell` hears what is done, in sentences.

    Raises NotTheDemo unless the settings are the demo's.
    """
    if not settings.DEMO:
        raise NotTheDemo
    fixtures = Path(settings.BASE_DIR) / "fixtures"
    call_command("migrate", verbosity=0, interactive=False)
    if not Organization.objects.exists():
        tell("Filling the register …")
        call_command("loaddata", *(str(fixtures / name) for name in _REGISTERS), verbosity=0)
        # loaddata writes rows raw; their folded names are written after it.
        for model in (Official, Organization, Topic):
            model.objects.all().refold()
    if not any(_ARCHIVE in batch.files for batch in ImportBatch.objects.all()):
        tell("Loading the archive …")
        for sentence in load([fixtures / _ARCHIVE]).sentences():
            tell(sentence)
    people = accounts()
    users = {username: account.user for username, account in people.items()}
    if added := desk.fill(fixtures / _DESK, users):
        tell(f"{added} texts laid on the desk, in every state of the workflow.")
    return people
