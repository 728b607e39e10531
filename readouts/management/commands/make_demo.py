"""`make_demo`: the demo office on this machine's own database, without serving it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from readouts.demo.office import NotTheDemo, open_office


class Command(BaseCommand):
    help = "Fill the demo: register, archive, accounts, drafts. What is there already is kept."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            accounts = open_office(self.stdout.write)
        except NotTheDemo as refused:
            raise CommandError(str(refused)) from None
        for username, account in accounts.items():
            self.stdout.write(f"{username}: {account.password}")
