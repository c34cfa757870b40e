"""Percentages, shares, remainders and pairs. All figures are made up."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from phulien_analysis import Report, format_number
from tests.made_up import came_out, findings, outcome, report_of, sentence

YEAR, HALF, JULY = "2025-01..2025-12", "2025-01..2025-06", "2025-07"
AMOUNTS = st.integers(min_value=10**9, max_value=10**13)  # in đồng
DECIMALS = st.integers(min_value=0, max_value=4)


def percent_of(actual: str, plan: str, percent: str, unit: str = "million-dong") -> Report:
    """An actual, its plan and the percentage that the report states."""
    return report_of(
        f"a actual {HALF} {actual} {unit}",
        f"a plan {YEAR} {plan} {unit}",
        f"a percent_of_plan {HALF} {percent} percent",
    )


def half_up(value: Fraction, decimals: int) -> Decimal:
    """A fraction rounded half up, worked out apart from the library."""
    with localcontext(prec=80):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def in_millions(amount: int, decimals: int) -> str:
    """An amount of đồng printed in millions."""
    return f"{format_number(Decimal(amount) / 10**6, 'vi', decimals)} million-dong"


# ---- percentages of a plan


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        # 3.160 / 8.500 = 37.176...; with both rounded to the million it lies between 37.168 and 37.185
        ("37,18", "agrees rounding ok"),
        ("37,2", "agrees rounding ok"),
        ("37", "agrees rounding ok"),
        ("37,17", "agrees rounding ok"),  # up to 37.175, which 37.168 lies below
        ("37,1", "differs truncated warning"),  # 37.05 to 37.15; cut after one decimal it would be 37.1
        ("37,3", "differs - error"),
        ("38", "differs - error"),
        ("36", "differs - error"),
    ],
)
def test_percentage_agrees_when_it_can_be_the_quotient(percent: str, expected: str) -> None:
    """A percentage agrees when its interval meets that of actual over plan; a cut one is told as cut."""
    assert outcome(percent_of("3.160", "8.500", percent), "percent") == expected


def test_percentage_is_worked_out_in_the_stated_unit() -> None:
    """50 of 200 persons are 25% exactly; computed number and ends are in percent, not as a fraction."""
    (finding,) = percent_of("50", "200", "25", "person").finding_list
    assert (finding.verdict, finding.fit) == ("agrees", "exact")
    assert (finding.computed, finding.low, finding.high) == (Decimal(25), Decimal(25), Decimal(25))


def test_sentence_of_a_percentage_tells_the_gap_in_points() -> None:
    """3.120 of 6.500 is 48.0%; stated as 48.6% the gap is 0.6 percentage points, and what to check is named."""
    text = sentence(percent_of("3.120", "6.500", "48,6"), "percent").replace(" ", " ")
    assert text == (
        "Section II.1: “Made-up a” (percent of plan, January–June 2025) is printed as 48.6%; 3,120 million dong / "
        "6,500 million dong gives 48.0%, a difference of 0.6 percentage points. "
        "Please check the percentage, the actual or the plan."
    )


def test_ends_of_a_computed_percentage_are_rounded_outwards() -> None:
    """1 of 3 persons is 33.33...%: the low end told is below it, the high end above, twelve decimals apart."""
    (finding,) = percent_of("1", "3", "33,3", "person").finding_list
    assert finding.low is not None
    assert finding.high is not None
    assert Fraction(finding.low) < Fraction(100, 3) < Fraction(finding.high)
    assert finding.high - finding.low == Decimal("1E-12")


def test_percentage_above_a_hundred_agrees() -> None:
    """More than the plan is no contradiction: 110 of 100 are 110%."""
    assert outcome(percent_of("110", "100", "110", "person"), "percent") == "agrees exact ok"


def test_nothing_disbursed_is_zero_percent_in_any_unit() -> None:
    """0 đồng of 1.750 million đồng is 0%: the two units are brought to one."""
    report = report_of(
        f"a actual {HALF} 0 dong", f"a plan {YEAR} 1.750 million-dong", f"a percent_of_plan {HALF} 0 percent"
    )
    assert outcome(report, "percent") == "agrees exact ok"
    wrong = report_of(
        f"a actual {HALF} 0 dong", f"a plan {YEAR} 1.750 million-dong", f"a percent_of_plan {HALF} 1 percent"
    )
    assert outcome(wrong, "percent") == "differs - error"


@pytest.mark.parametrize(("plan", "unit"), [("0", "person"), ("0", "million-dong"), ("0,0", "million-dong")])
def test_plan_that_may_be_zero_cannot_tell(plan: str, unit: str) -> None:
    """A percentage of a plan of 0, or of one that rounding may have made of 0, cannot be redone."""
    report = percent_of("0", plan, "0", unit)
    assert outcome(report, "percent") == "cannot_tell - note"
    assert "the denominator is 0, or may be" in sentence(report, "percent")


def test_plan_known_only_as_a_bound_cannot_tell() -> None:
    """A plan of under 100 can be 0."""
    report = report_of(
        f"a actual {HALF} 50 person", f"a plan {YEAR} 100 person under", f"a percent_of_plan {HALF} 60 percent"
    )
    assert outcome(report, "percent") == "cannot_tell - note"


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        ([f"a plan {YEAR} 100 person"], "actual"),
        ([f"a actual {HALF} 50 person"], "plan"),
        ([], "actual, plan"),
    ],
)
def test_percentage_without_actual_or_plan_cannot_tell(lines: list[str], missing: str) -> None:
    """What is not printed is named by its measure."""
    report = report_of(*lines, f"a percent_of_plan {HALF} 50 percent")
    assert outcome(report, "percent") == "cannot_tell - note"
    assert f"the report does not print, for the same window: {missing}. " in sentence(report, "percent")


def test_actual_of_another_window_is_no_operand() -> None:
    """A percentage of seven months is not redone with the actual of July."""
    report = report_of(
        f"a actual {JULY} 50 person", f"a plan {YEAR} 100 person", "a percent_of_plan 2025-01..2025-07 50 percent"
    )
    assert outcome(report, "percent") == "cannot_tell - note"


def test_plan_of_a_window_that_does_not_hold_the_actual_is_no_operand() -> None:
    """The plan of the last six months is not what January to June are held against."""
    report = report_of(
        f"a actual {HALF} 50 person", "a plan 2025-07..2025-12 100 person", f"a percent_of_plan {HALF} 50 percent"
    )
    assert outcome(report, "percent") == "cannot_tell - note"


def test_malformed_actual_cannot_tell() -> None:
    """An actual without a value leaves the percentage open."""
    assert outcome(percent_of("31.5000.000", "100", "50"), "percent") == "cannot_tell - note"


def test_malformed_percentage_cannot_tell() -> None:
    """A percentage without a value is not redone."""
    assert outcome(percent_of("50", "100", "5.0"), "percent") == "cannot_tell - note"


def test_percentage_with_a_qualifier_is_a_bound() -> None:
    """Over 40% holds for 45 of 100; over 50% does not."""
    for printed, expected in (("40 percent over", "agrees rounding ok"), ("50 percent over", "differs - error")):
        report = report_of(
            f"a actual {HALF} 45 person", f"a plan {YEAR} 100 person", f"a percent_of_plan {HALF} {printed}"
        )
        assert outcome(report, "percent") == expected


def test_percentage_of_a_bound_is_bounded() -> None:
    """At least 50 of 100 are at least 50%: 60% agrees, 40% does not, and there is no high end to tell."""
    for percent, expected in (("60", "agrees rounding ok"), ("40", "differs - error")):
        report = report_of(
            f"a actual {HALF} 50 person at_least",
            f"a plan {YEAR} 100 person",
            f"a percent_of_plan {HALF} {percent} percent",
        )
        (finding,) = report.finding_list
        assert came_out(finding) == expected
        assert (finding.low, finding.high) == (Decimal(50), None)


def test_windows_that_are_not_stated_can_confirm_but_not_contradict_a_percentage() -> None:
    """50 of 100 without windows confirm 50% of January to June; 60% they cannot contradict, but both are told."""
    for percent, expected in (("50", "agrees exact ok"), ("60", "cannot_tell - warning")):
        report = report_of(
            f"a actual {HALF} 50 person", "a plan - 100 person", f"a percent_of_plan {HALF} {percent} percent"
        )
        assert outcome(report, "percent") == expected


# ---- what remains


def remaining_of(left: str, percent: str = "") -> Report:
    """A plan of 153.400 and 52.900 done, and what is said to remain, in million đồng and perhaps percent."""
    lines = [
        f"a actual {HALF} 52.900 million-dong",
        f"a plan {YEAR} 153.400 million-dong",
        f"a remaining {HALF} {left} million-dong",
    ]
    return report_of(*lines, *([f"a remaining_percent {HALF} {percent} percent"] if percent else []))


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ("100.500", "agrees exact ok"),  # 153.400 - 52.900
        ("100.501", "agrees rounding ok"),  # each end of three roundings
        ("100.502", "differs - error"),
        ("100.400", "differs - error"),
    ],
)
def test_remainder_is_plan_less_actual(left: str, expected: str) -> None:
    """What remains of a plan is the plan less what was done, within the rounding of all three."""
    assert outcome(remaining_of(left), "remaining") == expected


@pytest.mark.parametrize(("percent", "expected"), [("65,5", "agrees rounding ok"), ("65,51", "agrees rounding ok")])
def test_remaining_percentage_is_the_remainder_of_the_plan(percent: str, expected: str) -> None:
    """100.500 of 153.400 are 65.5150...%."""
    assert outcome(remaining_of("100.500", percent), "percent") == expected


def test_remaining_percentage_without_a_remainder_is_the_rest_to_a_hundred() -> None:
    """Where no remainder is printed, 25% remain when 75 of 100 were done; 30% do not."""
    for percent, expected in (("25", "agrees exact ok"), ("30", "differs - error")):
        report = report_of(
            f"a actual {HALF} 75 person", f"a plan {YEAR} 100 person", f"a remaining_percent {HALF} {percent} percent"
        )
        assert findings(report) == {"remaining-percent@II.1 p1 #3": expected}


def test_remainder_without_plan_cannot_tell() -> None:
    """A remainder of which no plan is printed is not redone, and the sentence says what is missing."""
    report = report_of(f"a actual {HALF} 75 person", f"a remaining {HALF} 25 person")
    assert outcome(report, "remaining") == "cannot_tell - note"
    assert "for the same window: plan. " in sentence(report, "remaining")


# ---- shares and pairs


def test_share_is_actual_over_its_base() -> None:
    """16 of 20 tasks are 80%."""
    report = report_of(f"a actual {JULY} 16 person", f"a base {JULY} 20 person", f"a share {JULY} 80 percent")
    assert findings(report) == {"pair@II.1 p1 #1": "agrees - ok", "share@II.1 p1 #3": "agrees exact ok"}


def test_share_without_a_base_is_of_the_total() -> None:
    """Where no base is printed, the share is of the total that the catalogue makes it a part of."""
    for share, expected in (("40,8", "agrees exact ok"), ("41,8", "differs - error")):
        report = report_of(
            f"total actual {JULY} 1.000 person",
            f"a actual {JULY} 408 person",
            f"a share {JULY} {share} percent",
            parts=["total by-kind of which: a"],
        )
        assert outcome(report, "share") == expected


def test_share_of_one_of_several_totals_is_no_contradiction() -> None:
    """50 are 50% of one total of 100 and 25% of another of 200; stated as 50% they do not differ from the second."""
    report = report_of(
        f"one actual {JULY} 100 person",
        f"p actual {JULY} 50 person",
        f"two actual {JULY} 200 person",
        f"p share {JULY} 50 percent",
        parts=["one by-kind of which: p", "two by-kind of which: p"],
    )
    assert not outcome(report, "share").startswith("differs")


def test_share_without_actual_and_base_cannot_tell() -> None:
    """100% of a staff that is not counted cannot be redone."""
    report = report_of("a share - 100 percent")
    assert outcome(report, "share") == "cannot_tell - note"
    assert "for the same window: actual, base. " in sentence(report, "share")


@pytest.mark.parametrize(("actual", "expected"), [("1.199", "warning"), ("1.200", "ok"), ("1.201", "warning")])
def test_hundred_percent_of_a_count_that_is_not_the_whole_is_a_warning(actual: str, expected: str) -> None:
    """1.199 of 1.200 persons are 99.9%, which rounds to 100%; but 100% says all of them."""
    report = report_of(f"a actual {JULY} {actual} person", f"a base {JULY} 1.200 person", f"a share {JULY} 100 percent")
    assert findings(report)["share@II.1 p1 #3"] == f"agrees {'exact' if expected == 'ok' else 'rounding'} {expected}"


def test_hundred_percent_of_a_plan_that_was_missed_is_a_warning() -> None:
    """1.199 of 1.200 persons planned are 100% by rounding only: the rule holds for every 100%, not for shares alone."""
    assert outcome(percent_of("1.199", "1.200", "100", "person"), "percent") == "agrees rounding warning"
    assert outcome(percent_of("1.200", "1.200", "100", "person"), "percent") == "agrees exact ok"


def test_hundred_percent_of_money_may_be_rounded() -> None:
    """999,9 of 1.000 million đồng are 99.99% and printed as 100%: of an amount, which is no count, that is rounding."""
    report = report_of(
        f"a actual {JULY} 999,9 million-dong", f"a base {JULY} 1.000 million-dong", f"a share {JULY} 100 percent"
    )
    assert findings(report)["share@II.1 p1 #3"] == "agrees rounding ok"


def test_hundred_percent_that_is_far_off_differs() -> None:
    """180 of 183 are 98.4%, no rounding of 100%."""
    report = report_of(f"a actual {JULY} 180 person", f"a base {JULY} 183 person", f"a share {JULY} 100 percent")
    assert findings(report)["share@II.1 p1 #3"] == "differs - error"


def test_first_of_a_pair_is_at_most_the_second() -> None:
    """16/16 and 15/16 are pairs; 17/16 is not."""
    for number, expected in (("16", "agrees - ok"), ("15", "agrees - ok"), ("17", "differs - error")):
        report = report_of(f"a actual {JULY} {number} person", f"a base {JULY} 16 person")
        assert findings(report) == {"pair@II.1 p1 #1": expected}


def test_pair_without_a_stated_window_cannot_contradict() -> None:
    """17 of July and a base of 16 without a window may speak of different days; both numbers are told."""
    report = report_of(f"a actual {JULY} 17 person", "a base - 16 person")
    assert outcome(report, "pair") == "cannot_tell - warning"
    assert "17 persons of 16 persons" in sentence(report, "pair")


def test_malformed_base_cannot_tell() -> None:
    """A pair with a base that has no value is open, and so is its share."""
    report = report_of(f"a actual {JULY} 16 person", f"a base {JULY} 1.6 person", f"a share {JULY} 100 percent")
    assert findings(report) == {
        "pair@II.1 p1 #1": "cannot_tell - note",
        "format@II.1 p1 #2": "differs - error",
        "share@II.1 p1 #3": "cannot_tell - note",
    }


# ---- no false alarm


@given(AMOUNTS, AMOUNTS, DECIMALS, DECIMALS, DECIMALS)
@example(10**9, 3 * 10**9, 0, 0, 4)
def test_true_percentage_is_never_called_wrong(actual: int, plan: int, d1: int, d2: int, d3: int) -> None:
    """A percentage worked out from the true amounts agrees, however each of the three is rounded."""
    percent = format_number(half_up(Fraction(100 * actual, plan), d3), "vi")
    report = report_of(
        f"a actual {HALF} {in_millions(actual, d1)}",
        f"a plan {YEAR} {in_millions(plan, d2)}",
        f"a percent_of_plan {HALF} {percent} percent",
    )
    assert outcome(report, "percent").startswith("agrees")


@given(AMOUNTS, AMOUNTS, DECIMALS, DECIMALS, DECIMALS, DECIMALS)
def test_true_remainder_is_never_called_wrong(actual: int, rest: int, d1: int, d2: int, d3: int, d4: int) -> None:
    """Remainder and remaining percentage of the true amounts agree, however each is rounded."""
    percent = format_number(half_up(Fraction(100 * rest, actual + rest), d4), "vi")
    report = report_of(
        f"a actual {HALF} {in_millions(actual, d1)}",
        f"a plan {YEAR} {in_millions(actual + rest, d2)}",
        f"a remaining {HALF} {in_millions(rest, d3)}",
        f"a remaining_percent {HALF} {percent} percent",
    )
    assert all(result.startswith("agrees") for result in findings(report).values())
    assert len(findings(report)) == 2


@given(st.integers(1, 5000), st.integers(1, 5000), DECIMALS, st.sampled_from([1, -1]))
def test_percentage_off_by_one_unit_is_found_where_the_operands_are_sharp(
    actual: int, plan: int, decimals: int, step: int
) -> None:
    """With counts, which are exact, one unit more or less at the last place of a percentage does not agree."""
    true = Fraction(100 * actual, plan)
    rounded = half_up(true, decimals)
    wrong = rounded + step * Decimal(1).scaleb(-decimals)
    tie = abs(Fraction(wrong) - true) == Fraction(1, 2 * 10**decimals)  # a closed end: both neighbours are right
    assume(wrong > 0 and not tie)
    percent = f"{format_number(wrong, 'vi')}"
    assert outcome(percent_of(str(actual), str(plan), percent, "person"), "percent").startswith("differs")
