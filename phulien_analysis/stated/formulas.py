"""The arithmetic of stated calculations, forwards and backwards.

Forwards, operands give what the stated figure should be. Backwards, the stated figure and all operands but one give
what that one should be: this is how the figure is found that is likeliest mistyped. Each operand enters once, so that
no interval is widened twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Protocol

from phulien_analysis.figures import Quantity
from phulien_analysis.interval import Interval, total

_ONE = Interval.point(Decimal(1))
_PRECISION = 60


class Formula(Protocol):
    """How a stated figure follows from its operands, all in base units."""

    def result(self, operands: Sequence[Quantity]) -> Quantity:
        """What the operands give; :class:`ZeroDivisionError` where a denominator can be 0."""

    def operand(self, which: int, stated: Interval, operands: Sequence[Interval]) -> Interval:
        """What operand ``which`` should be, the stated figure and the others being right.

        Raises:
            ZeroDivisionError: where that cannot be told.
        """


@dataclass(frozen=True)
class Linear:
    """A sum with signs: totals, remainders, differences of levels or of rates; ``offset`` is added (100 % less …)."""

    signs: tuple[int, ...]
    offset: Decimal = Decimal(0)

    def result(self, operands: Sequence[Quantity]) -> Quantity:
        """The operands added up with their signs."""
        interval = total(_signed(q.interval, s) for q, s in zip(operands, self.signs, strict=True))
        value = sum((q.value * s for q, s in zip(operands, self.signs, strict=True)), self.offset)
        return Quantity(interval + Interval.point(self.offset), value)

    def operand(self, which: int, stated: Interval, operands: Sequence[Interval]) -> Interval:
        """The stated figure less all the others."""
        others = total(
            _signed(interval, sign)
            for i, (interval, sign) in enumerate(zip(operands, self.signs, strict=True))
            if i != which
        )
        return _signed(stated - Interval.point(self.offset) - others, self.signs[which])


@dataclass(frozen=True)
class Ratio:
    """The first operand over the second: percentages, shares, “N times”."""

    def result(self, operands: Sequence[Quantity]) -> Quantity:
        """The quotient, by the corners."""
        a, b = operands
        interval = a.interval / b.interval
        with localcontext(prec=_PRECISION):
            return Quantity(interval, a.value / b.value)

    def operand(self, which: int, stated: Interval, operands: Sequence[Interval]) -> Interval:
        """``a = r·b`` and ``b = a/r``."""
        a, b = operands
        return stated * b if which == 0 else a / stated


@dataclass(frozen=True)
class Growth:
    """``sign · (a/b − 1)``: a level against an earlier one; the sign is -1 where the words say that it fell."""

    sign: int = 1

    def result(self, operands: Sequence[Quantity]) -> Quantity:
        """The growth rate, signed as the words say."""
        ratio = Ratio().result(operands)
        return Quantity(_signed(ratio.interval - _ONE, self.sign), (ratio.value - 1) * self.sign)

    def operand(self, which: int, stated: Interval, operands: Sequence[Interval]) -> Interval:
        """From ``a/b = 1 + sign·g``."""
        return Ratio().operand(which, _ONE + _signed(stated, self.sign), operands)


@dataclass(frozen=True)
class ChangeRate:
    """The rate of a change ``d`` that has led to level ``x``: ``d / (x − sign·d)``; the earlier level is implied.

    ``negative``: the rate is printed with a minus; ``flipped``: the change is.
    """

    sign: int = 1
    negative: bool = False
    flipped: bool = False

    def result(self, operands: Sequence[Quantity]) -> Quantity:
        """It falls with ``x`` and, written ``1/(x/d − sign)``, needs each operand once."""
        x, d = operands
        if self.flipped:
            d = Quantity(-d.interval, -d.value)
        if d.value == 0 and d.interval.is_point:
            return Quantity(Interval.point(Decimal(0)), Decimal(0))
        rate = _ONE / (x.interval / d.interval - Interval.point(Decimal(self.sign)))
        printed = -1 if self.negative else 1
        with localcontext(prec=_PRECISION):
            return Quantity(_signed(rate, printed), printed * d.value / (x.value - self.sign * d.value))

    def operand(self, which: int, stated: Interval, operands: Sequence[Interval]) -> Interval:
        """``x = d·(1/r + sign)`` and ``d = x/(1/r + sign)``."""
        x, d = operands
        d = -d if self.flipped else d
        factor = _ONE / _signed(stated, -1 if self.negative else 1) + Interval.point(Decimal(self.sign))
        return d * factor if which == 0 else _signed(x / factor, -1 if self.flipped else 1)


@dataclass(frozen=True)
class Product:
    """A number of things times what one of them is worth."""

    def result(self, operands: Sequence[Quantity]) -> Quantity:
        """The product, by the corners."""
        a, b = operands
        with localcontext(prec=_PRECISION):
            return Quantity(a.interval * b.interval, a.value * b.value)

    def operand(self, which: int, stated: Interval, operands: Sequence[Interval]) -> Interval:
        """The stated figure over the other factor."""
        return stated / operands[1 - which]


def _signed(interval: Interval, sign: int) -> Interval:
    return interval if sign > 0 else -interval
