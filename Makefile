# Everything runs in .venv, which packaging/set-up makes. `make PYTHON=/path/to/python3.12 ...` chooses the interpreter.

PYTHON_IN_VENV := .venv/bin/python
PYTEST := $(PYTHON_IN_VENV) -m pytest
UV := build/uv/bin/uv
COMPILE := $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock"

.DEFAULT_GOAL := help

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

run: ## start the exhibition (ARGS="--window 1280x720 --lang en")
	@packaging/set-up run
	@exec $(PYTHON_IN_VENV) -m kiosk run $(ARGS)

test: ready ## run all tests (ARGS="-k touch")
	@$(PYTEST) -n 2 --dist loadfile $(ARGS)

lint: ready ## run the linters alone: ruff, mypy, qmllint
	@$(PYTEST) -m lint $(ARGS)

bench: ready ## measure speed and memory
	@$(PYTEST) -m bench $(ARGS)

corpus: ready ## print how well editors' mistakes are answered
	@$(PYTHON_IN_VENV) -m tests.content.corpus

endurance: ready ## run the tests that take long
	@$(PYTEST) -m endurance $(ARGS)

handbook: ready ## make the pictures of the staff handbook anew; look at each before it is committed
	@$(PYTEST) tests/handbook --golden-update $(ARGS)

golden: ready ## make the golden pictures of the screens anew; look at each before it is committed
	@$(PYTEST) tests/screens --golden-update $(ARGS)

notices: ## make the third-party notice anew: assets/licences/
	@packaging/set-up package
	@$(PYTHON_IN_VENV) packaging/notices.py

lock: $(UV) ## pin the requirements of pyproject.toml, with hashes (ARGS=--upgrade for newer ones)
	@$(COMPILE) --output-file packaging/requirements.lock $(ARGS)
	@$(COMPILE) --extra package --constraint packaging/requirements.lock --output-file packaging/requirements-package.lock $(ARGS)
	@$(COMPILE) --extra package --extra test --constraint packaging/requirements-package.lock --output-file packaging/requirements-test.lock $(ARGS)

$(UV):
	@packaging/set-up run
	@$(PYTHON_IN_VENV) -m venv build/uv
	@build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv

clean: ## remove what was made: .venv, build, dist, caches
	@rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

ready:
	@packaging/set-up test

.PHONY: help run test lint bench corpus endurance golden handbook lock notices clean ready
