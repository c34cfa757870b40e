"""How far a run is: a bar with the time left where somebody watches, and nothing where nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress as Bar


class ProgressBar:
    """A bar on the terminal, on standard error; elsewhere it is silent."""

    def __init__(self, title: str) -> None:
        console = Console(stderr=True)
        self._bar = Bar(console=console, transient=True) if console.is_terminal else None
        self._title = title

    def __enter__(self) -> Self:
        if self._bar:
            self._job = self._bar.add_task(self._title, total=None)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def tell(self, done: int, total: int, name: str) -> None:
        """So many of so many are done, this one just now."""
        if self._bar:
            self._bar.update(self._job, completed=done, total=total, description=f"{self._title}: {name}")

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Lines written in here stand above the bar, each on its own."""
        if self._bar:
            self._bar.stop()
        yield
        if self._bar:
            self._bar.start()
