"""What a stated calculation asks of each of its figures; all numbers are made up."""

from decimal import Decimal

import pytest

from phulien_analysis.interval import Interval
from phulien_analysis.printed import parse_printed, printed_interval
from phulien_analysis.stated.constraints import Constraint, Operand, subset_constraint
from tests.made_up_constraints import (
    difference_constraint,
    growth_constraint,
    product_constraint,
    ratio_constraint,
    sum_constraint,
)

PERCENT = Decimal("0.01")
MILLION = Decimal(1_000_000)


def count(cell: int, printed: str) -> Operand:
    """A counted figure."""
    return Operand(cell, printed_interval(parse_printed(printed), exact=True))


def rounded(cell: int, printed: str, scale: Decimal = PERCENT) -> Operand:
    """A rounded figure, in percent unless another scale is given."""
    return Operand(cell, printed_interval(parse_printed(printed)).scaled(scale), scale)


def between(low: str | None, high: str | None) -> Interval:
    """The interval of two numbers as text."""
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


def near(found: Interval | None, low: str, high: str) -> bool:
    """Whether an interval's ends are these to four decimals."""
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    return (f"{found.low:.4f}", f"{found.high:.4f}") == (low, high)


def test_sum_asks_totals_and_parts() -> None:
    """A total must be the sum, and a part what the other parts leave of the total."""
    found = sum_constraint("s", count(0, "35"), [count(1, "30"), count(2, "05"), count(3, "01")])
    assert not found.holds
    assert (found.cells, found.derived) == ((0, 1, 2, 3), 0)
    assert found.implied(0) == between("36", "36")
    assert found.implied(2) == between("4", "4")  # 35 − 30 − 1


def test_units_are_the_printed_ones() -> None:
    """What is asked of a cell is in the unit in which it is printed."""
    parts = [rounded(1, "1.250", MILLION), rounded(2, "1.000", MILLION)]
    found = sum_constraint("s", rounded(0, "2,4", 1000 * MILLION), parts)
    assert not found.holds  # 2 249 to 2 251 million against 2.35 to 2.45 thousand million
    assert found.implied(0) == between("2.249", "2.251")
    assert found.implied(1) == between("1349.5", "1450.5")  # 2 350 − 1 000.5 and 2 450 − 999.5


def test_ratio_asks_all_three() -> None:
    """A percentage must be the quotient, the actual the product, and the plan the actual over the percentage."""
    found = ratio_constraint("r", rounded(0, "48,6"), count(1, "3.120"), count(2, "6.500"))
    assert not found.holds
    assert found.implied(0) == between("48", "48")
    assert found.implied(1) == between("3155.75", "3162.25")  # 6 500 times 0.4855 and 0.4865
    assert near(found.implied(2), "6413.1552", "6426.3646")  # 3 120 over 0.4865 and 0.4855


def test_growth_asks_both_levels() -> None:
    """Of a growth by 25 % to 150 the base is 120, give or take the rounding."""
    found = growth_constraint("g", rounded(0, "25,0"), count(1, "150"), count(2, "120"))
    assert found.holds
    assert found.implied(0) == between("25", "25")
    assert found.implied(1) == between("149.94", "150.06")  # 120 times 1.2495 and 1.2505
    assert near(found.implied(2), "119.9520", "120.0480")


def test_magnitudes_take_their_direction_from_the_levels() -> None:
    """A change printed without a sign is the larger level less the smaller."""
    fell = difference_constraint("d", count(0, "20"), count(1, "100"), count(2, "120"), magnitude=True)
    assert fell.holds
    assert fell.implied(1) == between("100", "100")
    assert not difference_constraint("d", count(0, "20"), count(1, "100"), count(2, "120")).holds
    rate = growth_constraint("g", rounded(0, "16,7"), count(1, "100"), count(2, "120"), magnitude=True)
    assert rate.holds  # 1 − 100/120 = 16.67 %


def test_product_asks_factors() -> None:
    """Twelve gifts of 300 thousand are 3.6 million."""
    amount, each = rounded(0, "3,6", MILLION), count(2, "300.000")
    found = product_constraint("p", amount, count(1, "12"), each)
    assert found.holds
    assert near(found.implied(1), "11.8333", "12.1667")  # 3.55 and 3.65 million over 300 000


def test_subset_bounds_one_side() -> None:
    """A part is at most its total, which is at least the part; neither is derived."""
    found = subset_constraint("o", count(0, "19"), count(1, "15"))
    assert not found.holds
    assert found.derived is None
    assert (found.implied(0), found.implied(1)) == (between(None, "15"), between("19", None))


@pytest.mark.parametrize(
    ("found", "cell"),
    [
        (ratio_constraint("r", rounded(0, "48,6"), count(1, "0"), count(2, "0")), 0),
        (ratio_constraint("r", rounded(0, "0,0"), count(1, "5"), count(2, "50")), 2),
        (sum_constraint("s", count(0, "5"), [count(1, "2"), Operand(2, None)]), 0),
        (sum_constraint("s", count(0, "5"), [count(1, "2"), count(1, "2")]), 1),
        (sum_constraint("s", count(0, "5"), [count(1, "5")]), 7),
    ],
)
def test_what_cannot_be_told(found: Constraint, cell: int) -> None:
    """Nothing is asked where 0 may divide, a cell has no value, or the cell stands there twice or not at all."""
    assert found.implied(cell) is None


def test_malformed_figure_breaks_nothing_but_is_asked() -> None:
    """A cell without a value leaves its calculation standing, and the others say what it should be."""
    found = sum_constraint("s", Operand(0, None), [count(1, "2"), count(2, "3")])
    assert found.holds
    assert found.implied(0) == between("5", "5")


def test_a_bound_asks_a_bound() -> None:
    """“Under 10” as one of two parts leaves a total without a low end."""
    under = Operand(1, printed_interval(parse_printed("10"), "under", exact=True))
    found = sum_constraint("s", count(0, "25"), [under, count(2, "5")])
    assert found.implied(0) is not None
    assert found.implied(0) == between("5", "15")  # a count is never below 0


def test_the_callers_verdict_is_kept() -> None:
    """A calculation judged elsewhere is as it was judged there, and so it is said again if nothing can be told."""
    ratio = ratio_constraint("r", rounded(0, "48,6"), count(1, "0"), count(2, "0"), holds=False)
    assert not ratio.holds
    assert ratio.restated is not None
    assert not ratio.restated(1, between("1", "2")).holds
    assert sum_constraint("s", count(0, "5"), [count(1, "4")], holds=True).holds


def test_restated_with_another_figure() -> None:
    """With one figure put right the same calculation holds, or asks others for less."""
    found = sum_constraint("s", count(0, "35"), [count(1, "30"), count(2, "05"), count(3, "01")])
    assert found.restated is not None
    assert found.restated(0, between("36", "36")).holds
    assert found.restated(0, between("40", "41")).implied(2) == between("9", "10")  # 40 or 41 − 31
