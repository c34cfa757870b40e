"""Interval arithmetic of the tests' own: what a printed number stands for, and whether a stated calculation holds.

Written apart from the library on purpose, with exact fractions, so that the truth does not rest on what it measures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_SCALES = {
    "nghìn tỷ": 10**12,
    "nghìn tỉ": 10**12,
    "ngàn tỷ": 10**12,
    "tỷ": 10**9,
    "tỉ": 10**9,
    "triệu": 10**6,
    "trđ": 10**6,
    "nghìn": 10**3,
    "ngàn": 10**3,
}
# Measured or scaled quantities are rounded; people, cases, dossiers and đồng are exact.
_ROUNDED = ("%", "điểm", "ha", "nghìn ha", "m2", "m3", "km", "tấn", "tạ", "kg", "lần", *_SCALES)
_NUMBER = re.compile(r"\d[\d.,]{0,30}")


@dataclass(frozen=True)
class Interval:
    """All values from ``low`` to ``high``, both ends included."""

    low: Fraction
    high: Fraction

    def meets(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: Interval) -> Interval:
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError(f"the denominator {other} may be 0")
        return self * Interval(1 / other.high, 1 / other.low)


HUNDRED = Interval(Fraction(100), Fraction(100))
ONE = Interval(Fraction(1), Fraction(1))


def decimals(digits: str) -> int:
    """How many decimals a printed number has: Vietnamese (``1.234,5``) or English (``5.6``)."""
    if "," in digits:
        return len(digits.rpartition(",")[2])
    tail = digits.rpartition(".")[2] if "." in digits else ""
    return 0 if len(tail) == 3 else len(tail)


def plain_value(digits: str) -> Fraction:
    """The value of one printed number without its unit."""
    places = decimals(digits)
    return Fraction(int(re.sub(r"[.,]", "", digits)), 10**places)


def scale_of(unit: str) -> int:
    """What one of a unit is worth: 10⁹ for ``tỷ đồng``, 1 where the unit has no scale."""
    return next((scale for word, scale in _SCALES.items() if unit.startswith(word)), 1)


def interval(printed: str, unit: str = "", qualifier: str = "") -> Interval:
    """What a printed number stands for, in units of one: half a unit of its last place, none for what is counted."""
    value, step = _value_and_step(printed, unit)
    half = step / 2 if _is_rounded(printed, unit) else Fraction(0)
    if qualifier in ("hơn", "trên", "gần", "khoảng"):
        coarse = _last_nonzero_place(printed) * scale_of(unit)
        below = coarse if qualifier in ("gần", "khoảng") else Fraction(0)
        above = coarse if qualifier != "gần" else Fraction(0)
        return Interval(value - max(below, half), value + max(above, half))
    return Interval(value - half, value + half)


def _value_and_step(printed: str, unit: str) -> tuple[Fraction, Fraction]:
    """The value, and one unit of the last printed place."""
    if printed.lower() in _WORDS:
        return Fraction(_WORDS.index(printed.lower())), Fraction(1)
    numbers = list(_NUMBER.finditer(printed))
    total = Fraction(0)
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        between = printed[number.end() : following.start()].strip() if following else unit
        total += plain_value(number.group()) * scale_of(between)
    return total, Fraction(scale_of(unit), 10 ** decimals(numbers[-1].group()))


def _is_rounded(printed: str, unit: str) -> bool:
    """Whether a number stands for more than one value: measured, scaled, or with decimals."""
    if printed.lower() in _WORDS:
        return False
    first = re.split(r"[\s/(]", unit, maxsplit=1)[0]
    return first in _ROUNDED or decimals(_NUMBER.findall(printed)[-1]) > 0


def _last_nonzero_place(printed: str) -> Fraction:
    """One unit at the place of the last digit that is not 0."""
    digits = re.sub(r"[.,]", "", printed)
    zeros = len(digits) - len(digits.rstrip("0"))
    return Fraction(10**zeros, 10 ** decimals(printed))


def computed(kind: str, operands: Sequence[Interval], *, form: str = "", direction: int = 0) -> Interval:
    """What follows from the operands, which stand in the order that `truth` gives for the kind."""
    first, rest = operands[0], operands[1:]
    if kind == "sum":
        return sum(rest, first)
    if kind == "remaining":
        return first - sum(rest[1:], rest[0])
    if kind in ("percent", "share"):
        return HUNDRED * (first / rest[0])
    if kind == "difference":
        return first - rest[0] if direction >= 0 else rest[0] - first
    if kind == "crosscheck":
        return first * rest[0]
    return _growth(first, rest[0], form, direction)


def _growth(new: Interval, other: Interval, form: str, direction: int) -> Interval:
    """The size of a growth in %: from two levels, from the level and its change, or as a multiple."""
    if form == "times":
        return new / other
    if form == "change":
        # change / (new - change) with the change once: 1 / (new / change - 1); a fall has + in place of -.
        return HUNDRED * (ONE / (new / other - ONE if direction > 0 else new / other + ONE))
    ratio = new / other - ONE
    return HUNDRED * (ratio if direction >= 0 else Interval(-ratio.high, -ratio.low))


def holds(kind: str, stated: Interval, operands: Sequence[Interval], *, form: str = "", direction: int = 0) -> bool:
    """Whether the stated number meets what follows; a subset holds when no part exceeds the total."""
    if kind == "subset":
        return all(part.low <= stated.high for part in operands)
    return stated.meets(computed(kind, operands, form=form, direction=direction))


def is_truncated(stated: Interval, truth: Interval) -> bool:
    """Whether a stated number, whose last digit was cut off instead of rounded, would hold."""
    half = (stated.high - stated.low) / 2
    middle = stated.low + half
    return not stated.meets(truth) and middle <= truth.high and truth.low < middle + 2 * half
