"""What `phulien` itself takes: many editions in one run, a run where little has changed, and its start-up."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.measuring import Cost, measure
from benchmarks.notebook_sets import ROOT
from benchmarks.wards import MONTH, make_wards
from benchmarks.ways import Environment

NOTEBOOK = "05_near_poverty.ipynb"
Timed = Callable[[], Cost]


def run_editions(count: int, environment: Environment, workers: int) -> tuple[Cost, int]:
    """Publish an edition for each of so many wards in one run; what it cost, and how many pages there are."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        data = make_wards(folder / "data", count)
        command = _phulien(
            environment, "run", MONTH, "--ward", "all", "--data", str(data), "--out", str(folder / "site")
        )
        cost = measure([*command, f"--workers={workers}"], environment.variables(), ROOT, memory=True)
        editions = list((folder / "site").glob(f"ward-*/{MONTH}/"))
        if len(editions) != count:
            raise AssertionError(f"{len(editions)} editions of {count} were published")
        return cost, sum(len(list(edition.glob("*.html"))) for edition in editions)


def time_commands(environment: Environment, workers: int, folder: Path) -> Iterator[tuple[str, Cost]]:
    """One round: a first run and what follows it, in a folder that is empty; then the start-up of other commands."""
    notebooks, site = folder / "notebooks", folder / "site"
    shutil.copytree(ROOT / "notebooks", notebooks)
    variables = {**environment.variables(), "PHULIEN_NOTEBOOKS": str(notebooks)}
    run = [*_phulien(environment, "run", MONTH, "--out", str(site)), f"--workers={workers}"]

    def timed(command: Sequence[str]) -> Cost:
        return measure(command, variables, ROOT)

    yield f"phulien run {MONTH}", timed(run)
    yield "the same again: nothing has changed", timed(run)
    edit(notebooks / NOTEBOOK)
    yield "the same again: one notebook edited", timed(run)
    yield f"phulien check {MONTH}", timed(_phulien(environment, "check", MONTH))
    yield "phulien --help", timed(_phulien(environment, "--help"))


def edit(notebook: Path) -> None:
    """Change a cell as an analyst does; what it shows stays the same."""
    text = notebook.read_text(encoding="utf-8")
    changed = text.replace("from phulien_analysis import", "# edited\\nfrom phulien_analysis import", 1)
    if changed == text:
        raise AssertionError(f"{notebook.name} has no cell to be edited")
    notebook.write_text(changed, encoding="utf-8")


def _phulien(environment: Environment, *arguments: str) -> list[str]:
    return [environment.python, "-m", "phulien_analysis", *arguments]
