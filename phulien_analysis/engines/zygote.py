"""The process that every notebook's interpreter is forked from. It imports a list of modules, once, and then waits.

It has one thread, runs no notebook's code, and keeps nothing of a fork. Whoever wants an interpreter connects to its
socket and sends an :class:`Order`; the connection then is the lease of the fork: what is said on it is the fork's
process id and, in the end, how it ended; when it is closed, the fork and its process group is killed. The zygote ends
with its standard input, which its owner holds: whatever happens to the owner, nothing stays behind. Nothing lies in the
file system either: the socket has a name without a file, and who connects must be of the same user.

    python -m phulien_analysis.engines.zygote NAME MODULE …
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import os
import random
import selectors
import signal
import socket
import struct
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from phulien_analysis.engines.confinement import Confinement

ORDER_LIMIT = 1 << 22
"""Bytes of one order: an environment has some ten thousand."""
DISPENSABLE = {"jemalloc_bg_thd"}
"""Names of threads whose library does without them in a fork: pyarrow's allocator gives memory back in another way."""
BACKEND = "module://matplotlib_inline.backend_inline"
"""What ipykernel sets as ``MPLBACKEND`` before the first line of a notebook runs; here matplotlib is loaded earlier."""
PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


@dataclass(frozen=True)
class Order:
    """A fork asked for: what to run in it, and where.

    ``entry`` names a function, ``module:name``; ``memory`` and ``offline`` say how the fork is to be confined. With the
    order go file descriptors: what becomes 0, 1 and 2, and others, with which the function is called after its
    ``arguments``; it gives back what is to be called in the end.
    """

    entry: str
    arguments: list[str]
    folder: str
    environment: dict[str, str]
    memory: int = 0
    offline: bool = False

    def pack(self) -> bytes:
        """For the socket."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def unpack(cls, data: bytes) -> Order:
        """From the socket."""
        return cls(**json.loads(data))


@dataclass(eq=False)
class Lease:
    """A connection, and what was forked for it."""

    connection: socket.socket
    data: bytes = b""
    files: list[int] = field(default_factory=list)
    pid: int = 0
    watch: int = -1


class Zygote:
    """Serves orders from a listening socket until standard input ends."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self._selector = selectors.DefaultSelector()
        self._leases: set[Lease] = set()

    def serve(self) -> Lease | None:
        """Fork what is asked for. Returns in the zygote when its owner is gone: None; in a fork at once: its lease."""
        self._selector.register(self._listener, selectors.EVENT_READ, None)
        self._selector.register(0, selectors.EVENT_READ, None)
        while True:
            for key, _events in self._selector.select():
                if key.fd == 0:  # pragma: no cover - the zygote itself is not measured: it leaves by os._exit
                    for lease in list(self._leases):
                        self._end(lease)
                    return None
                if (own := self._attend(key)) is not None:
                    return own

    def _attend(self, key: selectors.SelectorKey) -> Lease | None:
        """See to one thing that happened; in a fork that it made, gives back the lease."""
        lease: Lease | None = key.data
        if lease is None:
            self._accept()
        elif lease not in self._leases:
            pass  # it ended with what happened just before
        elif key.fd == lease.watch:
            self._report(lease)
        elif lease.pid:
            self._end(lease)  # whoever ordered it has hung up
        elif self._take(lease) and self._fork(lease):
            return lease
        return None

    def _accept(self) -> None:
        connection, _address = self._listener.accept()
        if peer(connection) != os.getuid():
            connection.close()
            return
        lease = Lease(connection)
        self._leases.add(lease)
        self._selector.register(connection, selectors.EVENT_READ, lease)

    def _take(self, lease: Lease) -> bool:
        """Take in what has come of an order; whether it is whole."""
        data, files, _flags, _address = socket.recv_fds(lease.connection, 1 << 16, 16)
        for file in files:
            os.set_inheritable(file, False)
        lease.data += data
        lease.files += files
        if not data or len(lease.data) > ORDER_LIMIT:
            self._end(lease)
        return lease in self._leases and lease.data.endswith(b"\n")

    def _fork(self, lease: Lease) -> bool:
        """Fork; whether this is the fork."""
        try:
            lease.pid = os.fork()
        except OSError:  # too many processes: whoever asked hears of it, and the others go on
            self._end(lease)
            return False
        if lease.pid == 0:
            self._leave()
            return True
        lease.watch = os.pidfd_open(lease.pid)
        self._selector.register(lease.watch, selectors.EVENT_READ, lease)
        _close(lease.files)
        with suppress(OSError):
            lease.connection.sendall(f"{lease.pid}\n".encode())
        return False

    def _leave(self) -> None:
        """In the fork: let go of all that belongs to the zygote."""
        self._selector.close()
        self._listener.close()
        for lease in self._leases:
            lease.connection.close()
            if lease.watch >= 0:
                os.close(lease.watch)

    def _report(self, lease: Lease) -> None:
        """A fork has ended: end what it left running, and say how it ended."""
        code = _reap(lease.pid)
        with suppress(OSError):
            lease.connection.sendall(f"{code}\n".encode())
        self._forget(lease)

    def _end(self, lease: Lease) -> None:
        """Kill what was forked for a lease, if anything."""
        if lease.pid:
            os.kill(lease.pid, signal.SIGKILL)
            _reap(lease.pid)
        self._forget(lease)

    def _forget(self, lease: Lease) -> None:
        if lease.watch >= 0:
            self._selector.unregister(lease.watch)
            os.close(lease.watch)
        self._selector.unregister(lease.connection)
        lease.connection.close()
        _close(lease.files)
        self._leases.discard(lease)


def _reap(pid: int) -> int:
    """Kill the process group of a fork, whose number is its own until the fork is waited for; its exit code."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _close(files: list[int]) -> None:
    while files:
        os.close(files.pop())


def peer(connection: socket.socket) -> int:
    """The user at the other end."""
    _pid, uid, _gid = struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
    return int(uid)


def load(modules: Iterable[str]) -> dict[str, str]:
    """Import the modules; one that is not there, or fails, is left to whoever needs it. Gives the variables set."""
    before = dict(os.environ)
    os.environ["MPLBACKEND"] = before.get("MPLBACKEND") or BACKEND
    for name in modules:
        with suppress(Exception):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()  # what is shared by all forks stays shared: no collection writes to it
    return {name: value for name, value in os.environ.items() if before.get(name) != value}


def threads() -> int:
    """Threads that a fork would lose and miss: those left beside this one after a trial.

    Libraries that end their threads before a fork and start them again when needed (OpenBLAS) count for nothing.
    """
    pid = os.fork()
    if pid == 0:  # pragma: no cover - the fork of the trial ends at once
        os._exit(0)
    os.waitpid(pid, 0)
    names = [task.joinpath("comm").read_text().strip() for task in Path("/proc/self/task").iterdir()]
    return len([name for name in names if name not in DISPENSABLE]) - 1


def become(order: Order, files: list[int], variables: Mapping[str, str], home: str) -> Callable[[], object]:
    """Make a fork like a process newly started as the order says; gives what is to run in it.

    ``variables`` are those that loading set, and ``home`` is where it took place.
    """
    os.setsid()
    _end_with_zygote()
    os.environ.clear()
    os.environ.update({**order.environment, **variables})
    os.chdir(order.folder)
    sys.path[:] = moved(sys.path, home, order.folder)
    for number, file in enumerate(files[:3]):
        os.dup2(file, number)
        os.close(file)
    Confinement(order.memory, order.offline).enter()
    _end_with_zygote()  # once more: another user namespace forgets it
    sys.stdout.reconfigure(line_buffering=os.isatty(1))  # type: ignore[union-attr]
    random.seed()
    if (numpy := sys.modules.get("numpy.random")) is not None:
        numpy.seed()  # the only generator that numpy seeds when it is imported
    module, _, name = order.entry.partition(":")
    call: Callable[[], object] = getattr(importlib.import_module(module), name)(order.arguments, files[3:])
    return call


def _end_with_zygote() -> None:
    ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)


def moved(path: Iterable[str], home: str, folder: str) -> list[str]:
    """A search path whose relative parts (of ``PYTHONPATH``) were looked up in one folder, looked up in another."""
    parts = (os.environ.get("PYTHONPATH") or os.sep).split(os.pathsep)
    there, here = ([os.path.normpath(f"{base}{os.sep}{part}") for part in parts] for base in (home, folder))
    theirs = {old: new for part, old, new in zip(parts, there, here, strict=True) if not part.startswith(os.sep)}
    return [theirs.get(place, place) for place in path]


def main(name: str, *modules: str) -> Callable[[], object]:
    """Listen, load, say how many threads stand in the way of forking, and serve; in a fork, gives what is to run."""
    owner, home = os.dup(1), str(Path.cwd())  # the folder may be gone by the time of a fork
    os.dup2(2, 1)  # what a module prints when it is imported is not for the owner
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    if Path(sys.path[0] or ".").resolve() == Path.cwd():
        del sys.path[0]  # put there by `python -m`; an interpreter of Jupyter's has it as an empty text
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"\0{name}")
        listener.listen()
        variables = load(modules)
        with suppress(BrokenPipeError), os.fdopen(owner, "w") as report:
            report.write(f"{threads()}\n")
        lease = Zygote(listener).serve()
    if lease is None:  # pragma: no cover - it ends the process, and with it what was measured
        os._exit(0)  # there is nothing to tidy up, and many modules take long to end
    return become(Order.unpack(lease.data), lease.files, variables, home)


if __name__ == "__main__":
    # Called here, not in a function: a notebook runs as deep in the stack as with `python -m ipykernel_launcher`.
    run = main(*sys.argv[1:])
    run()
