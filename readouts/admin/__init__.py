"""The desk: Django's own admin, dressed for the office."""

from readouts.admin import readouts, records, register

__all__ = ["readouts", "records", "register"]
