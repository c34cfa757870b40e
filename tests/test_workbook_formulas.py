"""Formulas of the workbook where a number falls, is open at an end, or does not follow from what is printed."""

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from phulien_analysis import Report
from phulien_analysis.findings import Finding
from phulien_analysis.messages import Label
from phulien_analysis.publishing.downloads.arithmetic import of_derived, of_finding
from phulien_analysis.publishing.downloads.sheets import Book, SheetRow
from tests.made_up import report_of


def row_of(book: Book, kind: str) -> tuple[str, SheetRow]:
    """The sheet and the row of the only calculation of a kind."""
    ((sheet, row),) = (
        (sheet.name, row) for sheet in book.sheets for row in sheet.rows if row.finding and row.finding.kind == kind
    )
    return sheet, row


def test_a_fall_is_computed_by_its_size() -> None:
    """30 fewer than 150 are 120; prose says the direction in words, so the formula takes the sign away."""
    book = Book(
        report_of(
            "fallen actual 2025-07 120 million-dong",
            "fallen base 2025-06 150 million-dong",
            "fallen change 2025-07 30 million-dong",
        )
    )
    sheet, row = row_of(book, "difference")
    assert book.computed(sheet, row, "value") == "=ABS(E2-E3)"
    assert book.computed(sheet, row, "low") == "=MAX(0,G2-H3,-(H2-G3))"
    assert book.computed(sheet, row, "high") == "=MAX(-(G2-H3),H2-G3)"
    worked = book.worked(row)
    assert worked
    # 119,5 to 120,5 less 149,5 to 150,5: from 29 to 31
    assert [worked.number(end) for end in ("value", "low", "high")] == [30, 29, 31]


def test_a_fall_from_an_unknown_level_has_no_formula() -> None:
    """At least 150 before: how far it fell nobody can tell, and no formula says so."""
    book = Book(
        report_of(
            "fallen actual 2025-07 120 million-dong",
            "fallen base 2025-06 150 million-dong at_least",
            "fallen change 2025-07 30 million-dong",
        )
    )
    sheet, row = row_of(book, "difference")
    assert [book.computed(sheet, row, end) for end in ("value", "low", "high")] == ["", "", ""]


@pytest.mark.parametrize(
    ("qualifier", "test"),
    [
        ("", "AND(TRUE,ROUND(G2-L2,8)<=0,ROUND(K2-H2,8)<=0)"),
        ("at_least", "AND(TRUE,ROUND(G2-L2,8)<=0)"),
        ("at_most", "AND(TRUE,ROUND(K2-H2,8)<=0)"),
    ],
)
def test_an_open_end_asks_for_nothing(qualifier: str, test: str) -> None:
    """A total of at least 100 is held against the parts from below alone, one of at most 100 from above alone."""
    book = Book(
        report_of(
            f"total actual 2025-07 100 million-dong {qualifier}",
            "a actual 2025-07 60 million-dong",
            "b actual 2025-07 50 million-dong",
            parts=["total by-kind: a b"],
            signed=["total", "a", "b"],
        )
    )
    sheet, row = row_of(book, "sum")
    assert test in book.verdict(sheet, row, "en")


def test_what_does_not_follow_from_its_operands_has_no_formula() -> None:
    """A live formula never says something else than the finding: another number, or an operand less, and there is none.

    The catalogue's relation is 200 for each of 3, 600 in all.
    """
    report = report_of(
        "a actual 2025-07 3 person",
        "a unit_value 2025-07 200 dong",
        "cash actual 2025-07 600 dong",
        "a plan 2025-07 4 person",
        "a percent_of_plan 2025-07 75 percent",
        checks=["each: a:unit_value = cash:actual / a:actual, same, warning"],
    )
    each, percent = (_only(report, kind) for kind in ("crosscheck", "percent"))
    assert of_finding(each, report.catalogue)
    assert of_finding(percent, report.catalogue)
    assert of_finding(replace(each, operands=each.operands[:1]), report.catalogue) is None
    assert of_finding(replace(percent, computed=Decimal("0.76")), report.catalogue) is None
    assert of_finding(replace(percent, operands=percent.operands * 2), report.catalogue) is None


def test_a_derived_number_whose_operand_is_open_has_no_end() -> None:
    """At least 600 for 3: each has at least 200, and how much at the most nobody can tell."""
    report = report_of(
        "cash actual 2025-07 600 dong at_least",
        "a actual 2025-07 3 person",
        checks=["each: a:unit_value derive cash:actual / a:actual, same, note"],
    )
    (derived,) = report.derived_list
    worked = of_derived(derived)
    assert worked
    assert worked.number("high") is None


def _only(report: Report, kind: str) -> Finding:
    (found,) = (finding for finding in report.finding_list if finding.kind == kind)
    return found


def test_topics_of_one_name_have_sheets_of_their_own() -> None:
    """Excel takes no two sheets of one name, in whatever letters, and none longer than 31: a number is added."""
    labels = ("Health", "health", "Social protection of people and others", "Social protection of people and more")
    topics = [SimpleNamespace(topic=f"t{n}", order=1, label=Label(label, label)) for n, label in enumerate(labels)]
    report: Any = SimpleNamespace(topics=topics, figure_list=(), derived_list=(), lang="en")
    assert [sheet.name for sheet in Book(report).sheets] == [
        "Health",
        "health 2",
        "Social protection of people and",
        "Social protection of people 2",
    ]
