"""What tells nothing of a withheld number, and must not be taken for what does."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pytest

from phulien_analysis.disclosure.elsewhere import Key
from phulien_analysis.disclosure.search import Range, Row, Search, narrowed
from tests.made_up_disclosure import report_under, shown

RULES = ("a,,5,suppress,show",)


@pytest.mark.parametrize(
    ("lines", "parts", "checks", "signed"),
    [
        pytest.param(
            ["a actual 2025-07 3 person", "total actual 2025-07 -2 person"],
            ["total by-kind of which: a"],
            [],
            ["total"],
            id="a part is no limit of a total that may be below 0",
        ),
        pytest.param(
            ["a actual 2025-07 3 person", "a plan 2025-07 12 person", "a remaining_percent 2025-07 110 percent"],
            [],
            [],
            [],
            id="110 % that remain of a plan are nonsense, and no factor",
        ),
        pytest.param(
            ["a actual 2025-07 3 person", "a remaining 2025-07 9 person"],
            [],
            [],
            [],
            id="what remains of a plan that is not printed",
        ),
        pytest.param(
            ["a actual 2025-07 3 person", "b actual 2025-07 9 person"],
            [],
            ["sum: a:actual = b:actual - c:actual, same, warning"],
            [],
            id="a relation one number of which is not printed",
        ),
        pytest.param(
            ["a actual 2025-07 3 person", "b actual 2025-07 9 person", "c actual 2025-07 40 person"],
            [],
            ["product: a:actual * b:actual <= c:actual, same, warning"],
            [],
            id="a product that is a limit",
        ),
    ],
)
def test_nothing_else_is_withheld(
    lines: Sequence[str], parts: Sequence[str], checks: Sequence[str], signed: Sequence[str]
) -> None:
    """The 3 is withheld, and everything beside it is shown."""
    statuses = shown(report_under(lines, RULES, parts, checks, signed))
    assert statuses.pop("a") == "withheld"
    assert "withheld" not in statuses.values()


X, Y = (Key(name, "actual", date(2025, 7, 1), date(2025, 7, 31)) for name in "xy")
ONE = Fraction(1)


def test_what_fits_every_row_alone_and_not_all_together_is_not_possible() -> None:
    """Of 0 and 1: x = y and x + y = 1. Each number is possible by itself, and none in the end."""
    bit = Range(Fraction(0), ONE, ONE)
    rows = [Row(((ONE, X), (-ONE, Y)), Fraction(0), Fraction(0)), Row(((ONE, X), (ONE, Y)), ONE, ONE)]
    assert not Search(rows, {}).is_possible({X: bit, Y: bit})
    assert Search(rows[:1], {}).is_possible({X: bit, Y: bit})


def test_ends_that_move_for_ever_are_left_at_some_time() -> None:
    """One number is above another, and that above the first: each pushes the other up without end."""
    above = Range(Fraction(0), None, ONE)
    rows = [Row(((ONE, X), (-ONE, Y)), ONE, None), Row(((ONE, Y), (-ONE, X)), ONE, None)]
    found = narrowed(rows, {X: above, Y: above}, {X: rows, Y: rows})
    assert found
    assert (found[X].low or 0) > 50
    assert found[X].high is None
