"""What all tests share: the people of the office, and honest skips."""

from __future__ import annotations

import os
import shutil

import pytest
from django.core.cache import cache
from django.db import connection
from hypothesis import HealthCheck, settings

from tests import make

# How long a test takes says how busy the machine is, and nothing about the code.
settings.register_profile("readouts", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("readouts")

CHROMIUM = shutil.which("chromium")
REQUIRED = set(filter(None, os.environ.get("READOUTS_REQUIRE", "").split(",")))


def pytest_collection_modifyitems(items):
    """Skip by name what this machine cannot run; where it is required, fail instead."""
    on_postgresql = connection.vendor == "postgresql"
    if "postgresql" in REQUIRED and not on_postgresql:
        pytest.exit("PostgreSQL is required, but DATABASE_URL does not name one.", returncode=3)
    if "chromium" in REQUIRED and not CHROMIUM:
        pytest.exit("Chromium is required, but it is not installed.", returncode=3)
    for item in items:
        if item.get_closest_marker("postgresql") and not on_postgresql:
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL through DATABASE_URL"))
        if item.get_closest_marker("browser") and not CHROMIUM:
            item.add_marker(pytest.mark.skip(reason="needs Chromium (Debian package chromium)"))


@pytest.fixture(autouse=True)
def _nothing_is_kept():
    """Public counts are kept under a stamp of the newest row; another test may have had a row of
    that number and moment, and other readouts beside it."""
    cache.clear()


@pytest.fixture
def writer(db):
    return make.user("wren", "Writers")


@pytest.fixture
def reviewer(db):
    return make.user("rhea", "Reviewers")


@pytest.fixture
def approver(db):
    return make.user("ada", "Approvers")


@pytest.fixture
def other_approver(db):
    return make.user("oren", "Approvers")


@pytest.fixture
def archivist(db):
    return make.user("arlo", "Archivists")
