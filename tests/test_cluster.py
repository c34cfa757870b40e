"""Notebooks on a Dask cluster: a real scheduler and two real workers on loopback, one of them killed in mid-run."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import psutil
import pytest
from distributed.scheduler import KilledWorker, WorkerState

from phulien_analysis import cluster
from phulien_analysis.cluster import ClusterExecutor, connect
from phulien_analysis.errors import PhulienError
from phulien_analysis.kernels import run_notebook
from phulien_analysis.limits import Limits
from tests.made_up import MONTH, WARD
from tests.made_up_notebooks import notebook, task
from tests.made_up_site import NOTEBOOKS, World, code, in_ward, path_code
from tests.test_notebooks import until

ROOT = Path(__file__).parents[1]
WARDS = [WARD, "ward-a", "ward-b", "ward-c", "ward-d"]


class Processes:
    """Processes of Dask, all of which end with the context."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.scheduler = ""
        self._started: list[subprocess.Popen[bytes]] = []

    def start(self, name: str, *options: str) -> subprocess.Popen[bytes]:
        """Start `dask NAME`, on loopback, without its web pages."""
        words = [
            sys.executable,
            "-m",
            f"distributed.cli.dask_{name}",
            "--host",
            "127.0.0.1",
            "--no-dashboard",
            *options,
        ]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(words, cwd=self.folder, env=environment, stdout=log, stderr=log)
        self._started.append(process)
        return process

    def start_scheduler(self) -> None:
        """Start a scheduler at a free port, which is then known."""
        file = self.folder / "scheduler.json"
        self.start("scheduler", "--port", "0", "--scheduler-file", str(file))
        assert until(lambda: file.exists() and "127.0.0.1" in file.read_text("utf-8"), 60)
        self.scheduler = str(_json(file)["address"])

    def start_worker(self, *options: str) -> subprocess.Popen[bytes]:
        """Start a worker of one thread."""
        return self.start("worker", self.scheduler, "--nthreads", "1", *options)

    def close(self) -> None:
        """End all, and what they started."""
        for process in self._started:
            family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
            for one in family:
                one.kill()
            process.wait()


def _json(file: Path) -> dict[str, object]:
    document: dict[str, object] = json.loads(file.read_text("utf-8"))
    return document


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Processes]:
    """A scheduler with two workers, one of which has a nanny that starts it again when it has ended."""
    with closing(Processes(tmp_path_factory.mktemp("dask"))) as processes:
        processes.start_scheduler()
        processes.start_worker("--no-nanny")
        processes.start_worker("--nanny")
        yield processes


@dataclass(frozen=True)
class Survived:
    """What was published on this machine, then on the cluster, one of whose workers was killed meanwhile."""

    here: dict[str, str]
    there: dict[str, str]
    out: str
    err: str
    code: int
    killed: list[psutil.Process]
    ran: Counter[str]


@pytest.fixture(scope="module")
def survived(dask: Processes, tmp_path_factory: pytest.TempPathFactory) -> Survived:
    """The worker that runs the notebook of b is killed with SIGKILL while it does."""
    world = World(tmp_path_factory.mktemp("survived") / "world")
    world.add_wards(*WARDS[1:])
    marks = world.folder / "marks"
    marks.mkdir()
    world.write_notebook("01_made_up", [*NOTEBOOKS["01_made_up"], code(MARKING.format(path_code(marks)))])
    assert world.run("--ward", "all") == 0
    here = world.names()
    shutil.rmtree(world.out)
    for mark in marks.iterdir():
        mark.unlink()
    (marks / "hang").touch()
    on_cluster = world.command("--ward", "all", "--scheduler", dask.scheduler)
    with subprocess.Popen(on_cluster, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert until(lambda: not (marks / "hang").exists(), 60), "the notebook of ward b was not begun"
        kernel = psutil.Process(int(next(marks.glob("ward-b *")).name.split()[1]))
        worker = next(one for one in kernel.parents() if "zygote" not in " ".join(one.cmdline()))
        killed = [worker, *worker.children(recursive=True)]
        worker.kill()
        out, err = process.communicate(timeout=60)
    ran = Counter(mark.name.split()[0] for mark in marks.iterdir())
    return Survived(here, world.names(), out, err, process.returncode, killed, ran)


MARKING = """
import os, pathlib, time
marks = {}
(marks / f"{{ward}} {{os.getpid()}}").touch()
if ward == "ward-b" and (marks / "hang").exists():
    (marks / "hang").unlink()
    time.sleep(600)
"""
"""Leaves a file for each time that it is run; the first time in b, if asked to, it does not end."""


def test_nothing_is_lost_when_a_worker_dies(survived: Survived) -> None:
    """All five editions are published, with the hashes that they have when they are made on this machine."""
    assert (survived.code, survived.err) == (0, "")
    assert sorted(survived.here) == sorted(WARDS)
    assert survived.there == survived.here


def test_nothing_is_done_twice_but_what_died(survived: Survived) -> None:
    """Each edition is told once; each notebook was run once, and only that of b, which was not ended, again."""
    assert sorted(line.split()[7] for line in survived.out.splitlines()) == sorted(WARDS)
    assert survived.ran == Counter({ward: 1 + (ward == "ward-b") for ward in WARDS})


def test_a_worker_that_dies_takes_its_interpreters_along(survived: Survived) -> None:
    """Of the killed worker's zygote and kernel nothing is left, whoever started it."""
    assert len(survived.killed) >= 3  # the worker, its zygote, a kernel
    assert until(lambda: not any(one.is_running() and one.status() != "zombie" for one in survived.killed))


def test_a_notebook_that_fails_on_a_cluster_is_told_as_here(
    dask: Processes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The error comes from another process, perhaps another machine; it is the same line, and the others go on."""
    world = World(tmp_path / "world")
    world.add_wards("ward-a")
    world.write_notebook("02_empty", in_ward("ward-a", "1 / 0"))
    assert world.run("--ward", "all", "--scheduler", dask.scheduler) == 3
    assert list(world.names()) == [WARD]
    first, last = capsys.readouterr().err.splitlines()
    kept = world.out / ".failed" / "ward-a" / MONTH / "02_empty.ipynb"
    assert first.endswith(f"ZeroDivisionError: division by zero; the half-run notebook is {kept}")
    assert last == "phulien: 1/2 ấn bản chưa được công bố"


def test_ctrl_c_ends_a_run_on_a_cluster(dask: Processes, tmp_path: Path) -> None:
    """Interrupted while a worker is at it: the command ends at once, in a line, and leaves no half folder."""
    world = World(tmp_path / "world")
    world.add_wards("ward-a", "ward-b")
    begun = tmp_path / "begun"
    hangs = f"import pathlib, time\n{path_code(begun)}.touch()\ntime.sleep(8)"
    world.write_notebook("02_empty", in_ward("ward-a", hangs))
    with subprocess.Popen(
        world.command("--ward", "all", "--scheduler", dask.scheduler), stderr=subprocess.PIPE, text=True
    ) as process:
        assert until(begun.exists, 60)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, "phulien: đã dừng theo tín hiệu SIGINT; nội dung đã công bố giữ nguyên\n")
    assert list(world.out.rglob(".building-*")) == []


# What is told before anything is run


def refused(scheduler: str, packages: dict[str, str] | None = None) -> str:
    """What is said when a cluster cannot be used."""
    with pytest.raises(PhulienError) as caught, connect(scheduler, lambda: packages or {}):
        pytest.fail("the cluster was used")
    assert caught.value.exit_code == 2
    return str(caught.value)


@pytest.mark.parametrize(
    ("scheduler", "said"),
    [
        ("tcp://127.0.0.1:9", "Connection refused"),
        ("tcp://127.0.0.1", "missing port number in address '127.0.0.1'"),
        ("http://127.0.0.1:8786", "unknown address scheme 'http'"),
    ],
)
def test_a_wrong_address_is_told_at_once(scheduler: str, said: str) -> None:
    """Nobody there, or no address at all: the address, the reason, and how to start a scheduler, at once."""
    start = time.monotonic()
    text = refused(scheduler)
    assert time.monotonic() - start < 5
    assert text.startswith(f"no Dask scheduler answers at {scheduler!r}")
    assert said in text
    assert text.endswith("start one with: dask scheduler")


def test_a_scheduler_without_workers_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notebooks would wait for ever: after a while it is said that there are no workers, and how to start one."""
    monkeypatch.setattr(cluster, "TIMEOUT", 2)
    with closing(Processes(tmp_path)) as alone:
        alone.start_scheduler()
        text = refused(alone.scheduler)
    assert text == (
        f"the Dask scheduler at {alone.scheduler} has no workers; "
        f"start some with: dask worker {alone.scheduler} --nthreads 1"
    )


def test_workers_with_another_environment_are_refused() -> None:
    """A page must rest on the versions that its manifest names: one package that differs is named, others counted."""
    client: Any = SimpleNamespace(
        wait_for_workers=lambda _number, _timeout: None,
        run=lambda ours: {"tcp://10.0.0.1:1": ours(), "tcp://10.0.0.2:2": {"python": "3.12.1", "pandas": "3.0.2"}},
    )
    with pytest.raises(PhulienError) as caught:
        cluster._check_workers(client, "tcp://10.0.0.9:8786", lambda: {"python": "3.11.7", "pandas": "3.1.0"})
    assert str(caught.value) == (
        "the worker tcp://10.0.0.2:2 has another environment (pandas 3.0.2 instead of 3.1.0 and 1 more); "
        "install the same there as here"
    )


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed the extra is told its name."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert refused("tcp://127.0.0.1:9") == (
        "--scheduler needs Dask, which is not installed; pip install 'phulien_analysis[dask]'"
    )


def test_workers_of_both_kinds_are_too_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--workers` would be ignored beside `--scheduler`: it is refused."""
    assert World(tmp_path / "world").run("--workers", "2", "--scheduler", "tcp://127.0.0.1:9") == 2
    assert "--workers is for processes of this machine, --scheduler for those of others" in capsys.readouterr().err


# What can go wrong with workers


def test_a_worker_that_does_not_see_the_folder_is_told(tmp_path: Path) -> None:
    """Workers of a cluster must see the same folders: one that does not says where it is, and which folder."""
    one = task(notebook(tmp_path / "one.ipynb"))
    with pytest.raises(PhulienError, match=r"a worker on \S+ cannot write to .*gone; all workers must see the same"):
        run_notebook(one, tmp_path / "gone", Limits(), "forked")


class Promises:
    """Stands for Dask's client and executor: its futures are kept, to be answered by a test."""

    def __init__(self) -> None:
        self.made: list[Future[int]] = []

    def nthreads(self) -> dict[str, int]:
        """The threads of each worker."""
        return {"tcp://10.0.0.1:1": 1}

    def get_executor(self, *, pure: bool) -> "Promises":
        """This is it; calls are not pure: each is to be made."""
        assert not pure
        return self

    def submit(self, *_call: object) -> "Future[int]":
        """Promise."""
        self.made.append(Future())
        return self.made[-1]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KilledWorker("key", cast("WorkerState", None), 3), "4 workers ended while they ran it"),
        (None, "the cluster's scheduler has gone"),
    ],
)
def test_what_a_cluster_loses_is_told_as_of_a_broken_pool(error: Exception | None, said: str) -> None:
    """Workers that end again and again with one notebook, or a scheduler that has gone: errors as of a pool here."""
    promises: Any = Promises()
    future = ClusterExecutor(promises).submit(int, "1")
    (theirs,) = promises.made
    if error:
        theirs.set_exception(error)
    else:
        theirs.cancel()
    with pytest.raises(BrokenExecutor, match=said):
        future.result(timeout=5)


# What a cluster's call comes to, without a cluster


def client_of(*calls: Future[int]) -> SimpleNamespace:
    """A client whose scheduler answers with these, one a call; what it was told at the end is in ``ended``."""
    answers = iter(calls)
    ended: list[bool] = []
    theirs = SimpleNamespace(submit=lambda *_: next(answers), shutdown=ended.append)
    return SimpleNamespace(nthreads=lambda: {"one": 1}, get_executor=lambda **_: theirs, ended=ended)


def test_an_answer_that_nobody_waits_for_any_more_is_dropped() -> None:
    """Whoever asked has cancelled: an answer that was on its way makes no noise, and is not handed on."""
    theirs: Future[int] = Future()
    ours = ClusterExecutor(cast("Any", client_of(theirs))).submit(lambda: 1)
    theirs.set_running_or_notify_cancel()  # it is too late to keep a worker from it
    assert ours.cancel()
    theirs.set_result(1)
    assert ours.cancelled()


def test_an_executor_that_ends_in_peace_waits_for_what_it_was_asked() -> None:
    """Only where calls are to be cancelled they are, and nothing is waited for."""
    first, second = Future[int](), Future[int]()
    client = client_of(first, second)
    executor = ClusterExecutor(cast("Any", client))
    ours = [executor.submit(lambda: 1) for _ in range(2)]
    first.set_result(1)
    executor.shutdown()
    assert (ours[0].result(0), ours[1].cancelled(), client.ended) == (1, False, [True])
    executor.shutdown(cancel_futures=True)
    assert (ours[1].cancelled(), client.ended) == (True, [True, False])


def test_what_a_call_raised_is_raised_here() -> None:
    """An error of the function itself is no fault of the cluster, and is not taken for one."""
    theirs: Future[int] = Future()
    ours = ClusterExecutor(cast("Any", client_of(theirs))).submit(lambda: 1)
    theirs.set_exception(ZeroDivisionError("made up"))
    with pytest.raises(ZeroDivisionError, match="made up"):
        ours.result(0)
