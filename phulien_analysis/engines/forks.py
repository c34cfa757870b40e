"""A zygote as its owner sees it, and the processes forked from it."""

from __future__ import annotations

import atexit
import os
import secrets
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress

from phulien_analysis.engines.zygote import Order, peer

ADDRESS = "PHULIEN_ZYGOTE"
"""The variable that names a zygote that another process owns; whoever sets it sees that the environments are alike."""
KILLED = -9
LOADING = 60.0
"""Seconds that a zygote may take to load its modules."""
ANSWER = 30.0
"""Seconds in which a zygote forks."""
LEAVE = 5.0
"""Seconds in which it ends, once nobody holds it; then it is killed."""
PRELOAD = (
    "phulien_analysis.engines.kernel",
    "ipykernel.debugger",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "encodings.utf_8_sig",
    "faulthandler",
    "sqlite3",
    "tornado.platform.asyncio",
    "matplotlib.pyplot",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "pandas",
)
"""What a kernel imports as it starts, and what notebooks mostly import first: loaded once, it costs a fork nothing.

Nothing that ties itself to the shell when it is imported, as matplotlib_inline's backend does.
"""


class NoForking(Exception):  # noqa: N818 - a reason to do otherwise, not an error
    """Why interpreters cannot be forked here, in words."""


class Fork:
    """A process forked from a zygote, with what :class:`subprocess.Popen` offers; its end is that of its process group.

    Raises:
        RuntimeError: the zygote could not fork.
    """

    stdin = stdout = stderr = None

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._said = b""
        self._code: int | None = None
        connection.settimeout(ANSWER)
        pid = self._number(wait=True)
        connection.settimeout(None)
        if pid is None:
            raise RuntimeError("the process that interpreters are forked from could not fork")
        self.pid = pid

    def poll(self) -> int | None:
        """Its exit code, negative for a signal; None while it runs."""
        if self._code is None:
            with suppress(BlockingIOError):
                self._code = self._ended(wait=False)
        return self._code

    def wait(self) -> int:
        """Its exit code, when it has ended."""
        if self._code is None:
            self._code = self._ended(wait=True)
        self._connection.close()
        return self._code

    def send_signal(self, number: int) -> None:
        """Send it a signal; one that has ended gets none."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        if self._code is None:
            self._code = KILLED
        self._connection.close()

    def _ended(self, *, wait: bool) -> int:
        """The exit code; a zygote that is gone has taken its forks with it, but not what these started."""
        code = self._number(wait=wait)
        if code is None:
            with suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            return KILLED
        return code

    def _number(self, *, wait: bool) -> int | None:
        """The next number that the zygote says; None if it says no more."""
        while b"\n" not in self._said:
            try:
                data = self._connection.recv(64, 0 if wait else socket.MSG_DONTWAIT)
            except ConnectionError:
                data = b""
            if not data:
                return None
            self._said += data
        line, _, self._said = self._said.partition(b"\n")
        return int(line)


def fork(address: str, order: Order, files: Sequence[int]) -> Fork:
    """Have an interpreter forked; ``files`` are its 1 and 2, then those that its entry takes.

    Raises:
        RuntimeError: the zygote is gone.
    """
    stdin, end = os.pipe()  # as Jupyter has it: at its end from the beginning
    os.close(end)
    connection = socket.socket(socket.AF_UNIX)
    try:
        _send(connection, address, order, (stdin, *files))
        return Fork(connection)
    except (OSError, RuntimeError) as error:
        connection.close()
        msg = f"the process that interpreters are forked from is gone ({error})"
        raise RuntimeError(msg) from error
    finally:
        os.close(stdin)


def _send(connection: socket.socket, address: str, order: Order, files: Sequence[int]) -> None:
    connection.connect(f"\0{address}")
    if peer(connection) != os.getuid():
        raise PermissionError("its name was taken by another user")
    data = order.pack()
    sent = socket.send_fds(connection, [data], list(files))
    if rest := data[sent:]:  # pragma: no branch - sent whole, it may be done by now: not even nothing can be sent then
        connection.sendall(rest)


class Zygote:
    """A zygote that this process owns; it loads its modules while this process goes on.

    Raises:
        NoForking: this system cannot fork interpreters safely.
    """

    def __init__(self, modules: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        if not can_fork():
            raise NoForking(f"{sys.platform} cannot fork an interpreter safely")
        self._environment = dict(os.environ if environment is None else environment)
        self._address = f"phulien-{secrets.token_hex(16)}"
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "phulien_analysis.engines.zygote", self._address, *modules],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # what a terminal sends to all is for the owner, who ends this process
        )
        self._threads = ""

    @property
    def address(self) -> str:
        """Where it takes orders, once it has loaded its modules.

        Raises:
            NoForking: what it loaded has threads, which a fork would lose, or loads for ever.
        """
        if not self._threads:
            self._threads = self._report()
        if self._threads == "?":
            raise NoForking(f"loading the modules ended the interpreter (code {self._process.wait()})")
        if self._threads != "0":
            raise NoForking(f"the modules loaded have {self._threads} threads, which a fork would lose")
        return self._address

    def _report(self) -> str:
        """What it says when it has loaded; a question mark if it has ended.

        Raises:
            NoForking: it says nothing.
        """
        report = self._process.stdout
        if report is None or not select.select([report], [], [], LOADING)[0]:
            self._process.kill()
            raise NoForking(f"loading the modules took longer than {LOADING:.0f} s")
        return report.readline().decode().strip() or "?"

    def fits(self, environment: Mapping[str, str]) -> bool:
        """Whether it lives, and what it loaded saw these variables."""
        return self._process.poll() is None and self._environment == environment

    def close(self) -> None:
        """End it, and all its forks; while it loads there are none, and it is not waited for."""
        if not self._threads:
            self._process.kill()
        if self._process.stdin:  # pragma: no branch - it is a pipe, which its type does not say
            self._process.stdin.close()  # which ends it
        try:
            self._process.wait(LEAVE)
        except subprocess.TimeoutExpired:
            self._process.kill()
        with self._process:  # waits, and closes what is open
            pass


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
