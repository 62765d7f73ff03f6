PYTHON ?= python3
BIN := .venv/bin

ROOT := $(if $(filter 0,$(shell id -u)),,sudo)
APT_INSTALL := $(ROOT) apt-get update -q && $(ROOT) env DEBIAN_FRONTEND=noninteractive \
	apt-get install -q -y --no-install-recommends
CHROMIUM := command -v chromium >/dev/null && fc-list :lang=zh | grep -q . || { $(APT_INSTALL) chromium fonts-noto-cjk; }
DRIVER := /sbin/ldconfig -p | grep -q libatomic || { $(APT_INSTALL) libatomic1; }
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: demo test test-all test-browser test-office test-offline offline-bundle pictures lint format install bench bench-pages clean

demo: install  ## install into .venv and run the main job on the embedded bureau
	$(BIN)/allocator demo -o out/demo

test: install  ## the tests, without the exhaustive sets
	$(BIN)/python -m pytest -n 2 -m "not exhaustive"

test-all: install  ## every test, the exhaustive sets too
	$(BIN)/python -m pytest -n 2

test-browser: install .venv/browser-installed  ## the web page in Chromium, which is installed where it is missing
	$(CHROMIUM)
	$(DRIVER)
	$(BIN)/python -m pytest tests/browser

test-office: install  ## workbook and papers through LibreOffice, which is installed where it is missing
	ls /usr/lib/libreoffice/program/libswlo.so /usr/lib/libreoffice/program/libsclo.so >/dev/null || { \
	$(APT_INSTALL) libreoffice-calc-nogui libreoffice-writer-nogui fonts-noto-cjk; }
	$(BIN)/python -m pytest tests/office

offline-bundle: install  ## one zip a platform in dist, to install without a network; BUNDLE="--target ... --python ..."
	$(BIN)/python -m tools.offline.build $(BUNDLE)

test-offline: install  ## the Linux bundle, installed and used with the network cut off; the registry is needed to build it
	$(BIN)/python -m pytest tests/offline

pictures: install  ## the pictures of the README, taken with Chromium, which is installed where it is missing
	$(CHROMIUM)
	$(BIN)/python -m docs.pictures

lint: install  ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install  ## measure, print the table, store the rows
	$(BIN)/python -m benchmarks.run

bench-pages: install .venv/browser-installed  ## measure the tables of the web page in Chromium, store the rows
	$(CHROMIUM)
	$(DRIVER)
	$(BIN)/python -m benchmarks.pages

install: .venv/installed

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(PIP_INSTALL) -e '.[batch,benchmarks,dev]'
	touch $@

.venv/browser-installed: .venv/installed
	$(PIP_INSTALL) -e '.[browser]'
	touch $@

clean:
	rm -rf .venv build dist out *.egg-info
