# make serve: everything from a fresh machine to the web page.   make test: everything from a fresh machine to green tests.
SHELL := /bin/sh
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
HOME_FOLDER ?= data
PORT ?= 7860
SAMPLE := corpus/documents

.PHONY: help install install-dev serve index test lint format types unit browser bench bench-faults bench-peers clean

help:
	@echo "make serve   installera, läs in exempelsamlingen, öppna webbsidan på http://127.0.0.1:$(PORT)"
	@echo "make test    installera allt som testerna behöver och kör dem"
	@echo "make install | lint | format | types | unit | browser | bench | bench-faults | bench-peers | clean"

install: $(VENV)/installed

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 eller senare behövs." >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || tools/system-packages python3-venv
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

install-dev: $(VENV)/installed-dev

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,postgres,dask]'
	@touch $@

index: install
	$(BIN)/beslutsminne index $(SAMPLE) --home $(HOME_FOLDER)

serve: index
	$(BIN)/beslutsminne serve --home $(HOME_FOLDER) --port $(PORT)

test: system-packages install-dev lint types unit browser

.PHONY: system-packages
system-packages:
	tools/system-packages chromium tesseract-ocr tesseract-ocr-swe fonts-dejavu-core

lint: install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: install-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: install-dev
	$(BIN)/mypy

unit: install-dev
	$(BIN)/python -m pytest -m "not browser"

browser: install-dev
	$(BIN)/python -m pytest -m browser

bench: install-dev
	$(BIN)/python -m bench.run

bench-faults: install-dev
	$(BIN)/python -m bench.faults
	$(BIN)/python -m bench.command_faults

bench-peers:
	bench/peers/run

clean:
	rm -rf $(VENV) .cache build *.egg-info .mypy_cache .pytest_cache .ruff_cache
