"""Which rows of a table make up which: by words (``Tổng cộng``, ``trong đó``), or by their numbers (``I`` of ``1``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from phulien_analysis.stated.tables.book import Row
from phulien_analysis.stated.tables.markers import TOTAL, UNNUMBERED

GroupKind = Literal["total", "numbered", "of which"]
_MOST_PARTS = 1_000


@dataclass(frozen=True)
class Group:
    """A row and the rows that may make it up; ``strong``: nothing but a total can be meant by its words and place."""

    kind: GroupKind
    whole: Row
    parts: tuple[Row, ...]
    strong: bool = False


def groups_of(rows: Sequence[Row]) -> list[Group]:
    """All groups of a table; of those that cannot both be meant, the numbers have to say which."""
    found = [*_numbered(rows), *_totals(rows)]
    return [g for g in found if 0 < len(g.parts) <= _MOST_PARTS and not any(part.ranked.is_rate for part in g.parts)]


def _rank(row: Row) -> int:
    return row.ranked.rank


def _below(row: Row, rows: Iterable[Row]) -> list[Row]:
    """The rows that lie deeper, up to the next that does not."""
    return list(takewhile(lambda other: _rank(other) > _rank(row), rows))


def _numbered(rows: Sequence[Row]) -> Iterator[Group]:
    """Each row with the rows below it that lie one step deeper."""
    for place, row in enumerate(rows):
        if not row.figures or _rank(row) == UNNUMBERED or row.ranked.of_which:
            continue
        if _rank(row) == TOTAL:
            continue
        below = _below(row, rows[place + 1 :])
        yield Group("numbered", row, _top(_without_of_which(below)))
        yield from _of_which(row, below)


def _of_which(row: Row, below: Sequence[Row]) -> Iterator[Group]:
    """The parts after ``trong đó``, where it stands right below the row."""
    if below and below[0].ranked.of_which:
        first = below[0]
        depth = min((_rank(other) for other in below[1:]), default=0) if first.ranked.opens else _rank(first)
        parts = [other for other in below if other.figures and _rank(other) == depth]
        yield Group("of which", row, tuple(parts))


def _without_of_which(rows: Sequence[Row]) -> list[Row]:
    """The rows without those that are only “of which”, and without what lies below these."""
    if not rows or rows[0].ranked.of_which:
        return []
    depth, kept, inside = _rank(rows[0]), [], False
    for row in rows:
        inside = row.ranked.of_which or (inside and _rank(row) > depth)
        if not inside:
            kept.append(row)
    return kept


def _top(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows that lie highest; one that only names a section stands for those below it."""
    if not rows:
        return ()
    depth = min(_rank(row) for row in rows)
    if _rank(rows[0]) != depth:
        return ()
    found: list[Row] = []
    for place, row in enumerate(rows):
        if _rank(row) != depth:
            continue
        below = _below(row, rows[place + 1 :])
        found += [row] if row.figures or not below else _top(below)
    return tuple(found)


def _totals(rows: Sequence[Row]) -> Iterator[Group]:
    """The rows that are totals by their words, with the rows above or below them."""
    totals = [place for place, row in enumerate(rows) if _rank(row) == TOTAL and row.figures]
    for nth, place in enumerate(totals):
        row = rows[place]
        start = totals[nth - 1] + 1 if nth else 0
        stop = totals[nth + 1] if nth + 1 < len(totals) else len(rows)
        above, below = _without_of_which(rows[start:place]), rows[place + 1 : stop]
        first = place == next((n for n, other in enumerate(rows) if other.figures), 0)
        alone = len(totals) == 1 and row.ranked.strong
        if above and not first:
            yield Group("total", row, _top(above), strong=alone and place == len(rows) - 1)
        if below:
            yield Group("total", row, _top(_without_of_which(below)), strong=alone and first)
            yield from _of_which(row, below)
        if nth and place == len(rows) - 1:
            yield Group("total", row, tuple(rows[other] for other in totals[:nth]))
        if first and len(totals) > 1:
            yield Group("total", row, tuple(rows[other] for other in totals[1:]))
