"""The site's own settings, with one constant page beside it to measure the bare stack."""

from readouts_site.settings import *  # noqa: F403

ROOT_URLCONF = "tests.benchmarks.urls"
LOGGING["root"]["level"] = "ERROR"  # noqa: F405
