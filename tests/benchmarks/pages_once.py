"""One size on one database: fill it, then measure. Called by `pages`, with the settings made."""

from __future__ import annotations

import sys
import time

import django

from tests.benchmarks import pages


def main(size: int) -> None:
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from readouts.models.publication import Publication
    from tests.benchmarks import generate

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    start = time.perf_counter()
    generate.publications(size)
    filled = time.perf_counter() - start
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"\n{connection.vendor}, {size:,} publications ({size / filled:.0f} a second written)")
    middle = Publication.objects.order_by("pk")[size // 2]
    with pages.server() as port:
        pages.measure(port, pages.PAGES | {"detail": middle.get_absolute_url()})


if __name__ == "__main__":
    main(int(sys.argv[1]))
