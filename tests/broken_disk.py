"""A disk that fails, or a program that is killed, at one step of what is done to a folder."""

import io
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

CALLS = ("mkdir", "rename", "replace", "symlink", "fsync", "unlink", "rmdir")
"""Functions of ``os`` through which the disk is changed; ``io.open`` beside them, where it opens for writing."""


class Killed(BaseException):
    """The program ends here, and does nothing more: what it would do to clear up fails as well."""


class BrokenDisk(AbstractContextManager["BrokenDisk"]):
    """Counts the steps of what is done to a folder; at step ``at`` there is an error of the system, or the end.

    With ``error`` the step fails, and those after it work; without, the program is killed there: a file that is opened
    for writing is left torn, and nothing is done any more.
    """

    def __init__(self, folder: Path, at: int = 0, error: int | None = None) -> None:
        self.steps = 0
        self._folder, self._at, self._error = str(folder), at, error
        self._dead = False
        self._patch = pytest.MonkeyPatch()

    def __enter__(self) -> Self:
        for name in CALLS:
            self._patch.setattr(os, name, self._watched(getattr(os, name)))
        self._patch.setattr(io, "open", self._opened(io.open))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._patch.undo()

    def _watched(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the function takes
            if self._concerns(args, options):
                self._step(str(args[0]))
            return real(*args, **options)

        return watched

    def _opened(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def opened(file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:  # noqa: ANN401 - as above
            if set(mode) & set("wax+") and self._concerns((file,), {}):
                if self._error is None and self.steps + 1 == self._at:
                    with real(file, mode, *args, **options) as torn:
                        torn.write("torn" if "b" not in mode else b"torn")
                self._step(str(file))
            return real(file, mode, *args, **options)

        return opened

    def _concerns(self, args: tuple[Any, ...], options: dict[str, Any]) -> bool:
        """Whether a call is about the folder: by its path, by a file that is open, or by a folder that is open."""
        names = [str(one) for one in args if isinstance(one, str | os.PathLike)]
        inside = any(name.startswith(self._folder) for name in names)
        return inside or isinstance(args[0], int) or options.get("dir_fd") is not None

    def _step(self, name: str) -> None:
        if self._dead:
            raise Killed
        self.steps += 1
        if self.steps == self._at:
            if self._error is not None:
                raise OSError(self._error, os.strerror(self._error), name)
            self._dead = True
            raise Killed
