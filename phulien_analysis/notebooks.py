"""Run notebooks through papermill: several at once, each in a fresh interpreter (:mod:`phulien_analysis.kernels`)."""

from __future__ import annotations

import ast
import json
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar

from phulien_analysis.characters import clipped, unseen
from phulien_analysis.errors import InterpreterError, NotebookError, PhulienError, did_you_mean
from phulien_analysis.kernels import Failed, Finished, Task, run_notebook
from phulien_analysis.limits import Limits
from phulien_analysis.notebookfile import read_notebook
from phulien_analysis.workers import Pool

__all__ = ["Finished", "Limits", "Pool", "Progress", "Task", "check_notebooks", "run_notebooks"]

LONGEST_PARAMETER = 1_000
"""Letters of a parameter's text; a path is the longest that is given."""
GRACE = 60.0
"""Seconds beyond its limits after which a notebook that has not ended never will."""
LOOK = 1.0
"""Seconds after which somebody who waits for calls looks whether they were cancelled."""
Progress = Callable[[int, int, str], None]
"""Told after every notebook: how many are done, how many there are, which one was just done."""
T = TypeVar("T")


def run_notebooks(
    tasks: Sequence[Task],
    folder: Path,
    *,
    keep: Path,
    pool: Pool,
    limits: Limits | None = None,
    progress: Progress | None = None,
    make: Callable[[Task], T] | None = None,
) -> list[Finished[T]]:
    """Run every task with ``folder`` as working directory; a worker calls ``make`` with each that is executed.

    Raises:
        PhulienError: a notebook lacks a parameter that it is given; nothing was started.
        NotebookError: a notebook failed, took too long or died. No other is begun, and the half-run notebook is in
            the folder ``keep``.
    """
    check_notebooks(tasks)
    pool.start()
    finished: dict[Path, Finished[T]] = {}
    limits = limits or Limits()
    futures = {pool.submit(run_notebook, task, folder, limits, pool.engine, make): task for task in tasks}
    try:
        for future in _as_they_end(futures, limits):
            result = _result(future, [task for task in tasks if task.target not in finished])
            if isinstance(result, Failed):
                kept = _kept(result.task, keep)
                kind = InterpreterError if result.may_pass else NotebookError
                raise kind(f"{result.reason}; the half-run notebook is {kept}")
            finished[result.task.target] = result
            if progress:
                progress(len(finished), len(tasks), result.task.source.name)
    finally:
        pool.abandon(futures, folder)
    return [finished[task.target] for task in tasks]


def _as_they_end(futures: Mapping[Future[T], Task], limits: Limits) -> Iterator[Future[T]]:
    """The calls in the order in which they end, or are cancelled: of that a pool that is closed tells nobody.

    Raises:
        NotebookError: one has not ended when its kernel must have been given up long ago: its worker hangs.
    """
    waiting, latest = set(futures), dict[Path, float]()
    while waiting:
        ended = wait(waiting, LOOK, FIRST_COMPLETED).done | {future for future in waiting if future.cancelled()}
        yield from ended
        waiting -= ended
        for task in (futures[future] for future in waiting):
            if task.begun.exists() and time.monotonic() > latest.setdefault(task.target, _latest_end(task, limits)):
                raise NotebookError(f"{task.source.name}: what runs it hangs, beyond all its time limits; it was ended")


def _latest_end(task: Task, limits: Limits) -> float:
    """When a notebook that was just begun must have ended, one way or another."""
    kinds = [cell["cell_type"] for cell in json.loads(task.source.read_text(encoding="utf-8"))["cells"]]
    cells = kinds.count("code")
    return time.monotonic() + limits.start + (cells + 1) * limits.cell + GRACE


def check_notebooks(tasks: Sequence[Task]) -> None:
    """See that every notebook defines every parameter that it is given.

    Raises:
        PhulienError: says all that is wrong: the notebook, what was found, what was expected.
    """
    found = dict.fromkeys(problem for task in tasks for problem in _problems(task))
    if found:
        raise PhulienError("\n".join(["no notebook was started:", *(f"  {text}" for text in found)]))


def _problems(task: Task) -> Iterator[str]:
    name = task.source.name
    try:
        defined = _defined_parameters(task.source)
    except PhulienError as error:
        yield f"{name}: {error}"
        return
    for parameter, value in task.parameters.items():
        if parameter not in defined:
            hint = did_you_mean(parameter, defined) if len(defined) > 1 else ""
            there = f"its cell 'parameters' defines {', '.join(defined) or 'nothing'}"
            yield f"{name}: the parameter {parameter!r} is expected, but {there}{hint}"
        elif not isinstance(value, str | int):
            yield f"{name}: {parameter} is {clipped(repr(value))}; text or a whole number was expected"
        elif isinstance(value, str) and (len(value) > LONGEST_PARAMETER or unseen(value)):
            yield f"{name}: {parameter} is {clipped(value)!r}; a short text without control characters was expected"


def _defined_parameters(notebook: Path) -> list[str]:
    """Names that the cell tagged ``parameters`` assigns, in their order."""
    tagged = [cell for cell in read_notebook(notebook).cells if "parameters" in cell.metadata.tags]
    if len(tagged) != 1:
        msg = f"{len(tagged)} cells are tagged 'parameters', expected one"
        raise PhulienError(msg)
    try:
        statements = ast.parse(tagged[0].text).body
    except SyntaxError as error:
        msg = f"line {error.lineno} of the cell tagged 'parameters' is not Python: {error.msg}"
        raise PhulienError(msg) from error
    return [name for statement in statements for name in _assigned(statement)]


def _assigned(statement: ast.stmt) -> list[str]:
    """Names that a statement assigns: ``month = "2025-07"`` or ``month: str = "2025-07"``."""
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _result(future: Future[Finished[T] | Failed], unfinished: Sequence[Task]) -> Finished[T] | Failed:
    try:
        return future.result()
    except CancelledError as error:
        raise NotebookError("the run was ended before all its notebooks had been run") from error
    except BrokenExecutor as error:
        running = ", ".join(task.source.name for task in unfinished if task.begun.exists()) or "notebooks"
        if isinstance(error, BrokenProcessPool):
            msg = f"a process was ended from outside while it ran {running}"
            raise InterpreterError(f"{msg}; if memory ran out, run again with --workers 1") from error
        raise InterpreterError(f"{running}: {error}") from error


def _kept(task: Task, keep: Path) -> Path:
    """Where the half-run notebook is kept, out of reach of whoever clears the working folder."""
    if not task.target.exists():
        return task.source
    shutil.rmtree(keep, ignore_errors=True)  # of an earlier failure
    keep.mkdir(parents=True)
    return Path(shutil.copy(task.target, keep / task.source.name))
