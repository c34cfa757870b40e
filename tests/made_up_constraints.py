"""Constraints written by hand, one builder a kind of calculation, for made-up systems of figures."""

from __future__ import annotations

from collections.abc import Sequence

from phulien_analysis.stated.constraints import Constraint, Operand, formula_constraint
from phulien_analysis.stated.formulas import Growth, Linear, Product, Ratio


def sum_constraint(name: str, total: Operand, parts: Sequence[Operand], *, holds: bool | None = None) -> Constraint:
    """``total = Σ parts``."""
    return formula_constraint(name, total, parts, Linear((1,) * len(parts)), holds=holds)


def ratio_constraint(name: str, p: Operand, a: Operand, b: Operand, *, holds: bool | None = None) -> Constraint:
    """``p = a/b``."""
    return formula_constraint(name, p, (a, b), Ratio(), holds=holds)


def difference_constraint(
    name: str, d: Operand, a: Operand, b: Operand, *, magnitude: bool = False, holds: bool | None = None
) -> Constraint:
    """``d = a − b``; with ``magnitude`` the larger less the smaller, as they are printed.

    Where the words say which is larger, order the operands instead: a slip may have turned them round.
    """
    sign = _direction(a, b) if magnitude else 1
    return formula_constraint(name, d, (a, b), Linear((sign, -sign)), holds=holds)


def growth_constraint(
    name: str, g: Operand, a: Operand, b: Operand, *, magnitude: bool = False, holds: bool | None = None
) -> Constraint:
    """``g = a/b − 1``; with ``magnitude`` its sign is that of ``a − b`` as printed."""
    return formula_constraint(name, g, (a, b), Growth(_direction(a, b) if magnitude else 1), holds=holds)


def product_constraint(name: str, c: Operand, a: Operand, b: Operand, *, holds: bool | None = None) -> Constraint:
    """``c = a × b``."""
    return formula_constraint(name, c, (a, b), Product(), holds=holds)


def _direction(a: Operand, b: Operand) -> int:
    fell = a.interval is not None and b.interval is not None and a.interval.must_be_at_most(b.interval)
    return -1 if fell else 1
