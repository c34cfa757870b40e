"""What is tried again, and what is not: only what the machine did, never what data or a notebook did."""

import json
import signal
import sys
from pathlib import Path

import pytest
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.exceptions import PapermillExecutionError

from phulien_analysis import kernels
from phulien_analysis.errors import InterpreterError, NotebookError, PhulienError
from phulien_analysis.kernels import Failed, Finished
from phulien_analysis.limits import Limits
from phulien_analysis.notebooks import Pool, Task, run_notebooks
from phulien_analysis.publishing import editions
from phulien_analysis.unattended import retries
from phulien_analysis.unattended.retries import persistently
from tests.made_up import MONTH, WARD
from tests.made_up_notebooks import code, notebook, task
from tests.made_up_site import NOTEBOOKS, World
from tests.made_up_site import code as cell
from tests.test_notebooks import TO_THE_WORKER


def failed(folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, *, begun: bool) -> Failed:
    """What becomes of a notebook that fails so, before or after its first cell was begun."""

    def fail(one: Task, *_rest: object) -> None:
        marks = {"papermill": {"start_time": "2025-07-01"} if begun else {}, "tags": []}
        document = {"cells": [{**code("a = 1"), "metadata": marks}], "metadata": {}}
        one.target.write_text(json.dumps(document), encoding="utf-8")
        raise error

    monkeypatch.setattr(kernels, "_execute", fail)
    found: Failed | Finished[None] = kernels.run_notebook(
        task(notebook(folder / "one.ipynb")), folder, Limits(), "stock"
    )
    assert isinstance(found, Failed)
    return found


@pytest.mark.parametrize(
    "error",
    [
        PapermillExecutionError(1, 1, "", "KeyError", "made up", []),
        CellTimeoutError("made up"),
        DeadKernelError("made up"),
        RuntimeError("made up"),
    ],
    ids=["it raises", "it takes too long", "its interpreter dies", "its interpreter says nothing more"],
)
def test_what_a_cell_does_is_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Once a cell was begun the same would happen a second time, or it cannot be known that it would not."""
    assert not failed(tmp_path, monkeypatch, error, begun=True).may_pass


def test_a_start_that_failed_may_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer before the first cell: the machine was busy, the notebook had no part in it."""
    assert failed(tmp_path, monkeypatch, RuntimeError("no answer"), begun=False).may_pass


def test_an_interpreter_that_does_not_start_is_an_error_that_may_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no kernel comes up the error of the run says so by its kind; its exit code is that of any notebook."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    one = task(notebook(tmp_path / "one.ipynb", "1 + 1"))
    with pytest.raises(InterpreterError) as error, Pool(1) as pool:
        run_notebooks([one], tmp_path, keep=tmp_path / "kept", pool=pool)
    assert (error.value.may_pass, error.value.exit_code) == (True, 3)


class Failing:
    """Fails with each of these errors in turn, then gives 42."""

    def __init__(self, *errors: PhulienError) -> None:
        self.errors, self.calls = list(errors), 0

    def __call__(self) -> int:
        """Fail, or give it."""
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return 42


def persist(build: Failing, times: int) -> tuple[int, list[tuple[str, int]]]:
    """What comes of it, and what was told."""
    told: list[tuple[str, int]] = []
    return persistently(build, times, lambda error, number: told.append((str(error), number)), wait=0), told


def test_what_may_pass_is_tried_as_often_as_asked() -> None:
    """Two errors that may pass and two retries: the third try goes well, and each retry was told before."""
    build = Failing(InterpreterError("one"), InterpreterError("two"))
    assert persist(build, 2) == (42, [("one", 2), ("two", 3)])
    assert build.calls == 3


def test_the_last_error_is_raised_when_no_try_is_left() -> None:
    """Two errors, one retry: the second error is the one that is told."""
    build = Failing(InterpreterError("one"), InterpreterError("two"))
    with pytest.raises(InterpreterError, match="two"):
        persist(build, 1)
    assert build.calls == 2


@pytest.mark.parametrize("error", [NotebookError("a cell"), PhulienError("data")])
def test_all_else_is_raised_at_once(error: PhulienError) -> None:
    """However many retries were asked for."""
    build = Failing(error)
    with pytest.raises(type(error)):
        persist(build, 9)
    assert build.calls == 1


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A world in which the first worker that runs the last notebook is killed."""
    monkeypatch.setattr(retries, "WAIT", 0.01)
    world = World(tmp_path / "world")
    once = (
        "import os, pathlib\nmark = pathlib.Path(os.environ['IPYTHONDIR']).parent / 'mark'\nnew = not mark.exists()\n"
    )
    once += "mark.touch()\nif new:\n"
    lines = TO_THE_WORKER.format(signal.SIGKILL.name).strip().splitlines()
    world.write_notebook("02_empty", [*NOTEBOOKS["02_empty"], cell(once + "\n".join(f"    {line}" for line in lines))])
    return world


def test_a_killed_worker_costs_a_night_nothing(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """With one retry the month is published at the second try; the log and the status say so, with the cause."""
    log = world.folder / "log.jsonl"
    assert world.run("--ward", WARD, "--retries", "1", "--lang", "en", "--log", str(log)) == 0
    assert list(world.names()) == [WARD]
    said = f"phulien: {WARD} {MONTH}: a process was ended from outside while it ran 02_empty.ipynb"
    assert said in capsys.readouterr().err
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    (retry,) = (line for line in lines if line["step"] == "retry")
    assert (retry["level"], retry["number"]) == ("warning", 2)
    status = json.loads((world.out / "status.json").read_text("utf-8"))
    assert (status["wards"][0]["attempt"]["tries"], status["wards"][0]["attempt"]["outcome"]) == (2, "published")


def test_without_retries_it_fails_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run by name tries once, unless asked: somebody is there who can."""
    tries = []

    def killed(*_: object, **__: object) -> None:
        tries.append(1)
        raise InterpreterError("made up")

    monkeypatch.setattr(retries, "WAIT", 0.01)
    monkeypatch.setattr(editions, "run_notebooks", killed)
    world = World(tmp_path / "world")
    assert (world.run("--ward", WARD), len(tries)) == (3, 1)
    assert (world.run("--ward", WARD, "--retries", "2"), len(tries)) == (3, 4)
    status = json.loads((world.out / "status.json").read_text("utf-8"))
    assert (status["wards"][0]["attempt"]["tries"], status["wards"][0]["attempt"]["exit_code"]) == (3, 3)
