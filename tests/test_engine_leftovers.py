"""Nothing is left behind by a notebook that was forked: no process, no file, however it ended."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import psutil
import pytest

from phulien_analysis import workers
from phulien_analysis.notebooks import Pool
from tests.nasty_runs import LEAN, Driver, driver, write_cells

MARK = "MADE_UP_MARK"
"""A variable that every process of a driver has, by which it is found."""
PATIENCE = 60
CHILDREN = """# %% children: by a module, by a shell, by IPython's own way, by multiprocessing, a daemon's thread
import multiprocessing, os, subprocess, threading, time
subprocess.Popen(["sleep", "611"])
os.system("sleep 612 &")
multiprocessing.get_context("fork").Process(target=time.sleep, args=[613], daemon=False).start()
threading.Thread(target=os.system, args=["sleep 614"], daemon=True).start()
get_ipython().system_raw("sleep 615 &")
time.sleep(0.3)
"""


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A mark for the driver of one test; temporary and runtime files go to folders of its own."""
    mark = uuid4().hex
    for name in ("temporary", "runtime"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv(MARK, mark)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    return mark


def marked(mark: str) -> Iterator[psutil.Process]:
    """The processes that have the mark in their environment, but for this one."""
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and process.environ().get(MARK) == mark:
                yield process
        except psutil.Error:
            continue


def until(condition: Callable[[], bool]) -> bool:
    """Whether it comes to be, within a minute: a machine may have much else to do."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def files(folder: Path) -> list[str]:
    """What lies in the temporary and the runtime folder."""
    return sorted(
        str(path.relative_to(folder)) for name in ("temporary", "runtime") for path in (folder / name).rglob("*")
    )


def commands(mark: str) -> list[str]:
    """The processes with the mark, in words."""
    return [" ".join(process.cmdline()) for process in marked(mark)]


def fork(mark: str, what: str) -> psutil.Process:
    """The zygote of the driver, or the kernel forked from it."""
    zygote = next(one for one in marked(mark) if "phulien_analysis.engines.zygote" in one.cmdline() and one.ppid() != 0)
    while (parent := zygote.parent()) is not None and "phulien_analysis.engines.zygote" in parent.cmdline():
        zygote = parent
    if what == "zygote":
        return zygote
    return next(one for one in zygote.children())


@pytest.mark.parametrize("engine", ["zmq", "forked"])
def test_nothing_is_left_by_a_notebook(tmp_path: Path, mark: str, engine: str) -> None:
    """When a notebook has ended, well or not, none of its processes is there, and no file is."""
    with driver(engine, tmp_path / "log", LEAN) as process:
        for end in ("1 + 1", "1 / 0", "os._exit(7)", "os.kill(os.getpid(), 9)", "exit()", "time.sleep(9)"):
            source = write_cells(tmp_path / "in.ipynb", f"{CHILDREN}# %% the end\n{end}\n")
            process.run(source, tmp_path / "out.ipynb", execution_timeout=2)
            assert until(lambda: len(commands(mark)) == 2), (end, commands(mark))  # the driver and its zygote
            assert not files(tmp_path), end
    assert until(lambda: not commands(mark)), commands(mark)


@pytest.fixture
def running(tmp_path: Path, mark: str) -> Iterator[Driver]:
    """A driver in the middle of a notebook that has children."""
    with driver("forked", tmp_path / "log", LEAN) as process:
        source = write_cells(
            tmp_path / "in.ipynb", f"{CHILDREN}# %% the end\nopen('begun', 'w').close()\ntime.sleep(60)\n"
        )
        process.begin(source, tmp_path / "out.ipynb")
        assert until((tmp_path / "begun").exists), (tmp_path / "log").read_text(encoding="utf-8")
        assert len(commands(mark)) > 6
        yield process


def test_nothing_is_left_when_the_driver_is_killed(tmp_path: Path, mark: str, running: Driver) -> None:
    """The zygote ends with its owner, and takes with it the kernel and what the kernel started."""
    running.process.kill()
    assert until(lambda: not commands(mark)), commands(mark)
    assert not files(tmp_path)


def test_nothing_is_left_when_the_zygote_is_killed(tmp_path: Path, mark: str, running: Driver) -> None:
    """The kernel ends with the zygote, the notebook fails as with a dead kernel, and the next has a new zygote."""
    fork(mark, "zygote").send_signal(signal.SIGKILL)
    assert running.end(tmp_path / "out.ipynb").raised["kind"] == "nbclient.exceptions.DeadKernelError"
    assert until(lambda: len(commands(mark)) == 1), commands(mark)
    source = write_cells(tmp_path / "next.ipynb", "# %% next\n1 + 1")
    assert not running.run(source, tmp_path / "next.out.ipynb").raised
    assert not files(tmp_path)


def test_nothing_is_left_when_the_kernel_is_killed(tmp_path: Path, mark: str, running: Driver) -> None:
    """The notebook fails as with a dead kernel, and what the kernel started is ended."""
    fork(mark, "kernel").send_signal(signal.SIGKILL)
    assert running.end(tmp_path / "out.ipynb").raised["kind"] == "nbclient.exceptions.DeadKernelError"
    assert until(lambda: len(commands(mark)) == 2), commands(mark)
    assert not files(tmp_path)


def test_a_zygote_that_is_not_asked_for_anything_ends_with_its_owner(tmp_path: Path, mark: str) -> None:
    """Also while it loads."""
    code = "import os; from phulien_analysis.engines.forks import Zygote; z = Zygote(['pandas']); os._exit(0)"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert until(lambda: not commands(mark)), commands(mark)
    assert not files(tmp_path)


def test_a_process_that_has_a_dead_workers_number_is_left_alone() -> None:
    """Numbers of processes come round: what bears the number of a worker that died, but is none, is not ended."""
    with subprocess.Popen(["sleep", "60"]) as other:
        with Pool(1) as pool, suppress(CancelledError):
            worker = pool.submit(os.getpid).result()
            (Path(pool._variables[workers.SETTINGS]) / "workers" / str(other.pid)).touch()
            pool.__exit__(CancelledError, CancelledError(), None)
        assert other.poll() is None
        assert not psutil.pid_exists(worker)
        other.kill()
