"""One notebook in a fresh interpreter: what a worker does (:mod:`phulien_analysis.workers`).

What a notebook shows may depend on data, notebook and library only. So it runs in a new interpreter like *this* one,
whatever kernels the user has installed, away from the user's IPython and matplotlib settings; and what running adds to
the file (times, paths, random ids) is taken out again: the same input gives the same bytes.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from textwrap import shorten
from typing import Any, Generic, TypeVar
from uuid import uuid4

from phulien_analysis.attributes import unquoted
from phulien_analysis.errors import PhulienError
from phulien_analysis.limits import Limits
from phulien_analysis.messages import LANGS, Message, mark
from phulien_analysis.workers import KERNEL, PRELOAD, SETTINGS, EngineName, become_worker

SOCKET_PATH_LIMIT = 60
"""Longest settings folder for socket files in it: the whole path may have 103 bytes on macOS."""
_PROCESS = threading.Lock()  # papermill changes its working directory; a worker of a cluster may have threads
_BETTER = {"text/html", "image/svg+xml", "image/png"}
T = TypeVar("T")


@dataclass(frozen=True)
class Task:
    """One notebook to run, where its executed copy goes, and its parameters: text or numbers.

    ``executed`` is a copy that was executed before, with the same parameters and the same of all else: it is taken.
    """

    source: Path
    target: Path
    parameters: Mapping[str, object]
    executed: Path | None = None

    @property
    def begun(self) -> Path:
        """A file that is there while the notebook is run."""
        return self.target.with_suffix(".begun")


@dataclass(frozen=True)
class Finished(Generic[T]):
    """A notebook that ran: the seconds it took, the lines it wrote to its error stream, and what was made of it.

    One that was taken as executed before took no time.
    """

    task: Task
    seconds: float
    warnings: tuple[str, ...] = ()
    made: T | None = None

    @property
    def reused(self) -> bool:
        """Whether it was not run, but taken as executed before."""
        return self.task.executed is not None


@dataclass(frozen=True)
class Failed:
    """A notebook that did not run to its end: which, in which cell and why, in one line; whether that may pass."""

    task: Task
    reason: str
    may_pass: bool = False


@contextmanager
def quick_jsonschema() -> Iterator[None]:
    """Import nbformat in here: jsonschema then saves two seconds on a grammar no notebook needs."""
    if "rfc3987_syntax" in sys.modules:
        yield
        return
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment] # "there is no such module"
    try:
        yield
    finally:
        del sys.modules["rfc3987_syntax"]


@cache
def load_papermill() -> Any:  # noqa: ANN401 - papermill publishes no types
    """Papermill, with our engines."""
    with quick_jsonschema():
        import papermill  # noqa: PLC0415 - only workers run notebooks

        from phulien_analysis.engines import engine  # noqa: PLC0415

    papermill.log.logger.disabled = True  # it repeats what is raised
    for name, kind in engine.ENGINES.items():
        papermill.engines.papermill_engines.register(name, kind)
    return papermill


def run_notebook(
    task: Task, folder: Path, limits: Limits, engine: EngineName, make: Callable[[Task], T] | None = None
) -> Finished[T] | Failed:
    """Run one notebook with ``folder`` as its working directory; only in a worker.

    ``make`` is called when it is executed.

    Raises:
        PhulienError: this worker, of a cluster, does not see the folder, or the limits cannot be kept here.
    """
    if not os.access(folder, os.W_OK):
        msg = f"a worker on {socket.gethostname()} cannot write to {folder}; all workers must see the same folders"
        raise PhulienError(msg)
    limits.require()
    with _PROCESS:
        return _run_alone(task, folder, limits, engine, make)


def _run_alone(
    task: Task, folder: Path, limits: Limits, engine: EngineName, make: Callable[[Task], T] | None
) -> Finished[T] | Failed:
    become_worker()
    start = time.monotonic()
    finished: Finished[T] | Failed
    if task.executed is None:
        with _noted(task):
            finished = _run(task, folder, limits, engine)
    else:
        shutil.copyfile(task.executed, task.target)
        finished = Finished(task, 0)
    if isinstance(finished, Failed):
        return finished
    seconds = 0 if finished.reused else time.monotonic() - start
    return replace(finished, seconds=seconds, made=make and make(task))


@contextmanager
def _noted(task: Task) -> Iterator[None]:
    """While a notebook is run a file says so: a worker that is killed cannot."""
    task.begun.touch()
    yield
    task.begun.unlink()


def _run(task: Task, folder: Path, limits: Limits, engine: EngineName) -> Finished[Any] | Failed:
    load_papermill()  # first: without it what follows loads jsonschema the slow way
    from nbclient.exceptions import CellTimeoutError, DeadKernelError  # noqa: PLC0415
    from papermill.exceptions import PapermillExecutionError  # noqa: PLC0415

    try:
        _execute(task, folder, limits, engine)
    except PapermillExecutionError as error:
        cause = f"{error.ename}: {error.evalue}"
        return _failed(task, cause, limits.hint(cause))
    except CellTimeoutError:
        return _failed(task, f"it took longer than {limits.cell} s")
    except DeadKernelError:
        return _failed(task, "the interpreter died (the code ended it, or memory ran out)", limits.hint())
    except RuntimeError as error:
        cause = f"its interpreter did not start within {limits.start} s ({error})"
        return _failed(task, cause, limits.hint(), may_pass=True)
    return Finished(task, 0, _tidy(task.target, str(task.parameters.get("lang", ""))))


def _execute(task: Task, folder: Path, limits: Limits, engine: EngineName) -> None:
    """Run the notebook through papermill; where it fails it is kept half-run, and the error raised."""
    papermill = load_papermill()
    forked = {} if engine == "stock" else {"preload": PRELOAD}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about cells without ids: `_tidy` gives them ids
        papermill.execute_notebook(
            task.source,
            task.target,
            parameters=dict(task.parameters),
            engine_name=f"phulien-{engine}",
            kernel_name=KERNEL,
            language="python",
            progress_bar=False,
            cwd=folder,
            start_timeout=limits.start,
            execution_timeout=limits.cell,
            record_timing=False,
            request_save_on_cell_execute=False,  # it is written once, at its end
            half_run=str(task.target),
            shutdown_kernel="immediate",
            config=_connection(offline=limits.offline and engine != "forked"),
            memory=limits.confinement.memory,
            offline=limits.offline,
            **forked,
        )


def _connection(*, offline: bool) -> Any:  # noqa: ANN401 - so is `config` declared
    """Kernels that start at once can pick the same network port; socket files cannot clash.

    Raises:
        PhulienError: an ``offline`` kernel is reached by such files only, and their names would be too long.
    """
    from traitlets.config import Config  # noqa: PLC0415 - only workers run notebooks

    settings = os.environ[SETTINGS]
    sockets = hasattr(os, "fork") and len(settings) <= SOCKET_PATH_LIMIT
    if offline and not sockets:
        text = mark(
            "--offline with this --engine needs a temporary folder with a name of at most {most} letters, not "
            "{folder}; set TMPDIR, or use --engine forked"
        )
        raise PhulienError(Message(text, {"folder": settings, "most": SOCKET_PATH_LIMIT}))
    file = str(Path(settings) / "run" / f"{uuid4().hex[:8]}.json")
    return Config({"KernelManager": {"transport": "ipc" if sockets else "tcp", "connection_file": file}})


def _failed(task: Task, cause: str, hint: str = "", *, may_pass: bool = False) -> Failed:
    """The failure in one line: the last cell started, as JupyterLab numbers it, the cause, and the limit behind it.

    Once a cell has been started nothing passes: it would go the same way again.
    """
    cells = _read(task.target)["cells"] if task.target.exists() else []
    code = ["".join(cell["source"]).strip() for cell in cells if _was_started(cell)]
    started = [source for source in code if source]
    line = shorten(started[-1].splitlines()[0], 80, placeholder=" …") if started else ""
    place = f"cell [{len(started)}] `{line}`" if started else "at its start"
    reason = f"{task.source.name}, {place}: {shorten(cause, 300, placeholder=' …')}{hint}"
    return Failed(task, reason, may_pass=may_pass and not started)


def _was_started(cell: Mapping[str, Any]) -> bool:
    marks = cell["metadata"].get("papermill", {})
    return cell["cell_type"] == "code" and bool(marks.get("start_time"))


def _tidy(path: Path, lang: str) -> tuple[str, ...]:
    """Take out what differs from run to run, and prose for readers of another language than ``lang``.

    Returns what the notebook wrote to its error stream.
    """
    notebook = _read(path)
    notebook["cells"] = [cell for cell in notebook["cells"] if not _is_for_others(cell, lang)]
    for cell in notebook["cells"]:
        _join_streams(cell.get("outputs", []))
    said = tuple(line for cell in notebook["cells"] for line in _without_error_stream(cell))
    notebook["metadata"].pop("papermill", None)
    if about := notebook["metadata"].get("language_info"):
        notebook["metadata"]["language_info"] = {"name": about["name"]}  # the rest is the kernel's to say
    for number, cell in enumerate(notebook["cells"], 1):
        cell["id"] = f"cell-{number}"
        for key in ("papermill", "execution"):
            cell["metadata"].pop(key, None)
        if not cell["metadata"].get("tags"):
            cell["metadata"].pop("tags", None)  # papermill's, for a cell that has none
        _keep_best_form(cell.get("outputs", []))
    path.write_text(_by_cell(notebook), encoding="utf-8", newline="\n")
    return said


def _is_for_others(cell: Mapping[str, Any], lang: str) -> bool:
    """Whether it is prose in another language than the one that the notebook was run in."""
    languages = {*LANGS} & {*cell["metadata"].get("tags", ())}
    return cell["cell_type"] == "markdown" and bool(languages) and lang in LANGS and lang not in languages


def _keep_best_form(outputs: list[dict[str, Any]]) -> None:
    """Leave out what a table says as text where it is there as a table, and quotes: nobody is shown either."""
    for output in outputs:
        data = output.get("data", {})
        if _BETTER.intersection(data):
            data.pop("text/plain", None)
        html = "".join(data.get("text/html", ""))
        if html and "<script" not in html:  # what stands in a script is no HTML
            data["text/html"] = unquoted(html)


def _by_cell(notebook: Mapping[str, Any]) -> str:
    """The notebook as JSON, a cell a line: indented it would be a tenth larger."""
    around = {key: value for key, value in notebook.items() if key != "cells"}
    cells = ",\n".join(map(_line, notebook["cells"]))
    return f'{{"cells":[\n{cells}\n],\n{_line(around)[1:]}\n'


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _join_streams(outputs: list[dict[str, Any]]) -> None:
    """Make one output of what a cell wrote to a stream, with what was overwritten left out, as a terminal shows it.

    nbclient's own way takes hours for a line of a million characters.
    """
    streams: dict[str, list[dict[str, Any]]] = {}
    for output in outputs:
        if output["output_type"] == "stream":
            streams.setdefault(output["name"], []).append(output)
    for first, *others in streams.values():
        lines = "".join("".join(part["text"]) for part in (first, *others)).split("\n")
        shown = "\n".join(line[:-1].rpartition("\r")[2] + line[-1:] for line in lines)
        first["text"] = shown.splitlines(keepends=True)
        for other in others:
            outputs.remove(other)


def _without_error_stream(cell: dict[str, Any]) -> Iterator[str]:
    """Warnings name files of this machine: they go to whoever runs the notebook, not to readers."""
    outputs = cell.get("outputs", [])
    for output in outputs:
        if output.get("name") == "stderr":
            yield from filter(str.strip, "".join(output["text"]).splitlines())
    if outputs:
        cell["outputs"] = [output for output in outputs if output.get("name") != "stderr"]


def _read(path: Path) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook
