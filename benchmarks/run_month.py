"""Time a month: `phulien run` against papermill and nbconvert on one notebook after another.

Both ways take turns in one run of this script, so that what else the machine does falls on both.
Called as `make bench`, or as `make bench ARGS="2025-07 --rounds 5"`.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMANDS = Path(sys.executable).parent


def main() -> int:
    """Run both ways as often as asked, print each time, then both medians and their ratio."""
    options = read_options()
    ways: dict[str, Callable[[str, str, Path], None]] = {
        "phulien run": phulien_run,
        "plain loop": plain_loop,
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(1, options.rounds + 1):
        for name, way in ways.items():
            seconds[name].append(timed(way, options.month, options.ward))
            print(f"round {number}, {name}: {seconds[name][-1]:.1f} s", flush=True)
    print_summary(seconds)
    return 0


def timed(way: Callable[[str, str, Path], None], month: str, ward: str) -> float:
    """Seconds that one way takes, into a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        way(month, ward, Path(folder))
        return time.perf_counter() - started


def read_options() -> argparse.Namespace:
    """The month, the ward and the number of rounds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("month", nargs="?", default="2025-07")
    parser.add_argument("--ward", default="phu-lien")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way is timed (default 3)")
    return parser.parse_args()


def phulien_run(month: str, ward: str, out: Path) -> None:
    """What a user types: notebooks, pages, checks and publication."""
    command(["phulien", "run", month, "--ward", ward, "--data", ROOT / "data", "--out", out, "--force"])


def plain_loop(month: str, ward: str, out: Path) -> None:
    """What one would write in a shell: for each notebook, `papermill …; jupyter nbconvert …`."""
    parameters = {"month": month, "ward": ward, "lang": "vi", "data": str(ROOT / "data")}
    raw = [word for name, value in parameters.items() for word in ("-r", name, value)]
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        executed = out / notebook.name
        command(["papermill", notebook, executed, *raw])
        command(["jupyter-nbconvert", "--to", "html", executed])


def command(words: Sequence[str | Path]) -> None:
    """Run a command of this environment quietly; what it said is shown only where it failed."""
    name, *rest = map(str, words)
    path = shutil.which(name, path=str(COMMANDS)) or name
    answer = subprocess.run([path, *rest], cwd=ROOT, capture_output=True, text=True, check=False)
    if answer.returncode:
        typed = " ".join([name, *rest])
        sys.exit(f"{typed} ended with {answer.returncode}:\n{answer.stdout}{answer.stderr}")


def print_summary(seconds: dict[str, list[float]]) -> None:
    """Both medians, and how many times as long the plain loop takes."""
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    for name, median in medians.items():
        print(f"{name}: median {median:.1f} s of {len(seconds[name])}")
    print(f"ratio: {medians['plain loop'] / medians['phulien run']:.2f}")


if __name__ == "__main__":
    raise SystemExit(main())
