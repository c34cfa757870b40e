"""The chart of docs/performance.svg: the ways as bars, and what many editions cost a page and in memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.measuring import MIB
from benchmarks.results import Measured, Results
from benchmarks.telling import WAYS, by_size
from benchmarks.ways import LIMIT, OURS

PLAIN, OWN, BOUND = "#8a9199", "#00687a", "#c98a00"
"""Colours of bars: other ways, our own, the limit."""
STYLE: dict[Any, object] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "performance",
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "text.color": "black",
}


def draw(results: Results, path: Path) -> None:
    """Draw what there are measurements for; text stays text, on white, so that it can be read on any page."""
    groups, sizes = list(results.groups(WAYS).items()), by_size(results)
    panels = len(groups) + 2 * bool(sizes)
    if not panels:
        return
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(10, 3.1 * ((panels + 1) // 2)), layout="constrained")
        axes = [figure.add_subplot((panels + 1) // 2, 2, at + 1) for at in range(panels)]
        for (group, rows), bars in zip(groups, axes, strict=False):
            _draw_ways(bars, group, rows)
        if sizes:
            _draw_pages(axes[-2], sizes)
            _draw_memory(axes[-1], sizes)
        figure.savefig(
            path, metadata={"Date": None, "Creator": None, "Title": "How long notebooks take to become pages"}
        )
    path.write_text("\n".join(map(str.rstrip, path.read_text("utf-8").splitlines())) + "\n", encoding="utf-8")


def _draw_ways(axes: Axes, group: str, rows: Sequence[Measured]) -> None:
    for place, one in enumerate(rows):
        axes.barh(place, one.median, color=_colour(one.name), height=0.7)
        axes.plot([min(one.seconds), max(one.seconds)], [place, place], color="black", linewidth=1)
        axes.text(max(one.seconds), place, f"  {one.median:.1f}", va="center")
    axes.set_yticks(range(len(rows)), [one.name for one in rows])
    axes.invert_yaxis()
    axes.set_xlim(0, 1.12 * max(max(one.seconds) for one in rows))
    axes.set_title(f"{group}: seconds to {rows[0].pages} pages", loc="left", weight="bold")
    axes.set_xlabel(f"from nothing; median of {len(rows[0].seconds)}; line: least to most")


def _colour(name: str) -> str:
    if name.startswith(LIMIT):
        return BOUND
    return OWN if name.startswith((OURS, "phulien")) else PLAIN


def _draw_pages(axes: Axes, sizes: Sequence[Measured]) -> None:
    _draw_line(axes, sizes, [one.median / one.pages for one in sizes], "{:.2f}")
    axes.set_title("Many editions in a run: seconds a page", loc="left", weight="bold")


def _draw_memory(axes: Axes, sizes: Sequence[Measured]) -> None:
    _draw_line(axes, sizes, [one.peak / MIB for one in sizes], "{:.0f}")
    axes.set_title("Many editions: peak memory (PSS), MiB", loc="left", weight="bold")


def _draw_line(axes: Axes, sizes: Sequence[Measured], values: Sequence[float], form: str) -> None:
    """Values by the number of editions, each named."""
    numbers = [int(one.name) for one in sizes]
    axes.plot(numbers, values, "o-", color=OWN)
    for number, value in zip(numbers, values, strict=True):
        axes.annotate(form.format(value), (number, value), (0, 6), textcoords="offset points", ha="center")
    axes.set_xscale("log")
    axes.set_xticks(numbers, list(map(str, numbers)))
    axes.minorticks_off()
    axes.set_ylim(0, 1.25 * max(values))
    axes.set_xlabel("editions in one run")
