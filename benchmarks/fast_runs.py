"""From notebooks to pages: several ways side by side, many editions in one run, and how soon a command answers.

    make bench                                        everything, with the environment as it is
    make bench ARGS="--quick"                         few notebooks and editions, one round: does it work?
    make bench ARGS="--lean --write"                  also without JupyterLab; renews docs/performance.md
    make bench ARGS="--from measured.json --write"    nothing is measured; the page is written from what was

Ways take turns, round by round, so that what else the machine does falls on all of them. Before the first round each
runs once without being timed (but for --quick): files come into the cache, and memory is looked at, which takes time.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.commands import run_editions, time_commands
from benchmarks.lean import lean_environment
from benchmarks.machine import describe
from benchmarks.measuring import Cost
from benchmarks.notebook_sets import NotebookSet, made_up_set, product_set
from benchmarks.performance_page import write_page
from benchmarks.results import Measured, Results, read_results
from benchmarks.telling import COMMANDS, EDITIONS, WAYS, tell
from benchmarks.ways import LIMIT, OURS, PLAIN, SHELL, Environment, Way, run_way
from benchmarks.ways import WAYS as ALL_WAYS

SIZES = (1, 10, 50, 114, 200)
FEW_SIZES = (1, 3)
LARGE = 50
"""So many editions, or more, are run in one round only: what varies from run to run is small against them."""
IN_LEAN = (SHELL, PLAIN, OURS, LIMIT)
"""The ways that are run in the lean environment, too."""
PARTS = (WAYS, EDITIONS, COMMANDS)


def main() -> int:
    """Measure what is asked for, tell it, and keep it."""
    options = read_options()
    if options.source:
        results = read_results(options.source)
    else:
        results = measured(options)
        results.write(options.json)
        say(f"all that was measured is in {options.json}\n")
    for text in tell(results).values():
        print(text, end="\n\n")
    if options.write:
        write_page(results)
    return 0


def read_options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed (default 3)")
    parser.add_argument("--quick", action="store_true", help="few notebooks and editions, one round")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="only some of it")
    parser.add_argument("--editions", nargs="+", type=int, help=f"how many in one run (default {SIZES})")
    parser.add_argument("--workers", type=int, default=2, help="notebooks at a time (default 2)")
    parser.add_argument(
        "--lean",
        nargs="?",
        type=Path,
        const=Path(tempfile.gettempdir(), "phulien-lean"),
        metavar="FOLDER",
        help="also in an environment without JupyterLab, made in this folder if it is not there",
    )
    parser.add_argument("--json", type=Path, help="where what was measured is kept")
    parser.add_argument("--from", dest="source", type=Path, metavar="JSON", help="measure nothing, take this")
    parser.add_argument("--write", action="store_true", help="renew docs/performance.md and its chart")
    options = parser.parse_args()
    options.json = options.json or Path(tempfile.gettempdir(), "phulien-measured.json")
    options.rounds = 1 if options.quick else options.rounds
    options.editions = options.editions or (FEW_SIZES if options.quick else SIZES)
    return options


def measured(options: argparse.Namespace) -> Results:
    """All parts that are asked for."""
    here = Environment("with JupyterLab", Path(sys.executable).parent)
    results = Results(describe(here))
    if WAYS in options.parts:
        lean = [lean_environment(options.lean.resolve())] if options.lean else []
        compare_ways(results, [here, *lean], options)
    if EDITIONS in options.parts:
        measure_editions(results, here, options)
    if COMMANDS in options.parts:
        measure_commands(results, here, options)
    return results


def compare_ways(results: Results, environments: Sequence[Environment], options: argparse.Namespace) -> None:
    """Every way on both sets, in turns; round 0 is not timed, and left out where it must be quick."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        few = 2 if options.quick else None
        sets = [product_set(folder / "product", few), made_up_set(folder / "made-up", *([few] if few else []))]
        runs = [
            (way, notebooks, environment)
            for notebooks in sets
            for environment in environments
            for way in ALL_WAYS
            if way.only in {"", notebooks.name} and (environment is environments[0] or way.name in IN_LEAN)
        ]
        for number in range(1 if options.quick else 0, options.rounds + 1):
            for run in runs:
                _run_once(results, run, number, options)


def _run_once(
    results: Results, run: tuple[Way, NotebookSet, Environment], number: int, options: argparse.Namespace
) -> None:
    way, notebooks, environment = run
    group, memory = f"{notebooks.name}, {environment.name}", options.quick or number == 0
    for name, cost in run_way(way, notebooks, environment, options.workers, memory=memory).items():
        one = results.of(WAYS, group, name, len(notebooks))
        if number:
            _add(one, cost)
        else:
            one.peak = cost.peak
            say(f"before the first round, {group}: {name}")


def measure_editions(results: Results, environment: Environment, options: argparse.Namespace) -> None:
    """Runs of one edition, and of more and more."""
    for number in range(options.rounds):
        for count in options.editions:
            if number == 0 or count < LARGE:
                cost, pages = run_editions(count, environment, options.workers)
                _add(results.of(EDITIONS, "", str(count), pages), cost)


def measure_commands(results: Results, environment: Environment, options: argparse.Namespace) -> None:
    """A run, the same again, and the start-up of commands."""
    with ExitStack() as stack:
        for _ in range(options.rounds):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
            for name, cost in time_commands(environment, options.workers, folder):
                _add(results.of(COMMANDS, "", name), cost)


def _add(one: Measured, cost: Cost) -> None:
    one.add(cost)
    where = f"{one.group}: " if one.group else ""
    say(f"round {len(one.seconds)}, {one.kind}, {where}{one.name}: {cost.seconds:.2f} s")


def say(text: str) -> None:
    """How it goes, beside the tables."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
