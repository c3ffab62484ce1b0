# Shortcuts; README.md has the same commands in full. make build and make test each set up what they need.
.POSIX:

# Another Python:   make PYTHON=python3.12 build
# More options:     make build ARGS='--site dinkesMerauke'   make test ARGS='-k wheel'
PYTHON = python3
VENV = .venv
ARGS =
BIN = $(VENV)/bin

build: $(VENV)/installed
	$(BIN)/sitegen build $(ARGS)

test: $(VENV)/installed-test
	$(BIN)/python -m tests.setup.browser
	$(BIN)/python -m pytest -n auto $(ARGS)

check: $(VENV)/installed
	$(BIN)/sitegen check $(ARGS)

serve: $(VENV)/installed
	$(BIN)/sitegen serve $(ARGS)

# All that .ci/run asks for, in a virtual environment of its own.
ci:
	PYTHON='$(PYTHON)' .ci/run

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("sitegen needs Python 3.11 or newer. Name one: make PYTHON=python3.12 build" \
		if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

# The stamps are newer than the locks once their packages are installed; then nothing is installed again.
$(VENV)/installed: $(VENV)/bin/python pyproject.toml tests/setup/build.lock
	$(BIN)/python -m tests.setup.packages build
	@touch $@

$(VENV)/installed-test: $(VENV)/bin/python pyproject.toml tests/setup/test.lock
	$(BIN)/python -m tests.setup.packages test
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

.PHONY: build test check serve ci clean
