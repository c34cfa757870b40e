# Everything that is done with this repository. It needs Python 3.11 or newer and make; the rest is set up in .venv/.

ENV := .venv
BENCH := fast_runs
BIN := $(ENV)/bin
LOCKED := $(ENV)/.locked
READY := $(ENV)/.ready
UV := uv==0.13.9
MUTMUT := mutmut==3.8.1
CYCLONEDX := cyclonedx-bom==7.5.0
PIP_LICENSES := pip-licenses==5.5.5
PIP_AUDIT := pip-audit==2.10.1
BUILT := build/wheel
TOOLS := build/tools
PYTHONS := python3.14 python3.13 python3.12 python3.11 python3 python
CACHES := .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
# Processes, because most of the time goes to notebooks and a browser; one file stays in one process, so that what its
# tests share (a published month) is made once.
PYTEST := -m pytest --numprocesses=logical --dist=loadfile --max-worker-restart=3

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help report test nightly mutants lab check format bench coverage golden pictures wheel sbom licences audit lock clean distclean FORCE

help: ## say what can be done here
	@printf 'make TARGET [ARGS="…"] [PYTHON=…]\n\n'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1 \2/p' Makefile | while read -r target words; do \
	  printf '  %-10s %s\n' "$$target" "$$words"; done
	@printf '\nARGS is handed on: make report ARGS="2025-07 --lang en", make test ARGS="-k interval".\n'
	@printf 'The first target that needs it sets up %s/, once and again when requirements.txt changes.\n' '$(ENV)'

report: $(READY) ## publish the latest month as HTML in site/
	@$(BIN)/phulien run $(ARGS)

test: $(READY) ## run the tests
	@$(BIN)/python $(PYTEST) $(ARGS)

nightly: $(READY) ## try thousands of examples in every property test (hypothesis)
	@PHULIEN_HYPOTHESIS=nightly $(BIN)/python $(PYTEST) -m hypothesis $(ARGS)

# mutmut forks its runs from a process that has the tests' packages: they are lent to it by their folder.
mutants: $(READY) ## change numbers and calculations in every small way, and list what no test notices
	@$(call tool,mutmut,$(MUTMUT))
	@PYTHONPATH="$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" \
	  $(TOOLS)/mutmut/bin/mutmut run $(ARGS)
	@$(TOOLS)/mutmut/bin/mutmut results

golden: $(READY) ## write down the bytes of the golden edition anew, after a change that is meant
	@$(BIN)/python -m tests.golden_edition

pictures: $(READY) ## take the pictures of the README anew; look at each before it is committed
	@$(BIN)/python -m tests.readme_pictures

lab: $(READY) ## open the notebooks in JupyterLab (as root: ARGS=--allow-root)
	@cd notebooks && ../$(BIN)/python -m jupyterlab $(ARGS)

check: $(READY) ## look at form, types, and that no notebook holds outputs ("make format" mends most of it)
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/python -m nbstripout --verify --keep-id notebooks/*.ipynb notebooks/guides/*.ipynb

format: $(READY) ## bring code and notebooks into form
	$(BIN)/python -m ruff check --fix-only .
	$(BIN)/python -m ruff format .
	$(BIN)/python -m nbstripout --keep-id notebooks/*.ipynb notebooks/guides/*.ipynb

bench: $(READY) ## time runs against other ways (BENCH=check_documents: documents)
	@$(BIN)/python -m benchmarks.$(BENCH) $(ARGS)

coverage: $(READY) ## run the tests and say which lines and branches they do not reach
	@$(BIN)/python -m coverage erase
	@$(BIN)/python -m coverage run $(PYTEST) $(ARGS)
	@$(BIN)/python -m coverage combine --quiet
	@$(BIN)/python -m coverage report

# What a ward would install: the wheel and what it needs, in the locked versions, in an environment with nothing else.
wheel: $(READY) ## build the wheel, install it in an empty environment, and publish a month from outside the checkout
	@rm -rf $(BUILT) && mkdir -p $(BUILT)/elsewhere
	@$(BIN)/python -m hatchling build --target wheel --directory $(BUILT) >&2
	@grep -E '^[a-z0-9]' requirements.txt | sed 's/ \\$$//' > $(BUILT)/versions.txt
	@$(BIN)/python -m venv $(BUILT)/env
	@$(BUILT)/env/bin/python -m pip install -qq --disable-pip-version-check --constraint $(BUILT)/versions.txt $(BUILT)/*.whl
	@cd $(BUILT)/elsewhere && env -u PHULIEN_DATA -u PYTHONPATH ../env/bin/phulien run --out site && test -s site/phu-lien/*/index.html

sbom: wheel ## list what the wheel brings along, as CycloneDX, in build/sbom.json
	@$(call tool,cyclonedx,$(CYCLONEDX))
	@$(TOOLS)/cyclonedx/bin/cyclonedx-py environment $(BUILT)/env --pyproject pyproject.toml --mc-type application \
	  --output-reproducible --output-format JSON --output-file build/sbom.json
	@echo "build/sbom.json"

licences: wheel ## list the licences of what the wheel brings along, in build/licences.md
	@$(call tool,licences,$(PIP_LICENSES))
	@$(TOOLS)/licences/bin/pip-licenses --python $(BUILT)/env/bin/python --from=mixed --format=markdown --order=license \
	  --ignore-packages pip setuptools --output-file build/licences.md
	@echo "build/licences.md"

audit: ## ask whether a locked version has a known vulnerability (needs a registry that knows them)
	@$(call tool,audit,$(PIP_AUDIT))
	@$(TOOLS)/audit/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements.txt $(ARGS)

lock: ## make requirements.txt from pyproject.toml (newest versions of all: ARGS=--upgrade)
	@$(choose_python); \
	tool=$$(mktemp -d) && trap 'rm -rf "$$tool"' EXIT && \
	"$$python" -m venv "$$tool" && \
	"$$tool/bin/python" -m pip install -qq --disable-pip-version-check $(UV) && \
	"$$tool/bin/uv" pip compile pyproject.toml --extra lab --extra pdf --extra dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
	  --quiet --output-file requirements.txt $(ARGS)

clean: ## remove what was made: site/, builds and caches
	rm -rf site build dist $(CACHES)
	find . -path ./$(ENV) -prune -o -name __pycache__ -type d -exec rm -rf {} +

distclean: clean ## remove .venv/ as well
	rm -rf $(ENV)

# The environment, in two steps: all that is locked, then the package itself. A step leaves its mark when it has ended,
# and the first takes away both marks when it begins: an environment that was half made is made again.
$(LOCKED): requirements.txt
	@$(choose_python); \
	echo "Setting up $(ENV)/ with $$("$$python" --version); this takes a minute or two, once."; \
	rm -f $(LOCKED) $(READY); \
	"$$python" -m venv --clear $(ENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --only-binary=:all: --require-hashes \
	  --requirement requirements.txt
	@printf '%s' '$(CURDIR)' > $@

$(READY): $(LOCKED) pyproject.toml
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# A folder that was copied or moved, or whose Python is gone, has an environment that only looks whole: it would run the
# code of the old place.
ifneq "$(shell { $(BIN)/python -c '' && cat $(LOCKED); } 2>/dev/null)" "$(CURDIR)"
$(LOCKED): FORCE
endif
FORCE:

# A tool that is used now and then has an environment of its own: what it needs must not decide what the product gets.
define tool
test -x $(TOOLS)/$(1)/bin/python || { $(choose_python); "$$python" -m venv $(TOOLS)/$(1); }; \
$(TOOLS)/$(1)/bin/python -m pip install -qq --disable-pip-version-check $(2)
endef

# The newest Python that runs (a name alone proves nothing: version managers leave names that do not), is new enough, and
# can make environments.
define choose_python
found=; for python in $(or $(PYTHON),$(PYTHONS)); do \
  "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
  version=$$("$$python" -c 'import sys; print(*sys.version_info[:2], sep=".")' 2>/dev/null) && \
    found="$$found$$python ($$version) "; \
  python=; \
done; \
if [ -z "$$python" ]; then \
  echo "Python 3.11 or newer is needed, with its modules venv and ensurepip."; \
  echo "Tried: $(or $(PYTHON),$(PYTHONS)). Of these there are: $${found:-none}"; \
  echo "Install one (on Debian and Ubuntu: apt-get install python3 python3-venv), or name yours: make PYTHON=…"; \
  exit 1; \
fi >&2
endef
