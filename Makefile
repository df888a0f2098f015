# Two commands: `make demo` and `make test`. Each makes what it needs (a virtual environment in .venv) by itself.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := $(shell find src -type f -not -path '*/__pycache__/*')
EXAMPLES := $(wildcard examples/reports/*.txt)

.PHONY: demo test check wheel-check bench clean

demo: $(VENV)/.installed
	@$(BIN)/python examples/demo.py

test: check $(VENV)/.installed-dev
	$(BIN)/pytest -n auto --dist loadfile

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The package is always installed from a built wheel, never in editable mode: what is tested is what ships.
$(VENV)/.installed: $(SOURCES) pyproject.toml README.md | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check .
	$(BIN)/pip install --quiet --disable-pip-version-check --force-reinstall --no-deps .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check ".[dev]"
	@touch $@

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

wheel-check:
	bash tests/wheel_check.sh

bench: $(VENV)/.installed-dev
	$(BIN)/python bench/speed.py

clean:
	rm -rf $(VENV) dist build demo-output .mypy_cache .ruff_cache .pytest_cache .hypothesis
