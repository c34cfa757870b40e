"""Totals and their parts: what adds up, what agrees by rounding only, what is missing. All figures are made up."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.made_up import FORMS, findings, outcome, printed, report_of, sentence, sum_of

TWO_PARTS = ["total by-kind: a b"]
AMOUNTS = st.integers(min_value=0, max_value=10**13)  # in đồng
IN_ANY_FORM = st.tuples(AMOUNTS, st.sampled_from(FORMS))  # an amount, and the unit and decimals it is printed with


# ---- parts that add up, or not


def test_parts_that_add_up_agree_exactly() -> None:
    """60 and 40 are 100."""
    report = sum_of("100", "60", "40")
    assert findings(report) == {"sum.by-kind@II.1 p1 #1": "agrees exact ok"}
    assert sentence(report, "sum") == (
        "Section II.1: “Made-up total” (July 2025) is printed as 100 million dong; "
        "adding the parts printed (2) gives 100 million dong."
    )


def test_parts_that_add_up_by_rounding_agree_within_rounding() -> None:
    """60 and 39 stand for 98 to 100, and 100 for 99.5 to 100.5: they meet."""
    assert outcome(sum_of("100", "60", "39"), "sum") == "agrees rounding ok"


def test_parts_that_miss_by_more_than_rounding_differ() -> None:
    """60 and 38 stand for 97 to 99, below the 99.5 that 100 begins with; the gap of 2 is told."""
    report = sum_of("100", "60", "38")
    (finding,) = report.finding_list
    assert (finding.verdict, finding.fit, finding.severity) == ("differs", None, "error")
    assert (finding.computed, finding.low, finding.high) == (Decimal(98), Decimal(97), Decimal(99))
    assert sentence(report, "sum") == (
        "Section II.1: “Made-up total” (July 2025) is printed as 100 million dong; adding the parts printed (2) gives "
        "98 million dong, a difference of 2 million dong. Please check the total and each part."
    )


def test_counts_are_exact() -> None:
    """60 and 39 persons are not 100 persons: what is counted is not rounded."""
    assert outcome(sum_of("100", "60", "39", unit="person"), "sum") == "differs - error"
    assert outcome(sum_of("100", "60", "40", unit="person"), "sum") == "agrees exact ok"


def test_money_in_dong_is_exact() -> None:
    """Money printed to the đồng is not rounded, while the same in millions is."""
    assert outcome(sum_of("100", "60", "39", unit="dong"), "sum") == "differs - error"


def test_ends_that_touch_meet() -> None:
    """33, 33 and 32 stand for 96.5 to 99.5, and 100 begins at 99.5: the ends belong to both, so they meet."""
    assert outcome(sum_of("100", "33", "33", "32"), "sum") == "agrees rounding ok"
    assert outcome(sum_of("100", "33", "33", "31,9"), "sum").startswith("differs")  # 96.85 to 98.95


def test_total_whose_decimals_were_cut_is_truncated() -> None:
    """50,45 and 50,45 are 100,90 give or take 0,01; 100 is what is left of it when the decimals are cut: a warning."""
    report = sum_of("100", "50,45", "50,45")
    assert outcome(report, "sum") == "differs truncated warning"
    assert "only if the decimals are cut off instead of rounded" in sentence(report, "sum")


def test_total_and_parts_may_have_different_units() -> None:
    """1,1 billion is 600 and 500 million, and 0 đồng adds nothing to them."""
    report = report_of(
        "total actual 2025-07 1,1 billion-dong",
        "a actual 2025-07 600 million-dong",
        "b actual 2025-07 500 million-dong",
        "c actual 2025-07 0 dong",
        parts=["total by-kind: a b c"],
    )
    assert outcome(report, "sum") == "agrees exact ok"


def test_each_printing_of_a_total_is_redone() -> None:
    """A total that is printed twice is two stated figures and gives two findings, each under its own place."""
    report = report_of(
        "total actual 2025-07 100 person @ II.1 p1 #1",
        "a actual 2025-07 60 person @ II.1 p1 #2",
        "b actual 2025-07 40 person @ II.1 p1 #3",
        "total actual 2025-07 101 person @ III p1 #1",
        parts=TWO_PARTS,
    )
    assert findings(report, "sum") == {
        "sum.by-kind@II.1 p1 #1": "agrees exact ok",
        "sum.by-kind@III p1 #1": "differs - error",
    }


def test_total_is_redone_once_for_each_way_it_is_split() -> None:
    """451 dossiers by channel and by field are two sums with names of their own."""
    report = report_of(
        "total actual 2025-07 10 dossier",
        "online actual 2025-07 7 dossier",
        "paper actual 2025-07 3 dossier",
        "land actual 2025-07 4 dossier",
        "other actual 2025-07 5 dossier",
        parts=["total by-channel: online paper", "total by-field: land other"],
    )
    assert findings(report) == {
        "sum.by-channel@II.1 p1 #1": "agrees exact ok",
        "sum.by-field@II.1 p1 #1": "differs - error",
    }


def test_only_additive_measures_are_added() -> None:
    """Plans add up like actuals; shares and bounds of parts are no parts of a share or bound."""
    report = report_of(
        "total plan 2025-01..2025-12 100 million-dong",
        "a plan 2025-01..2025-12 60 million-dong",
        "b plan 2025-01..2025-12 40 million-dong",
        "total bound - 9 million-dong under",
        "a bound - 1 million-dong under",
        "b bound - 1 million-dong under",
        parts=TWO_PARTS,
    )
    assert findings(report, "sum") == {"sum.by-kind@II.1 p1 #1": "agrees exact ok"}


# ---- coarse operands


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        # two parts and a total: rounding leaves (2 + 1) / 2 = 1.5 units of the finest place, here of 0.01
        ("30,01", "agrees rounding ok"),  # misses 100,00 by 1 unit
        ("30,02", "agrees rounding warning"),  # by 2: only because 70 stands for 69.5 to 70.5
        ("30,40", "agrees rounding warning"),  # by 40
        ("30,52", "differs - error"),  # 30.515 + 69.5 = 100.015 lies above 100.005
    ],
)
def test_agreement_bought_by_a_coarse_part_is_a_warning(part: str, expected: str) -> None:
    """A sum that misses by more than (n+1)/2 units of the finest decimal agrees only through its coarse part."""
    assert outcome(sum_of("100,00", part, "70"), "sum") == expected


def test_warning_names_the_coarse_part() -> None:
    """The sentence names the figure that is printed coarsely, with its place, and none of the others."""
    text = sentence(sum_of("100,00", "30,40", "70"), "sum").replace(" ", " ")
    assert text.endswith(
        "It agrees only because of what is printed coarsely: 70 million dong (Section II.1). Please check it."
    )


def test_coarse_total_is_named_too() -> None:
    """1 billion stands for 0.5 to 1.5 billion and so for 600 and 700 million, 300 units of a million away."""
    report = report_of(
        "total actual 2025-07 1 billion-dong",
        "a actual 2025-07 600 million-dong",
        "b actual 2025-07 700 million-dong",
        parts=TWO_PARTS,
    )
    assert outcome(report, "sum") == "agrees rounding warning"
    assert "coarsely: 1 billion dong (Section II.1)" in sentence(report, "sum")


@pytest.mark.parametrize(
    ("parts", "missing", "expected"),
    [
        # fewer than four parts: only (n + 1) / 2 counts; with three it is 2 units
        (3, 2, "agrees rounding ok"),
        # from four parts on, 2 x sqrt((n + 1) / 12) units: 1.29 for 4, 1.83 for 9, 1.91 for 10, exactly 2 for 11
        (4, 1, "agrees rounding ok"),
        (4, 2, "agrees rounding warning"),
        (9, 1, "agrees rounding ok"),
        (9, 2, "agrees rounding warning"),
        (10, 2, "agrees rounding warning"),
        (11, 2, "agrees rounding ok"),
        (11, 3, "agrees rounding warning"),
    ],
)
def test_gap_beyond_what_rounding_usually_leaves_is_a_warning(parts: int, missing: int, expected: str) -> None:
    """Four and more rounded parts that miss by more than two standard deviations of rounding agree with a warning."""
    report = sum_of(str(10 * parts + missing), *["10"] * parts)
    assert outcome(report, "sum") == expected


def test_gap_without_a_coarse_part_asks_to_check_all() -> None:
    """Where all numbers are equally fine, the warning names none and asks for the parts."""
    text = sentence(sum_of("42", "10", "10", "10", "10"), "sum")
    assert text.endswith("The gap is larger than rounding usually leaves; please check the parts.")


def test_coarse_part_among_exact_ones_is_a_warning() -> None:
    """5.400.000.000 đồng are not 3.000.000.000 đồng and 2 billion but for the 2 standing for up to 2.5 billion."""
    report = report_of(
        "total actual 2025-07 5.400.000.000 dong",
        "a actual 2025-07 3.000.000.000 dong",
        "b actual 2025-07 2 billion-dong",
        parts=TWO_PARTS,
    )
    assert outcome(report, "sum") == "agrees rounding warning"
    assert "coarsely: 2 billion dong" in sentence(report, "sum")


def test_trailing_zeros_do_not_make_a_part_coarse() -> None:
    """48.000 beside 9.026,719 is a whole number of millions; a sum that fits it to the unit is not warned of."""
    assert outcome(sum_of("57.026,719", "48.000", "9.026,719"), "sum") == "agrees exact ok"


# ---- no false alarm


@given(st.lists(IN_ANY_FORM, min_size=1, max_size=9), st.sampled_from(FORMS))
@example([(499_999, ("million-dong", 0)), (499_999, ("million-dong", 0))], ("million-dong", 0))
def test_true_sum_is_never_called_wrong(parts: list[tuple[int, tuple[str, int]]], form: tuple[str, int]) -> None:
    """Amounts that add up, each rounded and printed in any unit with any decimals, always agree with their total."""
    lines = [f"total actual 2025-07 {printed(sum(amount for amount, _ in parts), form)}"]
    lines += [f"p{n} actual 2025-07 {printed(amount, its)}" for n, (amount, its) in enumerate(parts)]
    report = report_of(*lines, parts=["total by-kind: " + " ".join(f"p{n}" for n in range(len(parts)))])
    assert outcome(report, "sum").startswith("agrees")


@given(st.lists(IN_ANY_FORM, min_size=2, max_size=6), st.sampled_from(FORMS))
def test_true_sum_with_a_missing_part_is_never_called_wrong(
    parts: list[tuple[int, tuple[str, int]]], form: tuple[str, int]
) -> None:
    """With one part left out, amounts that add up agree or cannot tell, and never differ."""
    lines = [f"total actual 2025-07 {printed(sum(amount for amount, _ in parts), form)}"]
    lines += [f"p{n} actual 2025-07 {printed(amount, its)}" for n, (amount, its) in enumerate(parts[:-1])]
    report = report_of(*lines, parts=["total by-kind: " + " ".join(f"p{n}" for n in range(len(parts)))])
    assert not outcome(report, "sum").startswith("differs")


@given(
    st.lists(st.integers(min_value=0, max_value=500), min_size=1, max_size=9), st.integers(min_value=1, max_value=99)
)
def test_wrong_sum_of_counts_is_always_found(parts: list[int], gap: int) -> None:
    """Counts that do not add up to their total always differ, whatever the gap."""
    for total in (sum(parts) + gap, sum(parts) - gap):
        if total >= 0:
            assert outcome(sum_of(str(total), *map(str, parts), unit="person"), "sum") == "differs - error"
