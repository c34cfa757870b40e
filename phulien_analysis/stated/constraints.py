"""What a stated calculation asks of each figure in it, the others being as printed.

Every stated calculation is one edit of statistical data editing (Fellegi and Holt, 1976, *JASA* 71): an equation or a
bound over some cells, that holds or not. Solved for one cell, it gives the interval in which that cell must lie.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from phulien_analysis.figures import Quantity
from phulien_analysis.interval import Interval
from phulien_analysis.stated.formulas import Formula

_ANYTHING = Interval(None, None)


@dataclass(frozen=True)
class Operand:
    """A cell in a calculation: what is known of it in its base unit, and what one printed unit is of that.

    ``104,5 %`` has the scale 0.01, ``12,3 tỷ đồng`` 10⁹. The interval is None where the cell has no value.
    """

    cell: int
    interval: Interval | None
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, eq=False)
class Constraint:
    """One stated calculation over ``cells``.

    ``implied(c)`` is the interval, in the unit that cell ``c`` is printed in, that its value must meet for the
    calculation to hold, all other cells being as printed; None where that cannot be told. ``derived`` is the cell that
    is worked out from the others, if one is; ``alike`` says that the others are of about one size, as parts of a total
    are. ``restated(c, known)`` is the same calculation with another knowledge of
    cell ``c``, in its printed unit; without it two wrong figures in one calculation cannot be told apart.
    """

    name: str
    cells: tuple[int, ...]
    holds: bool
    implied: Callable[[int], Interval | None]
    derived: int | None = None
    restated: Callable[[int, Interval], Constraint] | None = None
    alike: bool = False


@dataclass(frozen=True)
class _AtMost:
    """The stated figure is a part of its one operand, and at most that."""

    def result(self, operands: Sequence[Quantity]) -> Quantity:
        return Quantity(Interval(None, operands[0].interval.high), operands[0].value)

    def operand(self, which: int, stated: Interval, operands: Sequence[Interval]) -> Interval:
        del which, operands  # there is one operand, and only the part bounds it
        return Interval(stated.low, None)


def formula_constraint(
    name: str,
    stated: Operand,
    operands: Sequence[Operand],
    formula: Formula,
    *,
    holds: bool | None = None,
    alike: bool = False,
) -> Constraint:
    """A calculation whose stated figure follows from its operands by a formula.

    Without ``holds`` it holds if the stated interval meets the computed one, or if that cannot be told.
    """
    cells = (stated, *operands)
    places = tuple(operand.cell for operand in cells)

    def implied(cell: int) -> Interval | None:
        return _implied(cells, formula, cell)

    verdict = _verdict(cells, formula)
    as_it_is = holds if holds is not None else verdict is not False

    def restated(cell: int, known: Interval) -> Constraint:
        changed = [replace(o, interval=known.scaled(o.scale)) if o.cell == cell else o for o in cells]
        told = _verdict(changed, formula)
        verdict = as_it_is if told is None else told
        return formula_constraint(name, changed[0], changed[1:], formula, holds=verdict, alike=alike)

    return Constraint(name, places, as_it_is, implied, stated.cell, restated, alike)


def subset_constraint(name: str, part: Operand, total: Operand, *, holds: bool | None = None) -> Constraint:
    """``part ≤ total``: neither follows from the other."""
    found = formula_constraint(name, part, (total,), _AtMost(), holds=holds)
    return replace(found, derived=None)


def _implied(cells: Sequence[Operand], formula: Formula, cell: int) -> Interval | None:
    """In the cell's printed unit; None where the cell is not in the calculation just once."""
    places = [place for place, operand in enumerate(cells) if operand.cell == cell]
    if len(places) != 1:
        return None
    found = _solved([operand.interval for operand in cells], formula, places[0])
    return None if found is None else found / Interval.point(cells[places[0]].scale)


def _verdict(cells: Sequence[Operand], formula: Formula) -> bool | None:
    """Whether the stated interval, which comes first, meets the computed one; None where that cannot be told."""
    stated, computed = cells[0].interval, _solved([operand.interval for operand in cells], formula, 0)
    return None if stated is None or computed is None else computed.meets(stated)


def _solved(known: Sequence[Interval | None], formula: Formula, place: int) -> Interval | None:
    """What all others imply at a place, in the base unit; the stated figure is at 0."""
    if any(interval is None for i, interval in enumerate(known) if i != place):
        return None
    filled = [_ANYTHING if interval is None or i == place else interval for i, interval in enumerate(known)]
    try:
        if place:
            return formula.operand(place - 1, filled[0], filled[1:])
        return formula.result([Quantity(interval, _inside(interval)) for interval in filled[1:]]).interval
    except ArithmeticError:
        return None


def _inside(interval: Interval) -> Decimal:
    """Some number that may be meant: formulas compute one beside the interval."""
    ends = [end for end in (interval.high, interval.low) if end is not None]
    return next((end for end in ends if end), Decimal(1) if not ends else Decimal(0))
