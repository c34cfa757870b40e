"""A file from outside, read with bounds: a regular file, of at most so many bytes, and never one that waits."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from phulien_analysis.errors import PhulienError
from phulien_analysis.messages import Message, mark

_KINDS = (
    (stat.S_ISFIFO, mark("a pipe")),
    (stat.S_ISCHR, mark("a device")),
    (stat.S_ISBLK, mark("a device")),
    (stat.S_ISSOCK, mark("a socket")),
)


class FileRefusedError(PhulienError):
    """A file that is none, or is larger than any that belongs there; ``what`` begins with ``it``."""


def read_bounded(path: Path, limit: int) -> bytes:
    """The bytes of a regular file; nothing is opened that is none, and no more is read than its limit.

    Raises:
        FileRefusedError: It is a pipe, a device or a socket, or has more than ``limit`` bytes.
        OSError: It cannot be read.
    """
    _require_regular(os.stat(path), limit)  # noqa: PTH116  a path that holds NUL is refused as any other
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:  # noqa: PTH123  what was looked at is what is read
        _require_regular(os.fstat(descriptor), limit)
        data = file.read(limit + 1)
    if len(data) > limit:
        raise _too_large(len(data), limit)
    return data


def kind_of_special(path: Path) -> str:
    """What a path is that is neither file nor folder (a text of the catalogue of messages); empty where it is one."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except (OSError, ValueError):
        return ""
    return next((kind for test, kind in _KINDS if test(mode)), "")


def place_outside(path: Path, root: Path) -> Path | None:
    """Where a path leads by links, if that is not inside ``root``; a link that leads in a circle leads nowhere."""
    try:
        place, home = path.resolve(), root.resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    return None if place.is_relative_to(home) else place


def _require_regular(info: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(info.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(info.st_mode):
        kind = next((kind for test, kind in _KINDS if test(info.st_mode)), mark("a device"))
        raise FileRefusedError(Message("it is {kind}, not a file; put a file there", {"kind": Message(kind)}))
    if info.st_size > limit:
        raise _too_large(info.st_size, limit)


def _too_large(size: int, limit: int) -> FileRefusedError:
    values = {"size": _megabytes(size), "limit": _megabytes(limit)}
    return FileRefusedError(Message("it has {size} MB, where at most {limit} MB are read; make it smaller", values))


def _megabytes(size: int) -> int:
    """Whole megabytes, rounded up, so that what is too large does not look as large as the limit."""
    return -(-size // 2**20)
