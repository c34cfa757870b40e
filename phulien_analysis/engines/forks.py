"""A zygote as its owner sees it, and the processes forked from it."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from phulien_analysis.engines.zygote import Order

ADDRESS = "PHULIEN_ZYGOTE"
"""The variable that names a zygote that another process owns; whoever sets it sees that the environments are alike."""
KILLED = -9
THREADLESS = {"JE_ARROW_MALLOC_CONF": "background_thread:false"}
"""pandas imports pyarrow where it is installed, whose allocator would otherwise tidy up in a thread of its own."""


class NoForking(Exception):  # noqa: N818 - a reason to do otherwise, not an error
    """Why interpreters cannot be forked here, in words."""


class Fork:
    """A process forked from a zygote, with what :class:`subprocess.Popen` offers; its end is that of all it started."""

    stdin = stdout = stderr = None

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._said = b""
        self._code: int | None = None
        self.pid = self._number(wait=True)

    def poll(self) -> int | None:
        """Its exit code, negative for a signal; None while it runs."""
        if self._code is None:
            with suppress(BlockingIOError):
                self._code = self._number(wait=False)
        return self._code

    def wait(self) -> int:
        """Its exit code, when it has ended."""
        if self._code is None:
            self._code = self._number(wait=True)
        self._connection.close()
        return self._code

    def send_signal(self, number: int) -> None:
        """Send it a signal; one that has ended gets none."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it."""
        if self._code is None:
            self._code = KILLED
        self._connection.close()

    def _number(self, *, wait: bool) -> int:
        """The next number that the zygote says; one that is gone has taken its forks with it."""
        while b"\n" not in self._said:
            try:
                data = self._connection.recv(64, 0 if wait else socket.MSG_DONTWAIT)
            except ConnectionError:
                data = b""
            self._said += data or f"{KILLED}\n".encode()
        line, _, self._said = self._said.partition(b"\n")
        return int(line)


def fork(address: str, order: Order, files: Sequence[int]) -> Fork:
    """Have an interpreter forked; ``files`` are its 1 and 2, then those that its entry takes.

    Raises:
        RuntimeError: the zygote is gone.
    """
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.connect(address)
        data = order.pack()
        sent = socket.send_fds(connection, [data], list(files))
        connection.sendall(data[sent:])
        return Fork(connection)
    except OSError as error:
        connection.close()
        msg = f"the process that interpreters are forked from is gone ({error.strerror})"
        raise RuntimeError(msg) from error


class Zygote:
    """A zygote that this process owns; it loads its modules while this process goes on.

    Raises:
        NoForking: this system cannot fork interpreters safely.
    """

    def __init__(self, modules: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        if not can_fork():
            raise NoForking(f"{sys.platform} cannot fork an interpreter safely")
        self._environment = dict(os.environ if environment is None else environment)
        self._folder = tempfile.mkdtemp(prefix="phulien-")
        self._address = str(Path(self._folder) / "zygote")
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "phulien_analysis.engines.zygote", self._address, *modules],
            env={**THREADLESS, **self._environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._threads = ""

    @property
    def address(self) -> str:
        """Where it takes orders, once it has loaded its modules.

        Raises:
            NoForking: what it loaded has threads, which a fork would lose.
        """
        if not self._threads:
            said = self._process.stdout.readline() if self._process.stdout else b""
            self._threads = said.decode().strip() or "?"
        if self._threads == "?":
            raise NoForking(f"loading the modules ended the interpreter (code {self._process.wait()})")
        if self._threads != "0":
            raise NoForking(f"the modules loaded have {self._threads} threads, which a fork would lose")
        return self._address

    def fits(self, environment: Mapping[str, str]) -> bool:
        """Whether it lives, and what it loaded saw these variables."""
        return self._process.poll() is None and self._environment == environment

    def close(self) -> None:
        """End it, and all its forks."""
        with self._process:  # closes what it reads from, which ends it, and waits
            pass
        shutil.rmtree(self._folder, ignore_errors=True)


def can_fork() -> bool:
    """Whether the system has what it takes: Linux. Libraries of macOS do not survive a fork, Windows has none."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


_own: dict[tuple[str, ...], Zygote] = {}
_lock = threading.Lock()


def zygote_address(modules: Sequence[str]) -> str:
    """Where to order forks: the zygote that the environment names, else this process's own with these modules.

    Its own is made when it is first needed, made anew when the environment has changed, and ends with this process.

    Raises:
        NoForking: there can be none.
    """
    if given := os.environ.get(ADDRESS):
        return given
    with _lock:
        own = _own.get(tuple(modules))
        if own is None or not own.fits(os.environ):
            _close(tuple(modules))
            own = _own[tuple(modules)] = Zygote(modules)
            atexit.register(_close, tuple(modules))
        return own.address


def _close(modules: tuple[str, ...]) -> None:
    if modules in _own:
        _own.pop(modules).close()
