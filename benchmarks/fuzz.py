"""Valid made-up files, changed at random: each must end in a result or in a refusal, within its bounds.

    make bench BENCH=fuzz ARGS="--seconds 300 --seed 1"

Files that end otherwise are kept in the folder ``--keep``, with what went wrong beside them; the exit code is then 1.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.fuzz_files import KINDS, Kind
from phulien_analysis import PhulienError, load_report
from phulien_analysis.exchange import findings_document, to_json
from phulien_analysis.guard import Bounds, OutOfBoundsError, within_bounds
from phulien_analysis.marking.pages import write_html
from phulien_analysis.marking.records import checked_record
from phulien_analysis.messages import LANGS
from phulien_analysis.stated.checking import check_document
from tests.made_up import MONTH, WARD

LIMITS = Bounds(seconds=20, megabytes=1024)


@dataclass
class Count:
    """What became of the inputs of one kind; ``slowest`` in seconds by the clock."""

    results: int = 0
    refusals: int = 0
    ended: int = 0
    failures: int = 0
    slowest: float = 0.0
    said: set[str] = field(default_factory=set)

    @property
    def inputs(self) -> int:
        """All of them."""
        return self.results + self.refusals + self.ended + self.failures


def read_document(path: Path) -> str:
    """Check a document and give it back in every form; ``failure`` and a traceback where that is no refusal."""
    return _told(lambda: _check(path))


def read_data(path: Path) -> str:
    """Load the month of a data folder and redo its calculations, in both languages."""
    return _told(lambda: _load(path))


def _check(path: Path) -> None:
    checked = check_document(path)
    to_json(checked_record(checked))
    for lang in LANGS:
        write_html(checked, path.with_name("page.html"), lang, force=True)
    path.with_name("page.html").unlink()


def _load(path: Path) -> None:
    for lang in LANGS:
        report = load_report(MONTH, WARD, path.parent.parent, lang)
        to_json(findings_document(report))
        [derived.label.say(lang) for derived in report.derived_list if hasattr(derived, "label")]


def _told(work: Callable[[], None]) -> str:
    try:
        work()
    except PhulienError as error:
        said = [error.say(lang) for lang in LANGS]
        return "refusal" if all(said) else "failure: a refusal without words"
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  what nobody expected is what is looked for
        return f"failure: {traceback.format_exc()}"
    return "result"


def fuzz(seconds: float, seed: int, names: Sequence[str], keep: Path) -> dict[str, Count]:
    """Change and read files in turn until the time is over; the same seed makes the same files."""
    counts = {name: Count() for name in names}
    chance = random.Random(seed)  # noqa: S311  to choose, not to hide
    ends, number = time.monotonic() + seconds, 0
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        while time.monotonic() < ends:
            kind = names[number % len(names)]
            number += 1
            folder = Path(name) / "one"
            folder.mkdir()
            _one(KINDS[kind], counts[kind], folder, chance, keep / f"{kind}-{seed}-{number}")
            shutil.rmtree(folder)
    return counts


def _one(kind: Kind, count: Count, folder: Path, chance: random.Random, keep: Path) -> None:
    path = kind.write(folder, chance)
    read = read_data if kind.is_data else read_document
    started = time.monotonic()
    try:
        said = within_bounds(path.name, read, path, limits=LIMITS)
    except OutOfBoundsError as error:
        said = f"ended: {error}"
    count.slowest = max(count.slowest, time.monotonic() - started)
    word = said.partition(":")[0]
    count.results += word == "result"
    count.refusals += word == "refusal"
    count.ended += word == "ended"
    count.failures += word == "failure"
    if word in {"failure", "ended"}:
        cause = said.strip().splitlines()[-1]
        if cause not in count.said:  # one of each is enough
            count.said.add(cause)
            shutil.copytree(folder, keep, dirs_exist_ok=True)
            (keep / "said.txt").write_text(said, "utf-8")


def tell(counts: dict[str, Count]) -> str:
    """The counts as a table in Markdown."""
    lines = [
        "| files | inputs | results | refusals | ended by their bounds | failures | slowest, s |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, one in counts.items():
        numbers = (one.inputs, one.results, one.refusals, one.ended, one.failures)
        lines.append(f"| {name} | {' | '.join(f'{n:,}' for n in numbers)} | {one.slowest:.1f} |")
    return "\n".join(lines)


def main() -> int:
    """Read the options, fuzz, and tell."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default=",".join(KINDS), help=f"some of {', '.join(KINDS)}")
    parser.add_argument("--keep", type=Path, default=Path("build") / "fuzz")
    options = parser.parse_args()
    counts = fuzz(options.seconds, options.seed, options.kinds.split(","), options.keep)
    print(tell(counts))
    for name, one in counts.items():
        for cause in sorted(one.said):
            print(f"{name}: {cause}")
    return int(any(one.failures for one in counts.values()))


if __name__ == "__main__":
    sys.exit(main())
