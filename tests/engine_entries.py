"""What forks are made to run in tests of the zygote."""

import os
import time
from collections.abc import Callable
from pathlib import Path


def sleep(arguments: list[str], _files: list[int]) -> Callable[[], None]:
    """Sleeps as many seconds as its first argument says, and ends with the second as its code."""

    def run() -> None:
        time.sleep(float(arguments[0]))
        os._exit(int(arguments[1]))

    return run


def environ(arguments: list[str], files: list[int]) -> Callable[[], object]:
    """Writes a variable, the folder, whether it leads a group, and all variables' names to the file with the order."""
    said = f"{os.environ.get(arguments[0])} {Path.cwd()} {os.getpgrp() == os.getpid()} {sorted(os.environ)}"
    return lambda: os.write(files[0], said.encode())


def handles(_arguments: list[str], files: list[int]) -> Callable[[], object]:
    """Writes what each of its open files is to the file with the order."""
    found = [link.readlink() for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return lambda: os.write(files[0], "\n".join(map(str, found)).encode())
