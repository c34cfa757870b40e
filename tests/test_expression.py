"""Expressions of the cross-checks, and what they give over the windows that they ask for."""

from decimal import Decimal

import pytest

from phulien_analysis.expression import ADDITIVE, MEASURES, RATIOS, Term, parse_expression
from tests.made_up import report_of


def worked_out(right: str, *figures: str, windows: str = "same") -> list[str]:
    """Values, in the shown unit, of what a derived figure ``x`` gives with these figures."""
    report = report_of(*figures, checks=[f"x: x:actual derive {right}, {windows}, note"])
    return [f"{derived.value.normalize():f}" for derived in report.derived_list]


def test_terms_are_kept_in_the_order_written() -> None:
    """An expression has its terms in order, each as indicator and measure."""
    expression = parse_expression("a:actual - b-2:plan * c:share")
    assert expression.terms == (Term("a", "actual"), Term("b-2", "plan"), Term("c", "share"))
    assert str(expression.terms[1]) == "b-2:plan"
    assert [product.sign for product in expression.products] == ["+", "-"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("people", "'people' is not indicator:measure"),
        ("people:actul", "'people:actul' is not indicator:measure; measures are: actual, plan, base"),
        ("People:actual", "'People:actual' is not indicator:measure"),
        ("a:actual +", "must be terms joined by + - * / with spaces around them"),
        ("a:actual+b:actual", "'a:actual+b:actual' is not indicator:measure"),
        ("", "must be terms joined by + - * / with spaces around them"),
        ("a:actual % b:actual", "'%' stands where one of + - * / was expected"),
        ("a:actual ** b:actual", "'**' stands where one of + - * / was expected"),
        ("a:actual +- b:actual", "'+-' stands where one of + - * / was expected"),
        ("a:actual */ b:actual", "'*/' stands where one of + - * / was expected"),
    ],
)
def test_what_is_no_expression_is_refused(text: str, found: str) -> None:
    """An expression that cannot be read is refused with what was found and what was expected."""
    with pytest.raises(ValueError, match=r"^'") as caught:
        parse_expression(text)
    assert found in str(caught.value)


def test_measures_are_the_closed_list() -> None:
    """There are twelve measures; five are additive and four are percentages."""
    assert ", ".join(MEASURES) == (
        "actual, plan, base, percent_of_plan, share, remaining, remaining_percent, unit_value, rate, change, growth, "
        "bound"
    )
    assert set(ADDITIVE) == {"actual", "plan", "base", "remaining", "change"}
    assert set(RATIOS) == {"percent_of_plan", "share", "remaining_percent", "growth"}


FOUR = [
    "a actual 2025-07 20 person",
    "b actual 2025-07 6 person",
    "c actual 2025-07 3 person",
    "d actual 2025-07 2 person",
]


@pytest.mark.parametrize(
    ("right", "value"),
    [
        ("a:actual + b:actual * c:actual", "38"),  # 20 + (6 x 3)
        ("a:actual - b:actual - c:actual", "11"),  # (20 - 6) - 3
        ("a:actual - b:actual / c:actual * d:actual", "16"),  # 20 - ((6 / 3) x 2)
        ("a:actual / d:actual / d:actual", "5"),  # (20 / 2) / 2
        ("a:actual - b:actual / c:actual", "18"),  # 20 - (6 / 3)
    ],
)
def test_products_come_before_sums_and_both_from_the_left(right: str, value: str) -> None:
    """Expressions are read as in school arithmetic, without brackets."""
    assert worked_out(right, *FOUR) == [value]


def test_quotient_by_zero_gives_nothing() -> None:
    """Nothing is derived from a base of 0, or from one that rounding may have made of 0."""
    assert worked_out("a:actual / b:actual", "a actual 2025-07 5 person", "b actual 2025-07 0 person") == []
    tiny = ["a actual 2025-07 5 million-dong", "b actual 2025-07 0,0 million-dong"]
    assert worked_out("a:actual / b:actual", *tiny) == []


def test_operands_are_brought_to_one_unit() -> None:
    """0,5 billion and 250 million together are 750 million."""
    figures = ["a actual 2025-07 250 million-dong", "b actual 2025-07 0,5 billion-dong"]
    assert worked_out("a:actual + b:actual", *figures) == ["750"]


def test_same_asks_for_one_window() -> None:
    """Figures of July and of 1 to 20 July are not added, unless any window will do."""
    figures = ["a actual 2025-07 5 person", "b actual 2025-07-01..2025-07-20 2 person"]
    assert worked_out("a:actual + b:actual", *figures) == []
    assert worked_out("a:actual + b:actual", *figures, windows="any") == ["7"]


def test_any_window_takes_the_nearest_printing() -> None:
    """Of two other windows, the one printed in the same paragraph stands in the calculation."""
    figures = [
        "a actual 2025-07 5 person @ II.1 p1 #1",
        "b actual 2025-07-01..2025-07-20 2 person @ II.1 p1 #2",
        "b actual 2025-07-01..2025-07-22 3 person @ II.1 p2 #1",
    ]
    assert "7" in worked_out("a:actual + b:actual", *figures, windows="any")


def test_stock_belongs_to_the_window_that_ends_on_its_day() -> None:
    """5 received over 1 to 22 July and 2 waiting on 22 July speak of one window."""
    report = report_of(
        "a actual 2025-07-01..2025-07-22 5 person",
        "b actual ..2025-07-22 2 person",
        checks=["x: x:actual derive a:actual + b:actual, same, note"],
        stocks=["b"],
    )
    assert [derived.value for derived in report.derived_list] == [Decimal(7)]


def test_what_is_no_term_is_told_without_a_list_of_measures() -> None:
    """The measures are listed where only the measure is wrong, not where the whole has another form."""
    with pytest.raises(ValueError, match=r"^'cost' is not indicator:measure$"):
        parse_expression("cost")
