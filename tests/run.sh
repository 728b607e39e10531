#!/bin/sh
# Everything `make test` proves, in the order in which failures are cheapest to read.
set -eu
BIN=${BIN:-.venv/bin}

# A production-like environment, so that `check --deploy` sees what production would see.
production() {
  env -u READOUTS_DEMO -u READOUTS_DEBUG \
    READOUTS_SECRET_KEY="$("$BIN/python" -c 'import secrets; print(secrets.token_urlsafe(64))')" \
    READOUTS_ALLOWED_HOSTS=readouts.example "$@"
}

echo "ruff: lint and format";  "$BIN/ruff" check --quiet . && "$BIN/ruff" format --check --quiet .
echo "djlint: templates";      "$BIN/djlint" templates --lint --check --quiet
echo "mypy with django-stubs"; READOUTS_DEBUG=1 "$BIN/mypy" --no-error-summary
echo "import-linter: rooms";   READOUTS_DEBUG=1 "$BIN/lint-imports" --no-cache
echo "makemigrations --check"; production "$BIN/python" manage.py makemigrations --check --dry-run
echo "check --deploy";         production "$BIN/python" manage.py check --deploy --fail-level WARNING
echo "pytest on ${DATABASE_URL:-SQLite}"
exec "$BIN/python" -m pytest -n "${PYTEST_WORKERS:-2}" ${PYTEST_ARGS:-}
