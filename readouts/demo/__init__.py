"""The demo: accounts and drafts to try the office with. Only commands call it."""
