"""The arithmetic of stated calculations, forwards and backwards."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phulien_analysis.figures import Quantity
from phulien_analysis.interval import Interval
from phulien_analysis.stated.formulas import ChangeRate, Formula, Growth, Linear, Product, Ratio
from phulien_analysis.stated.readings import Index

_EVEN = st.integers(1, 10**6).map(Decimal)


def point(value: str | Decimal) -> Quantity:
    """A number known exactly."""
    return Quantity(Interval.point(Decimal(value)), Decimal(value))


def rounded(value: str, half: str) -> Quantity:
    """A number known to half its last place."""
    middle = Decimal(value)
    return Quantity(Interval(middle - Decimal(half), middle + Decimal(half)), middle)


def ends(interval: Interval, places: str = "0.0001") -> tuple[object, object]:
    """The ends of a bounded interval, to so many places."""
    assert interval.low is not None
    assert interval.high is not None
    return interval.low.quantize(Decimal(places)), interval.high.quantize(Decimal(places))


def test_a_total_is_its_parts_with_all_they_may_be() -> None:
    """Parts known to half a unit each give a total known to their sum."""
    # 620 ± 0,5 and 890 ± 0,5: 1510, from 1509 to 1511
    result = Linear((1, 1)).result([rounded("620", "0.5"), rounded("890", "0.5")])
    assert result.value == 1510
    assert ends(result.interval) == (1509, 1511)


def test_a_remainder_takes_the_done_from_the_whole() -> None:
    """What is left is the whole less each part, whose highest makes it lowest."""
    # 900 − 650 − 100 = 150; 650 ± 5: from 145 to 155
    result = Linear((1, -1, -1)).result([point("900"), rounded("650", "5"), point("100")])
    assert result.value == 150
    assert ends(result.interval) == (145, 155)


def test_shares_of_a_whole_start_from_one() -> None:
    """The last share is 100 % less the others."""
    # 1 − 0,214 − 0,428 = 0,358
    result = Linear((-1, -1), Decimal(1)).result([point("0.214"), point("0.428")])
    assert result.value == Decimal("0.358")
    assert result.interval == Interval.point(Decimal("0.358"))


def test_a_subtracted_operand_is_found_from_the_rest() -> None:
    """What is done is the whole less what is left, not the other way round."""
    # 20 = 320 − x: x = 300
    operands = [Interval.point(Decimal(320)), Interval.point(Decimal(0))]
    found = Linear((1, -1)).operand(1, Interval.point(Decimal(20)), operands)
    assert found == Interval.point(Decimal(300))


def test_a_percentage_is_widest_at_the_corners() -> None:
    """The lowest actual over the highest plan is the lowest rate."""
    # 475/505 = 0,9406; 485/495 = 0,9798
    result = Ratio().result([rounded("480", "5"), rounded("500", "5")])
    assert result.value == Decimal("0.96")
    assert ends(result.interval) == (Decimal("0.9406"), Decimal("0.9798"))


@pytest.mark.parametrize("formula", [Ratio(), Growth(), Growth(-1)])
def test_a_denominator_that_may_be_zero_tells_nothing(formula: Formula) -> None:
    """Over a number that may be 0 there is no rate."""
    with pytest.raises(ZeroDivisionError):
        formula.result([point("5"), rounded("0", "0.5")])


def test_a_growth_is_signed_as_its_words() -> None:
    """A fall from 120 to 102 is 15 %, said as a fall, and −15 %, said as a rise."""
    # 102/120 − 1 = −0,15
    operands = [point("102"), point("120")]
    assert Growth(-1).result(operands).value == Decimal("0.15")
    assert Growth(1).result(operands).value == Decimal("-0.15")


def test_a_change_implies_the_level_before() -> None:
    """A rise by 16 to 126 is on 110; a fall by 12 to 88 is on 100."""
    # 16/(126 − 16) = 0,145454…; 12/(88 + 12) = 0,12
    assert ChangeRate(1).result([point("126"), point("16")]).value.quantize(Decimal("0.0001")) == Decimal("0.1455")
    assert ChangeRate(-1).result([point("88"), point("12")]).value == Decimal("0.12")


def test_a_rate_printed_with_a_minus_is_negative() -> None:
    """Where the rate carries the minus and the change does not, the rate is below 0."""
    # −12/(88 + 12) = −0,12
    result = ChangeRate(-1, negative=True).result([point("88"), point("12")])
    assert result.value == Decimal("-0.12")
    assert ends(result.interval) == (Decimal("-0.12"), Decimal("-0.12"))


def test_no_change_is_a_rate_of_nothing() -> None:
    """A change of 0 is 0 %, whatever the level."""
    assert ChangeRate(1).result([point("126"), point("0")]) == point("0")


def test_a_change_is_entered_once() -> None:
    """The level known to ±0,5 widens the rate only once: not as numerator and denominator both."""
    # 16/(126,5 − 16) = 0,14479…; 16/(125,5 − 16) = 0,14611…
    result = ChangeRate(1).result([rounded("126", "0.5"), point("16")])
    assert ends(result.interval, "0.00001") == (Decimal("0.14480"), Decimal("0.14612"))


def test_a_rise_to_the_level_itself_has_no_level_before() -> None:
    """Where the change may be the whole level, the earlier level may be 0, and there is no rate."""
    with pytest.raises(ZeroDivisionError):
        ChangeRate(1).result([point("16"), point("16")])


def test_a_product_is_a_number_of_things_times_their_worth() -> None:
    """20 gifts of 300.000 dong are 6.000.000 dong; each follows from the other two."""
    twenty, each, amount = (Interval.point(Decimal(n)) for n in (20, 300_000, 6_000_000))
    assert Product().result([point("20"), point("300000")]).value == 6_000_000
    assert Product().operand(0, amount, [each, each]) == twenty
    assert Product().operand(1, amount, [twenty, each]) == each


_FORMULAS = [
    Linear((1, -1)), Linear((1, 1)), Linear((-1, -1), Decimal(1)), Ratio(), Growth(), Growth(-1), ChangeRate(-1),
    ChangeRate(-1, negative=True), Product(),
]  # fmt: skip


@pytest.mark.parametrize("formula", _FORMULAS, ids=repr)
@given(a=_EVEN, b=_EVEN)
def test_backwards_undoes_forwards(formula: Formula, a: Decimal, b: Decimal) -> None:
    """From the result and one operand, each formula leads back to the other operand."""
    operands = [point(a), point(b)]
    try:
        stated = formula.result(operands).interval
        back = [formula.operand(which, stated, [q.interval for q in operands]) for which in (0, 1)]
    except ZeroDivisionError:
        return  # a growth of nothing
    for interval, true in zip(back, (a, b), strict=True):
        low, high = interval.low, interval.high
        assert low is not None
        assert high is not None
        slack = true * Decimal("1e-12")
        assert low - slack <= true <= high + slack
        assert high - low <= 2 * slack


@given(a=_EVEN, b=_EVEN, half=st.sampled_from([Decimal("0.5"), Decimal(5)]))
def test_a_result_of_intervals_holds_the_result_of_points(a: Decimal, b: Decimal, half: Decimal) -> None:
    """Whatever numbers the printed ones stand for, what they give lies in the interval."""
    operands = [Quantity(Interval(x + 100, x + 100 + 2 * half), x + 100 + half) for x in (a, b)]
    for formula in (Linear((1, -1)), Ratio(), Growth(), Product(), ChangeRate(-1)):
        interval = formula.result(operands).interval
        for x in (a + 100, a + 100 + 2 * half):
            assert interval.low is not None
            assert interval.high is not None
            inner = formula.result([point(x), point(b + 100 + half)]).value
            slack = abs(inner) * Decimal("1e-20")
            assert interval.low - slack <= inner <= interval.high + slack


def test_a_level_over_the_one_before_its_change() -> None:
    """480 after a fall of 20 is 96 % of 500; after a rise of 80 it is 120 % of 400. Backwards it gives both again."""
    for sign, change, rate in ((-1, 20, "0.96"), (1, 80, "1.2")):
        index = Index(sign)
        assert index.result([point("480"), point(Decimal(change))]).value == Decimal(rate)
        operands = [Interval.point(Decimal(480)), Interval.point(Decimal(change))]
        assert ends(index.operand(0, Interval.point(Decimal(rate)), operands)) == (480, 480)
        assert ends(index.operand(1, Interval.point(Decimal(rate)), operands)) == (change, change)
