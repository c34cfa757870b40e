"""What was measured, kept as JSON and told as tables: medians of rounds, with the least and the most."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.measuring import MIB, Cost


@dataclass
class Measured:
    """All rounds of one thing; ``pages`` is how many HTML files it made."""

    kind: str
    group: str
    name: str
    pages: int
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    peak: int = 0

    def add(self, cost: Cost) -> None:
        """One round more."""
        self.seconds.append(cost.seconds)
        self.processor.append(cost.processor)
        self.peak = max(self.peak, cost.peak)

    @property
    def median(self) -> float:
        """Seconds."""
        return median(self.seconds)


@dataclass
class Results:
    """Everything measured in one run of the benchmark, and on what."""

    machine: dict[str, str]
    measured: list[Measured] = field(default_factory=list)

    def of(self, kind: str, group: str, name: str, pages: int = 0) -> Measured:
        """What was measured of a thing; it begins empty."""
        for one in self.measured:
            if (one.kind, one.group, one.name) == (kind, group, name):
                return one
        self.measured.append(Measured(kind, group, name, pages))
        return self.measured[-1]

    def kind(self, kind: str) -> list[Measured]:
        """All of a kind that were timed at least once, in order."""
        return [one for one in self.measured if one.kind == kind and one.seconds]

    def groups(self, kind: str) -> dict[str, list[Measured]]:
        """The same by group."""
        found: dict[str, list[Measured]] = {}
        for one in self.kind(kind):
            found.setdefault(one.group, []).append(one)
        return found

    def write(self, path: Path) -> None:
        """As JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_results(path: Path) -> Results:
    """From JSON."""
    content = json.loads(path.read_text("utf-8"))
    return Results(content["machine"], [Measured(**one) for one in content["measured"]])


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, its columns under one another; all but the first hold numbers.

    >>> print(table(["way", "s"], [["A", "12.5"], ["ours", "3"]]))
    | way  |    s |
    |:-----|-----:|
    | A    | 12.5 |
    | ours |    3 |
    """
    lines = [list(headings), *map(list, rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(headings))]
    told = ["| " + " | ".join(_cells(line, widths)) + " |" for line in lines]
    rule = "|".join(("-" * (width + 1)).join([":", ""] if at == 0 else ["", ":"]) for at, width in enumerate(widths))
    return "\n".join([told[0], f"|{rule}|", *told[1:]])


def _cells(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        text.ljust(width) if at == 0 else text.rjust(width)
        for at, (text, width) in enumerate(zip(line, widths, strict=True))
    ]


def say_seconds(seconds: Sequence[float]) -> str:
    """The median, and from where to where; with two digits where it is short.

    >>> say_seconds([3.1, 2.5, 2.75])
    '2.75 (2.50–3.10)'
    >>> say_seconds([28.31])
    '28.3'
    """
    digits = 1 if median(seconds) >= 10 else 2
    middle = f"{median(seconds):.{digits}f}"
    return middle if len(seconds) == 1 else f"{middle} ({min(seconds):.{digits}f}–{max(seconds):.{digits}f})"


def say_peak(peak: int) -> str:
    """Memory in MiB, if it was looked at."""
    return f"{peak / MIB:.0f}" if peak else ""


def say_machine(machine: Mapping[str, str]) -> str:
    """What it was measured on, as a table."""
    return table(["measured on", ""], machine.items())
