# make serve: the corpus of seeds/, published on this machine. make test: everything checked.
# Both need Python 3.11 or later and nothing else; PYTHON chooses another interpreter.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DB ?= data/corpus.db
PORT ?= 8001

.PHONY: serve corpus test test-slow lint types train clean

serve: corpus
	$(BIN)/datasette $(DB) --host 127.0.0.1 --port $(PORT)

corpus: $(VENV)/installed
	@# 1: some file could not be read. The rest is stored, and is served.
	$(BIN)/onrecord ingest seeds --db $(DB) || [ $$? -eq 1 ]

test: $(VENV)/tested lint types
	$(BIN)/pytest

# The wheel, built and installed in an environment of its own.
test-slow: $(VENV)/tested
	$(BIN)/pytest -m slow

lint: $(VENV)/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/tested
	$(BIN)/mypy

# Trains the reader anew, three hours on two cores: make train TRAIN="--quotes FILE --names FILE --held-out FILE". See docs/reader.md.
train: $(VENV)/tested
	$(BIN)/pip install --quiet --editable '.[train]'
	$(BIN)/python -m onrecord.ingest.training $(TRAIN)

$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'onrecord needs Python 3.11 or later; name one: make $(MAKECMDGOALS) PYTHON=python3.12'; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/tested: $(VENV)/installed
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info $(DB)
