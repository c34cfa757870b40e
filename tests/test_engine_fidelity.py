"""Nasty notebooks come out of our engines as they come out of papermill's own."""

import json
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.nasty_runs import NASTY, Outcome, driver, write, write_cells

ENGINES = ("stock", "zmq", "forked")
OURS = ENGINES[1:]
# In this order: what is changed in one notebook must not be seen in the next.
NOTEBOOKS = (
    *("changing", "unchanged", "streams", "shown", "errors", "asynchronous"),
    *("processes", "surroundings", "computing", "widgets", "leaving", "leaving_early"),
)
Runs = Mapping[str, Mapping[str, Outcome]]


def run_all(engine: str, base: Path) -> dict[str, Outcome]:
    """All notebooks by one engine, in a folder of the same name for each engine."""
    folder = base / engine / "work"
    folder.mkdir(parents=True)
    (folder / "made_up_neighbour.py").write_text("VALUE = 1\n", encoding="utf-8")
    startup = base / engine / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "made_up.py").write_text("made_up_startup = 1\n", encoding="utf-8")
    environment = {"IPYTHONDIR": str(base / engine / "ipython"), "MADE_UP_VARIABLE": "ü"}
    with driver(engine, base / f"{engine}.log", environment) as process:
        return {
            name: process.run(write(name, folder), base / engine / f"{name}.ipynb", execution_timeout=10)
            for name in NOTEBOOKS
        }


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Every notebook by every engine."""
    base = tmp_path_factory.mktemp("fidelity")
    with ThreadPoolExecutor(len(ENGINES)) as executor:
        return dict(zip(ENGINES, executor.map(lambda engine: run_all(engine, base), ENGINES), strict=True))


def without_paths(outcome: Outcome, what: object) -> object:
    """What an engine made, with its folder called the same for all."""
    return json.loads(json.dumps(what).replace(str(outcome.path.parent), "FOLDER"))


def test_every_notebook_is_run() -> None:
    """No nasty notebook is left out."""
    assert sorted(NOTEBOOKS) == sorted(path.stem for path in NASTY.glob("*.txt"))


@pytest.mark.parametrize("engine", OURS)
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_executed_notebook_is_that_of_papermills_own_engine(runs: Runs, name: str, engine: str) -> None:
    """Sources, outputs, counts and metadata are the same, cell by cell, and so is what is raised in the end."""
    stock, ours = runs["stock"][name], runs[engine][name]
    theirs, mine = without_paths(stock, stock.notebook()), without_paths(ours, ours.notebook())
    assert isinstance(theirs, dict)
    assert isinstance(mine, dict)
    for cell, other in zip(mine["cells"], theirs["cells"], strict=True):
        assert cell == other
    assert mine == theirs
    assert without_paths(ours, ours.raised) == without_paths(stock, stock.raised)


@pytest.mark.parametrize("engine", OURS)
def test_nothing_falls_back_on_papermills_own_engine(runs: Runs, engine: str) -> None:
    """All of the above were run by the engine they say: with pyarrow and matplotlib loaded, forking is safe."""
    log = (runs[engine]["streams"].path.parents[1] / f"{engine}.log").read_text(encoding="utf-8")
    assert "started, not forked" not in log


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["made_up_end.txt", "made_up_left.txt"])
def test_handlers_at_exit_are_run(runs: Runs, engine: str, name: str) -> None:
    """A kernel that is shut down, or leaves by exit(), runs its atexit handlers once."""
    assert (runs[engine]["streams"].path.parent / "work" / name).read_text(encoding="utf-8") == "ended\n"


def test_the_command_papermill_knows_the_engine(tmp_path: Path) -> None:
    """`papermill --engine phulien-forked` runs a notebook in a fork."""
    text = "# %% what is loaded already\nimport sys\n'pandas' in sys.modules"
    source, target = write_cells(tmp_path / "in.ipynb", text), tmp_path / "out.ipynb"
    command = [sys.executable, "-m", "papermill", "--engine", "phulien-forked", str(source), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    cell = json.loads(target.read_text(encoding="utf-8"))["cells"][0]
    assert cell["outputs"][0]["data"]["text/plain"] == ["True"]
