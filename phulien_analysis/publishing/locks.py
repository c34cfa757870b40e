"""One run at a time: a lock of the system, which ends with its process, and a note of who holds it."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from phulien_analysis.endings import undisturbed
from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message, Sayable
from phulien_analysis.publishing.journal import now

LOCK = ".lock"
HOLDER = ".lock-holder"


@contextmanager
def held(folder: Path, command: str, timeout: float = 0) -> Iterator[None]:
    """Hold the lock of a folder; ``command`` is what others are told of who holds it.

    A lock that a dead process held is free: the system has taken it back, and its note is written over.

    Raises:
        PhulienError: somebody else still holds it after ``timeout`` seconds; says who, where, and since when.
        OSError: there can be no lock in the folder.
    """
    note = folder / HOLDER
    try:
        with FileLock(folder / LOCK, timeout=timeout):
            about = {"process": os.getpid(), "host": socket.gethostname(), "command": command, "since": now()}
            try:
                note.write_text(json.dumps(about), encoding="utf-8")
                yield
            finally:
                with undisturbed(), suppress(OSError):
                    note.unlink()
    except Timeout as error:
        values: dict[str, Sayable] = {"who": _holder(note), "folder": str(folder)}
        raise PhulienError(Message("{who} is at work in {folder}; run again when it has finished", values)) from error


def _holder(note: Path) -> Message:
    """Who holds a lock, as far as the note can be believed: it may be one of a process that died."""
    with suppress(OSError, ValueError, LookupError, TypeError):
        about = json.loads(note.read_text(encoding="utf-8"))
        if about["host"] != socket.gethostname() or psutil.pid_exists(about["process"]):
            values = {name: str(about[name]) for name in ("process", "host", "command", "since")}
            return Message("process {process} on {host} ({command}, since {since})", values)
    return Message("another process")
