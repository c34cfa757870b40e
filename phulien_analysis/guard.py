"""Work on what comes from outside, done in a process of its own with bounds of time and memory.

A document can make any reader run away: a PDF that loops, a stream that unpacks to terabytes, a text that no pattern
was made for. What is inside this package is bounded where it is known; this bounds the rest, libraries included. It
is no jail: the process may do all that its user may.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message, Sayable

if sys.platform != "win32":  # pragma: no branch - Windows has no such limits
    import resource

SECONDS, MEGABYTES = 60, 1024
"""Of processor time, and of memory beyond what the process has when it begins; a report takes 2 s and 0.1 GB."""
SECONDS_NAME, MEGABYTES_NAME = "PHULIEN_DOCUMENT_SECONDS", "PHULIEN_DOCUMENT_MEGABYTES"
_PATIENCE = 10  # times the processor time, by the clock: the machine may have other things to do
_LARGEST_RESULT = 512 * 2**20
_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
# A fork has what is imported already; where forking is unsafe a new interpreter is started.
_PROCESS = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn").Process  # type: ignore[attr-defined]
T = TypeVar("T")


class OutOfBoundsError(PhulienError):
    """Work that took more time or memory than it may, or ended its process; nothing came of it."""


@dataclass(frozen=True)
class Bounds:
    """Seconds of processor time, and megabytes of memory beyond those at the start."""

    seconds: int = SECONDS
    megabytes: int = MEGABYTES


def bounds() -> Bounds:
    """The bounds that hold: those of the environment's variables, else the usual ones.

    Raises:
        PhulienError: A variable is no whole number from 1 to 100000.
    """
    return Bounds(_setting(SECONDS_NAME, SECONDS), _setting(MEGABYTES_NAME, MEGABYTES))


def within_bounds(name: str, work: Callable[..., T], *arguments: object, limits: Bounds | None = None) -> T:
    """What ``work`` returns or raises, done in a process of its own; ``name`` is what is worked on, for messages.

    Raises:
        OutOfBoundsError: It was ended because it took too much, or it ended itself.
    """
    limits = limits or bounds()
    receiver, sender = multiprocessing.Pipe(duplex=False)
    worker = _PROCESS(target=_work, args=(sender, os.getpid(), limits, work, arguments), daemon=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside threads: the child starts none
        worker.start()
    sender.close()
    try:
        outcome = _outcome(receiver, limits)
    finally:
        worker.kill()
        worker.join()
        receiver.close()
    if isinstance(outcome, _Ended):
        raise OutOfBoundsError(_said(name, outcome, worker.exitcode, limits))
    if isinstance(outcome, BaseException):
        raise outcome
    result: T = outcome[0]  # type: ignore[index]
    return result


@dataclass(frozen=True)
class _Ended:
    """Work that gave nothing; ``cause`` is ``memory``, ``time``, or empty where only the process knows."""

    cause: str = ""


def _outcome(receiver: Connection, limits: Bounds) -> object:
    """What the worker sent: its result in a tuple, an exception, or that it ended without."""
    try:
        if not receiver.poll(limits.seconds * _PATIENCE):
            return _Ended("time")
        return pickle.loads(receiver.recv_bytes(_LARGEST_RESULT))  # noqa: S301  from a process of our own
    except (EOFError, OSError):
        return _Ended()


def _said(name: str, ended: _Ended, code: int | None, limits: Bounds) -> Message:
    if ended.cause == "time" or code == -getattr(signal, "SIGXCPU", 0):
        return Message(
            "{name} takes longer than {seconds} seconds to read, which no report does. "
            "Bring the report alone, or give it more time ({variable}=…).",
            {"name": name, "seconds": limits.seconds, "variable": SECONDS_NAME},
        )
    if ended.cause == "memory":
        return Message(
            "{name} takes more than {limit} MB of memory to read, which no report does. "
            "Bring the report alone, or give it more memory ({variable}=…).",
            {"name": name, "limit": limits.megabytes, "variable": MEGABYTES_NAME},
        )
    return Message(
        "{name} ended the process that read it (code {code}). Save the report again, and take that file.",
        {"name": name, "code": code or 0},
    )


def _work(  # pragma: no cover - the process of its own ends without telling what was measured
    sender: Connection, parent: int, limits: Bounds, work: Callable[..., object], arguments: tuple[object, ...]
) -> None:
    """In the process of its own: be bounded, do the work, send what came of it."""
    _be_bounded(parent, limits)
    outcome: object
    try:
        outcome = (work(*arguments),)
        data = pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        data = pickle.dumps(_Ended("memory"))
    except Exception as error:  # noqa: BLE001  told where the work was asked for
        error.__traceback__ = None
        data = pickle.dumps(error)
    with suppress(OSError):  # who asked has gone
        sender.send_bytes(data)


def _be_bounded(parent: int, limits: Bounds) -> None:  # pragma: no cover - runs in the process of its own only
    """Bound this process; where the system has no such bounds, whoever waits for it has a clock."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(ValueError, OSError):
            most = _memory_now() + limits.megabytes * 2**20
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _memory_now() -> int:  # pragma: no cover - runs in the process of its own only
    """Bytes of address space of this process; what is usual for an interpreter where that is not told."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 2**30


def _setting(name: str, usual: int) -> int:
    text = os.environ.get(name, "")
    if not text:
        return usual
    if not (text.isascii() and text.isdigit() and len(text) < 7 and 1 <= int(text) <= 100_000):
        values: dict[str, Sayable] = {"name": name, "found": text[:20], "usual": usual}
        raise PhulienError(Message("{name} is {found!r}; write a whole number like {usual}", values))
    return int(text)
