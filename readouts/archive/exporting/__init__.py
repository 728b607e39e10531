"""Out again: everything public as records, tables and a fixture, in one folder that loads again."""
