"""What parts miss their total by: whether one digit explains it, and whether it is too little to be a part."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from phulien_analysis.reading.mention import Mention

_ZERO, _ONE = Decimal(0), Decimal(1)
_A_LITTLE, _MOST_EXCESS = Decimal("0.01"), Decimal("0.05")  # for each part after the first, and in all
SMALL_PART = 10  # times smaller than the smallest other part: hardly one
_HIGH_UP, _FEWEST_TELLING = 100, 3  # times the last place, and figures whose lower digits are not all 0
_SHARP = 4  # times smaller than one digit's worth must be what roundings add up to, or most gaps would be slips
_SHARPER = 20  # the same of two neighbours swapped, of which every second gap would be some


def add_up(mentions: Sequence[Mention]) -> Decimal:
    """The sum of the printed values in base units; figures without a value count nothing."""
    return sum((m.number.value * (m.unit.scale if m.unit else 1) for m in mentions if m.number), Decimal(0))


def exceeds_little(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether parts make up a little more than their whole: the more they are, the less is it chance.

    Groups that overlap exceed it by more.
    """
    most = 1 + min(_A_LITTLE * (len(parts) - 1), _MOST_EXCESS)
    total = add_up([whole])
    return total < add_up(parts) <= most * total


def lacks_little(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether what the parts miss is too little to be a part that is not named."""
    total = add_up([whole])
    gap = total - add_up(parts)
    return 0 < gap * SMALL_PART <= min(add_up([part]) for part in parts) and gap <= _A_LITTLE * total


def is_one_slip(gap: Decimal, rounding: Decimal = _ZERO) -> bool:
    """Whether a gap can come from one digit mistyped, or two neighbours swapped: ``k·10ⁿ`` or ``9k·10ⁿ``.

    ``rounding`` is how far the gap may be from that, as rounded figures seldom add up to the last digit.
    """
    low, high = abs(gap) - rounding, abs(gap) + rounding
    if low <= 0:
        return False
    power = _ONE.scaleb(high.adjusted())
    replaced = rounding <= power / _SHARP and _has_multiple(power, low, high)
    return replaced or (rounding <= power / _SHARPER and _has_multiple(9 * power / 10, low, high))


def _has_multiple(step: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether one to nine times a step lies between two bounds."""
    times = (low / step).to_integral_value(ROUND_CEILING)
    return 1 <= times <= 9 and times * step <= high


def is_slip(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether what parts miss their total by can come from one digit, rounding apart."""
    ends = [(m.interval.low, m.interval.high) for m in (whole, *parts) if m.interval is not None]
    widths = [high - low for low, high in ends if low is not None and high is not None]
    rounding = sum(widths, _ZERO) / 2 if len(widths) == len(ends) else _ZERO
    return is_one_slip(add_up([whole]) - add_up(parts), rounding)


def lacks_one_digit(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether parts lack one digit of the total, and make up all digits below it, of which there are two or more.

    ``6.718 hồ sơ, trong đó: 837, 5.200, 56, 325`` lacks 300: of parts that are left out one in a hundred would be so.
    """
    steps = [m.number.place * (m.unit.scale if m.unit else 1) for m in (whole, *parts) if m.number]
    gap = add_up([whole]) - add_up(parts)
    if gap <= 0 or len(steps) <= len(parts) or gap % min(steps):
        return False
    power = _ONE.scaleb((gap / min(steps)).adjusted())
    place = power * min(steps)
    telling = sum(add_up([mention]) % place > 0 for mention in (whole, *parts))
    return power >= _HIGH_UP and not gap % place and add_up([whole]) % place > 0 and telling >= _FEWEST_TELLING


def step_of(mention: Mention) -> Decimal:
    """One unit of the last printed place of a rounded number, in the base unit; 0 of an exact one."""
    if mention.number is None or (mention.unit.exact if mention.unit else not mention.number.decimals):
        return _ZERO
    return mention.number.place * (mention.unit.scale if mention.unit else 1)
