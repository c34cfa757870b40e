"""A figure in calculations: what it may have been meant to be, and how likely that is.

What is asked of it are intervals in its printed unit; a printed number meets each with its own width.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal, localcontext
from math import prod

from phulien_analysis.interval import Interval
from phulien_analysis.printed import PrintedNumber, Qualifier, printed_interval
from phulien_analysis.stated.slips import Slip, in_own_form, slips

_SAID_AGAIN = Decimal("0.5")  # the weight of a number that stands elsewhere, too: half of those are taken to be copied
_SAID_OTHERWISE = Decimal(50)  # that of a slip which gives what stands elsewhere: hardly chance
_TOUCHING = Decimal("0.1")  # the weight of a fit by the ends of two intervals alone
_ZERO = Decimal(0)
_PRECISION = 100


@dataclass(frozen=True)
class CellValue:
    """A figure as printed; ``exact`` and ``qualifier`` give its interval, ``scale`` what one is in the base unit.

    ``twins`` are other places where the same quantity is printed with the same digits, or the first of them: they are
    right or wrong together, for one was copied from the other. ``said`` are the values that other places print which
    may be the same quantity.
    """

    index: int
    printed: str
    number: PrintedNumber | None
    qualifier: Qualifier = ""
    exact: bool = False
    twins: tuple[int, ...] = ()
    scale: Decimal = Decimal(1)
    said: Container[Decimal] = frozenset()


class Demands:
    """What calculations ask of one figure: each interval with how many ask it, and what a number must reach.

    A number meets all of them if it is not below the highest of their low ends, nor above the lowest of the high ones.
    """

    def __init__(self, intervals: Iterable[Interval]) -> None:
        self.counts = Counter(intervals)
        self._low = max((i.low for i in self.counts if i.low is not None), default=None)
        self._high = min((i.high for i in self.counts if i.high is not None), default=None)

    def met_by(self, known: Interval) -> bool:
        """Whether an interval meets each of them."""
        return known.meets(Interval(self._low, None)) and known.meets(Interval(None, self._high))


def _slips(cell: CellValue) -> tuple[Slip, ...]:
    text = cell.printed if cell.number is None else in_own_form(cell.printed, cell.number)
    return slips(text, whole_only=cell.exact)


def fitting_slips(cell: CellValue, demands: Demands, likelihood: Callable[[Decimal], Decimal]) -> list[Slip]:
    """The slips after which the cell meets all demands, each with how likely it is for this cell, likeliest first."""
    meant = [slip for slip in _slips(cell) if demands.met_by(interval_of(cell, slip.number))]
    likely = [slip.weight * likelihood(slip.number.value) * _closeness(cell, slip.number, demands) for slip in meant]
    digits = sum(character.isdigit() for character in cell.printed) or 1
    likely = [weight / digits for weight in likely]  # the more digits, the seldomer a given one is the mistyped one
    likely = [weight * _as_said(cell, slip.number.value) for slip, weight in zip(meant, likely, strict=True)]
    weighed = [replace(slip, weight=weight) for slip, weight in zip(meant, likely, strict=True)]
    return sorted(weighed, key=lambda slip: -slip.weight)


def _as_said(cell: CellValue, meant: Decimal) -> Decimal:
    """How what stands elsewhere speaks for a number that may have been meant."""
    if meant in cell.said:
        return _SAID_OTHERWISE
    return _SAID_AGAIN if cell.number is not None and cell.number.value in cell.said else Decimal(1)


def _closeness(cell: CellValue, number: PrintedNumber, demands: Demands) -> Decimal:
    """How likely so good a fit is: roundings seldom add up to their utmost."""
    known = interval_of(cell, number)
    return prod((_overlap(known, demand) ** times for demand, times in demands.counts.items()), start=Decimal(1))


def _overlap(one: Interval, other: Interval) -> Decimal:
    """How much of the narrower of two intervals that meet lies in the other."""
    widths = [i.high - i.low for i in (one, other) if i.low is not None and i.high is not None]
    common = common_part([one, other])
    if not widths or not min(widths) or common is None or common.low is None or common.high is None:
        return Decimal(1)
    return max((common.high - common.low) / min(widths), _TOUCHING)


def interval_of(cell: CellValue, number: PrintedNumber) -> Interval:
    """What is known of the cell if this number were printed in it."""
    return printed_interval(number, cell.qualifier, exact=cell.exact, signed=number.text.startswith("-"))


def allowed_interval(cell: CellValue, demands: Demands) -> Interval | None:
    """What the demands have in common; None where no number of the cell's form meets all of them.

    A printed number meets each demand with its own width, so that it may meet two that miss each other by a hair.
    """
    reach = common_part([reach_of(cell, demand) for demand in demands.counts])
    if reach is None or not _has_number(cell, reach):
        return None
    return common_part([*demands.counts, from_zero(cell)]) or reach


def reach_of(cell: CellValue, demand: Interval) -> Interval:
    """The numbers that may be printed to meet a demand."""
    if cell.number is None:
        return demand
    # The cell's own width on both sides of what is printed, which a printed zero must not lose
    known = printed_interval(cell.number, cell.qualifier, exact=cell.exact, signed=True)
    return demand + (Interval.point(cell.number.value) - known)


def from_zero(cell: CellValue) -> Interval:
    """All that a cell may be: 0 and more, unless it is printed below 0."""
    return Interval(None if cell.printed.startswith("-") else _ZERO, None)


def common_part(intervals: Sequence[Interval]) -> Interval | None:
    """What intervals have in common; None where they have nothing."""
    low = max((i.low for i in intervals if i.low is not None), default=None)
    high = min((i.high for i in intervals if i.high is not None), default=None)
    return Interval(low, high) if low is None or high is None or low <= high else None


def _has_number(cell: CellValue, reach: Interval) -> bool:
    """Whether a number with the printed decimals lies there, which is not below 0 unless the printed one is."""
    bounded = common_part([reach, from_zero(cell)])
    if bounded is None or bounded.low is None or bounded.high is None or cell.number is None:
        return bounded is not None
    with localcontext(prec=_PRECISION):
        place = cell.number.place
        return (bounded.low / place).to_integral_value(ROUND_CEILING) * place <= bounded.high
