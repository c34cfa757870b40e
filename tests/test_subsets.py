"""Parts said to be "of which", and windows inside longer ones. All figures are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made_up import FORMS, findings, outcome, printed, report_of, sentence

AMOUNTS = st.integers(min_value=0, max_value=10**13)  # in đồng
UNITS = st.sampled_from(FORMS)

# ---- of which


def test_part_within_its_total_agrees_and_tells_its_share() -> None:
    """Of 585 persons 224 receive support: within, and 38.3% of the whole; nothing has to add up."""
    report = report_of(
        "total actual 2025-07 585 person", "a actual 2025-07 224 person", parts=["total by-support of which: a"]
    )
    assert findings(report) == {"subset.by-support@II.1 p1 #1": "agrees - ok"}
    assert "38.3%" in sentence(report, "subset")  # 224 / 585 = 0.38290...


def test_part_above_its_total_differs() -> None:
    """Of 10 petitions 11 cannot be within competence; both places are told."""
    report = report_of(
        "total actual 2025-07 10 person @ II.4 fn25 #10",
        "a actual 2025-07 11 person @ II.4 fn25 #11",
        parts=["total by-competence of which: a"],
    )
    assert outcome(report, "subset") == "differs - error"
    text = sentence(report, "subset")
    assert "printed as 10 persons, but of it “Made-up a” (July 2025) is printed as 11 persons" in text


def test_part_that_may_be_within_by_rounding_agrees() -> None:
    """2,5 billion and 2.504 million can be the same amount; 2.551 million cannot be within 2.45 to 2.55 billion."""
    for part, expected in (("2.504", "agrees - ok"), ("2.551", "differs - error")):
        report = report_of(
            "total actual 2025-07 2,5 billion-dong",
            f"a actual 2025-07 {part} million-dong",
            parts=["total by-kind of which: a"],
        )
        assert outcome(report, "subset") == expected


def test_parts_said_to_be_of_which_need_not_add_up() -> None:
    """Two overlapping parts of 70 each lie within a total of 100."""
    report = report_of(
        "total actual 2025-07 100 person",
        "a actual 2025-07 70 person",
        "b actual 2025-07 70 person",
        parts=["total by-kind of which: a b"],
    )
    assert outcome(report, "subset") == "agrees - ok"


def test_part_of_nothing_has_no_share() -> None:
    """Of 0 feedback items 0 were returned: within, and no percentage of nothing is told."""
    report = report_of(
        "total actual 2025-07 0 person", "a actual 2025-07 0 person", parts=["total by-outcome of which: a"]
    )
    assert outcome(report, "subset") == "agrees - ok"
    assert "%" not in sentence(report, "subset")


def test_part_without_a_stated_window_cannot_contradict_its_total() -> None:
    """A part of 120 above a total of 100 whose window is not stated cannot tell, and both numbers are told."""
    report = report_of("total actual - 100 person", "a actual 2025-07 120 person", parts=["total by-kind of which: a"])
    assert outcome(report, "subset") == "cannot_tell - warning"
    assert "100 persons, but of it" in sentence(report, "subset")
    assert "is printed as 120 persons" in sentence(report, "subset")


def test_malformed_part_of_which_cannot_tell() -> None:
    """A part without a value is not within anything."""
    report = report_of(
        "total actual 2025-07 100 person", "a actual 2025-07 1.2345 person", parts=["total by-kind of which: a"]
    )
    assert outcome(report, "subset") == "cannot_tell - note"


# ---- windows


def test_shorter_window_counts_at_most_what_the_longer_does() -> None:
    """12 over 1 to 19 July lie within 14 over July; 15 do not, and both windows are told."""
    within = report_of("a actual 2025-07-01..2025-07-19 12 person", "a actual 2025-07 14 person")
    assert findings(within) == {"window@II.1 p1 #1": "agrees - ok"}
    above = report_of("a actual 2025-07-01..2025-07-19 15 person", "a actual 2025-07 14 person")
    assert findings(above) == {"window@II.1 p1 #1": "differs - error"}
    text = sentence(above, "subset")
    assert "(1–19 July 2025)" in text
    assert "for the longer window July 2025" in text


def test_equal_numbers_over_nested_windows_agree() -> None:
    """Nothing may have been added after the 19th, so the same number over the longer window is within it."""
    report = report_of("a actual 2025-07-01..2025-07-19 14 person", "a actual 2025-07 14 person")
    assert findings(report) == {"window@II.1 p1 #1": "agrees - ok"}


def test_window_is_held_against_the_shortest_around_it() -> None:
    """Of July and seven months around 1 to 19 July, July is the one that tells most."""
    report = report_of(
        "a actual 2025-01..2025-07 90 person",
        "a actual 2025-07 10 person",
        "a actual 2025-07-01..2025-07-19 12 person",
    )
    assert findings(report) == {"window@II.1 p1 #2": "agrees - ok", "window@II.1 p1 #3": "differs - error"}


@pytest.mark.parametrize("line", ["a actual 2025-06 15 person", "a actual - 14 person"])
def test_windows_that_do_not_nest_are_not_compared(line: str) -> None:
    """June lies in no July, and a window that is not stated lies nowhere."""
    report = report_of("a actual 2025-07-01..2025-07-19 15 person", line)
    assert not [name for name in findings(report) if name.startswith("window")]


def test_malformed_number_of_a_window_cannot_tell() -> None:
    """A number without value lies within no other window's."""
    report = report_of("a actual 2025-07-01..2025-07-19 1.2 person", "a actual 2025-07 14 person")
    assert findings(report, "subset") == {"window@II.1 p1 #1": "cannot_tell - note"}


def test_stock_and_signed_flow_have_no_growing_windows() -> None:
    """A stock can fall, and so can the sum of a flow that may be negative."""
    stock = report_of("a actual ..2025-07-19 15 person", "a actual ..2025-07-31 14 person", stocks=["a"])
    signed = report_of("a actual 2025-07-01..2025-07-19 15 dong", "a actual 2025-07 14 dong", signed=["a"])
    assert findings(stock) == {}
    assert findings(signed) == {}


@given(AMOUNTS, UNITS, AMOUNTS, UNITS)
def test_true_part_and_true_window_are_never_called_wrong(
    part: int, its: tuple[str, int], rest: int, form: tuple[str, int]
) -> None:
    """An amount within another, each rounded and printed in any way, always lies within it."""
    report = report_of(
        f"total actual 2025-07 {printed(part + rest, form)}",
        f"a actual 2025-07 {printed(part, its)}",
        f"total actual 2025-07-01..2025-07-19 {printed(part, its)}",
        parts=["total by-kind of which: a"],
    )
    assert set(findings(report).values()) == {"agrees - ok"}
