"""The desk: Django's own admin, dressed for the office."""

from readouts.admin import batches, readouts, records, register

__all__ = ["batches", "readouts", "records", "register"]
