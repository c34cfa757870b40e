"""How totals lie in totals: circles, and how deep and how often over they are split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

MOST_LEVELS = 50
MOST_PARTS = 10_000
"""Parts that a total comes to when each is split as far as it goes; a total of a country's communes has a third."""
Pair = tuple[str, str]
"""A total and one of its parts."""


class Nested(NamedTuple):
    """A total that is split so deep, or so often over, that nobody could add it up."""

    total: str
    levels: int
    parts: int


def circular(pairs: Iterable[Pair]) -> set[Pair]:
    """The pairs that close a circle: their part holds their total."""
    known = list(pairs)
    if _upwards(known) is not None:
        return set()
    above: dict[str, set[str]] = defaultdict(set)
    for total, part in known:
        above[part].add(total)
    return {(total, part) for total, part in known if part in _ancestors(total, above)}


def too_deep(pairs: Iterable[Pair]) -> Nested | None:
    """The first total that has more than the levels or parts that are added up; none where there is a circle."""
    known = list(pairs)
    below: dict[str, list[str]] = defaultdict(list)
    for total, part in known:
        below[total].append(part)
    levels: dict[str, int] = {}
    sizes: dict[str, int] = {}
    for name in _upwards(known) or ():
        levels[name] = 1 + max((levels[part] for part in below[name]), default=0)
        sizes[name] = max(1, sum(sizes[part] for part in below[name]))
        if levels[name] > MOST_LEVELS or sizes[name] > MOST_PARTS:
            return Nested(name, levels[name], sizes[name])
    return None


def _upwards(pairs: Iterable[Pair]) -> list[str] | None:
    """All names, parts before their totals; nothing where one is a part of itself."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for total, part in pairs:
        sorter.add(total, part)
    try:
        return list(sorter.static_order())
    except CycleError:
        return None


def _ancestors(name: str, above: Mapping[str, set[str]]) -> set[str]:
    """A name and every total above it."""
    found, waiting = {name}, [name]
    while waiting:
        new = above.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return found
