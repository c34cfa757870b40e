"""What a command costs, with all the processes that it starts: seconds, processor time, and memory at its highest.

Memory is the proportional set size (PSS) that Linux tells in ``/proc/*/smaps_rollup``: a page of memory that several
processes share, as forks do, is counted once, a part for each. So the sum over a tree of processes is what the tree
takes from the machine.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.2
"""Seconds from one look at the memory to the next."""
LINGER = 10.0
"""Seconds in which whatever a command has started must have ended after it."""
ADOPT = 36
"""PR_SET_CHILD_SUBREAPER of Linux."""
MIB = 1 << 20


@dataclass(frozen=True)
class Cost:
    """Of one run: seconds by the clock and of the processors; ``peak`` in bytes, where it was looked at."""

    seconds: float
    processor: float
    peak: int = 0


class CommandFailed(Exception):  # noqa: N818 - it says what happened
    """A command did not end well; its last words."""


def measure(command: Sequence[str], environment: Mapping[str, str], folder: Path, *, memory: bool = False) -> Cost:
    """Run a command in a folder and measure it, from nothing to its end.

    Raises:
        CommandFailed: it ended with an error, or left processes behind.
    """
    others = frozenset(descendants(os.getpid()))
    with tempfile.TemporaryFile() as said, _adopting(), _watched(others, memory=memory) as peak:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, env=dict(environment), cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        processor = usage.ru_utime + usage.ru_stime + _processor_time_of_orphans(others)
        if process.returncode:
            said.seek(max(0, said.tell() - 4000))
            words = said.read().decode(errors="replace")
            raise CommandFailed(f"{' '.join(command)}\nended with {process.returncode}:\n{words}")
        return Cost(seconds, processor, peak())


@contextmanager
def _adopting() -> Iterator[None]:
    """Children whose parent ends become ours in here, so that none is lost from sight."""
    prctl = ctypes.CDLL(None).prctl
    prctl(ADOPT, 1, 0, 0, 0)
    try:
        yield
    finally:
        prctl(ADOPT, 0, 0, 0, 0)


def _processor_time_of_orphans(others: Set[int]) -> float:
    """Wait for whatever the command has left to end; its processor time."""
    used, until = 0.0, time.monotonic() + LINGER
    while left := [pid for pid in children(os.getpid()) if pid not in others]:
        if time.monotonic() > until:
            raise CommandFailed(f"processes were still there {LINGER:.0f} s after the command: {left}")
        for pid in left:
            _pid, _status, usage = os.wait4(pid, os.WNOHANG)
            used += usage.ru_utime + usage.ru_stime
        time.sleep(0.01)
    return used


@contextmanager
def _watched(others: Set[int], *, memory: bool) -> Iterator[Callable[[], int]]:
    """Look at the memory of all that this process starts, again and again; gives what tells the highest."""
    highest, end = [0], threading.Event()

    def look() -> None:
        while not end.wait(INTERVAL):
            ours = [pid for pid in descendants(os.getpid()) if pid not in others]
            highest[0] = max(highest[0], sum(map(proportional_size, ours)))

    thread = threading.Thread(target=look, daemon=True)
    if memory:
        thread.start()
    try:
        yield lambda: highest[0]
    finally:
        end.set()
        if memory:
            thread.join()


def proportional_size(pid: int) -> int:
    """PSS of a process in bytes; nothing for one that is gone."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return read_proportional_size(text)


def read_proportional_size(text: str) -> int:
    r"""PSS in bytes from the text of a ``smaps_rollup``.

    >>> read_proportional_size("Rss:    300 kB\nPss:    200 kB\nPss_Anon:   90 kB\n")
    204800
    """
    found = (line.split()[1] for line in text.splitlines() if line.startswith("Pss:"))
    return 1024 * sum(map(int, found))


def descendants(pid: int) -> list[int]:
    """The processes that a process has started, and theirs, as far as they are there."""
    known, found, new = _children(), list[int](), [pid]
    while new:
        new = [child for one in new for child in known[one]]
        found += new
    return found


def children(pid: int) -> list[int]:
    """The processes that a process has started, those included that have ended and are not waited for yet."""
    return _children()[pid]


def _children() -> defaultdict[int, list[int]]:
    """Every process by its parent."""
    found = defaultdict(list)
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text("utf-8", errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        found[read_parent(stat)].append(int(folder.name))
    return found


def read_parent(stat: str) -> int:
    """The parent from the text of a process's ``stat``, in which the name may hold anything.

    >>> read_parent("12 (a (strange) name) S 7 12 12 0")
    7
    """
    return int(stat.rpartition(")")[2].split()[1])
