"""Files, folders and links written so that a crash or a power cut leaves the old or the new, and nothing between.

What is new is put on the disk (fsync) under a name of its own, gets its name by a rename, and then the folder that
holds the name is put on the disk, too: without that last step the rename itself can be lost.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


def write_file(path: Path, content: bytes) -> None:
    """Write a file in one step; where it holds just that, nothing is touched."""
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return
    new = _beside(path)
    try:
        with new.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        _forget(new)
        raise
    sync(path.parent)


def append_line(path: Path, line: str) -> None:
    """Add a line to a file; what a crash left of a line before it stays a line of its own."""
    torn = path.is_file() and path.stat().st_size > 0 and not path.read_bytes().endswith(b"\n")
    with path.open("ab") as file:
        file.write((b"\n" if torn else b"") + line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    sync(path.parent)


def switch_link(link: Path, target: str) -> None:
    """Make ``link`` a link to ``target``; readers see the old one or the new one."""
    new = _beside(link)
    try:
        new.symlink_to(target, target_is_directory=True)
        new.replace(link)
    except OSError:
        _forget(new)
        raise
    sync(link.parent)


def place(made: Path, at: Path) -> None:
    """Put a finished folder where it belongs; one that is there already changes places with it.

    The two are on one file system. Where the system cannot exchange two names the old one is moved away first.
    """
    sync_tree(made)
    if at.exists() or at.is_symlink():
        if not _exchange(made, at):
            at.rename(made.with_name(f"{made.name}.old"))
            made.rename(at)
    else:
        made.rename(at)
    sync(at.parent)
    sync(made.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those it lies in, so that they are on the disk before anything is put there."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        sync(one.parent)


def sync_tree(folder: Path) -> None:
    """Put every file and folder of a folder on the disk."""
    for path in folder.rglob("*"):
        if not path.is_symlink():
            sync(path)
    sync(folder)


def sync(path: Path) -> None:
    """Put a file, or the names in a folder, on the disk."""
    if os.name == "nt":  # pragma: no cover - Windows keeps names by itself, and has no such call for folders
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network file systems have none for folders
            error.filename = str(path)
            raise
    finally:
        os.close(descriptor)


def leftovers(folder: Path, names: str) -> Iterator[Path]:
    """What a run that was killed left beside a file or link whose name is one of the pattern ``names``."""
    pattern = re.compile(rf"\.(?:{names})\.[0-9a-f]{{8}}")
    return (path for path in folder.glob(".*") if pattern.fullmatch(path.name))


def clear(path: Path) -> None:
    """Take something away, whatever it is; what cannot be taken away now is left to the next run."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        _forget(path)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{uuid4().hex[:8]}")


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _exchange(one: Path, other: Path) -> bool:
    """Let two names change places in one step, where the system can (Linux since 3.15, most file systems)."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
