"""What was measured, as tables and sentences by their names: for the terminal, and for docs/performance.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from benchmarks.results import Measured, Results, say_machine, say_peak, say_seconds, table
from benchmarks.ways import LIMIT, PLAIN

CITY = 114
"""The wards of a city."""
WAYS, EDITIONS, COMMANDS = "ways", "editions", "commands"
"""Kinds of what is measured."""


def tell(results: Results) -> dict[str, str]:
    """Every table that there are measurements for."""
    told = {"machine": say_machine(results.machine)}
    if groups := results.groups(WAYS):
        told[WAYS] = "\n\n".join(f"**{group}**\n\n{_ways(rows)}" for group, rows in groups.items())
    if sizes := by_size(results):
        told[EDITIONS] = f"{_editions(sizes)}\n\n{say_city(sizes)}"
    if commands := results.kind(COMMANDS):
        rows = [[one.name, say_seconds(one.seconds)] for one in commands]
        told[COMMANDS] = table(["command", "seconds"], rows)
    return told


def by_size(results: Results) -> list[Measured]:
    """Runs of many editions, the smallest first."""
    return sorted(results.kind(EDITIONS), key=lambda one: int(one.name))


def _ways(rows: Sequence[Measured]) -> str:
    headings = ["way", "seconds", "a page", "C takes … times as long", "times the limit", "processor s", "peak MiB"]
    named = {one.name: one for one in rows}
    return table(headings, [[one.name, *_numbers(one, named)] for one in rows])


def _numbers(one: Measured, named: Mapping[str, Measured]) -> list[str]:
    plain, limit = named.get(PLAIN), named.get(LIMIT)
    return [
        say_seconds(one.seconds),
        f"{one.median / one.pages:.2f}",
        f"{plain.median / one.median:.1f}" if plain else "",
        f"{one.median / limit.median:.2f}" if limit else "",
        say_seconds(one.processor).partition(" ")[0],
        say_peak(one.peak),
    ]


def _editions(sizes: Sequence[Measured]) -> str:
    headings = [
        "editions",
        "pages",
        "seconds",
        "an edition",
        "a page",
        "a further page",
        "processor s a page",
        "peak MiB",
    ]
    further = ["", *(f"{_further(*pair):.3f}" for pair in pairwise(sizes))]
    rows = [
        [
            one.name,
            str(one.pages),
            say_seconds(one.seconds),
            f"{one.median / int(one.name):.2f}",
            f"{one.median / one.pages:.3f}",
            more,
            f"{sum(one.processor) / len(one.processor) / one.pages:.3f}",
            say_peak(one.peak),
        ]
        for one, more in zip(sizes, further, strict=True)
    ]
    return table(headings, rows)


def _further(before: Measured, after: Measured) -> float:
    """Seconds of each page that a larger run has more."""
    return (after.median - before.median) / (after.pages - before.pages)


def say_city(sizes: Sequence[Measured]) -> str:
    """How long a city's wards take: measured, or reckoned from the two largest runs."""
    for one in sizes:
        if int(one.name) == CITY:
            return f"{CITY} wards were published in {_minutes(one.median)} (measured)."
    if len(sizes) < 2:
        return f"How long {CITY} wards take cannot be told from one size."
    before, last = sizes[-2:]
    pages = last.pages // int(last.name) * CITY
    seconds = last.median + _further(before, last) * (pages - last.pages)
    return f"{CITY} wards would be published in {_minutes(seconds)} (reckoned from {before.name} and {last.name})."


def _minutes(seconds: float) -> str:
    """Minutes and seconds.

    >>> _minutes(200)
    '3 min 20 s'
    """
    whole, rest = divmod(round(seconds), 60)
    return f"{whole} min {rest} s"
