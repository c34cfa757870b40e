"""What the interpreter of a notebook is denied: memory beyond a limit, and the network. Linux only.

A fork confines itself before it becomes a kernel. An interpreter that is started is started by this file, which needs
nothing but Python, confines itself and becomes the command:

    python -I -S confinement.py MEMORY OFFLINE COMMAND …

It guards against what goes wrong, not against who means harm: root finds its way back into the network.
"""

from __future__ import annotations

import ctypes
import errno
import os
import socket
import struct
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of unshare(2)."""
GET_FLAGS, SET_FLAGS, UP = 0x8913, 0x8914, 0x1
"""SIOCGIFFLAGS, SIOCSIFFLAGS and IFF_UP of netdevice(7)."""
TRIAL = 30
"""Seconds that a trial may take."""


@dataclass(frozen=True)
class Confinement:
    """``memory``: bytes that a process may have for its data (0: any number); ``offline``: without the network."""

    memory: int = 0
    offline: bool = False

    def command(self, command: Sequence[str]) -> list[str]:
        """The words that run a command confined."""
        if self == Confinement():
            return list(command)
        words = [str(self.memory), str(int(self.offline))]
        return [sys.executable, "-I", "-S", str(Path(__file__).resolve()), *words, *command]

    def enter(self) -> None:
        """Confine this process, which has one thread, and what it will start; there is no way back.

        Raises:
            OSError: the system does not let it.
        """
        if self.offline:
            leave_network()
        if self.memory:  # pragma: no cover - in a kernel's process: one that is measured would be confined for good
            import resource  # noqa: PLC0415 - there is none on Windows

            resource.setrlimit(resource.RLIMIT_DATA, (self.memory, self.memory))


@cache
def obstacle(confinement: Confinement) -> str:
    """Why processes cannot be confined so on this system; empty where they can."""
    if sys.platform != "linux":
        return f"{sys.platform} has no such limits"
    trial = subprocess.run(  # noqa: S603 - our own file
        Confinement(0, confinement.offline).command(["true"]) if confinement.offline else ["true"],
        capture_output=True,
        text=True,
        timeout=TRIAL,
        check=False,
    )
    return trial.stderr.strip()


def leave_network() -> None:
    """Go into a network of one's own, in which there is but this machine's name for itself.

    Raises:
        OSError: the system does not let users have one.
    """
    user, group = os.geteuid(), os.getegid()
    try:
        _unshare(NEW_NETWORK)
    except PermissionError:
        _unshare(NEW_USER | NEW_NETWORK)
        own = Path("/proc/self")
        (own / "setgroups").write_text("deny", encoding="ascii")
        (own / "uid_map").write_text(f"{user} {user} 1", encoding="ascii")
        (own / "gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    _loop_back()


def _unshare(what: int) -> None:
    if ctypes.CDLL(None, use_errno=True).unshare(what):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), "a network namespace")


def _loop_back() -> None:
    """Let a notebook talk to itself: some libraries do so over 127.0.0.1."""
    import fcntl  # noqa: PLC0415 - there is none on Windows

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = struct.pack("16sH22x", b"lo", 0)
        (flags,) = struct.unpack_from("H", fcntl.ioctl(any_socket, GET_FLAGS, asked), 16)
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sH22x", b"lo", flags | UP))


def main(memory: str, offline: str, *command: str) -> None:
    """Confine this process and become the command."""
    try:
        Confinement(int(memory), offline == "1").enter()
    except OSError as error:
        sys.exit(f"{error.strerror} ({errno.errorcode.get(error.errno or 0, error.errno)})")
    os.execvp(command[0], command)  # noqa: S606  # pragma: no cover - it becomes another program (no shell, on purpose)


if __name__ == "__main__":
    main(*sys.argv[1:])
