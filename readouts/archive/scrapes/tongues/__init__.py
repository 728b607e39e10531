"""Titles and sentences in other languages than English: one mechanism, a grammar for each."""
