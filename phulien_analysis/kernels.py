"""One notebook in a fresh kernel: what a worker process of :mod:`phulien_analysis.notebooks` does.

What a notebook shows may depend on data, notebook and library only. So it runs in a new kernel of
*this* interpreter, whatever kernels the user has installed, away from the user's IPython and
matplotlib settings; and what running adds to the file (times, paths, random ids) is taken out
again: the same input gives the same bytes.
"""

from __future__ import annotations

import json
import os
import site
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import parent_process
from pathlib import Path
from textwrap import shorten
from typing import Any
from uuid import uuid4

import psutil

KERNEL = "python3"
SOCKET_PATH_LIMIT = 60
"""Longest settings folder for socket files in it: the whole path may have 103 bytes on macOS."""


@dataclass(frozen=True)
class Limits:
    """Seconds that a kernel may take to start, and a cell to run."""

    start: int = 60
    cell: int = 120


@dataclass(frozen=True)
class Task:
    """One notebook to run, where its executed copy goes, and its parameters: text or numbers."""

    source: Path
    target: Path
    parameters: Mapping[str, object]


@dataclass(frozen=True)
class Finished:
    """A notebook that ran: the seconds it took, and the lines it wrote to its error stream."""

    task: Task
    seconds: float
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Failed:
    """A notebook that did not run to its end: which, in which cell and why, in one line."""

    task: Task
    reason: str


@contextmanager
def settings_folder() -> Iterator[Path]:
    """A folder instead of the user's settings: our kernel, an empty profile, the list of fonts."""
    from matplotlib import font_manager  # noqa: PLC0415 - only a run needs the fonts

    with tempfile.TemporaryDirectory(prefix="phulien-", ignore_cleanup_errors=True) as name:
        settings = Path(name)
        kernel = settings / "jupyter" / "kernels" / KERNEL
        for folder in (kernel, *(settings / part for part in ("ipython", "run", "workers"))):
            folder.mkdir(parents=True)
        (settings / "matplotlib").mkdir()
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        spec = {"argv": argv, "display_name": "Python 3 (ipykernel)", "language": "python"}
        (kernel / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
        # Looking for fonts can take seconds: it is done once, here, not in every kernel.
        fonts = f"fontlist-v{font_manager.FontManager.__version__}.json"
        font_manager.json_dump(font_manager.fontManager, settings / "matplotlib" / fonts)
        yield settings


def start_worker(settings: Path) -> None:
    """Make this process a worker: its variables, papermill, and an end when the main one ends."""
    (settings / "workers" / str(os.getpid())).touch()
    os.environ.update(_environment(settings))
    threading.Thread(target=_end_with_main_process, daemon=True).start()
    _load_papermill()


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


def end(process: psutil.Process) -> None:
    """End a process and all that it started; it is halted first, so that it starts no more."""
    with suppress(psutil.NoSuchProcess):
        process.suspend()
        for one in (*process.children(recursive=True), process):
            with suppress(psutil.NoSuchProcess):
                one.kill()


def run_notebook(task: Task, folder: Path, limits: Limits, settings: Path) -> Finished | Failed:
    """Run one notebook with ``folder`` as its working directory; only in a worker."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError  # noqa: PLC0415
    from papermill.exceptions import PapermillExecutionError  # noqa: PLC0415

    start = time.monotonic()
    try:
        _execute(task, folder, limits, settings)
    except PapermillExecutionError as error:
        return _failed(task, f"{error.ename}: {error.evalue}")
    except CellTimeoutError:
        return _failed(task, f"it took longer than {limits.cell} s")
    except DeadKernelError:
        return _failed(task, "the interpreter died (the code ended it, or memory ran out)")
    except RuntimeError as error:
        return _failed(task, f"its interpreter did not start within {limits.start} s ({error})")
    said = _tidy(task.target)
    return Finished(task, time.monotonic() - start, said)


def _environment(settings: Path) -> dict[str, str]:
    """Variables of a kernel: nothing of the user's settings, nothing that changes by the run."""
    package = str(Path(__file__).resolve().parent.parent)
    ours = [] if package in site.getsitepackages() else [package]
    theirs = [path for path in [os.environ.get("PYTHONPATH")] if path]
    return {
        "PYTHONPATH": os.pathsep.join(ours + theirs),
        "PYTHONSTARTUP": "",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": "0",
        "JUPYTER_PATH": str(settings / "jupyter"),
        "JUPYTER_RUNTIME_DIR": str(settings / "run"),
        "IPYTHONDIR": str(settings / "ipython"),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MPLCONFIGDIR": str(settings / "matplotlib"),
        "MATPLOTLIBRC": "",
        # Several kernels share the processors, and sums in one thread have one order.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        # Silences the debugger's remark about frozen modules; nobody debugs here.
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def _end_with_main_process() -> None:  # pragma: no cover - it ends its process, and with it what was measured
    """However the main process ended, even by ``kill -9``: no worker, no kernel stays behind."""
    main = parent_process()
    if main is not None:
        main.join()
        for kernel in psutil.Process().children():
            end(kernel)
        os._exit(1)


def _load_papermill() -> Any:  # noqa: ANN401 - papermill publishes no types
    with quick_jsonschema():
        import papermill  # noqa: PLC0415 - only workers run notebooks

    papermill.log.logger.disabled = True  # it repeats what is raised
    return papermill


def _execute(task: Task, folder: Path, limits: Limits, settings: Path) -> None:
    """Run the notebook through papermill, which keeps it half-run where it fails, and raises."""
    from traitlets.config import Config  # noqa: PLC0415 - only workers run notebooks

    # Kernels that start at once can pick the same network port; socket files cannot clash.
    sockets = hasattr(os, "fork") and len(str(settings)) <= SOCKET_PATH_LIMIT
    connection = {
        "transport": "ipc" if sockets else "tcp",
        "connection_file": str(settings / "run" / f"{uuid4().hex[:8]}.json"),
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about cells without ids: `_tidy` gives them ids
        _load_papermill().execute_notebook(
            task.source,
            task.target,
            parameters=dict(task.parameters),
            kernel_name=KERNEL,
            language="python",
            progress_bar=False,
            cwd=folder,
            start_timeout=limits.start,
            execution_timeout=limits.cell,
            coalesce_streams=True,
            record_timing=False,
            shutdown_kernel="immediate",
            config=Config({"KernelManager": connection}),
        )


def _failed(task: Task, cause: str) -> Failed:
    """The failure in one line: the last cell started, as JupyterLab numbers it, and the cause."""
    cells = _read(task.target)["cells"] if task.target.exists() else []
    code = ["".join(cell["source"]).strip() for cell in cells if _was_started(cell)]
    started = [source for source in code if source]
    line = shorten(started[-1].splitlines()[0], 80, placeholder=" …") if started else ""
    place = f"cell [{len(started)}] `{line}`" if started else "at its start"
    return Failed(task, f"{task.source.name}, {place}: {shorten(cause, 300, placeholder=' …')}")


def _was_started(cell: Mapping[str, Any]) -> bool:
    marks = cell["metadata"].get("papermill", {})
    return cell["cell_type"] == "code" and bool(marks.get("start_time"))


def _tidy(path: Path) -> tuple[str, ...]:
    """Take out what differs from run to run; return what the notebook wrote to its error stream."""
    notebook = _read(path)
    said = tuple(line for cell in notebook["cells"] for line in _without_error_stream(cell))
    notebook["metadata"].pop("papermill", None)
    notebook["metadata"].get("language_info", {}).pop("version", None)
    for number, cell in enumerate(notebook["cells"], 1):
        cell["id"] = f"cell-{number}"
        for key in ("papermill", "execution"):
            cell["metadata"].pop(key, None)
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return said


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
