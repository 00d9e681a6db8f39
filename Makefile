# make demo: the main job on the real plan.  make test: everything a change must pass.
# On Windows: GNU make with the shell of Git for Windows; demo, test, check, build and kit run there too.
VENV := .venv
ifeq ($(OS),Windows_NT)
PYTHON ?= python
BIN := $(VENV)/Scripts
else
PYTHON ?= python3
BIN := $(VENV)/bin
endif
RUN := $(BIN)/python

.PHONY: demo test thorough test-all check build kit bench mutants docs clean

$(VENV)/.demo: pyproject.toml
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install -q --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: pyproject.toml
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install -q --disable-pip-version-check -e ".[dev]"
	@touch $@ $(VENV)/.demo

demo: $(VENV)/.demo
	@$(RUN) -m ocop_xl demo --out demo

test: $(VENV)/.dev
	$(RUN) -m pytest -n auto -m "not thorough"

thorough: $(VENV)/.dev
	$(RUN) -m pytest -n auto -m thorough

test-all: test thorough

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(RUN) -m tools.docs --check

build: $(VENV)/.dev
	$(RUN) -m tools.workbook
	$(RUN) -m tools.docs
	$(RUN) -m tools.build_addin
	$(RUN) -m tools.build_extension
	$(RUN) -m build --outdir dist .

kit: $(VENV)/.dev
	$(RUN) -m tools.build_addin
	$(RUN) -m tools.build_extension
	$(RUN) -m tools.build_kit

docs: $(VENV)/.dev
	$(RUN) -m tools.docs

bench: $(VENV)/.dev
	$(RUN) -m bench

mutants: $(VENV)/.dev
	$(RUN) -m tools.mutants

clean:
	rm -rf $(VENV) build dist demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
