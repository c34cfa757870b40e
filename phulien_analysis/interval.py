"""Intervals of exact decimals: what is known of a number that was rounded, counted or only bounded.

Both ends are closed, and an end of ``None`` is open to infinity. Results of a division that does not end
are rounded outwards, so that a computed interval never loses a value (Moore, *Interval Analysis*, 1966).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

_DIGITS = 60  # far beyond any printed number; sums and products stay exact
_DOWN = Context(prec=_DIGITS, rounding=ROUND_FLOOR)
_UP = Context(prec=_DIGITS, rounding=ROUND_CEILING)
_ZERO = Decimal(0)


@dataclass(frozen=True)
class Interval:
    """All numbers from ``low`` to ``high``, both included; ``None`` is without bound.

    >>> Interval(Decimal("104.45"), Decimal("104.55")).meets(Interval.point(Decimal("104.5")))
    True
    """

    low: Decimal | None
    high: Decimal | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            msg = f"an interval's low end must not exceed its high end: {self.low} > {self.high}"
            raise ValueError(msg)

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """The interval that holds one number only."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether exactly one number is meant."""
        return self.low is not None and self.low == self.high

    def contains(self, value: Decimal) -> bool:
        """Whether ``value`` is one of the numbers meant."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def meets(self, other: Interval) -> bool:
        """Whether one number could be meant by both (XBRL Calculations 1.1 calls this consistent)."""
        return _not_above(self.low, other.high) and _not_above(other.low, self.high)

    def can_be_at_most(self, other: Interval) -> bool:
        """Whether some number meant here is at most some number meant by ``other``."""
        return _not_above(self.low, other.high)

    def must_be_at_most(self, other: Interval) -> bool:
        """Whether every number meant here is at most every number meant by ``other``."""
        return self.high is not None and other.low is not None and self.high <= other.low

    def clamped(self, floor: Decimal = _ZERO) -> Interval:
        """The part that is not below ``floor``."""
        low = floor if self.low is None else max(self.low, floor)
        return Interval(low, None if self.high is None else max(self.high, floor))

    def scaled(self, factor: Decimal) -> Interval:
        """Both ends times a factor above 0: the same quantity in another unit."""
        low = None if self.low is None else _DOWN.multiply(self.low, factor)
        return Interval(low, None if self.high is None else _UP.multiply(self.high, factor))

    def magnitude(self) -> Interval:
        """The interval of absolute values."""
        if self.low is not None and self.low >= 0:
            return self
        if self.high is not None and self.high <= 0:
            return -self
        ends = None if self.low is None or self.high is None else max(-self.low, self.high)
        return Interval(_ZERO, ends)

    def __neg__(self) -> Interval:
        # copy_negate does not round, whatever the precision of the caller's context
        low = None if self.high is None else self.high.copy_negate()
        return Interval(low, None if self.low is None else self.low.copy_negate())

    def __add__(self, other: Interval) -> Interval:
        return Interval(_add(self.low, other.low, _DOWN), _add(self.high, other.high, _UP))

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def __mul__(self, other: Interval) -> Interval:
        return _corners(self, other, Context.multiply)

    def __truediv__(self, other: Interval) -> Interval:
        """Quotient by the corners; a denominator that can be 0 raises :class:`ZeroDivisionError`."""
        if other.contains(_ZERO):
            msg = "the denominator can be 0"
            raise ZeroDivisionError(msg)
        return _corners(self, other, Context.divide)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of intervals: lows are added, and highs are."""
    result = Interval.point(_ZERO)
    for interval in intervals:
        result = result + interval
    return result


def _not_above(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high


def _add(a: Decimal | None, b: Decimal | None, context: Context) -> Decimal | None:
    if a is None or b is None:
        return None
    ends = context.add(a, b)
    return ends or ends.copy_abs()  # 5 − 5 rounded down is −0, and is written so


def _corners(a: Interval, b: Interval, operation: Callable[[Context, Decimal, Decimal], Decimal]) -> Interval:
    """Products and quotients take their extremes at the corners; an unbounded operand bounds nothing above."""
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return _open_corners(a, b, operation)
    pairs = [(x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    low = min(operation(_DOWN, x, y) for x, y in pairs)
    return Interval(low, max(operation(_UP, x, y) for x, y in pairs))


def _open_corners(a: Interval, b: Interval, operation: Callable[[Context, Decimal, Decimal], Decimal]) -> Interval:
    """Where an end is open: a single positive number keeps the other's ends, operands from 0 up keep a low end.

    That is all that printed bounds give; else nothing is known.
    """
    for known, other, is_divisor in ((b, a, True), (a, b, False)):
        if known.is_point and known.low is not None and known.low > 0 and (is_divisor or operation is Context.multiply):
            low = None if other.low is None else operation(_DOWN, other.low, known.low)
            return Interval(low, None if other.high is None else operation(_UP, other.high, known.low))
    if a.low is None or b.low is None or a.low < 0 or b.low < 0:
        return Interval(None, None)
    if operation is Context.divide:
        low = _ZERO if b.high is None else _DOWN.divide(a.low, b.high)
        return Interval(low, None if a.high is None else _UP.divide(a.high, b.low))
    return Interval(_DOWN.multiply(a.low, b.low), None)
