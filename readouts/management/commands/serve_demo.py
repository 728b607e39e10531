"""`serve_demo [ADDRESS]`: the whole office to try, on this machine. `make run` calls it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.table import Table

from readouts.demo.accounts import Account
from readouts.demo.office import NotTheDemo, open_office
from readouts.demo.serving import serve

_TO_TRY = """\
To try: sign in as [b]writer[/b], open a draft and submit it; approve and publish it as
[b]approver[/b]. Approve something you edited yourself, and read why not. Then find it on the
public site by a name without its accents.
"""


class Command(BaseCommand):
    help = "Prepare the demo and serve it on this machine until interrupted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000", metavar="ADDRESS")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        console = Console(highlight=False, soft_wrap=True)
        try:
            accounts = open_office(console.print)
        except NotTheDemo as refused:
            raise CommandError(str(refused)) from None
        console.print(_table(accounts))
        console.print(f"The public site: [b]http://{address}/[/b]")
        console.print(f"The desk: [b]http://{address}/admin/[/b]\n")
        console.print(_TO_TRY)
        console.print("Ctrl-C ends it; what you did is kept in var/.")
        serve(address)


def _table(accounts: dict[str, Account]) -> Table:
    table = Table("Account", "Password", "Name", "Role")
    for username, account in accounts.items():
        person = account.person
        name = f"{person.first_name} {person.last_name}"
        table.add_row(username, account.password, name, person.group or "Administrator")
    return table
