"""Changes between two levels. All figures are made up."""

import pytest

from phulien_analysis import Report
from tests.made_up import findings, outcome, report_of

JULY = "2025-07"

# ---- differences


def change_of(change: str, *levels: str) -> Report:
    """Two levels and the change that is stated between them."""
    return report_of(*levels, f"a change {JULY} {change}")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("20 person", "agrees exact ok"),
        ("-20 person", "differs - error"),
        ("21 person", "differs - error"),
    ],
)
def test_change_is_the_level_now_less_the_level_before(change: str, expected: str) -> None:
    """From 80 to 100 is a change of 20, and not of -20."""
    report = change_of(change, f"a actual {JULY} 100 person", f"a base {JULY} 80 person")
    assert findings(report) == {"difference@II.1 p1 #3": expected}


def test_size_of_a_fall_agrees() -> None:
    """Prose says the direction in words: a fall from 100 to 80 is printed as 20, or with a sign as -20."""
    levels = (f"a actual {JULY} 80 person", f"a base {JULY} 100 person")
    assert outcome(change_of("20 person", *levels), "difference") == "agrees exact ok"
    assert outcome(change_of("-20 person", *levels), "difference") == "agrees exact ok"


def test_level_before_may_be_the_actual_of_an_earlier_window() -> None:
    """Without a base, the actual of June is what July changed from, and no later window is."""
    levels = (f"a actual {JULY} 100 person", "a actual 2025-06 80 person", "a actual 2025-08 90 person")
    assert outcome(change_of("20 person", *levels), "difference") == "agrees exact ok"


def test_change_without_a_level_before_cannot_tell() -> None:
    """A change with only the level now cannot be redone."""
    report = change_of("20 person", f"a actual {JULY} 100 person")
    assert outcome(report, "difference") == "cannot_tell - note"


@pytest.mark.parametrize("qualifier", ["under", "at_most"])
def test_bound_of_a_change_is_held(qualifier: str) -> None:
    """A change of under 5 does not agree with a rise from 50 to 100."""
    report = change_of(f"5 person {qualifier}", f"a actual {JULY} 100 person", f"a base {JULY} 50 person")
    assert outcome(report, "difference") == "differs - error"


def test_base_of_a_change_is_no_pair() -> None:
    """A fall from 100 to 80 is not 80 of 100, and a rise from 80 to 100 no pair that exceeds its whole."""
    assert "pair@II.1 p1 #1" not in findings(
        change_of("20 person", f"a actual {JULY} 100 person", f"a base {JULY} 80 person")
    )


# ---- growth


@pytest.mark.parametrize(
    ("growth", "expected"),
    [
        ("20", "agrees exact ok"),  # 240 / 200 - 1
        ("20,1", "differs - error"),
        ("-20", "differs - error"),  # a minus says a decline
    ],
)
def test_growth_is_the_level_now_against_the_level_before(growth: str, expected: str) -> None:
    """From 200 to 240 dossiers is 20%; prose says the direction in words, so a decline needs a minus."""
    lines = ["a actual 2025-07 240 dossier", "a base 2025-06 200 dossier"]
    assert outcome(report_of(*lines, f"a growth 2025-07 {growth} percent"), "growth") == expected


def test_growth_without_the_level_before_cannot_tell() -> None:
    """20% over a level that is not printed is not passed over."""
    report = report_of("a actual 2025-07 240 dossier", "a growth 2025-07 20 percent")
    assert outcome(report, "growth") == "cannot_tell - note"
