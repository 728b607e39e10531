"""The demo: accounts, drafts and a server to try the office with. Only commands call it."""
