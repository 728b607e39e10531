#!/usr/bin/env python
"""Django's command line for the readouts office."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "readouts_site.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        # It says what to set; where in the settings it was missed helps nobody.
        sys.exit(str(error))


if __name__ == "__main__":
    main()
