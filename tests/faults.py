"""A made-up world whose runs are broken on purpose, and what must hold after each: nothing left, the site whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import psutil

from tests.made_up import WARD
from tests.made_up_site import NOTEBOOKS, World, code

ROOT = Path(__file__).parents[1]
CHECKER = ROOT / "tests" / "site_checker.py"
MARK = "MADE_UP_MARK"
"""A variable that every process of a scene has, by which it is found."""
LINGER = 10.0
"""Seconds in which whatever a run has started must have ended after it."""
TIMEOUT = 120
"""Seconds that a run may take."""


def until(true: Callable[[], bool], seconds: float = 60) -> bool:
    """Wait until something is true; False if it does not come true in time."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code (negative for a signal), what it said, its seconds."""

    code: int
    out: str
    err: str
    seconds: float = 0


@dataclass
class Scene:
    """A world in a folder, and a folder for the temporary files of its runs."""

    folder: Path
    world: World = field(init=False)
    mark: str = field(default_factory=lambda: uuid4().hex)
    changes: int = 0

    def __post_init__(self) -> None:
        self.world = World(self.folder / "world")
        self.temporary.mkdir()

    @property
    def temporary(self) -> Path:
        """Where its runs make temporary files."""
        return self.folder / "t"

    def change(self) -> None:
        """Make the figures differ from all before, so that the next run has an edition to make."""
        self.changes += 1
        parts = (60 + self.changes, 45)
        self.world.write_month(
            f"total actual 2025-07 {sum(parts)} million-dong",
            f"part-a actual 2025-07 {parts[0]} million-dong",
            f"part-b actual 2025-07 {parts[1]} million-dong",
        )

    def write_cell(self, source: str) -> None:
        """Give the overview a cell of code; none if it is empty."""
        self.world.write_notebook("00_overview", [*NOTEBOOKS["00_overview"], *([code(source)] if source else [])])

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Variables of a run."""
        known = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
        path = os.pathsep.join(filter(None, [(more or {}).get("PYTHONPATH"), str(ROOT)]))
        return {**known, MARK: self.mark, "TMPDIR": str(self.temporary), **(more or {}), "PYTHONPATH": path}

    def begin(self, *arguments: str, more: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
        """Begin a run, in a process group of its own."""
        command = self.world.command("--ward", WARD, *arguments)
        return subprocess.Popen(
            command,
            env=self.environment(more),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str, more: Mapping[str, str] | None = None) -> Ended:
        """A run from its beginning to its end."""
        began = time.monotonic()
        return self.end(self.begin(*arguments, more=more), began)

    def end(self, process: subprocess.Popen[str], began: float = 0) -> Ended:
        """How a run that was begun ends."""
        with process:
            out, err = process.communicate(timeout=TIMEOUT)
        return Ended(process.returncode, out, err, time.monotonic() - began)

    def end_by(self, number: signal.Signals, after: float) -> Ended:
        """Begin a run, and send it a signal so many seconds later, unless it has ended by then."""
        began = time.monotonic()
        process = self.begin()
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(number)
        return self.end(process, began)

    def processes(self) -> list[psutil.Process]:
        """The processes of its runs that are there."""
        return list(marked(self.mark))

    def faults(self, *, crashed: bool = False) -> list[str]:
        """All that is wrong after a run: of a run that was ``crashed`` the next one mends what it left in files."""
        until(lambda: not self.processes(), LINGER)
        found = [f"process {' '.join(one.cmdline())}" for one in self.processes()]
        if not crashed:
            found += [f"temporary file {path.relative_to(self.temporary)}" for path in self.temporary.rglob("*")]
        return [*found, *self._site_faults(crashed=crashed)]

    def _site_faults(self, *, crashed: bool) -> list[str]:
        """What a second program finds."""
        command = [sys.executable, "-I", str(CHECKER), str(self.world.out), *(["--crashed"] if crashed else [])]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=TIMEOUT)
        lines = [*done.stdout.splitlines(), *done.stderr.splitlines()]
        return lines if lines or done.returncode == 0 else [f"the checker ended with {done.returncode}"]


def marked(mark: str) -> Iterator[psutil.Process]:
    """The processes that have the mark in their environment, but for this one and those that have ended."""
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == mark and process.status() != psutil.STATUS_ZOMBIE:
                yield process
        except psutil.Error:
            continue


def moments(seed: int, count: int) -> list[tuple[signal.Signals, float]]:
    """Signals, and the part of a run after which each comes: by turns SIGKILL and SIGTERM, spread over all of a run.

    >>> [(number.name, 0 <= part < 1) for number, part in moments(seed=1, count=3)]
    [('SIGKILL', True), ('SIGTERM', True), ('SIGKILL', True)]
    """
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    parts = [(place + chance.random()) / count for place in range(count)]
    chance.shuffle(parts)
    return [((signal.SIGKILL, signal.SIGTERM)[turn % 2], part) for turn, part in enumerate(parts)]
