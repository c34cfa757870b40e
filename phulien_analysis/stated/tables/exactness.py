"""Whether whole numbers of a table without a unit are counts, or may be rounded: its totals and rates tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod, sqrt

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.effort import Effort
from phulien_analysis.stated.formulas import Linear
from phulien_analysis.stated.readings import Reading, value_of
from phulien_analysis.stated.tables.book import Row, Table
from phulien_analysis.stated.tables.columns import column_readings, tells
from phulien_analysis.stated.tables.evidence import fits_exactly, width_of
from phulien_analysis.stated.tables.measures import ROUNDED
from phulien_analysis.stated.tables.sums import sums_of

_CHANCE = 0.05  # up to which totals of rounded numbers may come out exactly by chance
_SMALL_CHANCE = 0.02  # the same where one does not come out
_MISFITS = 2  # totals, of a row and of a column, that one wrong digit puts out by less than rounding may
_TIMES_MORE = 5  # rates to one that rounding puts out
_ROUND = 5


def settled(table: Table, effort: Effort | None = None) -> Table:
    """The table with its whole numbers without a unit as counts, where enough comes out to the last digit.

    Rates tell too: of small numbers that are rounded, hardly one comes out to the decimal. But they may have been
    worked out from rounded numbers, where the totals were not: a total that rounding puts out silences them.
    """
    effort = effort or Effort()
    counted = replace(table, rows=tuple(map(_counted, table.rows)))
    down = [one.reading for group in sums_of(table, effort) for one in group if one.tells and _is_whole(one.reading)]
    sums = [*down, *(reading for reading in _across(table, effort) if _is_sum(reading))]
    if _Evidence.of(sums).is_enough:
        return counted
    if any(map(_is_rounded, down)):
        return table
    rates = [_rounded(reading) for reading in _across(counted, effort) if not _is_sum(reading)]
    telling = [rate for rate in rates if tells(rate) and not _is_round(rate)]
    out = sum(map(_is_rounded, rates))
    enough = _TIMES_MORE * out <= len(telling) and _Evidence.of([*sums, *telling]).is_enough
    return counted if enough else table


def _across(table: Table, effort: Effort) -> Iterator[Reading]:
    """The calculations of columns from whole numbers that print no unit."""
    yield from (r for readings in column_readings(table, effort) for r in readings if _is_whole(_rounded(r)))


def _rounded(reading: Reading) -> Reading:
    """The calculation with its counts as numbers that may be rounded."""
    stated, *operands = (replace(m, unit=m.unit or ROUNDED) for m in (reading.stated, *reading.operands))
    return replace(reading, stated=stated, operands=tuple(operands))


@dataclass(frozen=True)
class _Evidence:
    """How likely it is that so much comes out exactly by chance, and how many calculations rounding puts out."""

    chance: float
    near: int

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> _Evidence:
        """What calculations tell of the numbers in them."""
        exact = (_chance(reading) for reading in readings if fits_exactly(reading))
        return cls(prod(exact), sum(map(_is_rounded, readings)))

    @property
    def is_enough(self) -> bool:
        """Whether the numbers are counts."""
        return self.near <= _MISFITS and self.chance <= (_SMALL_CHANCE if self.near else _CHANCE)


def _is_rounded(reading: Reading) -> bool:
    return reading.agrees and not fits_exactly(reading)


def _is_round(reading: Reading) -> bool:
    """Whether its numbers are round already, as plans are: then they were hardly rounded from others."""
    return all(value_of(mention) % _ROUND == 0 for mention in reading.operands)


def _is_sum(reading: Reading) -> bool:
    return isinstance(reading.formula, Linear)


def _is_whole(reading: Reading) -> bool:
    """Whether all numbers are whole ones that print no unit; a rate is none of them."""
    return all(map(_is_unsure, reading.operands)) and (not _is_sum(reading) or _is_unsure(reading.stated))


def _is_unsure(mention: Mention) -> bool:
    return mention.unit is ROUNDED and mention.number is not None and mention.number.decimals == 0


def _chance(reading: Reading) -> float:
    """How often rounded numbers come out to the last digit: the error of a sum of n has variance (n+1)/12."""
    if _is_sum(reading):
        return min(0.75, 1.38 / sqrt(len(reading.operands) + 1))
    found = reading.formula.result(reading.quantities() or []).interval
    return min(
        1.0, 2 * float(width_of(reading.stated.interval) / width_of(found))
    )  # nearer to its middle it is likelier


def _counted(row: Row) -> Row:
    figures = {c: replace(m, unit=None) if _is_unsure(m) else m for c, m in row.figures.items()}
    return replace(row, figures=figures)
