"""The process that every notebook's interpreter is forked from. It imports a list of modules, once, and then waits.

It has one thread, runs no notebook's code, and keeps nothing of a fork. Whoever wants an interpreter connects to its
socket and sends an :class:`Order`; the connection then is the lease of the fork: what is said on it is the fork's
process id and, in the end, how it ended; when it is closed, the fork and all that it started is killed. The zygote ends
with its standard input, which its owner holds: whatever happens to the owner, nothing stays behind.

    python -m phulien_analysis.engines.zygote SOCKET MODULE …
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import random
import selectors
import signal
import socket
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

ORDER_LIMIT = 1 << 22
"""Bytes of one order: an environment has some ten thousand."""
DISPENSABLE = {"jemalloc_bg_thd"}
"""Names of threads whose library does without them in a fork: pyarrow's allocator gives memory back in another way."""


@dataclass(frozen=True)
class Order:
    """A fork asked for: what to run in it, and where.

    ``entry`` names a function, ``module:name``. With the order go file descriptors: what becomes 1 and 2, and others,
    with which the function is called after its ``arguments``.
    """

    entry: str
    arguments: list[str]
    folder: str
    environment: dict[str, str]

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
                if key.fd == 0:
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
        lease = Lease(connection)
        self._leases.add(lease)
        self._selector.register(connection, selectors.EVENT_READ, lease)

    def _take(self, lease: Lease) -> bool:
        """Take in what has come of an order; whether it is whole."""
        data, files, _flags, _address = socket.recv_fds(lease.connection, 1 << 16, 16, socket.MSG_CMSG_CLOEXEC)
        lease.data += data
        lease.files += files
        if not data or len(lease.data) > ORDER_LIMIT:
            self._end(lease)
        return lease.data.endswith(b"\n")

    def _fork(self, lease: Lease) -> bool:
        """Fork; whether this is the fork."""
        lease.pid = os.fork()
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
        """A fork has ended: say how, and end what it left running."""
        _pid, status = os.waitpid(lease.pid, 0)
        with suppress(OSError):
            lease.connection.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
        self._forget(lease)

    def _end(self, lease: Lease) -> None:
        """Kill what was forked for a lease."""
        if lease.pid:
            os.kill(lease.pid, signal.SIGKILL)
            os.waitpid(lease.pid, 0)
        self._forget(lease)

    def _forget(self, lease: Lease) -> None:
        if lease.pid:
            with suppress(ProcessLookupError):
                os.killpg(lease.pid, signal.SIGKILL)  # what it started
            self._selector.unregister(lease.watch)
            os.close(lease.watch)
        self._selector.unregister(lease.connection)
        lease.connection.close()
        _close(lease.files)
        self._leases.discard(lease)


def _close(files: list[int]) -> None:
    while files:
        os.close(files.pop())


def load(modules: Iterable[str]) -> None:
    """Import the modules; one that is not there, or fails, is left to whoever needs it."""
    for name in modules:
        with suppress(Exception):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()  # what is shared by all forks stays shared: no collection writes to it


def threads() -> int:
    """Threads that a fork would lose and miss: those left beside this one after a trial.

    Libraries that end their threads before a fork and start them again when needed (OpenBLAS) count for nothing.
    """
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    names = [task.joinpath("comm").read_text().strip() for task in Path("/proc/self/task").iterdir()]
    return len([name for name in names if name not in DISPENSABLE]) - 1


def become(order: Order, files: list[int]) -> None:
    """Make a fork like a process newly started as the order says, and run its entry in it."""
    os.setsid()
    os.environ.clear()
    os.environ.update(order.environment)
    os.chdir(order.folder)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, file in enumerate((nothing, *files[:2])):
        os.dup2(file, number)
        os.close(file)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    random.seed()
    if (numpy := sys.modules.get("numpy.random")) is not None:
        numpy.seed()  # the only generator that numpy seeds when it is imported
    module, _, name = order.entry.partition(":")
    getattr(importlib.import_module(module), name)(order.arguments, files[2:])


def main(address: str, *modules: str) -> None:
    """Listen, load, say how many threads stand in the way of forking, and serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the owner, who ends this process
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    if Path(sys.path[0] or ".").resolve() == Path.cwd():
        del sys.path[0]  # put there by `python -m`; an interpreter of Jupyter's has it as an empty text
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen()
        load(modules)
        sys.stdout.write(f"{threads()}\n")
        sys.stdout.flush()
        lease = Zygote(listener).serve()
    if lease is None:
        os._exit(0)  # there is nothing to tidy up, and many modules take long to end
    else:
        become(Order.unpack(lease.data), lease.files)


if __name__ == "__main__":
    main(*sys.argv[1:])
