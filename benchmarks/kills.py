"""Runs killed at random moments: how many left the site whole, and nothing else, and how many next runs mended it.

A small made-up world (three notebooks) is published again and again, each time with other figures, in several copies at
once. By turns SIGKILL and SIGTERM come to a run, at moments spread over all of its time. After each a second program
(``tests/site_checker.py``, which shares no code with the product) looks at the site; then the next run has to publish,
and to leave nothing: no process, no temporary file, no lock, nothing half done in the site.

    make bench BENCH=kills ARGS="--kills 200"
"""

from __future__ import annotations

import argparse
import random
import signal
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import describe
from benchmarks.performance_page import renewed
from benchmarks.results import table
from benchmarks.ways import Environment
from tests.faults import Ended, Scene, moments

PAGE = Path(__file__).parents[1] / "docs" / "reliability.md"
IN_ORDER = {0, 143}
"""Exit codes of a run that SIGTERM came to: it had ended already, or ended in order."""
BEFORE_ALL = {-signal.SIGTERM, -signal.SIGKILL}
"""Of a run that was killed; by SIGTERM only before it had begun anything, while Python starts."""


@dataclass(frozen=True)
class Kill:
    """A signal that came after a part of a run, and what became of it: exit code, what was shown, what was wrong."""

    number: signal.Signals
    part: float
    code: int
    new: bool
    faults: tuple[str, ...]
    next_code: int
    next_faults: tuple[str, ...]
    seconds: float

    @property
    def survived(self) -> bool:
        """Whether all was as it must be."""
        known = IN_ORDER | BEFORE_ALL if self.number == signal.SIGTERM else {0} | BEFORE_ALL
        return self.code in known and not self.faults and self.next_code == 0 and not self.next_faults

    def __str__(self) -> str:
        state = "survived" if self.survived else f"NOT survived: {self.faults} {self.next_faults}"
        shown = "new" if self.new else "old"
        return f"{self.number.name} at {self.part:4.0%}: exit code {self.code}, {shown} edition, {state}"


class Lane:
    """A copy of the world, in which one run follows the other; ``seconds`` is what a run takes that is left alone."""

    def __init__(self, folder: Path) -> None:
        self.scene = Scene(folder)
        self.seconds = self._good().seconds

    def kill(self, number: signal.Signals, part: float) -> Kill:
        """Kill a run, look, and run again."""
        before = self.scene.world.names()
        self.scene.change()
        ended = self.scene.end_by(number, part * self.seconds)
        faults = self.scene.faults(crashed=ended.code < 0)
        new = self.scene.world.names() != before
        after = self._good()
        self.seconds = after.seconds
        left = tuple(self.scene.faults())
        return Kill(number, part, ended.code, new, tuple(faults), after.code, left, after.seconds)

    def _good(self) -> Ended:
        self.scene.change()
        return self.scene.run()


def kill_all(planned: Iterable[tuple[signal.Signals, float]], lanes: int, folder: Path, until: float) -> list[Kill]:
    """As many kills as are planned, or as the time allows, some at once."""
    waiting, lock, done = list(planned), threading.Lock(), list[Kill]()

    def work(number: int) -> None:
        (home := folder / str(number)).mkdir()
        lane = Lane(home)
        while time.monotonic() < until:
            with lock:
                if not waiting:
                    return
                one = waiting.pop()
            kill = lane.kill(*one)
            with lock:
                done.append(kill)
                print(f"{len(done):4} {kill}", flush=True)

    with ThreadPoolExecutor(lanes) as threads:
        for future in as_completed([threads.submit(work, number) for number in range(lanes)]):
            future.result()
    return done


def tell(kills: Sequence[Kill], seed: int) -> str:
    """The kills as a table, and in a sentence what they were made with."""
    headings = ["signal", "sent", "survived", "ended by it", "old edition shown", "new edition shown"]
    rows = [
        [
            number.name,
            str(len(of)),
            str(sum(one.survived for one in of)),
            str(sum(one.code != 0 for one in of)),
            str(sum(not one.new for one in of)),
            str(sum(one.new for one in of)),
        ]
        for number in (signal.SIGKILL, signal.SIGTERM)
        if (of := [one for one in kills if one.number == number])
    ]
    rows.append(["both", *(str(sum(int(row[place]) for row in rows)) for place in range(1, len(headings)))])
    machine = describe(Environment("here", Path(sys.executable).parent))
    middle = statistics.median(one.seconds for one in kills)
    about = f"Seed {seed}; a run left alone took {middle:.1f} s (median), with other work on the machine"
    return (
        f"{table(headings, rows)}\n\n{about}; {machine['date']}, {machine['processors']}, Python {machine['Python']}."
    )


def main() -> int:
    """Kill, tell, and exit with 1 if anything was not as it must be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 16))
    parser.add_argument("--lanes", type=int, default=2, help="copies of the world at once")
    parser.add_argument("--minutes", type=float, default=600, help="after which no more is begun")
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}")
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        until = time.monotonic() + 60 * asked.minutes
        kills = kill_all(moments(asked.seed, asked.kills), asked.lanes, Path(folder), until)
    told = tell(kills, asked.seed)
    print(told)
    if asked.write:
        PAGE.write_text(renewed(PAGE.read_text("utf-8"), {"kills": told}), encoding="utf-8")
    return 0 if all(one.survived for one in kills) else 1


if __name__ == "__main__":
    raise SystemExit(main())
