"""Which printing of a figure stands in a calculation, and which windows go together. All figures are made up."""

import pytest

from phulien_analysis import Report
from tests.made_up import findings, outcome, report_of

HALF, YEAR = "2025-01..2025-06", "2025-01..2025-12"


def operands(report: Report, kind: str) -> list[str]:
    """Places of the operands of the only finding of a kind."""
    (finding,) = (finding for finding in report.finding_list if finding.kind == kind)
    return [str(operand.source) for operand in finding.operands]


def test_operand_of_the_same_paragraph_comes_first() -> None:
    """Of three plans, the one in the paragraph of the percentage stands in it, though others are printed after it."""
    report = report_of(
        f"a plan {YEAR} 90 person @ II.1 p1 #1",
        f"a plan {YEAR} 100 person @ II.1 p2 #1",
        f"a actual {HALF} 50 person @ II.1 p2 #2",
        f"a percent_of_plan {HALF} 50 percent @ II.1 p2 #3",
        f"a plan {YEAR} 80 person @ II.1 p3 #1",
    )
    assert operands(report, "percent") == ["II.1 p2 #2", "II.1 p2 #1"]
    assert outcome(report, "percent") == "agrees exact ok"


def test_operand_printed_after_comes_before_one_printed_before() -> None:
    """Outside the paragraph, the nearest plan after the percentage stands in it, however near one before it is."""
    report = report_of(
        f"a actual {HALF} 50 person @ II.1 p1 #1",
        f"a plan {YEAR} 90 person @ II.1 p2 #1",
        f"a percent_of_plan {HALF} 50 percent @ II.1 p3 #1",
        "b actual - 1 person @ II.1 p4 #1",
        f"a plan {YEAR} 100 person @ II.1 p5 #1",
        f"a plan {YEAR} 80 person @ II.1 p6 #1",
    )
    assert operands(report, "percent") == ["II.1 p1 #1", "II.1 p5 #1"]


def test_operand_printed_before_is_the_last_resort() -> None:
    """Where nothing follows, the nearest plan before the percentage stands in it."""
    report = report_of(
        f"a plan {YEAR} 90 person @ II.1 p1 #1",
        f"a plan {YEAR} 100 person @ II.1 p2 #1",
        f"a actual {HALF} 50 person @ II.1 p3 #1",
        f"a percent_of_plan {HALF} 50 percent @ II.1 p3 #2",
    )
    assert operands(report, "percent") == ["II.1 p3 #1", "II.1 p2 #1"]


def test_same_number_in_another_section_is_another_paragraph() -> None:
    """p1 of II.1 and p1 of II.2 are two paragraphs."""
    report = report_of(
        f"a plan {YEAR} 90 person @ II.1 p1 #1",
        f"a actual {HALF} 50 person @ II.2 p1 #1",
        f"a percent_of_plan {HALF} 50 percent @ II.2 p1 #2",
        f"a plan {YEAR} 100 person @ II.2 p1 #3",
    )
    assert operands(report, "percent") == ["II.2 p1 #1", "II.2 p1 #3"]


def test_shortest_plan_around_the_actual_is_taken() -> None:
    """January to June is held against the plan of the half year, where there is one, and not against the year's."""
    report = report_of(
        f"a plan {YEAR} 100 person",
        f"a plan {HALF} 50 person",
        f"a actual {HALF} 45 person",
        f"a percent_of_plan {HALF} 90 percent",
    )
    assert outcome(report, "percent") == "agrees exact ok"


def test_plan_without_a_window_elsewhere_does_not_hide_a_contradiction() -> None:
    """60% of 100 where 50 were done differs in its own paragraph, though the plan is said again without a window."""
    report = report_of(
        f"a actual {HALF} 50 person @ II.1 p1 #1",
        f"a plan {YEAR} 100 person @ II.1 p1 #2",
        f"a percent_of_plan {HALF} 60 percent @ II.1 p1 #3",
        "a plan - 100 person @ III p1 #1",
    )
    assert operands(report, "percent") == ["II.1 p1 #1", "II.1 p1 #2"]
    assert outcome(report, "percent") == "differs - error"


def test_figure_without_a_window_takes_that_of_the_same_number_elsewhere() -> None:
    """104,5% in the assessment, without a window, is redone with the actual of the window for which it was printed."""
    report = report_of(
        "a actual 2025-07 11.025 million-dong @ II.1 p1 #1",
        "a actual 2025-01..2025-07 197.488 million-dong @ II.1 p1 #2",
        f"a plan {YEAR} 189.070 million-dong @ II.1 p1 #3",
        "a percent_of_plan 2025-01..2025-07 104,5 percent @ II.1 p1 #4",
        "a percent_of_plan - 104,5 percent @ III p1 #1",
    )
    found = findings(report)
    assert found.pop("window@II.1 p1 #1") == "agrees - ok"
    assert found == {
        "percent@II.1 p1 #4": "agrees rounding ok",
        "percent@III p1 #1": "agrees rounding ok",
        "duplicate@III p1 #1": "agrees exact note",
    }
    again = next(finding for finding in report.finding_list if finding.id == "percent@III p1 #1")
    assert [str(operand.source) for operand in again.operands] == ["II.1 p1 #2", "II.1 p1 #3"]


def test_stock_stands_beside_the_flow_that_ends_on_its_day() -> None:
    """Petitions in process on the 19th are part of those received from the 1st to the 19th, and not to the 20th."""
    for end, expected in (("19", {"subset.by-state@II.1 p1 #1": "agrees - ok"}), ("20", {})):
        report = report_of(
            f"total actual 2025-07-01..2025-07-{end} 10 person",
            "a actual ..2025-07-19 10 person",
            parts=["total by-state of which: a"],
            stocks=["a"],
        )
        assert findings(report) == expected


def test_figure_is_no_operand_of_itself() -> None:
    """A total that is said twice is not one of its own parts."""
    report = report_of(
        "total actual 2025-07 10 person @ II.1 p1 #1",
        "a actual 2025-07 10 person @ II.1 p1 #2",
        "total actual 2025-07 10 person @ III p1 #1",
        parts=["total by-kind: a"],
    )
    assert findings(report, "sum") == {
        "sum.by-kind@II.1 p1 #1": "agrees exact ok",
        "sum.by-kind@III p1 #1": "agrees exact ok",
    }


@pytest.mark.parametrize("moved", [0, 1, 2, 3])
def test_order_of_the_rows_changes_no_verdict_where_each_figure_is_printed_once(moved: int) -> None:
    """Rows in another order give the same findings: only which of several printings is nearest depends on it."""
    lines = [
        "total actual 2025-07 100 person @ II.1 p1 #1",
        "a actual 2025-07 60 person @ II.1 p1 #2",
        "b actual 2025-07 41 person @ II.1 p1 #3",
        "a plan 2025-07 120 person @ II.1 p1 #4",
        "a percent_of_plan 2025-07 50 percent @ II.1 p1 #5",
    ]
    rotated = lines[moved:] + lines[:moved]
    parts = ["total by-kind: a b"]
    assert findings(report_of(*rotated, parts=parts)) == findings(report_of(*lines, parts=parts))
    assert findings(report_of(*lines, parts=["total by-kind: b a"])) == findings(report_of(*lines, parts=parts))
