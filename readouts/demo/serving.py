"""Serving the demo on this machine: one gunicorn worker, with the schedule beside it."""

from __future__ import annotations

import logging
import threading
import warnings
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, close_old_connections, connections
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from readouts.editorial.schedule import publish_due

_SECONDS_BETWEEN_ROUNDS = 15
logger = logging.getLogger(__name__)


class Demo(BaseApplication):
    """The site, as gunicorn serves it."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__()

    def load_config(self) -> None:
        settings = {
            "bind": self.address,
            "workers": 1,
            "threads": 4,
            "worker_class": "gthread",
            "loglevel": "error",
            "graceful_timeout": 3,
            "post_worker_init": _keep_the_schedule,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        # Files come from the finders; nobody collects them for a demo.
        warnings.filterwarnings("ignore", "No directory at", UserWarning)
        return get_wsgi_application()


def serve(address: str) -> None:
    """Serve until interrupted. `address` is host:port; raises SystemExit when it ends."""
    # A connection cannot be shared with the worker that is about to be forked.
    connections.close_all()
    Demo(address).run()


def _keep_the_schedule(worker: Any) -> None:
    """Publish what is due for as long as the worker lives."""
    threading.Thread(target=_rounds, name="schedule", daemon=True).start()


def _rounds() -> None:
    waiting = threading.Event()
    while True:
        try:
            publish_due()
        except DatabaseError:
            logger.exception("The schedule could not be looked at; trying again")
        finally:
            close_old_connections()
        waiting.wait(_SECONDS_BETWEEN_ROUNDS)
