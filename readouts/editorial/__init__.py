"""The rules of the office; no HTTP, no HTML pages."""
