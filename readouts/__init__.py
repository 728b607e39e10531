"""Readouts: the editorial system of a readouts office."""
