"""The desk: Django's own admin, dressed for the office."""
