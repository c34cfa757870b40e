"""Whether whole numbers of a table that print no unit are counts, or amounts that may be rounded: its totals tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from math import sqrt

from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.formulas import Linear
from phulien_analysis.stated.readings import Reading, value_of
from phulien_analysis.stated.tables.book import Row, Table
from phulien_analysis.stated.tables.columns import column_readings
from phulien_analysis.stated.tables.measures import ROUNDED
from phulien_analysis.stated.tables.sums import sums_of

_CHANCE = 0.05  # up to which totals of rounded numbers may come out exactly by chance
_SMALL_CHANCE = 0.02  # the same where one does not come out
_MISFITS = 2  # totals, of a row and of a column, that one wrong digit puts out by less than rounding may


def settled(table: Table) -> Table:
    """The table with its whole numbers without a unit as counts, where enough totals come out to the last digit."""
    sums = [reading for reading in _sums(table) if _is_whole(reading)]
    exact = [reading for reading in sums if _misses(reading) == 0]
    near = [reading for reading in sums if reading.agrees and _misses(reading) != 0]
    chance = 1.0
    for reading in exact:
        chance *= _chance(len(reading.operands))
    if len(near) > _MISFITS or chance > (_SMALL_CHANCE if near else _CHANCE):
        return table
    return replace(table, rows=tuple(map(_counted, table.rows)))


def _sums(table: Table) -> Iterator[Reading]:
    """The totals of rows, and the sums and differences of columns."""
    yield from (one.reading for group in sums_of(table) for one in group if one.tells)
    for readings in column_readings(table):
        yield from (reading for reading in readings if isinstance(reading.formula, Linear))


def _is_whole(reading: Reading) -> bool:
    return all(_is_unsure(mention) for mention in (reading.stated, *reading.operands))


def _is_unsure(mention: Mention) -> bool:
    return mention.unit is ROUNDED and mention.number is not None and mention.number.decimals == 0


def _misses(reading: Reading) -> Decimal:
    quantities = reading.quantities() or []
    return value_of(reading.stated) - reading.formula.result(quantities).value


def _chance(parts: int) -> float:
    """How often the rounded parts of a rounded total add up to it exactly: the error has variance (n+1)/12."""
    return min(0.75, 1.38 / sqrt(parts + 1))


def _counted(row: Row) -> Row:
    figures = {c: replace(m, unit=None) if _is_unsure(m) else m for c, m in row.figures.items()}
    return replace(row, figures=figures)
