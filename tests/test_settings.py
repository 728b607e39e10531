"""A command that may not start says in one sentence what to set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("READOUTS_", "DATABASE_URL", "DJANGO_")


@pytest.mark.parametrize(
    ("told", "cure"),
    [
        ({}, "READOUTS_SECRET_KEY is not set."),
        ({"READOUTS_DEMO": "1", "READOUTS_SECRET_KEY": "k" * 50}, "Unset READOUTS_DEMO"),
    ],
)
def test_what_is_missing_is_said_without_a_trace(told, cure):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=environment | told,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert cure in done.stderr
    assert "Traceback" not in done.stderr
