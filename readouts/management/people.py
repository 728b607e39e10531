"""The person in whose name a command acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def user_named(username: str) -> User:
    """The active user of that name. Raises CommandError, with the cure, for anybody else."""
    user = get_user_model().objects.filter(username=username, is_active=True).first()
    if user is None:
        raise CommandError(f"There is no active user “{username}”. Name one who may sign in.")
    return user
