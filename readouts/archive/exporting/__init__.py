"""Out again: everything public as records, tables and a fixture, in a folder that loads as it is."""
