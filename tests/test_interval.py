"""Intervals: arithmetic that never loses a number that could have been meant."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from phulien_analysis.interval import Interval, total

HUNDREDTHS = st.decimals(min_value=-10_000, max_value=10_000, places=2)
AT_MOST_ONE = st.fractions(min_value=0, max_value=1, max_denominator=50)


def between(low: str, high: str) -> Interval:
    """The interval of two numbers as text."""
    return Interval(Decimal(low), Decimal(high))


def opened(low: int | None, high: int | None) -> Interval:
    """The interval between two whole numbers, None where it is open."""
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


def holds(interval: Interval, value: Fraction) -> bool:
    """Whether an exact fraction lies in an interval; ``contains`` takes decimals only."""
    above = interval.low is None or Fraction(interval.low) <= value
    return above and (interval.high is None or value <= Fraction(interval.high))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Bounded intervals, some of them one number only."""
    ends = sorted((draw(HUNDREDTHS), draw(HUNDREDTHS)))
    return Interval(ends[0], ends[1])


def member(interval: Interval, part: Fraction) -> Fraction:
    """The number that lies ``part`` of the way through a bounded interval."""
    assert interval.low is not None
    assert interval.high is not None
    low, high = Fraction(interval.low), Fraction(interval.high)
    return low + part * (high - low)


def test_ends_belong_to_the_interval() -> None:
    """104,5 printed with one decimal stands for 104.45 to 104.55, both ends included and nothing beyond them."""
    printed = between("104.45", "104.55")
    assert printed.contains(Decimal("104.45"))
    assert printed.contains(Decimal("104.55"))
    assert not printed.contains(Decimal("104.4499"))
    assert not printed.contains(Decimal("104.5501"))


def test_low_end_above_high_end_is_refused() -> None:
    """An interval from 2 to 1 cannot be made, and the error names both ends."""
    with pytest.raises(ValueError, match="2 > 1"):
        between("2", "1")


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (("1", "2"), ("2", "3"), True),  # they share the number 2 alone
        (("1", "2"), ("2.01", "3"), False),
        (("1", "9"), ("4", "5"), True),
    ],
)
def test_intervals_meet_when_one_number_is_in_both(a: tuple[str, str], b: tuple[str, str], *, meet: bool) -> None:
    """Two intervals meet when one number lies in both, be it their common end; it does not matter which is first."""
    assert between(*a).meets(between(*b)) is meet
    assert between(*b).meets(between(*a)) is meet


def test_open_end_meets_everything_beyond() -> None:
    """At least 5 meets 5 and a million, and does not meet 4.99."""
    at_least_five = Interval(Decimal(5), None)
    assert at_least_five.meets(Interval.point(Decimal(5)))
    assert at_least_five.meets(Interval.point(Decimal(10**6)))
    assert not at_least_five.meets(Interval.point(Decimal("4.99")))


def test_possible_and_certain_order_differ() -> None:
    """1 to 3 can be at most 2 to 4, but only 1 to 2 must be."""
    other = between("2", "4")
    assert between("1", "3").can_be_at_most(other)
    assert not between("1", "3").must_be_at_most(other)
    assert between("1", "2").must_be_at_most(other)
    assert not between("4.1", "5").can_be_at_most(other)
    assert not Interval(Decimal(1), None).must_be_at_most(other)


def test_clamping_cuts_off_what_is_below_the_floor() -> None:
    """-0.5 to 0.5 clamped at 0 is 0 to 0.5, and an end that is open stays open above."""
    assert between("-0.5", "0.5").clamped() == between("0", "0.5")
    assert Interval(None, None).clamped() == Interval(Decimal(0), None)
    assert between("3", "4").clamped() == between("3", "4")


def test_magnitude_forgets_the_sign() -> None:
    """Of -3 to -1 the magnitude is 1 to 3, and of -3 to 1 it is 0 to 3."""
    assert between("-3", "-1").magnitude() == between("1", "3")
    assert between("1", "3").magnitude() == between("1", "3")
    assert between("-3", "1").magnitude() == between("0", "3")
    assert Interval(None, Decimal(1)).magnitude() == Interval(Decimal(0), None)


def test_sum_adds_lows_and_highs() -> None:
    """[1, 2] + [10, 20] + [0.5, 0.5] is [11.5, 22.5], and the sum of nothing is 0."""
    assert total([between("1", "2"), between("10", "20"), between("0.5", "0.5")]) == between("11.5", "22.5")
    assert total([]) == Interval.point(Decimal(0))


def test_difference_takes_the_far_ends() -> None:
    """[10, 20] - [1, 2] is [8, 19]: the lowest less the highest, the highest less the lowest."""
    assert between("10", "20") - between("1", "2") == between("8", "19")


def test_product_takes_the_extremes_at_the_corners() -> None:
    """[-2, 3] x [-5, 4] is [-15, 12]: of 10, -8, -15 and 12 the least and the greatest."""
    assert between("-2", "3") * between("-5", "4") == between("-15", "12")


def test_quotient_takes_the_extremes_at_the_corners() -> None:
    """[1, 2] / [4, 8] is [0.125, 0.5]: the least over the greatest, the greatest over the least."""
    assert between("1", "2") / between("4", "8") == between("0.125", "0.5")


@pytest.mark.parametrize("denominator", [("0", "0"), ("0", "1"), ("-1", "0"), ("-1", "1")])
def test_denominator_that_can_be_zero_is_refused(denominator: tuple[str, str]) -> None:
    """A quotient is refused when 0 is one of the numbers its denominator can be, also at an end."""
    with pytest.raises(ZeroDivisionError, match=r"^the denominator can be 0$"):
        between("1", "2") / between(*denominator)


def test_open_denominator_leaves_the_quotient_open() -> None:
    """10 over at least 2 is between 0 and 5, and at least 10 over 2 is at least 5."""
    assert Interval.point(Decimal(10)) / Interval(Decimal(2), None) == between("0", "5")
    assert Interval(Decimal(10), None) / Interval.point(Decimal(2)) == Interval(Decimal(5), None)


@pytest.mark.parametrize(
    ("a", "b", "product"),
    [
        ((2, None), (3, None), (6, None)),  # at least 2 times at least 3
        ((2, None), (3, 4), (6, None)),
        ((2, 5), (3, None), (6, None)),
        ((0, None), (3, 4), (0, None)),
        ((-1, None), (3, 4), (None, None)),  # below 0 the corners turn round: nothing is known
        ((2, None), (-3, 4), (None, None)),
        ((None, 2), (3, 4), (None, None)),
        ((3, 4), (None, 2), (None, None)),
        ((None, 2), (3, 3), (None, 6)),  # one positive number keeps the end there is
        ((3, 3), (None, 2), (None, 6)),
        ((-2, None), (3, 3), (-6, None)),
        ((3, 3), (-2, None), (-6, None)),
        ((0, 0), (2, None), (0, None)),
        ((2, None), (0, None), (0, None)),
        ((None, 2), (0, 0), (None, None)),
    ],
)
def test_product_with_an_open_end(
    a: tuple[int | None, int | None], b: tuple[int | None, int | None], product: tuple[int | None, int | None]
) -> None:
    """An open end stays open in a product; what is not below 0 keeps its low end, one positive number keeps any."""
    assert opened(*a) * opened(*b) == opened(*product)


@pytest.mark.parametrize(
    ("a", "b", "quotient"),
    [
        ((6, 8), (2, None), (0, 4)),  # by 2 it is at most 4, by ever more ever less
        ((6, None), (2, 3), (2, None)),
        ((6, None), (2, None), (0, None)),
        ((-6, 8), (2, None), (None, None)),
        ((None, 6), (2, 3), (None, None)),
        ((None, 6), (2, 2), (None, 3)),
        ((-6, None), (2, 2), (-3, None)),
        ((6, 6), (2, None), (0, 3)),
        ((0, None), (2, 4), (0, None)),
    ],
)
def test_quotient_with_an_open_end(
    a: tuple[int | None, int | None], b: tuple[int | None, int | None], quotient: tuple[int | None, int | None]
) -> None:
    """An open denominator brings the quotient down to 0, an open numerator leaves it without an upper end."""
    assert opened(*a) / opened(*b) == opened(*quotient)


def test_a_third_of_an_open_end_is_rounded_outwards() -> None:
    """10 to open over 3 is at least 3.33…, rounded down; open to 10 over 3 at most 3.33…4, rounded up."""
    low = (opened(10, None) / opened(3, 3)).low
    high = (opened(None, 10) / opened(3, 3)).high
    assert low is not None
    assert high is not None
    assert Fraction(low) < Fraction(10, 3) < Fraction(high)
    both = opened(10, None) / opened(3, 4), opened(10, 10) / opened(3, None)
    assert both[0].low == Decimal("2.5")
    assert both[1].high is not None
    assert Fraction(both[1].high) > Fraction(10, 3)


def test_magnitude_with_an_end_at_zero_or_open() -> None:
    """0 to 3 stays, -3 to 0 turns round; -5 to 1 goes up to 5; an open end leaves the upper one open."""
    assert between("0", "3").magnitude() == between("0", "3")
    assert between("-3", "0").magnitude() == between("0", "3")
    assert between("-5", "1").magnitude() == between("0", "5")
    assert opened(0, None).magnitude() == opened(0, None)
    assert opened(None, 0).magnitude() == opened(0, None)
    assert opened(-2, None).magnitude() == opened(0, None)
    assert opened(None, 2).magnitude() == opened(0, None)


def test_scaling_keeps_the_end_of_a_bound() -> None:
    """At most 5 (of something that can be negative) is at most 5 million in the unit a million times smaller."""
    at_most_five = Interval(None, Decimal(5))
    assert at_most_five.scaled(Decimal(10**6)) == Interval(None, Decimal(5 * 10**6))
    assert Interval(Decimal(5), None).scaled(Decimal(10**6)) == Interval(Decimal(5 * 10**6), None)
    assert between("-1", "2").scaled(Decimal("0.01")) == between("-0.01", "0.02")


def test_product_with_one_number_keeps_the_end_of_a_bound() -> None:
    """At most 5, once or twice, is at most 5 or 10: an end that is known is not lost to one that is open."""
    at_most_five = Interval(None, Decimal(5))
    assert Interval.point(Decimal(1)) * at_most_five == at_most_five
    assert at_most_five * Interval.point(Decimal(2)) == Interval(None, Decimal(10))


def test_quotient_that_does_not_end_is_rounded_outwards() -> None:
    """1 / 3 lies strictly between the ends of its interval, which are one unit of the 60th digit apart."""
    third = Interval.point(Decimal(1)) / Interval.point(Decimal(3))
    assert third.low is not None
    assert third.high is not None
    assert Fraction(third.low) < Fraction(1, 3) < Fraction(third.high)
    assert third.high - third.low == Decimal("1E-60")


def test_precision_of_the_caller_does_not_change_a_result() -> None:
    """Under a context of 5 digits the sum, the difference and the negative keep all their digits."""
    long = between("123456789.123", "123456789.124")
    with localcontext(prec=5):
        added, negative, less = long + long, -long, long - between("0.001", "0.001")
    assert added == between("246913578.246", "246913578.248")
    assert negative == between("-123456789.124", "-123456789.123")
    assert less == between("123456789.122", "123456789.123")


@given(intervals(), intervals(), AT_MOST_ONE, AT_MOST_ONE)
@example(between("-1", "1"), between("-1", "1"), Fraction(0), Fraction(1))
def test_arithmetic_never_loses_a_combination(a: Interval, b: Interval, s: Fraction, t: Fraction) -> None:
    """Whatever numbers two intervals stand for, their sum, difference and product are in the computed interval."""
    x, y = member(a, s), member(b, t)
    assert holds(a + b, x + y)
    assert holds(a - b, x - y)
    assert holds(a * b, x * y)
    assert holds(-a, -x)
    assert holds(a.magnitude(), abs(x))


@given(intervals(), intervals(), AT_MOST_ONE, AT_MOST_ONE)
def test_division_never_loses_a_combination(a: Interval, b: Interval, s: Fraction, t: Fraction) -> None:
    """Whatever numbers two intervals stand for, their quotient is in the computed interval."""
    assume(not b.contains(Decimal(0)))
    assert holds(a / b, member(a, s) / member(b, t))


@given(intervals(), intervals(), AT_MOST_ONE, st.sampled_from(["low", "high"]))
def test_arithmetic_with_an_open_end_never_loses_a_combination(
    a: Interval, b: Interval, s: Fraction, opened: str
) -> None:
    """With one end of one interval open, sum, difference and product still hold every combination."""
    wider = Interval(None, b.high) if opened == "low" else Interval(b.low, None)
    x, y = member(a, s), member(b, Fraction(1, 2))
    beyond = y - 10**9 if opened == "low" else y + 10**9
    operations: list[Callable[[Interval, Interval], Interval]] = [
        lambda i, j: i + j,
        lambda i, j: i - j,
        lambda i, j: i * j,
    ]
    exact: list[Callable[[Fraction, Fraction], Fraction]] = [
        lambda i, j: i + j,
        lambda i, j: i - j,
        lambda i, j: i * j,
    ]
    for ours, theirs in zip(operations, exact, strict=True):
        for value in (y, beyond):
            assert holds(ours(a, wider), theirs(x, value))
            assert holds(ours(wider, a), theirs(value, x))


@given(intervals(), intervals(), AT_MOST_ONE)
def test_division_by_an_open_denominator_never_loses_a_combination(a: Interval, b: Interval, s: Fraction) -> None:
    """Over a denominator that is open above, the quotient by any of its numbers is in the computed interval."""
    assume(b.low is not None and b.low > 0)
    wider = Interval(b.low, None)
    for value in (member(b, s), member(b, s) + 10**9):
        assert holds(a / wider, member(a, s) / value)


@given(st.lists(intervals(), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_sum_does_not_depend_on_the_order(parts: list[Interval], random: Random) -> None:
    """The sum of intervals is the same whatever order they stand in."""
    shuffled = list(parts)
    random.shuffle(shuffled)
    assert total(shuffled) == total(parts)


@given(intervals(), intervals())
def test_meeting_is_having_a_number_in_common(a: Interval, b: Interval) -> None:
    """Two intervals meet exactly when the higher of their lows lies in both."""
    assert a.low is not None
    assert b.low is not None
    highest = max(a.low, b.low)
    assert a.meets(b) == (a.contains(highest) and b.contains(highest))


def test_what_is_taken_from_itself_is_zero_without_a_sign() -> None:
    """100 − 100 is 0 at both ends, not −0 at the lower, as adding with rounding down would have it."""
    nothing = Interval.point(Decimal(100)) - Interval.point(Decimal(100))
    assert (str(nothing.low), str(nothing.high)) == ("0", "0")
