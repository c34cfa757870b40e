"""How much it tells that a calculation holds: small numbers fit many others, large ones hardly any by chance."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import log10

from phulien_analysis.interval import Interval
from phulien_analysis.reading.mention import Mention
from phulien_analysis.stated.readings import Reading

_USUAL_GROWTH = Decimal("0.2")  # rates of growth lie within so much of 0, however small one is
_EXACT = 2  # places within which a number would have to lie to fit as it is printed
NEEDED = 2.0  # powers of ten against chance, before anything is held against a number


def weight(readings: Iterable[Reading]) -> float:
    """Powers of ten against all of these holding by chance; all do hold."""
    return sum(-log10(_chance(reading)) for reading in readings)


def _chance(reading: Reading) -> float:
    """How likely a number of this size would fit, if it had nothing to do with the others: it does fit."""
    computed = reading.formula.result(reading.quantities() or []).interval
    place, value = _place(reading.stated), _size(reading.stated)
    stated = reading.stated.interval
    wide = width_of(computed) + width_of(stated) + place
    if fits_exactly(reading):
        wide = min(wide, _EXACT * place)
    if reading.kind == "growth":
        value = max(value, _USUAL_GROWTH)
    fits = float(wide / (value + place))
    coarse = max((float(_size(m) / _place(m)) for m in reading.operands), default=0.0)
    return min(1.0, max(fits, 1 / (coarse + 1)))


def fits_exactly(reading: Reading) -> bool:
    """Whether the printed numbers themselves give the stated one, not only what they may have been rounded from."""
    quantities, stated = reading.quantities(), reading.stated.interval
    if quantities is None or stated is None:  # pragma: no cover - what a table states has values
        return False
    try:
        return stated.contains(reading.formula.result(quantities).value)
    except ZeroDivisionError:  # pragma: no cover - it is asked of what holds, or of numbers that are not 0
        return False


def width_of(interval: Interval | None) -> Decimal:
    """How far apart its ends are; 0 of what is not known at all."""
    if interval is None:  # pragma: no cover - what a table states has values
        return Decimal(0)
    if interval.low is None or interval.high is None:  # pragma: no cover - a cell is a number, and no bound
        return Decimal("Infinity")
    return interval.high - interval.low


def _place(mention: Mention) -> Decimal:
    scale = mention.unit.scale if mention.unit else Decimal(1)
    return (mention.number.place if mention.number else Decimal(1)) * scale


def _size(mention: Mention) -> Decimal:
    scale = mention.unit.scale if mention.unit else Decimal(1)
    return abs(mention.number.value) * scale if mention.number else Decimal(0)
