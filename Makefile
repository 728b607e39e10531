# Two commands: `make run` serves the demo, `make test` proves the project.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
ADDRESS ?= 127.0.0.1:8000

.PHONY: env run test format lock clean

env: $(STAMP)

$(STAMP): requirements/development.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Readouts needs Python 3.11 or newer; say which with 'make PYTHON=/path/to/python3.12'."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/development.txt
	@touch $(STAMP)

run: env
	READOUTS_DEMO=1 $(BIN)/python manage.py serve_demo $(ADDRESS)

test: env
	BIN=$(BIN) sh tests/run.sh

format: env
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .
	$(BIN)/djlint templates --reformat --quiet || true

# Names, versions and hashes only: the lock files carry no addresses.
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --quiet --extra development --output-file requirements/development.txt
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --quiet --constraint requirements/development.txt \
	  --output-file requirements/production.txt

clean:
	rm -rf .venv var staticfiles .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
