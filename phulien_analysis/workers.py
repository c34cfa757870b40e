"""Processes that run notebooks, and what they share: settings of their own, and an interpreter to fork kernels from.

There are four kinds of process: this one; a few workers, which hold papermill and nbconvert; a kernel for every
notebook; and the zygote that kernels are forked from (:mod:`phulien_analysis.engines`). Workers are processes because
papermill changes the working directory and runs an event loop, which threads would share. Whatever happens, none of
them outlives the pool.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import site
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future, InvalidStateError, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import current_process, forkserver, get_context, parent_process, resource_tracker
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, ParamSpec, Self, TypeVar

import psutil

from phulien_analysis.endings import undisturbed
from phulien_analysis.engines import forks
from phulien_analysis.engines.forks import ADDRESS, NoForking, Zygote, can_fork
from phulien_analysis.errors import WorkersError
from phulien_analysis.messages import Message, mark
from phulien_analysis.temporary import own_folder

KERNEL = "python3"
SETTINGS = "PHULIEN_SETTINGS"
"""The variable by which a worker finds the settings of the pool that it belongs to."""
PRELOAD = (
    *forks.PRELOAD,
    "babel.dates",
    "babel.messages.pofile",
    "phulien_analysis.charts",
    "phulien_analysis.report",
    "phulien_analysis.views",
)
"""What the kernels of our notebooks have imported when they start."""
WARM = "phulien_analysis.publishing.warm"
"""What workers have imported when they start."""

PATIENCE = 10
"""Seconds that a worker may take to see that its kernel is gone."""

LOADING = 60
"""Seconds that may go by until there are workers, which have to load much."""
_GONE = (BrokenProcessPool, EOFError, ConnectionError)
_NO_WORKERS = mark(
    "the processes that run notebooks end, or hang for {seconds} s, while they load their packages; a package may be "
    "broken: install the packages anew, as requirements.txt has them"
)

EngineName = Literal["forked", "forked-zmq", "stock"]
"""How kernels come to be: forked, talking over plain sockets or over ØMQ; or started one by one, as papermill does."""
P = ParamSpec("P")
T = TypeVar("T")


class Pool:
    """Workers to submit calls to; they and their kernels end with the context.

    By default they are processes of this machine, one a processor; ``executor`` brings others, of a cluster for
    instance. The calling script needs Python's ``if __name__ == "__main__":``, as for any new process.
    """

    def __init__(
        self, workers: int | None = None, engine: EngineName = "forked", executor: Executor | None = None
    ) -> None:
        self.count = workers or processors()
        self._asked = engine
        self._executor = executor
        self._variables: dict[str, str] = {}
        self._stack = ExitStack()
        self._zygote: Zygote | None = None
        self._lock = threading.Lock()
        self._ended = False
        self.reason = ""
        """Why another engine is used than the one asked for."""

    def __enter__(self) -> Self:
        """Nothing is begun before it is needed."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the workers, and what they have started; at once, if something went wrong."""
        with undisturbed():
            with self._lock:
                self._ended = True
            self._stack.__exit__(kind, error, trace)

    def start(self) -> None:
        """Begin to load what workers and kernels need; nothing is waited for."""
        with self._lock:
            if self._executor is None and not self._variables:
                settings = self._stack.enter_context(_settings_folder())
                self._variables[SETTINGS] = str(settings)
                if self._asked != "stock":
                    self._start_zygote(settings)
                _start_forkserver()

    def submit(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a function called by a worker.

        Raises:
            WorkersError: no worker comes to be.
        """
        self.start()
        with self._lock, _interrupts_blocked():
            if self._ended:
                raise CancelledError
            self._renew_zygote()
            try:
                with _in_time():
                    return self._workers().submit(function, *args, **kwargs)
            except _GONE:
                # A worker, or what workers are forked from, was killed: what it was at has failed, what comes has not.
                self._executor = None
            try:
                with _in_time():
                    return self._workers().submit(function, *args, **kwargs)
            except _GONE as error:
                raise WorkersError(Message(_NO_WORKERS, {"seconds": LOADING})) from error

    def abandon(self, futures: Collection[Future[Any]], folder: Path) -> None:
        """Have no more of these calls begun, end the kernels that run in a folder, and wait for the workers they had.

        Workers that are at them still after a while hang, and are ended. Those on a cluster are not ours to end, and
        are left to themselves.
        """
        for future in futures:
            future.cancel()
        end = time.monotonic() + PATIENCE
        while wait(futures, 0.1).not_done and time.monotonic() < end:
            self._end_kernels(folder)
        if self._variables and any(future.running() for future in futures):
            for pid in _workers_of(self._variables):
                _end(pid)
            with self._lock:
                self._executor = None  # it learns of their end a moment later: what comes next has others

    def _end_kernels(self, folder: Path) -> None:
        workers = _workers_of(self._variables) if self._variables else set()
        for process in psutil.Process().children(recursive=True):
            with suppress(psutil.Error, OSError):
                if process.pid not in workers and folder.samefile(process.cwd()):
                    process.kill()

    def _workers(self) -> Executor:
        if self._executor is None:
            self._executor = self._stack.enter_context(_processes(self.count, self._ready()))
        return self._executor

    @property
    def engine(self) -> EngineName:
        """The engine that is used: papermill's own, if kernels cannot be forked here."""
        self.start()
        with self._lock:
            self._ready()
        return "stock" if self.reason else self._asked

    def _start_zygote(self, settings: Path) -> None:
        try:
            self._zygote = Zygote(PRELOAD, {**os.environ, **_environment(settings)})
        except NoForking as reason:
            self.reason = str(reason)
        else:
            self._stack.callback(self._zygote.close)

    def _renew_zygote(self) -> None:
        """If it was killed its kernels have failed; what comes has a new one, and workers that know it."""
        settings = Path(self._variables.get(SETTINGS, ""))
        if self._zygote and not self._zygote.fits({**os.environ, **_environment(settings)}):
            self._variables.pop(ADDRESS, None)
            self._executor = None
            self._start_zygote(settings)

    def _ready(self) -> dict[str, str]:
        """What a worker is to know, once the zygote can fork."""
        if self._zygote is not None and ADDRESS not in self._variables:
            try:
                self._variables[ADDRESS] = self._zygote.address
            except NoForking as reason:
                self._zygote, self.reason = None, str(reason)
        return self._variables


def become_worker(variables: Mapping[str, str] | None = None) -> None:
    """Make this process a worker: with a pool's variables, or, once, with settings of its own.

    A process of a cluster becomes one with its first notebook.
    """
    if variables is None:
        if SETTINGS in os.environ:
            return
        settings = _make_settings(own_folder() / "settings")
        variables = {SETTINGS: str(settings)}
    else:
        (Path(variables[SETTINGS]) / "workers" / str(os.getpid())).touch()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C comes to the main process, which ends its workers
        threading.Thread(target=_end_with_main_process, daemon=True).start()
    os.environ.update({**_environment(Path(variables[SETTINGS])), **variables})


def processors() -> int:
    """Processors this process may use: in a container they can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _processes(count: int, variables: Mapping[str, str]) -> Iterator[ProcessPoolExecutor]:
    """The workers; whatever goes wrong, they end here, and with them what they have started."""
    context = get_context("forkserver" if can_fork() else "spawn")
    executor = ProcessPoolExecutor(count, mp_context=context, initializer=become_worker, initargs=(variables,))
    with _cancelled_quietly():
        try:
            yield executor
        except BaseException:
            for pid in _workers_of(variables):
                _end(pid)
            raise
        finally:
            executor.shutdown(cancel_futures=True)


@contextmanager
def _in_time() -> Iterator[None]:
    """Workers come to be in here within a time, or not at all: a package can hang when it is imported."""
    late = threading.Timer(LOADING, _end_forkserver)
    late.daemon = True
    late.start()
    try:
        yield
    finally:
        late.cancel()


@contextmanager
def _cancelled_quietly() -> Iterator[None]:
    """A thread of the pool of Python 3.11 fails if a worker dies while calls are cancelled; it has no more to do."""
    before = threading.excepthook

    def told(failure: threading.ExceptHookArgs) -> None:
        if not issubclass(failure.exc_type, InvalidStateError):
            before(failure)

    threading.excepthook = told
    try:
        yield
    finally:
        threading.excepthook = before


def _end_forkserver() -> None:
    """Workers that are waited for then fail."""
    for process in psutil.Process().children():
        with suppress(psutil.Error):
            if "multiprocessing.forkserver" in " ".join(process.cmdline()):
                process.kill()


def _workers_of(variables: Mapping[str, str]) -> set[int]:
    """Process ids of the workers that a pool's variables were given to, as far as they live."""
    noted = (int(file.name) for file in (Path(variables[SETTINGS]) / "workers").iterdir())
    return {pid for pid in noted if _is_worker(pid)}


def _is_worker(pid: int) -> bool:
    """Whether a process is one of multiprocessing: the number of a worker that died may be anybody's by now."""
    try:
        return any("multiprocessing" in word for word in psutil.Process(pid).cmdline())
    except psutil.Error:
        return False


def _start_forkserver() -> None:
    """Where that is safe, workers are forked from a process that has imported what they need."""
    if can_fork():
        get_context("forkserver").set_forkserver_preload([WARM])
        with _interrupts_blocked():  # a block of its own, since it unblocks what is blocked around it
            resource_tracker.ensure_running()
        # Where its socket lies: a folder that multiprocessing makes stays behind if this process is killed.
        current_process()._config.setdefault("tempdir", str(own_folder()))  # type: ignore[attr-defined] # noqa: SLF001
        with _interrupts_blocked():
            forkserver.ensure_running()


def _end(pid: int) -> None:
    """End a process and all that it started; it is halted first, so that it starts no more."""
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        process.suspend()
        for one in (*process.children(recursive=True), process):
            with suppress(psutil.NoSuchProcess):
                one.kill()


def _end_with_main_process() -> None:  # pragma: no cover - it ends its process, and with it what was measured
    """However the main process ended, even by ``kill -9``: no worker, no kernel stays behind."""
    main = parent_process()
    if main is not None:
        main.join()
        for kernel in psutil.Process().children():
            _end(kernel.pid)
        os._exit(1)


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Processes started in here never see what a terminal sends to all: it comes to us, and we end them quietly."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover - Windows, where Ctrl-C tells its story thrice
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _settings_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="", dir=own_folder(), ignore_cleanup_errors=True) as name:
        yield _make_settings(Path(name))


def _make_settings(settings: Path) -> Path:
    """A folder instead of the user's settings: our kernel, an empty profile, the list of fonts."""
    kernel = settings / "jupyter" / "kernels" / KERNEL
    for folder in (kernel, *(settings / part for part in ("ipython", "matplotlib", "run", "workers"))):
        folder.mkdir(parents=True)
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {"argv": argv, "display_name": "Python 3 (ipykernel)", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    for fonts in _font_lists():  # matplotlib makes one where there is none, which can take seconds
        shutil.copy(fonts, settings / "matplotlib")
    return settings


def _font_lists() -> Iterator[Path]:
    """The fonts that matplotlib has found before, where it keeps them."""
    own, caches = os.environ.get("MPLCONFIGDIR"), os.environ.get("XDG_CACHE_HOME")
    folder = Path(own) if own else Path(caches or Path.home() / ".cache") / "matplotlib"
    return folder.glob("fontlist-v*.json")


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
