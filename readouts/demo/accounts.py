"""The demo's people, one for each role, with passwords made once and kept on this machine."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True)
class Person:
    """Somebody of the demo office; an empty group makes an administrator."""

    username: str
    first_name: str
    last_name: str
    group: str


PEOPLE = (
    Person("writer", "Wilma", "Askeland", "Writers"),
    Person("reviewer", "Rasmus", "Ottavi", "Reviewers"),
    Person("approver", "Amara", "Delacourt", "Approvers"),
    Person("approver2", "Benedek", "Solymar", "Approvers"),
    Person("archivist", "Ines", "Quadros", "Archivists"),
    Person("registrar", "Rahel", "Tadesse", "Registrars"),
    Person("administrator", "Adrian", "Holm", ""),
)


@dataclass(frozen=True)
class Account:
    """A person's account, and the password to sign in with."""

    person: Person
    user: User
    password: str


def accounts() -> dict[str, Account]:
    """The demo's accounts by username, made where they are missing. Passwords are kept in a file
    that only its owner can read, so that a later run prints the same."""
    path = Path(settings.VAR_DIR) / "demo_accounts.json"
    kept = json.loads(path.read_text()) if path.exists() else {}
    made = {person.username: _account(person, kept.get(person.username)) for person in PEOPLE}
    passwords = {username: account.password for username, account in made.items()}
    if passwords != kept:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(json.dumps(passwords, indent=2))
    return made


def _account(person: Person, kept: str | None) -> Account:
    users = get_user_model().objects
    password = kept or secrets.token_hex(6)
    user = users.filter(username=person.username).first()
    if user is None:
        user = users.create_user(
            person.username,
            first_name=person.first_name,
            last_name=person.last_name,
            is_staff=True,
            is_superuser=not person.group,
            password=password,
        )
        if person.group:
            user.groups.add(Group.objects.get(name=person.group))
    elif kept is None:
        user.set_password(password)
        user.save()
    return Account(person, user, password)
