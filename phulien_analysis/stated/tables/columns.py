"""Columns of a table that follow from others: a relation counts where most rows confirm it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from math import log10

from phulien_analysis.figures import Quantity
from phulien_analysis.interval import Interval
from phulien_analysis.printed import truncate
from phulien_analysis.stated.effort import Effort
from phulien_analysis.stated.formulas import Linear
from phulien_analysis.stated.readings import Certainty, Reading, quantity
from phulien_analysis.stated.tables.book import Table
from phulien_analysis.stated.tables.evidence import NEEDED, fits_exactly, weight
from phulien_analysis.stated.tables.relation import Relation
from phulien_analysis.stated.tables.relations import relations_of
from phulien_analysis.stated.tables.sums import one_slip_mends

_ROWS_NEEDED = 2  # that confirm a relation which only words suggest
_TIMES_MORE = 2  # rows that hold to one that does not
_CLOSE = Decimal("0.02")


@dataclass(frozen=True)
class _Tried:
    """A relation with its readings, row by row: those that hold and tell something, and how many do not hold."""

    relation: Relation
    readings: tuple[Reading, ...]
    holding: tuple[Reading, ...]
    fails: int
    cut: int
    seen: int  # how many rows were looked at

    @property
    def steps(self) -> int:
        """What trying it took: a figure in a row each."""
        return self.seen * (1 + len(self.relation.columns))

    @property
    def holds(self) -> int:
        """How many rows confirm it."""
        return len(self.holding)

    @cached_property
    def exact(self) -> int:
        """How many rows it fits as they are printed: the wrong one of two bases fits only what rounding may hide."""
        return sum(map(fits_exactly, self.holding))

    def is_confirmed(self, rivals: int) -> bool:
        """Whether most rows have it so, and not by chance among so many relations that were tried.

        What the table prints over its columns needs one row.
        """
        if self.relation.printed:
            return self.holds >= max(1, self.fails)
        if self.holds < max(_ROWS_NEEDED, _TIMES_MORE * self.fails):
            return False
        return not self.fails or self._outweighs(rivals)

    def _outweighs(self, rivals: int) -> bool:
        """Whether it is no chance that others hold; one slip in one row is nothing to hold against them."""
        is_slip = self.fails == 1 and any(map(one_slip_mends, self._failing()))
        if is_slip and self.relation.only and self.exact >= _ROWS_NEEDED:
            return True
        misses = 0.0 if is_slip else self.fails * log10(len(self.readings))
        return weight(self.holding) >= NEEDED + log10(rivals) + misses

    def _failing(self) -> Iterator[Reading]:
        return (reading for reading in self.readings if not reading.agrees and not _is_cut(reading))


def column_readings(table: Table, effort: Effort | None = None) -> Iterator[list[Reading]]:
    """For each cell of a column that follows from others its reading, and further ones that may be meant.

    ``effort`` bounds how many columns are looked at.
    """
    effort = effort or Effort()
    for which in range(len(table.columns)):
        relations = list(relations_of(table, which))
        every = [t for relation in relations if (t := _within(table, relation, effort)) is not None]
        if len(every) < len(relations):
            return
        tried = [t for t in every if t.holds]
        confirmed = [t for t in tried if t.is_confirmed(len(relations))]
        confirmed.sort(key=lambda t: (-t.exact, _TIMES_MORE * t.fails - t.holds))
        printed = [t for t in confirmed if t.relation.printed]
        for each in printed:
            yield from _told([each])
        if confirmed and not printed:
            yield from _told(confirmed)
        elif tried and not confirmed:
            yield from _possible(max(tried, key=lambda t: t.holds - 2 * t.fails))


def _within(table: Table, relation: Relation, effort: Effort) -> _Tried | None:
    """A relation tried; None if the table asks for more steps than it may take."""
    first_row = table.grid.paragraphs[0]
    if first_row in effort.given_up:
        return None
    tried = _tried(table, relation)
    return tried if effort.allows_table(first_row, tried.steps) else None


def _tried(table: Table, relation: Relation) -> _Tried:
    readings, holding, fails, cut = [], [], 0, 0
    for seen, row in enumerate(table.rows, start=1):
        reading = relation.reading(row)
        if reading is None:
            continue
        agrees = _near(reading) and reading.agrees
        holding += [reading] if agrees and tells(reading) else []
        cuts = not agrees and _is_cut(reading)
        cut += cuts
        fails += not agrees and not cuts
        readings.append(reading)
        if fails > _TIMES_MORE * (len(holding) + 1):
            return _Tried(relation, (), (), fails, cut, seen)
    return _Tried(relation, tuple(readings), tuple(holding), fails, cut, len(table.rows))


def _near(reading: Reading) -> bool:
    """Whether it may agree at all: cheap, for there are many to try."""
    try:
        found = reading.formula.result([Quantity(Interval.point(q.value), q.value) for q in reading.quantities() or ()])
    except ZeroDivisionError:
        return False
    stated = quantity(reading.stated)
    slack = abs(found.value) * _CLOSE + _coarse(reading)
    return stated is not None and abs(found.value - stated.value) <= slack


def _coarse(reading: Reading) -> Decimal:
    """A generous bound for what rounding can do to a calculation."""
    mentions = (reading.stated, *reading.operands)
    if reading.stated.unit is not None and reading.stated.unit.dimension in {"ratio", "times"}:
        return Decimal(1)
    return sum((m.number.place * (m.unit.scale if m.unit else 1) for m in mentions if m.number), Decimal(0))


def tells(reading: Reading) -> bool:
    """Whether it is no wonder that it holds: of a sum two numbers are not 0, of a rate both, and they differ."""
    values = [q.value for q in reading.quantities() or ()]
    if isinstance(reading.formula, Linear):
        return sum(map(bool, values)) > 1
    return all(values) and values[0] != values[-1]


def _is_cut(reading: Reading) -> bool:
    """Whether the digits after the printed decimals were cut off instead of rounded."""
    number, operands = reading.stated.number, reading.quantities()
    if number is None or operands is None or reading.kind not in {"percent", "share", "growth"}:
        return False
    try:
        value = reading.formula.result(operands).value
    except ZeroDivisionError:
        return False
    scale = reading.stated.unit.scale if reading.stated.unit else 1
    return truncate(value / scale, number.decimals) == number.value


def _told(confirmed: Sequence[_Tried]) -> Iterator[list[Reading]]:
    best, *others = confirmed
    for reading in best.readings:
        if not reading.agrees and best.cut > 1 and _is_cut(reading):
            continue  # the column cuts its decimals off: that is its habit, and no finding
        same = [r for other in others for r in other.readings if r.stated is reading.stated and r.agrees]
        yield [reading] if reading.agrees or not same else [same[0]]


def _possible(tried: _Tried) -> Iterator[list[Reading]]:
    for reading in tried.readings:
        if reading.agrees and tells(reading) and not tried.fails:
            yield [replace(reading, certainty=Certainty.POSSIBLE)]
