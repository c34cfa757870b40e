"""A temporary folder that no death leaves behind for good.

Its owner holds a lock on a file in it for as long as it lives; the system lets go of the lock however the process ends.
So a folder whose lock is free was left by a process that was killed, and the next one that needs a folder sweeps it
away; that of a living process is never touched. A process id in the name would not tell: another container with the
same temporary folder has other processes.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from phulien_analysis.endings import undisturbed

PREFIX = "phulien-"
LOCK = ".lock"
HOUR = 3600
"""Seconds after which a folder without a lock was left by a process that was killed before it had made one."""
TRIES = 10

_owned: dict[Path, FileLock] = {}
_owning = threading.Lock()


def own_folder() -> Path:
    """This process's own temporary folder, made when it is first asked for, and removed when the process ends.

    Raises:
        OSError: there is no room, or no place that can be written to.
    """
    place = Path(tempfile.gettempdir())
    with _owning, undisturbed():
        for folder in _owned:
            if folder.parent == place and folder.is_dir():
                return folder
        sweep(place)
        folder, _owned[folder] = _make(place)
        atexit.register(_remove, folder, os.getpid())
        return folder


def _make(place: Path) -> tuple[Path, FileLock]:
    for _try in range(TRIES):
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
        lock = _lock(folder)
        with suppress(Timeout, FileNotFoundError):  # swept in the moment before it is locked
            lock.acquire()
            return folder, lock
    msg = "others remove it as soon as it is made"
    raise OSError(None, msg, str(place))


def _lock(folder: Path) -> FileLock:
    return FileLock(folder / LOCK, timeout=0, thread_local=False)


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner and folder in _owned:  # a fork of it has the folder's name, but not the folder
        shutil.rmtree(folder, ignore_errors=True)
        _owned.pop(folder).release(force=True)


def sweep(place: Path) -> list[Path]:
    """Remove what processes that were killed have left in a folder; gives what was removed."""
    swept = []
    with suppress(OSError):  # what cannot be looked at or removed is no reason to stop
        for folder in list(_candidates(place)):
            with suppress(OSError, Timeout):
                if _sweep(folder):
                    swept.append(folder)
    return swept


def _candidates(place: Path) -> Iterator[Path]:
    """Folders of this user with such a name; a link to a folder is none."""
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX) and entry.is_dir(follow_symlinks=False):
                state = entry.stat(follow_symlinks=False)
                if not hasattr(os, "getuid") or state.st_uid == os.getuid():
                    yield Path(entry.path)


def _sweep(folder: Path) -> bool:
    """Remove a folder that nobody holds.

    Raises:
        Timeout: somebody holds it.
    """
    if not (folder / LOCK).exists() and time.time() - folder.stat().st_mtime < HOUR:
        return False
    with _lock(folder):
        shutil.rmtree(folder)
    return True
