"""The desk: Django's own admin, dressed for the office."""

from readouts.admin import records, register

__all__ = ["records", "register"]
