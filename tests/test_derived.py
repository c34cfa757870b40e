"""Derived figures: what a report implies but does not print, with its formula. All figures are made up."""

from decimal import Decimal

import pytest

from phulien_analysis import Report
from tests.made_up import report_of

JULY, SEVEN, YEAR = "2025-07", "2025-01..2025-07", "2025-01..2025-12"


def derived(
    rule: str, *figures: str, stocks: tuple[str, ...] = (), signed: tuple[str, ...] = (), **more: str
) -> Report:
    """A report with one derived figure of the catalogue, called x unless the rule names another."""
    return report_of(*figures, checks=[f"x: {rule}, note"], stocks=stocks, signed=signed, dimensions=more)


def said(report: Report, lang: str = "en") -> list[str]:
    """The derived figures as they are said."""
    return [one.say("vi" if lang == "vi" else "en").replace("\N{NO-BREAK SPACE}", " ") for one in report.derived_list]


def test_difference_is_derived_with_its_interval_and_formula() -> None:
    """451 received less 183 resolved are 268, exactly, and the formula names both."""
    report = derived(
        "x:actual derive a:actual - b:actual, same",
        f"a actual {JULY} 451 dossier",
        f"b actual {JULY} 183 dossier",
        x="dossiers",
    )
    (one,) = report.derived_list
    assert (one.value, one.interval.low, one.interval.high) == (Decimal(268), Decimal(268), Decimal(268))
    assert one.formula("en") == "“Made-up a” (July 2025) − “Made-up b” (July 2025)"
    assert one.formula("vi") == "“Chỉ tiêu a” (tháng 7/2025) − “Chỉ tiêu b” (tháng 7/2025)"
    assert [str(figure.source) for figure in one.operands] == ["II.1 p1 #1", "II.1 p1 #2"]
    assert said(report) == ["268 dossiers"]


def test_share_is_in_percent_with_one_decimal() -> None:
    """80.608 of 197.488 are 40.8%; with both rounded it lies between 40.816% and 40.817%."""
    report = derived(
        "a:share derive a:actual / b:actual, same",
        f"a actual {SEVEN} 80.608 million-dong",
        f"b actual {SEVEN} 197.488 million-dong",
    )
    (one,) = report.derived_list
    assert one.interval.low is not None
    assert one.interval.high is not None
    assert Decimal("0.40816") < one.interval.low < one.interval.high < Decimal("0.40818")
    assert said(report, "vi") == ["40,8%"]


def test_figure_that_the_report_prints_is_not_derived() -> None:
    """Where the share is printed, it is a stated figure; only of the other window it is derived."""
    report = derived(
        "a:share derive a:actual / b:actual, same",
        f"a actual {JULY} 5 person",
        f"b actual {JULY} 10 person",
        f"a share {JULY} 50 percent",
        "a actual 2025-06 4 person",
        "b actual 2025-06 10 person",
    )
    assert [one.period.say("en") for one in report.derived_list] == ["June 2025"]


@pytest.mark.parametrize(
    "missing", [f"a actual {JULY} 5 person", f"b actual {JULY} 5 person", "b actual 2025-06 5 person"]
)
def test_nothing_is_derived_without_every_operand(missing: str) -> None:
    """With one operand not printed, or for another window only, nothing is derived."""
    figures = [missing] if missing[0] == "a" else [f"a actual {JULY} 5 person"] * (JULY not in missing) + [missing]
    assert said(derived("x:actual derive a:actual - b:actual, same", *figures)) == []


def test_nothing_is_derived_from_a_malformed_number() -> None:
    """31.5000.000 đồng for 33 gifts give no amount per gift."""
    report = derived(
        "x:unit_value derive a:actual / b:actual, same",
        f"a actual {JULY} 31.5000.000 dong",
        f"b actual {JULY} 33 person",
    )
    assert said(report) == []


def test_nothing_is_derived_from_a_base_of_zero() -> None:
    """Nothing per household is derived where there is no household."""
    report = derived(
        "x:rate derive a:actual / b:actual, same", f"a actual {JULY} 5 person", f"b actual {JULY} 0 household"
    )
    assert said(report) == []


def test_earlier_part_of_a_longer_window() -> None:
    """Seven months less July is January to June: 197.488 - 11.025 = 186.463, known to a million either way."""
    report = derived(
        "a:actual derive a:actual - a:actual, nested",
        f"a actual {JULY} 11.025 million-dong",
        f"a actual {SEVEN} 197.488 million-dong",
    )
    (one,) = report.derived_list
    assert one.period.say("en") == "January–June 2025"
    assert one.value == Decimal(186463)
    assert (one.interval.low, one.interval.high) == (Decimal(186462 * 10**6), Decimal(186464 * 10**6))
    assert one.formula("en") == "“Made-up a” (January–July 2025) − “Made-up a” (July 2025)"


@pytest.mark.parametrize("other", ["a actual 2025-06 5 person", "a actual - 5 person", "a actual 2025-07 5.0 person"])
def test_earlier_part_needs_two_stated_windows_with_one_last_day(other: str) -> None:
    """June does not end seven months; a window that is not stated, or a number without value, gives no difference."""
    report = derived("a:actual derive a:actual - a:actual, nested", f"a actual {SEVEN} 50 person", other)
    assert said(report) == []


def test_earlier_part_that_is_printed_is_not_derived() -> None:
    """Where January to June is printed, too, it is left alone."""
    report = derived(
        "a:actual derive a:actual - a:actual, nested",
        f"a actual {SEVEN} 50 person",
        f"a actual {JULY} 5 person",
        "a actual 2025-01..2025-06 45 person",
    )
    assert said(report) == []


def test_plan_and_actual_begin_together() -> None:
    """What remains of a year's plan is derived for January to June, and not for June alone, which would mislead."""
    report = derived(
        "a:remaining derive a:plan - a:actual, nested",
        f"a plan {YEAR} 100 person",
        "a actual 2025-01..2025-06 60 person",
        "a actual 2025-06 10 person",
    )
    assert [(text, one.period.say("en")) for text, one in zip(said(report), report.derived_list, strict=True)] == [
        ("40 persons", "January–June 2025")
    ]


def test_sum_keeps_the_decimals_of_its_operands() -> None:
    """244.398 less 90.039,195 million đồng are 154.358,805."""
    report = derived(
        "a:remaining derive a:plan - a:actual, nested",
        f"a plan {YEAR} 244.398 million-dong",
        f"a actual {SEVEN} 90.039,195 million-dong",
    )
    assert said(report, "vi") == ["154.358,805 triệu đồng"]


def test_quotient_of_two_counts_has_two_decimals() -> None:
    """585 persons in 197 households are 2,97 a household."""
    report = report_of(
        "a actual - 585 person",
        "b actual - 197 household",
        checks=["x: x:rate derive a:actual / b:actual, same, note"],
        dimensions={"x": "persons-per-household"},
    )
    assert said(report, "vi") == ["2,97 người/hộ"]
    assert said(report) == ["2.97 persons per household"]


def per_household(persons: str, households: str) -> Report:
    """Persons per household, derived."""
    return report_of(
        f"a actual {JULY} {persons}",
        f"b actual {JULY} {households}",
        checks=["x: x:rate derive a:actual / b:actual, same, note"],
        dimensions={"x": "persons-per-household"},
    )


def test_derived_from_over_is_at_least() -> None:
    """Over 270 persons in 69 households are at least 270 / 69 = 3.913 persons a household."""
    assert said(per_household("270 person over", "69 household")) == ["at least 3.91 persons per household"]


def test_lower_bound_is_rounded_down_and_an_upper_one_up() -> None:
    """Over 271 / 69 is at least 3.9275: "at least 3.93" would say too much; nearly 271 / 69 is at most 3.93."""
    assert said(per_household("271 person over", "69 household")) == ["at least 3.92 persons per household"]
    assert said(per_household("271 person nearly", "69 household")) == ["at most 3.93 persons per household"]
    assert said(per_household("270 person nearly", "69 household")) == ["at most 3.92 persons per household"]  # 3.913


def test_over_in_the_denominator_bounds_from_above() -> None:
    """270 persons in over 69 households are at most 270 / 69 = 3.913, shown as 3.92, persons a household."""
    assert said(per_household("270 person", "69 household over")) == ["at most 3.92 persons per household"]


def test_derived_from_nearly_is_at_most() -> None:
    """Nearly 2 billion paid to 1.243 persons are at most 2.000.000.000 / 1.243 = 1.609.010,46 đồng each."""
    report = derived(
        "x:unit_value derive a:actual / b:actual, same",
        f"a actual {JULY} 2 billion-dong nearly",
        f"b actual {JULY} 1.243 person",
    )
    (text,) = said(report, "en")
    assert text.startswith("at most ")
    (one,) = report.derived_list
    assert one.interval.high is not None
    assert 1_609_010 < one.interval.high < 1_609_011


def test_bounds_of_both_kinds_are_said_as_a_number() -> None:
    """Over 10 of nearly 20 is bounded on both sides, so that neither bound alone would be fair."""
    assert said(per_household("10 person over", "20 household nearly"))[0] in {
        "0.50 persons per household",
        "at least 0.50 persons per household",  # over makes it more, and so does nearly in the denominator
    }


def test_derived_from_a_bound_is_a_bound() -> None:
    """At least 276 persons in 69 households are at least 4 a household; at most 276 are at most 4."""
    assert said(per_household("276 person at_least", "69 household")) == ["at least 4.00 persons per household"]
    assert said(per_household("276 person at_most", "69 household")) == ["at most 4.00 persons per household"]


def test_derived_from_a_bound_that_may_be_negative_has_no_low_end() -> None:
    """Under 5 of something that can be negative, less 2, is at most 3 and may be anything below."""
    report = report_of(
        f"a actual {JULY} 5 person under",
        f"b actual {JULY} 2 person",
        checks=["x: x:actual derive a:actual - b:actual, same, note"],
        signed=["a", "x"],
        dimensions={"x": "persons"},
    )
    assert said(report) == ["at most 3 persons"]
    assert report.derived_list[0].interval.low is None


def test_derived_from_about_is_about() -> None:
    """About 270 persons, 260 to 280, in 69 households are about 3.91 persons a household."""
    assert said(per_household("270 person about", "69 household")) == ["about 3.91 persons per household"]


def test_difference_is_clamped_unless_it_may_be_negative() -> None:
    """8 less 8 million, each rounded, may be a million either way; of something that cannot be negative, 0 to 1."""
    figures = (f"a actual {JULY} 8 million-dong", f"b actual {JULY} 8 million-dong")
    (plain,) = derived("x:actual derive a:actual - b:actual, same", *figures).derived_list
    (signed,) = derived("x:actual derive a:actual - b:actual, same", *figures, signed=("x",)).derived_list
    assert (plain.interval.low, plain.interval.high) == (Decimal(0), Decimal(10**6))
    assert (signed.interval.low, signed.interval.high) == (Decimal(-(10**6)), Decimal(10**6))


def test_share_of_a_whole_is_no_more_than_the_whole() -> None:
    """100% of 239 persons, the 100% rounded, are 237.8 to 239 persons, and not 240."""
    report = report_of(
        f"a actual {JULY} 239 person",
        f"x share {JULY} 100 percent",
        checks=["x: x:actual derive a:actual * x:share, same, note"],
        parts=["a by-completion of which: x"],
    )
    (one,) = report.derived_list
    assert one.value == Decimal(239)
    assert one.interval.high == Decimal(239)


def test_share_above_a_hundred_percent_stops_nothing() -> None:
    """A share misprinted as 1000% is what a reader has to find; the report with it is read all the same."""
    report = report_of(
        f"a actual {JULY} 239 person",
        f"x share {JULY} 1000 percent",
        checks=["x: x:actual derive a:actual * x:share, same, note"],
    )
    assert len(report.derived_list) <= 1


def test_any_window_will_do_where_the_catalogue_says_so() -> None:
    """A payment of July is divided by recipients counted on the 15th, where the check takes any window."""
    figures = (f"a actual {JULY} 100 dong", "b actual ..2025-07-15 4 person")
    rule = "x:unit_value derive a:actual / b:actual"
    assert [one.value for one in derived(f"{rule}, any", *figures, stocks=("b",)).derived_list] == [Decimal(25)]
    assert said(derived(f"{rule}, same", *figures, stocks=("b",))) == []


def test_derived_figures_are_in_the_order_of_the_catalogue() -> None:
    """Two derived figures stand in the order of their rules, each window in the order of the report."""
    report = report_of(
        "a actual 2025-06 4 person",
        "b actual 2025-06 1 person",
        f"a actual {JULY} 5 person",
        f"b actual {JULY} 1 person",
        checks=[
            "y: y:actual derive a:actual - b:actual, same, note",
            "x: x:actual derive a:actual + b:actual, same, note",
        ],
    )
    assert [(one.check, one.value) for one in report.derived_list] == [
        ("y", Decimal(3)),
        ("y", Decimal(4)),
        ("x", Decimal(5)),
        ("x", Decimal(6)),
    ]
