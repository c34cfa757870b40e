"""How well made-up reports are read: wrong alarms in clean ones, wrong digits found in others; each miss with its text.

Called as `make bench BENCH=reader`, or as `make bench BENCH=reader ARGS="--reports 100 --seed 1000"`.

So many reports without errors, and as many others with one wrong digit beyond rounding each, are checked on two
processes. A miss is printed with its text, sorted by the wording that it is of, so that a general cause shows. Seeds
below 100,000 are for tuning; what docs/reading.md tells is measured from there on.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections import Counter
from collections.abc import Iterable, Sequence

from phulien_analysis import read_text
from tests.made_up_reports import make_report
from tests.measuring import Miss, Score, measure_report

PROCESSES = 2
LONGEST = 600  # characters of a text that are printed


def measured(job: tuple[int, int]) -> tuple[int, Score]:
    """One report, by seed and number of wrong digits, and its score."""
    seed, errors = job
    report, score = make_report(seed, errors=errors), Score()
    measure_report(report, read_text(report.text()), score)
    return seed, score


def measure(jobs: Sequence[tuple[int, int]]) -> Iterable[tuple[int, Score]]:
    """The scores of many reports, in their order."""
    with multiprocessing.Pool(PROCESSES) as pool:
        return pool.map(measured, jobs, chunksize=4)


def percent(part: int, whole: int) -> str:
    """``90 of 100 (90.0 %)``."""
    return f"{part:,} of {whole:,} ({100 * part / whole:.1f} %)" if whole else f"{part:,} of 0"


def summary(scores: Iterable[Score]) -> str:
    """What the scores come to, a line each."""
    total = Score()
    for score in scores:
        total += score
    lines = [
        f"  calculations found  {percent(total.found, total.calculations)}",
        f"  figures found       {percent(total.figures_found, total.figures)}",
        f"  wrong alarms        {len(total.alarms)} in {total.findings:,} findings",
    ]
    if total.errors:
        lines += [
            f"  wrong digits found  {percent(total.errors_found, total.errors)}",
            f"  wrong cell first    {percent(total.cell_first, total.errors_found)} of those found",
            f"                      {percent(total.cell_first, total.errors)} of all",
        ]
    return "\n".join(lines)


def told(kind: str, misses: Sequence[tuple[int, Miss]]) -> None:
    """Print misses of one kind by their wording, with the text of each."""
    counts = Counter(miss.pattern for _, miss in misses)
    for pattern, count in counts.most_common():
        print(f"\n== {kind}: {pattern}, {count}")
        for seed, miss in (m for m in misses if m[1].pattern == pattern):
            print(f"-- seed {seed}: {miss.said}")
            print(f"   {miss.text[:LONGEST]}")


def main() -> int:
    """Measure, print the misses, and what all comes to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reports", type=int, default=100, help="how many reports of each kind (default 100)")
    parser.add_argument("--seed", type=int, default=1000, help="the first seed (default 1000)")
    parser.add_argument("--quiet", action="store_true", help="print only what all comes to")
    asked = parser.parse_args()
    first, count = asked.seed, max(1, asked.reports)
    start = time.perf_counter()
    clean = measure([(seed, 0) for seed in range(first, first + count)])
    spoiled = measure([(seed, 1) for seed in range(first + count, first + 2 * count)])
    if not asked.quiet:
        for kind in ("missed calculation", "wrong alarm", "wrong digit not found", "another cell first"):
            told(kind, [(seed, m) for seed, score in (*clean, *spoiled) for m in score.missed if m.kind == kind])
    print(f"\n{count} reports without errors, seeds {first:,} to {first + count - 1:,}")
    print(summary(score for _, score in clean))
    print(f"{count} reports with one wrong digit each, seeds {first + count:,} to {first + 2 * count - 1:,}")
    print(summary(score for _, score in spoiled))
    print(f"{time.perf_counter() - start:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
