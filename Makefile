# make run    set everything up and open the built-in sample
# make test   set everything up and pass lint, types, contracts and tests
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
FILE   ?=
BENCHES := commands parse search wrap screen state ledger reattach
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PINNED := $(PIP) --require-hashes --no-deps --requirement
COMPILE := uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 \
	--no-header --no-annotate --quiet --group
FLOOR  := import sys; sys.exit(sys.version_info < (3, 11))

.PHONY: run test setup lint types contracts tests nightly torture bench format messages readme picture constraints clean

run: $(VENV)/.run
	@$(BIN)/gangmu $(FILE)

test: lint types contracts tests

setup: $(VENV)/.dev

$(BIN)/python:
	@$(PYTHON) -c '$(FLOOR)' || { echo "gangmu needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -m venv $(VENV)

# The build tools are pinned like the rest, so the build itself fetches nothing. Word files need a
# compiled library (lxml), which some machines cannot have: gangmu then does without that export.
$(VENV)/.run: constraints/run.txt constraints/word.txt pyproject.toml | $(BIN)/python
	@echo "Setting up gangmu in $(VENV) …"
	@$(PINNED) constraints/run.txt
	@$(PINNED) constraints/word.txt || echo "Export to Word is left out: its library cannot be installed here."
	@$(PIP) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q parser checklist tui
	@touch $@

$(VENV)/.dev: constraints/dev.txt $(VENV)/.run
	@echo "Setting up the checks …"
	@$(PINNED) constraints/dev.txt
	@touch $@

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports --no-logo

tests: $(VENV)/.dev
	$(BIN)/python tools/compile_messages.py
	$(BIN)/python -m pytest -n auto -m "not slow"

nightly: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto

torture: $(VENV)/.dev
	$(BIN)/python -m tests.checklist.torture

bench: $(VENV)/.dev
	@for name in $(BENCHES); do echo "== $$name"; $(BIN)/python bench/$$name.py || exit 1; done

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The picture of README.md, drawn by the app itself.
picture: $(VENV)/.dev
	$(BIN)/python tools/picture.py

# New sentences of the code into the catalogues; then translate what the tests name.
messages: $(VENV)/.dev
	$(BIN)/python -m tools.messages

# The key table of README.md, from the table of commands.
readme: $(VENV)/.dev
	$(BIN)/python tools/compile_messages.py
	$(BIN)/python -m tools.key_table

# Needs uv on the path; writes names, versions and hashes, and no address.
constraints:
	$(COMPILE) build --output-file constraints/run.txt
	$(COMPILE) build --extra word --constraint constraints/run.txt --output-file constraints/word.txt
	$(COMPILE) dev --extra word --constraint constraints/run.txt --output-file constraints/dev.txt

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
