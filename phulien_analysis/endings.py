"""Signals that end a run: Ctrl-C (SIGINT), SIGTERM of a service that is stopped, SIGHUP of a terminal that is closed.

Each raises :class:`Ended` in the main thread, so that what was begun is tidied up on the way out. What must not be left
half done, or half tidied up, stands in :func:`undisturbed`: a signal waits for its end.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
SHELL = 128
"""A shell tells a program that a signal ended by this and the signal's number."""


class Ended(KeyboardInterrupt):
    """A signal has come that ends the run; ``exit_code`` is what a shell would tell of it."""

    def __init__(self, number: signal.Signals) -> None:
        super().__init__(number.name)
        self.exit_code = SHELL + number


def ended_in(error: BaseException) -> Ended | None:
    """The signal in whose wake an error came; None if it came by itself.

    A wait that a signal breaks off can leave with an error of its own: a lock that it had not taken again is released.
    """
    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, Ended):
        seen = seen.__context__
    return seen


class Watch:
    """Waits for signals, and remembers the first that has come."""

    def __init__(self) -> None:
        self.first: signal.Signals | None = None
        self._shields = 0
        self._waiting = False

    def come(self, number: int, _frame: FrameType | None) -> None:
        """A signal has come."""
        self.first = self.first or signal.Signals(number)
        self._waiting = True
        self.go_on()

    def go_on(self) -> None:
        """Raise what has come, unless it has to wait."""
        if self._waiting and self.first and not self._shields:
            self._waiting = False
            raise Ended(self.first)

    @contextmanager
    def shielded(self) -> Iterator[None]:
        """Signals wait for the end of this block."""
        self._shields += 1
        try:
            yield
        finally:
            self._shields -= 1
            self.go_on()


_watch = Watch()


@contextmanager
def watched(*, for_good: bool = False) -> Iterator[Watch]:
    """Have signals raise :class:`Ended` in this block; gives who knows which one came first.

    ``for_good``: the process ends after the block, and signals that come later than that do not disturb it. One that
    the process was told to ignore, as ``nohup`` does, stays ignored. Outside of the main thread nothing is changed.
    """
    global _watch  # noqa: PLW0603 - signals are the process's, too
    outer, _watch = _watch, Watch()
    before: dict[signal.Signals, Any] = {}
    if threading.current_thread() is threading.main_thread():
        before = {one: found for one in SIGNALS if (found := signal.getsignal(one)) is not signal.SIG_IGN}
    try:
        for one in before:
            signal.signal(one, _watch.come)
        yield _watch
    finally:
        for one, found in before.items():
            signal.signal(one, signal.SIG_IGN if for_good else found)
        _watch = outer


@contextmanager
def undisturbed() -> Iterator[None]:
    """Signals wait for the end of this block; they come to the main thread only, so others need not wait."""
    if threading.current_thread() is threading.main_thread():
        with _watch.shielded():
            yield
    else:
        yield
