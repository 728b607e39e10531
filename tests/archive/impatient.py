"""Settings with which SQLite waits but a moment for another process to let go."""

from readouts_site.settings import *  # noqa: F403
from readouts_site.settings import DATABASES

DATABASES["default"]["OPTIONS"]["timeout"] = 0.5
